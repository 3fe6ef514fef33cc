"""Words that don't fit because of a value: which one to shorten."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from deckgen.diagnostics import Diagnostic, Diagnostics

LONG = 30
"""Characters from which on a value is named: shorter ones are not what makes a text too long."""
_CODES = ("too-long", "too-wide")


def naming_longest(said: Diagnostics, used: Mapping[str, str | None]) -> Diagnostics:
    """What is `said` of a slide that doesn't fit, with the longest value that its texts have asked for: of thousands of
    rows a few have a long name, and the words around it are right for all the others."""
    name, value = max(used.items(), key=lambda asked: len(asked[1] or ""), default=("", ""))
    if len(value or "") < LONG:
        return said
    told = Diagnostics()
    for one in said:
        told.add(_naming(one, f"{{{{ {name} }}}} has {len(value or '')} characters here"))
    return told


def _naming(one: Diagnostic, longest: str) -> Diagnostic:
    return replace(one, hint=f"{one.hint}; {longest}") if one.code in _CODES and one.hint else one
