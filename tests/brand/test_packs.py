"""The three packs of this project: they load without a word, and hold the drawn design."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path as File

import pytest

from deckgen.brand.color import FIXED_SLOTS, hex_of
from deckgen.brand.faces import OFFICE, TWINS
from deckgen.brand.load import load_brand
from deckgen.brand.model import Brand
from deckgen.brand.svg import read_svg
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.scene import Color, Path, Shape, TextBox
from deckgen.units import Rect, box, to_pt
from deckgen.worlds import DiskWorld, packaged_path

ROOT = File(__file__).parents[2]
PACKS = ("cst", "cranmer", "plain")


def load(name: str) -> Brand:
    diags = Diagnostics()
    brand = load_brand(DiskWorld(str(ROOT), today=date(2026, 1, 5)), name, diags, NOWHERE)
    assert list(diags) == []
    assert brand is not None
    return brand


def dots(shape: Shape) -> list[tuple[float, float, float]]:
    """Centre and radius of each circle of a freeform, in points on the slide."""
    assert isinstance(shape.geometry, Path)
    x, y = shape.rect.x, shape.rect.y
    return [
        (to_pt(int(cx) + x), to_pt(int(cy) + y), to_pt(int(r)))
        for letter, cx, cy, r in shape.geometry.commands
        if letter == "O"
    ]


@pytest.mark.parametrize("name", PACKS)
def test_pack_loads_without_a_word(name: str) -> None:
    assert load(name).name == name


@pytest.mark.parametrize("name", PACKS)
def test_fonts_of_a_pack_are_shipped(name: str) -> None:
    for family in load(name).fonts.values():
        for path in family.files.values():
            assert File(packaged_path(path.removeprefix("package:"))).is_file()


def test_every_twin_is_shipped_whole_and_its_quotation_mark_is_as_wide_as_said() -> None:
    from deckgen.brand.fontfile import font_facts

    for twin in TWINS.values():
        for style, width in zip(("regular", "bold"), twin.quote, strict=True):
            path = packaged_path(twin.paths()[style].removeprefix("package:"))
            facts = font_facts(File(path).read_bytes())
            assert facts is not None
            assert facts.quote == pytest.approx(width, abs=0.0006)


@pytest.mark.parametrize(
    ("face", "share"),
    [("Georgia", 0.9685), ("Calibri", 0.936), ("Arial", 0.9724), ("Consolas", 0.943), ("Century Gothic", 0.9845)],
)
def test_office_faces_stand_as_high_as_they_do_in_powerpoint(face: str, share: float) -> None:
    assert OFFICE[face].share == pytest.approx(share, abs=0.0001)


# Centres of dots as measured in the drawn cover (design/png/cst-01-cover.png), points.
DRAWN = {
    "Art accent1": [(924.2, 183.6), (873.6, 305.8), (894.0, 155.7), (893.9, 203.9), (845.7, 204.0)],
    "Art accent3": [(922.0, 103.7), (799.9, 404.3), (923.7, 64.2), (759.8, 124.5), (921.3, 514.4)],
    "Art rule": [(645.6, 88.5), (628.4, 417.6), (785.9, 43.1), (628.4, 122.3), (600.6, 91.0)],
}


def test_assembly_of_cst_is_the_drawn_one() -> None:
    art = load("cst").cover.art
    assert [(shape.name, len(dots(shape))) for shape in art if isinstance(shape, Shape)] == [
        ("Art accent1", 29),
        ("Art accent3", 55),
        ("Art rule", 95),
    ]
    for shape in art:
        assert isinstance(shape, Shape)
        placed = dots(shape)
        assert {round(r, 3) for *_, r in placed} == {10.5}
        for x, y in DRAWN[shape.name]:
            assert any(abs(x - cx) < 0.1 and abs(y - cy) < 0.1 for cx, cy, _ in placed)


def test_art_of_cranmer_is_two_bars_and_a_field() -> None:
    bars, field = load("cranmer").cover.art
    assert isinstance(bars, Shape)
    assert isinstance(field, Shape)
    assert (bars.rect, bars.fill) == (box(566, 0, 394, 474), Color("lt1"))
    assert (field.rect, field.fill, field.geometry) == (box(626, 0, 334, 414), Color("accent1"), "rect")


def test_field_of_cranmer_s_mark_is_white_on_bright() -> None:
    footers = load("cranmer").wordmark.footer_nodes
    fills = {name: [node.fill for node in nodes if isinstance(node, Shape)] for name, nodes in footers.items()}
    assert fills["paper"] == [Color("dk2"), Color("accent1")]
    assert fills["bright"] == [Color("dk2"), Color("lt1")]


def rounded(rect: Rect) -> tuple[float, ...]:
    return tuple(round(to_pt(value), 1) for value in (rect.x, rect.y, rect.w, rect.h))


# x of the words, first baseline at the foot and on the cover; the mark at the foot and on the cover
WORDMARKS = {
    "cst": ((95.4, 501), (142.9, 62), (48, 495, 39.4, 22), (48, 48, 78.9, 44)),
    "cranmer": ((84, 501), (118, 61), (48, 492, 28, 28), (48, 43, 54, 54)),
    "plain": ((48, 503), (48, 60), None, None),
}


@pytest.mark.parametrize("name", PACKS)
def test_wordmark_stands_where_it_was_drawn(name: str) -> None:
    wordmark = load(name).wordmark
    *places, foot_mark, cover_mark = WORDMARKS[name]
    for nodes, place, mark in zip(
        (wordmark.footer_nodes["paper"], wordmark.cover_nodes["ground"]), places, (foot_mark, cover_mark), strict=True
    ):
        words = nodes[-1]
        assert isinstance(words, TextBox)
        assert (to_pt(words.rect.x), to_pt(words.rect.y + words.style.seat)) == pytest.approx(place, abs=0.06)
        if mark:
            drawn = [node.rect for node in nodes[:-1]]
            edges = (
                min(r.x for r in drawn),
                min(r.y for r in drawn),
                max(r.right for r in drawn),
                max(r.bottom for r in drawn),
            )
            left, top, right, bottom = edges
            assert rounded(Rect(left, top, right - left, bottom - top)) == pytest.approx(mark, abs=0.11)


@pytest.mark.parametrize("name", PACKS)
def test_wordmark_s_box_holds_its_lines_with_a_hundredth_to_spare(name: str) -> None:
    for nodes in (*load(name).wordmark.footer_nodes.values(), *load(name).wordmark.cover_nodes.values()):
        words = nodes[-1]
        assert isinstance(words, TextBox)
        assert words.rect.h >= 1.01 * words.style.pitch * len(words.paragraphs)


@pytest.mark.parametrize("path", sorted(ROOT.glob("assets/brands/*/art/*.svg")), ids=lambda path: path.stem)
def test_drawing_looks_in_a_browser_as_it_will_on_the_slide(path: File) -> None:
    # The style sheet in the file is for people; each class in it must have the brand's own colour.
    brand = load(path.parts[-3])
    text = path.read_text(encoding="utf-8")
    surface = brand.surface("ground" if 'viewBox="0 0 960 540"' in text else "paper")
    named = {**{slot: Color(slot) for slot in FIXED_SLOTS}, **surface.colors}
    for name, shown in re.findall(r"\.(\w+) \{ fill: (#\w{6}) \}", text):
        assert hex_of(named[name], brand.theme) == shown, name


@pytest.mark.parametrize("path", sorted(ROOT.glob("assets/brands/*/art/*.svg")), ids=lambda path: path.stem)
def test_drawing_says_its_licence(path: File) -> None:
    assert "MIT licence" in path.read_text(encoding="utf-8")
    assert read_svg(path.read_bytes(), path.name, Diagnostics()) is not None
