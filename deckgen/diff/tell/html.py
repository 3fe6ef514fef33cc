"""A difference as one page that needs nothing else: the slides side by side, what changed marked and listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from deckgen.diagnostics.screen import shown
from deckgen.diff.changes import Change, Difference, FactChange, NotesChange, Piece, SlideChange
from deckgen.diff.side import Drawn
from deckgen.diff.tell.figures import Figures
from deckgen.diff.tell.phrases import Line, badges, counted, lines, number_of, shortened, summary
from deckgen.diff.view import Deck
from deckgen.ooxml.xml import Xml, join
from deckgen.write.html.markup import raw, tag, words
from deckgen.write.html.policy import policy

ASSETS = Path(__file__).parent / "assets"
_LEGEND = (("gone", "words that are gone"), ("new", "words that are new"), ("other", "set, placed or linked otherwise"))
_FEW = 3
"""So many slides that are the same are told in one line of the overview."""
_BADGES = ("added", "gone", "moved", "renamed", "changed")


def as_html(
    difference: Difference, names: tuple[str, str], decks: tuple[Deck, Deck], drawn: tuple[Drawn, Drawn]
) -> bytes:
    """The page. The same difference gives the same bytes."""
    page = _Page(names, Figures(decks, drawn))
    body = join((page.header(difference), page.overview(difference), page.main(difference), _keys(difference)))
    return (Xml("<!DOCTYPE html>\n") + page.document(body)).encode() + b"\n"


class _Page:
    """Makes the page of one comparison."""

    def __init__(self, names: tuple[str, str], figures: Figures) -> None:
        self._names, self._figures = names, figures

    def document(self, body: Xml) -> Xml:
        """All of it around its body, which has been made before: its faces are known then."""
        script, sheet = _asset("keys.js"), _asset("page.css")
        fonts = self._figures.fonts
        before, after = map(_named, self._names)
        rules = policy((script,), (fonts, sheet), self._figures.styles)
        head = tag(
            "head",
            None,
            tag("meta", {"charset": "utf-8"}),
            tag("meta", {"http-equiv": "Content-Security-Policy", "content": rules}),
            tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            tag("title", None, words(f"What changed from {before} to {after}")),
            tag("link", {"rel": "icon", "href": "data:,"}),
            raw("style", fonts),
            raw("style", sheet),
        )
        return tag("html", {"lang": "en"}, head, tag("body", None, body, raw("script", script)))

    def header(self, difference: Difference) -> Xml:
        """What is compared, what came of it in a line, and what the marks mean."""
        before, after = (tag("b", None, words(_named(name))) for name in self._names)
        legend = (tag("li", None, tag("span", {"class": f"swatch {sort}"}), words(told)) for sort, told in _LEGEND)
        return tag(
            "header",
            None,
            tag("p", {"class": "between"}, words("From "), before, words(" to "), after),
            tag("h1", None, words(_capital(summary(difference.counts, len(difference.deck))))),
            *(
                (tag("ul", {"class": "legend", "aria-label": "What the marks mean"}, *legend),)
                if difference.slides
                else ()
            ),
        )

    def overview(self, difference: Difference) -> Xml:
        """Every slide in a line; those that differ lead to what differs."""
        rows: list[Xml] = []
        for run in _runs(difference.slides):
            rows += [_several(run)] if len(run) >= _FEW else map(self._row, run)
        counts = difference.counts
        same = f"{counted(counts.same, 'slide')} {'is' if counts.same == 1 else 'are'} the same" if counts.same else ""
        heading = tag("h2", {"id": "slides"}, words("All slides"))
        remark = (tag("p", {"class": "remark"}, words(f"{same}.")),) if same else ()
        heads = tag("tr", None, *(tag("th", {"scope": "col"}, words(said)) for said in ("Was", "Is", "Slide")))
        table = tag("table", None, tag("thead", None, heads), tag("tbody", None, *rows))
        return tag("nav", {"aria-labelledby": "slides"}, heading, *remark, table)

    def _row(self, slide: SlideChange) -> Xml:
        title = words(shortened(_line_of(slide.title)) or "(no title)")
        numbers = [
            tag("td", {"class": "number"}, words(str(number) if number else "–"))
            for number in (slide.before, slide.after)
        ]
        if slide.status == ("same",):
            return tag("tr", {"class": "same"}, *numbers, tag("td", None, title))
        link = tag("a", {"href": f"#{_anchor(slide)}"}, title)
        return tag("tr", {"class": slide.status[0]}, *numbers, tag("td", None, link, words(" "), *_badges(slide)))

    def main(self, difference: Difference) -> Xml:
        """The deck's own changes, then the slides that differ."""
        parts = [self._deck(difference.deck)] if difference.deck else []
        parts += [self._slide(slide) for slide in difference.slides if slide.status != ("same",)]
        if not parts:
            parts = [tag("p", {"class": "nothing"}, words("Both say and show the same."))]
        return tag("main", None, *parts)

    def _deck(self, facts: tuple[FactChange, ...]) -> Xml:
        heads = tag("tr", None, *(tag("th", {"scope": "col"}, words(said)) for said in ("What", "Before", "After")))
        rows = (
            tag(
                "tr",
                None,
                tag("th", {"scope": "row"}, words(_capital(fact.what))),
                tag("td", None, *_fact_value(fact.before)),
                tag("td", None, *_fact_value(fact.after)),
            )
            for fact in facts
        )
        table = tag("table", None, tag("thead", None, heads), tag("tbody", None, *rows))
        return tag(
            "section",
            {"class": "deck stop", "id": "deck", "tabindex": "-1"},
            tag("h2", None, words("The deck itself")),
            table,
        )

    def _slide(self, slide: SlideChange) -> Xml:
        number = number_of(slide)
        known = slide.id_after or slide.id_before
        title = tag(
            "h2",
            None,
            tag("span", {"class": "number"}, words(_capital(number))),
            words(" " + (shortened(_line_of(slide.title)) or "(no title)")),
        )
        identity = (tag("code", None, words(_clean(known))),) if known else ()
        head = tag("div", {"class": "head"}, title, tag("p", {"class": "badges"}, *_badges(slide), *identity))
        shown = self._alone(slide) if _looks_the_same(slide) else (self._pair(slide), *_changes(slide))
        return tag("article", {"id": _anchor(slide), "class": "stop", "tabindex": "-1"}, head, *shown)

    def _alone(self, slide: SlideChange) -> tuple[Xml, ...]:
        """A slide that looks as it did, once, and beside it what changed nevertheless."""
        figure = self._figure(slide, "after", "Looks as it did")
        told = tuple(_changes(slide)) or (tag("p", {"class": "remark"}, words(_only(slide))),)
        return (tag("div", {"class": "pair"}, figure, tag("div", None, *told)),)

    def _pair(self, slide: SlideChange) -> Xml:
        """The slide on both sides; a note in place of one that isn't there."""
        before = self._figure(slide, "before", "Before") if slide.before else _absent("Not there before")
        after = self._figure(slide, "after", "After") if slide.after else _absent("No longer there")
        return tag("div", {"class": "pair"}, before, after)

    def _figure(self, slide: SlideChange, side: Literal["before", "after"], told: str) -> Xml:
        number = slide.after if side == "after" else slide.before
        label = f"Slide {number} {side}: {shortened(_line_of(slide.title))}"
        drawing = self._figures.figure(slide, side, _clean(label))
        sketch = self._figures.sketched(side)
        remark = (tag("span", {"class": "sketch"}, words("drawn from the file")),) if sketch else ()
        caption = tag("figcaption", None, tag("b", None, words(told)), words(f", slide {number} "), *remark)
        return tag("figure", {"class": side}, caption, tag("div", {"class": "slide"}, drawing))


def _runs(slides: Sequence[SlideChange]) -> Iterator[list[SlideChange]]:
    """Slides in order, those that are the same in one run as long as their numbers go on."""
    run: list[SlideChange] = []
    for slide in slides:
        if run and not (_follows(run[-1], slide)):
            yield run
            run = []
        run.append(slide)
    if run:
        yield run


def _follows(one: SlideChange, other: SlideChange) -> bool:
    both = one.status == other.status == ("same",)
    return both and other.before == (one.before or 0) + 1 and other.after == (one.after or 0) + 1


def _several(run: Sequence[SlideChange]) -> Xml:
    """Slides that are the same, in one line."""
    first, last = run[0], run[-1]
    numbers = [f"{first.before}–{last.before}", f"{first.after}–{last.after}"]
    cells = (tag("td", {"class": "number"}, words(number)) for number in numbers)
    titles = " · ".join(_line_of(slide.title) for slide in run)
    told = f"{counted(len(run), 'slide')}, the same: {shortened(titles)}"
    return tag("tr", {"class": "same"}, *cells, tag("td", None, words(told)))


def _looks_the_same(slide: SlideChange) -> bool:
    """Whether all that changed can't be seen on the slide: its notes, its place, its section."""
    unseen = ("hidden", "section", "minutes", "transition", "build", "layout", "alternative text")
    return bool(slide.before and slide.after) and all(
        isinstance(change, NotesChange) or (isinstance(change, FactChange) and change.what in unseen)
        for change in slide.changes
    )


def _only(slide: SlideChange) -> str:
    """What changed of a slide on which nothing did."""
    if "moved" in slide.status:
        return f"Only its place has changed: it was slide {slide.before}, and is slide {slide.after}."
    return "Only its name has changed."


def _changes(slide: SlideChange) -> Iterator[Xml]:
    """What differs, thing by thing."""
    found = [(change, line) for change in slide.changes for line in lines(change)]
    if not found:
        return
    rows = (
        tag("tr", None, tag("th", {"scope": "row"}, words(_clean(line.where))), tag("td", None, *_said(change, line)))
        for change, line in found
    )
    yield tag("table", {"class": "changes"}, tag("caption", None, words("What changed")), tag("tbody", None, *rows))


def _said(change: Change, line: Line) -> Iterator[Xml]:
    if isinstance(change, FactChange):
        yield tag("span", {"class": "what"}, words(f"{_capital(change.what)}: "))
        yield tag("del", None, *_fact_value(change.before))
        yield words(" → ")
        yield tag("ins", None, *_fact_value(change.after))
        return
    if line.what:
        yield tag("span", {"class": "what"}, words(_capital(_clean(line.what)) + (": " if line.pieces else "")))
    for place, piece in enumerate(line.pieces):
        if place and line.pieces[place - 1].kind == "gone" and piece.kind == "new":
            yield words(" ")
        yield _piece(piece)


def _piece(piece: Piece) -> Xml:
    text = words(_clean(piece.text))
    return text if piece.kind == "same" else tag("del" if piece.kind == "gone" else "ins", None, text)


def _fact_value(value: str) -> Iterator[Xml]:
    """A value; of a colour also what it looks like."""
    if len(value) == 7 and value.startswith("#"):
        path = tag("rect", {"width": 14, "height": 14, "fill": value})
        yield tag(
            "svg", {"class": "color", "viewBox": "0 0 14 14", "width": 14, "height": 14, "aria-hidden": "true"}, path
        )
    yield words(shortened(_line_of(value)) or "none")


def _absent(told: str) -> Xml:
    return tag("div", {"class": "absent"}, tag("p", None, words(told)))


def _badges(slide: SlideChange) -> Iterator[Xml]:
    sorts = [status for status in slide.status if status in _BADGES]
    for sort, told in zip(sorts, badges(slide), strict=True):
        yield tag("span", {"class": f"badge {sort}"}, words(_clean(told)))
        yield Xml(" ")


def _keys(difference: Difference) -> Xml:
    """What to press; the script shows it."""
    if difference.nothing:
        return Xml("")
    told = (
        tag("kbd", None, words("n")),
        words(" next change "),
        tag("kbd", None, words("p")),
        words(" the one before"),
    )
    return tag("footer", {"class": "keys", "hidden": ""}, tag("p", None, *told))


def _anchor(slide: SlideChange) -> str:
    return f"slide-{slide.after}" if slide.after else f"gone-{slide.before}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _line_of(text: str) -> str:
    return _clean(" ".join(text.split()))


def _named(name: str) -> str:
    return _clean(name)


def _clean(text: str) -> str:
    """Words without what steers a reader, or has no place in HTML."""
    return shown(text)


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")
