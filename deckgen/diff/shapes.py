"""Two versions of something on a slide, compared: words, tables, charts, pictures, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diff.changes import Change, FactChange, PictureChange, TextChange
from deckgen.diff.charts import chart_changes
from deckgen.diff.match_shapes import Pair
from deckgen.diff.tables import table_changes
from deckgen.diff.texts import Known, edits
from deckgen.diff.view import Body, Paragraph, Picture, Run, Shape
from deckgen.units import EMU_PER_PT, Rect

NOTICED = 3 * EMU_PER_PT
"""A box that has moved by less stands where it stood: programs round."""
SIZED = 0.26
"""Sizes that differ by less are the same (points)."""


def shape_changes(pair: Pair, known: Known, *, places: bool) -> Iterator[Change]:
    """What differs between the two; with `places` also where they stand."""
    before, after = pair.before, pair.after
    yield from _texts(pair, known)
    data: list[Change] = []
    if before.table and after.table:
        data += table_changes(pair, before.table, after.table, known)
    if before.chart and after.chart:
        data += chart_changes(pair, before.chart, after.chart)
    yield from data
    yield from _pictures(pair)
    for fact in _facts(pair, known, places=places):
        # What is said of data to those who can't see it follows the data.
        if not (data and fact.what == "alternative text"):
            yield fact


def _texts(pair: Pair, known: Known) -> Iterator[Change]:
    bodies = (pair.before.body, pair.after.body)
    if pair.after.kind == "formula":  # how it is set is for the program that sets it
        bodies = (_bare(bodies[0]), _bare(bodies[1]))
    found = edits(bodies[0].paragraphs, bodies[1].paragraphs, known)
    if found:
        yield TextChange(label=pair.label, shape_before=pair.before.key, shape_after=pair.after.key, edits=found)


def _bare(body: Body) -> Body:
    """The words alone, all in one look."""
    paragraphs = (Paragraph(runs=(Run(paragraph.text),)) for paragraph in body.paragraphs if paragraph.text.strip())
    return Body(paragraphs=tuple(paragraphs))


def _pictures(pair: Pair) -> Iterator[Change]:
    before, after = pair.before.picture, pair.after.picture
    if before is None or after is None:
        return
    if before.content != after.content:
        yield _picture(pair, "content", _told(before), _told(after))
    elif any(abs(a - b) > 0.005 for a, b in zip(before.crop, after.crop, strict=True)):
        yield _picture(pair, "crop", _cropped(before), _cropped(after))


def _picture(pair: Pair, what: str, before: str, after: str) -> PictureChange:
    return PictureChange(
        label=pair.label,
        what="crop" if what == "crop" else "content",
        shape_before=pair.before.key,
        shape_after=pair.after.key,
        before=before,
        after=after,
    )


def _told(picture: Picture) -> str:
    """'PNG, 41 kB'."""
    if not picture.part:
        return picture.content
    ending = picture.part.rpartition(".")[2].upper()
    return f"{ending.replace('JPG', 'JPEG')}, {max(1, round(picture.size / 1000)):,} kB"


def _cropped(picture: Picture) -> str:
    sides = zip(("left", "top", "right", "bottom"), picture.crop, strict=True)
    return ", ".join(f"{share:.0%} {side}" for side, share in sides if abs(share) > 0.005) or "whole"


def _facts(pair: Pair, known: Known, *, places: bool) -> Iterator[FactChange]:
    before, after = pair.before, pair.after
    facts = [
        ("alternative text", before.alt, after.alt),
        ("link", known.slides.get(before.link, before.link), after.link),
        ("film", before.media, after.media),
        ("text size", *(("", "") if after.kind == "formula" else _sizes(before.body, after.body))),
    ]
    if places and _stands_elsewhere(before, after):
        facts.append(("place", _place(before), _place(after)))
    for what, was, now in facts:
        if was != now:
            yield FactChange(
                what=what, before=was, after=now, label=pair.label, shape_before=before.key, shape_after=after.key
            )


def _sizes(before: Body, after: Body) -> tuple[str, str]:
    """The sizes of two texts, largest first, where they differ."""
    was, now = _size(before), _size(after)
    if was == now == 0 or not was or not now or abs(was - now) < SIZED:
        return "", ""
    return f"{was:g} pt", f"{now:g} pt"


def _size(body: Body) -> float:
    """The size that most of the words have."""
    letters: dict[float, int] = {}
    for paragraph in body.paragraphs:
        for run in paragraph.runs:
            size = round(run.font.size * body.shrink, 1)
            letters[size] = letters.get(size, 0) + len(run.text.strip())
    return max(letters, key=lambda size: (letters[size], size), default=0) if any(letters.values()) else 0


def _stands_elsewhere(before: Shape, after: Shape) -> bool:
    if after.kind in ("text", "picture", "film") and abs(before.turn - after.turn) > 0.5:
        return True
    a, b = _covered(before), _covered(after)
    return any(abs(x - y) > NOTICED for x, y in ((a.x, b.x), (a.y, b.y), (a.w, b.w), (a.h, b.h)))


def _covered(shape: Shape) -> Rect:
    """What of the slide it covers: on its side, across what was down."""
    rect = shape.rect
    if round(shape.turn / 90) % 2 == 0:
        return rect
    return Rect(rect.x + (rect.w - rect.h) // 2, rect.y + (rect.h - rect.w) // 2, rect.h, rect.w)


def _place(shape: Shape) -> str:
    x, y, w, h = (round(side / EMU_PER_PT) for side in (shape.rect.x, shape.rect.y, shape.rect.w, shape.rect.h))
    turned = f", turned by {shape.turn:g}°" if shape.turn else ""
    return f"{x}, {y} pt, {w} × {h} pt{turned}"
