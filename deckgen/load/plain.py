"""The plain part of YAML, read at once: what nearly every deck and slide is written in.

Mappings and lists in lines, texts of one line (bare, or in quotes without escapes), block texts (`|` and `>`),
brackets on one line, comments. Whatever else a file holds, and whatever might be a mistake, is not for this
module: it gives None, and libyaml reads the file (careful.py). So there is one judge of what YAML means and of
what is wrong, and the build of a sound project need not wait for it. Tests hold this module to it, node for
node and place for place.
"""

from __future__ import annotations

import re

from deckgen.diagnostics import Span
from deckgen.load.nodes import Entry, MapNode, Node, ScalarNode, SeqNode

LONGEST = 100_000
"""Longer files (characters) are left to libyaml's reader, which counts what is in them."""

DEEPEST = 12
"""Lists and mappings that stand deeper in each other are left to it as well."""

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What no bare text begins with (YAML 1.1, 5.3)."""

_KEY = re.compile(r"""(?:([^\s\-?:,\[\]{}#&*!|>'"%@`][^:#]{0,200}+)|"([^"\\]{0,200}+)"):(?: +|$)""")
_KEY_IN_BRACES = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +|$)")
_TEXT_IN_BRACKETS = re.compile(r"[^\s,:#\[\]{}]+(?: +[^\s,:#\[\]{}]+)*")
_COMMENT = re.compile(" +#| *$")
_FOLDED = re.compile(r"\n(\n*)")
_BLOCKS = {"|": "\n", "|-": "", ">": "\n", ">-": ""}
"""The headers of block texts, with what their texts end in."""


class _NotPlain(Exception):
    """Something that libyaml has to look at."""


def read_plain(file: str, text: str) -> Node | None:
    """The node of the YAML `text`; None where it isn't plain throughout."""
    if len(text) > LONGEST or not text.endswith("\n") or not text.replace("\n", "").isprintable():
        return None
    try:
        return _Reader(file, text).document()
    except _NotPlain:
        return None


class _Reader:
    """Reads line by line. `at` is the line at hand, from 0, and `indent` the column it begins in (-1: no more)."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.lines = file, text.split("\n")
        self.end = len(self.lines)
        self.at, self.indent = -1, -1

    def document(self) -> Node:
        """What the file holds."""
        self.go_on()
        if self.indent != 0:
            raise _NotPlain
        node = self.collection(0, 0)
        if self.indent >= 0:  # a line that is part of nothing read so far: of a text above it, or a mistake
            raise _NotPlain
        return node

    def go_on(self) -> None:
        """To the next line that holds more than a comment."""
        at = self.at + 1
        while at < self.end:
            line = self.lines[at]
            rest = line.lstrip(" ")
            if rest and rest[0] != "#":
                self.at, self.indent = at, len(line) - len(rest)
                return
            at += 1
        self.indent = -1

    def collection(self, indent: int, depth: int) -> Node:
        """The list or mapping that begins in the column `indent` of this line."""
        if depth > DEEPEST:
            raise _NotPlain
        return self.sequence(indent, depth) if self.is_item(indent) else self.mapping(indent, depth)

    def is_item(self, indent: int) -> bool:
        """Whether an item's hyphen stands in the column `indent`."""
        return self.lines[self.at].startswith("- ", indent)

    def sequence(self, indent: int, depth: int) -> SeqNode:
        """The list whose hyphens stand in the column `indent`."""
        begun = self.at
        items: list[Node] = []
        while self.indent == indent and self.is_item(indent):
            line = self.lines[self.at]
            column = _after_spaces(line, indent + 1)
            if _KEY.match(line, column):
                self.indent = column
                items.append(self.collection(column, depth + 1))
            else:
                items.append(self.value(line, column, indent, depth))
        return SeqNode(tuple(items), self.extent(begun, indent, items[-1]))

    def mapping(self, indent: int, depth: int) -> MapNode:
        """The mapping whose keys stand in the column `indent`."""
        begun = self.at
        entries: dict[str, Entry] = {}
        while True:
            line = self.lines[self.at]
            match = _KEY.match(line, indent)
            if match is None:
                raise _NotPlain
            key, column = self.key(match), match.end()
            if column == len(line) or line[column] == "#":
                value = self.below(indent, depth)
            else:
                value = self.value(line, column, indent, depth)
            if key.text in entries:
                raise _NotPlain
            entries[key.text] = Entry(key, value)
            if self.indent != indent:
                return MapNode(entries, self.extent(begun, indent, value))

    def key(self, match: re.Match[str]) -> ScalarNode:
        """The key that `match` has found in this line."""
        text, quoted = match.groups()
        if text is None:
            return ScalarNode(quoted, self.span(match.start(), match.end(2) + 1))
        if text[-1] == " " or text == "<<":
            raise _NotPlain
        return ScalarNode(text, self.span(match.start(), match.end(1)), True)

    def below(self, indent: int, depth: int) -> Node:
        """The list or mapping below a key in the column `indent`."""
        self.go_on()
        if self.indent > indent or (self.indent == indent and self.is_item(indent)):
            return self.collection(self.indent, depth + 1)
        raise _NotPlain

    def value(self, line: str, column: int, indent: int, depth: int) -> Node:
        """What begins in `column` of this line, within a list or mapping in the column `indent`."""
        node: Node
        mark = line[column : column + 1]
        if mark not in _INDICATORS:
            node = self.bare(line, column)
        elif mark == "|" or mark == ">":
            node = self.block(column, indent)
        else:
            node, end = self.enclosed(line, column, depth + 1)
            if _COMMENT.match(line, end) is None:
                raise _NotPlain
        self.go_on()
        return node

    def bare(self, line: str, column: int) -> ScalarNode:
        """A text without quotes, to the end of the line or a comment."""
        text = line[column:]
        comment = text.find(" #")
        if comment >= 0:
            if text[comment + 2 : comment + 3] not in ("", " "):  # it may have been meant as text
                raise _NotPlain
            text = text[:comment]
        text = text.rstrip(" ")
        if not text or ": " in text or text[-1] == ":":
            raise _NotPlain
        return ScalarNode(text, self.span(column, column + len(text)), True)

    def enclosed(self, line: str, column: int, depth: int) -> tuple[Node, int]:
        """What stands in quotes or brackets from `column` on, and the column after them."""
        mark = line[column]
        if depth > DEEPEST or mark not in "\"'[{":
            raise _NotPlain
        if mark == "[":
            return self.bracketed(line, column, depth)
        if mark == "{":
            return self.braced(line, column, depth)
        end = line.find(mark, column + 1)
        text = line[column + 1 : end]
        if end < 0 or (mark == '"' and "\\" in text):
            raise _NotPlain
        return ScalarNode(text, self.span(column, end + 1)), end + 1

    def bracketed(self, line: str, column: int, depth: int) -> tuple[SeqNode, int]:
        """`[a, b]` and the column after it."""
        items: list[Node] = []
        at = _after_spaces(line, column + 1)
        while not line.startswith("]", at) or items:
            node, at = self.part(line, at, depth)
            items.append(node)
            if line.startswith("]", at):
                break
            at = _after_comma(line, at)
        return SeqNode(tuple(items), self.span(column, at + 1)), at + 1

    def braced(self, line: str, column: int, depth: int) -> tuple[MapNode, int]:
        """`{a: b, c: d}` and the column after it."""
        entries: dict[str, Entry] = {}
        at = _after_spaces(line, column + 1)
        while not line.startswith("}", at) or entries:
            match = _KEY_IN_BRACES.match(line, at)
            if match is None or match[1] in entries:
                raise _NotPlain
            key = ScalarNode(match[1], self.span(at, match.end(1)), True)
            node, at = self.part(line, match.end(), depth)
            entries[match[1]] = Entry(key, node)
            if line.startswith("}", at):
                break
            at = _after_comma(line, at)
        return MapNode(entries, self.span(column, at + 1)), at + 1

    def part(self, line: str, column: int, depth: int) -> tuple[Node, int]:
        """A value within brackets, and the column of what comes after it."""
        node: Node
        if line[column : column + 1] in _INDICATORS:
            node, end = self.enclosed(line, column, depth + 1)
        else:
            match = _TEXT_IN_BRACKETS.match(line, column)
            if match is None:
                raise _NotPlain
            end = match.end()
            node = ScalarNode(match[0], self.span(column, end), True)
        return node, _after_spaces(line, end)

    def block(self, column: int, indent: int) -> ScalarNode:
        """The block text whose header stands in `column`, within a list or mapping in the column `indent`."""
        lines, begun = self.lines, self.at
        header, first = lines[begun][column:], lines[begun + 1]
        margin = len(first) - len(first.lstrip(" "))
        if header not in _BLOCKS or margin <= indent:
            raise _NotPlain
        below, last = " " * margin, begun + 1
        for at in range(begun + 1, len(lines)):
            line = lines[at]
            if line.isspace():  # whether it belongs to the text is a long story
                raise _NotPlain
            if line.startswith(below):
                last = at
            elif line:
                break
        content = [line[margin:] for line in lines[begun + 1 : last + 1]]
        text = "\n".join(content)
        if header[0] == ">":
            if any(line.startswith(" ") for line in content):  # such lines stay as they are
                raise _NotPlain
            text = _FOLDED.sub(lambda gap: gap[1] or " ", text)
        self.at = last
        end = len(lines[last].rstrip(" ")) + 1
        return ScalarNode(text + _BLOCKS[header], Span(self.file, begun + 1, column + 1, last + 1, end))

    def span(self, start: int, end: int) -> Span:
        """From the column `start` of this line up to `end`."""
        number = self.at + 1
        return Span(self.file, number, start + 1, number, end + 1)

    def extent(self, line: int, column: int, last: Node) -> Span:
        """From a place to the end of the last thing in a list or mapping."""
        end = last.span
        return Span(self.file, line + 1, column + 1, end.end_line, end.end_col)


def _after_spaces(line: str, column: int) -> int:
    while line.startswith(" ", column):
        column += 1
    return column


def _after_comma(line: str, column: int) -> int:
    """The column of what follows the comma in `column`."""
    if not line.startswith(",", column):
        raise _NotPlain
    return _after_spaces(line, column + 1)
