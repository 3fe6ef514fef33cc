"""The page: its head, the slides under one another, and what presents them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec import json

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.fonts.embedding import Embeddable
from deckgen.ooxml.chunks import Chunk
from deckgen.ooxml.xml import Xml, join
from deckgen.scene import Deck
from deckgen.write.html.films import film_rules, report_left_out
from deckgen.write.html.markup import closing, opening, raw, tag, words
from deckgen.write.html.phrases import Phrases, phrases_of
from deckgen.write.html.policy import policy
from deckgen.write.html.slides import Slides
from deckgen.write.html.typeface import face_rules
from deckgen.write.svg.faces import Faces
from deckgen.write.svg.web_fonts import font_rules

ASSETS = Path(__file__).parent / "assets"
STYLES = ("base", "stage", "overview", "presenter", "print")
SCRIPTS = (
    *("deck", "slide", "stage", "overview", "windows", "clock", "presenter"),
    *("actions", "keys", "pointer", "print", "toolbar", "start"),
)
"""The parts of style sheet and script in order: each uses what stands before it."""

_HOLE = re.compile(r"\[\[(\w+)\]\]")
_AWAKE = 'document.documentElement.classList.add("js");'
"""Stands in the head, so that nobody sees for a moment the page that is for those without scripts."""


def document(drawing: Drawing, diags: Diagnostics, *, notes: bool = True) -> tuple[Chunk, ...]:
    """The page in chunks; the slides are one of them, drawn as it is read. `notes`: with the speaker's."""
    deck = drawing.deck
    report_left_out(deck, diags)
    fonts = Embeddable(drawing.fonts, drawing.brand, diags)
    slides = Slides(drawing, Faces(fonts, drawing.brand), notes=notes)
    slides.survey()
    faces = font_rules(slides.used, fonts) + face_rules(deck, drawing.measurer.world, notes=notes)
    sheets = (faces, film_rules(deck) + _joined(STYLES, "css"))
    phrases = phrases_of(deck.language)
    script = _script(phrases)
    rules = policy((_AWAKE, script), sheets, slides.styles)
    top = (
        Xml("<!DOCTYPE html>\n"),
        opening("html", {"lang": deck.language, "dir": "rtl" if drawing.brand.writing.rtl else "ltr"}),
        _head(deck, rules, sheets),
        opening("body"),
        tag("header", None, tag("h1", None, words(deck.title))),
        _definitions(slides),
        opening("main", {"aria-label": deck.title, "data-minutes": _minutes(deck)}),
    )
    foot = (closing("main"), _interface(phrases), raw("script", script), closing("body"), closing("html"), Xml("\n"))
    return join(top).encode(), slides, join(foot).encode()


def _definitions(slides: Slides) -> Xml:
    """What several slides show, drawn nowhere by itself; nothing where there is none."""
    shared = join(slides.shared.definitions())
    if not shared:
        return shared
    return tag("svg", {"class": "shared", "width": 0, "height": 0, "aria-hidden": "true"}, tag("defs", None, shared))


def _head(deck: Deck, rules: str, sheets: Iterable[str]) -> Xml:
    """The head; what the page may do comes first, for it holds from there on."""
    return tag(
        "head",
        None,
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": rules}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1, viewport-fit=cover"}),
        tag("meta", {"name": "referrer", "content": "no-referrer"}),
        *([tag("meta", {"name": "author", "content": deck.author})] if deck.author else []),
        tag("title", None, words(deck.title)),
        # Without it browsers ask a server for one.
        tag("link", {"rel": "icon", "href": "data:,"}),
        raw("script", _AWAKE),
        *(raw("style", sheet) for sheet in sheets),
    )


def _minutes(deck: Deck) -> str | None:
    return f"{deck.minutes:g}" if deck.minutes else None


def _interface(phrases: Phrases) -> Xml:
    """Toolbar, presenter's view and help: markup of our own, with holes for phrases."""
    said = {"language": phrases.language, "direction": phrases.direction, **phrases.said}
    said["to_slide"] = said["to_slide"].format(number=12)
    return Xml(_HOLE.sub(lambda hole: words(said[hole[1]]), _asset("interface.html")))


def _script(phrases: Phrases) -> str:
    said = json.encode(phrases.said).decode()
    return f'"use strict";\n(() => {{\nconst PHRASES = {said};\n{_joined(SCRIPTS, "js")}}})();\n'


@cache
def _joined(names: tuple[str, ...], ending: str) -> str:
    return "\n".join([_asset(f"{name}.{ending}") for name in names])


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
