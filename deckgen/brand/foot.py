"""The foot of every slide: where its date, its footer and its number stand (design/NATIVE.md 3)."""

from __future__ import annotations

from typing import Literal

from deckgen.scene import Align, TextStyle
from deckgen.units import SLIDE, Rect, pt

FootKind = Literal["dt", "ftr", "sldNum"]
"""Date, footer and number, as PowerPoint names such placeholders."""
BASELINE = 518
"""Of everything in the foot, points."""
_HEIGHT = 18
_PLACES: dict[FootKind, tuple[float, float, Align]] = {
    "dt": (764, 74, "r"),
    "ftr": (344, 420, "l"),
    "sldNum": (838, 74, "r"),
}
_SIDES: dict[Align, Align] = {"l": "r", "r": "l", "ctr": "ctr"}


def foot_rect(kind: FootKind, style: TextStyle, *, rtl: bool) -> Rect:
    """Where it stands on every layout, in the brand's style for it."""
    x, w, _ = _PLACES[kind]
    left = SLIDE.w - pt(x) - pt(w) if rtl else pt(x)
    return Rect(left, pt(BASELINE) - style.seat, pt(w), pt(_HEIGHT))


def foot_align(kind: FootKind, *, rtl: bool) -> Align:
    """The side of its place that it stands at."""
    align = _PLACES[kind][2]
    return _SIDES[align] if rtl else align
