"""What is a title above a sheet, and what is the row that names its columns."""

from __future__ import annotations

import pytest

from deckgen.load.titles import titles


@pytest.mark.parametrize(
    ("sheet", "above"),
    [
        ("Results//; School/2026/2027; Ash/5/6", 1),
        ("Results//; As of May//; School/Share/Pupils; Ash/5/6", 2),
        ("School/Share; Ash/5; Oak/6", 0),
        ("/Share; Ash/5; Oak/6", 0),
        ("Region/; Ash/5; Oak/6", 0),
        ("Region/; Ash/£5.20; Oak/£6.20", 0),
        ("Region/; Ash/50 %; Oak/60 %", 0),
        ("School; Ash; Oak", 0),
        ("School/; Ash/Primary; Oak/Secondary", 0),
        ("Our schools/; School/Phase; Ash/Primary", 1),
        ("School; Fell View/Northmoor; Brow/Eastmere", 0),
        ("Results/; School/Share", 0),
        ("Results/; School/Share; Total/", 0),
        ("", 0),
    ],
)
def test_titles_are_told_from_the_names_of_columns(sheet: str, above: int) -> None:
    assert titles([row.strip().split("/") for row in sheet.split(";")]) == above
