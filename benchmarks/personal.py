"""The talk for thousands of schools: three of its fourteen slides name the school, the others are the same for all."""

from __future__ import annotations

import csv
from pathlib import Path

from benchmarks.talk import DECK, make_project
from deckgen.batch.builder import Builder
from deckgen.batch.task import Job, Task
from deckgen.diagnostics import Span
from deckgen.world import World

NAME = "{{ urn }}-{{ school | slug }}"

_PERSONAL = {
    "slides/joining-a-trust/cover.yaml": ("The Case for Collaboration", "The Case for {{ school }}"),
    "slides/trusts/perceived-benefits.yaml": ("benefits of joining a Trust", "benefits for {{ school }}"),
    "slides/quotations/annan.yaml": ("source: Kofi Annan,", "source: For {{ school }}, Kofi Annan,"),
}


def make_personal(folder: Path) -> Path:
    """The project, in `folder`."""
    make_project(folder)
    for name, (old, new) in _PERSONAL.items():
        text = (folder / name).read_text(encoding="utf-8")
        if text.count(old) != 1:
            raise SystemExit(f"benchmarks/personal.py no longer knows the words of {name}")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def write_rows(path: Path, count: int) -> Path:
    """A file of so many schools."""
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file)
        written.writerow(("urn", "school", "phase"))
        written.writerows(school(number).values() for number in range(count))
    return path


def school(number: int) -> dict[str, str]:
    """An invented school's row."""
    return {"urn": str(100_000 + number), "school": f"Beech Hill {number}", "phase": "Primary"}


class Rows:
    """A worker's builder, in this process: it builds one row after another, none twice."""

    def __init__(self, project: Path, out: Path, *, deck: str = DECK, world: World | None = None) -> None:
        """`world` is the project, where it is not a folder."""
        self._builder = Builder(Job(root=str(project), deck=deck, out=str(out), shown="out", today="2026-01-05"), world)
        self._out, self._built = out, 0

    def build(self, count: int) -> list[Path]:
        """The decks of the next rows."""
        first, self._built = self._built, self._built + count
        numbers = range(first, self._built)
        for result in self._builder.build_all(map(_task, numbers)):
            if result.status != "written":
                raise SystemExit("\n".join(f"{said.span}: {said.message}" for said in result.said))
        return [self._out / f"{_task(number).name}.pptx" for number in numbers]


def _task(number: int) -> Task:
    row = school(number)
    return Task(number, Span.of_file("rows.csv"), "full", row, row["urn"])
