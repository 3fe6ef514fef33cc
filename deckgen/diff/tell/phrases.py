"""What changes are called, in the words that every output uses."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.diff.changes import (
    CellChange,
    Change,
    ChartChange,
    Counts,
    Edit,
    FactChange,
    NotesChange,
    PictureChange,
    Piece,
    PointChange,
    Restyled,
    ShapeChange,
    SlideChange,
    TableChange,
    TextChange,
)

LONGEST = 240
"""Longer values are cut where they are shown (characters)."""
_KINDS = {"text": "text", "shape": "drawn shape", "film": "film", "diagram": "diagram", "object": "object"}
_LOOKS = {
    ("bold", "no", "yes"): "now bold",
    ("bold", "yes", "no"): "no longer bold",
    ("italic", "no", "yes"): "now italic",
    ("italic", "yes", "no"): "no longer italic",
    ("underlined", "no", "yes"): "now underlined",
    ("underlined", "yes", "no"): "no longer underlined",
    ("struck out", "no", "yes"): "now struck out",
    ("struck out", "yes", "no"): "no longer struck out",
}


class Line(Struct, frozen=True, kw_only=True):
    """One thing to be told: where it is, what of it, the words with what is gone and new; remarks after it."""

    where: str
    what: str = ""
    pieces: tuple[Piece, ...] = ()


def counted(number: int, what: str) -> str:
    """'1 slide', '2 slides'."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def summary(counts: Counts, facts: int) -> str:
    """'2 slides added, 1 gone, 1 moved, 4 changed', and what of the deck itself differs."""
    named = (("added", counts.added), ("gone", counts.gone), ("moved", counts.moved), ("changed", counts.changed))
    told = [f"{number:,} {name}" for name, number in named if number]
    if told:
        first, _, rest = told[0].partition(" ")
        told[0] = f"{first} slide{'' if first == '1' else 's'} {rest}"
    if facts:
        told.append(f"{counted(facts, 'change')} to the deck itself")
    return ", ".join(told) or "no difference"


def badges(slide: SlideChange) -> list[str]:
    """What became of a slide, a few words each."""
    told = []
    for status in slide.status:
        match status:
            case "moved":
                told.append(f"moved from {slide.before}")
            case "renamed":
                told.append(f"renamed from {slide.id_before}")
            case "added" if slide.copy_of is not None:
                told.append(f"added, a copy of slide {slide.copy_of}")
            case "same":
                continue
            case _:
                told.append(status)
    return told


def number_of(slide: SlideChange) -> str:
    """'slide 5', or 'slide 5 → 7' where other slides have come or gone before it."""
    if slide.after is None:
        return f"slide {slide.before} before"
    if slide.before is None or slide.before == slide.after:
        return f"slide {slide.after}"
    return f"slide {slide.before} → {slide.after}"


def fact(change: FactChange) -> str:
    """'layout: Points → Quote'."""
    before, after = (_value(value) for value in (change.before, change.after))
    return f"{change.what}: {before} → {after}"


def _value(value: str) -> str:
    text = " ".join(value.split())
    return shortened(text) if text else "none"


def shortened(text: str) -> str:
    """A text, or as much of it as is shown."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def look(change: Restyled) -> str:
    """'now bold', 'link: none → https://…'."""
    known = _LOOKS.get((change.what, change.before, change.after))
    if known:
        return known
    if not change.before and not change.after:
        return f"other {change.what}"
    return f"{change.what}: {_value(change.before)} → {_value(change.after)}"


def lines(change: Change) -> Iterator[Line]:
    """A change, thing by thing."""
    match change:
        case TextChange():
            yield from _edits(change.edits, change.label)
        case ShapeChange():
            yield _shape(change)
        case TableChange():
            yield from _table(change)
        case PictureChange():
            yield _picture(change)
        case FactChange():
            yield Line(where=change.label or "slide", what=fact(change))
        case ChartChange():
            for said in change.facts:
                yield Line(where=change.label, what=_of_chart(said))
            for point in change.points:
                yield _point(change.label, point)
        case NotesChange():
            yield from _edits(change.edits, "notes")


def _of_chart(change: FactChange) -> str:
    """'Thornton added' of a category or a series, else as other facts."""
    if change.what in ("categories", "series") and not (change.before and change.after):
        kind = "category" if change.what == "categories" else "series"
        return f"{kind} added: {change.after}" if change.after else f"{kind} gone: {change.before}"
    return fact(change)


def _edits(edits: tuple[Edit, ...], where: str) -> Iterator[Line]:
    for edit in edits:
        if any(piece.kind != "same" for piece in edit.pieces):
            yield Line(where=where, pieces=edit.pieces)
        for restyled in edit.looks:
            yield Line(where=where, what=f"“{shortened(' '.join(restyled.words.split()))}” {look(restyled)}")


def _shape(change: ShapeChange) -> Line:
    kind = _KINDS.get(change.kind, change.kind)
    text = shortened(" / ".join(change.text.split("\n")))
    pieces = (Piece("new" if change.how == "added" else "gone", text),) if text else ()
    return Line(where=change.label, what=f"{kind} {change.how}", pieces=pieces)


def _picture(change: PictureChange) -> Line:
    if change.what == "crop":
        return Line(where=change.label, what=f"picture cut otherwise: {change.before} → {change.after}")
    return Line(where=change.label, what=f"another picture ({change.before} → {change.after})")


def _table(change: TableChange) -> Iterator[Line]:
    for line in change.lines:
        pieces = (Piece("new" if line.how == "added" else "gone", shortened(line.text)),)
        yield Line(where=change.label, what=f"{line.what} {line.number} {line.how}", pieces=pieces)
    for cell in change.cells:
        where = f"{change.label}, {_cell(cell)}"
        yield from _edits(cell.edits, where)


def _cell(cell: CellChange) -> str:
    """'“Oakfield”, “2026”', or the numbers where cells have no headings."""
    heading, row = (" ".join(text.split()) for text in (cell.heading, cell.row_heading))
    if heading and row:
        return f"{row}, {heading}"
    return heading or row or f"row {cell.row}, column {cell.column}"


def _point(label: str, point: PointChange) -> Line:
    where = ", ".join(filter(None, [label, point.series, point.category]))
    pieces = tuple(
        piece for piece in (Piece("gone", point.before), Piece("same", " "), Piece("new", point.after)) if piece.text
    )
    return Line(where=where, pieces=pieces)
