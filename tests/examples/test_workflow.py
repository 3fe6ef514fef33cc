"""The workflow of docs/batch.md: what it runs is run here, part by part, and put together."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.cli.build import command as build_command
from deckgen.cli.cache import command as cache_command
from tests.examples.test_schools import EXAMPLE
from tests.support.tools import ROOT

FILE = EXAMPLE / ".github/workflows/decks.yml"
WORKFLOW: dict[Any, Any] = yaml.safe_load(FILE.read_text())
PARTS = WORKFLOW["jobs"]["build"]["strategy"]["matrix"]["part"]
COMMANDS = {"build": build_command, "cache": cache_command}


def steps(job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = WORKFLOW["jobs"][job]["steps"]
    return found


def runs(job: str, part: int = 1) -> list[str]:
    """The commands of a job, but for what installs deckgen."""
    said = [step["run"].replace("${{ matrix.part }}", str(part)) for step in steps(job) if "run" in step]
    return [one for one in said if not one.startswith("pip install")]


def test_the_page_shows_the_file_as_it_is() -> None:
    assert f"```yaml\n{FILE.read_text()}```\n" in (ROOT / "docs/batch.md").read_text()


def test_it_has_what_github_asks_of_a_workflow() -> None:
    assert set(WORKFLOW) == {"name", True, "permissions", "env", "jobs"}, "YAML 1.1 reads on: as true"
    assert set(WORKFLOW[True]) == {"push", "workflow_dispatch"}
    for job in WORKFLOW["jobs"].values():
        assert set(job) <= {"runs-on", "strategy", "needs", "steps"}
        assert {job.get("needs", "build")} <= set(WORKFLOW["jobs"])
        for step in job["steps"]:
            assert set(step) <= {"uses", "with", "run", "if"} and len({"uses", "run"} & set(step)) == 1
            assert re.fullmatch(r"actions/[a-z/-]+@v\d+", step.get("uses", "actions/checkout@v4"))
    asked = set(re.findall(r"\$\{\{(.*?)\}\}", FILE.read_text()))
    assert asked == {" matrix.part ", " github.run_id ", " github.run_attempt "}


def test_what_is_saved_is_what_is_restored() -> None:
    caches = [step["with"] for step in steps("build") if "cache/" in step.get("uses", "")]
    assert len(caches) == 2 and len({(one["path"], one["key"]) for one in caches}) == 1
    assert caches[0]["key"].startswith(caches[0]["restore-keys"])


@pytest.mark.parametrize("line", [line for line in runs("build") if line.startswith("deckgen ")])
def test_every_option_is_one_of_the_commands(line: str) -> None:
    _, name, *arguments = line.split()
    command = COMMANDS[name]
    with command.make_context(name, arguments) as context:  # raises UsageError for what it doesn't know
        assert context.command is command


def run(line: str, folder: Path) -> str:
    found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": found, "SOURCE_DATE_EPOCH": WORKFLOW["env"]["SOURCE_DATE_EPOCH"]}
    done = subprocess.run(["bash", "-e", "-c", line], cwd=folder, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def checkout(folder: Path) -> Path:
    """The project on a machine of its own."""
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build"))
    return folder


def test_all_parts_together_are_every_deck_and_the_next_run_compiles_none(tmp_path: Path) -> None:
    uploaded = {
        step["with"]["name"]: step["with"]["path"] for step in steps("build") if "upload" in step.get("uses", "")
    }
    for part in PARTS:
        machine = checkout(tmp_path / f"machine-{part}")
        for line in runs("build", part):
            run(line, machine)
        for path in uploaded["report-${{ matrix.part }}"].split("\n"):
            assert list(machine.glob(path))
        decks = machine / uploaded["part-${{ matrix.part }}"]
        shutil.copytree(decks, tmp_path / "decks", dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*"))
    for line in runs("hand-over"):
        run(line, tmp_path)
    archives = sorted(tmp_path.glob(steps("hand-over")[-1]["with"]["path"]))
    assert [archive.name for archive in archives] == ["Eastmere.zip", "Northmoor.zip", "Southgate.zip", "Westford.zip"]
    names = [name for one in archives for name in zipfile.ZipFile(one).namelist() if name.endswith(".pptx")]
    assert len(names) == len(set(names)) == 40
    again = checkout(tmp_path / "again")
    shutil.copytree(tmp_path / "machine-1/build/.cache", again / "build/.cache")
    assert "10 cached" in run(runs("build", 1)[0], again)
