"""Facts: used anywhere, told apart from words, warned of when they have expired."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from deckgen.api import ProjectBuild, open_project
from deckgen.diagnostics import Diagnostics
from deckgen.resolve.facts import read_facts
from deckgen.scene.texts import texts as scene_texts
from deckgen.worlds import MemoryWorld

FACTS = """attendance:
  value: 0.9423
  format: percent:1
  unit: of sessions
  source: "DfE, *Pupil attendance in schools*"
  as_of: 2026-11-14
  expires: 2027-03-31
pupils: 22000
budget: {value: 1250000, format: "currency:GBP", source: Accounts, expires: 2026-08-31}
census: {value: 2026-10-02, format: "date:month"}
"""
SLIDE = 'kind: points\ntitle: "{}"\npoints:\n  - One\n  - Two\n'
DECK = "title: Talk\nbrand: plain\ndate: 2026-11-24\nslides:\n  - use: a\n"
PATH = "assets/data/facts.yaml"


def project(files: dict[str, str], facts: str | None = FACTS, **world: object) -> ProjectBuild:
    given = {"deckgen.yaml": "", "decks/d.yaml": DECK, **({PATH: facts} if facts is not None else {}), **files}
    return open_project(MemoryWorld(given, **world))  # type: ignore[arg-type]


def texts(build: ProjectBuild, deck: str = "d") -> list[str]:
    """Every text of the deck, in reading order."""
    scene = build.compile(deck).scene
    assert scene is not None, told(build.diagnostics)
    return [words for slide in scene.slides for words, _ in scene_texts(slide.nodes)]


def told(diags: Diagnostics) -> list[str]:
    return [f"{one.span} {one.code}: {one.message} ({one.hint})" for one in diags]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{{ fact.attendance }}", "94.2%"),
        ("{{ fact.attendance | percent }}", "94%"),
        ("{{ fact.attendance.value }}", "0.9423"),
        ("{{ fact.attendance.value | number: 2 }}", "0.94"),
        ("{{ fact.attendance.unit | capital }}", "Of sessions"),
        ("{{ fact.attendance.source }}", "DfE, *Pupil attendance in schools*"),
        ("{{ fact.attendance.as_of }}", "14 November 2026"),
        ("{{ fact.attendance.as_of | date: short }}", "14 Nov 2026"),
        ("{{ fact.attendance.expires }}", "31 March 2027"),
        ("{{ fact.pupils }}", "22000"),
        ("{{ fact.pupils | number }}", "22,000"),
        ("{{ fact.census }}", "October 2026"),
        ("{{ fact.census | date }}", "2 October 2026"),
        ("{{ fact.pupils.note | default: none }}", "none"),
    ],
)
def test_a_fact_is_shown_as_it_is_asked_for(written: str, shown: str) -> None:
    build = project({"slides/a.yaml": SLIDE.format(written)})
    assert texts(build)[0] == shown
    assert not told(build.diagnostics)


def test_facts_are_shown_in_the_decks_language() -> None:
    files = {"slides/a.yaml": SLIDE.format("{{ fact.attendance }}, {{ fact.attendance.as_of }}")}
    build = project({**files, "decks/d.yaml": DECK + "language: cy\n"})
    assert texts(build)[0] == "94.2%, 14 Tachwedd 2026"
    build = project({**files, "decks/d.yaml": DECK + "language: de\n"})
    assert texts(build)[0] == "94,2\u00a0%, 14. November 2026"


def test_a_fact_may_stand_in_the_decks_title_footer_sections_notes_and_variables() -> None:
    deck = (
        'title: "{{ fact.pupils | number }} pupils"\nbrand: plain\ndate: 2026-11-24\nfooter: "{{ fact.attendance }}"\n'
        'vars: {share: "{{ fact.attendance }} of all"}\n'
        'slides:\n  - section: "{{ fact.pupils }}"\n  - use: a\n'
    )
    build = project(
        {"decks/d.yaml": deck, "slides/a.yaml": SLIDE.format("{{ share }}") + 'notes: "{{ fact.pupils }}"\n'}
    )
    scene = build.compile("d").scene
    assert scene is not None and not told(build.diagnostics)
    assert scene.title == "22,000 pupils"
    [made] = scene.slides
    assert (made.footer, made.section) == ("94.2%", "22000")
    assert texts(build)[0] == "94.2% of all"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{{ fact.atendance }}", 'unknown-fact: there is no fact "atendance" (did you mean "fact.attendance"?)'),
        (
            "{{ fact.attendance.sorce }}",
            'unknown-fact: there is no fact "attendance.sorce" (did you mean "fact.attendance.source"?)',
        ),
        ("{{ fact.pupils | date }}", "bad-value: "),
    ],
)
def test_what_is_not_there_is_said_with_what_is(written: str, expected: str) -> None:
    build = project({"slides/a.yaml": SLIDE.format(written)})
    assert build.compile("d").data is None
    [said] = told(build.diagnostics)
    assert said.startswith(f"slides/a.yaml:2:9 {expected}")


def test_without_a_file_the_hint_says_where_facts_stand() -> None:
    build = project({"slides/a.yaml": SLIDE.format("{{ fact.attendance }}")}, facts=None)
    build.compile("d")
    [said] = told(build.diagnostics)
    assert "assets/data/facts.yaml" in said


def test_an_expired_fact_is_a_warning_where_it_is_used_with_a_note_where_it_stands() -> None:
    build = project({"slides/a.yaml": SLIDE.format("Ours: {{ fact.budget }}")})
    assert build.compile("d").data is not None
    [found] = build.diagnostics.warnings
    assert (str(found.span), found.code) == ("slides/a.yaml:2:15", "expired-fact")
    assert [str(note.span) for note in found.notes] == [f"{PATH}:9:1"]


def test_the_source_of_an_expired_fact_may_be_named() -> None:
    build = project({"slides/a.yaml": SLIDE.format("{{ fact.budget.source }} to {{ fact.budget.expires }}")})
    build.compile("d")
    assert not told(build.diagnostics)


@pytest.mark.parametrize(
    ("day", "epoch", "today", "warned"),
    [
        ("date: 2026-08-31\n", None, date(2030, 1, 1), False),
        ("date: 2026-09-01\n", 0, date(2000, 1, 1), True),
        ("", 0, date(2030, 1, 1), False),
        ("", 1_800_000_000, date(2000, 1, 1), True),
        ("", None, date(2026, 8, 31), False),
        ("", None, date(2026, 9, 1), True),
    ],
)
def test_the_day_is_the_decks_else_the_builds(day: str, epoch: int | None, today: date, warned: bool) -> None:
    deck = DECK.replace("date: 2026-11-24\n", day)
    build = project(
        {"decks/d.yaml": deck, "slides/a.yaml": SLIDE.format("{{ fact.budget }}")}, epoch=epoch, today=today
    )
    build.compile("d")
    assert bool(build.diagnostics.warnings) is warned


def test_a_slide_of_two_decks_is_warned_of_in_the_one_where_a_fact_has_expired() -> None:
    early = DECK.replace("2026-11-24", "2026-08-01")
    build = project({"slides/a.yaml": SLIDE.format("{{ fact.budget }}"), "decks/c.yaml": early})
    build.compile("c")
    assert not told(build.diagnostics)
    build.compile("d")
    assert [one.code for one in build.diagnostics] == ["expired-fact"]


def test_the_file_counts_as_an_input_of_the_decks_that_use_it_alone() -> None:
    files = {"slides/a.yaml": SLIDE.format("{{ fact.pupils }}"), "slides/b.yaml": SLIDE.format("None")}
    build = project({**files, "decks/c.yaml": DECK, "decks/e.yaml": DECK.replace("use: a", "use: b")})
    used = {deck: PATH in build.compile(deck).files for deck in ("c", "d", "e")}
    assert used == {"c": True, "d": True, "e": False}
    assert PATH in build.inputs(build.compile("d"))


def test_a_mistake_in_the_file_is_said_to_every_deck_that_uses_it() -> None:
    files = {"slides/a.yaml": SLIDE.format("{{ fact.pupils }}"), "decks/c.yaml": DECK}
    build = project(files, facts="pupils: 3\nother: {valu: 3}\n")
    assert build.compile("c").data is None
    assert build.compile("d").data is None
    assert [one.code for one in build.diagnostics] == ["unknown-key"]


def test_a_broken_fact_is_reported_once_where_it_stands() -> None:
    build = project(
        {"slides/a.yaml": SLIDE.format("{{ fact.a | percent }}, {{ fact.a.source }}")}, facts="a: {value: }\n"
    )
    assert build.compile("d").data is None
    assert [f"{one.span} {one.code}" for one in build.diagnostics] == [f"{PATH}:1:5 missing"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("- a\n", "1:1 wrong-type"),
        ("a: {value: 3, values: 4}\n", "1:15 unknown-key"),
        ("a: {unit: x}\n", "1:4 missing"),
        ("a b: 3\n", "1:1 bad-name"),
        ("a: 3\na: 4\n", "2:1 duplicate-key"),
        ("a: {value: x, format: percent}\n", "1:12 bad-value"),
        ("a: {value: 2026-02-30, format: date}\n", "1:12 bad-value"),
        ("a: {value: 3, format: percents}\n", "1:23 bad-format"),
        ("a: {value: 3, as_of: 24/11/2026}\n", "1:22 bad-date"),
        ("a: {value: 3, as_of: 2026-11-24, expires: 2026-11-23}\n", "1:43 bad-date"),
        ("a: {value: NaN}\n", "1:12 bad-number"),
        ("a: [3]\n", "1:4 wrong-type"),
        ('a: "{{ b }}"\n', "1:4 unknown-variable"),
    ],
)
def test_mistakes_in_the_file_have_their_place(facts: str, expected: str) -> None:
    diags = Diagnostics()
    read_facts(MemoryWorld({PATH: facts}), diags)
    assert [f"{one.span.line}:{one.span.col} {one.code}" for one in diags] == [expected]


CSV = """name,value,unit,source,as_of,expires,format,note
attendance,0.9423,,DfE,2026-11-14,,percent:1,
pupils,22000,,,,,,
"""


def test_facts_may_stand_in_a_csv_file() -> None:
    files = {"slides/a.yaml": SLIDE.format("{{ fact.attendance }}, {{ fact.pupils | number }}")}
    build = project({**files, "assets/data/facts.csv": CSV}, facts=None)
    assert texts(build)[0] == "94.2%, 22,000"
    assert "assets/data/facts.csv" in build.compile("d").files


@pytest.mark.parametrize(
    ("csv", "expected"),
    [
        ("name,valu\na,3\n", "1:6 unknown-column"),
        ("name,unit\na,3\n", "1:1 missing"),
        ("name,value\na,3\na,4\n", "3:1 duplicate-name"),
        ("name,value,as_of\na,3,14.11.2026\n", "2:5 bad-date"),
        ("name,value\na b,3\n", "2:1 bad-name"),
        ("name,value,unit\na,,x\n", "2:1 missing"),
    ],
)
def test_mistakes_in_a_csv_file_have_their_place(csv: str, expected: str) -> None:
    diags = Diagnostics()
    read_facts(MemoryWorld({"assets/data/facts.csv": csv}), diags)
    assert [f"{one.span.line}:{one.span.col} {one.code}" for one in diags] == [expected]


def test_two_files_of_facts_are_one_too_many() -> None:
    diags = Diagnostics()
    read_facts(MemoryWorld({PATH: FACTS, "assets/data/facts.csv": CSV}), diags)
    assert [f"{one.span} {one.code}" for one in diags] == ["assets/data/facts.csv:1:1 two-facts"]


EVIDENCE = (
    "kind: evidence\ntitle: Attendance\ncontext: '{{ fact.attendance }} and {{ fact.budget.value }}'\n"
    "finding: It was {{ fact.attendance }}\nsource: facts\n"
)


def test_a_source_line_can_be_written_from_the_facts() -> None:
    build = project({"slides/a.yaml": EVIDENCE}, FACTS.replace("2026-08-31", "2027-08-31"))
    assert texts(build)[-1] == "DfE, *Pupil attendance in schools* (14 November 2026); Accounts"
    assert not told(build.diagnostics)


def test_quotes_keep_the_word_facts() -> None:
    build = project({"slides/a.yaml": EVIDENCE.replace("source: facts", 'source: "facts"')})
    assert texts(build)[-1] == "facts"


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("kind: evidence\ntitle: A\nfinding: B\nsource: facts\n", "slides/a.yaml:4:9 no-facts"),
        ("kind: evidence\ntitle: A\nfinding: '{{ fact.pupils }}'\nsource: facts\n", "slides/a.yaml:4:9 no-source"),
    ],
)
def test_a_source_line_without_sources_is_refused(yaml: str, expected: str) -> None:
    build = project({"slides/a.yaml": yaml})
    assert build.compile("d").data is None
    assert [f"{one.span} {one.code}" for one in build.diagnostics] == [expected]


def test_facts_of_slides_that_no_deck_uses_are_known_too() -> None:
    build = project({"slides/a.yaml": SLIDE.format("A"), "slides/b.yaml": SLIDE.format("{{ fact.pupil }} {{ who }}")})
    build.check()
    assert [f"{one.span} {one.code}" for one in build.diagnostics] == ["slides/b.yaml:2:9 unknown-fact"]


def test_a_fact_can_not_be_set_from_outside() -> None:
    world = MemoryWorld({"decks/d.yaml": DECK, "slides/a.yaml": SLIDE.format("{{ fact.pupils }}"), PATH: FACTS})
    build = open_project(world, settings={"fact.pupils": "9"})
    assert build.compile("d").data is None
    assert [one.code for one in build.diagnostics] == ["bad-name"]


def test_the_pages_example_is_a_file_of_facts() -> None:
    page = (Path(__file__).parents[2] / "docs/data.md").read_text(encoding="utf-8")
    [example] = [e for e in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "as_of" in e]
    diags = Diagnostics()
    found = read_facts(MemoryWorld({PATH: example}), diags)
    assert found is not None and not told(diags)
    assert found.facts["attendance"].shown("en-GB") == "94.2%"


def test_where_no_fact_can_stand_that_is_said() -> None:
    deck = DECK + 'speaker: {name: "{{ fact.pupils }}"}\n'
    build = project({"decks/d.yaml": deck, "slides/a.yaml": SLIDE.format("A")})
    assert build.compile("d").data is None
    [said] = told(build.diagnostics)
    assert said.startswith("decks/d.yaml:6:17 unknown-fact: no fact can stand here")


def test_files_of_data_are_inputs_of_every_deck_that_shows_them() -> None:
    slide = "kind: table\ntitle: Reading\ndata: assets/data/r.csv\n"
    files = {"slides/a.yaml": slide, "assets/data/r.csv": "School,2026\nFell,0.7\n", "decks/c.yaml": DECK}
    build = project(files, facts=None)
    for deck in ("c", "d"):
        compiled = build.compile(deck)
        assert compiled.data is not None, told(build.diagnostics)
        assert "assets/data/r.csv" in compiled.files
