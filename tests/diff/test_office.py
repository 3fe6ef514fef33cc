"""A deck that LibreOffice has opened and saved: what it really changed, and nothing beside."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

import pytest

from deckgen.diff.changes import FactChange
from deckgen.diff.compare import compare
from tests.decks.library import compiled, project
from tests.diff.decks import read
from tests.support import tools

pytestmark = [pytest.mark.render, pytest.mark.xdist_group("diff-office")]


@cache
def saved(name: str, folder: Path) -> tuple[bytes, bytes]:
    """A deck of the project, as it was built and as LibreOffice has saved it."""
    data = compiled(project(), name).data
    source = folder / f"{name}.pptx"
    source.write_bytes(data)
    program = tools.soffice()
    assert program
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "pptx",
        "--outdir",
        str(folder / "saved"),
        str(source),
    ]
    subprocess.run(command, capture_output=True, timeout=tools.LIMIT, check=True)
    return data, (folder / "saved" / source.name).read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


def test_of_a_talk_it_changes_layouts_and_sections_alone(folder: Path) -> None:
    before, after = map(read, saved("joining-a-trust", folder))
    found = compare(before, after, places=True)
    assert [slide for slide in found.slides if slide.status != ("same",)] == []
    assert {fact.what for fact in found.deck} == {"fonts", "sections", "layouts"}


def test_of_every_kind_of_slide_it_drops_words_for_data_and_links_on_boxes(folder: Path) -> None:
    before, after = map(read, saved("gallery", folder))
    found = compare(before, after, places=True)
    changes = [change for slide in found.slides for change in slide.changes]
    facts = [change for change in changes if isinstance(change, FactChange)]
    assert facts == changes, "words, tables, charts and pictures stay"
    assert {(fact.what, fact.after) for fact in facts} == {("alternative text", ""), ("link", "")}
    assert all(slide.status in (("same",), ("changed",)) for slide in found.slides)
