"""What decks were made from, told by what others were made from."""

from __future__ import annotations

import hashlib
import tracemalloc
from pathlib import Path

import msgspec
import pytest

from deckgen.batch.known import TABLES, Known, Like
from deckgen.batch.ledger import Ledger
from deckgen.batch.local_store import LocalStore
from deckgen.batch.task import Entry, Inputs
from deckgen.output.scratch import Scratch
from tests.batch.project import ledger_of

SHARED = {f"slides/{number:02}.yaml": f"{number:064}" for number in range(20)}


def inputs(*own: str, said: str = "full", **others: str) -> Inputs:
    """Those of a deck with pictures of its own."""
    pictures = {f"assets/{name}.png": hashlib.sha256(name.encode()).hexdigest() for name in own}
    return Inputs(files=SHARED | pictures | others, asks=("urn",), said=said)


def nothing_known() -> Known:
    return Known(Scratch(*TABLES))


def entry(name: str, made_of: Inputs) -> Entry:
    return Entry(name=f"{name}.pptx", sha256="0" * 64, size=1, stamp="1", made_of=made_of.id)


@pytest.mark.parametrize(
    "other",
    [
        inputs("b"),
        inputs("b", "c"),
        inputs(),
        inputs("a", **{"slides/03.yaml": "another"}),
        inputs("b", said="parents"),
        Inputs(files={"slides/else.yaml": "1"}, asks=("urn",), said="full"),
    ],
)
def test_inputs_come_back_as_they_were(other: Inputs) -> None:
    known, first = nothing_known(), inputs("a")
    for one in (first, other):
        known.add(one.id, one)
    assert known.get(first.id) == first
    assert known.get(other.id) == other


def test_of_rows_with_a_picture_each_only_that_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    ledger, made = ledger_of(tmp_path / "out"), [inputs(str(number)) for number in range(100)]
    for number, one in enumerate(made):
        ledger.add([entry(str(number), one)], one)
    ledger.note()
    lines = (tmp_path / "out/.deckgen-rows.jsonl").read_bytes().splitlines()
    assert sum(len(line) for line in lines) / 100 < 500, "it was two thousand"
    read = ledger_of(tmp_path / "out")
    assert [read.inputs.get(one.id) for one in made] == made


def test_what_others_are_told_by_is_saved_with_them(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    ledger, first, second = ledger_of(tmp_path / "out"), inputs("a"), inputs("b")
    ledger.add([entry("1", first)], first)
    ledger.add([entry("2", second)], second)
    ledger.save([entry("2", second)])
    assert ledger_of(tmp_path / "out").inputs.get(second.id) == second


def test_where_a_line_is_lost_what_is_told_by_it_is_not_known(tmp_path: Path) -> None:
    known, first, second = nothing_known(), inputs("a"), inputs("b")
    known.add(first.id, first)
    like = known.add(second.id, second)
    assert isinstance(like, Like)
    (tmp_path / ".deckgen-rows.jsonl").write_bytes(msgspec.json.encode({"like": like}) + b"\n")
    assert Ledger(LocalStore(str(tmp_path), "out")).inputs.get(second.id) is None


def test_what_is_held_of_ten_thousand_rows_is_small() -> None:
    known = nothing_known()
    tracemalloc.start()
    for number in range(10_000):
        one = inputs(f"{number}")
        known.add(one.id, one)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held / 10_000 < 100, "bytes a row; it was three thousand, and twelve hundred"
