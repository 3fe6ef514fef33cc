"""Inline Markdown: CommonMark's emphasis and links, superscript, subscript, and nothing else.

What counts as markup: `*italic*` and `_italic_`, `**bold**` and `__bold__`, `[text](address)`,
`^superscript^` and `~subscript~` (without spaces), and a backslash before `* _ [ ] ^ ~`, which makes it
an ordinary character. Every other character stays: no HTML, no entities, no code, no bare addresses.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_POSITIONS: dict[str, Literal["super", "sub"]] = {"^": "super", "~": "sub"}
_ESCAPABLE = "*_[]^~"
_SCRIPTS = {"^": re.compile(r"\^((?:\\.|[^\s^\\])++)\^(?![\d^])"),
            "~": re.compile(r"~((?:\\.|[^\s~\\])++)~(?![\d~])")}
# An address may hold round brackets in pairs, one deep.
_ADDRESS = re.compile(r"\(((?:\\.|[^()\\]|\((?:\\.|[^()\\])*+\))*+)\)", re.DOTALL)
# '[x](the author's word)' is no link: words with spaces that don't begin as an address does.
_WORDS = re.compile(r"\s*(?![A-Za-z][A-Za-z0-9+.-]*:|www\.|[/\\#.<])\S+\s+\S")
_TERMINATORS = re.compile(r"[*_\[\]\\^~]")


class Look(Struct, frozen=True):
    """How a stretch of text looks, and the address behind it as the author wrote it."""

    bold: bool = False
    italic: bool = False
    position: Literal["", "super", "sub"] = ""
    link: str | None = None


def parse_markdown(text: str) -> list[tuple[str, Look]]:
    """The stretches of `text` in order, each with its look; a newline stays a newline."""
    md = _parser()
    tokens: list[Token] = []
    md.inline.parse(text, md, {}, tokens)
    return _stretches(tokens)


def _stretches(tokens: list[Token]) -> list[tuple[str, Look]]:
    bold = italic = 0
    link: str | None = None
    found: list[tuple[str, Look]] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = str(token.attrs["href"])
            case "link_close":
                link = None
            case _ if token.content:
                look = Look(bold > 0, italic > 0, _POSITIONS.get(token.markup, ""), link)
                found.append((token.content, look))
    return found


@cache
def _parser() -> MarkdownIt:
    """The parser, made once; its import costs 20 ms, so only texts with markup pay it."""
    from markdown_it import MarkdownIt

    md = MarkdownIt("zero").enable(["emphasis"])
    rules = {"escape_mark": _escape, "script": _script, "digits": _digits, "address": _link}
    for name, rule in rules.items():
        md.inline.ruler.before("emphasis", name, rule)
    md.inline.terminator_re = _TERMINATORS
    return md


def _escape(state: StateInline, silent: bool) -> bool:
    """A backslash before a mark: the mark itself."""
    if state.src[state.pos] != "\\" or state.src[state.pos + 1 : state.pos + 2] not in _ESCAPABLE:
        return False
    if state.pos + 1 >= state.posMax:
        return False
    if not silent:
        state.append_pending(state.src[state.pos + 1])
    state.pos += 2
    return True


def _script(state: StateInline, silent: bool) -> bool:
    """`^2^` and `~2~`. A mark that is doubled, or stands before a digit (2^10+3^5), doesn't close one."""
    mark = state.src[state.pos]
    if mark not in _SCRIPTS or state.src[state.pos - 1 : state.pos] == mark:
        return False
    found = _SCRIPTS[mark].match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("script", "", 0)
        token.content = re.sub(r"\\([*_\[\]^~])", r"\1", found[1])
        token.markup = mark
    state.pos = found.end()
    return True


def _digits(state: StateInline, silent: bool) -> bool:
    """An asterisk between digits multiplies: 2*3*4 has no italic 3."""
    here = state.pos
    if state.src[here] != "*" or here == 0 or not state.src[here - 1].isdigit():
        return False
    if not state.src[here + 1 : here + 2].isdigit():
        return False
    if not silent:
        state.append_pending("*")
    state.pos += 1
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """`[text](address)`; the address is kept as written, for the caller to check."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, True)
    found = _ADDRESS.match(state.src, end + 1, state.posMax) if end > 0 else None
    if found is None or _WORDS.match(found[1]):
        return False
    if not silent:
        _push_link(state, state.pos + 1, end, found[1])
    state.pos = found.end()
    return True


def _push_link(state: StateInline, start: int, end: int, address: str) -> None:
    """The tokens of a link whose text stands from `start` to `end`."""
    maximum = state.posMax
    state.pos, state.posMax = start, end
    state.push("link_open", "a", 1).attrs = {"href": re.sub(r"\\([*_\[\]()^~])", r"\1", address)}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("link_close", "a", -1)
    state.posMax = maximum
