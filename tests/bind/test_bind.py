"""Binding: kinds, slots, notes, links between slides; everything wrong said in one run."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.bind import BoundDeck
from deckgen.kinds.quote import Quote
from deckgen.resolve import Settings
from tests.resolve.projects import HEAD, POINTS, STATEMENT, bound, deck


def only_slide(slide: str, head: str = HEAD, audience: str = "full", **given: str) -> tuple[Any, list[str]]:
    """The only slide of a deck, bound, and what was said."""
    found, lines = bound(deck("  - use: a\n", head, a=slide), audience, settings=Settings(variables=given))
    assert found is not None
    return found.slides[0] if found.slides else None, lines


def test_a_slide_is_bound_to_its_kind() -> None:
    slide, lines = only_slide(
        "kind: quote\nquotation: |\n  “There is no *trust*\n  more sacred.”\nsource: Kofi Annan\n"
        "minutes: 1.5\nhidden: true\nnotes: |\n  Pause.\n\n  - *Then*\n  - go on\n"
    )
    assert lines == []
    assert isinstance(slide.kind, Quote)
    assert (slide.id, slide.minutes, slide.hidden, str(slide.span)) == ("a", 1.5, True, "slides/a.yaml:1:1")
    assert slide.spec.quotation.plain == "“There is no trust\nmore sacred.”"
    assert [(note.text.plain, note.bullet) for note in slide.notes] == [
        ("Pause.", False),
        ("Then", True),
        ("go on", True),
    ]


def test_a_deck_carries_what_holds_for_all_of_it() -> None:
    head = (
        "title: \"A 'talk'\"\nbrand: plain\nlanguage: en-GB\ndate: 2026-11-24\nminutes: 30\nspeaker: {name: A}\n"
        "audiences: {x: {label: Heads, minutes: 20}}\n"
    )
    uses = ("{use: a, minutes: 2}", "{use: a, id: b, minutes: 0.5}", "{use: a, id: c, hidden: true}")
    order = "".join(f"  - {entry}\n" for entry in ("section: One", *uses))
    found, lines = bound(deck(order, head, a=POINTS + "minutes: 4\n"), "x")
    assert lines == []
    assert isinstance(found, BoundDeck)
    assert (found.id, found.audience, found.label, found.title, found.brand.text) == (
        "talk",
        "x",
        "Heads",
        "A ‘talk’",
        "plain",
    )
    assert (found.minutes, found.total_minutes, found.source) == (20, 2.5, "decks/talk.yaml")
    assert [slide.section for slide in found.slides] == ["One"] * 3


def test_a_deck_whose_slides_say_no_minutes_has_no_sum() -> None:
    found, _ = bound(deck("  - use: a\n", a=POINTS))
    assert found is not None
    assert found.total_minutes is None


def test_variables_are_filled_in() -> None:
    slide, lines = only_slide(
        'kind: statement\ntitle: For {{ audience.label }}\ntext: "{{ group | capital }} {{ n }}"\n'
        "notes: By {{ speaker.name }}\n",
        HEAD + "speaker: {name: A B}\nvars: {group: school}\naudiences: {x: {label: Heads}}\n",
        "x",
        n="3",
    )
    assert lines == []
    assert (slide.spec.title.plain, slide.spec.text.plain, slide.notes[0].text.plain) == (
        "For Heads",
        "School 3",
        "By A B",
    )


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        ("kind: pionts\ntitle: A\n", '1:7 unknown-kind: unknown kind "pionts" (did you mean "points"?)'),
        ("kind:\ntitle: A\n", '1:1 missing: this slide has no "kind"'),
        ("title: A\n", '1:1 missing: this slide has no "kind"'),
        ("[a]\n", "1:1 wrong-type: a slide is a mapping"),
        (
            "kind: statement\ntitel: A\ntext: B\n",
            '2:1 unknown-key: a slide of kind "statement" has no "titel" (did you',
        ),
        (
            "kind: statement\ntext: B\n",
            '1:7 missing: this slide of kind "statement" has no "title" (add "title:" (text))',
        ),
        ("kind: statement\ntitle:\ntext: B\n", '2:1 missing: this slide of kind "statement" has no "title"'),
        ("kind: statement\ntitle: ''\ntext: B\n", "2:8 empty"),
        (
            "kind: statement\ntitle: A\ntext: B\nnotse: C\n",
            '4:1 unknown-key: a slide of kind "statement" has no "notse" (did',
        ),
        ("kind: statement\ntitle: A\ntext: B\nminutes: two\n", "4:10 bad-number"),
        ("kind: statement\ntitle: A\ntext: B\nhidden: yes\n", "4:9 bad-flag"),
        ("kind: statement\ntitle: A\ntext: '[b](slide:zz)'\n", '3:12 bad-link: "slide:zz" names no slide of this deck'),
        ("kind: points\ntitle: A\npoints: [B]\n", "3:9 wrong-count"),
    ],
)
def test_mistakes_have_their_place(slide: str, expected: str) -> None:
    found, lines = only_slide(slide)
    assert found is None
    assert lines[0].startswith(f"error slides/a.yaml:{expected}"), lines


def test_a_slide_with_a_key_of_the_running_order_is_looked_at_nevertheless() -> None:
    _, lines = only_slide("kind: statement\ntitle: A\ntxet: B\nid: C\n")
    assert [line.split("(")[0] for line in lines] == [
        'error slides/a.yaml:4:1 unknown-key: a slide has no "id" ',
        'error slides/a.yaml:3:1 unknown-key: a slide of kind "statement" has no "txet" ',
    ]


def test_everything_wrong_is_said_in_one_run() -> None:
    order = "  - use: a\n  - use: b\n  - use: c\n  - use: d\n"
    _, lines = bound(
        deck(order, a="kind: x\nnotes: '{{ y }}'\n", b="kind: statement\ntitel: A\nminutes: z\n", c=STATEMENT)
    )
    assert [" ".join(line.split()[1:3]) for line in lines] == [
        "decks/talk.yaml:7:10 unknown-slide:",
        "slides/a.yaml:1:7 unknown-kind:",
        "slides/a.yaml:2:9 unknown-variable:",
        "slides/b.yaml:3:10 bad-number:",
        "slides/b.yaml:2:1 unknown-key:",
        "slides/b.yaml:1:7 missing:",
    ]


def test_a_mistake_in_a_variant_stands_in_the_variant() -> None:
    slide = STATEMENT + "variants:\n  x: {title: [A], txt: B}\n"
    _, lines = only_slide(slide, HEAD + "audiences: {x: }\n", "x")
    assert [" ".join(line.split()[1:3]) for line in lines] == [
        "slides/a.yaml:5:19 unknown-key:",
        "slides/a.yaml:5:14 wrong-type:",
    ]


def test_a_link_may_lead_to_a_slide_of_the_deck_by_its_id() -> None:
    order = "  - use: a\n  - {use: b, id: end}\n"
    found, lines = bound(deck(order, a="kind: statement\ntitle: A\ntext: '[b](slide:end)'\n", b=STATEMENT))
    assert lines == []
    assert found is not None
    spec: Any = found.slides[0].spec
    assert spec.text.runs[0].link == "slide:end"


def test_typography_is_the_decks() -> None:
    slide = 'kind: statement\ntitle: "It\'s"\ntext: A - B\n'
    assert only_slide(slide)[0].spec.text.plain == "A – B"
    assert only_slide(slide, HEAD + "typography: keep\n")[0].spec.title.plain == "It's"


def test_advice_is_a_warning() -> None:
    slide, lines = only_slide("kind: section\ntitle: " + "word, " * 20 + "\n")
    assert slide is not None
    assert lines[0].startswith("warning slides/a.yaml:2:8 long-text")


def test_a_slot_taken_away_is_absent() -> None:
    slide, lines = only_slide(POINTS + "source: A\nvariants:\n  x: {source: ~}\n", HEAD + "audiences: {x: }\n", "x")
    assert lines == []
    assert slide.spec.source is None
