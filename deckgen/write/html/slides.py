"""Slides as sections of the page: the drawing, its films, what its build does, the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import json

from deckgen.drawing import Drawing, Page
from deckgen.ooxml.chunks import Chunk, pieces
from deckgen.ooxml.xml import Xml
from deckgen.scene import TRANSITION_MS, Reveal, Slide, Step
from deckgen.write.html.address import address
from deckgen.write.html.films import film_chunks, films_of, playable
from deckgen.write.html.markup import closing, opening, tag
from deckgen.write.html.notes import notes_html
from deckgen.write.html.phrases import phrases_of
from deckgen.write.html.pictures import Shared
from deckgen.write.svg.faces import Faces
from deckgen.write.svg.slide import slide_svg

KEPT = 32 * 1024 * 1024
"""So much of what was drawn to learn the characters is kept for writing; what is beyond is drawn again (bytes)."""
_STYLE = re.compile(r' style="([^"]*)"')


class Slides:
    """The sections of a deck's slides, in order. Gone through, those are drawn that are not kept: a page of 500
    slides is never held as a whole.

    A slide's drawing stands in `noscript`: elements where there are no scripts, else text, of which the script makes
    elements while the slide shows.
    """

    def __init__(self, drawing: Drawing, faces: Faces, *, notes: bool) -> None:
        self._drawing, self._faces, self._notes = drawing, faces, notes
        self._kept: dict[int, Xml] = {}
        self.used: dict[str, set[str]] = {}
        self.styles: dict[str, None] = {}
        self.shared = Shared()

    def survey(self) -> None:
        """Learn from every slide which characters it sets in which face (`used`), which style attributes it has
        (`styles`), and which pictures it shows (`shared`): all that stands in the page before any slide."""
        room = KEPT
        for index, page in enumerate(self._drawing.pages()):
            svg = self._drawn(page)
            self.styles.update(dict.fromkeys(_STYLE.findall(svg)))
            self.shared.note(svg)
            room -= len(svg)
            if room > 0:
                self._kept[index] = svg

    def __iter__(self) -> Iterator[bytes]:
        for index, slide in enumerate(self._drawing.deck.slides):
            svg = self._kept.get(index) or self._drawn(self._drawing.page(index))
            yield from pieces(self._section(slide, index + 1, self.shared.named(svg)))

    def _drawn(self, page: Page) -> Xml:
        drawn = slide_svg(page, self._faces, href=address)
        for face, characters in drawn.used.items():
            self.used.setdefault(face, set()).update(characters)
        return drawn.svg(role="presentation")  # the section is what it is to who can't see it

    def _section(self, slide: Slide, number: int, svg: str) -> Iterator[Chunk]:
        attributes = {**_attributes(slide, number), "dir": "rtl" if self._drawing.brand.writing.rtl else "ltr"}
        notes = tag("template", None, notes_html(slide.notes)) if slide.notes and self._notes else ""
        frame = opening("noscript") + opening("div", {"class": "frame"})
        yield f"{opening('section', attributes)}{frame}{svg}".encode()
        for video in films_of(slide):
            yield from film_chunks(video, slide.language)
        yield f"{closing('div')}{closing('noscript')}{notes}{closing('section')}\n".encode()


def _attributes(slide: Slide, number: int) -> dict[str, str | int | None]:
    """What is said of a slide, to those who read and to the script."""
    return {
        "class": "slide skipped" if slide.hidden else "slide",
        "id": slide.id,
        "role": "group",
        "aria-roledescription": phrases_of(slide.language).said["slide"],
        "aria-label": f"{number}: {slide.called}" if slide.called else str(number),
        "lang": slide.language,
        "tabindex": -1,
        "data-title": slide.called or None,
        "data-part": slide.section,
        "data-minutes": f"{slide.minutes:g}" if slide.minutes else None,
        "data-transition": _transition(slide),
        "data-build": json.encode([_step(step) for step in slide.build]).decode() if slide.build else None,
        "data-films": sum(map(playable, films_of(slide))) or None,
    }


def _transition(slide: Slide) -> str | None:
    """The name and milliseconds of the slide's transition. A browser has no Morph: such a slide fades."""
    if slide.transition in (None, "none"):
        return None
    name = "fade" if slide.transition == "morph" else slide.transition
    return f"{name} {TRANSITION_MS[name]}"


def _step(step: Step) -> list[tuple[object, ...]]:
    """What a click brings, as the script reads it."""
    return [_part(reveal) for reveal in step]


def _part(reveal: Reveal) -> tuple[object, ...]:
    effect = reveal.effect
    return reveal.node, reveal.first, reveal.last, reveal.series, effect.name, effect.ms, int(reveal.after)
