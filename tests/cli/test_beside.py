"""What is said beside a sound project: slides that no deck uses, a brand that nobody has signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Deckgen
from tests.cli.test_watch import READY, write
from tests.support.watching import Watching

BRAND = "assets/brands/plain/brand.yaml"
SLIDE = "kind: statement\ntitle: Hello\ntext: It is so.\n"


@pytest.fixture
def made(tmp_path: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project as `deckgen new` makes it, entered."""
    deckgen("new", str(tmp_path / "talk"))
    monkeypatch.chdir(tmp_path / "talk")
    return tmp_path / "talk"


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_slide_that_no_deck_uses_is_told_once_and_fails_nothing(
    project: Path, deckgen: Deckgen, command: str
) -> None:
    ran = deckgen(command, "--strict")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("No deck uses slides/spare.yaml; a deck shows a slide with  - use: spare\n")
    assert deckgen(command, "--format", "json").json["unused"] == ["spare"]
    assert "No deck uses" not in deckgen(command, "talk").out


def test_many_slides_that_no_deck_uses_are_one_line(project: Path, deckgen: Deckgen) -> None:
    for number in range(7):
        (project / f"slides/a{number}.yaml").write_text(SLIDE)
    last = deckgen("check").out.splitlines()[-1]
    assert last.startswith("No deck uses slides/a0.yaml, slides/a1.yaml, slides/a2.yaml, slides/a3.yaml and 4 more; ")


def test_nothing_is_unused_while_a_deck_may_mean_it(project: Path, deckgen: Deckgen) -> None:
    deck = project / "decks/talk.yaml"
    deck.write_text(deck.read_text().replace("use: welcome", "use: spair"))
    ran = deckgen("check")
    assert 'did you mean "spare"?' in ran.err and "No deck uses" not in ran.out
    assert deckgen("check", "--format", "json").json["unused"] == []


def test_a_saved_slide_that_no_deck_uses_is_told_how_it_comes_into_one(project: Path) -> None:
    with Watching(project) as watching:
        assert "No deck uses slides/spare.yaml" in watching.until(READY)
        write(project, "slides/spare.yaml", SLIDE)
        watching.until("slides/spare.yaml changed; no deck is touched: none says  - use: spare")


def test_an_example_is_told_where_it_is_signed(made: Path, deckgen: Deckgen) -> None:
    for command in ("build", "check"):
        ran = deckgen(command, "--strict")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.endswith(
            f'Slides are signed "Your organisation", until your organisation\'s name stands in {BRAND}.\n'
        )


@pytest.mark.parametrize("own", ["decks/talk.yaml", "slides/welcome.yaml"])
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_deck_of_ones_own_is_warned_of_while_its_brand_is_unsigned(
    made: Path, deckgen: Deckgen, own: str, command: str
) -> None:
    (made / own).write_text((made / own).read_text().replace("Reading", "Writing"))
    ran = deckgen(command, "--strict")
    assert ran.code == 1
    assert f'warning[unsigned]: slides are signed "Your organisation"\n --> {BRAND}:5:7' in ran.err
    assert f"note: here, too\n  --> {BRAND}:65:10" in ran.err
    assert deckgen(command).code == 0


def test_half_a_signature_is_none(made: Path, deckgen: Deckgen) -> None:
    (made / "decks/own.yaml").write_text("title: T\nbrand: plain\nslides: [use: welcome]\nvars: {hearers: us}\n")
    brand = made / BRAND
    brand.write_text(brand.read_text().replace("name: Your organisation", "name: Ash Grove"))
    assert f"{BRAND}:65:10" in deckgen("check").err
    brand.write_text(brand.read_text().replace("[Your, organisation]", "[Ash Grove]"))
    ran = deckgen("check", "--strict")
    assert (ran.code, ran.err) == (0, "") and "signed" not in ran.out
