"""Wrong usage of every command: exit code 2, what is wrong in our words, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckgen.cli.main import COMMANDS
from tests.cli.conftest import Deckgen

BARE = ("No such", "Invalid value", "requires an argument", "does not take", "Got unexpected", "Missing argument")
"""How click begins to say it."""


@pytest.mark.parametrize(
    "command", [*COMMANDS, "brand list", "brand show", "brand export", "cache info", "cache prune"]
)
@pytest.mark.parametrize("wrong", ["--nope", "--nope=1", "-Z", "–help", "-help", "a b c d e f"])
def test_every_command_says_what_to_write_instead(project: Path, deckgen: Deckgen, command: str, wrong: str) -> None:
    ran = deckgen(*command.split(), *wrong.split())
    if command == "verify" and wrong.startswith("a"):  # which takes any number of files
        assert ran.code == 1 and "there is no such file; paths begin at the folder you are in" in ran.err
        return
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: deckgen") and "\nTry 'deckgen" in ran.err
    (told,) = [line for line in ran.err.splitlines() if line.startswith("Error: ")]
    assert not any(bare in told for bare in BARE)
    assert any(
        act in told for act in ("; write", "--help` lists", "did you mean", "known here", "; it takes", ": it takes")
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("--strict build", "there is no option --strict; it goes behind the command: deckgen build --strict"),
        ("-v", "there is no option -v; did you mean: --version?"),
        ("build --output x", "there is no option --output; did you mean: --out?"),
        ("build --frmat json", "there is no option --frmat; did you mean: --format?"),
        ("check --watch", "there is no option --watch; deckgen build has it; leave it out here"),
        ("check -a", "no option -a; deckgen build, deckgen render and deckgen explain have it; leave it out here"),
        ("build -a", "-a wants a value after it: -a NAME"),
        ("build --format", "--format wants a value after it: --format text"),
        ("build --width", "--width wants a value after it: --width PIXELS"),
        ("build --strict=5", "--strict takes no value; write --strict alone"),
        ("build --format JSON", "--format: 'JSON' is not one of 'text', 'json'; write: --format json"),
        ("schema slides", "'slides' is not one of 'deck', 'slide', 'brand', 'facts'; write: slide"),
        ("build —-to pdf", "begins with a dash, which a word processor puts for hyphens; write --to"),
        ("build –j 4", "write -j"),
        ("build -to pdf", "-to has one hyphen, and wants two; write --to"),
        ("render", "SLIDE is missing; for example: deckgen render trusts/definition"),
        ("brand show", "NAME is missing; for example: deckgen brand show harbour -o harbour.html"),
        ("brand shwo plain", 'there is no command "brand shwo"; did you mean "show"?'),
        ("brand plain", 'there is no command "brand plain"; known here: export, list, show'),
        ("brand list x", '"x" is more than deckgen brand list knows: it takes no name; leave it out'),
        ("new a b", '"b" is more than deckgen new knows: it takes DIR; put a name with blanks in quotes'),
        ("build --set city", '--set: "city" is not of the form NAME=VALUE; write --set city=Oldham'),
        ("build --set “what=rain”", '--set: the quotes around "what=rain" are curly; write straight ones: --set "what'),
        ("build --rows school.csv", '--rows: there is no file school.csv; did you mean "schools.csv"?'),
        ("build --set what:rain", '"what:rain" is not of the form NAME=VALUE; write --set what=rain'),
        ("build decks/talk", 'there is no deck "decks/talk"; write talk, or decks/talk.yaml'),
        ("build talk:parents", "write: deckgen build talk --audience parents"),
        ("build talk.parents", "write: deckgen build talk --audience parents"),
        ("build --to pdf html", 'there is no deck "html"; outputs stand together: --to pptx,html'),
        ("kinds bullets", 'there is no kind "bullets"; did you mean "points"?'),
        ("list icons", "write: deckgen list --icons"),
        ("build --rows decks", "--rows: decks is a folder, and a file is wanted; name another"),
        ("build --rows no/school.csv", "there is no file no/school.csv; look at its folder, which isn't there either"),
        ("build --jobs all", '--jobs: "all" is no whole number; write --jobs 4'),
        ("build --cache schools.csv", "--cache: schools.csv is a file, and a folder is wanted; name another"),
        ("render points --width 20cm", '--width: "20cm" is no whole number; write --width 1920'),
    ],
)
def test_what_to_write_instead(project: Path, deckgen: Deckgen, wrong: str, told: str) -> None:
    (project / "schools.csv").write_text("school\nElm\n")
    ran = deckgen(*wrong.split())
    assert (ran.code, ran.out) == (2, "") and told in ran.err


@pytest.mark.parametrize(
    ("width", "pixels"),
    [("640", 640), ("640px", 640), ("640 px", 640), ("1,280", 1280), ("640x360", 640), ("640 × 360px", 640)],
)
def test_a_width_is_read_as_people_type_it(project: Path, deckgen: Deckgen, width: str, pixels: int) -> None:
    assert deckgen("render", "points", "--width", width, "-o", "x.png").code == 0
    with Image.open(project / "x.png") as picture:
        assert picture.width == pixels


def test_what_is_meant_is_done(project: Path, deckgen: Deckgen) -> None:
    assert deckgen("render", "slides/points", "--to", "PNG", "-o", "x.png").code == 0
    assert deckgen("build", "talk", "--set", "what = rain", "--strict").code == 0
    assert "did you mean" in deckgen("list", "--icons", "scool").out


def test_a_variable_is_not_called_unused_where_a_slide_cant_be_read(project: Path, deckgen: Deckgen) -> None:
    deck = project / "decks/talk.yaml"
    deck.write_text(deck.read_text().replace("{label: Parents}", "{label: Parents, vars: {who: us}}"))
    assert "nothing asks for {{ who }}" in deckgen("check").err
    (project / "slides/points.yaml").unlink()
    assert "nothing asks" not in deckgen("check").err


def test_a_folder_with_a_blank_is_named_as_a_shell_takes_it(
    tmp_path: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert '  cd "my talk"\n' in deckgen("new", "my talk").out
