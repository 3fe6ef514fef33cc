"""Words compared: what a reader would say has changed."""

from __future__ import annotations

import time

import pytest

from deckgen.diff.words import kept, likeness, pieces


def marked(before: str, after: str) -> str:
    signs = {"same": "{}", "gone": "[{}]", "new": "{{{}}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces(before, after, kept(before, after)))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("One two three", "One two three", "One two three"),
        ("One two three", "One 2 three", "One [two]{2} three"),
        ("One two three", "One three", "One [two ]three"),
        ("One three", "One two three", "One {two }three"),
        ("One two", "One two three", "One two{ three}"),
        ("One two, three", "One two; three", "One two[,]{;} three"),
        ("A School Trust", "A school Trust", "A [School]{school} Trust"),
        ("It is 1,204 pupils", "It is 1,240 pupils", "It is [1,204]{1,240} pupils"),
        ("a multi-academy trust", "a multi-school trust", "a [multi-academy]{multi-school} trust"),
        ("the school’s name", "the schools’ name", "the [school’s]{schools’} name"),
        ("", "New words", "{New words}"),
        ("Old words", "", "[Old words]"),
        ("Say “yes”", "Say “no”", "Say “[yes]{no}”"),
    ],
)
def test_what_a_reader_would_say_has_changed(before: str, after: str, told: str) -> None:
    assert marked(before, after) == told


def test_a_sentence_written_anew_is_not_told_as_confetti() -> None:
    before = "Stay with one entity: one board is accountable for every school in it"
    after = "Nobody can promise that teachers never leave, and yet these do not"
    assert marked(before, after) == f"[{before}]{{{after}}}"


def test_a_short_word_left_between_two_changes_goes_with_them() -> None:
    assert marked("Read the names of all in the big hall", "Read the plans for all of the year ahead") == (
        "Read the [names of all in]{plans for all of} the [big hall]{year ahead}"
    )


def test_asian_words_are_told_apart_by_character() -> None:
    assert marked("学校の名前", "学校の場所") == "学校の[名前]{場所}"


def test_white_space_alone_is_no_change_of_words() -> None:
    assert marked("One\ntwo", "One two") == "One two"


def test_the_pieces_of_both_sides_make_up_their_texts() -> None:
    before, after = "One two, three four. Five!", "Zero one two – three. Five six?"
    found = pieces(before, after, kept(before, after))
    assert "".join("".join(p.text.split()) for p in found if p.kind != "new") == "".join(before.split())
    assert "".join("".join(p.text.split()) for p in found if p.kind != "gone") == "".join(after.split())


def test_likeness_goes_from_nothing_to_all() -> None:
    assert likeness("One two", "two ONE") == 1
    assert likeness("One two", "three four") == 0
    assert 0 < likeness("One two", "One three") < 1


def test_long_texts_are_compared_at_once() -> None:
    before = " ".join(f"word{n % 97}" for n in range(20_000))
    begun = time.process_time()
    assert marked(before, before + " more").endswith("{ more}")
    kept(before, " ".join(f"word{n % 89}" for n in range(20_000)))
    assert time.process_time() - begun < 3
