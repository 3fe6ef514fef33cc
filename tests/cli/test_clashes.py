"""Of two options that don't go together none is passed over: each pair is refused, with what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DECK, Deckgen

ROWS = "rows: assets/data/schools.csv\n"


@pytest.fixture
def with_rows(project: Path) -> Path:
    """The project, its deck `each` built for rows."""
    (project / "assets/data").mkdir(parents=True)
    (project / "assets/data/schools.csv").write_text("school,audience\nAshton,\nBury,staff\n")
    (project / "decks/each.yaml").write_text(ROWS + DECK)
    return project


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["each", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:1"], "leave out --jobs, or --scheduler"),
        (["talk", "--jobs", "2"], "--jobs is for decks that are built for rows"),
        (["talk", "--cache", "kept"], "--cache is for decks that are built for rows"),
        (["each", "-a", "staff", "--where", "school = Bury"], '--where "audience = staff"'),
        (["each", "-a", "staff", "--shard", "1/2"], "so --shard means nothing"),
        (["each", "-a", "staff", "--jobs", "2"], "so --jobs means nothing"),
        (["each", "--watch", "--strict"], "--strict is for the exit code of one build"),
        (["each", "other", "-a", "staff"], 'the deck other has no audience "staff"'),
    ],
)
def test_a_build_refuses_what_one_option_takes_from_another(
    with_rows: Path, deckgen: Deckgen, arguments: list[str], told: str
) -> None:
    (with_rows / "decks/other.yaml").write_text("title: Other\nbrand: plain\nslides: [use: welcome]\n")
    ran = deckgen("build", *arguments)
    assert ran.code == 2 and told in ran.err
    assert not (with_rows / "build").exists()


def test_a_deck_with_mistakes_is_told_them_rather_than_that_it_has_no_rows(project: Path, deckgen: Deckgen) -> None:
    (project / "decks/talk.yaml").write_text("title: Case\n- brand: plain\nrows: schools.csv\n")
    ran = deckgen("build", "--where", "school = Bury")
    assert ran.code == 1 and "decks/talk.yaml:2:1" in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "slides/points.yaml"], "write: deckgen render points, or deckgen check talk, which uses it"),
        (["build", "points"], "points is a slide, not a deck"),
        (["check", "spare"], "or use it in a deck"),
        (["cache", "prune", "500MB"], "a size is written so: --to 500MB"),
        (["cache", "prune", "--to", "500", "MB"], "a size is written so: --to 500MB"),
        (["cache", "clear"], "did you mean: deckgen cache prune --to 0?"),
        (["cache", "info", "--cache", "nowhere"], "there is no folder nowhere"),
    ],
)
def test_one_thing_for_another_is_told_what_to_write(
    project: Path, deckgen: Deckgen, arguments: list[str], told: str
) -> None:
    ran = deckgen(*arguments)
    assert ran.code == 2 and told in ran.err


def test_a_slide_is_drawn_by_its_file_and_its_deck_is_named_by_its_own(project: Path, deckgen: Deckgen) -> None:
    for arguments in (["points.yaml"], ["slides/points.yaml"], ["points", "--deck", "decks/talk.yaml"]):
        assert deckgen("render", *arguments).code == 0
    assert sorted(path.name for path in project.glob("build/render/**/*.png")) == ["points.png", "points.png"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["list", "--icons", "--facts"], "ask for one at a time"),
        (["render", "welcome", "-o", "-", "--format", "json"], "write it with -o FILE"),
        (["diff", "a.pptx", "b.pptx", "--row", "3"], "--row is for decks"),
        (["diff", "a.pptx", "b.pptx", "--set", "what=rain"], "--set is for decks"),
        (["diff", "talk:parents", "talk:staff", "--row", "3"], "the deck talk is not built for rows"),
        (["diff", "talk:parents", "talk:staff", "--set", "waht=rain"], 'did you mean "what"?'),
        (["diff", "a.pptx"], "there is no file a.pptx"),
    ],
)
def test_other_commands_refuse_what_would_mean_nothing(
    project: Path, deckgen: Deckgen, arguments: list[str], told: str
) -> None:
    ran = deckgen(*arguments)
    assert ran.code == 2 and told in ran.err
