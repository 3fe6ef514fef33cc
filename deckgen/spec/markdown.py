"""Inline Markdown: CommonMark's emphasis and links, superscript, subscript, and nothing else.

What counts as markup: `*italic*` and `_italic_`, `**bold**` and `__bold__`, `[text](address)`,
`^superscript^` and `~subscript~` (without spaces), and a backslash before `* _ [ ] ^ ~ < & {`, which makes it
an ordinary character. Every other character stays: no HTML, no entities, no code, no bare addresses.

The rules are those of CommonMark 0.31 (6.2 emphasis, 6.3 links) and its two-stack algorithm; tests hold
this module to markdown-it-py, whose import costs a seventh of a build and which would lend only emphasis.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

_MARK = re.compile(r"\\[*_\[\]^~<&{]|\*+|_+|[\[\]^~]")
_ESCAPED, _ESCAPED_IN_ADDRESS = r"\\([*_\[\]^~<&{])", r"\\([*_\[\]^~()])"
_SCRIPTS = {"^": r"\^((?:\\.|[^\s^\\\[\]])++)\^(?![\d^])", "~": r"~((?:\\.|[^\s~\\\[\]])++)~(?![\d~])"}
_POSITIONS: dict[str, Literal["super", "sub"]] = {"^": "super", "~": "sub"}
# An address may hold round brackets in pairs, one deep.
_ADDRESS = re.compile(r"\(((?:\\.|[^()\\]|\((?:\\.|[^()\\])*+\))*+)\)", re.DOTALL)
# '[x](the author's word)' is no link: words with spaces that don't begin as an address does.
_WORDS = re.compile(r"\s*(?![A-Za-z][A-Za-z0-9+.-]*:|www\.|[/\\#.<])\S+\s+\S")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Look(Struct, frozen=True):
    """How a stretch of text looks, and the address behind it as the author wrote it."""

    bold: bool = False
    italic: bool = False
    position: Literal["", "super", "sub"] = ""
    link: str | None = None


class _Run(Struct):
    """A run of `*` or `_` that may open or close emphasis; `count` of its `length` marks are left."""

    piece: int
    mark: str
    length: int
    count: int
    opens: bool
    closes: bool


class _Bracket(Struct):
    """A `[` that waits for its `]`: its piece, and how many runs stood before it."""

    piece: int
    runs: int
    active: bool = True


def parse_markdown(text: str) -> list[tuple[str, Look]]:
    """The stretches of `text` in order, each with its look; a newline stays a newline, a link without text is ""."""
    reader = _Reader(text)
    reader.read()
    return reader.stretches()


class _Reader:
    """Cuts a text into pieces, then says which of them are emphasised and linked.

    Emphasis is kept as where it begins and ends (+1, −1 by piece), so that nesting costs nothing.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.runs: list[_Run] = []
        self.brackets: list[_Bracket] = []
        self.bold: dict[int, int] = {}
        self.italic: dict[int, int] = {}
        self.links: dict[int, tuple[int, str]] = {}
        self.positions: dict[int, Literal["super", "sub"]] = {}

    def read(self) -> None:
        """Every piece of the text, and what is marked."""
        text, position = self.text, 0
        while found := _MARK.search(text, position):
            if found.start() > position:
                self.pieces.append(text[position : found.start()])
            position = self._mark(found[0], found.start(), found.end())
        if position < len(text):
            self.pieces.append(text[position:])
        self._pair(0)

    def _mark(self, mark: str, start: int, end: int) -> int:
        """Take the mark at `start`; gives where reading goes on."""
        match mark[0]:
            case "*" | "_":
                self._run(mark, start, end)
            case "[":
                self.brackets.append(_Bracket(len(self.pieces), len(self.runs)))
                self.pieces.append(mark)
            case "]":
                return self._close(end)
            case "\\":
                self.pieces.append(mark[1])
            case _:
                return self._script(mark, start, end)
        return end

    def _run(self, mark: str, start: int, end: int) -> None:
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        # An asterisk between digits multiplies: 2*3*4 has no italic 3.
        if not (mark == "*" and before.isdigit() and after.isdigit()):
            opens, closes = _flanks(mark[0], before, after)
            self.runs.append(_Run(len(self.pieces), mark[0], len(mark), len(mark), opens, closes))
        self.pieces.append(mark)

    def _script(self, mark: str, start: int, end: int) -> int:
        """`^2^` and `~2~`. A mark that is doubled, or stands before a digit (2^10+3^5), doesn't close one."""
        found = re.compile(_SCRIPTS[mark]).match(self.text, start)
        if found is None or self.text[start - 1 : start] == mark:
            self.pieces.append(mark)
            return end
        self.positions[len(self.pieces)] = _POSITIONS[mark]
        self.pieces.append(_unescaped(found[1], _ESCAPED))
        return found.end()

    def _close(self, end: int) -> int:
        """A `]`: of a link if an address follows and no link stands inside, else a character."""
        bracket = self.brackets.pop() if self.brackets else None
        found = _ADDRESS.match(self.text, end) if bracket and bracket.active else None
        if bracket is None or found is None or _WORDS.match(found[1]):
            self.pieces.append("]")
            return end
        self._pair(bracket.runs)
        del self.runs[bracket.runs :]
        self.pieces[bracket.piece] = ""
        self.links[bracket.piece] = len(self.pieces), _unescaped(found[1], _ESCAPED_IN_ADDRESS)
        for outer in self.brackets:
            outer.active = False
        return found.end()

    def _pair(self, first: int) -> None:
        """Match closing runs with the nearest opening ones, from run `first` on."""
        lowest: dict[tuple[str, bool, int], int] = {}
        runs, at = self.runs, first
        while at < len(runs):
            closer = runs[at]
            if not closer.closes:
                at += 1
                continue
            kind = closer.mark, closer.opens, closer.length % 3
            below = _opener(runs, at, first, lowest.get(kind, -1))
            if below is None:
                # Nothing before this run can open for its like: later ones need not look again.
                lowest[kind] = runs[at - 1].piece if at > first else -1
                at += 1
                continue
            self._emphasise(runs[below], closer)
            del runs[below + 1 : at]
            at = below + 1
            if not closer.count:
                del runs[at]
            if not runs[below].count:
                del runs[below]
                at -= 1

    def _emphasise(self, opener: _Run, closer: _Run) -> None:
        used = 2 if opener.count > 1 and closer.count > 1 else 1
        changes = self.bold if used == 2 else self.italic
        changes[opener.piece + 1] = changes.get(opener.piece + 1, 0) + 1
        changes[closer.piece] = changes.get(closer.piece, 0) - 1
        for run in (opener, closer):
            run.count -= used
            self.pieces[run.piece] = run.mark * run.count

    def stretches(self) -> list[tuple[str, Look]]:
        """The pieces that hold anything, each with its look."""
        bold = italic = linked_to = 0
        link: str | None = None
        found: list[tuple[str, Look]] = []
        for number, piece in enumerate(self.pieces):
            bold += self.bold.get(number, 0)
            italic += self.italic.get(number, 0)
            if number in self.links:
                linked_to, link = self.links[number]
            elif link is not None and number >= linked_to:
                link = None
            # A link without text still says so, for it can't be meant.
            if piece or (number in self.links and linked_to == number + 1):
                found.append((piece, Look(bold > 0, italic > 0, self.positions.get(number, ""), link)))
        return found


def _unescaped(text: str, escaped: str) -> str:
    return re.sub(escaped, r"\1", text) if "\\" in text else text


def _opener(runs: list[_Run], at: int, first: int, lowest: int) -> int | None:
    """The nearest run before `at` that opens for it; runs up to piece `lowest` are known not to."""
    closer = runs[at]
    for below in range(at - 1, first - 1, -1):
        run = runs[below]
        if run.piece <= lowest:
            return None
        # Of two runs of which one might do both, the lengths may not add up to a multiple of three.
        uneven = (run.closes or closer.opens) and (run.length + closer.length) % 3 == 0 and run.length % 3 != 0
        if run.mark == closer.mark and run.opens and not uneven:
            return below
    return None


def _flanks(mark: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run between these characters may open, and may close, emphasis (CommonMark 6.2)."""
    space_before, space_after = before.isspace(), after.isspace()
    sign_before, sign_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not sign_after or space_before or sign_before)
    right = not space_before and (not sign_before or space_after or sign_after)
    if mark == "*":
        return left, right
    return left and (not right or sign_before), right and (not left or sign_after)


def _is_punctuation(char: str) -> bool:
    if char.isascii():
        return char in _PUNCTUATION
    import unicodedata

    return unicodedata.category(char)[0] in "PS"
