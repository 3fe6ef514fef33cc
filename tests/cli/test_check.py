"""`deckgen check`: everything but writing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Deckgen


def test_a_sound_project_is_told_so_and_nothing_is_written(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("check")
    assert (ran.code, ran.err) == (0, "")
    assert "1 deck checked" in ran.out and "nothing to report" in ran.out
    assert not list(project.rglob("*.pptx"))


def test_mistakes_in_slides_that_no_deck_uses_are_found(project: Path, deckgen: Deckgen) -> None:
    (project / "slides/spare.yaml").write_text("kind: qoute\n", encoding="utf-8")
    ran = deckgen("check")
    assert ran.code == 1
    assert "slides/spare.yaml:1:7" in ran.err and 'did you mean "quote"?' in ran.err


def test_text_that_does_not_fit_is_found(project: Path, deckgen: Deckgen) -> None:
    points = "\n".join(f"  - {'many words here ' * 30}" for _ in range(6))
    (project / "slides/points.yaml").write_text(f"kind: points\ntitle: Two\npoints:\n{points}\n", encoding="utf-8")
    ran = deckgen("check")
    assert ran.code == 1 and "too many" in ran.err


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--strict",), 1)])
def test_warnings_fail_when_strict(project: Path, deckgen: Deckgen, arguments: tuple[str, ...], code: int) -> None:
    (project / "slides/welcome.yaml").write_text(f"kind: cover\ntitle: {'Long words ' * 5}\n", encoding="utf-8")
    assert deckgen("check", *arguments).code == code


def test_annotations_for_github(project: Path, deckgen: Deckgen) -> None:
    (project / "slides/points.yaml").write_text("kind: pionts\n", encoding="utf-8")
    ran = deckgen("check", "--format", "github")
    assert ran.code == 1
    assert ran.out.startswith("::error file=slides/points.yaml,line=1,col=7")


def test_an_account_for_programs(project: Path, deckgen: Deckgen) -> None:
    (project / "slides/points.yaml").write_text("kind: pionts\n", encoding="utf-8")
    account = deckgen("check", "--format", "json").json
    assert (account["command"], account["errors"]) == ("check", 1)
    assert account["diagnostics"][0]["file"] == "slides/points.yaml"


def test_decks_may_be_named(project: Path, deckgen: Deckgen) -> None:
    broken = "title: Broken\nbrand: plain\nslides:\n  - use: welcom\n"
    (project / "decks/broken.yaml").write_text(broken, encoding="utf-8")
    (project / "slides/spare.yaml").write_text("kind: qoute\n", encoding="utf-8")
    ran = deckgen("check", "talk")
    assert (ran.code, ran.err) == (0, "") and ran.out.startswith("1 deck checked")
    ran = deckgen("check", "decks/broken.yaml", "broken")
    assert ran.code == 1 and "decks/broken.yaml:4:10" in ran.err and "slides/spare.yaml" not in ran.err
    ran = deckgen("check", "brokn")
    assert ran.code == 2 and 'did you mean "broken"?' in ran.err
    assert "2 decks checked" in deckgen("check").out


def test_decks_with_rows_are_checked_where_they_are_named(project: Path, deckgen: Deckgen) -> None:
    (project / "rows.csv").write_text("urn\n1\n2\n", encoding="utf-8")
    each = "title: For {{ urn }}\nbrand: plain\nrows: rows.csv\nslides:\n  - use: points\n"
    (project / "decks/each.yaml").write_text(each, encoding="utf-8")
    assert "1 deck checked" in deckgen("check", "talk").out
    assert "1 deck and 2 rows checked" in deckgen("check", "each").out
