"""Lines of a text file one by one, in whatever encoding a spreadsheet has saved it, never longer than they may be."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from deckgen.batch.rows.model import Unusable
from deckgen.diagnostics import Span

MAX_LINE = 4_000_000
"""A longer line is no row (characters); it is not held."""
_PIECE = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding_of(path: str) -> str:
    """The encoding of a text: what its byte order mark says; else UTF-8 where all of it is; else Windows-1252.

    The whole file is gone through, in pieces: a name with an accent may stand in its last row.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open(path, "rb") as file:
        head = file.read(4)
        for mark, name in _MARKS:
            if head.startswith(mark):
                return name
        if len(head) >= 2 and 0 in head[:2] and any(head):
            return "utf-16-le" if head[1] == 0 else "utf-16-be"
        piece = head
        try:
            while piece:
                decoder.decode(piece)
                piece = file.read(_PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def lines(path: str, encoding: str, shown: str) -> Iterator[str]:
    """The lines of a file with their ends. Raises Unusable for one that is too long or isn't in the encoding."""
    number = 0
    with open(path, encoding=encoding, errors="strict", newline="") as file:
        while True:
            number += 1
            try:
                line = file.readline(MAX_LINE)
            except UnicodeDecodeError as error:
                message = f"this file isn't {encoding.upper()} from here on ({error.reason})"
                raise Unusable(_line(shown, number), message, 'save it again as "CSV UTF-8"', "not-utf-8") from None
            if not line:
                return
            if len(line) >= MAX_LINE and not line.endswith(("\n", "\r")):
                message = f"this line has more than {MAX_LINE:,} characters"
                raise Unusable(_line(shown, number), message, "look for a row that doesn't end, or a cell with a file")
            yield line


def _line(shown: str, number: int) -> Span:
    return Span(shown, number, 1, number, 1)
