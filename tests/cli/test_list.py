"""`deckgen list`: what there is, and who uses it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Deckgen


def test_decks_audiences_and_slides(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("list")
    assert ran.code == 0
    assert ran.out == (
        "talk  (decks/talk.yaml)\n"
        "  full       2 slides\n"
        "  parents    2 slides  Parents\n"
        "  staff      2 slides\n"
        "\n"
        "Slides\n"
        "  points   talk\n"
        "  spare    not used\n"
        "  welcome  talk\n"
    )


def test_a_deck_that_cant_be_read_is_reported_and_the_others_are_listed(project: Path, deckgen: Deckgen) -> None:
    (project / "decks/bad.yaml").write_text("<<<<<<< ours\n", encoding="utf-8")
    ran = deckgen("list")
    assert ran.code == 1
    assert "bad  (decks/bad.yaml)\n\ntalk  (decks/talk.yaml)\n" in ran.out and "decks/bad.yaml:" in ran.err


def test_for_programs(project: Path, deckgen: Deckgen) -> None:
    account = deckgen("list", "--format", "json").json
    assert account["decks"][0]["audiences"][1] == {"audience": "parents", "label": "Parents", "slides": 2}
    assert account["slides"][1] == {"slide": "spare", "decks": [], "missing": False}


def test_a_slide_that_is_not_there_is_told(project: Path, deckgen: Deckgen) -> None:
    (project / "slides/welcome.yaml").rename(project / "slides/hello.yaml")
    assert "  welcome  talk  (there is no such slide)\n" in deckgen("list").out
    told = deckgen("list", "--format", "json").json["slides"]
    assert {"slide": "welcome", "decks": ["talk"], "missing": True} in told


def test_icons_by_a_word(deckgen: Deckgen) -> None:
    ran = deckgen("list", "--icons", "money")
    assert ran.code == 0 and "piggy-bank" in ran.out and "school" not in ran.out
    assert deckgen("list", "--icons", "money", "--format", "json").json["icons"][0]["icon"] == "banknote"
    assert "lists them all" in deckgen("list", "--icons", "zzz").out


def test_a_word_without_icons_means_nothing(deckgen: Deckgen) -> None:
    ran = deckgen("list", "money")
    assert ran.code == 2 and "deckgen list --icons money" in ran.err
