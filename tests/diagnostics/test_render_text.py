"""Diagnostics for people, line by line."""

from __future__ import annotations

import re
import time

from deckgen.diagnostics import NOWHERE, Diagnostics, Note, Span
from deckgen.diagnostics.render_json import as_data
from deckgen.diagnostics.render_text import count_line, render_text
from deckgen.diagnostics.screen import cells, shown

FILE = "slides/revenue.yaml"


def block(text: str, span: Span, *, hint: str | None = None, notes: tuple[Note, ...] = ()) -> list[str]:
    """The lines of one error, without the count below."""
    diags = Diagnostics()
    diags.error("code", span, "message", hint=hint, notes=notes)
    return render_text(diags, {FILE: text}.get).split("\n\n")[0].splitlines()


def at(line: int, col: int, end_col: int, *, end_line: int | None = None) -> Span:
    return Span(FILE, line, col, end_line or line, end_col)


def test_the_house_format() -> None:
    diags = Diagnostics()
    diags.error("unknown-kind", at(2, 7, 16), 'unknown kind "two_colum"', hint='did you mean "two_column"?')
    diags.warning("long-title", at(3, 8, 9), "this title is long")
    assert (
        render_text(diags, {FILE: "# words\nkind: two_colum\ntitle: x\n"}.get)
        == """\
error[unknown-kind]: unknown kind "two_colum"
 --> slides/revenue.yaml:2:7
  |
2 | kind: two_colum
  |       ^^^^^^^^^
  = hint: did you mean "two_column"?

warning[long-title]: this title is long
 --> slides/revenue.yaml:3:8
  |
3 | title: x
  |        ^

1 error, 1 warning
"""
    )


def test_what_is_wrong_with_a_file_is_said_once_with_the_places_that_name_it() -> None:
    diags = Diagnostics()
    for line in (3, 1, 2):
        diags.error("unusable-picture", at(line, 1, 2), "it is damaged", about="a.png")
    diags.error("unusable-picture", at(4, 1, 2), "it is damaged", about="b.png")
    assert render_text(diags, {}.get).splitlines() == [
        "error[unusable-picture]: it is damaged",
        " --> slides/revenue.yaml:1:1",
        "note: it is used here, too",
        " --> slides/revenue.yaml:2:1",
        "note: it is used here, too",
        " --> slides/revenue.yaml:3:1",
        "",
        "error[unusable-picture]: it is damaged",
        " --> slides/revenue.yaml:4:1",
        "",
        "2 errors",
    ]


def test_faults_within_a_file_stay_apart_and_gather_who_shows_it() -> None:
    diags = Diagnostics()
    for line in (1, 2):
        for shown_at in (7, 8):
            note = Note(at(shown_at, 1, 2), "it is shown here")
            diags.error("bad-svg", Span("a.svg", line, 1, line, 2), "a script", notes=(note,), about="a.svg")
    assert [line for line in render_text(diags, {}.get).splitlines() if "-->" in line] == [
        " --> a.svg:1:1",
        " --> slides/revenue.yaml:7:1",
        " --> slides/revenue.yaml:8:1",
        " --> a.svg:2:1",
        " --> slides/revenue.yaml:7:1",
        " --> slides/revenue.yaml:8:1",
    ]


def test_of_many_places_the_first_are_shown_and_the_others_counted() -> None:
    diags = Diagnostics()
    for line in range(1, 1002):
        diags.error("unusable-picture", at(line, 1, 2), "it is damaged", about="a.png")
    said = render_text(diags, {}.get)
    assert said.count("-->") == 6 and "note: and 995 more places\n" in said and said.endswith("\n1 error\n")
    assert len(as_data(diags)["diagnostics"][0]["notes"]) == 1000  # type: ignore[index]


def test_nothing_is_said_of_nothing() -> None:
    assert render_text(Diagnostics(), {}.get) == ""


def test_the_gutter_is_as_wide_as_the_line_number() -> None:
    assert block("\n" * 99 + "abc", at(100, 2, 3)) == [
        "error[code]: message",
        "   --> slides/revenue.yaml:100:2",
        "    |",
        "100 | abc",
        "    |  ^",
    ]


def test_a_note_shows_its_own_place() -> None:
    note = Note(at(1, 1, 6), "first given here")
    assert block("title: a\ntitle: b\n", at(2, 1, 6), hint="keep one", notes=(note,))[5:] == [
        "  = hint: keep one",
        "note: first given here",
        " --> slides/revenue.yaml:1:1",
        "  |",
        "1 | title: a",
        "  | ^^^^^",
    ]


def test_carets_stand_under_wide_and_combining_characters() -> None:
    assert block("日本: e\u0301x y", at(1, 1, 3))[3:] == ["1 | 日本: e\u0301x y", "  | ^^^^"]
    assert block("日本: e\u0301x y", at(1, 5, 8))[3:] == ["1 | 日本: e\u0301x y", "  |       ^^"]
    assert block("😀\u200d😀 z", at(1, 5, 6))[4] == "  |      ^"


def test_tabs_are_shown_as_wide_as_they_are_counted() -> None:
    assert block("a\tb\tc", at(1, 5, 6))[3:] == ["1 | a   b   c", "  |         ^"]
    assert block("\tb", at(1, 1, 2))[3:] == ["1 |     b", "  | ^^^^"]


def test_nothing_that_steers_a_terminal_is_printed() -> None:
    diags = Diagnostics()
    diags.error("code", Span("a\x1b[2J.yaml", 1, 1, 1, 2), "message \x1b]0;x\x07\nforged", hint="\u202eevil \ud800\x9b")
    text = render_text(diags, lambda _: "x\x1b[31m\u2066y\x00\n")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert "error[code]: message ␛]0;x␇␊forged" in text
    assert text.encode()


def test_a_long_line_is_clipped_around_its_place() -> None:
    rows = block("x" * 300 + " HERE " + "y" * 300, at(1, 302, 306))[3:]
    assert rows[0].startswith("1 | … x") and rows[0].endswith("y …") and len(rows[0]) < 115
    start = rows[1].index("^")
    assert rows[0][start : start + 4] == "HERE" and rows[1].count("^") == 4
    assert block("abc " + "y" * 300, at(1, 1, 4))[3].startswith("1 | abc yyy")
    assert block("y" * 300, at(1, 5, 290))[4].count("^") < 110


def test_several_lines_are_clipped() -> None:
    text = "a: |\n  b\n  c\n  d\n"
    assert block(text, at(1, 4, 4, end_line=4))[3:] == ["1 | a: |", "  |    ^", "  | … up to line 4"]
    assert block(text, at(2, 3, 4, end_line=3))[3:] == ["2 |   b", "  |   ^", "3 |   c", "  |   ^"]
    assert block(text, at(1, 4, 1, end_line=2))[3:] == ["1 | a: |", "  |    ^"]


def test_a_place_past_the_end_still_has_a_caret() -> None:
    assert block("ab\n", at(1, 3, 3))[4] == "  |   ^"
    assert block("", at(1, 1, 1))[3:] == ["1 |", "  | ^"]
    assert block("ab\n", at(9, 1, 2)) == ["error[code]: message", " --> slides/revenue.yaml:9:1"]


def test_no_arrow_without_a_file_and_no_excerpt_without_a_text() -> None:
    assert block("", NOWHERE, hint="try this") == ["error[code]: message", "  = hint: try this"]
    assert block("", Span("other.png", 1, 1, 1, 1), hint="try this") == [
        "error[code]: message",
        " --> other.png:1:1",
        "  = hint: try this",
    ]


def test_lines_are_counted_as_editors_count() -> None:
    text = "a: x\u2028y\u0085z\x0c\r\nb: c\rd: e\n"
    assert block(text, at(2, 1, 2))[3] == "2 | b: c"
    assert block(text, at(3, 1, 2))[3] == "3 | d: e"


def test_colour_only_where_asked_and_then_the_same_text() -> None:
    diags = Diagnostics()
    diags.error("code", at(1, 1, 2), "message", hint="hint", notes=(Note(at(1, 1, 2), "note"),))
    plain, painted = (render_text(diags, {FILE: "abc"}.get, color=c) for c in (False, True))
    assert "\x1b" not in plain and "\x1b[1;31m" in painted
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == plain


def test_each_file_is_told_from_its_top_in_the_order_files_were_met() -> None:
    other = Span("decks/talk.yaml", 4, 1, 4, 2)
    diags = Diagnostics()
    for span in (at(3, 5, 6), other, NOWHERE, at(1, 2, 3), at(3, 1, 2)):
        diags.error("code", span, "message")
    arrows = [line.split()[-1] for line in render_text(diags, {}.get).splitlines() if "-->" in line]
    assert arrows == [f"{FILE}:1:2", f"{FILE}:3:1", f"{FILE}:3:5", "decks/talk.yaml:4:1"]


def test_counts_are_in_words() -> None:
    diags = Diagnostics()
    assert count_line(diags) == "no errors"
    diags.warning("code", NOWHERE, "one")
    assert count_line(diags) == "1 warning"
    diags.error("code", NOWHERE, "one")
    diags.error("code", NOWHERE, "two")
    assert count_line(diags) == "2 errors, 1 warning"


def test_many_diagnostics_of_a_large_file_take_little_time() -> None:
    diags = Diagnostics()
    for line in range(1, 501):
        diags.error("code", at(line, 1, 2), "message")
    begun = time.process_time()
    render_text(diags, {FILE: "abc\n" * 100_000}.get)
    assert time.process_time() - begun < 1


def test_widths() -> None:
    assert cells("a\tb日e\u0301\ufe0f") == [1, 3, 1, 2, 1, 0, 0]
    assert shown("a\tb") == "a\tb"
