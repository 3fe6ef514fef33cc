"""Connectors: lines glued to two shapes, as PresentationML (ECMA-376 part 1, 19.3.1.19 and 20.1.2.2.36).

The preset shapes for them run from the upper left corner of their box, first to the right; any other course is one
of these, turned by quarters and flipped (20.1.7.6). PowerPoint keeps the turn when it draws the line anew because
somebody has moved a shape.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.ooxml.xml import Xml, el
from deckgen.scene import Connector
from deckgen.units import Rect
from deckgen.write.pptx.pen import Pen, line

_QUARTER = 5_400_000  # 60,000ths of a degree (20.1.10.3)
_TURNS = {
    (False, True): (3 * _QUARTER, True),
    (True, True): (_QUARTER, False),
    (False, False): (3 * _QUARTER, False),
    (True, False): (_QUARTER, True),
}
"""(rotation, flipped sideways) of a line that first goes up or down, by whether it goes left, and down."""
_SHAPES = {2: "straightConnector1", 3: "{}Connector2", 4: "{}Connector3"}
"""Preset shapes by the number of points."""


class Turned(Struct, frozen=True):
    """`a:xfrm` of a connector: its box before it is turned, the turn, and the flips."""

    rect: Rect
    turn: int = 0
    flip_h: bool = False
    flip_v: bool = False


def connector(node: Connector, pen: Pen) -> Xml:
    """`p:cxnSp` with both its ends glued."""
    named = pen.identify(node.name, decorative=node.decorative)
    ends = (
        el("a:stCxn", {"id": pen.number(node.start.node), "idx": node.start.site}),
        el("a:endCxn", {"id": pen.number(node.end.node), "idx": node.end.site}),
    )
    return el(
        "p:cxnSp",
        None,
        el("p:nvCxnSpPr", None, named, el("p:cNvCxnSpPr", None, *ends), el("p:nvPr")),
        el(
            "p:spPr",
            None,
            _transform(frame(node)),
            _geometry(node),
            line(node.color, node.width, pen, head="end" if node.head else None),
        ),
    )


def frame(node: Connector) -> Turned:
    """The box, turn and flips that make the preset shape run as `node.points` do."""
    (x1, y1), (x2, y2) = node.points[0], node.points[-1]
    left, down = x2 < x1, y2 >= y1
    w, h = abs(x2 - x1), abs(y2 - y1)
    if not _upright(node):
        return Turned(Rect(min(x1, x2), min(y1, y2), w, h), flip_h=left, flip_v=not down)
    turn, flip = _TURNS[left, down]
    # What is turned by a quarter keeps its middle; its box is said as it was before.
    return Turned(Rect((x1 + x2 - h) // 2, (y1 + y2 - w) // 2, h, w), turn=turn, flip_h=flip)


def _upright(node: Connector) -> bool:
    """Whether an elbow first goes up or down. Of two parallel ends, one may have no length."""
    if len(node.points) == 2:
        return False
    (x1, _), (x2, _) = node.points[:2]
    if len(node.points) == 3:
        return x1 == x2
    return x1 == x2 and node.points[-2][0] == node.points[-1][0]


def _geometry(node: Connector) -> Xml:
    """`a:prstGeom`, with where between its ends an elbow of four points crosses over."""
    name = _SHAPES[len(node.points)].format("curved" if node.curved else "bent")
    if len(node.points) < 4:
        return el("a:prstGeom", {"prst": name}, el("a:avLst"))
    axis = 1 if _upright(node) else 0
    start, corner, end = (node.points[n][axis] for n in (0, 1, -1))
    share = round(100_000 * (corner - start) / (end - start)) if end != start else 50_000
    return el("a:prstGeom", {"prst": name}, el("a:avLst", None, el("a:gd", {"name": "adj1", "fmla": f"val {share}"})))


def _transform(placed: Turned) -> Xml:
    rect = placed.rect
    return el(
        "a:xfrm",
        {
            "rot": placed.turn or None,
            "flipH": 1 if placed.flip_h else None,
            "flipV": 1 if placed.flip_v else None,
        },
        el("a:off", {"x": rect.x, "y": rect.y}),
        el("a:ext", {"cx": rect.w, "cy": rect.h}),
    )
