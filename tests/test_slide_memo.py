from __future__ import annotations

from datetime import date

from deckgen.pipeline import Pipeline
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
