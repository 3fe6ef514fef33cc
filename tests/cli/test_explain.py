"""`deckgen explain`: which layer gives a value, and where."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Deckgen

POINTS = """\
kind: points
title: Two things
points: [One, Two]
variants:
  parents: {title: Two things for you}
"""


def test_a_variants_value_is_told_with_its_place(project: Path, deckgen: Deckgen) -> None:
    (project / "slides/points.yaml").write_text(POINTS, encoding="utf-8")
    ran = deckgen("explain", "talk", "--audience", "parents", "--slide", "points")
    assert ran.code == 0
    rows = [line.split(maxsplit=1) for line in ran.out.splitlines()]
    assert ["title", "Two things for you  variant parents  slides/points.yaml:5:20"] in rows
    assert any(row[0] == "points" and "slides/points.yaml:3:9" in row[1] for row in rows)


def test_the_whole_deck_has_no_variant(project: Path, deckgen: Deckgen) -> None:
    (project / "slides/points.yaml").write_text(POINTS, encoding="utf-8")
    assert "Two things for you" not in deckgen("explain", "talk", "--slide", "points").out


def test_for_programs(project: Path, deckgen: Deckgen) -> None:
    rows = deckgen("explain", "decks/talk.yaml", "-s", "welcome", "--format", "json").json["rows"]
    assert rows[0]["slot"] == "kind" and rows[0]["span"]["file"] == "slides/welcome.yaml"


def test_the_slide_may_be_named_after_the_deck(project: Path, deckgen: Deckgen) -> None:
    assert deckgen("explain", "talk", "points") == deckgen("explain", "talk", "--slide", "points")
    ran = deckgen("explain", "talk")
    assert ran.code == 2 and "name a slide: deckgen explain talk ID; talk has welcome, points" in ran.err
    assert deckgen("explain", "talk", "points", "-s", "welcome").code == 2


def test_a_slide_that_the_audience_does_not_see_is_wrong_usage(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("explain", "talk", "-a", "staff", "-s", "points")
    assert ran.code == 2 and 'there is no slide "points" in talk for staff' in ran.err


def test_a_deck_that_cant_be_read_is_reported(project: Path, deckgen: Deckgen) -> None:
    (project / "decks/talk.yaml").write_text("slides: [\n", encoding="utf-8")
    ran = deckgen("explain", "talk", "-s", "points")
    assert ran.code == 1 and "decks/talk.yaml:" in ran.err
