"""Running orders: who sees what, in which order, under which id."""

from __future__ import annotations

import pytest

from tests.resolve.projects import HEAD, POINTS, STATEMENT, deck, resolved

AUDIENCES = HEAD + "audiences:\n  governors: {label: Governing boards}\n  parents:\n"


def ids(slides: str, audience: str = "full", head: str = AUDIENCES, **files: str) -> list[str]:
    found, lines = resolved(deck(slides, head, **{"a": POINTS, "b": STATEMENT, **files}), audience)
    assert not lines
    assert found is not None
    return [slide.id for slide in found.slides]


def lines_of(slides: str, audience: str = "full", head: str = AUDIENCES, **files: str) -> list[str]:
    return resolved(deck(slides, head, **{"a": POINTS, "b": STATEMENT, **files}), audience)[1]


def test_slides_stand_in_the_decks_order() -> None:
    assert ids("  - use: b\n  - use: a\n  - {kind: statement, id: c, title: A, text: B}\n") == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("full", ["a", "c"]),
        ("governors", ["a", "b"]),
        ("parents", ["c"]),
    ],
)
def test_only_and_except(audience: str, expected: list[str]) -> None:
    order = (
        "  - {use: a, except: [parents]}\n  - {use: b, only: governors}\n"
        "  - {kind: statement, id: c, title: A, text: B, only: [full, parents]}\n"
    )
    assert ids(order, audience) == expected


def test_a_slide_used_twice_has_an_id_for_each_use() -> None:
    assert ids("  - use: a\n  - {use: a, id: again}\n") == ["a", "again"]


def test_slides_without_an_id_are_numbered_by_kind() -> None:
    inline = "  - {kind: statement, title: A, text: B}\n"
    assert ids(inline * 3) == ["statement", "statement-2", "statement-3"]
    assert ids(f"{inline}  - {{use: a, id: statement-2}}\n{inline}") == ["statement", "statement-2", "statement-3"]


def test_sections_stand_on_the_slides() -> None:
    order = "  - use: a\n  - section: One\n  - use: b\n  - {use: a, id: c}\n  - section: Two\n  - {use: b, id: d}\n"
    found, _ = resolved(deck(order, a=POINTS, b=STATEMENT))
    assert found is not None
    assert [slide.section for slide in found.slides] == [None, "One", "One", "Two"]


def test_a_section_that_nobody_is_left_in_is_gone() -> None:
    order = "  - section: One\n  - {use: a, only: [governors]}\n  - section: '{{ audience.name }}'\n  - use: b\n"
    found, _ = resolved(deck(order, AUDIENCES, a=POINTS, b=STATEMENT), "parents")
    assert found is not None
    assert [(slide.id, slide.section) for slide in found.slides] == [("b", "parents")]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("  - a\n", '7:5 no-slide: an entry of the running order is a mapping, not "a" (write - use: a)'),
        ("  - A title\n", '7:5 no-slide: an entry of the running order is a mapping, not "A title" (write "- use: a-'),
        ("  - title: A\n", "7:5 no-slide: this entry names no slide"),
        ("  - use: c\n", '7:10 unknown-slide: there is no slide "c" (known here: a, b, folder/deep)'),
        ("  - use: folder/dep\n", '7:10 unknown-slide: there is no slide "folder/dep" (did you mean "folder/deep"?)'),
        (
            "  - use: slides/a.yaml\n",
            '7:10 unknown-slide: there is no slide "slides/a.yaml" (write "a": the path below ',
        ),
        ("  - use: ../a\n", '7:10 unknown-slide: there is no slide "../a"'),
        (
            "  - {use: a, title: B}\n",
            '7:14 unknown-key: a running-order entry has no "title" (a slot of the slide goes '
            'under "with:": {title: …})',
        ),
        (
            "  - {use: a, onyl: [parents]}\n",
            '7:14 unknown-key: a running-order entry has no "onyl" (did you mean "only"?)',
        ),
        (
            "  - {use: a, kind: points}\n",
            '7:14 unknown-key: a running-order entry has no "kind" (an entry uses a slide, '
            "or is one with its kind, or begins a section)",
        ),
        ("  - {use: a, with: [b]}\n", "7:20 wrong-type: slots are a mapping"),
        ("  - {use: a, with: {notes: b}}\n", '7:21 reserved-key: "notes" can\'t stand in "with"'),
        ("  - {use: a, variants: {parents: {kind: quote}}}\n", '7:35 reserved-key: "kind" can\'t stand in a variant ('),
        ("  - {use: a, variants: {parents: b}}\n", '7:34 wrong-type: under "parents" stand slots, not "b"'),
        ("  - {use: a, variants: {full: {title: b}}}\n", '7:25 reserved-name: "full" is the whole deck, which takes'),
        (
            "  - {use: a, variants: {parent: {title: b}}}\n",
            '7:25 unknown-audience: this deck has no audience "parent" (did you mean "parents"?)',
        ),
        (
            "  - use: b\n  - {use: a, only: [govenors]}\n",
            '8:21 unknown-audience: this deck has no audience "govenors" (',
        ),
        ("  - {use: a, except: [x]}\n", '7:23 unknown-audience: this deck has no audience "x"'),
        ("  - {use: a, only: []}\n", "7:20 wrong-count"),
        ("  - {use: a, id: an id}\n", '7:18 bad-name: "an id" can\'t be an id'),
        ("  - {section: A, title: B}\n", '7:18 unknown-key: a running-order entry has no "title"'),
        (
            "  - {kind: statement, title: A, text: B, with: {a: b}}\n",
            '7:42 unknown-key: a slide in a running order has no "with" (write the slots into the slide itself)',
        ),
    ],
)
def test_mistakes_have_their_place(order: str, expected: str) -> None:
    lines = lines_of(order, **{"folder/deep": POINTS})
    assert lines[0].startswith(f"error decks/talk.yaml:{expected}"), lines


def test_two_slides_of_one_id_are_an_error_that_names_both() -> None:
    from deckgen.diagnostics import Diagnostics
    from deckgen.resolve import resolve

    diags = Diagnostics()
    resolve(deck("  - use: a\n  - {use: a, only: [parents]}\n", AUDIENCES, a=POINTS), "talk", "full", diags)
    error = diags.errors[0]
    assert (str(error.span), error.code) == ("decks/talk.yaml:8:11", "duplicate-id")
    assert [str(note.span) for note in error.notes] == ["decks/talk.yaml:7:10"]


def test_an_audience_without_slides_is_an_error() -> None:
    assert lines_of("  - {use: a, only: [governors]}\n", "parents") == [
        'error decks/talk.yaml:7:3 no-slides: no slide is left for the audience "parents" (look at only and except)'
    ]


def test_a_deck_without_slides_is_an_error() -> None:
    assert resolved(deck(" []\n"))[1] == [
        "error decks/talk.yaml:4:2 no-slides: this deck has no slides (add one: - use: a-slide)"
    ]


def test_a_wrong_slide_does_not_hide_the_others() -> None:
    lines = lines_of("  - use: x\n  - b\n  - {use: a, id: a b}\n  - use: y\n")
    assert [line.split()[1] for line in lines] == [
        "decks/talk.yaml:8:5",
        "decks/talk.yaml:9:18",
        "decks/talk.yaml:7:10",
        "decks/talk.yaml:10:10",
    ]
