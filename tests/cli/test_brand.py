"""`deckgen brand`: brands listed, shown and exported."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.kinds.registry import kind_names
from deckgen.showcase import slides
from tests.cli.conftest import Deckgen
from tests.support.tools import ROOT


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_packaged_brand_is_there_without_a_project(deckgen: Deckgen) -> None:
    assert deckgen("brand", "list").out == "plain\n"


def test_export_writes_a_template_and_nothing_else(elsewhere: Path, deckgen: Deckgen) -> None:
    assert deckgen("brand", "export", "plain").code == 0
    assert [p.name for p in elsewhere.iterdir()] == ["plain.potx"]
    with zipfile.ZipFile(elsewhere / "plain.potx") as template:
        assert b"presentationml.template.main+xml" in template.read("[Content_Types].xml")
    assert deckgen("verify", "--strict", "plain.potx").code == 0


def test_a_file_that_is_there_is_kept_unless_forced(elsewhere: Path, deckgen: Deckgen) -> None:
    (elsewhere / "x.potx").write_bytes(b"mine")
    assert deckgen("brand", "export", "plain", "-o", "x.potx").code == 1
    assert (elsewhere / "x.potx").read_bytes() == b"mine"
    assert deckgen("brand", "export", "plain", "-o", "x.potx", "--force").code == 0


def test_a_file_that_could_not_be_opened_as_a_template_is_wrong_usage(elsewhere: Path, deckgen: Deckgen) -> None:
    ran = deckgen("brand", "export", "plain", "-o", "x.pptx")
    assert ran.code == 2 and "does not end in .potx" in ran.err
    assert not list(elsewhere.iterdir())


def test_an_unknown_brand_is_told_with_a_hint(deckgen: Deckgen) -> None:
    ran = deckgen("brand", "export", "plane")
    assert ran.code == 1 and 'did you mean "plain"?' in ran.err


def test_a_place_that_cant_be_written_is_told_in_a_line(deckgen: Deckgen) -> None:
    ran = deckgen("brand", "export", "plain", "-o", "no/such/folder/x.potx")
    assert ran.code == 1 and "make the folder no/such/folder, or write somewhere else: -o FILE" in ran.err


def test_a_brand_is_shown_in_every_kind_without_a_project(elsewhere: Path, deckgen: Deckgen) -> None:
    ran = deckgen("brand", "show", "plain", "-o", "plain.pptx")
    assert (ran.code, ran.err) == (0, "")
    shown = Presentation(str(elsewhere / "plain.pptx"))
    said = [slide.slide_layout.name for slide in shown.slides]
    assert ran.out == f"written  plain.pptx  {len(said)} slides\n"
    assert len(slides()) == len(said)
    wanted = {kind for kind in kind_names() if kind != "formula"}
    assert wanted <= {yaml.partition("kind: ")[2].partition("\n")[0] for yaml in slides().values()}


@pytest.mark.parametrize("brand", ["cst", "cranmer"])
def test_the_brands_of_this_repository_are_shown_without_a_word(
    brand: str, elsewhere: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    ran = deckgen("brand", "show", brand, "-o", str(elsewhere / "shown.html"))
    assert (ran.code, ran.err) == (0, "")
    assert (elsewhere / "shown.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_slides_that_dont_fit_a_brands_faces_are_told_and_left_out(elsewhere: Path, deckgen: Deckgen) -> None:
    plain = (ROOT / "deckgen/brand/plain/brand.yaml").read_text(encoding="utf-8")
    (elsewhere / "assets/brands/wide").mkdir(parents=True)
    (elsewhere / "decks").mkdir()
    wide = plain.replace("  title: -0.6\n", "  title: 10\n")  # ten points between letters
    (elsewhere / "assets/brands/wide/brand.yaml").write_text(wide, encoding="utf-8")
    ran = deckgen("brand", "show", "wide")
    assert ran.code == 1 and "error[too-" in ran.err and "slides/showcase/" in ran.err
    assert "slides, without what doesn't fit: " in ran.out
    assert (elsewhere / "wide.pdf").read_bytes().startswith(b"%PDF")


def test_a_brand_with_mistakes_is_told_and_not_shown(elsewhere: Path, deckgen: Deckgen) -> None:
    assert 'did you mean "plain"?' in deckgen("brand", "show", "plane").err
    (elsewhere / "x.pdf").write_bytes(b"mine")
    assert deckgen("brand", "show", "plain", "-o", "x.pdf").code == 1
    assert (elsewhere / "x.pdf").read_bytes() == b"mine"
    ran = deckgen("brand", "show", "plain", "-o", "x.potx")
    assert ran.code == 2 and "should end in one of .pdf, .html, .pptx" in ran.err
