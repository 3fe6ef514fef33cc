"""The speaker's words as HTML: paragraphs, lists within lists, bold, italic, links, what runs right to left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.ooxml.xml import Xml, join
from deckgen.scene import LINE_BREAK, Link, Paragraph, Run
from deckgen.write.html.address import address
from deckgen.write.html.markup import tag, words


def notes_html(notes: Sequence[Paragraph]) -> Xml:
    """Notes as HTML, nothing for none."""
    return join(_blocks(tuple(notes)))


def _blocks(notes: tuple[Paragraph, ...]) -> Iterator[Xml]:
    """Paragraphs one after another; neighbours with bullets make a list."""
    at = 0
    while at < len(notes):
        if not notes[at].bullet:
            yield _block("p", notes[at])
            at += 1
            continue
        end = next((place for place in range(at, len(notes)) if not notes[place].bullet), len(notes))
        yield _list(notes[at:end])
        at = end


def _list(items: tuple[Paragraph, ...]) -> Xml:
    """Items as a list; deeper ones that follow an item are a list within it."""
    level, made = items[0].level, []
    at = 0
    while at < len(items):
        end = next((place for place in range(at + 1, len(items)) if items[place].level <= level), len(items))
        inner = _list(items[at + 1 : end]) if end > at + 1 else Xml("")
        made.append(_block("li", items[at], inner))
        at = end
    return tag("ul", None, *made)


def _block(name: str, paragraph: Paragraph, *inner: Xml) -> Xml:
    direction = None if paragraph.rtl is None else "rtl" if paragraph.rtl else "ltr"
    return tag(name, {"dir": direction}, *(_run(run) for run in paragraph.runs), *inner)


def _run(run: Run) -> Xml:
    if run.text == LINE_BREAK:
        return tag("br")
    said = words(run.text)
    for name, wanted in (("b", run.bold), ("i", run.italic), ("sup", run.baseline > 0), ("sub", run.baseline < 0)):
        said = tag(name, None, said) if wanted else said
    if run.script:
        said = tag("span", {"lang": run.script.language}, said)
    return _linked(run.link, said) if run.link else said


def _linked(link: Link, said: Xml) -> Xml:
    return tag("a", {"href": address(link), "rel": None if link.slide else "noreferrer"}, said)
