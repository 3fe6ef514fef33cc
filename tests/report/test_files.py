"""The files that the account is written to: the same to the byte, and little of them is held at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.report import Report
from deckgen.report.page import ASSETS
from deckgen.report.write import write_junit, write_reports
from deckgen.version import VERSION
from tests.report.test_report import NASTY, built

Golden = Callable[[str, str], None]


def mixed() -> Report:
    """Of two decks, in the order in which workers may come back with them."""
    said = (NASTY, "decks/talk.yaml:1:1: Größe “x” – 学校", "a\tb\nc")
    report = Report()
    report.extend(
        built(
            n, ("written", "failed", "cached", "left out", "refused")[n % 5 if n % 7 == 0 else 0],
            warnings=n % 4, errors=int(n % 7 == 0), messages=said[: n % 4],
        )
        for n in (number * 77 % 131 for number in range(131))
    )  # fmt: skip
    report.extend([built(3, audience="<governors>"), built(2, deck="another", seconds=0.0, size=0)])
    report.seconds = 2.5
    return report


@pytest.mark.parametrize("name", ["report.json", "report.html", "junit.xml"])
def test_the_files_are_what_they_were(name: str, tmp_path: Path, golden: Golden) -> None:
    write_reports(mixed(), str(tmp_path), "build")
    write_junit(mixed(), str(tmp_path / "junit.xml"))
    found = (tmp_path / name).read_bytes().decode().replace(VERSION, "VERSION")
    for asset in ("report.css", "report.js"):
        found = found.replace((ASSETS / asset).read_text(encoding="utf-8"), asset)
    golden(f"tests/golden/report/{name}", found)
