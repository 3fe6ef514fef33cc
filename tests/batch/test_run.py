"""Rows built: one whole file a row, the same bytes whoever builds it, and nobody's edits overwritten."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckgen.batch.batch import Batch
from deckgen.batch.plan import Shard
from deckgen.batch.pool import Processes
from deckgen.batch.run import LARGEST, PIECE, build_here, build_on
from deckgen.batch.task import Result
from deckgen.diagnostics import Diagnostics
from tests.batch.project import HEADER, job_of, ledger_of, make_project, plan_of


def built(project: Path, out: Path) -> list[Result]:
    job = job_of(project, out)
    return list(build_here(job, plan_of(project).tasks(ledger_of(out))))


def contents(out: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in out.glob("**/*.pptx")}


def words(file: Path) -> str:
    shown = Presentation(str(file)).slides
    return " ".join(shape.text_frame.text for slide in shown for shape in slide.shapes if shape.has_text_frame)


def test_every_row_gives_a_deck_of_its_own_words(tmp_path: Path) -> None:
    project, out = make_project(tmp_path / "p", 3), tmp_path / "out"
    assert [result.status for result in built(project, out)] == ["written"] * 3
    assert sorted(contents(out)) == ["100.pptx", "101.pptx", "102.pptx"]
    assert "Welcome, School 2" in words(out / "102.pptx")
    assert "202 pupils" in words(out / "102.pptx")
    assert "primary" in words(out / "102.pptx")


def test_the_audience_column_picks_the_audience(tmp_path: Path) -> None:
    project, out = make_project(tmp_path / "p", 1, lines="900,Oak,special,80,governors\n"), tmp_path / "out"
    built(project, out)
    assert "Governing" in words(out / "900.pptx")
    assert "Governing" not in words(out / "100.pptx")


@pytest.mark.parametrize("column", ["Audience", "AUDIENCE"])
def test_the_audience_column_may_be_written_in_capitals(tmp_path: Path, column: str) -> None:
    project, out = make_project(tmp_path / "p", 0, lines="900,Oak,special,80,governors\n"), tmp_path / "out"
    rows = project / "schools.csv"
    rows.write_text(rows.read_text().replace("audience", column))
    assert [result.audience for result in built(project, out)] == ["governors"]


def test_an_unknown_audience_is_reported_at_its_row_and_the_others_are_built(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 2, lines="900,Oak,special,80,govenors\n")
    diags = Diagnostics()
    assert plan_of(project).check(diags) == 2
    assert [(one.code, one.span.line, one.hint) for one in diags] == [
        ("unknown-audience", 4, 'did you mean "governors"?')
    ]
    assert [task.name for task in plan_of(project).tasks()] == ["100", "101"]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    project, out = make_project(tmp_path / "p", 3), tmp_path / "out"
    built(project, out)
    before = {file: file.stat().st_mtime_ns for file in out.glob("*.pptx")}
    assert Counter(result.status for result in built(project, out)) == {"unchanged": 3}
    assert {file: file.stat().st_mtime_ns for file in out.glob("*.pptx")} == before


def test_workers_write_what_one_process_writes(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 40)
    one, two = tmp_path / "one", tmp_path / "two"
    built(project, one)
    job = job_of(project, two)
    results = list(build_on(lambda: Processes(2), 2, job, plan_of(project).tasks()))
    assert sorted(result.number for result in results) == list(range(1, 41))
    assert contents(one) == contents(two)


def test_shards_are_the_whole_together_and_share_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 20)
    shards = [{task.name for task in plan_of(project, shard=Shard(n, 3)).tasks()} for n in (1, 2, 3)]
    assert sum(map(len, shards)) == 20
    assert set.union(*shards) == {task.name for task in plan_of(project).tasks()}


def test_an_edited_deck_is_refused_and_the_others_are_built(tmp_path: Path) -> None:
    project, out = make_project(tmp_path / "p", 3), tmp_path / "out"
    built(project, out)
    (out / "101.pptx").write_bytes(b"edited by hand")
    (project / "slides/common.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    results = built(project, out)
    assert [result.status for result in results] == ["written", "refused", "written"]
    assert [one.code for one in results[1].said] == ["output-edited"]
    assert (out / "101.pptx").read_bytes() == b"edited by hand"


def test_a_row_whose_words_no_slide_can_hold_is_said_and_not_written(tmp_path: Path) -> None:
    project, out = make_project(tmp_path / "p", 1, lines="900,Oak\x07,special,80,\n"), tmp_path / "out"
    results = built(project, out)
    assert [result.status for result in results] == ["written", "failed"]
    assert [(one.code, one.span.file, one.span.line) for one in results[1].said] == [
        ("control-character", "schools.csv", 3)
    ]
    assert not (out / "900.pptx").exists()


def test_a_row_that_does_not_fit_is_said_and_not_written(tmp_path: Path) -> None:
    project, out = make_project(tmp_path / "p", 1, lines=f"900,{'Oak ' * 200},special,80,\n"), tmp_path / "out"
    results = built(project, out)
    assert [result.status for result in results] == ["written", "failed"]
    said = {one.code: one.hint or "" for one in results[1].said}
    assert said["too-long"].endswith("{{ school }} has 799 characters here")


@pytest.mark.parametrize("rows", ["1,Ash,primary,9,\n1,Elm,primary,9,\n", "a,Ash,primary,9,\nA,Elm,primary,9,\n"])
def test_names_that_clash_are_found_before_anything_is_built(tmp_path: Path, rows: str) -> None:
    project = make_project(tmp_path / "p", 0)
    (project / "schools.csv").write_text(HEADER + rows)
    diags = Diagnostics()
    plan_of(project).check(diags)
    assert [(one.code, one.span.line) for one in diags] == [("output-name", 3)]


def test_rows_go_to_the_folders_that_by_names(tmp_path: Path) -> None:
    project, out = make_project(tmp_path / "p", 2), tmp_path / "out"
    list(build_here(job_of(project, out), plan_of(project, by="{{ phase | title }}").tasks()))
    assert (out / "Primary" / "100.pptx").exists()


class Asked(Executor):
    """Builds nothing; each row is said to have taken so many seconds. `sizes` are those of the pieces asked for."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.sizes = seconds, list[int]()

    def submit(self, _: Callable[..., Any], /, *given: Any, **__: Any) -> Future[Any]:
        self.sizes.append(len(given[1]))
        done: Future[Any] = Future()
        done.set_result(
            tuple(
                Result(
                    number=task.number, name=task.name, audience=task.audience, status="written", seconds=self.seconds
                )
                for task in given[1]
            )
        )
        return done


@pytest.mark.parametrize(("seconds", "largest"), [(0.002, LARGEST), (1.0, PIECE)], ids=["quick", "slow"])
def test_workers_are_given_many_rows_at_once_where_rows_are_quick(tmp_path: Path, seconds: float, largest: int) -> None:
    project, workers = make_project(tmp_path / "p", 1_000), Asked(seconds)
    results = list(build_on(lambda: workers, 1, job_of(project, tmp_path / "out"), plan_of(project).tasks()))
    assert workers.sizes[0] == PIECE and max(workers.sizes) == largest
    assert len(results) == 1_000 == sum(workers.sizes)


def test_workers_are_given_fewer_rows_at_once_near_the_end(tmp_path: Path) -> None:
    project, workers = make_project(tmp_path / "p", 3_000), Asked(0.0001)
    plan = plan_of(project)
    batch = Batch(job_of(project, tmp_path / "out"), plan, Diagnostics(), lambda path: (project / path).read_bytes())
    assert batch.check()
    list(batch.run(lambda job, tasks: build_on(lambda: workers, 2, job, tasks), whole=False))
    assert max(workers.sizes) == LARGEST and sum(workers.sizes) == 3_000
    last = workers.sizes[workers.sizes.index(LARGEST) :]
    assert last == sorted(last, reverse=True) and max(last[-2:]) <= PIECE
