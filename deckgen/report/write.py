"""The account on the disk: report.json and report.html in the output folder, and JUnit XML where it is wanted."""

from __future__ import annotations

import os

import msgspec

from deckgen.output.atomic import not_written, write_where_asked
from deckgen.report.junit import junit_xml
from deckgen.report.model import Report
from deckgen.report.page import report_page


def write_reports(report: Report, folder: str, shown: str) -> None:
    """Write report.json and report.html into a folder, in place of those that are there. Raises NotWritten."""
    try:
        os.makedirs(folder, exist_ok=True)  # nothing is there yet where the decks went to an address
    except OSError as error:
        raise not_written(shown, error) from None
    data = msgspec.json.encode(report.data()) + b"\n"
    for name, content in (("report.json", data), ("report.html", report_page(report))):
        _write(os.path.join(folder, name), content, shown=f"{shown}/{name}")


def write_junit(report: Report, path: str) -> None:
    """Write JUnit XML to `path`. Raises NotWritten."""
    _write(path, junit_xml(report), shown=path)


def _write(path: str, content: bytes, *, shown: str) -> None:
    """Put a file at `path`; its folder is made if need be: where nothing was built, none has been made yet."""
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    except OSError as error:
        raise not_written(shown, error) from None
    write_where_asked(path, content, shown=shown)
