"""Files of rows, read as a stream: one row is held at a time, however many there are."""

from __future__ import annotations

from deckgen.batch.rows.model import Row, RowFile, Unusable
from deckgen.batch.rows.open import open_rows

__all__ = ["Row", "RowFile", "Unusable", "open_rows"]
