"""Facts of the scene in words, for its text dump: lengths in points with one decimal, colours, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.scene.chart import Chart
from deckgen.scene.film import Video
from deckgen.scene.image import Crop
from deckgen.scene.math import Formula
from deckgen.scene.nodes import (
    Node,
    Picture,
    TextBox,
)
from deckgen.scene.table import Table
from deckgen.scene.text import Color, Line, Link, TextStyle
from deckgen.units import Emu, Rect, to_pt


def line(line: Line) -> str:
    """A measured line: where it stands, how wide it is, its words."""
    return f"| {pt(line.x)} {pt(line.baseline)} {pt(line.width)}  {line.text}"


def place(node: TextBox | Picture | Video | Table | Formula | Chart) -> str:
    """The placeholder a node fills, and whether it was moved."""
    if node.placeholder is None:
        return "free"
    # A table or chart stands where it says, wherever its placeholder is.
    moved = not isinstance(node, Table | Chart) and node.moved
    return f"{node.placeholder.type} {node.placeholder.idx}{' moved' if moved else ''}"


def style(style: TextStyle) -> str:
    """A size of type."""
    weight = " bold" if style.bold else ""
    tracking = f" tracking {style.tracking}" if style.tracking else ""
    return f"{style.name} {style.size}/{style.spacing}% {style.font}{weight}{tracking}"


def color(color: Color | None) -> str:
    """A colour, shaded."""
    if color is None:
        return ""
    mod = "" if color.lum_mod is None else f"*{color.lum_mod / 1000:g}"
    off = "" if color.lum_off is None else f"+{color.lum_off / 1000:g}"
    return f"{color.slot}{mod}{off}"


def link(link: Link | None) -> str:
    """Where a click goes."""
    if link is None:
        return ""
    return f"-> slide {link.slide}" if link.slide is not None else f"-> {link.url}"


def crop(crop: Crop) -> str:
    """What is cut from each side."""
    if crop == Crop():
        return ""
    sides = (crop.left, crop.top, crop.right, crop.bottom)
    return "crop " + " ".join(f"{side / 1000:.1f}%" for side in sides)


def rect(rect: Rect) -> str:
    """A box: left, top, width and height."""
    return f"{pt(rect.x)},{pt(rect.y)} {pt(rect.w)}×{pt(rect.h)}"


def pt(length: Emu) -> str:
    """A length in points."""
    # + 0.0 turns -0.0, which says nothing but differs, into 0.0.
    return f"{round(to_pt(length), 1) + 0.0:.1f}"


def length(name: str, length: Emu | None) -> str:
    """A named length, where there is one."""
    return "" if length is None else f"{name} {pt(length)}"


def mark(node: Node) -> str:
    """Whether it says nothing."""
    return flag("decorative", not isinstance(node, Formula) and node.decorative)


def flag(word: str, on: bool) -> str:
    """A word, where it is so."""
    return word if on else ""


def named(name: str, value: str) -> str:
    """A named text, where there is any."""
    return f'{name} "{value}"' if value else ""


def said(*facts: str) -> str:
    """Facts in one line, absent ones left out."""
    return "  ".join(fact for fact in facts if fact)


def indent(lines: Iterable[str]) -> Iterator[str]:
    """Lines set in by a step."""
    return (f"  {line}" for line in lines)
