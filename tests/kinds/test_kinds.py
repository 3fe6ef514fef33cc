"""Every kind, in every brand: its example, its emptiest and its fullest slide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from deckgen.api import ProjectBuild, open_project
from deckgen.diagnostics import Diagnostic
from deckgen.kinds.manual import example, manual, slot_table
from deckgen.kinds.registry import get_kind, kind_names, register
from deckgen.overlay import OverlayWorld
from deckgen.scene import Slide, TextBox
from deckgen.scene.dump import dump
from deckgen.worlds import DiskWorld

ROOT = Path(__file__).parents[2]
SLIDES = Path(__file__).parent / "slides"
BRANDS = ("cst", "cranmer", "plain")
CASES = ("example", "emptiest", "fullest")
ADVICE = {"long-text"}
"""What a fullest slide may be told: it holds more words than read well."""


def slide_text(kind: str, case: str) -> str:
    """The YAML of a kind's slide."""
    if case == "example":
        return example(get_kind(kind))
    return (SLIDES / f"{kind}-{case}.yaml").read_text(encoding="utf-8")


@cache
def project(brand: str) -> ProjectBuild:
    """One deck a slide, all in `brand`."""
    files: dict[str, str | bytes] = {}
    for kind in kind_names():
        for case in CASES:
            files[f"slides/{kind}/{case}.yaml"] = slide_text(kind, case)
            files[f"decks/{kind}-{case}.yaml"] = f"title: {kind}\nbrand: {brand}\nslides:\n  - use: {kind}/{case}\n"
    return open_project(OverlayWorld(files, below=DiskWorld(str(ROOT), today=date(2026, 1, 5))))


def laid_out(kind: str, case: str, brand: str) -> tuple[Slide, list[Diagnostic]]:
    """The slide, and what is said of it."""
    opened = project(brand)
    compiled = opened.compile(f"{kind}-{case}")
    said = [d for d in opened.diagnostics if d.span.file in (f"slides/{kind}/{case}.yaml", f"decks/{kind}-{case}.yaml")]
    assert compiled.scene is not None and compiled.data is not None, said
    return compiled.scene.slides[0], said


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", kind_names())
def test_a_kind_is_set_as_its_golden_shows(
    kind: str, case: str, brand: str, golden: Callable[[str, str], None]
) -> None:
    slide, _ = laid_out(kind, case, brand)
    golden(f"tests/golden/{brand}/{kind}-{case}.txt", dump(slide))


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("kind", kind_names())
def test_an_example_builds_without_a_word(kind: str, brand: str) -> None:
    assert laid_out(kind, "example", brand)[1] == []


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("kind", [kind for kind in kind_names() if kind != "cover"])
def test_no_title_of_an_example_ends_in_a_single_word(kind: str, brand: str) -> None:
    slide, _ = laid_out(kind, "example", brand)
    for box in [node for node in slide.nodes if isinstance(node, TextBox) and node.placeholder]:
        if box.placeholder and box.placeholder.type in ("title", "ctrTitle") and len(box.lines) > 1:
            assert " " in box.lines[-1].text.strip(), [line.text for line in box.lines]


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("kind", kind_names())
def test_the_fullest_slide_is_told_no_more_than_that_it_is_long(kind: str, brand: str) -> None:
    assert {d.code for d in laid_out(kind, "fullest", brand)[1]} <= ADVICE | {"link-without-address"}


@pytest.mark.parametrize("kind", kind_names())
def test_a_manual_shows_the_slots_that_there_are(kind: str) -> None:
    found = get_kind(kind)
    table = "\n".join(f"    {line}" for line in slot_table(found.spec).splitlines())
    assert f"Slots:\n{table}\n" in manual(found), "run tools/slot_tables.py"


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("kind", kind_names())
def test_layouts_have_names_and_numbers_of_their_own(kind: str, brand: str) -> None:
    template = project(brand).pipeline.brand(brand)
    layouts = get_kind(kind).layouts(template)
    assert len({layout.name for layout in layouts}) == len(layouts)
    for layout in layouts:
        assert layout.kind == kind
        assert sum(p.type in ("title", "ctrTitle") for p in layout.placeholders) == 1, layout.name
        numbers = [p.idx for p in layout.placeholders]
        assert len(set(numbers)) == len(numbers), layout.name
        assert not {10, 11, 12} & set(numbers), "PowerPoint's date, footer and number"


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("kind", kind_names())
def test_every_slide_has_a_title_that_a_placeholder_shows(kind: str, brand: str) -> None:
    for case in CASES:
        slide, _ = laid_out(kind, case, brand)
        shown = [
            node
            for node in slide.nodes
            if getattr(node, "placeholder", None) and node.placeholder.type in ("title", "ctrTitle")
        ]
        assert len(shown) == 1
        assert "".join(p.text for p in shown[0].paragraphs) == slide.title != ""


def test_a_second_owner_of_a_name_is_refused() -> None:
    points = type(get_kind("points"))
    with pytest.raises(ValueError, match=r"kind 'points' belongs to deckgen\.kinds\.points and tests"):
        register("points")(type("Other", (points,), {"__module__": "tests"}))


def test_a_row_of_links_is_clickable_wherever_it_is_clicked() -> None:
    slide, _ = laid_out("links", "example", "plain")
    clicks = {node.name: node.click.url for node in slide.nodes if getattr(node, "click", None)}
    assert clicks == {
        "links[0].name": "https://www.example.org/handbook",
        "links[0].note": "https://www.example.org/handbook",
        "links[1].name": "https://www.example.org/page",
        "links[1].note": "https://www.example.org/page",
    }
