"""`deckgen brand`: brands listed and exported."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Deckgen


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
