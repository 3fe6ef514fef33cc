"""The scene seen in a mirror: what stands left stands right, for readers who begin at the right.

Words are not mirrored, nor are pictures, icons and logos; lines, panels and drawn art are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from deckgen.scene.build import WIPE, WIPE_BACK, Step
from deckgen.scene.chart import Chart, LabelPlace
from deckgen.scene.diagram import BoxLook, Connector, End
from deckgen.scene.nodes import Node, Path, TextBox
from deckgen.scene.table import Cell
from deckgen.scene.text import Align, Color, Line, Paragraph, TextStyle
from deckgen.units import SLIDE, Rect

N = TypeVar("N", bound=Struct)

WORDMARK, MARK = "Wordmark", "Mark "
"""A wordmark's name, and what those of its mark's parts begin with: they move to the other side as they are."""
ICON = "icon"
"""The last part of an icon's name: a clock or a tick is the same to every reader."""
_SIDES: dict[Align, Align] = {"l": "r", "r": "l", "ctr": "ctr"}
_POINTS = {"M": (1,), "L": (1,), "C": (1, 3, 5), "O": (1,), "Z": ()}
"""Which arguments of a path's commands are x."""
_HEADS = {"start": "end", "end": "start"}
"""Where a rule has an arrow's head: it runs from left to right, also in a mirror."""
_SITES = {1: 3, 3: 1}
"""The sites of a rectangle that change places: left and right."""
_PLACES: dict[LabelPlace, LabelPlace] = {"r": "l", "l": "r"}
"""Of labels at points of a chart."""
_UNTURNED = ("doughnut", "scatter")
"""Charts that are read alike from both sides: a ring runs with the clock, and a measure from left to right."""
_ALIKE = (Color, TextStyle, Paragraph)
"""What has no place on the slide."""


def mirrored(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """`nodes` with left and right exchanged, in the same reading order."""
    return tuple([_within(node) for node in nodes])


def is_mark(node: Node) -> bool:
    """Whether the node is part of a wordmark's mark."""
    return node.name.startswith(MARK)


def mirrored_rect(rect: Rect) -> Rect:
    """The rect as far from the right edge of the slide as it was from the left."""
    return Rect(SLIDE.w - rect.right, rect.y, rect.w, rect.h)


def mirrored_align(align: Align) -> Align:
    """The other side."""
    return _SIDES[align]


def mirrored_look(look: BoxLook) -> BoxLook:
    """The look with its insets left and right exchanged."""
    return replace(look, inset_x=look.right, inset_right=None if look.inset_right is None else look.inset_x)


def _mirrored(value: N) -> N:
    """Any value of the scene, and what is within it; one that asks for `rtl` is told."""
    name = str(getattr(value, "name", ""))
    # An icon may be a clock or a pound sign: it moves over as it is.
    turned = name != WORDMARK and not name.startswith(MARK) and not getattr(value, "round", False)
    changes: dict[str, Any] = {}
    for field in value.__struct_fields__:
        old = getattr(value, field)
        if field == "align":
            changes[field] = _SIDES[old]
        elif field == "head":
            changes[field] = _HEADS.get(old)
        elif field == "rtl":
            changes[field] = turned
        elif field == "place":
            changes[field] = _PLACES.get(old, old)
        elif turned or not isinstance(old, Path):
            changes[field] = _within(old)
    return replace(value, **changes)


def _within(value: Any) -> Any:
    """A field's value mirrored, if it has a place."""
    match value:
        case TextBox() if value.style.font == "mono":
            return _mirrored_code(value)
        case Rect():
            return mirrored_rect(value)
        case Line():
            return replace(value, x=SLIDE.w - value.x - value.width)
        case Path():
            return mirrored_path(value)
        case BoxLook():
            return mirrored_look(value)
        case Cell():
            return replace(_mirrored(value), left=value.right, right=value.left)
        case Connector():
            return _mirrored_connector(value)
        case Chart() if value.form in _UNTURNED:
            return _moved_chart(value)
        case tuple():
            return tuple([_within(inner) for inner in value])
        case Struct() if not isinstance(value, _ALIKE):
            return _mirrored(value)
        case _:
            return value


def _mirrored_code(box: TextBox) -> TextBox:
    """A box of code at the other side: what is in it runs from left to right for every reader."""
    rect = mirrored_rect(box.rect)
    lines = tuple([replace(line, x=line.x + rect.x - box.rect.x) for line in box.lines])
    return replace(box, rect=rect, lines=lines)


def _moved_chart(chart: Chart) -> Chart:
    """A chart at the other side, as it is within."""
    rect = mirrored_rect(chart.rect)
    dx = rect.x - chart.rect.x
    words = tuple([replace(said, line=replace(said.line, x=said.line.x + dx)) for said in chart.words])
    axes = {
        name: replace(axis, title_at=(axis.title_at[0] + dx, axis.title_at[1]))
        for name, axis in (("category_axis", chart.category_axis), ("value_axis", chart.value_axis))
        if axis is not None
    }
    return replace(chart, rect=rect, plot=replace(chart.plot, x=chart.plot.x + dx), words=words, **axes)


def _mirrored_connector(line: Connector) -> Connector:
    points = tuple([(SLIDE.w - x, y) for x, y in line.points])
    return replace(line, points=points, start=_end(line.start), end=_end(line.end))


def _end(end: End) -> End:
    return End(end.node, _SITES.get(end.site, end.site))


def mirrored_path(path: Path) -> Path:
    """The outline turned over."""
    return Path(path.w, path.h, tuple([_command(command, path.w) for command in path.commands]))


def _command(command: tuple[str | int, ...], width: int) -> tuple[str | int, ...]:
    turned = list(command)
    for place in _POINTS[str(command[0])]:
        x = command[place]
        assert isinstance(x, int)
        turned[place] = width - x
    return tuple(turned)


def mirrored_build(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The same clicks: what was wiped in from the left is wiped in from the right."""
    return tuple(tuple(replace(r, effect=WIPE_BACK) if r.effect == WIPE else r for r in step) for step in steps)
