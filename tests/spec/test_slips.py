"""Likely slips are reported where they stand, and never mended."""

from __future__ import annotations

import pytest

from tests.spec.reading import inline, marked, said


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("value: to the the trust", ['warning 1:11 slip: "the" stands twice (delete one, if it is a slip)']),
        ("value: >-\n  The\n  the trust\n", ['warning 1:8 slip: "The" stands twice (delete one, if it is a slip)']),
        ("value: |\n  one\n  two two\n", ['warning 3:3 slip: "two" stands twice (delete one, if it is a slip)']),
        (
            "value: a trust , and",
            ['warning 1:14 slip: a space stands before "," (it is in "a trust , and"; delete it)'],
        ),
        ("value: a  trust", ['warning 1:8 slip: two spaces stand together (they are in "a  trust"; delete one)']),
        ("value: '**to** to'", ['warning 1:8 slip: "to" stands twice (delete one, if it is a slip)']),
    ],
)
def test_slips(yaml: str, expected: list[str]) -> None:
    text, diags = inline(yaml)
    assert text is not None
    assert said(diags) == expected


@pytest.mark.parametrize(
    "words",
    [
        "He had had that that",
        "well-being being",
        "a and a b",
        "wait ...",
        "1 1",
        "so! :) and >> The",
        "can can’t",
    ],
)
def test_what_may_be_meant_is_left_alone(words: str) -> None:
    _, diags = inline(f"value: |\n  {words}\n")
    assert not said(diags)


def test_words_stay_as_they_are() -> None:
    text, _ = inline("value: the the  trust , yes")
    assert marked(text) == "the the  trust , yes"


def test_french_sets_spaces_before_some_marks() -> None:
    assert not said(inline("value: 'Vraiment ? Oui !'", language="fr-FR")[1])
    assert len(said(inline("value: 'Really ? Yes !'")[1])) == 2
