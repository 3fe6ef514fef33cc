"""Tables on the disk that are gone with the process: what would fill its memory, were it held for each row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from deckgen.output.atomic import NotWritten

Value: TypeAlias = str | bytes | int | float


class Scratch:
    """A database of SQLite's in the system's folder for temporary files, where it goes when it is more than a few MB.

    Its file has no name there once it is open, so nothing of it stays however the process ends. Each call raises
    NotWritten when the disk won't take it, and then all later ones do: half of what was noted is nothing to go on.
    """

    def __init__(self, *made: str) -> None:
        """`made` are its tables, and indices of them: "TABLE files (name TEXT)"."""
        import sqlite3  # those who hold little never need it

        self._errors, self._why = sqlite3.Error, ""
        # Its own last words may come from any thread.
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        # Nobody ever takes a change back, or reads this after a power cut.
        for said in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA temp_store = FILE"):
            self.do(said)
        for one in made:
            self.do(f"CREATE {one}")
        self.do("BEGIN")

    def __del__(self) -> None:
        base = getattr(self, "_base", None)
        if base is not None:  # there is none where Ctrl-C came first
            base.close()

    def do(self, said: str, *values: Value) -> int:
        """Change something; how many rows of a table that was."""
        try:
            return self._base.execute(said, values).rowcount
        except self._errors as error:
            raise self._failed(error) from None

    def find(self, said: str, *values: Value) -> Iterator[tuple[Any, ...]]:
        """What is asked for, row by row."""
        try:
            yield from self._base.execute(said, values)
        except self._errors as error:
            raise self._failed(error) from None

    def first(self, said: str, *values: Value) -> tuple[Any, ...] | None:
        """The first row of what is asked for; None for none."""
        try:
            found: tuple[Any, ...] | None = self._base.execute(said, values).fetchone()
        except self._errors as error:
            raise self._failed(error) from None
        return found

    def _failed(self, error: Exception) -> NotWritten:
        self._why = self._why or str(error)
        self._base.close()
        hint = "free some space there, or name another folder in TMPDIR"
        return NotWritten("output-failed", f"the folder for temporary files takes no more: {self._why}", hint)
