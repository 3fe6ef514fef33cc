"""Texts in stretches of one writing system and direction."""

from __future__ import annotations

import pytest

from deckgen.scripts import SYSTEMS, is_plain, writing_of
from deckgen.scripts.itemise import stretches


def parted(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.stop], s.system) for s in stretches(text, writing_of(language))]


def test_an_english_name_in_arabic_is_latin_and_the_brackets_around_it_are_arabic() -> None:
    assert parted("التعليم (Ofsted 2024) هو", "ar") == [
        ("التعليم (", "arabic"),
        ("Ofsted 2024", ""),
        (") هو", "arabic"),
    ]


def test_digits_amid_arabic_are_set_in_its_face() -> None:
    assert [system for _, system in parted("في عام 2024 بدأنا", "ar")] == ["arabic"] * 3


def test_an_arabic_word_in_english_leaves_the_marks_around_it_english() -> None:
    assert parted("They say “مرحبا” here", "en-GB") == [("They say “", ""), ("مرحبا", "arabic"), ("” here", "")]


@pytest.mark.parametrize(
    ("text", "language", "system"),
    [
        ("میں ٹھیک ہوں", "en-GB", "urdu"),
        ("مرحبا", "en-GB", "arabic"),
        ("مرحبا", "ur", "urdu"),
        ("学校", "en-GB", "chinese"),
        ("学校の", "en-GB", "japanese"),
        ("学校", "ja", "japanese"),
        ("학교", "en-GB", "korean"),
        ("שלום", "en-GB", "hebrew"),
        ("विद्यालय", "en-GB", "devanagari"),
    ],
)
def test_letters_tell_their_system_and_the_deck_s_language_settles_doubt(text: str, language: str, system: str) -> None:
    assert {found for part, found in parted(text, language) if part.strip()} == {system}


def test_curly_quotes_amid_chinese_are_as_wide_as_its_signs() -> None:
    assert parted("我们的“学校”在Leeds。", "zh") == [("我们的“学校”在", "chinese"), ("Leeds", ""), ("。", "chinese")]


@pytest.mark.parametrize("text", ["Plain", "Łódź – “quoted”…", "Ελληνικά", "Привет", "5 × 3 ≠ 4"])
def test_latin_greek_and_cyrillic_are_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", ["سلام", "学", "a\u202eb", "\u2067"])
def test_other_text_and_controls_of_direction_are_not_plain(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize(
    ("tag", "language", "system", "rtl"),
    [
        ("en-GB", "en-GB", "", False),
        ("pl", "pl", "", False),
        ("ur", "ur-PK", "urdu", True),
        ("ar-EG", "ar-EG", "arabic", True),
        ("fa", "fa-IR", "arabic", True),
        ("he", "he-IL", "hebrew", True),
        ("zh", "zh-CN", "chinese", False),
        ("zh-Hans", "zh-CN", "chinese", False),
        ("zh-HK", "zh-HK", "chinese-traditional", False),
        ("zh-Hant", "zh-TW", "chinese-traditional", False),
        ("pa", "pa-IN", "gurmukhi", False),
        ("pa-PK", "pa-PK", "urdu", True),
        ("ku-Arab-IQ", "ku-Arab-IQ", "arabic", True),
    ],
)
def test_a_language_says_how_it_is_written(tag: str, language: str, system: str, rtl: bool) -> None:
    found = writing_of(tag)
    assert (found.language, found.system, found.rtl) == (language, system, rtl)


def test_what_stands_in_for_a_system_is_one_and_is_written_alike() -> None:
    for system in SYSTEMS.values():
        assert not system.instead or SYSTEMS[system.instead].rtl == system.rtl
