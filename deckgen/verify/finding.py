"""What a rule says about a package."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Severity


class Finding(Struct, frozen=True, kw_only=True):
    """One fault: the `rule` that found it, the `part` it lies in ("" = the package), in plain words.

    An error is a fault that PowerPoint repairs or refuses. A warning is one that PowerPoint itself
    sometimes writes; what deckgen writes has neither.
    """

    rule: str
    severity: Severity
    part: str
    message: str

    def __str__(self) -> str:
        place = f"{self.part}: " if self.part else ""
        return f"{self.severity}[{self.rule}]: {place}{self.message}"
