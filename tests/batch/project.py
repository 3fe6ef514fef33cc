"""A small project with rows, for the tests of batches."""

from __future__ import annotations

from pathlib import Path

from deckgen.batch.ledger import Ledger
from deckgen.batch.local_store import LocalStore
from deckgen.batch.naming import Template
from deckgen.batch.plan import Plan, Shard
from deckgen.batch.rows import open_rows
from deckgen.batch.task import Job
from deckgen.batch.where import Where, parse_where
from deckgen.diagnostics import Span

DECK = """title: Your school
brand: plain
audiences: {governors: , parents: }
slides:
  - {kind: cover, id: cover, title: "Welcome, {{ school }}"}
  - use: common
  - {kind: points, id: figures, title: In figures, points: ["{{ pupils }} pupils", "{{ row.phase }}"]}
  - {kind: points, id: governing, only: [governors], title: Governing, points: [One, Two]}
"""
COMMON = "kind: points\ntitle: What we share\npoints:\n  - The first thing\n  - The second thing\n"
HEADER = "urn,school,phase,pupils,audience\n"


def make_project(folder: Path, rows: int = 5, *, lines: str = "") -> Path:
    """A project with a deck for each of so many rows, and then `lines` of your own."""
    for name, text in {"decks/talk.yaml": DECK, "slides/common.yaml": COMMON}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    made = "".join(f"{100 + n},School {n},primary,{200 + n},\n" for n in range(rows))
    (folder / "schools.csv").write_text(HEADER + made + lines)
    return folder


def job_of(project: Path, out: Path) -> Job:
    out.mkdir(exist_ok=True)
    return Job(root=str(project), deck="talk", out=str(out), shown="out", today="2026-01-01")


def plan_of(project: Path, *where: str, name: str = "{{ urn }}", by: str = "", shard: Shard = Shard()) -> Plan:
    rows = open_rows(str(project / "schools.csv"), "schools.csv")
    return Plan(
        rows=rows,
        where=Where([parse_where(one) for one in where], rows.columns),
        name=Template(name, Span.of_file("--name")),
        by=Template(by, Span.of_file("--by")) if by else None,
        audiences=("full", "governors", "parents"),
        shard=shard,
    )


def ledger_of(out: Path) -> Ledger:
    return Ledger(LocalStore(str(out), "out"))
