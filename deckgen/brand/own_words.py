"""What a brand writes itself, its bullet and its name: whether its faces have the glyphs, and slides the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil

from deckgen.brand.model import Brand, SurfaceName
from deckgen.brand.spec import BrandSpec
from deckgen.diagnostics import Diagnostics, Span
from deckgen.fonts.measure import Measurer
from deckgen.scene import Art, Paragraph, Run, TextBox
from deckgen.units import Emu, pt, to_pt
from deckgen.world import World

LEFT, RIGHT = 48, 912
"""The margins of a slide, points."""
FOOT_END = 320
"""Where the wordmark at the foot has to end: panels of contrast and links begin or end at 332 points."""


def check_own_words(brand: Brand, spec: BrandSpec, world: World, diags: Diagnostics) -> None:
    """Report a bullet or a letter of the name that no face has, and a wordmark that runs into what stands beside it."""
    measurer = Measurer(brand.fonts, world, scripts=brand.scripts)
    bullet = Paragraph((Run(brand.bullet.char),))
    _check_glyphs(measurer.missing(bullet, brand.styles["body"]), spec.bullet.at("char"), diags, "• – or »")
    lines = spec.wordmark.at("lines")
    cover, foot = brand.wordmark.cover_nodes, brand.wordmark.footer_nodes
    words = next(_boxes(cover), None)
    if words is not None:
        missing = "".join(measurer.missing(line, words.style) for line in words.paragraphs)
        _check_glyphs("".join(dict.fromkeys(missing)), lines, diags)
    title_end = LEFT + to_pt(brand.cover.title_width) if brand.cover.arrangement == "side" else RIGHT
    for where, drawn, end in (("on the cover", cover, title_end), ("at the foot of slides", foot, FOOT_END)):
        _check_room(where, _ends(drawn, measurer), end, lines, diags)


def _check_glyphs(missing: str, span: Span, diags: Diagnostics, others: str = "other characters") -> None:
    if missing:
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing)
        hint = f"write {others}, or name a face that has it"
        diags.error("no-glyph", span, f"the brand's face has no glyph for {named}", hint=hint)


def _check_room(where: str, ends: Iterable[tuple[Emu, Emu]], end: float, span: Span, diags: Diagnostics) -> None:
    """Report where the wordmark ends beyond `end`; one that begins there may end at the margin."""
    over = max((right - pt(end if left < pt(end) else RIGHT) for left, right in ends), default=0)
    if over > 0:
        diags.error(
            "too-wide",
            span,
            f"the wordmark ends {ceil(to_pt(over))} pt too far to the right {where}",
            hint="write the name in more lines, or make it smaller there: size, or mark_height of a mark or logo",
        )


def _ends(drawn: Mapping[SurfaceName, Sequence[Art]], measurer: Measurer) -> Iterator[tuple[Emu, Emu]]:
    """Where each part of the wordmark begins and ends."""
    for node in (node for nodes in drawn.values() for node in nodes):
        width = _width(node, measurer) if isinstance(node, TextBox) else node.rect.w
        yield node.rect.x, node.rect.x + width


def _width(words: TextBox, measurer: Measurer) -> Emu:
    return max(measurer.advance(run.text, words.style) for line in words.paragraphs for run in line.runs)


def _boxes(drawn: Mapping[SurfaceName, Sequence[Art]]) -> Iterator[TextBox]:
    return (node for nodes in drawn.values() for node in nodes if isinstance(node, TextBox))
