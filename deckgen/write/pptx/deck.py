"""The deck: ready slides, a brand's ready template, and the few parts that say what stands where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import count

from msgspec import Struct

from deckgen.ooxml.chunks import Chunk, joined
from deckgen.ooxml.xml import Xml, el
from deckgen.ooxml.zip import FAST, Member, Streamed, deflated
from deckgen.scene import Deck, Image
from deckgen.version import VERSION
from deckgen.write.pptx import package
from deckgen.write.pptx.identity import SlideNumbers, guid, slide_numbers
from deckgen.write.pptx.package import Relation, SlideEntry, relations_name
from deckgen.write.pptx.pen import ChartPart, MediaPart, Targets
from deckgen.write.pptx.properties import core_properties, extended_properties
from deckgen.write.pptx.props import custom_properties, cut, deck_properties
from deckgen.write.pptx.ready import ReadySlide, SlideCache
from deckgen.write.pptx.template import Template, media_part

_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_NO_URI_CHARACTER = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]")


def write_pptx(deck: Deck, template: Template, *, cache: SlideCache | None = None) -> bytes:
    """The deck as a .pptx file, held in memory; otherwise as `pptx_chunks`."""
    return joined(pptx_chunks(deck, template, cache=cache))


def pptx_chunks(deck: Deck, template: Template, *, cache: SlideCache | None = None) -> tuple[Chunk, ...]:
    """The deck as a .pptx file; its films are read when it is written. The same deck and template give the same bytes.

    `cache` keeps slides ready for the next deck. ValueError for slides of one id, and for a link to
    a slide that the deck doesn't have.
    """
    kept = cache or SlideCache(slides=0, relations=0)
    numbers = slide_numbers(tuple([slide.id for slide in deck.slides]))
    if len(numbers) < len(deck.slides):
        raise ValueError("two slides of a deck have the same id")
    ready = [kept.slide(s, template, creation_id=numbers[s.id].creation_id) for s in deck.slides]
    own = (*_presentation(deck, numbers, template, kept), *_properties(deck, ready, template, kept))
    pictures, slides = _pictures(ready, kept), dict(_slides(deck, ready, template, kept))
    lead = kept.lead(template, _types(template, (*slides, *pictures), kept), pictures)
    return package.package({**dict(own), **slides}, lead)


@cache
def _slide_part(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


@cache
def _notes_part(number: int) -> str:
    return f"ppt/notesSlides/notesSlide{number}.xml"


def _pictures(ready: Sequence[ReadySlide], kept: SlideCache) -> dict[str, Member]:
    """The pictures of the slides by the names of their parts."""
    images = [target for made in ready for _, target in made.targets if isinstance(target, Image)]
    return {media_part(image): kept.picture(image) for image in images}


def _slides(
    deck: Deck, ready: Sequence[ReadySlide], template: Template, kept: SlideCache
) -> Iterator[tuple[str, Member | Streamed]]:
    """(name, member) of slides, notes pages, their relationships, charts and films."""
    parts = {slide.id: _slide_part(n) for n, slide in enumerate(deck.slides, 1)}
    places = _Places(template, parts, count(1), count(1))
    for number, (slide, made) in enumerate(zip(deck.slides, ready, strict=True), 1):
        make = partial(_slide, number=number, layout=slide.layout, places=places, kept=kept)
        yield from kept.members(made, number, make) if made.alone else make(made)


class _Places(Struct):
    """Where slides stand in a deck: their parts by their ids. Charts are counted twice, in the same order: where slides
    lead to them, and where they are written."""

    template: Template
    parts: Mapping[str, str]
    charts: Iterator[int]
    given: Iterator[int]


def _slide(
    made: ReadySlide, number: int, layout: str, places: _Places, kept: SlideCache
) -> tuple[tuple[str, Member | Streamed], ...]:
    """The members of the slide that is `number` in its deck."""
    part, notes = _slide_part(number), _notes_part(number)
    relations = [
        Relation("rId1", "slideLayout", places.template.layouts[layout].part),
        *_relations(made.targets, places),
    ]
    found: list[tuple[str, Member | Streamed]] = [(part, made.member)]
    if made.notes is not None:
        relations.append(Relation(f"rId{len(relations) + 1}", "notesSlide", notes))
        lead = Relation("rId1", "notesMaster", package.NOTES_MASTER), Relation("rId2", "slide", part)
        leading = (*lead, *_relations(made.notes_targets, places))
        found += ((notes, made.notes), (relations_name(notes), kept.relations(notes, leading)))
    found.append((relations_name(part), kept.relations(part, tuple(relations))))
    for _, target in made.targets:
        if isinstance(target, MediaPart) and target.content is not None:
            found.append((target.target, target.content))
        elif isinstance(target, ChartPart):
            found += _chart(next(places.given), target, kept)
    return tuple(found)


def _chart(number: int, chart: ChartPart, kept: SlideCache) -> Iterator[tuple[str, Member]]:
    """A chart's part, its workbook, and the relationship between them."""
    part, book = package.chart_part(number), package.workbook_part(number)
    yield part, chart.part
    yield relations_name(part), kept.relations(part, (Relation("rId1", "package", book),))
    yield book, chart.workbook


def _relations(targets: Targets, places: _Places) -> Iterator[Relation]:
    """Relationships to pictures, films, charts, addresses, and slides of the deck."""
    for number, target in targets:
        if isinstance(target, Image):
            yield Relation(number, "image", media_part(target))
        elif isinstance(target, MediaPart):
            outside = target.content is None
            yield Relation(number, target.kind, _uri(target.target) if outside else target.target, external=outside)
        elif isinstance(target, ChartPart):
            yield Relation(number, "chart", package.chart_part(next(places.charts)))
        elif target.slide is None:
            yield Relation(number, "hyperlink", _uri(target.url or ""), external=True)
        elif target.slide in places.parts:
            yield Relation(number, "slide", places.parts[target.slide])
        else:
            raise ValueError(f"the deck has no slide {target.slide!r} to link to")


def _uri(address: str) -> str:
    """An address with what no URI may hold percent-encoded (RFC 3986, 2.1)."""
    return _NO_URI_CHARACTER.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()), address)


def _types(template: Template, slides: tuple[str, ...], kept: SlideCache) -> Member:
    """The content types of everything, with the parts of `slides`."""
    media = (name.rpartition(".")[2] for name in slides if name.startswith(("ppt/media/", "ppt/embeddings/")))
    return kept.part(
        ("types", id(template), slides),
        lambda: package.content_types(_kinds(template, slides), (*template.extensions, *media)),
    )


def _kinds(template: Template, slides: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(part, kind) of what needs a content type of its own."""
    yield package.PRESENTATION, "presentation"
    yield from template.kinds
    for name in slides:
        if name.startswith("ppt/slides/slide"):
            yield name, "slide"
        elif name.startswith("ppt/notesSlides/notesSlide"):
            yield name, "notesSlide"
        elif name.startswith("ppt/charts/chart"):
            yield name, "chart"
    yield package.CORE_PROPERTIES, "core"
    yield package.EXTENDED_PROPERTIES, "app"
    yield package.CUSTOM_PROPERTIES, "custom"


def _presentation(
    deck: Deck, numbers: Mapping[str, SlideNumbers], template: Template, kept: SlideCache
) -> Iterator[tuple[str, Member]]:
    entries = tuple([SlideEntry(numbers[s.id].slide_id, _slide_part(n)) for n, s in enumerate(deck.slides, 1)])
    rtl = template.brand.writing.rtl
    sections = deck.source, deck.title, tuple([slide.section for slide in deck.slides])
    yield (
        package.PRESENTATION,
        kept.part(
            ("presentation", entries, sections, rtl),
            lambda: package.presentation(entries, _sections(deck, numbers), rtl=rtl),
        ),
    )
    yield (
        relations_name(package.PRESENTATION),
        kept.part(("presentation's", len(entries)), lambda: package.presentation_relationships(entries)),
    )


def _properties(
    deck: Deck, ready: Sequence[ReadySlide], template: Template, kept: SlideCache
) -> Iterator[tuple[str, Member]]:
    fonts = dict.fromkeys(template.brand.fonts[role].office for role in ("major", "minor"))
    core = deck_properties(deck)
    yield package.CORE_PROPERTIES, kept.part(core, lambda: core_properties(core))
    yield (
        package.CUSTOM_PROPERTIES,
        kept.part(("custom", deck.source, deck.audience), lambda: custom_properties(deck, version=VERSION)),
    )
    extended = extended_properties(
        slides=len(ready),
        notes=sum(made.notes is not None for made in ready),
        hidden=sum(slide.hidden for slide in deck.slides),
        words=sum(made.words for made in ready),
        paragraphs=sum(made.paragraphs for made in ready),
        fonts=tuple(fonts),
        themes=(template.brand.title,),
        titles=[cut(slide.title) for slide in deck.slides],
    )
    yield package.EXTENDED_PROPERTIES, deflated(extended, FAST)


def _sections(deck: Deck, numbers: Mapping[str, SlideNumbers]) -> tuple[Xml, ...]:
    """The `p:ext` with the deck's sections; nothing for a deck without any.

    PowerPoint wants every slide in a section, so what stands before the first one is in a section
    named after the deck.
    """
    if not any(slide.section for slide in deck.slides):
        return ()
    sections: list[tuple[str, list[Xml]]] = []
    for slide in deck.slides:
        name = slide.section or (sections[-1][0] if sections else cut(deck.title) or "Start")
        if not sections or sections[-1][0] != name:
            sections.append((name, []))
        sections[-1][1].append(el("p14:sldId", {"id": numbers[slide.id].slide_id}))
    ids = _section_ids(deck.source, [name for name, _ in sections])
    listed = (
        el("p14:section", {"name": name, "id": identity}, el("p14:sldIdLst", None, *slides))
        for identity, (name, slides) in zip(ids, sections, strict=True)
    )
    namespace = {"xmlns:p14": "http://schemas.microsoft.com/office/powerpoint/2010/main"}
    return (el("p:ext", {"uri": _SECTIONS}, el("p14:sectionLst", namespace, *listed)),)


def _section_ids(source: str, names: Sequence[str]) -> Iterator[str]:
    """The sections' GUIDs. One is told from earlier ones of its name by how many they are."""
    seen: dict[str, int] = {}
    for name in names:
        earlier = seen[name] = seen.get(name, -1) + 1
        yield guid("section", source, name, *((str(earlier),) if earlier else ()))
