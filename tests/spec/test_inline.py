"""Texts as slots take them: line breaks, links, marks, and the exact place of what is wrong."""

from __future__ import annotations

import sys

import pytest

from tests.spec.reading import codes, inline, marked, said


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("value: A school trust", "A school trust"),
        ("value: 'A *school* **trust**'", "A <i>school</i> <b>trust</b>"),
        ('value: "**‘a’** and [b](https://x.org)"', "<b>‘a’</b> and <a https://x.org>b</a>"),
        ("value: no", "no"),
        ("value: 1.20", "1.20"),
        ("value: 12:30", "12:30"),
        ("value: 2026-11-24", "2026-11-24"),
        ("value: a b", "a b"),
        ("value: A * B and 2^10 ~5 a_b_c", "A * B and 2^10 ~5 a_b_c"),
        ("value: '<b> &amp; `c` # d'", "<b> &amp; `c` # d"),
    ],
)
def test_a_text_keeps_its_characters(yaml: str, expected: str) -> None:
    text, diags = inline(yaml)
    assert marked(text) == expected
    assert not said(diags)


@pytest.mark.parametrize(
    ("yaml", "runs"),
    [
        ("value: |\n  one\n  two\n", ["one", "\n", "two"]),
        ("value: |\n  one  \n  two\\\n  three\n", ["one", "\n", "two", "\n", "three"]),
        ("value: >\n  one\n  two\n", ["one two"]),
        ("value: one\n  two\n", ["one two"]),
        ('value: "one\\ntwo"\n', ["one", "\n", "two"]),
        ("value: |\n  *one\n  two*\n", ["one", "\n", "two"]),
        ("value: |\n\n  one\n\n\n", ["one"]),
    ],
)
def test_a_newline_that_yaml_keeps_is_a_line_break(yaml: str, runs: list[str]) -> None:
    text, _ = inline(yaml)
    assert text is not None
    assert [run.text for run in text.runs] == runs


def test_a_line_break_has_no_look() -> None:
    text, _ = inline("value: |\n  **one\n  two**\n")
    assert text is not None
    assert [(run.text, run.bold) for run in text.runs] == [("one", True), ("\n", False), ("two", True)]


def test_a_text_knows_its_place() -> None:
    text, _ = inline("kind: points\nvalue: one\n")
    assert text is not None
    assert str(text.span) == "slides/a.yaml:2:8"


@pytest.mark.parametrize("yaml", ["value: ''", "value: '  '", 'value: "\\n"', "value: |\n\n"])
def test_an_empty_text_is_refused(yaml: str) -> None:
    text, diags = inline(yaml)
    assert text is None
    assert codes(diags) == ["1:8 empty"]


def test_a_link_to_come_is_set_plain_and_warned_of_where_it_stands() -> None:
    text, diags = inline("value: See [this]() now")
    assert marked(text) == "See <a >this</a> now"
    assert said(diags) == [
        "warning 1:17 link-without-address: this link has no address yet; it is set as plain text"
        " (put the address between the round brackets)"
    ]


@pytest.mark.parametrize(
    ("yaml", "where"),
    [
        ("value: '[a](javascript:alert(1))'", "1:13"),
        ("value: |\n  first\n  [a](file:///etc/passwd) b\n", "3:7"),
        ("value: >-\n  first\n  [a](data:x) b\n", "3:7"),
    ],
)
def test_a_bad_address_is_an_error_where_it_stands(yaml: str, where: str) -> None:
    text, diags = inline(yaml)
    assert text is None
    assert codes(diags) == [f"{where} bad-link"]


def test_a_link_without_text_is_an_error() -> None:
    text, diags = inline("value: 'a [](https://x.org)'")
    assert text is None
    assert codes(diags) == ["1:11 link-without-text"]


def test_marks_are_mended_over_the_runs_of_a_text() -> None:
    text, _ = inline("value: |\n  \"**Our 'Joining a Trust'** short reads\" - values, pp. *351*-393\n")
    assert marked(text) == "“<b>Our ‘Joining a Trust’</b> short reads” – values, pp. <i>351</i>–393"


def test_marks_stay_where_the_deck_keeps_them() -> None:
    text, _ = inline('value: |\n  "Our" - 2013-14\n', mend=False)
    assert marked(text) == '"Our" - 2013-14'


def test_addresses_are_never_mended() -> None:
    text, _ = inline("value: \"It's [here](https://x.org/2013-14?q='a')\"")
    assert marked(text) == "It’s <a https://x.org/2013-14?q='a'>here</a>"


def test_a_control_character_is_an_error() -> None:
    text, diags = inline('value: "a\\x7fb"')
    assert text is None
    assert codes(diags)[-1] == "1:8 control-character"


def test_a_text_of_absurd_length_is_refused_quickly() -> None:
    text, diags = inline("value: " + "*a [b](" * 10_000)
    assert text is None
    assert codes(diags) == ["1:8 text-too-long"]


@pytest.mark.parametrize(
    "unit", [" ", "'", '"', "a ", "12-13 ", "a a ", "\n  ", " ,", "www.a.b ' ", "{{ a }} ", "{{ ", "-", "'x@"]
)
def test_time_grows_with_length(unit: str) -> None:
    import time

    started = time.process_time()
    inline("value: |\n  a" + unit * (15_000 // len(unit)) + "b\n", {"a": "b"})
    assert time.process_time() - started < 2


def test_nothing_heavy_is_imported_for_markup() -> None:
    inline("value: '**a** [b](https://x.org)'")
    import subprocess

    script = (
        "import sys; from deckgen.spec.markdown import parse_markdown; parse_markdown('**a** “*b*”');"
        "print([m for m in ('markdown_it', 'urllib', 'html', 'dataclasses') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
