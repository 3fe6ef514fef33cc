"""What diagrams are drawn with: the look of a box that text stands in, and lines glued to boxes."""

# Annotations are values here: of text, msgspec would have to compile each when a compiled brand is read (1 ms).
from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene.text import Color
from deckgen.units import Emu, Rect


class BoxLook(Struct, frozen=True):
    """The rectangle that text stands in: its fill, its outline, and how far the text keeps from its sides.

    `inset_right` and `inset_bottom` None mean: as far as from the side opposite.
    """

    fill: Color | None = None
    stroke: Color | None = None
    stroke_width: Emu = 0
    inset_x: Emu = 0
    inset_y: Emu = 0
    inset_right: Emu | None = None
    inset_bottom: Emu | None = None

    @property
    def right(self) -> Emu:
        """How far the text keeps from the right side."""
        return self.inset_x if self.inset_right is None else self.inset_right

    @property
    def bottom(self) -> Emu:
        """How far the text keeps from the foot."""
        return self.inset_y if self.inset_bottom is None else self.inset_bottom

    def inner(self, rect: Rect) -> Rect:
        """Where in `rect` the text stands."""
        width = rect.w - self.inset_x - self.right
        return Rect(rect.x + self.inset_x, rect.y + self.inset_y, width, rect.h - self.inset_y - self.bottom)


class End(Struct, frozen=True):
    """Where a connector is glued: a node of the slide by its name, and one of its sites.

    A rectangle's sites are 0 above, 1 left, 2 below, 3 right, in the middle of each side (presetShapeDefinitions).
    """

    node: str
    site: int


class Connector(Struct, frozen=True, kw_only=True, tag=True):
    """A line that stays glued to two nodes when somebody moves them.

    `points` are its course: two of a straight one, three or four of one with right angles (`curved`: the corners of
    the polygon that the curve swings through). `head` is an arrow's, at the last point.
    """

    name: str
    start: End
    end: End
    points: tuple[tuple[Emu, Emu], ...]
    color: Color
    width: Emu
    curved: bool = False
    head: bool = False
    decorative: bool = True
    span: Span = NOWHERE

    @property
    def rect(self) -> Rect:
        """What its course takes up."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
