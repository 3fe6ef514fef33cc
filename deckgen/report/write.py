"""The account on the disk: report.json and report.html in the output folder, and JUnit XML where it is wanted."""

from __future__ import annotations

import os

import msgspec

from deckgen.output.atomic import not_written, write_atomically
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
    write_atomically(os.path.join(folder, "report.json"), data, shown=f"{shown}/report.json")
    write_atomically(os.path.join(folder, "report.html"), report_page(report), shown=f"{shown}/report.html")


def write_junit(report: Report, path: str) -> None:
    """Write JUnit XML to `path`. Raises NotWritten."""
    write_atomically(path, junit_xml(report), shown=path)
