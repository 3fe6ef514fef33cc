"""Slides made ready: parts drawn and deflated once for each distinct content (PERFORMANCE.md)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TypeAlias

from msgspec import Struct

from deckgen.memo import Memo, Once
from deckgen.ooxml.zip import FAST, Lead, Member, Streamed, deflated, stored
from deckgen.scene import Image, Link, Paragraph, Slide
from deckgen.scene.texts import paragraphs
from deckgen.write.pptx.identity import style_guid
from deckgen.write.pptx.notes import notes_xml
from deckgen.write.pptx.package import Relation, lead, relationships
from deckgen.write.pptx.pen import ChartPart, Target, Targets
from deckgen.write.pptx.slide import Frame, slide_xml
from deckgen.write.pptx.template import Template

Members: TypeAlias = tuple[tuple[str, Member | Streamed], ...]
"""Parts of an archive by name."""

LEADS = 4
"""So many beginnings of files are kept: those of a project's brands."""
LED = 4 * 1024**2
"""Bytes of a deck's pictures up to which they are part of what is kept."""


class ReadySlide(Struct, frozen=True):
    """A slide as members of an archive, with nothing in it of where it stands in a deck.

    `targets` and `notes_targets` are the relationships still to be written, which do say where. One that stands
    `alone`, leading to no other slide and to no chart, has the same wherever it has the same number.
    """

    member: Member
    targets: Targets
    notes: Member | None
    notes_targets: Targets
    paragraphs: int
    words: int
    alone: bool

    @property
    def pictures(self) -> list[Image]:
        """Those that it shows."""
        return [target for _, target in self.targets if isinstance(target, Image)]


class SlideCache:
    """What writing keeps from one deck to the next. Its owner decides how long it lives.

    `slides`, `relations`, `parts` and `pictures` are how many of each are kept at most; of pictures, and slides with
    pictures, no more than there is room for.
    """

    def __init__(self, *, slides: int = 2_000, relations: int = 8_000, parts: int = 500, pictures: int = 200) -> None:
        self._slides: Once[Slide, ReadySlide] = Once(slides, pictures=lambda _, made: made.pictures)
        self._members: Once[ReadySlide, Members] = Once(slides, pictures=lambda made, _: made.pictures)
        self._notes: Memo[tuple[str, str, tuple[Paragraph, ...]], tuple[Member, Targets]] = Memo(slides)
        self._relations: Memo[tuple[str, tuple[Relation, ...]], Member] = Memo(relations)
        self._parts: Memo[Hashable, Member] = Memo(parts)
        self._pictures: Memo[str, tuple[Image, Member]] = Memo(pictures, pictures=lambda made: made[:1])
        # Templates are told apart by their identity, so each is held as long as its slides are.
        self._templates: dict[int, Template] = {}
        self._leads: Memo[tuple[int, Member, tuple[str, ...]], Lead] = Memo(LEADS)

    def lead(self, template: Template, types: Member, pictures: Mapping[str, Member]) -> Lead:
        """What the deck's file begins with, nine tenths of it: the template's members, and the deck's `pictures`."""

        def make() -> Lead:
            return lead({**template.members, **pictures}, types, custom=True)

        if sum([len(member.data) for member in pictures.values()]) > LED:
            return make()
        self._templates.setdefault(id(template), template)
        return self._leads.get((id(template), types, tuple(pictures)), make)

    def slide(self, slide: Slide, template: Template, *, creation_id: int) -> ReadySlide:
        """The slide made ready in this template."""
        self._templates.setdefault(id(template), template)
        among = id(template), creation_id
        return self._slides.get(slide, lambda one: self._made_ready(one, template, creation_id), among=among)

    def members(self, made: ReadySlide, number: int, make: Callable[[ReadySlide], Members]) -> Members:
        """What stands in the archive of a slide that is `number` in its deck, where nothing else says what that is."""
        return self._members.get(made, make, among=number)

    def _made_ready(self, slide: Slide, template: Template, creation_id: int) -> ReadySlide:
        content, targets = slide_xml(slide, frame(template, slide.layout), creation_id=creation_id)
        said = [
            "".join([run.text for run in paragraph.runs])
            for node in slide.nodes
            for paragraph, _ in paragraphs(node)
            if paragraph.runs
        ]
        page, notes_targets = self._notes_page(slide) if slide.notes else (None, ())
        return ReadySlide(
            member=deflated(content, FAST),
            targets=targets,
            notes=page,
            notes_targets=notes_targets,
            paragraphs=len(said),
            words=len(" ".join(said).split()),
            alone=not any(map(_is_counted, (*targets, *notes_targets))),
        )

    def _notes_page(self, slide: Slide) -> tuple[Member, Targets]:
        """The slide's notes: often the same for all wordings of a slide."""

        def make() -> tuple[Member, Targets]:
            content, targets = notes_xml(slide)
            return deflated(content, FAST), targets

        return self._notes.get((slide.id, slide.language, slide.notes), make)

    def relations(self, part: str, relations: tuple[Relation, ...]) -> Member:
        """The relationships of a part.

        Stored as they are: deflating half a kilobyte takes as long as making it, and saves the half of it.
        """
        return self._relations.get((part, relations), lambda: stored(relationships(part, relations)))

    def part(self, key: Hashable, make: Callable[[], bytes]) -> Member:
        """A part of the deck itself. `key` says which it is, and all that it is made of."""
        return self._parts.get(key, lambda: deflated(make(), FAST))

    def picture(self, image: Image) -> Member:
        """A picture, stored: it is packed already, unless it is a drawing."""
        packed = deflated if image.format == "svg" else stored
        return self._pictures.get(image.sha256, lambda: (image, packed(image.data)))[1]


def _is_counted(leads: tuple[str, Target]) -> bool:
    """Whether a relationship leads to what is numbered in a deck."""
    target = leads[1]
    return isinstance(target, ChartPart) or (isinstance(target, Link) and target.slide is not None)


def frame(template: Template, layout: str) -> Frame:
    """What slides on this layout take from it."""
    placeholders = {p.idx: p for p in template.layout(layout).placeholders}
    return Frame(
        placeholders=placeholders,
        colors=template.colors(layout),
        fonts=template.fonts,
        bullet=template.brand.bullet,
        dark=template.is_dark(layout),
        number=template.number_idx(layout),
        table_style=style_guid(template.brand.name),
        foot=template.brand.styles.get("footer"),
        writing=template.brand.writing,
    )
