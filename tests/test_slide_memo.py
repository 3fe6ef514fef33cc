from __future__ import annotations

from datetime import date

from deckgen.diagnostics import Diagnostics
from deckgen.pipeline import Pipeline
from deckgen.resolve.model import Settings
from deckgen.scene import Deck, Slide
from deckgen.scene.texts import texts
from deckgen.worlds import MemoryWorld


def test_audiences_that_take_turns_are_shown_the_same_slide_each_time() -> None:
    """Not only equal ones: what is made of a slide is told by the object."""
    files = {
        "decks/talk.yaml": "title: T\nbrand: plain\nfooter: '{{ who }}'\nslides: [{use: one}]\naudiences:\n"
        "  heads: {vars: {who: Heads}}\n  boards: {vars: {who: Boards}}\n",
        "slides/one.yaml": "kind: statement\ntitle: T\ntext: It is so.\n",
    }
    pipeline = Pipeline(MemoryWorld(files, today=date(2026, 1, 5)))
    shown = []
    for audience in ("heads", "boards") * 2:
        scene = pipeline.compile("talk", audience).scene
        assert scene is not None, list(pipeline.diags)
        shown.append(scene.slides[0])
    assert [slide.footer for slide in shown] == ["Heads", "Boards"] * 2
    assert shown[0] is shown[2] and shown[1] is shown[3]


ROWS = {
    "decks/talk.yaml": "title: T\nbrand: plain\nslides: [{use: one}, {use: two}, {use: linked}]\n",
    "slides/one.yaml": "kind: statement\ntitle: T\ntext: It is so.\nnotes: |\n  Slowly.\n\n  TODO **ask\n",
    "slides/two.yaml": "kind: statement\ntitle: U\ntext: For {{ school }}.\n",
    "slides/linked.yaml": "kind: points\ntitle: V\npoints: ['[back](slide:one)', Two]\n",
}


def _deck_of(pipeline: Pipeline, school: str) -> Deck:
    scene = pipeline.compile("talk", "full", settings=Settings(variables={}, row={"school": school})).scene
    assert scene is not None, list(pipeline.diags)
    return scene


def _words(slide: Slide) -> str:
    return [text for text, _ in texts(slide.nodes)][-1]


def test_a_slide_without_variables_is_the_same_in_all_rows_until_its_file_changes() -> None:
    world = MemoryWorld(ROWS, today=date(2026, 1, 5))
    pipeline = Pipeline(world)
    oak, elm = _deck_of(pipeline, "Oak"), _deck_of(pipeline, "Elm")
    assert oak.slides[0] is elm.slides[0]
    assert [_words(deck.slides[1]) for deck in (oak, elm)] == ["For Oak.", "For Elm."]
    world.files["slides/one.yaml"] = b"kind: statement\ntitle: T\ntext: It was so.\n"
    pipeline.forget(["slides/one.yaml"])
    assert _words(_deck_of(pipeline, "Elm").slides[0]) == "It was so."


def test_what_is_to_be_said_of_notes_is_said_of_each_deck() -> None:
    pipeline = Pipeline(MemoryWorld(ROWS, today=date(2026, 1, 5)))
    said = []
    for school in ("Oak", "Elm"):
        found = Diagnostics()
        pipeline.compile("talk", "full", found, settings=Settings(variables={}, row={"school": school}))
        said.append([(one.code, one.span.file, one.span.line) for one in found])
    assert said[0] and said[0] == said[1]


def test_a_slide_whose_variables_stood_for_themselves_is_laid_out_anew_where_they_have_values() -> None:
    files = {
        "decks/talk.yaml": "title: T\nbrand: plain\nslides: [use: two]\nvars: {school: Oak}\n",
        "decks/wrong.yaml": "title: T\nbrand: plain\nslides: [use: two]\nvars: [school]\n",
        "slides/two.yaml": ROWS["slides/two.yaml"],
    }
    pipeline = Pipeline(MemoryWorld(files, today=date(2026, 1, 5)))
    alone, wrong = pipeline.compile_slide("two", "", "full").scene, pipeline.compile("wrong", "full").scene
    assert alone is not None and wrong is not None
    assert [_words(scene.slides[0]) for scene in (alone, wrong)] == ["For school."] * 2
    scene = pipeline.compile("talk", "full").scene
    assert scene is not None
    assert _words(scene.slides[0]) == "For Oak."
