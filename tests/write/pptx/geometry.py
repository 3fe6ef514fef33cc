"""Where a drawn connector runs and where a shape's sites are, reckoned from the markup alone.

The paths and sites are those of presetShapeDefinitions (ECMA-376 part 1, 20.1.10.18), turned and flipped as
`a:xfrm` says (20.1.7.6); a writer's own reckoning has no part in it.
"""

from __future__ import annotations

from typing import Any

from tests.write.pptx.markup import find

Point = tuple[float, float]


def course(connector: Any) -> list[Point]:
    """The points that a straight connector or an elbow runs through, from its start to its end."""
    shape = find(connector, "p:spPr/a:prstGeom")[0]
    w, h = extent(connector)
    share = [int(gd.get("fmla").removeprefix("val ")) for gd in find(shape, "a:avLst/a:gd")]
    return [_placed(connector, point) for point in _path(shape.get("prst"), w, h, share)]


def _path(name: str, w: float, h: float, share: list[int]) -> list[Point]:
    match name.replace("curved", "bent"):
        case "straightConnector1" | "line":
            return [(0, 0), (w, h)]
        case "bentConnector2":
            return [(0, 0), (w, 0), (w, h)]
        case "bentConnector3":
            x = w * (share[0] if share else 50_000) / 100_000
            return [(0, 0), (x, 0), (x, h), (w, h)]
    raise AssertionError(name)


def sites(shape: Any) -> list[Point]:
    """The connection sites of a rectangle, in their order: above, left, below, right."""
    assert find(shape, "p:spPr/a:prstGeom[@prst='rect']")
    w, h = extent(shape)
    return [_placed(shape, point) for point in ((w / 2, 0), (0, h / 2), (w / 2, h), (w, h / 2))]


def extent(shape: Any) -> tuple[float, float]:
    """Width and height as `a:xfrm` says them."""
    ext = find(shape, "p:spPr/a:xfrm/a:ext")[0]
    return int(ext.get("cx")), int(ext.get("cy"))


def _placed(shape: Any, point: Point) -> Point:
    """A point of the shape's own on the slide: flipped, turned about the middle, moved."""
    transform = find(shape, "p:spPr/a:xfrm")[0]
    off, (w, h) = find(transform, "a:off")[0], extent(shape)
    x, y = point[0] - w / 2, point[1] - h / 2
    x, y = (-x if transform.get("flipH") == "1" else x), (-y if transform.get("flipV") == "1" else y)
    for _ in range(int(transform.get("rot", 0)) // 5_400_000):
        x, y = -y, x
    return int(off.get("x")) + w / 2 + x, int(off.get("y")) + h / 2 + y
