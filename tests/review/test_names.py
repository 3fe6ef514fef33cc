"""How the two sides of a comparison are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.review.names import Name, Wrong, parsed


class Project:
    """Two decks; `main` and `old` are branches, and one deck is called like a branch."""

    def decks(self, revision: str = "") -> tuple[str, ...]:
        return ("talk", "main", "deep/talk")

    def audiences(self, deck: str) -> tuple[str, ...]:
        return ("full", "parents", "talk") if deck == "main" else ("full", "parents")

    def revisions(self) -> tuple[str, ...]:
        return ("main", "HEAD")

    def is_revision(self, text: str) -> bool:
        return text in ("main", "old", "HEAD~1", "v1.0")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("talk", Name(deck="talk")),
        ("decks/talk.yaml", Name(deck="talk")),
        ("deep/talk", Name(deck="deep/talk")),
        ("talk:parents", Name(deck="talk", audience="parents")),
        ("decks/talk.yaml:parents", Name(deck="talk", audience="parents")),
        ("HEAD~1:talk", Name(deck="talk", revision="HEAD~1")),
        ("v1.0:decks/talk.yaml", Name(deck="talk", revision="v1.0")),
        ("old:talk:parents", Name(deck="talk", audience="parents", revision="old")),
        ("new.pptx", Name(path="new.pptx")),
        ("old:build/talk.pptx", Name(path="build/talk.pptx", revision="old")),
        ("C:\\decks\\talk.pptx", Name(path="C:\\decks\\talk.pptx")),
        ("notes.pdf", Name(path="notes.pdf")),
        ("main:parents", Name(deck="main", audience="parents")),
        ("decks/main.yaml:talk", Name(deck="main", audience="talk")),
        ("main:talk:full", Name(deck="talk", audience="full", revision="main")),
    ],
)
def test_names_mean(text: str, name: Name) -> None:
    assert parsed(text, Project()) == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a name is empty"),
        ("tolk", 'there is no deck or file "tolk"; did you mean "talk"?'),
        ("tolk:parents", '"tolk" is neither a deck of this project nor a revision; did you mean "talk"?'),
        ("old", '"old" is a revision: write old:DECK'),
        ("a:b:c:d", "can't be read"),
        ("talk:", "can't be read"),
        (
            "main:talk",
            "means two things: write decks/main.yaml:talk for the audience, or main:talk:full for the revision",
        ),
    ],
)
def test_names_that_mean_nothing_or_two_things_are_refused(text: str, told: str) -> None:
    with pytest.raises(Wrong) as found:
        parsed(text, Project())
    assert told in str(found.value)


def test_a_file_that_is_there_is_a_file_whatever_it_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk:parents").write_text("x")
    assert parsed("talk:parents", Project()) == Name(path="talk:parents")


def test_a_folder_called_like_a_deck_does_not_hide_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talk").mkdir()
    Path("other").mkdir()
    assert parsed("talk", Project()) == Name(deck="talk")
    assert parsed("other", Project()) == Name(path="other")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (Name(deck="talk"), "talk"),
        (Name(deck="talk", audience="full"), "talk"),
        (Name(deck="talk", audience="parents", revision="HEAD~1"), "talk for parents at HEAD~1"),
        (Name(path="new.pptx"), "new.pptx"),
    ],
)
def test_what_sides_are_called(name: Name, told: str) -> None:
    assert name.told == told
