"""Lines that join boxes: where they leave one, how they run, where they meet the other."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from deckgen.layout.attempt import Fill
from deckgen.scene import Color, Connector, End
from deckgen.units import Emu, Rect

Side = Literal["top", "left", "bottom", "right"]
SITES: dict[Side, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""The connection sites of a rectangle."""
UPRIGHT = ("top", "bottom")
Point = tuple[Emu, Emu]


class Thread(Struct, frozen=True):
    """How connectors are drawn: colour and weight, an arrow's head at the end, corners or curves."""

    color: Color
    width: Emu
    head: bool = False
    curved: bool = False


def connect(name: str, start: tuple[Fill, Side], end: tuple[Fill, Side], thread: Thread) -> Connector:
    """The connector from a side of one box to a side of another: straight where they face each other squarely,
    else with one or two right angles, half-way."""
    (one, leaving), (other, meeting) = start, end
    return Connector(
        name=name,
        start=End(one.name, SITES[leaving]),
        end=End(other.name, SITES[meeting]),
        points=_course(site(one.rect, leaving), leaving, site(other.rect, meeting), meeting),
        color=thread.color,
        width=thread.width,
        head=thread.head,
        curved=thread.curved,
    )


def hang(name: str, parent: Fill, child: Fill, thread: Thread) -> Connector:
    """The connector down the left edge of `parent` to the left side of `child`, which is set in below it."""
    (x1, y1), (x2, y2) = site(parent.rect, "left"), site(child.rect, "left")
    return Connector(
        name=name,
        start=End(parent.name, SITES["left"]),
        end=End(child.name, SITES["left"]),
        points=((x1, y1), (x1, y1), (x1, y2), (x2, y2)),
        color=thread.color,
        width=thread.width,
        head=thread.head,
    )


def site(rect: Rect, side: Side) -> Point:
    """The middle of a side."""
    match side:
        case "top":
            return rect.x + rect.w // 2, rect.y
        case "bottom":
            return rect.x + rect.w // 2, rect.bottom
        case "left":
            return rect.x, rect.y + rect.h // 2
        case "right":
            return rect.right, rect.y + rect.h // 2


def _course(start: Point, leaving: Side, end: Point, meeting: Side) -> tuple[Point, ...]:
    (x1, y1), (x2, y2) = start, end
    if (leaving in UPRIGHT) != (meeting in UPRIGHT):
        return start, ((x1, y2) if leaving in UPRIGHT else (x2, y1)), end
    if (x1 == x2) if leaving in UPRIGHT else (y1 == y2):
        return start, end
    if leaving in UPRIGHT:
        y = (y1 + y2) // 2
        return start, (x1, y), (x2, y), end
    x = (x1 + x2) // 2
    return start, (x, y1), (x, y2), end
