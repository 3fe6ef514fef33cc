"""One project resolved for row after row."""

from __future__ import annotations

from datetime import date

from deckgen.diagnostics import Diagnostics
from deckgen.resolve.model import ResolvedDeck, Settings
from deckgen.resolve.project import Project
from deckgen.resolve.resolve import resolve
from deckgen.worlds import MemoryWorld


def resolved(project: Project, school: str) -> ResolvedDeck:
    found = resolve(project, "talk", "full", Diagnostics(), settings=Settings(row={"school": school}))
    assert found is not None
    return found


def project(deck: str) -> Project:
    files = {"decks/talk.yaml": f"title: Talk\nbrand: plain\n{deck}", "slides/one.yaml": "kind: statement\n"}
    return Project(MemoryWorld(files, today=date(2026, 1, 5)))


def test_rows_share_a_running_order() -> None:
    shared = project("slides:\n  - use: one\n")
    assert resolved(shared, "Beech Hill").slides is resolved(shared, "Ash Lane").slides


def test_a_sections_title_is_the_rows_own() -> None:
    own = project('slides:\n  - section: "For {{ school }}"\n  - use: one\n')
    assert [resolved(own, name).slides[0].section for name in ("Beech Hill", "Ash Lane")] == [
        "For Beech Hill",
        "For Ash Lane",
    ]
