"""`overflow: split`: a slide that goes on on others."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from deckgen.brands import Brands
from deckgen.diagnostics import Diagnostic
from deckgen.pipeline import Pipeline
from deckgen.scene import Slide, Table
from deckgen.spec.overflow import cuts
from deckgen.worlds import MemoryWorld

_BRANDS = Brands(MemoryWorld({}))
AFTER = {"id": "after", "kind": "statement", "title": "After", "text": "See [the table](slide:it)."}


def deck(language: str = "en-GB", **fields: Any) -> tuple[Pipeline, tuple[Slide, ...], list[Diagnostic]]:
    """The slides of a deck with one that is split, and one that links to it."""
    slides = [{"section": "One"}, {"id": "it", "title": "Schools", "overflow": "split", **fields}, AFTER]
    made = {"title": "T", "brand": "plain", "language": language, "slides": slides}
    pipeline = Pipeline(MemoryWorld({"decks/d.yaml": msgspec.json.encode(made)}), brands=_BRANDS)
    compiled = pipeline.compile("d", "full")
    return pipeline, compiled.scene.slides if compiled.scene else (), list(pipeline.diags)


def rows(count: int, words: str = "a word") -> list[list[str]]:
    return [[f"Row {number}", f"{words} {number}"] for number in range(1, count + 1)]


def table(slide: Slide) -> Table:
    return next(node for node in slide.nodes if isinstance(node, Table))


def first_cells(slide: Slide) -> list[str]:
    return [row.cells[0].paragraphs[0].text for row in table(slide).rows]


def test_a_long_table_goes_on_with_its_head_repeated() -> None:
    _, slides, said = deck(kind="table", head=["Row", "Words"], rows=rows(12))
    assert not said
    assert [slide.id for slide in slides] == ["it", "it~2", "after"]
    assert [slide.title for slide in slides] == ["Schools", "Schools (continued)", "After"]
    assert first_cells(slides[0]) == ["Row", *(f"Row {n}" for n in range(1, 7))]
    assert first_cells(slides[1]) == ["Row", *(f"Row {n}" for n in range(7, 13))]


def test_what_is_said_and_taken_once_is_the_first_slides() -> None:
    _, slides, _ = deck(kind="table", head=["Row", "Words"], rows=rows(12), notes="Pause.", minutes=4, hidden=True)
    assert [bool(slide.notes) for slide in slides] == [True, False, False]
    assert [slide.minutes for slide in slides] == [4, None, None]
    assert [slide.hidden for slide in slides] == [True, True, False]
    assert [slide.section for slide in slides] == ["One"] * 3


def test_a_table_that_fits_stays_on_its_slide() -> None:
    _, slides, said = deck(kind="table", head=["Row", "Words"], rows=rows(5))
    assert [slide.id for slide in slides] == ["it", "after"] and not said


def test_no_slide_begins_within_a_cell_of_several_rows() -> None:
    found = rows(10)
    found[4] = [{"text": "Both", "rows": 2}, "a"]  # type: ignore[list-item]
    found[5] = ["b"]
    _, slides, said = deck(kind="table", head=["Row", "Words"], rows=found)
    assert not said
    assert [len(table(slide).rows) for slide in slides[:2]] == [5, 7]


def test_more_than_two_slides_are_counted() -> None:
    _, slides, said = deck(kind="table", head=["Row", "Words"], rows=rows(20))
    assert [slide.title for slide in slides[:3]] == ["Schools", "Schools (continued 2/3)", "Schools (continued 3/3)"]
    assert [slide.id for slide in slides[:3]] == ["it", "it~2", "it~3"] and not said


@pytest.mark.parametrize(("language", "title"), [("de-DE", "Schools (Fortsetzung)"), ("fi-FI", "Schools (2/2)")])
def test_the_title_goes_on_in_the_decks_language(language: str, title: str) -> None:
    _, slides, _ = deck(language, kind="table", head=["Row", "Words"], rows=rows(12))
    assert slides[1].title == title


def test_points_and_references_go_on_as_well() -> None:
    points = [f"Point {n} says something of its own" for n in range(9)]
    _, slides, said = deck(kind="points", points=points)
    assert [slide.id for slide in slides] == ["it", "it~2", "after"] and not said
    items = [f"Author {n}, 2025, [Work {n}](https://www.example.org/{n})" for n in range(10)]
    _, slides, said = deck(kind="references", items=items)
    assert [slide.id for slide in slides] == ["it", "it~2", "after"] and not said


def test_a_cell_that_no_slide_holds_is_refused_once() -> None:
    _, slides, said = deck(
        kind="table", head=["Row", "Words"], rows=[*rows(11), ["Row 12", "; ".join(f"word {n}" for n in range(40))]]
    )
    assert [slide.id for slide in slides] == ["after"]
    assert [d.code for d in said if "slide:" not in d.message] == ["too-long"]
    assert "lines in a cell" in said[0].message


def test_a_split_slide_is_kept_for_the_next_audience() -> None:
    pipeline, slides, _ = deck(kind="table", head=["Row", "Words"], rows=rows(12))
    assert pipeline.compile("d", "full").scene.slides == slides  # type: ignore[union-attr]


def test_entries_are_shared_as_evenly_as_can_be() -> None:
    assert list(cuts(8, most=6, least=2))[:2] == [(0, 4, 8), (0, 3, 5, 8)]
    assert next(cuts(7, most=7)) == (0, 7)
    assert list(cuts(3, most=2, least=2)) == []
    assert next(cuts(10, most=7, allowed=lambda cut: cut != 5)) == (0, 4, 10)
