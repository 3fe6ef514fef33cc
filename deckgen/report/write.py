"""The account on the disk: report.json and report.html in the output folder, and JUnit XML where it is wanted."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec
from msgspec.structs import replace

from deckgen.output.atomic import not_written, write_where_asked
from deckgen.report.junit import junit_xml
from deckgen.report.model import Report
from deckgen.report.page import report_page
from deckgen.version import VERSION

TOGETHER = 200
"""So many decks, of a few hundred bytes each, are written at once."""


def write_reports(report: Report, folder: str, shown: str) -> None:
    """Write report.json and report.html into a folder, in place of those that are there. Raises NotWritten."""
    try:
        os.makedirs(folder, exist_ok=True)  # nothing is there yet where the decks went to an address
    except OSError as error:
        raise not_written(shown, error) from None
    for name, content in (("report.json", report_json(report)), ("report.html", report_page(report))):
        _write(os.path.join(folder, name), content, shown=f"{shown}/{name}")


def write_junit(report: Report, path: str, *, strict: bool = False) -> None:
    """Write JUnit XML to `path`, in which warnings are failures where they are `strict`. Raises NotWritten."""
    _write(path, junit_xml(report, strict=strict), shown=path)


def report_json(report: Report) -> Iterator[bytes]:
    """The whole account for programs, in pieces. docs/batch.md says what each key means; keys are only ever added."""
    head = {
        "deckgen": VERSION,
        "version": 1,
        "interrupted": report.interrupted,
        "totals": report.totals(),
        "slowest": [one.name for one in report.slowest],
    }
    yield msgspec.json.encode(head)[:-1] + b',"decks":['
    comma = b""
    for one in report.decks:
        yield comma + msgspec.json.encode(replace(one, seconds=round(one.seconds, 4)))
        comma = b","
    yield b"]}\n"


def _write(path: str, content: Iterable[bytes], *, shown: str) -> None:
    """Put a file at `path`; its folder is made if need be: where nothing was built, none has been made yet."""
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    except OSError as error:
        raise not_written(shown, error) from None
    write_where_asked(path, _together(content), shown=shown)


def _together(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same in fewer pieces, of which each is a write."""
    rest = iter(pieces)
    while some := b"".join(islice(rest, TOGETHER)):
        yield some
