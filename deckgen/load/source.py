"""A YAML file's text, decoded and found fit to be parsed."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics, Span
from deckgen.diagnostics.lines import LineTable, split_lines
from deckgen.load.characters import UNPRINTABLE, character_name
from deckgen.world import Refused, World

MAX_YAML = 5_000_000
"""Longer YAML files are refused (bytes)."""

_MAX_REPORTED = 20
_STAND_IN = "\N{ZERO WIDTH SPACE}"
"""Nothing is said of it later on: it has no width, and needs no glyph."""


class Source:
    """The text of one file and where its lines begin.

    `shifts` are the patches made to it: (line, column, end column, added characters), in order.
    """

    def __init__(self, file: str, text: str, shifts: tuple[tuple[int, int, int, int], ...] = ()) -> None:
        self.file, self.text, self.shifts = file, text, shifts
        self._table: LineTable | None = None

    def span(self, start: int, end: int) -> Span:
        """The place from offset `start` up to `end`, in code points."""
        return Span(self.file, *self._lines.place(start), *self._lines.place(end))

    def line_at(self, offset: int) -> tuple[int, int]:
        """The offsets where the line that holds `offset` begins and ends."""
        return self._lines.line_at(offset)

    def offset(self, line: int) -> int:
        """The offset where a line (from 1) begins."""
        return self._lines.offset(line)

    @property
    def _lines(self) -> LineTable:
        """The lines, found when first asked for."""
        if self._table is None:
            self._table = LineTable(self.text)
        return self._table

    def patched(self, start: int, end: int, text: str) -> Source:
        """The source with `text` in place of what stands from `start` to `end`."""
        place = self.span(start, end)
        shift = (
            place.end_line,
            place.col if place.line == place.end_line else 1,
            place.end_col,
            len(text) - (end - start),
        )
        return Source(self.file, self.text[:start] + text + self.text[end:], (*self.shifts, shift))

    def as_written(self, span: Span) -> Span:
        """Where a place in the patched text lies in the file itself."""
        for line, col, end, added in reversed(self.shifts):
            if span.line == line:
                span = replace(span, col=_unshifted(span.col, col, end, added))
            if span.end_line == line:
                span = replace(
                    span, end_col=max(_unshifted(span.end_col, col, end, added), span.col if span.line == line else 1)
                )
        return span


def _unshifted(column: int, start: int, end: int, added: int) -> int:
    """A column before `added` characters came in between `start` and `end` (one of them in front)."""
    if column <= start:
        return column
    return min(column - 1, end) if column < end + added else column - added


def read_source(world: World, path: str, diags: Diagnostics, *, span: Span | None = None) -> Source | None:
    """The file's text, None where it can't be used at all (reported).

    `span` is where the file is named, for the message that it can't be read. A byte order mark is
    dropped (two, where a program has put one more in front).
    """
    try:
        data = world.read(path)
    except Refused as refused:
        diags.error(
            "unreadable-file",
            span or Span.of_file(path),
            f'"{path}" can\'t be read: {refused.reason}',
            hint=refused.hint,
        )
        return None
    if len(data) > MAX_YAML:
        diags.error(
            "file-too-large",
            Span.of_file(path),
            f"this file is {len(data) / 1e6:.1f} MB large; at most {MAX_YAML // 10**6} MB are read",
            hint="split it into several files",
        )
        return None
    text = decoded(data, path, diags)
    return None if text is None else Source(path, text)


def source_text(world: World) -> Callable[[str], str | None]:
    """What the renderers of diagnostics ask: a file's text to show, None where there is none."""

    def text(path: str) -> str | None:
        try:
            data = world.read(path)
        except Refused:
            return None
        return None if _is_utf16(data) else data.decode("utf-8", "replace").lstrip(MARK)

    return text


MARK = "\ufeff"
"""The byte order mark: at the beginning of a file it is no part of the text."""

SAVE_AGAIN = 'save it again with the encoding "UTF-8"'


def decoded(data: bytes, path: str, diags: Diagnostics, *, save: str = SAVE_AGAIN) -> str | None:
    """`data` as text, without its byte order mark; None where it isn't UTF-8 (reported, with `save` as hint)."""
    if _is_utf16(data):
        diags.error("not-utf-8", Span.of_file(path), "this file is saved as UTF-16, not as UTF-8", hint=save)
        return None
    try:
        return data.decode().lstrip(MARK)
    except UnicodeDecodeError as error:
        start = error.start
        before = split_lines(data[:start].decode().lstrip(MARK))
        place = (len(before), len(before[-1]) + 1)
        what = f"byte {start + 1:,} (0x{data[start]:02X}) is none of it{_meant(data, start)}"
        span = Span(path, *place, place[0], place[1] + 1)
        diags.error("not-utf-8", span, f"this file isn't saved as UTF-8: {what}", hint=save)
        return None


def _meant(data: bytes, start: int) -> str:
    """What the byte most likely is: programs that know no UTF-8 save what Windows calls ANSI."""
    char = data[start : start + 1].decode("cp1252", "replace")
    return f'; in Windows-1252 it is "{char}"' if char.isprintable() and char != "\ufffd" else ""


def _is_utf16(data: bytes) -> bool:
    """Whether `data` looks like UTF-16: its mark, or a NUL as every other byte."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = data[:64]
    return len(head) >= 4 and any(head[::2]) != any(head[1::2])


def printable(source: Source, diags: Diagnostics) -> Source:
    """The source with a stand-in for each character that YAML refuses (reported, the first few).

    The parser finds them anyway, so this is for after it has complained.
    """
    for match in islice(re.finditer(UNPRINTABLE, source.text), _MAX_REPORTED):
        diags.error(
            "forbidden-character",
            source.span(match.start(), match.end()),
            f"{character_name(match[0])} can't stand in a file",
            hint="delete it",
        )
    return Source(source.file, re.sub(UNPRINTABLE, _STAND_IN, source.text))
