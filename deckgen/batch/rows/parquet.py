"""Rows of a Parquet file, through pyarrow (the extra `scale`), a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckgen.batch.rows.jsonl import words
from deckgen.batch.rows.model import Row, Unusable, column_names, line_of, usable
from deckgen.diagnostics import Diagnostics, Span

_BATCH = 1_000


class ParquetRows:
    """A Parquet file, open. Nested columns can't be variables, so they are refused."""

    def __init__(self, path: str, shown: str) -> None:
        self.path, self.shown = path, shown
        span = Span.of_file(shown)
        schema = self._open().schema_arrow
        nested = next((field.name for field in schema if field.type.num_fields), None)
        if nested is not None:
            message = f'the column "{nested[:60]}" holds more than one value a row'
            raise Unusable(span, message, "keep columns of texts, numbers and dates")
        self.columns = column_names(schema.names, span)

    def rows(self, diags: Diagnostics) -> Iterator[Row]:
        """Every row."""
        number = 0
        try:
            for batch in self._open().iter_batches(batch_size=_BATCH):
                for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    number += 1
                    row = Row(
                        number, line_of(self.shown, number), dict(zip(self.columns, map(words, cells), strict=True))
                    )
                    if usable(row, diags):
                        yield row
        except (OSError, ValueError) as error:  # pyarrow's own errors are of these
            raise self._damaged(error) from None

    def _open(self) -> Any:
        try:
            import pyarrow.parquet as parquet
        except ImportError:
            message = "Parquet files are read through pyarrow, which isn't installed"
            raise Unusable(
                Span.of_file(self.shown), message, 'pip install "deckgen[scale]", or save it as CSV'
            ) from None
        try:
            return parquet.ParquetFile(self.path)
        except (OSError, ValueError) as error:
            raise self._damaged(error) from None

    def _damaged(self, error: Exception) -> Unusable:
        message = f'"{self.shown}" is damaged, or no Parquet file ({str(error)[:100]})'
        return Unusable(Span.of_file(self.shown), message, "write it again")
