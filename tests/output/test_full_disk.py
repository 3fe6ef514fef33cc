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
    command = [sys.executable, "-m", "deckgen", "build", "--to", "svg", "--out", str(small_disk)]
    ran = subprocess.run(
        command, cwd=project, capture_output=True, text=True, env=dict(os.environ, PYTHONPATH=str(ROOT)), timeout=LIMIT
    )
    assert ran.returncode == 1 and ran.stderr.count("there is no space left on the disk") == 1, ran.stderr
    assert "Traceback" not in ran.stderr and not list(small_disk.rglob("*.tmp"))
    drawn = sorted((small_disk / "talk/talk.slides").iterdir())
    assert 0 < len(drawn) < 20 and all(path.read_bytes().rstrip().endswith(b"</svg>") for path in drawn)
