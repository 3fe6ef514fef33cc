"""Signs of a sum between large letters: in the face that has them in the letters' middle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby

from msgspec.structs import replace

from deckgen.layout.attempt import Fill
from deckgen.layout.setter import Page
from deckgen.scene import LINE_BREAK, Paragraph, Run, TextStyle
from deckgen.units import Rect, pt

SIGNS = frozenset("×÷+−=±≈≠")
LOW = 0.05
"""How far off the middle of its neighbours a sign may stand before it is seen to (a share of the letters' size)."""
HIGHER = 30
"""How much higher the box is that holds a line with signs of their own size (points)."""


def with_signs(page: Page, fill: Fill) -> Fill:
    """The fill with its signs in the style `sign`, where its own face has them too low and that one hasn't.

    Faces draw signs for lower-case words and old-style figures; between capitals some stand nearly on the ground.
    Raised by a shift of their baseline they would be small: PowerPoint draws such text at two thirds of its size.
    """
    sign = page.setter.brand.style("sign")
    made = tuple([_signed(page, paragraph, fill.style, sign) for paragraph in fill.paragraphs])
    if made == fill.paragraphs:
        return fill
    rect = Rect(fill.rect.x, fill.rect.y + fill.style.seat - sign.seat, fill.rect.w, fill.rect.h + pt(HIGHER))
    signed = replace(fill, paragraphs=made, rect=rect, limit=fill.limit + pt(HIGHER))
    return signed if page.lines(signed) == page.lines(fill) else fill  # larger signs take more of the line


def _signed(page: Page, paragraph: Paragraph, style: TextStyle, sign: TextStyle) -> Paragraph:
    """The paragraph with its signs in runs of the style `sign`; as it is, where that brings them no nearer.

    Then nothing of it is tracked: LibreOffice leaves out the tracking after the last letter of a run (NATIVE.md 6).
    """
    letters = [(char, run) for run in paragraph.runs for char in run.text]
    if LINE_BREAK in paragraph.text:  # a break is a run of its own
        return paragraph
    own, other = _off(page, letters, style, style), _off(page, letters, style, sign)
    if max(own, default=0) <= LOW * style.size or len(other) < len(own) or sum(other) >= sum(own):
        return paragraph
    looks = [
        replace(run, text="", style=sign if char in SIGNS and not run.baseline else None, tracking=0)
        for char, run in letters
    ]
    alike = groupby(zip(looks, letters, strict=True), key=lambda pair: pair[0])
    runs = [replace(look, text="".join([char for _, (char, _) in group])) for look, group in alike]
    return replace(paragraph, runs=tuple(runs))


def _off(page: Page, letters: Sequence[tuple[str, Run]], style: TextStyle, sign: TextStyle) -> list[float]:
    """How far (points) each sign in the style `sign` would stand off the middle of the letters beside it, in `style`.

    Nothing of a sign with no letter beside it, that its author has raised, or that the face lacks.
    """
    found: list[float] = []
    text, middle = [char for char, _ in letters], page.setter.measurer.middle
    for (char, run), *sides in zip(letters, _seen(text), reversed(_seen(text[::-1])), strict=True):
        at = middle(char, sign) if char in SIGNS and not run.baseline else None
        beside = [near for side in sides if side not in SIGNS and (near := middle(side, style)) is not None]
        if at is not None and beside:
            found.append(abs(at - sum(beside) / len(beside)))
    return found


def _seen(text: Sequence[str]) -> list[str]:
    """The last letter that is seen before each one; a blank where there is none."""
    return list(accumulate(text, lambda last, char: last if char.isspace() else char, initial=" "))[:-1]
