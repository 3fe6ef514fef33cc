"""Names of outputs: what they are, which clash, which no disk holds."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics
from deckgen.output import Output, refuse_names


def output(deck: str, audience: str = "full") -> Output:
    return Output(deck=deck, audience=audience, source=f"decks/{deck}.yaml")


def refused(*outputs: Output) -> list[str]:
    diags = Diagnostics()
    kept = refuse_names(outputs, diags)
    assert len(kept) + len(diags) == len(outputs)
    return [d.message for d in diags]


def test_the_full_deck_bears_the_decks_name_alone() -> None:
    assert output("talk").name == "talk/talk.pptx"
    assert output("talk", "parents").name == "talk/talk.parents.pptx"


def test_a_deck_in_a_folder_is_written_below_that_folder() -> None:
    assert output("2026/talk", "parents").name == "2026/talk/talk.parents.pptx"


def test_names_that_differ_pass() -> None:
    assert refused(output("talk"), output("talk", "parents"), output("talk2")) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (output("talk"), output("talk")),
        (output("Talk"), output("talk")),
        (output("café"), output("cafe\u0301")),
        (output("straße"), output("strasse")),
    ],
)
def test_names_that_some_disk_takes_for_one_clash(one: Output, two: Output) -> None:
    assert refused(one, two) == [f'"{two.name}" would be written twice']


@pytest.mark.parametrize(
    ("deck", "audience"),
    [
        ("con", "full"),
        ("NUL", "full"),
        ("talk", "a:b"),
        ("talk", "a/../../b"),
        ("..", "full"),
        (".talk", "full"),
        ("talk ", "full"),
        ("a\\b", "full"),
        ("a\0b", "full"),
        ("a" * 300, "full"),
        ("talk", "what?"),
    ],
)
def test_names_that_some_disk_cant_hold_are_refused(deck: str, audience: str) -> None:
    assert len(refused(output(deck, audience))) == 1


def test_an_audience_that_is_called_as_a_format_clashes_with_that() -> None:
    notes = replace(output("talk"), format="notes", suffix=".notes.pdf")
    pdf = replace(output("talk", "notes"), format="pdf", suffix=".pdf")
    assert refused(notes, pdf) == ['"talk/talk.notes.pdf" would be written twice']
    assert refused(notes, output("talk", "notes")) == []


def test_two_kinds_of_pictures_share_a_folder() -> None:
    both = [replace(output("talk"), format=name, suffix=f".slides/*.{name}") for name in ("png", "svg")]
    assert refused(*both, output("talk")) == []


@pytest.mark.parametrize("turned", [False, True])
def test_a_deck_in_the_folder_of_anothers_slides_clashes(turned: bool) -> None:
    slides = replace(output("talk"), format="png", suffix=".slides/*.png")
    inside = output("talk/Talk.slides")
    assert refused(*((inside, slides) if turned else (slides, inside))) == [
        '"talk/Talk.slides/Talk.slides.pptx" would be written twice'
    ]


def test_two_decks_that_clash_in_every_format_are_told_once() -> None:
    formats = [(".pptx", "pptx"), (".pdf", "pdf")]
    outputs = [replace(output(deck), format=name, suffix=end) for deck in ("Talk", "talk") for end, name in formats]
    diags = Diagnostics()
    assert refuse_names(outputs, diags) == tuple(outputs[:2]) and len(diags) == 1
