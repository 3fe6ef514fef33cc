"""Lengths. Inside deckgen every length is an integer of English Metric Units (EMU).

1 point = 12,700 EMU, 1 cm = 360,000 EMU (ECMA-376 part 1, 22.9.2.1). Points and centimetres
appear only at the borders: the YAML that people write, the messages that they read.
"""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

Emu: TypeAlias = int

EMU_PER_PT = 12_700


def pt(value: float) -> Emu:
    """`value` points in EMU, rounded to the nearest unit."""
    return round(value * EMU_PER_PT)


def to_pt(value: Emu) -> float:
    """`value` EMU in points."""
    return value / EMU_PER_PT


class Rect(Struct, frozen=True):
    """A box: left, top, width, height in EMU, from the slide's upper left corner."""

    x: Emu
    y: Emu
    w: Emu
    h: Emu

    @property
    def right(self) -> Emu:
        """x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> Emu:
        """y of the lower edge."""
        return self.y + self.h


def box(x: float, y: float, w: float, h: float) -> Rect:
    """The rect with these sides in points."""
    return Rect(pt(x), pt(y), pt(w), pt(h))


SLIDE = box(0, 0, 960, 540)
"""The slide: 13.333 x 7.5 inches, which is 960 x 540 points."""
