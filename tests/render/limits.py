"""How far our pictures may be from LibreOffice's, and where they may be further off, for reasons of LibreOffice's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.render.agreement import Compared

ALIKE = 0.9
"""The least structural similarity. A full slide of large letters, each a third of a pixel aside as its advances are
rounded otherwise, comes to 0.908; most slides are above 0.96."""
TONE = 35.0
"""The most by which the colours of a place of 20 by 20 points may differ, of 255: an edge of a letter of 192 points
that stands a point aside takes 33, a bar or a panel that is missing more than 100."""
ACROSS, ACROSS_SHARE = 0.8, 0.0025
"""Points that a letter may stand aside, or this share of how far it is into its line: LibreOffice's advances at some
sizes (34, 48 points) come out up to 0.2 per cent narrower in its PDF than it breaks lines by."""
DOWN = 0.6
"""Points that a baseline may be off. LibreOffice rounds each line's height to 1/100 mm: the eighth line of a quotation
stands 0.5 points higher."""


class Known(NamedTuple):
    """Why a slide is further off in LibreOffice, and how far it may be. `lines`: some are broken elsewhere there."""

    why: str
    alike: float = ALIKE
    tone: float = TONE
    across: float = ACROSS
    down: float = DOWN
    lines: bool = False


_HOLE = "LibreOffice 7.4 draws every ring with a hole of half its width, whatever c:holeSize says"
_ENDS = (
    "LibreOffice 7.4 centres the lines of a label at a line's end, and shows every year where every other is asked for"
)
_MATHS = "LibreOffice 7.4 sets formulas in its own face and spacing, and lowers subscripts further"
_FIELD = "LibreOffice 7.4 moves a link to the next line whole"
_ROUNDED = "LibreOffice 7.4 rounds advances to 1/600 inch, so that a word more or less has room on a line"
_SPACED = "LibreOffice 7.4 sets a line that is one link as if its spacing were 100 per cent"
KNOWN: dict[tuple[str, str], Known] = {
    **{("chart-3", brand): Known(_HOLE, tone=210) for brand in ("cst", "cranmer", "plain")},
    **{
        (chart, brand): Known(_ENDS, tone=60) for chart in ("chart", "chart-6") for brand in ("cst", "cranmer", "plain")
    },
    **{("formula", brand): Known(_MATHS, tone=130, across=1.5, down=1.5) for brand in ("cst", "cranmer", "plain")},
    **{(links, "cst"): Known(_SPACED, down=1.5) for links in ("links", "links-2", "links-3")},
    ("references-2", "plain"): Known(_FIELD, alike=0.89, tone=90, lines=True),
    ("statement-2", "cst"): Known(_ROUNDED, tone=50, lines=True),
    ("statement-2", "cranmer"): Known(_ROUNDED, tone=50, lines=True),
    ("table", "cst"): Known(_ROUNDED, tone=80, lines=True),
    ("steps-3", "plain"): Known(_ROUNDED, tone=60, lines=True),
    ("timeline-8", "plain"): Known(_ROUNDED, tone=65, lines=True),
}
"""By the slide's id and the brand. What tests/render/test_kinds.py reckons LibreOffice's lines to be, they are."""


def known(brand: str, compared: Compared) -> Known:
    """What a slide is held to."""
    return KNOWN.get((compared.slide.id, brand), Known(""))


def too_far(brand: str, compared: Compared) -> Iterator[str]:
    """What of a slide is further from LibreOffice's than it may be, in words."""
    held = known(brand, compared)
    if compared.alike < held.alike:
        yield f"only {compared.alike:.3f} alike"
    if compared.tone > held.tone:
        yield f"a place's colours differ by {compared.tone:.0f}"
    for offset in compared.offsets:
        if abs(offset.dx) > max(held.across, ACROSS_SHARE * offset.reach):
            yield f"{offset.node}: {offset.text!r} is {offset.dx:+.2f} aside"
        if abs(offset.dy) > held.down:
            yield f"{offset.node}: {offset.text!r} is {offset.dy:+.2f} lower"
    if compared.elsewhere and not held.lines:
        yield f"not where LibreOffice has them: {compared.elsewhere}"
