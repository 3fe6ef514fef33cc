"""`make bench`: deckgen beside a python-pptx script, a finished deck opened once, pandoc, LibreOffice and Marp.

    python -m benchmarks [--rounds N] [--json FILE]

Every pair is measured in turns; a ratio is the median of the pairs' ratios. Exit code 1 when a 'must'
of PERFORMANCE.md is missed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks import measures, seeing
from benchmarks.deckgen_side import Bench
from benchmarks.table import Row, print_table
from benchmarks.talk import make_project, write_inputs

SEEING = seeing.saved, seeing.drawing, seeing.seeing


def main() -> int:
    """Measure, print, and say whether every 'must' is met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--rounds", type=int, default=15, help="pairs to measure")
    parser.add_argument("--json", type=Path, help="write the rows there, too")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="deckgen-bench-"))
    try:
        rows = measure(folder, options.rounds)
    finally:
        shutil.rmtree(folder)
    print_table(rows)
    if options.json:
        options.json.write_text(json.dumps([row._asdict() for row in rows], indent=1), encoding="utf-8")
    return int(any(row.verdict == "MISSED" for row in rows))


def measure(folder: Path, rounds: int) -> list[Row]:
    """All rows of the table."""
    project = make_project(folder)
    bench = Bench(project)
    write_inputs(bench.scene, bench.template, project)
    rows: list[Row] = []
    for step in (measures.cold, measures.warm, measures.stages, measures.growth, measures.start_up, *SEEING):
        print(f"{(step.__doc__ or '').splitlines()[0]} …", file=sys.stderr)
        rows += step(bench, project, rounds)
    return rows


if __name__ == "__main__":
    raise SystemExit(main())
