"""The deck's footer: a line of its own on every slide."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics, Span
from deckgen.layout.setter import Setter
from deckgen.units import pt

WIDTH = pt(420)
"""The box of the footer on every layout (design/KINDS.md)."""


def check_footer(setter: Setter, footer: str, span: Span, diags: Diagnostics) -> None:
    """Report a footer that is longer than its line."""
    wide = setter.measurer.advance(footer, setter.brand.style("footer")) if footer else 0
    if wide <= WIDTH:
        return
    words = max(1, round(len(footer.split()) * (wide - WIDTH) / wide))
    hint = f"cut about {words} word{'' if words == 1 else 's'}"
    diags.error("too-long", span, "the footer is longer than its line", hint=hint)
