"""The reader for a file of rows, by its ending."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from deckgen.batch.rows.model import RowFile, Unusable
from deckgen.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Callable

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".jsonl", ".ndjson", ".parquet")


def open_rows(path: str, shown: str) -> RowFile:
    """The rows of the file at `path`, which messages call `shown`. Raises Unusable.

    Who names the file may name any: `rows:` of a deck goes through the project's door before, `--rows` is said by
    the user.
    """
    span = Span.of_file(shown)
    ending = os.path.splitext(path)[1].lower()
    if ending not in ENDINGS:
        hint = _HINTS.get(ending, "save it as CSV (UTF-8), .xlsx, .jsonl or .parquet")
        raise Unusable(span, f'"{shown}" is no file of rows that can be read', hint)
    try:
        info = os.stat(path)
    except OSError as error:
        why = (error.strerror or "it can't be reached").lower()
        raise Unusable(span, f'the rows "{shown}" can\'t be read: {why}', "check its name") from None
    if not stat.S_ISREG(info.st_mode):
        raise Unusable(span, f'the rows "{shown}" are no regular file', "name a file")
    return _reader(ending)(path, shown)


_HINTS = {".json": "write each object in a line of its own, without brackets around them, and call the file .jsonl"}


def _reader(ending: str) -> Callable[[str, str], RowFile]:
    """What reads files of this ending; imported only now."""
    if ending in (".xlsx", ".xlsm"):
        from deckgen.batch.rows.workbook import WorkbookRows

        return WorkbookRows
    if ending in (".jsonl", ".ndjson"):
        from deckgen.batch.rows.jsonl import JsonRows

        return JsonRows
    if ending == ".parquet":
        from deckgen.batch.rows.parquet import ParquetRows

        return ParquetRows
    from deckgen.batch.rows.csv_rows import CsvRows

    return CsvRows
