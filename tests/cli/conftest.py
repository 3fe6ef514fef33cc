"""Commands run in this process, in a project of their own."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from deckgen.cli.main import main


class Ran(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it said for programs."""
        return json.loads(self.out)


Deckgen = Callable[..., Ran]


@pytest.fixture
def deckgen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Deckgen:
    """`deckgen("build", "--strict")` in the current folder."""

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["deckgen", *arguments])
        capsys.readouterr()
        code = main()
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, entered: one deck of two slides, two audiences besides the whole deck."""
    files = {
        "deckgen.yaml": "",
        "decks/talk.yaml": DECK,
        "slides/welcome.yaml": "kind: cover\ntitle: Hello\nspeaker: Amara Osei\nnotes: Wave.\n",
        "slides/points.yaml": "kind: points\ntitle: Two things\npoints:\n  - One\n  - Two\n",
        "slides/spare.yaml": "kind: quote\nquotation: “Well.”\nsource: Somebody\n",
    }
    for name, text in files.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


DECK = """\
title: A talk
brand: plain
audiences:
  parents: {label: Parents}
  staff: {}
slides:
  - use: welcome
  - use: points
    except: [staff]
  - kind: quote
    id: ours
    only: [staff]
    quotation: “It depends on {{ what }}.”
    source: A colleague
vars: {what: the weather}
"""


@pytest.fixture
def titles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The format of tests/support/titles_format.py, there as "titles"; what it has made so far."""
    from deckgen.write import formats
    from tests.support import titles_format

    titles_format.MADE.clear()
    monkeypatch.setitem(sys.modules, "deckgen.write.titles", titles_format)
    monkeypatch.setitem(formats.SUFFIXES, "titles", (".slides/*.titles",))
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, "titles"))
    return titles_format.MADE
