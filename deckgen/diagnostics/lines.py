"""How a file's text falls into lines, for everything that names or shows one.

A line ends with LF, CRLF or CR, as editors count. YAML 1.1 and `str.splitlines` end lines at more
characters (U+0085, U+2028 …), which editors show inside a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

_BREAK = re.compile(r"\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    """The lines of `text` without their ends; a last empty line is one too."""
    return _BREAK.split(text)


class LineTable:
    """Finds the line and column of an offset in `text`; both count from 1, in code points."""

    def __init__(self, text: str) -> None:
        if "\r" in text:
            breaks = [match.span() for match in _BREAK.finditer(text)]
            self._starts = [0, *(end for _, end in breaks)]
            self._ends = [*(start for start, _ in breaks), len(text)]
        else:
            self._ends = list(accumulate([len(line) + 1 for line in text.split("\n")], initial=-1))[1:]
            self._starts = [0, *[end + 1 for end in self._ends[:-1]]]

    def place(self, offset: int) -> tuple[int, int]:
        """(line, column) of `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_at(self, offset: int) -> tuple[int, int]:
        """The offsets where the line that holds `offset` begins and ends (before its break)."""
        line = bisect_right(self._starts, offset) - 1
        return self._starts[line], self._ends[line]

    def offset(self, line: int) -> int:
        """The offset where `line` (from 1) begins."""
        return self._starts[line - 1]
