"""A difference as a comment to a pull request: what forges show of Markdown and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from deckgen.diff.changes import Difference, Piece, SlideChange
from deckgen.diff.tell.phrases import Line, badges, fact, lines, number_of, summary

MOST = 60_000
"""Forges take comments of 65,536 characters."""
_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")


def as_markdown(difference: Difference, before: str, after: str) -> str:
    """The account, its summary first; cut where a forge would refuse it."""
    told = [
        f"### {plain(summary(difference.counts, len(difference.deck)))}",
        "",
        f"from {plain(before)} to {plain(after)}",
    ]
    if difference.deck:
        told += ["", "**The deck**", "", *(f"- {plain(fact(change))}" for change in difference.deck)]
    size = sum(map(len, told))
    for slide in difference.slides:
        if slide.status == ("same",):
            continue
        block = ["", *slide_lines(slide)]
        size += sum(len(line) + 1 for line in block)
        if size > MOST:
            told += ["", "*… and more: see `deckgen diff --format html`*"]
            break
        told += block
    return "\n".join(told) + "\n"


def slide_lines(slide: SlideChange, remark: str = "") -> Iterator[str]:
    """A slide's heading, `remark` after it, and its changes below."""
    number = number_of(slide)
    title = plain(" ".join(slide.title.split())) or "(no title)"
    yield f"**{number[0].upper()}{number[1:]}: {title}** · {plain(', '.join(badges(slide)))}{plain(remark)}"
    found = [line for change in slide.changes for line in lines(change)]
    if found:
        yield ""
    for line in found:
        yield f"- {_line(line)}"


def _line(line: Line) -> str:
    said = "".join(map(_piece, line.pieces))
    return f"{plain(line.where)}: {': '.join(filter(None, (plain(line.what), said)))}"


def _piece(piece: Piece) -> str:
    text = plain(" ".join(piece.text.split("\n")))
    if piece.kind == "same":
        return text
    tag = "del" if piece.kind == "gone" else "ins"
    return f"<{tag}>{text}</{tag}>"


def plain(text: str) -> str:
    """Words that mean nothing to Markdown or HTML, and call nobody."""
    words = "".join(char if char.isprintable() else " " for char in text)
    # An invisible sign keeps an address from being a name.
    return _SPECIAL.sub(r"\\\1", escape(words, quote=False)).replace("@", "@\u200b")
