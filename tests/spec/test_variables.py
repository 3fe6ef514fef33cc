"""`{{ name }}`: values are words, mistakes have their exact place."""

from __future__ import annotations

import pytest

from deckgen.spec.filters import FILTERS
from deckgen.spec.variables import AnyVariables
from tests.spec.reading import codes, inline, marked, said

NAMES = {
    "group": "school",
    "group_name": "school",
    "speaker.name": "Leora Cruddas CBE",
    "n": "22000",
    "share": "0.875",
    "day": "2026-11-24",
    "british": "03/04/2026",
    "american": "11/14/2026",
    "young": "14/11/87",
    "spoken": "Saturday 14th November 2026",
    "moment": "2026-11-14 09:30:00",
    "empty": "",
    "gone": "#N/A",
    "dots": "..",
    "sly": "*a* [b](https://evil.example) ^c^ {{ group }}",
    "url": "https://x.org/a b",
    "q": "a&b=c/d",
    "lines": "one\ntwo",
    "row.name": "St Mary",
}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("For {{ group }}s", "For schools"),
        ("{{group}}", "school"),
        ("{{ speaker.name }}", "Leora Cruddas CBE"),
        ("**{{ group }}** and *{{ group }}*", "<b>school</b> and <i>school</i>"),
        ("{{ n | number }}", "22,000"),
        ("{{ n | number: 1 }}", "22,000.0"),
        ("{{ share | percent }}", "88%"),
        ("{{ share | percent: 1 }}", "87.5%"),
        ("{{ day | date }}", "24 November 2026"),
        ("{{ day | date: short }}", "24 Nov 2026"),
        ("{{ day | date: month }}", "November 2026"),
        ("{{ day | date: year }}", "2026"),
        ("{{ british | date }}", "3 April 2026"),
        ("{{ spoken | date: short }}", "14 Nov 2026"),
        ("{{ moment | date }}", "14 November 2026"),
        ("{{ group | capital }}", "School"),
        ("{{ row.name | upper | lower }}", "st mary"),
        ("{{ empty | default: colleague }}", "colleague"),
        ('{{ nobody | default: "a | b" }}', "a | b"),
        ("{{ group | default: colleague | title }}", "School"),
        ("{{ empty | or: group }}", "school"),
        ("{{ group | or: empty }}", "school"),
        ("{{ empty | or: empty | default: colleague }}", "colleague"),
        ("{{ empty | or: row.name | upper }}", "ST MARY"),
        ("{{ empty | percent | default: not published }}", "not published"),
        ("{{ gone | percent: 1 | default: not published }}", "not published"),
        ("{{ dots | number | or: n }}", "22000"),
        ("{{ gone | default: not published }}", "not published"),
        ("{{ gone | or: group }}", "school"),
        ("{{ share | percent | default: not published }}", "88%"),
        (r"\{{ group }}", "{{ group }}"),
        ("{ a } b } {", "{ a } b } {"),
    ],
)
def test_values_and_filters(written: str, expected: str) -> None:
    text, diags = inline(f"value: |\n  {written}\n", NAMES)
    assert marked(text) == expected
    assert not said(diags)


def test_a_value_never_becomes_markup() -> None:
    text, _ = inline("value: |\n  *{{ sly }}*\n", NAMES)
    assert marked(text) == "<i>*a* [b](https://evil.example) ^c^ {{ group }}</i>"


def test_lines_of_a_value_are_lines() -> None:
    text, _ = inline("value: '**{{ lines }}**'", NAMES)
    assert marked(text) == "<b>one</b>\n<b>two</b>"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[a]({{ url }})", "https://x.org/a%20b"),
        ("[a](https://x.org/{{ q }})", "https://x.org/a%26b%3Dc%2Fd"),
        ("[a](https://x.org?who={{ speaker.name }}&x=1)", "https://x.org?who=Leora%20Cruddas%20CBE&x=1"),
        ("[a](mailto:{{ group }}@x.org)", "mailto:school@x.org"),
    ],
)
def test_values_in_addresses_are_encoded(written: str, expected: str) -> None:
    variables = {**NAMES, "url": "https://x.org/a%20b"}
    text, _ = inline(f"value: |\n  {written}\n", variables)
    assert text is not None
    assert text.runs[0].link == expected


def test_a_value_can_not_choose_a_scheme() -> None:
    text, diags = inline("value: '[a]({{ x }})'", {"x": "javascript:alert(1)"})
    assert text is None
    assert codes(diags) == ["1:13 bad-link"]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("value: For {{ grup }}", 'error 1:12 unknown-variable: there is no variable "grup" (did you mean "group"?)'),
        ("value: |\n  {{ group }}\n  and {{ zzz }}\n", 'error 3:7 unknown-variable: there is no variable "zzz"'),
        ("value: '{{ group }} {{ grup }} {{ grup }}'", "error 1:21 unknown-variable"),
        (
            "value: '{{ group | upprr }}'",
            'error 1:9 unknown-filter: there is no filter "upprr" (did you mean "upper"?)',
        ),
        (
            "value: '{{ group | number }}'",
            'error 1:9 bad-value: the filter "number" can\'t be used here: "school" is no number',
        ),
        ("value: '{{ n | number: two }}'", "error 1:9 bad-value"),
        (
            "value: '{{ gone }}'",
            'error 1:9 bad-value: "gone" is #N/A, as a workbook shows that a formula has failed (empty its cell',
        ),
        (
            "value: '{{ gone | percent }}'",
            'error 1:9 bad-value: the filter "percent" can\'t be used here: "#N/A" is no number (where a value may be '
            "missing, say last what stands there: | percent | default: not known)",
        ),
        (
            "value: '{{ group | percent | default: not known }}'",
            'error 1:9 bad-value: the filter "percent" can\'t be used here: "school" is no number (change the value, '
            "or empty it: the words of its default stand there then)",
        ),
        (
            "value: '{{ empty | default: none yet | number }}'",
            'error 1:9 bad-value: the filter "number" can\'t be used here: "none yet" is no number (where a value may',
        ),
        (
            "value: '{{ Group name | title }}'",
            'error 1:9 bad-variable: "Group name | title" is not a variable (write {{ group_name | title }})',
        ),
        (
            "value: '{{ Group Name }}'",
            'error 1:9 bad-variable: "Group Name" is not a variable (write {{ group_name }})',
        ),
        ("value: '{{ group | date }}'", "error 1:9 bad-value"),
        ("value: '{{ day | date: long ago }}'", "error 1:9 bad-value"),
        ("value: '{{ american | date }}'", "error 1:9 bad-value"),
        ("value: '{{ young | date }}'", "error 1:9 bad-value"),
        ("value: '{{ n | default }}'", "error 1:9 bad-value"),
        ("value: '{{ empty | or }}'", "error 1:9 bad-value: this filter takes the name of another variable"),
        ("value: '{{ empty | or: a school }}'", "error 1:9 bad-value"),
        (
            "value: '{{ group | or: grup }}'",
            'error 1:9 unknown-variable: there is no variable "grup" (did you mean "group"?)',
        ),
        ("value: '{{ 1 + 2 }}'", 'error 1:9 bad-variable: "1 + 2" is not a variable'),
        ("value: \"{{ a.__class__('x') }}\"", "error 1:9 bad-variable"),
        ("value: '{{ }}'", "error 1:9 bad-variable: no name is between"),
        ("value: '{{ group } and more'", "error 1:9 bad-variable: these braces open nothing"),
        ("value: '{{ group }} and { group }}'", "error 1:33 bad-variable: these braces close nothing"),
        ("value: a { group }} b", "error 1:18 bad-variable: these braces close nothing"),
        ("value: '{{group {{ group }} b'", "error 1:9 bad-variable: these braces open nothing"),
        ("value: '\\{{ a }} b }}'", "error 1:20 bad-variable: these braces close nothing"),
        ("value: 'For {{ zzz }}'", 'error 1:13 unknown-variable: there is no variable "zzz" (give it a value under'),
    ],
)
def test_mistakes_have_their_place(yaml: str, expected: str) -> None:
    text, diags = inline(yaml, NAMES)
    assert text is None
    assert said(diags)[0].startswith(expected)


def test_a_default_for_a_name_in_other_capitals_is_told() -> None:
    text, diags = inline("value: '{{ Group | default: all }}'", NAMES)
    assert marked(text) == "all"
    assert said(diags) == [
        'warning 1:9 unknown-variable: there is no variable "Group", so the words of its default stand here in every '
        'deck (did you mean "group"?)'
    ]


def test_all_mistakes_of_a_text_are_said() -> None:
    _, diags = inline("value: 'a {{ x }} b {{ y }} [c](file:d)'", NAMES)
    assert codes(diags) == ["1:11 unknown-variable", "1:21 unknown-variable", "1:33 bad-link"]


def test_a_link_whose_variable_is_wrong_is_told_once() -> None:
    _, diags = inline("value: '[c]({{ x }})'")
    assert codes(diags) == ["1:13 unknown-variable"]


def test_a_text_that_its_variables_leave_empty_is_refused() -> None:
    _, diags = inline("value: '{{ empty }}'", NAMES)
    assert said(diags) == [
        "error 1:8 empty: this text is empty, for its variables are "
        "(say what stands here then: {{ name | default: … }})"
    ]


def test_a_value_has_a_largest_size() -> None:
    text, diags = inline("value: 'a {{ x }}'", {"x": "a" * 10_001})
    assert text is None
    assert codes(diags) == ["1:11 value-too-long"]


def test_a_value_with_a_control_character_is_refused() -> None:
    text, diags = inline("value: 'a {{ x }}'", {"x": "\x07"})
    assert text is None
    assert codes(diags) == ["1:8 control-character"]


def test_without_the_source_a_mistake_stands_at_its_text() -> None:
    _, diags = inline('value: "a\\u0020{{ x }}"')
    assert codes(diags) == ["1:16 unknown-variable"]


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_every_filter_is_documented(name: str) -> None:
    assert (FILTERS[name].__doc__ or "").strip()


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("22000", None, "22,000"),
        ("1234.50", None, "1,234.5"),
        ("-3", None, "−3"),
        ("0.1", None, "0.1"),
        ("1,234", "0", "1,234"),
    ],
)
def test_numbers(value: str, places: str | None, expected: str) -> None:
    assert FILTERS["number"](value, places, "en-GB") == expected


def test_titles_keep_apostrophes() -> None:
    assert FILTERS["title"]("st mary's governing board", None, "en-GB") == "St Mary's Governing Board"


def test_any_variable_stands_for_itself() -> None:
    text, diags = inline("value: '{{ a }} {{ n | number }} {{ row.day | date | upper }}'", AnyVariables())
    assert marked(text) == "a n ROW.DAY"
    assert not said(diags)
    assert marked(inline("value: '{{ a | or: b }}'", AnyVariables())[0]) == "a"
    assert codes(inline("value: '{{ a | uppper }}'", AnyVariables())[1]) == ["1:9 unknown-filter"]
