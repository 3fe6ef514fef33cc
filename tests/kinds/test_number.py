"""A number is called by its figure and what it means, wherever a slide is named that isn't seen."""

from __future__ import annotations

from io import BytesIO

import pytest
from pikepdf import Pdf

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing
from deckgen.write.formats import Options, format_of
from tests.support.spoken import drawing

SAID = "94% of our teachers planned a lesson together"


def number(meaning: str) -> Drawing:
    return drawing(f"""\
title: T
brand: plain
slides:
  - {{kind: number, id: n, number: 94%, meaning: {meaning}, source: Our survey, notes: Say it.}}
""")


def written(format: str) -> dict[str, bytes]:
    made = number("of our teachers planned a lesson together")
    return {file.suffix: file.data for file in format_of(format).files(made, Options(), Diagnostics())}


def test_scripts_and_pages_name_the_figure() -> None:
    assert f"## 1. {SAID}" in written("script")[".script.md"].decode()
    assert f'data-title="{SAID}"' in written("html")[".html"].decode()
    assert f"<title>{SAID}</title>" in next(iter(written("svg").values())).decode()


def test_bookmarks_name_the_figure() -> None:
    with Pdf.open(BytesIO(written("pdf")[".pdf"])) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [SAID]


@pytest.mark.parametrize(
    ("meaning", "called"),
    [("of us agree", "94% of us agree"), ("We agree", "94%: We agree"), ("من المعلمين", "94% من المعلمين")],
)
def test_a_meaning_that_is_a_sentence_of_its_own_comes_after_a_colon(meaning: str, called: str) -> None:
    slide = number(meaning).deck.slides[0]
    assert (slide.called, slide.title) == (called, meaning)
