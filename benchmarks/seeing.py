"""Seeing the talk: as SVG, PNG, PDF and HTML, beside LibreOffice and Marp with the same words.

LibreOffice starts from the finished .pptx and from a profile that is warm, which deckgen has to make first; Marp from
Markdown, in a theme of its own, measuring nothing: its slides overflow where the text is long.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.deckgen_side import Bench
from benchmarks.measures import deckgen_command, installed_environment
from benchmarks.table import Row
from benchmarks.talk import DECK, ROOT
from benchmarks.timing import Work, median, paired, ratio
from deckgen.api import open_folder
from deckgen.cli.plan import choose
from deckgen.cli.run import Run, Wanted
from deckgen.cli.tree import scan
from deckgen.pipeline import Pipeline
from deckgen.worlds import DiskWorld

MARP = ROOT / ".bench_cache/node_modules/.bin/marp"
ROUNDS = 5
"""Others take seconds for a deck."""
WIDTH = 1920

FASTER = {"pdf": (4, 5), "png": (4, 6)}
"""How many times as fast as LibreOffice deckgen must be and should be.

LibreOffice needs 1.3 s of a processor for the talk's PDF, and poppler 2.8 s for pictures of its pages; deckgen needs
0.2 s and 0.5 s, most of the latter for packing 2 million pixels a slide, which all processors do."""


def saved(_: Bench, project: Path, rounds: int) -> list[Row]:
    """Seeing: a slide is saved while `deckgen build --watch` is on; from noticing it to the deck in its place"""
    opened = open_folder(str(project))
    world = DiskWorld(str(project), today=date(2026, 1, 5))
    slide = project / "slides" / "trusts" / "perceived-benefits.yaml"
    text = slide.read_text(encoding="utf-8")
    wanted = Wanted(folder=str(project / "watched"), plain=False)
    taken = []
    for turn in range(rounds + 1):
        slide.write_text(text.replace("security", f"security {turn}"), encoding="utf-8")
        begun = time.perf_counter()
        scan(str(project), lambda path: path in ("build", "watched"))
        opened.reread([slide.relative_to(project).as_posix()])
        run = Run(world, opened, wanted, begun=0)
        run.build(choose(opened, [DECK], ["full"], whole=False))
        taken.append(time.perf_counter() - begun)
        assert [entry["status"] for entry in run.account()["outputs"]] == ["written"]
    slide.write_text(text, encoding="utf-8")
    return [Row("a slide saved, its deck rebuilt", median(taken[1:]) * 1000, "ms", 100, 50)]


def drawing(bench: Bench, _: Path, rounds: int) -> list[Row]:
    """Seeing: the talk drawn in every format, a slide, in a process that has its brand"""
    pipeline = Pipeline(bench.world)
    compiled = pipeline.compile(DECK, "full")
    assert compiled.scene is not None

    def work(name: str) -> Work:
        return lambda: sum(len(file.data) for file in pipeline.files(compiled, name))

    taken = paired({name: work(name) for name in ("svg", "png", "pdf", "html")}, rounds=max(3, rounds // 3))
    per_slide = 1000 / len(compiled.scene.slides)
    return [Row(f"as {name}, a slide", median(seconds) * per_slide, "ms") for name, seconds in taken.items()]


def seeing(_: Bench, project: Path, rounds: int) -> list[Row]:
    """Seeing: a new process each, from text to PDF, to pictures and to HTML; LibreOffice from the .pptx"""
    environment = dict(installed_environment(), CHROME_NO_SANDBOX="1", CHROME_PATH=_chromium() or "")

    def run(*command: str) -> Work:
        return lambda: subprocess.run(command, cwd=project, check=True, capture_output=True, env=environment)

    run(*deckgen_command(), "build", DECK, "--audience", "full", "--force")()
    shutil.copy(project / "build" / DECK / f"{DECK}.pptx", project / "talk.pptx")
    if not MARP.exists():
        print("Marp is not installed: not compared with", file=sys.stderr)
    rows: list[Row] = []
    for name, others in (("pdf", (_office_pdf, _marp)), ("png", (_office_png, _marp)), ("html", (_marp,))):
        works = {"deckgen": _built(name, project, run)}
        works |= {title: work for other in others for title, work in other(name, project, run).items()}
        rows += _rows(name, paired(works, rounds=min(rounds, ROUNDS)))
    return rows


def _rows(name: str, taken: dict[str, list[float]]) -> list[Row]:
    what = f"to {WIDTH}px PNGs" if name == "png" else f"to {name.upper()}"
    rows = [Row(f"{what}, {title}", median(seconds) * 1000, "ms") for title, seconds in taken.items()]
    for title in [title for title in taken if title != "deckgen"]:
        must, goal = FASTER[name] if title.startswith("LibreOffice") else (None, None)
        rows.append(
            Row(f"{what}, {title} / deckgen", ratio(taken[title], taken["deckgen"]), "×", must, goal, more=True)
        )
    return rows


def _built(name: str, project: Path, run: Callable[..., Work]) -> Work:
    build = run(*deckgen_command(), "build", DECK, "--audience", "full", "--to", name, "--force")

    def work() -> None:
        shutil.rmtree(project / "build" / DECK, ignore_errors=True)  # so that it is written, not found to be unchanged
        build()

    return work


def _office_pdf(_name: str, project: Path, run: Callable[..., Work]) -> dict[str, Work]:
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        return {}
    profile = f"-env:UserInstallation={(project / 'office').as_uri()}"
    return {"LibreOffice": run(soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", ".", "talk.pptx")}


def _office_png(name: str, project: Path, run: Callable[..., Work]) -> dict[str, Work]:
    if not shutil.which("pdftoppm"):
        return {}
    shots = run("pdftoppm", "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", "talk.pdf", "office")

    def both(pdf: Work) -> Work:
        def work() -> None:
            pdf()
            shots()

        return work

    return {f"{title} and pdftoppm": both(work) for title, work in _office_pdf(name, project, run).items()}


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def _marp(name: str, _project: Path, run: Callable[..., Work]) -> dict[str, Work]:
    if not MARP.exists() or (_chromium() is None and name != "html"):
        return {}
    kinds = {"pdf": ("--pdf",), "png": ("--images", "png", "--image-scale", str(WIDTH / 1280)), "html": ()}
    command = (str(MARP), "marp.md", "--no-stdin", "--allow-local-files", "--quiet", *kinds[name])
    return {"Marp": run(*command, "-o", f"marp.{name}")}
