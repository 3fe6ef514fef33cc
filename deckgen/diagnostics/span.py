"""A stretch of a source file."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True):
    """From (line, col) up to but not including (end_line, end_col); all count from 1.

    `file` is the path below the project's root, with forward slashes ("" = no file).
    """

    file: str
    line: int
    col: int
    end_line: int
    end_col: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.col}"

    @staticmethod
    def of_file(file: str) -> Span:
        """The place to name when a whole file is meant: its first character."""
        return Span(file, 1, 1, 1, 1)


NOWHERE = Span("", 0, 0, 0, 0)
"""Where something stands that no file holds (a command-line value)."""
