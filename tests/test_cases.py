"""Every case of tests/cases gives the diagnostics that its head says, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.api import check_project
from deckgen.diagnostics import Diagnostics
from deckgen.load.yaml import load_yaml
from tests.support.cases import ROOT, Case, accept, all_cases, differences, read_case


def diagnostics_of(case: Case) -> Diagnostics:
    """What deckgen says of the case: of the one file's YAML in the group `yaml`, else of the project."""
    if case.path.parent.name == "yaml":
        diags = Diagnostics()
        load_yaml(case.world(), case.main, diags)
        return diags
    return check_project(case.world())


@pytest.mark.parametrize("path", all_cases(), ids=lambda path: path.relative_to(ROOT).with_suffix("").as_posix())
def test_a_case_gives_what_it_says(path: Path, request: pytest.FixtureRequest) -> None:
    case = read_case(path)
    found = diagnostics_of(case)
    if request.config.getoption("--accept") and differences(case, found):
        accept(case, found)
        case = read_case(path)
    wrong = differences(case, found)
    assert not wrong, "\n".join(["", *wrong])


def test_a_case_without_expectation_fails_on_any_diagnostic(tmp_path: Path) -> None:
    (tmp_path / "yaml").mkdir()
    file = tmp_path / "yaml" / "a.yaml"
    file.write_text("title: a: b\n")
    case = read_case(file)
    assert differences(case, diagnostics_of(case)) == [
        'unexpected: error slides/case.yaml:1:9 unquoted-text: text with ": " in it has to be in quotes'
        '  = put it in quotes: title: "a: b"'
    ]


def test_an_expectation_that_is_not_met_fails(tmp_path: Path) -> None:
    (tmp_path / "yaml").mkdir()
    file = tmp_path / "yaml" / "a.yaml"
    file.write_text("# error 1:8 unquoted-text: quotes\ntitle: a\n")
    case = read_case(file)
    missing = "missing: error slides/case.yaml:1:8 unquoted-text: quotes"
    assert differences(case, diagnostics_of(case)) == [missing]


def test_accepting_writes_what_was_found_and_keeps_what_was_met(tmp_path: Path) -> None:
    (tmp_path / "yaml").mkdir()
    file = tmp_path / "yaml" / "a.yaml"
    file.write_text("# error 1:9 unquoted-text: in quotes\n# warning 9:9 gone\ntitle: a: b\nkind: @x\n")
    case = read_case(file)
    accept(case, diagnostics_of(case))
    assert file.read_text() == (
        "# error 1:9 unquoted-text: in quotes\n"
        '# error 2:7 unquoted-text: text that begins with "@" has to be in quotes\n'
        "title: a: b\nkind: @x\n"
    )


def test_a_case_may_hold_several_files(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "# error slides/b.yaml:1:1 c: d\n# file: decks/a.yaml\nslides: []\n# file: slides/b.yaml\nkind: x\n"
    )
    case = read_case(file)
    assert case.files == {"decks/a.yaml": "slides: []\n", "slides/b.yaml": "kind: x\n", "deckgen.yaml": ""}
    assert [one.place for one in case.expected] == ["slides/b.yaml:1:1"]


def test_a_folder_is_a_project_whose_files_say_what_is_expected_of_them(tmp_path: Path) -> None:
    (tmp_path / "case" / "decks").mkdir(parents=True)
    (tmp_path / "case" / "decks" / "a.yaml").write_text("# warning 2:1 c: d\nslides: []\n")
    (tmp_path / "case" / "x.png").write_bytes(b"\x89")
    case = read_case(tmp_path / "case")
    assert case.files == {"decks/a.yaml": "slides: []\n", "x.png": b"\x89", "deckgen.yaml": ""}
    assert [one.place for one in case.expected] == ["decks/a.yaml:2:1"]
