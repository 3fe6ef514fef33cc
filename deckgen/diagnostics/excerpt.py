"""The lines of a file that a message is about, with carets under the place."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.diagnostics.screen import cells, shown
from deckgen.diagnostics.span import Span

WIDTH = 100
"""Columns of a line that are shown; a longer one is clipped around the place."""


def excerpt(span: Span, lines: Sequence[str]) -> list[tuple[str, str]]:
    """Rows of (gutter, line) that show `span` in a file's `lines`; none where it holds no such line."""
    if not 1 <= span.line <= len(lines):
        return []
    line = lines[span.line - 1]
    last = span.end_col if span.end_line == span.line else len(line.rstrip()) + 1
    rows = _marked(line, span.col - 1, max(last - 1, span.col), str(span.line))
    if span.end_line > span.line + 1:
        rows.append(("", f"… up to line {span.end_line}"))
    elif span.end_line == span.line + 1 and span.end_line <= len(lines) and span.end_col > 1:
        below = lines[span.end_line - 1]
        start = len(below) - len(below.lstrip())
        rows += _marked(below, start, max(span.end_col - 1, start + 1), str(span.end_line))
    return rows


def _marked(line: str, start: int, end: int, number: str) -> list[tuple[str, str]]:
    """`line` and the carets under its characters `start` up to `end`."""
    widths = cells(line)
    start = min(start, len(line))
    end = min(end, max(len(line), start + 1))
    first, last = _window(widths, start, end)
    before, after = "… " if first else "", " …" if last < len(line) else ""
    body = "".join(
        " " * width if char == "\t" else char
        for char, width in zip(shown(line[first:last]), widths[first:last], strict=True)
    )
    offset = len(before) + sum(widths[first:start])
    carets = max(1, sum(widths[start : min(end, last)]))
    return [(number, f"{before}{body}{after}".rstrip()), ("", " " * offset + "^" * carets)]


def _window(widths: list[int], start: int, end: int) -> tuple[int, int]:
    """Which characters to show so that no more than WIDTH columns are taken and `start` is seen."""
    if sum(widths) <= WIDTH:
        return 0, len(widths)
    first = start
    room = WIDTH // 4 if sum(widths[:start]) > WIDTH // 2 else WIDTH
    while first > 0 and room >= widths[first - 1]:
        first -= 1
        room -= widths[first]
    last, room = first, WIDTH
    while last < len(widths) and room >= widths[last]:
        room -= widths[last]
        last += 1
    return first, max(last, min(start + 1, end, len(widths)))
