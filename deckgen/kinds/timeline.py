"""Timeline: when things happen, to scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.attempt import Part
from deckgen.layout.frames import CLEAR, LEFT, SOURCE_FOOT, WIDTH, Frame, Ink
from deckgen.layout.order import one_by_one
from deckgen.layout.scale import TimeScale
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.scene import Node, Path, Shape, Step
from deckgen.spec.focus import check_focus, focus_index
from deckgen.spec.moments import Moment, dated, finest, parse_moment, place
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.types import ListOf, One, TextType, WordType
from deckgen.units import Rect, box, pt, to_pt

COUNTS = {3: "three", 4: "four", 5: "five", 6: "six"}
LINE, DATE, TEXT = 228, 204, 274
"""y of the line; the last baseline of dates and the first of texts."""
RIGHT, FOOT = LEFT + WIDTH, 474
RADIUS, STROKE = 8, 1.5
LEAST, GAP, LAST, MOST_LAST = 120, 14, 160, 216
"""Least width of a milestone's words, what stays free after them, and the width of the last one's."""
TICK = 10
_IN_FIGURES = r"\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(\d\d|\d{4})"
"""A day as 2/3/2027, which is one in Britain and another in America."""
_YEAR = re.compile(r"(?:\s|،)+[12]\d{3}$")
"""The year at the end of a date that says more."""


class Column(NamedTuple):
    """A milestone's place: the middle of its node, and where its words begin and how wide they may be."""

    node: float
    x: float
    w: float


class MilestoneSpec(Spec):
    """One milestone."""

    date = required(TextType(), advice=Advice(characters=20), doc="as it shall stand there: September, 3 March 2027")
    text = required(TextType(), advice=Advice(words=9))
    when = optional(WordType("a date"), doc="when that is, where the date says it in other words: 2026-09-03")


class TimelineSpec(Spec):
    """What a timeline holds."""

    title = required(TextType(), placeholder="title")
    milestones = required(ListOf(One(MilestoneSpec), 3, 6), placeholder="body each")
    focus = optional(WordType("a milestone"), doc="the milestone that is the point: its date, or its number")
    source = optional(TextType(), placeholder="body")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        check_focus(spec.focus, [m.date for m in spec.milestones], spec.at("focus"), context)
        found = [_read(milestone, context) for milestone in spec.milestones]
        moments = [moment for moment in found if moment is not None]
        if len(moments) == len(found):
            _check_order(spec.milestones, dated(moments), context)
        elif not context.diags.errors:
            _check_scale(spec.milestones, found, context)


@register("timeline")
class Timeline(Kind):
    """When things happen. To scale where the dates say when: 2026-09-01, September 2026, 3 March, Autumn term, 2026.

    Months are read in English and in the deck's language: 3. März 2027, Mawrth, 1er mars. One without a year is the
    next after the milestone before it. Other words stand at equal distances.

    Slots:
        slot               type                required  advice                 placeholder
        title              text                yes       –                      title
        milestones         3 to 6 of: mapping  yes       –                      body each
        milestones[].date  text                yes       at most 20 characters  –
            as it shall stand there: September, 3 March 2027
        milestones[].text  text                yes       at most 9 words        –
        milestones[].when  words               no        –                      –
            when that is, where the date says it in other words: 2026-09-03
        focus              words               no        –                      –
            the milestone that is the point: its date, or its number
        source             text                no        –                      body

    Example:
        kind: timeline
        title: From first conversation to first day
        milestones:
          - {date: September, text: Governors meet the trust and visit two schools}
          - {date: November, text: Each side reads the other’s books}
          - {date: January, text: Parents and staff are asked}
          - {date: March, text: The Regions Group decides}
          - {date: September 2027, text: First day as one trust}
        focus: September 2027
        source: A typical year. The consultation itself lasts at least four weeks.
    """

    spec = TimelineSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return tuple(_layout(brand, count, scaled) for count in COUNTS for scaled in (True, False))

    def attempts(self, spec: TimelineSpec, setter: Setter) -> Iterator[Attempt]:
        moments = _moments(spec, setter.language)
        if moments is not None:
            scale = TimeScale(moments, LEFT, RIGHT)
            page = setter.on(_name(len(moments), True))
            if columns := _levelled(page, spec, scale.places):
                yield _attempt(page, spec, columns, _ticks(scale, setter.brand))
        count = len(spec.milestones)
        yield _attempt(setter.on(_name(count, False)), spec, _even(count), None)

    def build(self, spec: TimelineSpec, nodes: Sequence[Node]) -> tuple[Step, ...]:
        return one_by_one(nodes, *(f"milestones[{i}]" for i in range(len(spec.milestones))))


def _read(milestone: MilestoneSpec, context: BindContext) -> Moment | None:
    """The moment of a milestone; a day that there is not is reported."""
    slot = "when" if milestone.when else "date"
    words = milestone.when or milestone.date.plain
    hint = "write a day that there is, as 2026-09-03"
    try:
        moment = parse_moment(words, context.language)
    except ValueError:
        context.diags.error("bad-date", milestone.spans[slot], f'"{words[:40]}" is not a date', hint=hint)
        return None
    if moment is None and milestone.when:
        context.diags.error("bad-date", milestone.spans[slot], f'"{words[:40]}" is not a date', hint=hint)
    return moment


def _check_order(milestones: Sequence[MilestoneSpec], moments: Sequence[Moment], context: BindContext) -> None:
    unit = finest(moments)
    for milestone, (before, moment) in zip(milestones[1:], pairwise(moments), strict=True):
        step = place(moment, unit) - place(before, unit)
        slot = "when" if milestone.when else "date"
        if step == 0:
            context.diags.error(
                "same-date",
                milestone.spans[slot],
                "this milestone is at the same time as the one before it",
                hint="make them one milestone, or say when each is: when: 2026-09-15",
            )
        elif step < 0:
            context.diags.error(
                "date-order",
                milestone.spans[slot],
                "this milestone is before the one above it",
                hint="put the milestones in the order of time",
            )


def _check_scale(milestones: Sequence[MilestoneSpec], found: Sequence[Moment | None], context: BindContext) -> None:
    """Warn where a date that can't be read keeps the timeline from being to scale, as was likely meant."""
    undated = [milestone for milestone, moment in zip(milestones, found, strict=True) if moment is None]
    if any(milestone.when for milestone in milestones):
        _report_undated(undated[0], context)
        return
    for milestone in (m for m in undated if re.fullmatch(_IN_FIGURES, m.date.plain.strip())):
        context.diags.warning(
            "not-to-scale",
            milestone.spans["date"],
            f'"{milestone.date.plain}" is not read as a day, so the milestones stand at equal distances',
            hint="write 31 December 2026 or 2026-12-31, or say so: when: 2026-12-31",
        )


def _report_undated(milestone: MilestoneSpec, context: BindContext) -> None:
    context.diags.warning(
        "not-to-scale",
        milestone.spans["date"],
        f'"{milestone.date.plain[:40]}" does not say when, so the milestones stand at equal distances',
        hint="add when: 2026-09-03, or leave the others' out",
    )


def _moments(spec: TimelineSpec, language: str) -> tuple[Moment, ...] | None:
    """When each milestone is; None unless that is known of all."""
    found = [parse_moment(m.when or m.date.plain, language) for m in spec.milestones]
    moments = [moment for moment in found if moment is not None]
    return dated(moments) if len(moments) == len(found) else None


def _name(count: int, scaled: bool) -> str:
    return f"Timeline, {COUNTS[count]}{'' if scaled else ' evenly'}"


def _layout(brand: Brand, count: int, scaled: bool) -> Layout:
    frame = Frame(brand)
    line = Ink(brand, "paper").rule("Line", LEFT, LINE, WIDTH, weight=STROKE, role="text")
    columns = _even(count)
    boxes = [
        made
        for index, column in enumerate(columns)
        for made in _boxes(frame, index, column, right=scaled and index == count - 1)
    ]
    source = frame.source(x=LEFT, w=WIDTH)
    return frame.layout("timeline", _name(count, scaled), frame.title_top(), *boxes, source, nodes=(line,))


def _boxes(frame: Frame, index: int, column: Column, *, right: bool) -> tuple[Placeholder, Placeholder]:
    slot, named = f"milestones[{index}]", f"Milestone {index + 1}"
    x, w = (RIGHT - LAST, LAST) if right else (column.x, column.w)
    date = frame.stand(
        f"{slot}.date",
        f"{named}, date",
        idx=60 + index,
        style="small_bold",
        x=x,
        baseline=DATE,
        w=w,
        h=54,
        align="r" if right else "l",
        max_lines=2,
    )
    text = frame.hang(
        f"{slot}.text",
        f"{named}, text",
        idx=50 + index,
        style="small",
        x=x,
        baseline=TEXT,
        w=w,
        h=160,
        align="r" if right else "l",
    )
    return date, text


def _even(count: int) -> list[Column]:
    """Equal columns, each with its node at the left."""
    pitch = WIDTH / count
    return [Column(LEFT + pitch * i + RADIUS, LEFT + pitch * i, pitch - GAP) for i in range(count)]


def _levelled(page: Page, spec: TimelineSpec, places: Sequence[float]) -> list[Column] | None:
    """The columns to scale, the last as wide as its words want; wider, where they would be three lines and more and the
    stretch before it has room to share."""
    least = _last_width(spec, page.setter)
    columns = _scaled(places, least)
    if columns is None or _last_lines(page, spec, columns)[0] < 3:
        return columns
    wider = [found for width in range(round(least), MOST_LAST + 1, 8) if (found := _scaled(places, width))]
    return min((columns, *wider), key=lambda ways: (max(_last_lines(page, spec, ways)), _last_lines(page, spec, ways)))


def _last_lines(page: Page, spec: TimelineSpec, columns: Sequence[Column]) -> tuple[int, ...]:
    """The lines that the last milestone's words take, and those before it."""
    last = len(columns) - 1
    return tuple(
        page.lines(_moved(page.fill(f"milestones[{index}].text", spec.milestones[index].text), columns[index]))
        for index in (last, last - 1)
    )


def _last_width(spec: TimelineSpec, setter: Setter) -> float:
    """How wide the last milestone's words may be: a little more where its date is long."""
    date = setter.measurer.advance(spec.milestones[-1].date.plain, setter.brand.style("small_bold"))
    return min(max(LAST, to_pt(date) * 1.03), MOST_LAST)


def _scaled(places: Sequence[float], width: float) -> list[Column] | None:
    """The columns of milestones at `places`, the last at most `width`; None where one has too little room for words."""
    nodes = [min(max(at, LEFT + RADIUS), RIGHT - RADIUS) for at in places]
    starts = [node - RADIUS for node in nodes]
    columns = [Column(node, x, after - x - GAP) for node, x, after in zip(nodes, starts, starts[1:], strict=False)]
    # The last one's words are ranged right, so they share the stretch before it.
    shared = RIGHT - starts[-2]
    last = min(width, shared - GAP - LEAST)
    columns[-1] = columns[-1]._replace(w=shared - GAP - last)
    columns.append(Column(nodes[-1], RIGHT - last, last))
    return columns if all(column.w >= LEAST for column in columns) else None


def _attempt(page: Page, spec: TimelineSpec, columns: Sequence[Column], ticks: Shape | None) -> Attempt:
    source = page.fill("source", spec.source)
    foot = SOURCE_FOOT - page.height(source) - CLEAR if source else FOOT
    focus = focus_index(spec.focus, [m.date for m in spec.milestones])
    dates = _dates(page, spec, columns)
    parts = [
        part
        for i, (milestone, column) in enumerate(zip(spec.milestones, columns, strict=True))
        for part in _milestone(
            page, i, milestone, column, date=dates[i], focus=i == focus, limit=foot - TEXT + page.seat("small")
        )
    ]
    return page.attempt(page.fill("title", spec.title), ticks, *parts, source)


def _dates(page: Page, spec: TimelineSpec, columns: Sequence[Column]) -> list[Fill | None]:
    """The dates over their columns. Where some have their year on a second line, all that end in a year do."""
    placed = [
        _moved(page.fill(f"milestones[{i}].date", milestone.date), column)
        for i, (milestone, column) in enumerate(zip(spec.milestones, columns, strict=True))
    ]
    turned = [date is not None and page.lines(date) == 2 and _YEAR.search(date.paragraphs[0].text) for date in placed]
    return [_narrowed(page, date) if date and any(turned) else date for date in placed]


def _narrowed(page: Page, date: Fill) -> Fill:
    """A date of one line in a box that has no room for its year; as it is, where that gives no two lines."""
    text = date.paragraphs[0].text
    found = _YEAR.search(text)
    if found is None or page.lines(date) != 1:
        return date
    measure = page.setter.measurer.advance
    width = (measure(text[: found.start()], date.style) + measure(text, date.style)) // 2
    x = date.rect.x if page.layout.placeholder(date.slot).align == "l" else date.rect.right - width
    made = replace(date, rect=Rect(x, date.rect.y, width, date.rect.h))
    return made if page.lines(made) == 2 else date


def _milestone(
    page: Page, index: int, milestone: MilestoneSpec, column: Column, *, date: Fill | None, focus: bool, limit: float
) -> list[Part | None]:
    slot = f"milestones[{index}]"
    paper = page.setter.brand.surface("paper")
    if focus and date is not None:
        marked = tuple(replace(p, color=paper.color("emph")) for p in date.paragraphs)
        date = replace(date, paragraphs=marked)
    text = _moved(page.fill(f"{slot}.text", milestone.text, limit=limit), column)
    return [_node(page.setter.brand, slot, column.node, focus=focus), date, text]


def _moved(fill: Fill | None, column: Column) -> Fill | None:
    return fill and replace(fill, rect=Rect(pt(column.x), fill.rect.y, pt(column.w), fill.rect.h))


def _node(brand: Brand, slot: str, x: float, *, focus: bool) -> Shape:
    """A circle of 16 with its line within."""
    paper, r = brand.surface("paper"), RADIUS - STROKE / 2
    color = paper.color("emph" if focus else "text")
    return Shape(
        name=f"{slot}.node",
        rect=box(x - r, LINE - r, 2 * r, 2 * r),
        geometry="ellipse",
        fill=color if focus else paper.background,
        stroke=color,
        stroke_width=pt(STROKE),
    )


def _ticks(scale: TimeScale, brand: Brand) -> Shape | None:
    """All ticks as one shape, those under a node left out."""
    clear = [at for at in scale.ticks() if all(abs(at - node) > RADIUS + 2 for node in scale.places)]
    clear = [at for at in clear if LEFT + 2 * RADIUS < at < RIGHT - 2 * RADIUS]
    if not clear:
        return None
    strokes = [step for at in clear for step in (("M", pt(at - LEFT), 0), ("L", pt(at - LEFT), pt(TICK)))]
    return Shape(
        name="ticks",
        rect=box(LEFT, LINE - TICK / 2, WIDTH, TICK),
        geometry=Path(pt(WIDTH), pt(TICK), tuple(strokes)),
        stroke=brand.surface("paper").color("text"),
        stroke_width=pt(0.75),
    )
