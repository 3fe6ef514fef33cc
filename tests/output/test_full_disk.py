"""A disk that fills up while a format of many files is written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.tools import LIMIT, ROOT


def test_pictures_that_fit_are_whole_and_the_full_disk_is_told_once(small_disk: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "decks").mkdir(parents=True)
    slides = "".join(f"  - {{kind: points, title: T{n}, points: [One, Two]}}\n" for n in range(20))
    (project / "decks/talk.yaml").write_text(f"title: Talk\nbrand: plain\nslides:\n{slides}", encoding="utf-8")
    ran = _build(project, "--to", "svg", "--out", str(small_disk))
    assert ran.returncode == 1 and ran.stderr.count("there is no space left on the disk") == 1, ran.stderr
    assert "Traceback" not in ran.stderr and not list(small_disk.rglob("*.tmp"))
    drawn = sorted((small_disk / "talk/talk.slides").iterdir())
    assert 0 < len(drawn) < 20 and all(path.read_bytes().rstrip().endswith(b"</svg>") for path in drawn)


def test_a_full_disk_is_told_once_for_all_decks(small_disk: Path, tmp_path: Path) -> None:
    project = _three_talks(tmp_path)
    (small_disk / "ballast").write_bytes(b"x" * 80_000)
    ran = _build(project, "--to", "pptx,script", "--out", str(small_disk))
    refused = ran.stdout.count("refused ")
    assert ran.returncode == 1 and refused > 3, ran.stdout
    assert ran.stderr.splitlines() == [
        f"error[output-failed]: {small_disk}/a/a.pptx and {refused - 1} more files can't be written: "
        "there is no space left on the disk",
        "  = hint: free some space and build again",
        "",
        "1 error",
        "",
    ]


def test_a_read_only_disk_is_told_once_for_all_decks(small_disk: Path, tmp_path: Path) -> None:
    project = _three_talks(tmp_path)
    assert _build(project, "--to", "script", "--out", str(small_disk)).returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    ran = _build(project, "--to", "pdf", "--out", str(small_disk))
    told = f"error[output-failed]: {small_disk}/a/a.pdf and 2 more files can't be written: the disk is read-only\n"
    assert ran.returncode == 1 and told in ran.stderr and ran.stderr.count("error[") == 1, ran.stderr
    assert ran.stderr.count("hint: write somewhere else: --out DIR") == 1


def _three_talks(folder: Path) -> Path:
    (folder / "project/decks").mkdir(parents=True)
    for name in "abc":
        deck = "title: Talk\nbrand: plain\nslides:\n  - {kind: points, title: T, points: [One, Two]}\n"
        (folder / f"project/decks/{name}.yaml").write_text(deck, encoding="utf-8")
    return folder / "project"


def _build(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "deckgen", "build", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        timeout=LIMIT,
    )
