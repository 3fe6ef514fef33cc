"""kill -9 at any moment: the file is the old or the new one, and the next run finds its own.

`DECKGEN_KILLS=200` kills as often as RELIABILITY.md's G7 asks.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from deckgen.output import Output, open_folder
from tests.support.tools import ROOT

KILLS = int(os.environ.get("DECKGEN_KILLS", "8"))
SIZE = 300_000

BUSY = f"""
import sys
from deckgen.output import Output, open_folder
turn = 0
while True:
    with open_folder("build", project=".") as folder:
        for deck in ("one", "two"):
            turn += 1
            output = Output(deck=deck, audience="full", source="")
            folder.write(output, bytes([turn % 256]) * {SIZE}, inputs={{}})
            print(turn, flush=True)
"""


def test_a_kill_leaves_whole_files_that_the_next_run_knows(tmp_path: Path) -> None:
    moments = random.Random(7)
    for _ in range(KILLS):
        busy = subprocess.Popen(
            [sys.executable, "-c", BUSY],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            env=dict(os.environ, PYTHONPATH=str(ROOT)),
        )
        assert busy.stdout and busy.stdout.readline()
        time.sleep(moments.random() * 0.05)
        busy.send_signal(signal.SIGKILL)
        busy.communicate()
        for found in tmp_path.glob("build/*/*.pptx"):
            content = found.read_bytes()
            assert content in (b"the next run's", content[:1] * SIZE), f"{found} is a mixture"
        with open_folder(str(tmp_path / "build"), project=str(tmp_path)) as folder:
            for deck in ("one", "two"):
                # Not refused as edited: the killed run's own files are still known.
                folder.write(Output(deck=deck, audience="full", source=""), b"the next run's", inputs={})
        assert not list(tmp_path.rglob("*.tmp")), "leftovers"
