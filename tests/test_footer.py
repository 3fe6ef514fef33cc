"""A deck's footer: small words on every slide that has a number."""

from __future__ import annotations

import io

import pptx

from deckgen.api import open_project
from deckgen.worlds import MemoryWorld

DECK = """\
title: Growing
brand: plain
footer: {footer}
vars: {{who: Trustees}}
slides:
  - {{kind: cover, title: Growing}}
  - {{kind: points, title: Two things, points: [Listen, Decide]}}
"""


def project(footer: str) -> tuple[bytes | None, list[str]]:
    opened = open_project(MemoryWorld({"decks/talk.yaml": DECK.format(footer=footer)}))
    compiled = opened.compile("talk")
    return compiled.data, [f"{d.code} {d.span}" for d in opened.diagnostics]


def test_a_footer_stands_on_numbered_slides_in_the_layouts_placeholder() -> None:
    data, said = project('"For {{ who }} only"')
    assert data is not None and said == []
    cover, points = pptx.Presentation(io.BytesIO(data)).slides
    texts = [shape.text_frame.text for shape in points.placeholders if "FOOTER" in str(shape.placeholder_format.type)]
    assert texts == ["For Trustees only"]
    assert not [s for s in cover.placeholders if "FOOTER" in str(s.placeholder_format.type)]


def test_a_footer_longer_than_its_line_is_refused_at_its_place() -> None:
    data, said = project(" ".join(["one", "other"] * 20))
    assert data is None
    assert said == ["too-long decks/talk.yaml:3:9"]


def test_an_unknown_variable_in_a_footer_is_an_error_at_its_place() -> None:
    _, said = project('"For {{ whom }}"')
    assert said == ["unknown-variable decks/talk.yaml:3:14"]
