"""What a brand's tables look like: decided here once, written as a table style and drawn from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.brand.model import Brand
from deckgen.brand.tokens import HAIR, RULE
from deckgen.scene import Color
from deckgen.units import Emu

PartName: TypeAlias = Literal["wholeTbl", "band1H", "lastCol", "firstCol", "lastRow", "firstRow"]
Side: TypeAlias = Literal["left", "right", "top", "bottom", "insideH", "insideV"]

SIDES: tuple[Side, ...] = ("left", "right", "top", "bottom", "insideH", "insideV")


class Edge(Struct, frozen=True):
    """A line along a side."""

    width: Emu
    color: Color


class TablePart(Struct, frozen=True, kw_only=True):
    """A part of a table style (ECMA-376 part 1, 20.1.4.2.26). What it doesn't say is as in the parts before it.

    `text` None: it says nothing of words. `edges` are the sides it speaks of, None for one without a line.
    """

    name: PartName
    text: Color | None = None
    bold: bool = False
    fill: Color | None = None
    edges: Mapping[Side, Edge | None] = MappingProxyType({})


def table_parts(brand: Brand) -> Iterator[TablePart]:
    """The parts of the brand's table style, each over those before it: a bold head over a rule, row heads in the
    muted colour, hair lines between rows or bands, nothing at the sides, and a last column that is the point on a
    tint (design/KINDS.md, table).

    None for corners: LibreOffice 7.4 takes those whether or not a table takes their row and column.
    """
    paper, tint = brand.surface("paper"), brand.surface("tint")
    text, rule = paper.color("text"), Edge(RULE, paper.color("text"))
    between = None if brand.banded_tables else Edge(HAIR, paper.color("rule"))
    yield TablePart(name="wholeTbl", text=text, edges={**dict.fromkeys(SIDES), "insideH": between})
    if brand.banded_tables:
        yield TablePart(name="band1H", fill=tint.background)
    yield TablePart(name="lastCol", text=tint.color("text"), bold=True, fill=tint.background)
    yield TablePart(name="firstCol", text=paper.color("muted"))
    yield TablePart(name="lastRow", text=text, bold=True, edges={"top": rule})
    yield TablePart(name="firstRow", text=text, bold=True, edges={"bottom": rule})
