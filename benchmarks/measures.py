"""What is measured, a function per part of the table in PERFORMANCE.md."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks import bare_script, python_pptx_script
from benchmarks.deckgen_side import Bench
from benchmarks.open_and_save import opened, personal_copy
from benchmarks.table import Row
from benchmarks.talk import DECK, ROOT
from benchmarks.timing import median, paired, ratio

SCRIPT = ROOT / "benchmarks" / "python_pptx_script.py"


def cold(_: Bench, project: Path, rounds: int) -> list[Row]:
    """Cold: a new process each, one deck, from text to file"""
    deckgen = [*deckgen_command(), "build", DECK, "--audience", "full", "--force"]
    target = project / "build" / DECK / f"{DECK}.pptx"
    environment = installed_environment()

    def run(*command: str) -> Callable[[], object]:
        return lambda: subprocess.run(command, cwd=project, check=True, capture_output=True, env=environment)

    def build() -> None:
        target.unlink(missing_ok=True)  # so that it is written, not found to be unchanged
        run(*deckgen)()

    works: dict[str, Callable[[], object]] = {
        "deckgen": build,
        "script": run(sys.executable, str(SCRIPT), ".", "script.pptx"),
    }
    if shutil.which("pandoc"):
        works["pandoc"] = run("pandoc", "talk.md", "-o", "pandoc.pptx")
    taken = paired(works, rounds=rounds)
    rows = [Row(f"cold, {name}", median(seconds) * 1000, "ms") for name, seconds in taken.items()]
    if "pandoc" in taken:
        rows.append(Row("cold, deckgen / pandoc", ratio(taken["deckgen"], taken["pandoc"]), "×", 1.5, 1.0))
    return [*rows, Row("cold, deckgen / script", ratio(taken["deckgen"], taken["script"]), "×")]


def installed_environment() -> dict[str, str]:
    """As an installed deckgen runs: from compiled modules."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "deckgen")], check=True)
    return dict(os.environ, PYTHONPATH=str(ROOT))


def deckgen_command() -> list[str]:
    beside = Path(sys.executable).with_name("deckgen")
    return [str(beside)] if beside.exists() else [sys.executable, "-m", "deckgen"]


def warm(bench: Bench, project: Path, rounds: int) -> list[Row]:
    """Warm: one process, one core, deck after deck

    As PERFORMANCE.md names them: everything new is load to bytes, the writer alone is scene to file, so each
    is paired with the script doing the same.
    """
    content = json.loads((project / "content.json").read_text(encoding="utf-8"))
    out = project / "warm.pptx"

    def saved(make_deck: Callable[[list[dict[str, Any]], str], Any]) -> bytes:
        buffer = BytesIO()
        make_deck(content, str(project)).save(buffer)
        return buffer.getvalue()

    finished = opened(saved(python_pptx_script.make_deck))
    taken = paired(
        {
            "script": lambda: saved(python_pptx_script.make_deck),
            "bare script": lambda: saved(bare_script.make_deck),
            "open once, save": lambda: personal_copy(finished, "Amara Osei"),
            "deckgen, everything new": _new_deck(bench),
            "script, to file": lambda: out.write_bytes(saved(python_pptx_script.make_deck)),
            "bare script, to file": lambda: out.write_bytes(saved(bare_script.make_deck)),
            "deckgen, writer alone, to file": lambda: out.write_bytes(bench.write()),
        },
        rounds=rounds,
        before=bench.renew,
    )
    return [*(Row(f"warm, {name}", 1 / median(seconds), "decks/s") for name, seconds in taken.items()), *_ratios(taken)]


def _ratios(taken: dict[str, list[float]]) -> list[Row]:
    new, writer = taken["deckgen, everything new"], taken["deckgen, writer alone, to file"]
    rows = []
    for name in ("script", "bare script"):
        rows += [
            Row(f"everything new against the {name}", ratio(taken[name], new), "×", 4, 8, more=True),
            Row(f"writer alone against the {name}", ratio(taken[f"{name}, to file"], writer), "×", 12, 25, more=True),
        ]
    return [*rows, Row("everything new against open once, save", ratio(taken["open once, save"], new), "×")]


def _new_deck(bench: Bench) -> Callable[[], object]:
    def work() -> None:
        assert bench.compile(bench.world).data is not None

    return work


def stages(bench: Bench, _: Path, rounds: int) -> list[Row]:
    """Stages: layout with fit, and checks, for the talk's slides"""
    slides = bench.bound_slides()
    cold_times, warm_times, check_times = [], [], []
    for _turn in range(rounds):
        setter = bench.setter()
        cold_times.append(_seconds(lambda setter=setter: bench.lay_out_all(slides, setter)))  # type: ignore[misc]
        warm_times.append(_seconds(lambda setter=setter: bench.lay_out_all(slides, setter)))  # type: ignore[misc]
        check_times.append(_seconds(bench.check_all))
    per_slide = 1000 / len(slides)
    return [
        Row("layout and fit, a slide, warm", median(warm_times) * per_slide, "ms", 1, 0.5),
        Row("layout and fit, a slide, cold", median(cold_times) * per_slide, "ms", 3, 1.5),
        Row("checks / layout (warm)", ratio(check_times, warm_times), "×", 1),
    ]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def growth(bench: Bench, _: Path, rounds: int) -> list[Row]:
    """Growth: 14, 140 and 1,400 slides, all different"""

    def a_slide(times: int) -> float:
        world = bench.grown(times)
        begun = time.perf_counter()
        scene = bench.compile(world, "long").scene
        return (time.perf_counter() - begun) / len(scene.slides) if scene else 0.0

    # A long deck takes seconds, so there are few turns; what disturbs one only makes it slower.
    turns = [[a_slide(times) for times in (1, 10, 100)] for _turn in range(min(rounds, 4))]
    best = [min(turn[n] for turn in turns) * 1000 for n in range(3)]
    rows = [Row(f"a slide among {n}", value, "ms") for n, value in zip(("14", "140", "1,400"), best, strict=True)]
    return [*rows, Row("a slide among 1,400 / among 140", best[2] / best[1], "×", 1.2)]


def start_up(_: Bench, project: Path, rounds: int) -> list[Row]:
    """Start-up: deckgen --help"""
    environment = installed_environment()
    taken = paired(
        {
            "help": lambda: subprocess.run(
                [*deckgen_command(), "--help"], cwd=project, check=True, capture_output=True, env=environment
            )
        },
        rounds=rounds,
    )
    return [Row("deckgen --help", median(taken["help"]) * 1000, "ms", 120)]
