"""Slides are laid out once for all decks that word them the same, and what is said of them is said of each deck."""

from __future__ import annotations

from deckgen.api import open_project
from deckgen.overlay import OverlayWorld
from deckgen.pipeline import Compiled, Pipeline
from deckgen.resolve.model import Settings

SLIDES = """
  - {kind: cover, id: cover, title: Growing well}
  - {kind: section, id: mine, title: "Welcome, {{ school }}"}
"""
DECK = "title: Growing well\nbrand: plain\nvars: {school: x, head: y}\naudiences: {governors: , parents: }\nslides:"


def pipeline(slides: str = SLIDES, **others: str) -> Pipeline:
    files = {"decks/deck.yaml": DECK + slides} | {f"decks/{name}.yaml": text for name, text in others.items()}
    return open_project(OverlayWorld(files)).pipeline


def compiled(made: Pipeline, **variables: str) -> Compiled:
    made.settings = Settings(variables=variables)
    return made.compile("deck", "full")


def codes(made: Pipeline) -> list[str]:
    return [one.code for one in made.diags]


def test_only_slides_that_ask_for_a_variable_are_laid_out_anew() -> None:
    made = pipeline()
    first, second = compiled(made, school="Ash"), compiled(made, school="Elm")
    again = compiled(made, school="Ash", head="Z")
    assert first.scene and second.scene and again.scene
    assert first.scene.slides[0] is second.scene.slides[0]
    assert first.scene.slides[1].title != second.scene.slides[1].title
    assert again.scene.slides[1] is first.scene.slides[1]


def test_what_comes_of_a_memo_is_what_comes_without_one() -> None:
    warm = pipeline()
    for school in ("Ash", "Elm", "Oak"):
        assert compiled(warm, school=school).data == compiled(pipeline(), school=school).data


def test_what_is_said_of_a_slide_is_said_for_each_deck() -> None:
    made = pipeline(SLIDES.replace("Growing well", "Growing TODO well"))
    assert made.compile("deck", "full").chunks
    before = codes(made)
    made.diags = type(made.diags)()
    assert made.compile("deck", "governors").chunks
    assert "placeholder-text" in before
    assert codes(made) == before


def test_a_link_is_looked_at_in_each_deck() -> None:
    linked = SLIDES + "  - {kind: points, id: linked, title: See, points: ['[Mine](slide:mine)', Two]}\n"
    made = pipeline(linked, other=DECK + linked.replace("id: mine", "id: yours"))
    assert made.compile("deck", "full").chunks
    made.compile("other", "full")
    assert codes(made), "the second deck has no slide of that id"


def test_section_and_footer_are_those_of_each_deck() -> None:
    made = pipeline(other=DECK.replace("slides:", "footer: Ours\nslides:\n  - section: Part one") + SLIDES)
    one, other = made.compile("deck", "full").scene, made.compile("other", "full").scene
    assert one and other
    assert [(slide.section, slide.footer) for slide in one.slides] == [(None, "")] * 2
    assert [(slide.section, slide.footer) for slide in other.slides] == [("Part one", "Ours")] * 2


def test_no_more_are_kept_than_may_be() -> None:
    made = pipeline()
    made._slides._limit = 5
    for number in range(20):
        compiled(made, school=f"School {number}")
    assert len(made._slides) == 5
