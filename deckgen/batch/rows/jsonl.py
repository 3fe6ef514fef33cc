"""Rows of a JSON Lines file: an object a line (jsonlines.org)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from deckgen.batch.rows.lines import encoding_of, lines
from deckgen.batch.rows.model import Row, Unusable, column_names, line_of, usable
from deckgen.diagnostics import Diagnostics, Span
from deckgen.spec.slots import clipped

_EXPECTED = 'each line is an object: {"school": "Beech Hill", "pupils": 210}'


class JsonRows:
    """A JSON Lines file, open. Its columns are the keys of its first row; later rows may leave some out."""

    def __init__(self, path: str, shown: str) -> None:
        self.path, self.shown = path, shown
        self._encoding = encoding_of(path)
        first = next(self._objects(None), None)
        if first is None:
            raise Unusable(Span.of_file(shown), "nothing stands in this file", _EXPECTED)
        line, found = first
        self._keys = tuple(found)
        self.columns = column_names(self._keys, line_of(shown, line))

    def rows(self, diags: Diagnostics) -> Iterator[Row]:
        """Every row; lines that are no object, or have a key that the first one lacks, are reported and left out."""
        for number, (line, found) in enumerate(self._objects(diags), 1):
            row = self._row(number, line_of(self.shown, line), found, diags)
            if row is not None and usable(row, diags):
                yield row

    def _objects(self, diags: Diagnostics | None) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """The objects with their lines. Without `diags`, the first line has to be one."""
        for line, text in enumerate(lines(self.path, self._encoding, self.shown), 1):
            if not text.strip():
                continue
            try:
                yield line, _decoded(text)
            except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
                said = f"this line can't be read as a JSON object: {str(error)[:120]}"
                if diags is None:
                    raise Unusable(line_of(self.shown, line), said, _EXPECTED, "bad-json") from None
                diags.error("bad-json", line_of(self.shown, line), said, hint=_EXPECTED)

    def _row(self, number: int, span: Span, found: Mapping[str, Any], diags: Diagnostics) -> Row | None:
        unknown = [key for key in found if key not in self._keys]
        if unknown:
            message = f'row {number} has a key "{unknown[0][:60]}", which the first row lacks'
            diags.error("unknown-column", span, message, hint="give every row the same keys; null is nothing")
            return None
        values = {}
        for key, name in zip(self._keys, self.columns, strict=True):
            value = found.get(key)
            if isinstance(value, dict | list):
                message = f'row {number}: "{key[:60]}" holds more than one value'
                diags.error("wrong-type", span, message, hint="a column holds a text or a number")
                return None
            values[name] = words(value)
        return Row(number, span, values)


def _decoded(text: str) -> dict[str, Any]:
    """The object of a line. Raises DecodeError for none, and for one that gives a key twice: a value would be lost."""
    found = msgspec.json.decode(text, type=dict[str, Any])
    if text.count('":') > len(found) and (twice := _twice(text)) is not None:
        raise msgspec.DecodeError(f'"{clipped(twice)}" is given twice')
    return found


def _twice(text: str) -> str | None:
    """The first key that an object has twice."""
    import json  # msgspec keeps the last of the two

    twice: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> None:
        seen: set[str] = set()
        for key, _ in pairs:
            twice.extend([key] if key in seen else ())
            seen.add(key)

    json.loads(text, object_pairs_hook=look)
    return twice[0] if twice else None


def words(value: Any) -> str:
    """A value as words: nothing for null, numbers with a point."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return f"{value:.15g}"
        case _:
            return str(value)
