"""deckgen's own words: on slides and in alternative text, in the deck's language."""

from __future__ import annotations

import pytest
from msgspec.structs import asdict

from deckgen.api import open_project
from deckgen.scene import Chart, Picture, Slide, Table
from deckgen.scene.texts import texts
from deckgen.spec.talk_words import NEUTRAL as TALK_NEUTRAL
from deckgen.spec.talk_words import said_minutes, talk_words_of
from deckgen.spec.words import _ENGLISH, _LANGUAGES, FORMS, NEUTRAL, table_size, words_of
from deckgen.worlds import MemoryWorld

SLIDES = {
    "questions": "kind: questions\n",
    "people": (
        "kind: people\ntitle: People\npeople:\n"
        "  - {name: Amara, picture: p.svg}\n  - {name: Daniel}\n  - {name: Ruth}\n"
    ),
    "table": "kind: table\ntitle: Table\nhead: [A, B]\nrows:\n  - [X, 1, 2]\n  - [Y, 3, 4]\n",
    "agenda": "kind: agenda\ntitle: Agenda\nitems: [One, Two, Three]\nnow: 2\n",
    "chart": "kind: chart\ntitle: Chart\ncategories: [A, B]\nseries: {name: X, values: [1, 2]}\nsource: S\n",
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 46"><rect width="40" height="46"/></svg>'


def made(slide: str, language: str) -> Slide:
    deck = f"title: T\nbrand: plain\nlanguage: {language}\nslides:\n  - use: a\n"
    build = open_project(MemoryWorld({"slides/a.yaml": SLIDES[slide], "decks/d.yaml": deck, "p.svg": SVG}))
    scene = build.compile("d").scene
    assert scene is not None and scene.slides, [f"{d.span} {d.message}" for d in build.diagnostics]
    return scene.slides[0]


def alt(slide: str, language: str) -> str:
    return next(node.alt for node in made(slide, language).nodes if isinstance(node, Chart | Picture | Table))


@pytest.mark.parametrize(
    ("slide", "language", "said"),
    [
        ("people", "en-GB", "Portrait of Amara"),
        ("people", "cy", "Portread o Amara"),
        ("people", "de-AT", "Porträt: Amara"),
        ("people", "sw", "Amara"),
        ("table", "en-GB", "Table: 2 rows, 3 columns."),
        ("table", "pl", "Tabela: wiersze 2, kolumny 3."),
        ("table", "sw", "2 × 3."),
        ("agenda", "en-GB", "Table: 3 rows, 1 column. Now: Two."),
        ("agenda", "fr", "Tableau : lignes 3, colonnes 1. En cours : Two."),
        ("agenda", "sw", "3 × 1. → Two."),
        ("chart", "en-GB", "Bar chart. Highest: B, 2. Lowest: A, 1."),
        ("chart", "fr", "Diagramme à barres. Maximum\u00a0: B, 2. Minimum\u00a0: A, 1."),
        ("chart", "de", "Balkendiagramm. Höchster Wert: B, 2. Niedrigster Wert: A, 1."),
        ("chart", "sw", "X: A 1, B 2."),
    ],
)
def test_alternative_text_is_in_the_decks_language(slide: str, language: str, said: str) -> None:
    assert alt(slide, language).startswith(said)


@pytest.mark.parametrize(
    ("language", "title"),
    [("en-GB", "Questions"), ("cy", "Cwestiynau"), ("de", "Fragen"), ("pl", "Pytania"), ("sw", "?")],
)
def test_questions_are_asked_for_in_the_decks_language(language: str, title: str) -> None:
    slide = made("questions", language)
    assert slide.title == title
    assert [words for words, _ in texts(slide.nodes)] == [title]


@pytest.mark.parametrize("language", sorted(_LANGUAGES))
def test_every_language_says_everything_with_what_is_to_be_filled_in(language: str) -> None:
    """The parts to fill in are those of the English phrases: none is lost, none is misspelt."""
    words, english = words_of(language), _ENGLISH
    assert words.chart is not None and english.chart is not None and len(words.chart.forms) == len(FORMS)
    pairs = [(asdict(words), asdict(english)), (asdict(words.chart), asdict(english.chart))]
    for mine, others in pairs:
        for key, phrase in others.items():
            if isinstance(phrase, str):
                assert mine[key].strip(), key
                assert _parts(mine[key]) == _parts(phrase), key
    assert len({*words.chart.forms}) == len(FORMS)


def _parts(phrase: str) -> set[str]:
    import string

    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


def test_a_tag_means_its_language_and_chinese_its_writing() -> None:
    assert words_of("de-CH") is words_of("DE")
    assert words_of("zh-Hant-HK").continued == words_of("zh-TW").continued == "續"
    assert words_of("zh-CN").continued == words_of("zh-Hans-SG").continued == "续"
    assert words_of("sw-KE") is words_of("") is NEUTRAL


def test_one_row_is_no_rows_in_english() -> None:
    assert table_size(1, 11, "en") == "Table: 1 row, 11 columns."
    assert table_size(11, 1, "en-US") == "Table: 11 rows, 1 column."


@pytest.mark.parametrize("language", sorted(_LANGUAGES))
def test_every_language_says_what_stands_round_a_speakers_words(language: str) -> None:
    mine, english = asdict(talk_words_of(language)), asdict(talk_words_of("en"))
    assert talk_words_of(language) is not TALK_NEUTRAL
    for key, phrase in english.items():
        assert mine[key].strip() and _parts(mine[key]) == _parts(phrase), key


def test_minutes_have_the_marks_of_their_language() -> None:
    assert said_minutes(2.5, "de") == "2,5\u00a0min"
    assert said_minutes(12, "ar", estimated=True) == "≈\u00a012\u00a0د"
    assert said_minutes(0.25, "sw") == "0.25\u00a0min"
