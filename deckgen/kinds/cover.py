"""Cover: opens the talk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import LEFT, Frame, Ink
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import ListOf, TextType
from deckgen.units import Rect, pt, to_pt

TITLE_FOOT = 361
"""Last baseline of the title beside the art."""
BAND_TITLE, SUBTITLE, NAMES = 262, 402, 450
"""Below a band: first baselines of the title, of a subtitle that stands as low as it may, and of the columns."""
OUT, OUT_BETWEEN = 3, 2
"""A title of Latin letters of the largest size, or the one between, looks flush when it stands out by so much."""
BETWEEN, SMALL = "cover_title_s", ("display", "headline")
"""The sizes of a title that is too long for the brand's own."""
CLEAR_SUBTITLE = 28
"""From the last baseline of a title to the first of a subtitle, beside what goes with the title's size."""
TITLE_TOP = 118
"""A title begins below the wordmark."""
ABOVE_SUBTITLE, SUBTITLE_ALONE = 56, 462
"""From the title's last baseline to the subtitle's first; and that of a subtitle with no lines below it."""
LINES_FROM, LINE = 429, 29
"""First baseline of the lines below the title, and the step from one to the next."""
LAST_LINE = 487
WIDE = 864


class CoverSpec(Spec):
    """What a cover holds."""

    title = required(TextType(), advice=Advice(characters=45), placeholder="ctrTitle")
    subtitle = optional(TextType(), placeholder="body")
    speaker = optional(ListOf(TextType(), 1, 2), placeholder="body", doc="who speaks, one or two")
    handle = optional(TextType(), placeholder="body", doc="handle, role or office")
    event = optional(TextType(), placeholder="body")
    date = optional(TextType(), placeholder="body")


@register("cover")
class Cover(Kind):
    """Opens the talk: its title, who speaks, where and when. The art is the brand's own.

    Slots:
        slot      type             required  advice                 placeholder
        title     text             yes       at most 45 characters  ctrTitle
        subtitle  text             no        –                      body
        speaker   1 to 2 of: text  no        –                      body
            who speaks, one or two
        handle    text             no        –                      body
            handle, role or office
        event     text             no        –                      body
        date      text             no        –                      body

    Example:
        kind: cover
        title: Growing well, together
        speaker: Amara Osei
        handle: Chief executive
        event: Trustees’ and heads’ summer conference
        date: 26 June 2026
    """

    spec = CoverSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        if brand.cover.arrangement == "band":
            return _band(brand, alone=False), _band(brand, alone=True)
        return _side(brand, subtitle=False), _side(brand, subtitle=True)

    def attempts(self, spec: CoverSpec, setter: Setter) -> Iterator[Attempt]:
        banded = setter.brand.cover.arrangement == "band"
        page = setter.on(_name(spec, banded))
        for style in _styles(page, spec):
            if not banded:
                yield _beside_art(page, spec, style)
                continue
            yield _on_band(page, spec, style, BAND_TITLE)
            if style in SMALL and spec.subtitle:  # it needs the foot: a title of these sizes then begins higher
                yield _on_band(page, spec, style, BAND_TITLE - 40)


def _styles(page: Page, spec: CoverSpec) -> tuple[str | None, ...]:
    """The title's sizes, best first: the brand's own, the one between where that is twice the next, the small ones.

    The one between is for titles that break well in it: the next sets most others on one line.
    """
    brand = page.setter.brand
    if brand.style("cover_title").size >= 2 * brand.style(SMALL[0]).size:
        title = page.fill("title", spec.title, style=BETWEEN)
        if title and not page.setter.measure(title, page.layout.placeholder("title"))[1].flaws:
            return (None, BETWEEN, *SMALL)
    return (None, *SMALL)


def _name(spec: CoverSpec, banded: bool) -> str:
    """The layout for what this cover says."""
    if banded:
        return "Cover" if spec.speaker or spec.handle or spec.event or spec.date else "Cover alone"
    return "Cover with subtitle" if spec.subtitle else "Cover"


def _subtitle(brand: Brand) -> str:
    return "body_major" if brand.cover.subtitle_font == "major" else "body"


def _side(brand: Brand, *, subtitle: bool) -> Layout:
    frame = Frame(brand, brand.cover.surface)
    width = to_pt(brand.cover.title_width)
    title = frame.stand(
        "title",
        "Title",
        idx=0,
        style="cover_title",
        x=LEFT,
        baseline=TITLE_FOOT,
        w=width,
        h=232,
        role="title",
        type_="ctrTitle",
    )
    lines = (
        frame.hang("speaker", "Speaker", idx=60, style="body_bold", x=LEFT, baseline=LINES_FROM, w=420, h=62),
        frame.hang(
            "handle",
            "Handle or role",
            idx=61,
            style="small",
            x=LEFT,
            baseline=LINES_FROM + LINE,
            w=420,
            h=26,
            role="muted",
        ),
        frame.hang("event", "Event", idx=62, style="small", x=LEFT, baseline=LAST_LINE, w=420, h=26, role="muted"),
        frame.hang("date", "Date", idx=63, style="small", x=LEFT, baseline=LAST_LINE, w=420, h=26, role="muted"),
    )
    under = (
        frame.hang(
            "subtitle", "Subtitle", idx=1, style=_subtitle(brand), x=LEFT, baseline=SUBTITLE_ALONE, w=width, h=30
        ),
    )
    return frame.layout(
        "cover",
        "Cover with subtitle" if subtitle else "Cover",
        title,
        *(under if subtitle else ()),
        *lines,
        nodes=brand.cover.art,
        wordmark="cover",
        number=False,
    )


def _beside_art(page: Page, spec: CoverSpec, style: str | None) -> Attempt:
    said = {slot: found for slot in ("speaker", "handle", "event", "date") if (found := getattr(spec, slot))}
    first, below = _below(page, said, {})
    # A third line is said to be too many.
    if turned := {fill.slot: page.pitch("small") for fill in below if fill.slot != "speaker" and page.lines(fill) > 1}:
        first, below = _below(page, said, turned)
    foot: float = TITLE_FOOT - (LINES_FROM - first if said else 0)
    # With lines below it the subtitle takes the title's foot, and the title stands above it.
    pushed = bool(spec.subtitle and said)
    subtitle, rise = _subtitle_to(page, spec, foot if pushed else SUBTITLE_ALONE)
    foot -= ABOVE_SUBTITLE + rise if pushed else 0
    title = page.fill("title", spec.title, style=style, baseline=foot, limit=foot - TITLE_TOP)
    return page.attempt(title, subtitle, *below)


def _below(page: Page, said: Mapping[str, Any], turned: Mapping[str, float]) -> tuple[float, list[Fill]]:
    """Where what is `said` below a title begins, and its parts; those that are `turned` take so much more for their
    second lines."""
    deep = {slot: LINE + turned.get(slot, 0) for slot in said}
    deep["speaker"] = LINE * len(said.get("speaker", ()))
    first = at = min(LINES_FROM, LAST_LINE + LINE - sum(deep.values()))
    below: list[Fill | None] = []
    for slot, content in said.items():
        limit = None if slot == "speaker" else 26 + turned.get(slot, 0)
        below.append(page.fill(slot, content, baseline=at, limit=limit))
        at += deep[slot]
    return first, [fill for fill in below if fill]


def _subtitle_to(page: Page, spec: CoverSpec, last: float) -> tuple[Fill | None, float]:
    """The subtitle of one or two lines whose last stands at `last`, and how far the first stands above it."""
    rise = _rise(page, spec)
    return page.fill("subtitle", spec.subtitle, baseline=last - rise, limit=30 + rise), rise


def _rise(page: Page, spec: CoverSpec) -> float:
    """How far the first line of a subtitle of two stands above its last. A third line is said to be too many."""
    if not spec.subtitle:
        return 0
    pitch = page.pitch(_subtitle(page.setter.brand))
    return pitch * (min(2, page.lines(page.fill("subtitle", spec.subtitle))) - 1)


def _band(brand: Brand, *, alone: bool) -> Layout:
    """The layout below a band. With nothing to stand below it there is no rule either."""
    frame = Frame(brand)
    ground, ink = Ink(brand, "ground"), Ink(brand, "paper")
    title = frame.hang(
        "title",
        "Title",
        idx=0,
        style="cover_title",
        x=LEFT if brand.writing.rtl else LEFT - OUT,
        baseline=BAND_TITLE,
        w=WIDE,
        h=245,
        role="title",
        type_="ctrTitle",
    )
    subtitle = frame.hang(
        "subtitle", "Subtitle", idx=1, style=_subtitle(brand), x=LEFT, baseline=SUBTITLE, w=WIDE, h=30
    )
    rule = () if alone else (ink.rule("Rule", LEFT, 420, 864),)
    return frame.layout(
        "cover",
        "Cover alone" if alone else "Cover",
        title,
        subtitle,
        *(() if alone else _columns(frame)),
        nodes=(ground.panel("Band", 0, 0, 960, 150), *rule),
        wordmark="cover",
        wordmark_on="ground",
        number=False,
    )


def _columns(frame: Frame) -> tuple[Placeholder, ...]:
    """Who speaks, where and when, below the rule."""
    line = to_pt(frame.brand.style("small_bold").pitch)
    return (
        frame.hang("speaker", "Speaker", idx=60, style="small_bold", x=LEFT, baseline=NAMES, w=346, h=50),
        frame.hang("handle", "Handle or role", idx=61, style="small", x=LEFT, baseline=NAMES + line, w=346, h=26),
        frame.hang("event", "Event", idx=62, style="small", x=418, baseline=NAMES, w=272, h=50),
        frame.hang("date", "Date", idx=63, style="small", x=714, baseline=NAMES, w=198, h=50),
    )


def _on_band(page: Page, spec: CoverSpec, style: str | None, first: float) -> Attempt:
    chosen = style or "cover_title"
    # Where there is room a subtitle stands below the title, further off below a larger one; else above the rule.
    below = page.setter.brand.style(chosen).size / 2 + CLEAR_SUBTITLE
    clear = below if style and first == BAND_TITLE else CLEAR_SUBTITLE
    rise = _rise(page, spec)
    limit = SUBTITLE - rise - clear - first + page.seat(chosen) if spec.subtitle else 245
    title = page.fill("title", spec.title, style=style, baseline=first, limit=limit)
    last = first + page.pitch(chosen) * (page.lines(title) - 1)
    if title and style:
        out = OUT_BETWEEN if style == BETWEEN and not page.setter.brand.writing.rtl else 0
        title = replace(title, rect=Rect(pt(LEFT - out), title.rect.y, title.rect.w, title.rect.h))
    names = page.pitch("small_bold") * len(spec.speaker or ())
    return page.attempt(
        title,
        page.fill("subtitle", spec.subtitle, baseline=min(last + below, SUBTITLE - rise), limit=30 + rise),
        page.fill("speaker", spec.speaker),
        page.fill("handle", spec.handle, baseline=NAMES + names, limit=26 if len(spec.speaker or ()) > 1 else 50),
        page.fill("event", spec.event),
        page.fill("date", spec.date),
    )
