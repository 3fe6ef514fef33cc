"""Links: sends people to read more."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import CLEAR, HANG, LEFT, Frame, Ink
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.scene import Link
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.types import ListOf, TextType
from deckgen.spec.types.link import LinkSpec, LinkType

RIGHT, ROW = 380, 66
COUNTS = ("one", "two", "three")


class LinksSpec(Spec):
    """What links hold."""

    title = required(TextType(), placeholder="title")
    text = required(TextType(), advice=Advice(words=65), placeholder="body")
    links = required(ListOf(LinkType(), 1, 3), placeholder="body each")
    campaign = optional(TextType(), advice=Advice(characters=22), placeholder="body")


@register("links")
class Links(Kind):
    """Sends people to read more: what it is about, and one to three things to read.

    Slots:
        slot          type                required  advice                 placeholder
        title         text                yes       –                      title
        text          text                yes       at most 65 words       body
        links         1 to 3 of: mapping  yes       –                      body each
        links[].name  text                yes       –                      –
            as a link: [Short read](https://…)
        links[].note  text                no        at most 24 characters  –
            how long it takes, or when it is out
        links[].soon  true or false       no        –                      –
            true: not out yet, the note is muted
        campaign      text                no        at most 22 characters  body

    Example:
        kind: links
        title: If you want to read more
        text: The trust’s handbook says who decides what, and whom to ask.
        links:
          - {name: "[Handbook](https://www.example.org/handbook)", note: 20 minute read}
          - {name: "[On one page](https://www.example.org/page)", note: Out in June, soon: true}
    """

    spec = LinksSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return tuple(_layout(brand, count) for count in (1, 2, 3))

    def attempts(self, spec: LinksSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on(_name(len(spec.links)))
        room = first_rule(len(spec.links)) - CLEAR - (HANG - page.seat("body"))
        rows = [part for i, link in enumerate(spec.links) for part in _row(page, i, link)]
        campaign = page.fill("campaign", spec.campaign)
        for style in ("body", "small"):
            text = page.fill("text", spec.text, style=style, limit=room)
            yield page.attempt(page.fill("title", spec.title), text, *rows, campaign)


def _name(count: int) -> str:
    return f"Links, {COUNTS[count - 1]}"


def first_rule(count: int) -> int:
    """y of the rule above the first row: rows begin at 312, three of them at 246."""
    return 246 if count == 3 else 312


def _layout(brand: Brand, count: int) -> Layout:
    frame, paper = Frame(brand), Ink(brand, "paper")
    top = first_rule(count)
    rules = [paper.rule(f"Rule {i + 1}", RIGHT, top + ROW * i, 532) for i in range(count + 1)]
    title = frame.hang(
        "title",
        "Title",
        idx=0,
        style="title",
        x=LEFT,
        baseline=HANG,
        w=260,
        h=240,
        role="title",
        on="bright",
        type_="title",
        max_lines=5,
    )
    text = frame.hang("text", "Text", idx=1, style="body", x=RIGHT, baseline=HANG, w=532, h=top - CLEAR - 48)
    campaign = frame.hang(
        "campaign", "Campaign", idx=51, style="quote_s", x=LEFT, baseline=434, w=268, h=36, on="bright", max_lines=1
    )
    rows = [p for i in range(count) for p in _row_boxes(frame, i, top + ROW * i + 42)]
    panel = Ink(brand, "bright").panel("Panel", 0, 0, 332, 540)
    return frame.layout(
        "links", _name(count), title, text, *rows, campaign, nodes=(panel, *rules), wordmark_on="bright"
    )


def _row_boxes(frame: Frame, index: int, baseline: float) -> tuple[Placeholder, Placeholder]:
    name = frame.hang(
        f"links[{index}].name",
        f"Link {index + 1}",
        idx=60 + 2 * index,
        style="quote_s",
        x=RIGHT,
        baseline=baseline,
        w=272,
        h=40,
        max_lines=1,
    )
    note = frame.hang(
        f"links[{index}].note",
        f"Note {index + 1}",
        idx=61 + 2 * index,
        style="body",
        x=652,
        baseline=baseline,
        w=260,
        h=30,
        align="r",
        max_lines=1,
    )
    return name, note


def _row(page: Page, index: int, link: LinkSpec) -> list[Fill | None]:
    name = page.fill(f"links[{index}].name", link.name)
    note = page.fill(f"links[{index}].note", link.note)
    if note and link.soon:
        muted = page.setter.brand.surface("paper").color("muted")
        note = replace(note, paragraphs=tuple(replace(p, color=muted) for p in note.paragraphs))
    goes = _first_link(name)
    return [replace(part, click=goes) if part else None for part in (name, note)]


def _first_link(name: Fill | None) -> Link | None:
    """Where the row goes, wherever in it somebody clicks."""
    runs = [run for paragraph in name.paragraphs for run in paragraph.runs] if name else []
    return next((run.link for run in runs if run.link), None)
