"""Where the time of one deck goes: `python -m benchmarks.profile [--imports] [--lines N]`.

Without options, a whole deck with everything new in a warm process, by function; with --imports, the
imports of a cold `deckgen build`, slowest first.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.deckgen_side import Bench
from benchmarks.talk import DECK, ROOT, make_project


def main() -> None:
    """Profile what the options ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile")
    parser.add_argument("--imports", action="store_true", help="imports of a cold build")
    parser.add_argument("--lines", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="deckgen-profile-") as folder:
        project = make_project(Path(folder))
        (_imports if options.imports else _functions)(project, options.lines)


def _functions(project: Path, lines: int) -> None:
    bench = Bench(project)
    bench.renew()
    profile = cProfile.Profile()
    profile.runcall(bench.compile, bench.world)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(lines)


def _imports(project: Path, lines: int) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "deckgen", "build", DECK, "--audience", "full", "--force"]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    subprocess.run(command, cwd=project, env=environment, capture_output=True, check=True)  # compiles the brand
    told = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=True).stderr
    rows = [line for line in told.splitlines() if line.startswith("import time:") and "cumulative" not in line]
    rows.sort(key=lambda line: -int(line.split("|")[1]))
    print("cumulative µs  module")
    for line in rows[:lines]:
        _, cumulative, name = line.split("|")
        print(f"{cumulative.strip():>13} {name}")


if __name__ == "__main__":
    main()
