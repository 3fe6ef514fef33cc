"""Slides as drawings in the page, their changes marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Literal

from deckgen.diff.changes import SlideChange
from deckgen.diff.highlight import marked
from deckgen.diff.side import Drawn
from deckgen.diff.view import Deck
from deckgen.drawing.model import Words
from deckgen.fonts.files import FontFile
from deckgen.ooxml.xml import Xml
from deckgen.scene import Link
from deckgen.write.svg.faces import Faces
from deckgen.write.svg.slide import slide_svg
from deckgen.write.svg.web_fonts import font_rules

_STYLE = re.compile(r' style="([^"]*)"')


class Figures:
    """Draws the slides of both sides, and keeps what the page's head has to hold of them."""

    def __init__(self, decks: tuple[Deck, Deck], drawn: tuple[Drawn, Drawn]) -> None:
        self._decks, self._drawn = decks, drawn
        self._faces = [Faces(one.fonts, one.brand) for one in drawn]
        self._used: dict[str, frozenset[str]] = {}
        self.styles: dict[str, None] = {}

    def sketched(self, side: Literal["before", "after"]) -> bool:
        """Whether this side is drawn from a file."""
        return self._drawn[side == "after"].sketch

    def figure(self, change: SlideChange, side: Literal["before", "after"], label: str) -> Xml:
        """The slide's drawing on this side; `label` is what it is to somebody who can't see it."""
        which = int(side == "after")
        number = change.after if which else change.before
        assert number is not None, "a slide that is there is drawn"
        slide = self._decks[which].slides[number - 1]
        page = marked(self._drawn[which].page(number), slide, change, side, widths=partial(_widths, self._faces[which]))
        drawn = slide_svg(page, self._faces[which], href=_nowhere)
        for key, characters in drawn.used.items():
            self._used[key] = self._used.get(key, frozenset()) | characters
        svg = drawn.svg(role="img", **{"aria-label": label})
        self.styles.update(dict.fromkeys(_STYLE.findall(svg)))
        return svg

    @property
    def fonts(self) -> str:
        """The rules for all faces that were set in."""
        files: dict[str, FontFile] = {}
        for key in self._used:
            one = self._drawn[1] if key in self._drawn[1].fonts else self._drawn[0]
            files[key] = one.fonts[key]
        return font_rules(self._used, files)


def _widths(faces: Faces, words: Words) -> Sequence[float]:
    """The widths of a piece's characters: its glyphs' advances, or equal ones where some have become one."""
    clusters = faces.clusters(words)
    if len(clusters) != len(words.text):
        return [1.0] * len(words.text)
    ordered = clusters[::-1] if words.rtl else clusters
    return [cluster.advance for cluster in ordered]


def _nowhere(link: Link) -> str | None:  # noqa: ARG001 - as addresses of links are asked for
    """A picture of a slide leads nowhere."""
    return None
