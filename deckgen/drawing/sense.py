"""Words by what they mean within their paragraph: links, and words of another language."""

from __future__ import annotations

from itertools import groupby

from deckgen.drawing.lines import Piecewise
from deckgen.drawing.model import Element, Mark
from deckgen.scene import Link, Run


def grouped(words: Piecewise, click: Link | None = None) -> tuple[Element | Mark, ...]:
    """A paragraph's words: linked ones in a link, foreign ones in their language. `click` is where the others go."""
    found: list[Element | Mark] = []
    for link, group in groupby(words, key=lambda said: said[0].link or click):
        spoken = _spoken(list(group))
        if link is None:
            found += spoken
        else:
            found.append(_link(link, spoken))
    return tuple(found)


def _link(link: Link, spoken: tuple[Element | Mark, ...]) -> Element:
    only = spoken[0]
    if len(spoken) == 1 and isinstance(only, Element):
        return Element(role="Link", children=only.children, link=link, language=only.language)
    return Element(role="Link", children=spoken, link=link)


def _spoken(words: Piecewise) -> tuple[Element | Mark, ...]:
    """The words, those of another language than their slide's in an element that says so."""
    found: list[Element | Mark] = []
    for language, group in groupby(words, key=lambda said: _language(said[0])):
        marks = tuple([mark for _, mark in group])
        found += marks if language is None else (Element(role="Span", children=marks, language=language),)
    return tuple(found)


def _language(run: Run) -> str | None:
    return run.script.language if run.script else None
