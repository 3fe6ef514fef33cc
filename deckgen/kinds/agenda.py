"""Agenda: the running order; repeated with `now:` before each part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.brand.model import Brand, Layout
from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_W, BODY_X, HANG, Frame
from deckgen.layout.rows import Look, Place, describe, table_part
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.layout.table import SEAT
from deckgen.spec.grid import Grid, GridCell
from deckgen.spec.slots import Advice, BindContext, Spec, clipped, optional, required
from deckgen.spec.text import Text
from deckgen.spec.types import EitherType, ListOf, One, TextType
from deckgen.spec.words import words_of

_TIME = r"(\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?)(?:\s*[-–—:,]\s+|\s+)(?=\S)"
STEPS = (("body", 66, True), ("body", 54, True), ("small", 48, True), ("small", 48, False))
"""Styles and heights of rows, and whether a row of several lines has as much above its words as a single line has."""
TIMES = 118
TOP, BOTTOM = 1, 6.2
"""A cell's margins. They seat a line of 24 points in a row of 66 so that the first hangs from the title's baseline."""
CLOSE, FOOT = 4, 456
NOTHING = GridCell(Text(()))


class AgendaItemSpec(Spec):
    """One item of an agenda."""

    time = optional(TextType(), doc="when it begins, as you write it: 13.20")
    text = required(TextType(), advice=Advice(characters=40))


class AgendaSpec(Spec):
    """What an agenda holds."""

    title = required(TextType(), placeholder="title")
    items = required(
        ListOf(EitherType[Text, AgendaItemSpec](TextType(), One(AgendaItemSpec, "item")), 2, 8),
        placeholder="table",
        doc="texts, or {time, text}",
    )
    now = optional(TextType(), doc="the item that comes next: its time, its words or its number")

    @classmethod
    def check(cls, spec: AgendaSpec, context: BindContext) -> None:
        """What is next must be an item; a time within an item's words would stand out of its column."""
        for item in spec.items:
            if isinstance(item, Text) and (begins := re.match(_TIME, item.plain)):
                words = clipped(item.plain[begins.end() :], 40)
                message = f'"{begins[1]}" looks like the time of this item, and stands among its words'
                context.diags.warning("time-in-words", item.span, message, hint=_as_mapping(begins[1], words))
        if spec.now and spec.next is None:
            _report_unknown(spec, context.diags)
        elif spec.now and len(spec.meant) > 1:
            which = " or ".join(str(number + 1) for number in spec.meant)
            message = f'"{clipped(spec.now.plain)}" stands here more than once'
            context.diags.error("ambiguous-item", spec.at("now"), message, hint=f"say which by its number: {which}")

    @property
    def parts(self) -> tuple[tuple[Text | None, Text], ...]:
        """(time, words) of each item."""
        return tuple((None, item) if isinstance(item, Text) else (item.time, item.text) for item in self.items)

    @property
    def next(self) -> int | None:
        """The number of the item that comes next, from 0."""
        if self.meant:
            return self.meant[0]
        wanted = _bare(self.now) if self.now else ""
        return int(wanted) - 1 if wanted in map(str, range(1, len(self.parts) + 1)) else None

    @property
    def meant(self) -> list[int]:
        """The numbers, from 0, of the items whose time or words `now` says."""
        wanted = _bare(self.now) if self.now else ""
        names = [[_bare(text) for text in part if text] for part in self.parts]
        return [number for number, said in enumerate(names) if wanted and wanted in said]


def _bare(text: Text) -> str:
    return " ".join(text.plain.split()).casefold()


def _as_mapping(time: str, words: str) -> str:
    bare = re.fullmatch(r"[^,:#{}\[\]\"]+", words)
    said = words if bare else '"{}"'.format(words.replace('"', "'"))
    return f'write {{time: "{time}", text: {said}}}'


def _report_unknown(spec: AgendaSpec, diags: Diagnostics) -> None:
    wanted = spec.now.plain if spec.now else ""
    items = [text.plain for part in spec.parts for text in part if text]
    hint = did_you_mean(wanted, items) or ""
    diags.error(
        "unknown-item",
        spec.at("now"),
        f'no item is "{wanted[:60]}"',
        hint=hint
        if hint.startswith("did")
        else f"write its words, its time, or its number from 1 to {len(spec.items)}",
    )


@register("agenda")
class Agenda(Kind):
    """The running order of a meeting or a talk. Repeat it with `now:` before each part.

    Slots:
        slot          type                        required  advice                 placeholder
        title         text                        yes       –                      title
        items         2 to 8 of: text or mapping  yes       –                      table
            texts, or {time, text}
        items[].time  text                        no        –                      –
            when it begins, as you write it: 13.20
        items[].text  text                        yes       at most 40 characters  –
        now           text                        no        –                      –
            the item that comes next: its time, its words or its number

    Example:
        kind: agenda
        title: This afternoon
        items:
          - {time: "13.00", text: Why we are here}
          - {time: "13.20", text: What we have learned in three years}
          - {time: "14.00", text: A curriculum we can share}
          - {time: "14.45", text: Tea}
          - {time: "15.10", text: "Who joins next, and how"}
          - {time: "16.00", text: Questions}
        now: "13.20"
    """

    spec = AgendaSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        table = frame.table("items", "Agenda", x=BODY_X, y=32, w=BODY_W, h=396)
        return (frame.layout("agenda", "Agenda", frame.title_side(), table),)

    def attempts(self, spec: AgendaSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Agenda")
        for style, row, airy in STEPS:
            yield _attempt(page, spec, style, row, airy=airy)


def _attempt(page: Page, spec: AgendaSpec, style: str, row: float, *, airy: bool) -> Attempt:
    grid = _grid(spec.parts)
    timed = len(grid[0]) == 2
    size = page.setter.brand.style(style).size
    look = Look(
        style=style,
        row=row,
        columns=(TIMES, BODY_W - TIMES) if timed else (BODY_W,),
        gutter=0,
        top=TOP,
        bottom=BOTTOM,
        air=_above(row, size) if airy else CLOSE,
        row_heads=timed,
        point=spec.next,
    )
    place = Place(x=BODY_X, y=HANG - _first_baseline(row, size), foot=FOOT)
    language = page.setter.language
    now = "" if spec.next is None else _now(spec.parts[spec.next][1].plain, language)
    table = table_part(
        page,
        "items",
        grid,
        look,
        place,
        alt=describe(grid, language, head=False, more=now),
        refusal="leave some out, or say less in each",
        span=spec.at("items"),
    )
    return page.attempt(page.fill("title", spec.title), table)


def _now(item: str, language: str) -> str:
    words = words_of(language)
    return words.now.format(item=item) + words.signs.stop


def _grid(parts: Sequence[tuple[Text | None, Text]]) -> Grid:
    """A column of times and one of items; only the latter where no item has a time."""
    if not any(time for time, _ in parts):
        return tuple((GridCell(words),) for _, words in parts)
    return tuple((GridCell(time) if time else NOTHING, GridCell(words)) for time, words in parts)


def _above(row: float, size: float) -> float:
    """What is free above a single line that stands in the middle of its row, beside the cell's margin."""
    return (row - TOP - BOTTOM - 1.2 * size) / 2


def _first_baseline(row: float, size: float) -> float:
    """How far below a row's top the baseline of its first line is."""
    return TOP + _above(row, size) + SEAT * size
