"""Where a part of a text stands in the file, beneath quotes, folding and block markers."""

from __future__ import annotations

import re

from deckgen.diagnostics import Span
from deckgen.load.nodes import ScalarNode
from deckgen.spec.slots import BindContext

# The line breaks that YAML counts (YAML 1.1, 5.4).
_BREAK = "\r\n|[\n\r\x85\u2028\u2029]"
_ODD_BREAKS = "\r\x85\u2028\u2029"


def place(node: ScalarNode, needle: str, nth: int, context: BindContext) -> Span:
    """The `nth` (from 0) occurrence of `needle` in what the author wrote for `node`.

    The whole of the node where the source is not at hand, or doesn't show the needle as it is
    (folded over a line, or written with YAML's escapes).
    """
    return place_within(node.span, needle, nth, context)


def place_within(span: Span, needle: str, nth: int, context: BindContext) -> Span:
    """The same, within any stretch of a file."""
    if context.source is None or not needle or not span.file:
        return span
    for line, col, text in _written(span, context.source(span.file)):
        at = text.find(needle)
        while at >= 0:
            if nth == 0:
                return Span(span.file, line, col + at, line, col + at + len(needle))
            nth -= 1
            at = text.find(needle, at + len(needle))
    return span


def _written(span: Span, source: str) -> list[tuple[int, int, str]]:
    """The lines of the span as (line, column of the first character, characters)."""
    source = source.lstrip("\ufeff")
    odd = any(char in source for char in _ODD_BREAKS)
    lines = re.split(_BREAK, source, maxsplit=span.end_line) if odd else source.split("\n", span.end_line)
    found = []
    for number in range(span.line, min(span.end_line, len(lines)) + 1):
        text = lines[number - 1]
        end = span.end_col - 1 if number == span.end_line else len(text)
        start = span.col - 1 if number == span.line else 0
        found.append((number, start + 1, text[start:end]))
    return found
