"""How far the build twin of an office face can be trusted."""

from __future__ import annotations

from deckgen.brand.model import FontFamily

_PROVED = frozenset(
    {
        ("Arial", "Liberation Sans"),
        ("Calibri", "Carlito"),
        ("Consolas", "Liberation Mono"),
        ("Courier New", "Liberation Mono"),
        ("Georgia", "Gelasio"),
    }
)
"""Office face and twin whose advances were compared (fonts/files/README.md). Liberation Mono is
Courier New's twin and 9 % wider than Consolas: what fits in it fits in Consolas."""


def margin(family: FontFamily) -> int:
    """By how many per cent a line of the office face may be wider than one measured in its twin.

    1 covers how PowerPoint rounds (FIT.md 3.1). 3 is for twins that nobody has held against their
    office face, as TeX Gyre Adventor for Century Gothic (FIT.md 5).
    """
    proved = family.office == family.build or (family.office, family.build) in _PROVED
    return 1 if proved else 3


def script_margin(family: FontFamily) -> int:
    """The same for a face of another writing system, where hardly any pair has been compared."""
    return 1 if family.office == family.build else 5
