"""Only what changed is built, and it is known why."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckgen.batch.batch import Batch
from deckgen.batch.local_store import LocalStore
from deckgen.batch.run import build_here
from deckgen.batch.store import LEDGER
from deckgen.batch.task import Job, Result
from deckgen.batch.unchanged import Unchanged
from deckgen.diagnostics import Diagnostics
from tests.batch.project import job_of, ledger_of, make_project, plan_of


def read(project: Path) -> Callable[[str], bytes]:
    return lambda path: (project / path).read_bytes()


def run(project: Path, job: Job) -> list[Result]:
    diags = Diagnostics()
    batch = Batch(job, plan_of(project), diags, read(project))
    assert batch.check(), list(diags)
    return sorted(batch.run(build_here, whole=True), key=lambda result: result.number)


def built(project: Path, job: Job) -> list[str]:
    """The names of the rows that were compiled, not only looked at."""
    return [result.name for result in run(project, job) if result.slides]


def reasons(project: Path, job: Job) -> Counter[str]:
    plan, ledger = plan_of(project), ledger_of(Path(job.out))
    return Counter(
        Unchanged(job, ledger, LocalStore(job.out, "out"), read(project)).why(task) for task in plan.tasks(ledger)
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "p", 3, lines="900,Oak,special,80,governors\n")


@pytest.fixture
def job(project: Path, tmp_path: Path) -> Job:
    job = job_of(project, tmp_path / "out")
    assert built(project, job) == ["100", "101", "102", "900"]
    return job


def test_nothing_is_built_where_nothing_changed(project: Path, job: Job) -> None:
    assert built(project, job) == []
    assert reasons(project, job) == {"": 4}


def test_an_edited_slide_builds_the_decks_that_show_it(project: Path, job: Job) -> None:
    (project / "slides/common.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    assert reasons(project, job) == {"slides/common.yaml has changed": 4}
    assert built(project, job) == ["100", "101", "102", "900"]


def test_a_slide_of_one_audience_builds_that_audiences_rows(project: Path, job: Job) -> None:
    deck = project / "decks/talk.yaml"
    (project / "slides/governing.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    kept, _ = deck.read_text().split("  - {kind: points, id: governing")
    deck.write_text(kept + "  - {use: governing, only: [governors]}\n")
    assert len(built(project, job)) == 4  # the running order has changed for all
    (project / "slides/governing.yaml").write_text("kind: points\ntitle: Once more\npoints: [One, Two]\n")
    assert built(project, job) == ["900"]


def test_a_cell_that_a_slide_asks_for_builds_its_row(project: Path, job: Job) -> None:
    rows = project / "schools.csv"
    rows.write_text(rows.read_text().replace("School 1,", "School One,"))
    assert reasons(project, job) == {"": 3, "the row has another school": 1}
    assert built(project, job) == ["101"]


def test_a_column_that_no_slide_asks_for_builds_nothing(project: Path, job: Job) -> None:
    rows = project / "schools.csv"
    head, *lines = rows.read_text().splitlines()
    rows.write_text("\n".join([f"{head},remark", *(f"{line},new" for line in lines)]) + "\n")
    assert built(project, job) == []


@pytest.mark.parametrize("harm", ["gone", "other size", "other time"])
def test_a_file_that_is_not_as_it_was_written_is_looked_at(project: Path, job: Job, harm: str) -> None:
    file = Path(job.out, "101.pptx")
    if harm == "gone":
        file.unlink()
    elif harm == "other size":
        file.write_bytes(b"edited")
    else:
        os.utime(file, ns=(1, 1))  # a clock that went backwards, say
    assert reasons(project, job) == {"": 3, "its file is gone, or not as it was written": 1}
    found = {result.name: result.status for result in run(project, job)}
    assert found["101"] == {"gone": "written", "other size": "refused", "other time": "unchanged"}[harm]


def test_what_the_build_says_is_part_of_it(project: Path, job: Job) -> None:
    assert len(built(project, replace(job, settings={"phase": "nursery"}))) == 4
    assert len(built(project, replace(job, epoch=1_700_000_000))) == 4


def test_a_format_that_was_not_built_yet_is(project: Path, job: Job) -> None:
    job = replace(job, formats=("pptx", "script"))
    assert reasons(project, job) == {"script has not been built yet": 4}
    assert len(built(project, job)) == 4
    assert built(project, job) == []


def test_a_build_that_was_killed_goes_on_where_it_stopped(project: Path, job: Job) -> None:
    ledger = Path(job.out, LEDGER)
    lines = ledger.read_bytes().splitlines(keepends=True)
    ledger.write_bytes(b"".join(lines[:-1]) + lines[-1][:30])
    assert reasons(project, job) == {"": 3, "it has not been built yet": 1}
    assert Counter(result.status for result in run(project, job)) == {"unchanged": 4}
    assert ledger.read_bytes() == b"".join(lines)


def test_a_row_that_is_no_more_loses_its_file_unless_it_was_edited(project: Path, job: Job) -> None:
    Path(job.out, "102.pptx").write_bytes(b"edited")
    make_project(project, 1)
    run(project, job)
    assert sorted(file.name for file in Path(job.out).glob("*.pptx")) == ["100.pptx", "102.pptx"]


def test_the_file_of_a_row_that_can_not_be_read_stays(project: Path, job: Job) -> None:
    rows = project / "schools.csv"
    rows.write_text(rows.read_text().replace("101,School 1,primary", "101,School 1"))
    run(project, job)
    assert Path(job.out, "101.pptx").exists()


def test_the_file_of_a_row_that_does_not_fit_any_more_stays(project: Path, job: Job) -> None:
    rows = project / "schools.csv"
    rows.write_text(rows.read_text().replace("School 1,", f"{'School ' * 200},"))
    assert {result.name: result.status for result in run(project, job)}["101"] == "failed"
    assert Path(job.out, "101.pptx").exists()


def test_every_row_is_built_again_by_another_deckgen_of_the_same_version(project: Path, tmp_path: Path) -> None:
    job = job_of(project, tmp_path / "out")
    assert len(built(project, job)) == 4
    assert built(project, job) == []
    assert reasons(project, replace(job, by="another commit")).total() == 4
    assert "deckgen" in next(iter(reasons(project, replace(job, by="another commit"))))
    assert len(built(project, replace(job, by="another commit"))) == 4
