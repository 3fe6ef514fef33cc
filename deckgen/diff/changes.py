"""What differs between two decks, as values: the one account that all renderers tell.

Fields are those of the JSON output (docs/diff.md): they only ever become more.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

Status: TypeAlias = Literal["added", "gone", "moved", "renamed", "changed", "same"]


class Piece(Struct, frozen=True):
    """Words that both sides have, or only the first ("gone"), or only the second ("new")."""

    kind: Literal["same", "gone", "new"]
    text: str


class Restyled(Struct, frozen=True, kw_only=True):
    """Words that stayed while their look or link changed: what of it, and their places (start, end) on both sides."""

    words: str
    what: str
    before: str
    after: str
    span_before: tuple[int, int]
    span_after: tuple[int, int]


class Edit(Struct, frozen=True, kw_only=True):
    """A paragraph that differs. `before` and `after` are its numbers on both sides, from 0; None where it isn't."""

    before: int | None
    after: int | None
    pieces: tuple[Piece, ...]
    looks: tuple[Restyled, ...] = ()


class TextChange(Struct, frozen=True, kw_only=True, tag_field="type", tag="text"):
    """Words of a box: the paragraphs that differ. `shape_before` and `shape_after` are its keys on each side."""

    label: str
    shape_before: str
    shape_after: str
    edits: tuple[Edit, ...]


class ShapeChange(Struct, frozen=True, kw_only=True, tag_field="type", tag="shape"):
    """Something that is on one side alone: what it is, and what it says."""

    label: str
    how: Literal["added", "gone"]
    kind: str
    text: str
    shape: str


class CellChange(Struct, frozen=True, kw_only=True):
    """A cell that differs: its row and column on both sides, from 1, and the column's heading."""

    row: int
    column: int
    row_before: int
    column_before: int
    heading: str
    row_heading: str
    edits: tuple[Edit, ...]


class LineChange(Struct, frozen=True, kw_only=True):
    """A row or column of a table that only one side has: its number there, from 1, and its words."""

    how: Literal["added", "gone"]
    what: Literal["row", "column"]
    number: int
    text: str


class TableChange(Struct, frozen=True, kw_only=True, tag_field="type", tag="table"):
    """Cells, rows and columns of a table."""

    label: str
    shape_before: str
    shape_after: str
    cells: tuple[CellChange, ...] = ()
    lines: tuple[LineChange, ...] = ()


class PointChange(Struct, frozen=True, kw_only=True):
    """A value of a chart: "" where there is none."""

    series: str
    category: str
    before: str
    after: str


class ChartChange(Struct, frozen=True, kw_only=True, tag_field="type", tag="chart"):
    """Values of a chart, and what else differs in it ("series added", "chart type" …)."""

    label: str
    shape_before: str
    shape_after: str
    points: tuple[PointChange, ...] = ()
    facts: tuple[FactChange, ...] = ()


class PictureChange(Struct, frozen=True, kw_only=True, tag_field="type", tag="picture"):
    """Another picture, or another part of it: in words, on both sides."""

    label: str
    what: Literal["content", "crop"]
    shape_before: str
    shape_after: str
    before: str
    after: str


class NotesChange(Struct, frozen=True, kw_only=True, tag_field="type", tag="notes"):
    """What the speaker says: the paragraphs that differ."""

    edits: tuple[Edit, ...]


class FactChange(Struct, frozen=True, kw_only=True, tag_field="type", tag="fact"):
    """Anything else, by what it is called ("layout", "alternative text", "hidden"), "" for none.

    `label` is what on the slide it is about, "" the slide or the deck itself; the keys are its own on each side.
    """

    what: str
    before: str
    after: str
    label: str = ""
    shape_before: str = ""
    shape_after: str = ""


Change: TypeAlias = TextChange | ShapeChange | TableChange | ChartChange | PictureChange | NotesChange | FactChange


class SlideChange(Struct, frozen=True, kw_only=True):
    """A slide of either side. `before` and `after` are its numbers, None where it isn't; `status` what became of it:
    several at once, such as moved and changed. `copy_of` is the number of the slide that an added one doubles."""

    status: tuple[Status, ...]
    before: int | None
    after: int | None
    title: str
    id_before: str = ""
    id_after: str = ""
    copy_of: int | None = None
    changes: tuple[Change, ...] = ()


class Counts(Struct, frozen=True, kw_only=True):
    """How many slides were added, are gone, have moved, have other content, are the same; how many each side has."""

    added: int
    gone: int
    moved: int
    changed: int
    same: int
    before: int
    after: int


class Difference(Struct, frozen=True, kw_only=True):
    """Two decks compared. `slides` are in the second one's order, those that are gone where they were."""

    counts: Counts
    deck: tuple[FactChange, ...]
    slides: tuple[SlideChange, ...]

    @property
    def nothing(self) -> bool:
        """Whether the decks are the same."""
        return not self.deck and all(slide.status == ("same",) for slide in self.slides)
