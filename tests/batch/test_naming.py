"""Names of rows' files: safe on every disk, and never the same twice."""

from __future__ import annotations

import pytest

from deckgen.batch.naming import LONGEST, Names, Template, safe_name
from deckgen.diagnostics import Diagnostics, Span

HERE = Span("rows.csv", 7, 1, 7, 1)


def filled(text: str, **values: str) -> tuple[str | None, list[str]]:
    diags = Diagnostics()
    return Template(text, Span.of_file("--name")).fill(values, diags, HERE), [one.code for one in diags]


def test_a_name_is_made_of_a_rows_cells() -> None:
    name, said = filled("{{ urn }}-{{ school | slug }}", urn="107123", school="St Mary’s C of E Primary, Café")
    assert (name, said) == ("107123-st-marys-c-of-e-primary-cafe", [])


def test_a_column_that_is_not_there_is_an_error() -> None:
    assert filled("{{ shcool }}", school="Ash") == (None, ["unknown-variable"])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a/b\\c:d", "a-b-c-d"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("con", "con_"),
        ("NUL.txt", "NUL_.txt"),
        ("ends in dots. . ", "ends in dots"),
        (".hidden", "hidden"),
        ("line\nbreak\ttab", "line-break-tab"),
        ("e\u0301", "é"),
        ("???", ""),
        ("a\u202eb", "a-b"),
    ],
)
def test_what_no_disk_takes_is_mended(words: str, name: str) -> None:
    assert safe_name(words) == name.strip(" .-")


def test_a_long_name_is_cut_between_characters() -> None:
    assert safe_name("é" * 200) == "é" * (LONGEST // 2)


def test_a_name_of_signs_alone_is_refused_at_its_row() -> None:
    diags = Diagnostics()
    assert Template("{{ a }}", Span.of_file("x")).fill({"a": "???"}, diags, HERE) is None
    assert [(one.code, one.span) for one in diags] == [("output-name", HERE)]


@pytest.mark.parametrize("cell", ["", "👩", "...", " "])
def test_a_row_that_gives_no_letter_for_its_name_is_refused_at_its_row(cell: str) -> None:
    diags = Diagnostics()
    assert Template("{{ a | slug }}", Span.of_file("x")).fill({"a": cell}, diags, HERE) is None
    (found,) = diags
    assert (found.code, found.span) == ("output-name", HERE) and "{{ a | slug }}" in found.message and found.hint


def test_a_cell_that_a_filter_of_a_name_can_not_take_is_told_at_its_row() -> None:
    diags = Diagnostics()
    assert Template("{{ opened | date: year }}", Span.of_file("x")).fill({"opened": "soon"}, diags, HERE) is None
    (found,) = diags
    assert (found.code, found.span) == ("bad-value", HERE)
    assert [note.span.file for note in found.notes] == ["x"]


def test_a_template_without_words_is_told_at_the_template() -> None:
    diags = Diagnostics()
    assert Template(" ", Span.of_file("--by")).fill({"a": "x"}, diags, HERE) is None
    assert [one.span.file for one in diags] == ["--by"]


def test_names_that_a_disk_takes_for_one_clash() -> None:
    diags, names = Diagnostics(), Names()
    assert names.take("Ash", 2, "rows.csv", diags)
    assert not names.take("aSH", 9, "rows.csv", diags)
    (found,) = diags
    assert (found.span.line, found.notes[0].span.line) == (9, 2)


def test_names_that_are_the_same_as_far_as_they_go_are_told_that_they_are_cut() -> None:
    diags, names = Diagnostics(), Names()
    for line, last in enumerate("ab", 2):
        names.take(safe_name("x" * 200 + last), line, "rows.csv", diags)
    (found,) = diags
    assert found.hint and found.hint.startswith("names are cut after 120 letters: put what differs in each row first")


def test_thousands_of_clashes_are_told_in_a_few_lines() -> None:
    diags, names = Diagnostics(), Names()
    assert sum(names.take("same", line, "rows.csv", diags) for line in range(1, 1000)) == 1
    assert (len(diags), names.clashes) == (5, 998)
