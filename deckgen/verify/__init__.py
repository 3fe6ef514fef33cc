"""Verify: the structural rules that a deck must keep for PowerPoint to open it without repair.

Validators see about half of such faults (RELIABILITY.md 0); these rules see the rest. `rules/` holds
them by subject, one small function each.
"""

from deckgen.verify.finding import Finding
from deckgen.verify.verify import verify_package

__all__ = ["Finding", "verify_package"]
