"""The plain face of the page's own words: toolbar, presenter's view, notes. It is the same on any machine."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.fonts.files import FontFile, font_data
from deckgen.scene import Deck
from deckgen.world import World
from deckgen.write.html.phrases import phrases_of
from deckgen.write.svg.web_fonts import BASIC, font_rules

FAMILY = "deckgen plain"
_FILES = {
    (False, False): "package:fonts/files/carlito/Carlito-Regular.ttf",
    (True, False): "package:fonts/files/carlito/Carlito-Bold.ttf",
    (False, True): "package:fonts/files/carlito/Carlito-Italic.ttf",
    (True, True): "package:fonts/files/carlito/Carlito-BoldItalic.ttf",
}


def face_rules(deck: Deck, world: World, *, notes: bool) -> str:
    """The rules of the faces, with what titles and (`notes`) notes need of them. Other writing systems are the
    reader's own."""
    used: dict[str, set[str]] = {}
    for (bold, italic), text in _texts(deck, notes=notes):
        used.setdefault(_FILES[bold, italic], set()).update(text)
    fonts = {
        file: FontFile(file, FAMILY, bold, italic, font_data(file, world))
        for (bold, italic), file in _FILES.items()
        if file in used
    }
    return font_rules(used, fonts)


def _texts(deck: Deck, *, notes: bool) -> Iterator[tuple[tuple[bool, bool], str]]:
    """Every text by the face it is set in."""
    basic = "".join([*BASIC, *phrases_of(deck.language).said.values()])
    yield (False, False), basic + deck.title
    yield (True, False), basic
    for slide in deck.slides:
        yield (False, False), slide.called + (slide.section or "")
        for paragraph in slide.notes if notes else ():
            for run in paragraph.runs:
                yield (run.bold, run.italic), run.text
