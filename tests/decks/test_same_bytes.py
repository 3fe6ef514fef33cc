"""The same input gives the same bytes: elsewhere, at another hour, in another language, in another order."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from deckgen.pipeline import Pipeline
from deckgen.worlds import DiskWorld
from tests.decks.library import TODAY, builds, compiled, deck
from tests.support.tools import ROOT

CONTENT = ("decks", "slides", "assets")
SURROUNDINGS = {
    "here": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "elsewhere": {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"},
}


def test_decks_are_the_same_in_another_process_folder_and_locale(tmp_path: Path) -> None:
    here, elsewhere = (_built(tmp_path / name, surroundings) for name, surroundings in SURROUNDINGS.items())
    assert len(here) == len(builds())
    assert here == elsewhere


def test_decks_are_the_same_in_another_order() -> None:
    pipeline = Pipeline(DiskWorld(str(ROOT), today=TODAY))
    for name, audience in reversed(builds()):
        assert compiled(pipeline, name, audience).data == deck(name, audience).data, (name, audience)


@pytest.mark.parametrize(("name", "audience"), builds())
def test_no_deck_says_where_it_was_made(name: str, audience: str) -> None:
    data = deck(name, audience).data
    for secret in (str(ROOT), os.path.expanduser("~"), "Steve Canny", "python-pptx"):
        assert secret.encode() not in _inflated(data), secret


def _built(folder: Path, surroundings: dict[str, str]) -> dict[str, str]:
    """The hashes of all decks by path, built by the command in a copy of the project."""
    for part in CONTENT:
        shutil.copytree(ROOT / part, folder / part)
    command = [sys.executable, "-m", "deckgen", "build", "--out", "made"]
    environment = dict(os.environ, PYTHONPATH=str(ROOT), **surroundings)
    environment.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    made = sorted((folder / "made").rglob("*.pptx"))
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in made}


def _inflated(data: bytes) -> bytes:
    """All members of a deck, one after the other."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"\n".join(package.read(name) for name in package.namelist())
