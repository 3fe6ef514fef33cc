"""Slot types: what they take, what they give, and what they say of everything else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from deckgen.diagnostics import Span
from deckgen.scene import Image
from deckgen.spec.slots import Spec, optional, required
from deckgen.spec.text import Block, Item, Text
from deckgen.spec.types import (
    BodyType,
    ChoiceType,
    DateType,
    EitherType,
    FlagType,
    ItemsType,
    ListOf,
    MapOf,
    NumberType,
    One,
    PictureType,
    TextType,
    VarsType,
    WordType,
)
from deckgen.spec.types.names import IdType, LanguageType
from tests.spec.reading import bound, codes, said


class LinkSpec(Spec):
    """A link for these tests."""

    name = required(TextType())
    note = optional(TextType())


def words(value: Any) -> Any:
    """A bound value in plain words: lists for lists, (text, children) for items with some."""
    match value:
        case Text():
            return value.plain
        case Item():
            return (value.text.plain, words(value.children)) if value.children else value.text.plain
        case Block():
            return f"{'  ' * value.level}{'• ' if value.bullet else ''}{value.text.plain}"
        case tuple():
            return [words(one) for one in value]
        case Spec():
            return {key: words(one) for key, one in value.values.items()}
        case _:
            return value


@pytest.mark.parametrize(
    ("kind", "yaml", "expected"),
    [
        (TextType(), "value: no", "no"),
        (WordType(), "value: '*not* [markup](x)'", "*not* [markup](x)"),
        (WordType(), "value: 1.20", "1.20"),
        (NumberType(), "value: 5", 5),
        (NumberType(0, 100), "value: 2.50", 2.5),
        (NumberType(), "value: -3", -3),
        (FlagType(), "value: true", True),
        (FlagType(), "value: False", False),
        (ChoiceType("left", "right"), "value: left", "left"),
        (DateType(), "value: 2026-11-24", date(2026, 11, 24)),
        (DateType(), "value: '2026-11-24'", date(2026, 11, 24)),
        (
            VarsType(),
            "value: {group: school, yes: no, n: 1.20, empty: }",
            {"group": "school", "yes": "no", "n": "1.20", "empty": ""},
        ),
        (ListOf(TextType(), 2, 3), "value: [a, b]", ["a", "b"]),
        (ListOf(TextType()), "value: a", ["a"]),
        (ListOf(One(LinkSpec)), "value: {name: a}", [{"name": "a"}]),
        (MapOf(NumberType()), "value: {a: 1, b: 2}", {"a": 1, "b": 2}),
        (One(LinkSpec), "value: {name: a, note: ~}", {"name": "a"}),
        (EitherType(TextType(), One(LinkSpec)), "value: a", "a"),
        (EitherType(TextType(), One(LinkSpec)), "value: {name: a}", {"name": "a"}),
        (LanguageType(), "value: en-GB", "en-GB"),
        (LanguageType(), "value: no", "no"),
        (LanguageType(), "value: zh-Hant-TW", "zh-Hant-TW"),
    ],
)
def test_what_types_take(kind: Any, yaml: str, expected: Any) -> None:
    value, diags = bound(kind, yaml)
    assert words(value) == expected
    assert not said(diags)


@pytest.mark.parametrize(
    ("kind", "yaml", "expected"),
    [
        (
            TextType(),
            "value: [a, b]",
            "1:8 wrong-type: a text is wanted here, and square brackets make a list (if they "
            'belong to the words, put it in quotes: "[a, b]")',
        ),
        (TextType(), "value:\n  - a\n  - b", "2:3 wrong-type: a text is wanted here, not a list (write one text"),
        (
            TextType(),
            "value:\n  Trust: what now",
            "2:3 unquoted-colon: a text is wanted here, and the colon makes it a "
            'mapping (put it in quotes: "Trust: what now")',
        ),
        (TextType(), "value: {a: 1, b: 2}", "1:8 wrong-type: a text is wanted here, not a mapping"),
        (TextType(), "value: ~", "1:8 empty: a text is wanted here"),
        (WordType("a name"), "value: ''", "1:8 empty: a name is wanted here"),
        (WordType(), "value: '{{ nobody }}'", "1:9 unknown-variable"),
        (NumberType(), "value: five", '1:8 bad-number: "five" is not a number here (write digits: 5 or 2.5)'),
        (NumberType(), "value: '5'", '1:8 bad-number: "5" is not a number here (write 5, without quotes)'),
        (
            NumberType(),
            "value: 87%",
            '1:8 bad-number: "87%" is not a number here (write 87, without the per cent sign)',
        ),
        (NumberType(), "value: 12:30", "1:8 bad-number"),
        (NumberType(), "value: 0x10", "1:8 bad-number"),
        (NumberType(), "value: 012", "1:8 bad-number"),
        (NumberType(), "value: 1_000", "1:8 bad-number"),
        (NumberType(), "value: '1,000'", "1:8 bad-number"),
        (NumberType(), "value: .inf", "1:8 bad-number"),
        (NumberType(), "value: " + "9" * 5000, "1:8 bad-number"),
        (NumberType(0, 100), "value: 101", "1:8 bad-number: 101 is out of range (wanted is a number from 0 to 100)"),
        (NumberType(0), "value: -1", "1:8 bad-number: -1 is out of range (wanted is a number, 0 or more)"),
        (FlagType(), "value: yes", '1:8 bad-flag: "yes" is neither true nor false (write true, without quotes)'),
        (FlagType(), "value: 'false'", '1:8 bad-flag: "false" is neither true nor false (write false, without quotes)'),
        (FlagType(), "value: 1", '1:8 bad-flag: "1" is neither true nor false (write true or false)'),
        (
            ChoiceType("left", "right"),
            "value: lefft",
            '1:8 bad-choice: "lefft" is not one of: left, right (did you mean "left"?)',
        ),
        (DateType(), "value: 24.11.2026", '1:8 bad-date: "24.11.2026" is not a date (write 2026-11-24)'),
        (DateType(), "value: 2026-13-45", "1:8 bad-date"),
        (VarsType(), "value: [a]", "1:8 wrong-type: variables are a mapping, not a list"),
        (ListOf(TextType(), 2, 3), "value: [a]", "1:8 wrong-count: 1 entry stands here; wanted: at least 2"),
        (ListOf(TextType(), 1, 2), "value: [a, b, c]", "1:8 wrong-count: 3 entries stand here; wanted: at most 2 ("),
        (
            ListOf(TextType(), 2),
            "value: a",
            '1:8 wrong-type: a list is wanted here, not "a" (begin each entry on a line of '
            "its own with a hyphen and a space: - a)",
        ),
        (MapOf(TextType()), "value: a", "1:8 wrong-type: a mapping is wanted here"),
        (One(LinkSpec), "value: a", '1:8 wrong-type: a link is a mapping of keys to values, not "a" (write name: a)'),
        (One(LinkSpec), "value: {nme: a}", '1:9 unknown-key: a link has no "nme" (did you mean "name"?)'),
        (EitherType(TextType(), One(LinkSpec)), "value: {Call us on: 0161}", "1:8 unquoted-colon"),
        (LanguageType(), "value: en_GB", '1:8 bad-language: "en_GB" is not a language tag (write en-GB)'),
        (LanguageType(), "value: en-UK", '1:8 bad-language: "en-UK" is not a language tag (write en-GB)'),
        (LanguageType(), "value: English", "1:8 bad-language"),
        (IdType("an id"), "value: Kofi Annan", '1:8 bad-name: "Kofi Annan" can\'t be an id'),
        (IdType("an id"), "value: a//b", "1:8 bad-name"),
    ],
)
def test_what_types_refuse(kind: Any, yaml: str, expected: str) -> None:
    value, diags = bound(kind, yaml)
    assert value is None
    assert said(diags)[0].startswith(f"error {expected}")


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("value: {my name: a}", "1:9 bad-name: \"my name\" can't be a variable's name"),
        ("value: {a: [b]}", "1:12 wrong-type: a plain value is wanted here"),
        ("value: {a: " + "b" * 10_001 + "}", "1:12 value-too-long"),
    ],
)
def test_a_wrong_variable_is_left_out(yaml: str, expected: str) -> None:
    value, diags = bound(VarsType(), yaml)
    assert value == {}
    assert said(diags)[0].startswith(f"error {expected}")


def test_all_mistakes_of_a_list_are_said() -> None:
    _, diags = bound(ListOf(NumberType(), 1, 2), "value: [a, 1, b]")
    assert codes(diags) == ["1:8 wrong-count", "1:9 bad-number", "1:15 bad-number"]


# Items


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("value: [a, b]", ["a", "b"]),
        ("value:\n  - a\n  - b:\n      - c\n      - d:\n          - e\n", ["a", ("b", ["c", ("d", ["e"])])]),
        ("value:\n  - 'a: b'\n  - no\n", ["a: b", "no"]),
        ("value:\n  - '*a* b':\n    - c\n", [("a b", ["c"])]),
    ],
)
def test_items(yaml: str, expected: list[Any]) -> None:
    value, diags = bound(ItemsType(1, 4), yaml)
    assert words(value) == expected
    assert not said(diags)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            "value:\n  - The trust: what now\n  - b",
            "2:5 unquoted-colon: a text is wanted here, and the colon makes it a "
            'mapping (put it in quotes: "The trust: what now")',
        ),
        ("value:\n  - The trust:\n  - b", "2:5 unquoted-colon"),
        (
            "value:\n  - 'say \"a\"': b\n",
            "2:5 unquoted-colon: a text is wanted here, and the colon makes it a mapping (put "
            "it in quotes: 'say \"a\": b')",
        ),
        ("value:\n  - a: [b]\n    c: d\n", "2:5 wrong-type: an item is a text, or a text with a list below it"),
        ("value:\n  - - a\n    - b\n", "2:5 wrong-type: this list has no item above it"),
        ("value:\n  - a:\n    - b:\n      - c:\n        - d\n", "5:9 too-deep: this list goes too deep"),
        ("value:\n  - a:\n    - b: c\n", "3:7 unquoted-colon"),
        ("value: a", "1:8 wrong-type: a list is wanted here"),
        ("value: []", "1:8 wrong-count: no entries stand here; wanted: at least 1"),
        ("value: [a, ~]", "1:12 empty"),
    ],
)
def test_items_refused(yaml: str, expected: str) -> None:
    value, diags = bound(ItemsType(1, 4), yaml)
    assert value is None
    assert said(diags)[0].startswith(f"error {expected}")


# Bodies


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("value: one", ["one"]),
        ("value: |\n  one\n  goes on\n\n  two\n", ["one goes on", "two"]),
        ("value: |\n  one  \n  breaks\\\n  twice\n", ["one\nbreaks\ntwice"]),
        ("value: >\n  one\n  goes on\n\n  two\n", ["one goes on", "two"]),
        ("value: one\n  goes on\n\n  two\n", ["one goes on", "two"]),
        ("value: [one, two]", ["one", "two"]),
        (
            "value: |\n  one:\n  - a\n  - b\n    goes on\n    - c\n\n  two\n",
            ["one:", "• a", "• b goes on", "  • c", "two"],
        ),
        ("value: |\n  * a\n  * b\n", ["• a", "• b"]),
        ("value: |\n  *a* b\n", ["a b"]),
        (
            "value:\n  - one\n  - [a, b]\n  - two:\n    - c\n    - d: [e]\n",
            ["one", "• a", "• b", "two", "  • c", "  • d", "    • e"],
        ),
        ("value: |\n  - a\n      - b\n          - c\n    - d\n  - e\n", ["• a", "  • b", "    • c", "  • d", "• e"]),
    ],
)
def test_bodies(yaml: str, expected: list[str]) -> None:
    value, diags = bound(BodyType(), yaml)
    assert words(value) == expected
    assert not said(diags)


def test_a_body_counts_its_outermost_paragraphs() -> None:
    assert bound(BodyType(1, 2), "value:\n  - a:\n    - b\n    - c\n")[0] is not None
    assert codes(bound(BodyType(1, 2), "value: |\n  a\n\n  b\n\n  c\n")[1]) == ["1:8 wrong-count"]


def test_all_mistakes_of_a_body_have_their_place() -> None:
    yaml = "value: |\n  a {{ x }}\n\n  b [c](file:d)\n  {{ x }}\n"
    assert codes(bound(BodyType(), yaml)[1]) == [
        "2:5 unknown-variable",
        "5:3 unknown-variable",
        "4:9 bad-link",
    ]


# Pictures

IMAGE = Image("0", "png", 4, 3, b"")


def picture(yaml: str) -> tuple[Any, Any]:
    asked: list[str] = []

    def read(path: str, span: Span, frame: int | None = None) -> Image | None:
        asked.append(f"{span.col} {path}")
        return IMAGE if path == "assets/a.png" else None

    value, diags = bound(PictureType(), yaml, picture=read)
    return value, said(diags) or asked


def test_a_picture_is_read() -> None:
    value, asked = picture("value: {file: assets/a.png, alt: Two children, focus: 60% 20%}")
    assert (value.file, value.image, value.alt, value.decorative, value.focus) == (
        "assets/a.png",
        IMAGE,
        "Two children",
        False,
        (0.6, 0.2),
    )
    assert asked == ["15 assets/a.png"]


def test_a_picture_may_be_decorative() -> None:
    value, _ = picture("value: {file: assets/a.png, decorative: true, focus: top}")
    assert (value.alt, value.decorative, value.focus) == ("", True, (0.5, 0.0))


def test_a_picture_that_is_not_there_is_none() -> None:
    assert picture("value: {file: b.png, alt: a}") == (None, ["15 b.png"])


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("value: assets/a.png", "1:8 alt-text: this picture has no words for those who can't see it (write {file: "),
        ("value: {file: assets/a.png}", "1:8 alt-text"),
        ("value: {file: assets/a.png, alt: a, decorative: true}", "1:34 alt-text: a decorative picture has no"),
        ("value: {file: assets/a.png, alt: a, focus: 120% 0%}", "1:44 bad-focus"),
        ("value: {file: assets/a.png, alt: a, focus: 0.3,0.4}", '1:48 unknown-key: a picture has no "0.4"'),
        ("value: {file: assets/a.png, alt: a, focus: 0.3}", "1:44 bad-focus"),
        ('value: {file: assets/a.png, alt: a, focus: "0.3,1.1"}', "1:44 bad-focus"),
        ("value: {file: assets/a.png, alt: a, fit: cover}", "1:42 bad-choice"),
        ("value: {file: assets/a.png, alt: a, crop: {left: 60, right: 40}}", "1:43 bad-crop"),
        ("value: {file: assets/a.png, alt: a, crop: {left: -1}}", "1:50 bad-number"),
        ("value: {file: assets/a.png, alt: a, frame: 0}", "1:44 bad-number"),
        ("value: {alt: a}", '1:8 missing: this picture has no "file"'),
        ("value: {path: a, alt: b}", '1:9 unknown-key: a picture has no "path"'),
    ],
)
def test_pictures_refused(yaml: str, expected: str) -> None:
    value, lines = picture(yaml)
    assert value is None
    assert lines[0].startswith(f"error {expected}")


# Counting and schemas

ALL = [
    TextType(),
    WordType(),
    NumberType(0, 1),
    FlagType(),
    ChoiceType("a"),
    DateType(),
    VarsType(),
    ItemsType(2, 6),
    BodyType(1, 3),
    ListOf(TextType(), 1, 2),
    MapOf(TextType()),
    One(LinkSpec),
    EitherType(TextType(), One(LinkSpec)),
    PictureType(),
    IdType("an id"),
    LanguageType(),
]


@pytest.mark.parametrize(
    ("kind", "yaml", "expected"),
    [
        (TextType(), "value: '**one** two'", (2, 7)),
        (ItemsType(1), "value:\n  - one two:\n    - three\n", (3, 12)),
        (BodyType(), "value: |\n  one two\n\n  three\n", (3, 12)),
        (ListOf(TextType()), "value: [one, two]", (2, 6)),
        (One(LinkSpec), "value: {name: one, note: two}", (2, 6)),
        (EitherType(TextType(), One(LinkSpec)), "value: {name: one}", (1, 3)),
    ],
)
def test_words_and_characters(kind: Any, yaml: str, expected: tuple[int, int]) -> None:
    assert kind.count(bound(kind, yaml)[0]) == expected


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: type(kind).__name__)
def test_every_type_has_a_name_and_a_schema(kind: Any) -> None:
    assert kind.name
    assert {"type", "anyOf", "enum"} & kind.schema().keys()
