"""A file of data is gone through once, however many decks choose their rows from it."""

from __future__ import annotations

import time

import pytest

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.load.sheet import load_sheet
from deckgen.spec.choice import LITERAL
from deckgen.spec.numbers import parse_number
from deckgen.spec.sheet import SheetFile
from deckgen.spec.slots import BindContext, bind
from deckgen.spec.tables.index import Places
from deckgen.spec.tables.rows import row_test
from deckgen.worlds import MemoryWorld
from tests.spec.reading import read
from tests.spec.tables import ChartSpec, from_csv, words

CELLS = [
    "Ash",
    "ASH",
    "1",
    "1.0",
    "1.5",
    "50%",
    "0.5",
    "",
    "straße",
    "STRASSE",
    "not Ash",
    "1,000",
    "1000",
    "ash ",
    "-2",
]


@pytest.mark.parametrize("wanted", [*CELLS, "elm", "2", "is not", "=", ">"])
def test_rows_found_by_their_words_are_those_that_a_test_of_each_finds(wanted: str) -> None:
    numbers = [parse_number(cell) for cell in CELLS]
    test = row_test(LITERAL + wanted)
    tested = {row for row, cell in enumerate(CELLS) if test(cell.strip(), numbers[row])}
    assert Places(CELLS, numbers).rows(wanted.strip(), parse_number(wanted.strip())) == tested


def test_conditions_hold_together_in_the_order_of_the_file() -> None:
    csv = "urn,year,phase,share\n2,2021,A,1\n1,2022,A,2\n1,2021,B,3\n1,2020,A,4\n"
    for where in (
        "{urn: 1, phase: a}",
        "{phase: [a], urn: '1.0'}",
        "{phase: not b, urn: 1}",
        "{urn: 1, share: [2, '> 3']}",
    ):
        assert words(from_csv(csv, f"columns: [year], where: {where}")[0]) == [["2022"], ["2020"]]


def test_thousands_of_lines_are_chosen_from_by_hundreds_of_decks() -> None:
    lines = "".join(f"{100_000 + number // 5},{2020 + number % 5},0.9\n" for number in range(20_000))
    world = MemoryWorld({"d.csv": f"urn,year,share\n{lines}"})
    diags = Diagnostics()
    sheet = load_sheet(world, SheetFile("d.csv", NOWHERE), diags)
    begun = time.process_time()
    for urn in range(100_000, 100_300):
        yaml = "data: {file: d.csv, columns: [year, share], where: {urn: '{{ urn }}'}}\n"
        context = BindContext(diags, {"urn": str(urn)}, source=lambda _, yaml=yaml: yaml, sheet=lambda _: sheet)
        found = bind(ChartSpec, read(yaml), context, what="slide")
        assert found and found.table and len(found.table.rows) == 5
    assert time.process_time() - begun < 5  # it was 25
    assert not len(diags)
