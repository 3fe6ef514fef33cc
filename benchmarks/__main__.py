"""`make bench`: deckgen beside a python-pptx script, a finished deck opened once, pandoc, LibreOffice and Marp.

    python -m benchmarks [--rounds N] [--only WORD] [--all-rows] [--json FILE]

Every pair is measured in turns; a ratio is the median of the pairs' ratios. Exit code 1 when a 'must'
of PERFORMANCE.md is missed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks import batch, measures, seeing
from benchmarks.deckgen_side import Bench
from benchmarks.plot import print_plots
from benchmarks.table import Row, print_table
from benchmarks.talk import make_project, write_inputs

STEPS = (
    measures.cold,
    measures.warm,
    measures.stages,
    measures.growth,
    measures.start_up,
    seeing.saved,
    seeing.drawing,
    seeing.seeing,
    batch.one_worker,
    batch.long_decks,
    batch.whole_runs,
)
Step = Callable[[Bench, Path, int], list[Row]]


def main() -> int:
    """Measure, print, and say whether every 'must' is met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--rounds", type=int, default=15, help="pairs to measure")
    parser.add_argument("--only", default="", help="those steps that begin so: cold, warm, seeing, batch …")
    parser.add_argument("--all-rows", action="store_true", help="a batch of 22,000 rows, too: 12 GB, some minutes")
    parser.add_argument("--json", type=Path, help="write the rows there, too")
    options = parser.parse_args()
    steps = [*STEPS, *([batch.large_run] if options.all_rows else [])]
    steps = [step for step in steps if _title(step).lower().startswith(options.only)]
    folder = Path(tempfile.mkdtemp(prefix="deckgen-bench-"))
    try:
        rows = measure(
            folder, [step for step in steps if _title(step).lower().startswith(options.only)], options.rounds
        )
    finally:
        shutil.rmtree(folder)
    print_table(rows)
    print_plots(rows)
    if options.json:
        options.json.write_text(json.dumps([row._asdict() for row in rows], indent=1), encoding="utf-8")
    return int(any(row.verdict == "MISSED" for row in rows))


def measure(folder: Path, steps: Iterable[Step], rounds: int) -> list[Row]:
    """The table's rows."""
    project = make_project(folder)
    bench = Bench(project)
    write_inputs(bench.scene, bench.template, project)
    rows: list[Row] = []
    for step in steps:
        print(f"{_title(step)} …", file=sys.stderr)
        rows += step(bench, project, rounds)
    return rows


def _title(step: Step) -> str:
    return (step.__doc__ or "").splitlines()[0]


if __name__ == "__main__":
    raise SystemExit(main())
