"""The command line itself: help, ends, and the last resort."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.cli import main as main_module
from deckgen.cli.main import COMMANDS
from deckgen.cli.other_commands import _MEANT
from tests.cli.conftest import Deckgen
from tests.support.tools import ROOT


def test_help_names_every_command_in_full(deckgen: Deckgen) -> None:
    ran = deckgen("--help")
    assert ran.code == 0
    listed = ran.out.partition("Commands:\n")[2].partition("\n\n")[0]
    assert [line.split()[0] for line in listed.splitlines()] == list(COMMANDS)
    assert "..." not in listed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(deckgen: Deckgen, command: str) -> None:
    ran = deckgen(command, "--help")
    assert ran.code == 0 and "Example" in ran.out and f"deckgen {command}" in ran.out


def test_a_misspelt_command_is_wrong_usage(deckgen: Deckgen) -> None:
    ran = deckgen("biuld")
    assert ran.code == 2 and 'did you mean "build"?' in ran.err


def test_a_mistake_of_ours_is_told_without_a_traceback(
    project: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nothing a user can write reaches this; a folder that vanishes stands in for what nobody foresaw.
    monkeypatch.setattr(main_module, "cli", _Failing())
    ran = deckgen("build")
    assert ran.code == 1 and "This is a mistake of deckgen's" in ran.err
    monkeypatch.setenv("DECKGEN_DEBUG", "1")
    with pytest.raises(RuntimeError):
        deckgen("build")


class _Failing:
    def main(self, **_: object) -> None:
        raise RuntimeError("unforeseen")


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ, PYTHONPATH=str(ROOT), **(options.pop("env", {})))  # type: ignore[arg-type]
    return subprocess.run(
        [sys.executable, "-m", "deckgen", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        **options,
    )  # type: ignore[call-overload,no-any-return]


def test_a_process_ends_with_the_commands_code(project: Path) -> None:
    assert process("build", cwd=project).returncode == 0
    assert process("build", "nothing", cwd=project).returncode == 2
    (project / "slides/points.yaml").write_text("kind: pionts\n")
    ran = process("build", cwd=project)
    assert ran.returncode == 1 and "pionts" in ran.stderr and "failed" in ran.stdout


def test_a_reader_that_leaves_early_is_no_mistake(project: Path) -> None:
    ran = subprocess.run(
        f"{sys.executable} -m deckgen schema brand | head -1",
        shell=True,
        capture_output=True,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        cwd=project,
        timeout=60,
    )
    assert (ran.stdout, ran.stderr) == ("{\n", "")


def test_a_reader_that_is_gone_already_is_none_either(project: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "deckgen", "list"]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    with os.fdopen(writer, "wb") as pipe:
        ran = subprocess.run(
            command, stdout=pipe, stderr=subprocess.PIPE, text=True, env=environment, cwd=project, timeout=60
        )
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(("wish", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_is_coloured_unless_it_wants_none(project: Path, wish: dict[str, str], coloured: bool) -> None:
    reader, screen = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **wish}
    if not wish:
        environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "deckgen", "build"]
    subprocess.run(command, stdout=screen, stderr=screen, env=environment, cwd=project, timeout=60, check=True)
    os.close(screen)
    said = os.read(reader, 65536)
    os.close(reader)
    assert b"written" in said and (b"\x1b[" in said) == coloured


def test_a_screen_without_the_characters_shows_their_codes(project: Path) -> None:
    (project / "slides/points.yaml").write_text("kind: “points”\n", encoding="utf-8")
    ran = process("build", cwd=project, env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})
    assert ran.returncode == 1 and "\\u201c" in ran.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_are_no_mistake(project: Path, closed: str) -> None:
    ran = subprocess.run(
        f"{sys.executable} -m deckgen build {closed}",
        shell=True,
        capture_output=True,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        cwd=project,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (0, "") and (project / "build/talk/talk.pptx").exists()


def test_a_malformed_epoch_is_told_with_what_to_do(project: Path) -> None:
    ran = process("build", cwd=project, env={"SOURCE_DATE_EPOCH": "yesterday"})
    assert ran.returncode == 2 and ran.stderr.count("SOURCE_DATE_EPOCH") == 1 and "or unset it" in ran.stderr


def test_what_cant_be_told_fails_without_a_traceback(project: Path) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "deckgen", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=project,
            env=dict(os.environ, PYTHONPATH=str(ROOT)),
            timeout=60,
        )
    assert ran.returncode != 0 and "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("watch",), "did you mean: deckgen build --watch?"),
        (("serve",), "did you mean: deckgen build --to html --watch?"),
        (("init", "x"), "did you mean: deckgen new?"),
        (("icons",), "did you mean: deckgen list --icons?"),
        (("help", "build"), "write: deckgen build --help"),
        (("help",), "write: deckgen --help"),
        (("biuld",), 'did you mean "build"?'),
        (("zzz",), "known here: brand, build"),
    ],
)
def test_a_command_that_isnt_there_says_which_is_meant(deckgen: Deckgen, arguments: tuple[str, ...], told: str) -> None:
    ran = deckgen(*arguments)
    assert ran.code == 2 and f'there is no command "{arguments[0]}"; {told}' in ran.err


def test_what_is_meant_by_other_names_is_there() -> None:
    assert {name.split()[0] for name in _MEANT if not name.startswith("-")} <= set(COMMANDS)
