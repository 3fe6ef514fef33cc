"""How each renderer turns a face's advances into widths.

Widths are half EMU: an eighth of a point (1587.5 EMU), a pixel of 1/600 inch (1524 EMU) and 1/100 mm
(360 EMU) are all whole in them, so that sums are exact.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from deckgen.fonts.faces import INSIDE, Shaping

Model: TypeAlias = Literal["powerpoint", "libreoffice", "ideal"]
"""PowerPoint rounds each advance to 1/8 pt, LibreOffice (7.4 and 25.2) to 1/600 inch. Programs that round nothing, and
break after fewer signs, are "ideal"."""

HALVES = 2
"""Half EMU in one EMU."""
HALVES_PER_PT = 25_400
EIGHTH_PT = 3_175
PIXEL = 3_048
HUNDREDTH_MM = 720
TRACKING_UNIT = 254
"""A hundredth of a point, the unit of `spc`."""
KERNING_FROM = 12
"""PowerPoint kerns from this size on, in points: kern="1200" (FIT.md 2.1)."""
OFFICE_RAISED = 58
"""LibreOffice sets superscript and subscript at this per cent of the size; PowerPoint at two thirds."""


class Grid(dict[int, int]):
    """Advance in font units -> width in half EMU at one size, rounded as a renderer does, tracking added.

    `tracking` is what each advance has been given.
    """

    def __init__(self, model: Model, size: int, raised: bool, upem: int, tracking: int) -> None:
        super().__init__()
        per_em, share, self._unit = _em(model, size, raised)
        self._twice, self._whole = 2 * per_em, share * upem
        self.tracking = _tracking(model, tracking)
        self._larger = size * HALVES_PER_PT * (2 / 3 if raised else 1) / (per_em * self._unit / share)
        rounded = (self._unit / 2 - self.tracking) * self._larger + tracking * TRACKING_UNIT + 0.5
        self._rounded = max(rounded, 0)
        self[INSIDE] = 0

    def __missing__(self, advance: int) -> int:
        # As `nearest` has it, which a call would make twice as slow.
        units = (self._twice * advance + self._whole) // (2 * self._whole)
        width = self[advance] = units * self._unit + self.tracking
        return width

    def unrounded(self, width: int, count: int) -> int:
        """The most that up to `count` advances which are `width` wide here can be with nothing rounded.

        Rounding has taken half a unit from each at most, and a renderer's em may be a little smaller.
        """
        return int(width * self._larger + count * self._rounded) + 1


class Grids(dict[tuple[Model, int, bool, int, int], Grid]):
    """The grids by renderer, size, raised, units per em and tracking, each made when first asked for."""

    def __missing__(self, key: tuple[Model, int, bool, int, int]) -> Grid:
        found = self[key] = Grid(*key)
        return found


def shaping(model: Model, size: int) -> Shaping:
    """How a renderer shapes text of a size."""
    if model != "powerpoint":
        return "ligated"
    return "kerned" if size >= KERNING_FROM else "unkerned"


def room(model: Model, width: int) -> int:
    """The widest line that a renderer takes in a box of `width`, both in half EMU."""
    if model != "libreoffice":
        return width
    # LibreOffice rounds box and line to 1/100 mm before it compares them.
    return nearest(width, HUNDREDTH_MM) * HUNDREDTH_MM + HUNDREDTH_MM // 2 - 1


def nearest(numerator: int, denominator: int) -> int:
    """The whole number nearest to a fraction, halves up."""
    return (2 * numerator + denominator) // (2 * denominator)


def _em(model: Model, size: int, raised: bool) -> tuple[int, int, int]:
    """An em as a fraction of a renderer's units, and the unit in half EMU."""
    if model == "libreoffice":
        # Sizes are kept in 1/100 mm, and faces scaled to whole pixels of 1/600 inch.
        height = nearest(size * 2540, 72)
        return nearest((height * OFFICE_RAISED // 100 if raised else height) * 600, 2540), 1, PIXEL
    unit = EIGHTH_PT if model == "powerpoint" else 1
    em = size * HALVES_PER_PT // unit
    return (2 * em, 3, unit) if raised else (em, 1, unit)


def _tracking(model: Model, hundredths: int) -> int:
    """What `spc` adds to an advance in half EMU; LibreOffice rounds it to 1/100 mm."""
    width = hundredths * TRACKING_UNIT
    return nearest(width, HUNDREDTH_MM) * HUNDREDTH_MM if model == "libreoffice" else width
