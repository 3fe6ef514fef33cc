"""A difference for people at a terminal, or in a log."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from deckgen.diagnostics.screen import shown
from deckgen.diff.changes import Difference, Piece, SlideChange
from deckgen.diff.tell.phrases import Line, badges, fact, lines, number_of, summary

_STYLES = {
    "gone": "\x1b[31;9m", "new": "\x1b[32m", "lost": "\x1b[31m", "added": "\x1b[32m", "head": "\x1b[1m",
    "faint": "\x1b[2m", "other": "\x1b[33m",
}  # fmt: skip
"""What is gone is struck out as well, "lost" is a whole slide that is."""
_RESET = "\x1b[0m"
Paint = Callable[[str, str], str]
"""Gives a text and what it is as they stand on the screen."""
CONTEXT = 6
"""Words that stayed are shown so many before and after a change."""


def as_text(difference: Difference, before: str, after: str, *, color: bool = False) -> str:
    """The account, its summary first; without colour, [-what is gone-] and {+what is new+} have their marks."""
    paint = painter(color=color)
    head = f"{summary(difference.counts, len(difference.deck))}"
    if difference.nothing:
        return f"{shown(head)}: {shown(before)} and {shown(after)}\n"
    told = [paint(head, "head"), paint(f"from {shown(before)} to {shown(after)}", "faint")]
    if difference.deck:
        told += ["", paint("The deck", "head")]
        told += [f"  {shown(fact(change))}" for change in difference.deck]
    for slide in difference.slides:
        if slide.status != ("same",):
            told += ["", *slide_lines(slide, paint)]
    return "\n".join(told) + "\n"


def slide_lines(slide: SlideChange, paint: Paint, remark: str = "") -> Iterator[str]:
    """A slide's heading, `remark` after it, and its changes below."""
    number = number_of(slide)
    title = f"{number[0].upper()}{number[1:]}: {shown(' '.join(slide.title.split())) or '(no title)'}"
    yield f"{paint(title, 'head')}  {paint('[' + shown(', '.join(badges(slide))) + ']', _style(slide))}{shown(remark)}"
    for change in slide.changes:
        for line in lines(change):
            yield f"  {_line(line, paint)}"


def _style(slide: SlideChange) -> str:
    return "added" if "added" in slide.status else "lost" if "gone" in slide.status else "other"


def _line(line: Line, paint: Paint) -> str:
    said = "".join(_pieces(line.pieces, paint))
    return f"{shown(line.where)}: {': '.join(filter(None, (shown(line.what), said)))}"


def _pieces(pieces: tuple[Piece, ...], paint: Paint) -> Iterator[str]:
    for place, piece in enumerate(pieces):
        text = shown(" ".join(piece.text.split("\n")))
        if piece.kind != "same":
            if place and pieces[place - 1].kind == "gone" and piece.kind == "new":
                yield " "
            yield paint(text, piece.kind)
        else:
            yield _context(text, first=place == 0, last=place == len(pieces) - 1)


def _context(text: str, *, first: bool, last: bool) -> str:
    """As much of what stayed as one needs to find the place."""
    words = text.split(" ")
    if first and len(words) > CONTEXT + 1:
        return "… " + " ".join(words[-CONTEXT - 1 :])
    if last and len(words) > CONTEXT + 1:
        return " ".join(words[: CONTEXT + 1]) + " …"
    if len(words) > 2 * CONTEXT + 2 and not first and not last:
        return f"{' '.join(words[: CONTEXT + 1])} … {' '.join(words[-CONTEXT - 1 :])}"
    return text


def painter(*, color: bool) -> Paint:
    """How things are marked, with colour or without."""
    return _painted if color else _plain


def _painted(text: str, style: str) -> str:
    return f"{_STYLES[style]}{text}{_RESET}" if text else ""


def _plain(text: str, style: str) -> str:
    if style == "gone":
        return f"[-{text}-]"
    return f"{{+{text}+}}" if style == "new" else text
