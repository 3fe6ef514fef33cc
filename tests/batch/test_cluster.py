"""A Dask cluster, and stores at addresses: a real scheduler with real workers, a real server that speaks S3."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import fsspec
import pytest
from distributed import LocalCluster
from moto.server import ThreadedMotoServer
from msgspec.structs import replace

from deckgen.batch.batch import Batch
from deckgen.batch.builder import Builder
from deckgen.batch.cluster import Cluster, archived, build_there
from deckgen.batch.rows import Unusable
from deckgen.batch.run import build_here, build_on
from deckgen.batch.task import Job, Result
from deckgen.diagnostics import Diagnostics
from deckgen.output import NotWritten
from deckgen.version import VERSION
from deckgen.world import World
from tests.batch.project import job_of, make_project, plan_of
from tests.batch.test_run import contents

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of the libraries
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.xdist_group("cluster"),
]


@pytest.fixture(scope="module")
def cluster(s3: str) -> Iterator[LocalCluster]:
    """A scheduler with two workers, who may write to the bucket."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", host="127.0.0.1"
    ) as cluster:
        yield cluster


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a bucket on a server of our own."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    before = dict(os.environ)
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
    }
    fsspec.filesystem("s3").mkdir("decks")
    yield "s3://decks"
    server.stop()
    os.environ.clear()
    os.environ |= before


def at(job: Job, address: str) -> Job:
    return replace(job, out=address, shown=address, run=f"{address}{time.monotonic_ns()}")


def run(project: Path, job: Job, *, diags: Diagnostics | None = None) -> list[Result]:
    batch = Batch(job, plan_of(project), diags or Diagnostics(), lambda path: (project / path).read_bytes())
    assert batch.check()
    return sorted(batch.run(build_here, whole=True), key=lambda result: result.number)


def stored(address: str) -> dict[str, str]:
    files, folder = fsspec.core.url_to_fs(address)
    files.invalidate_cache()
    found = {path.rpartition("/")[2]: files.cat_file(path) for path in files.find(folder)}
    return {name: hashlib.sha256(data).hexdigest() for name, data in found.items() if not name.endswith(".jsonl")}


def expected(project: Path, folder: Path) -> dict[str, str]:
    """What one process writes into a folder."""
    list(build_here(job_of(project, folder), plan_of(project).tasks()))
    return contents(folder)


@pytest.fixture(params=["memory", "file", "s3"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    name = f"{tmp_path.name}-{request.param}"
    if request.param == "s3":
        return f"{request.getfixturevalue('s3')}/{name}"
    return f"memory://{name}" if request.param == "memory" else f"file://{tmp_path}/out"


def test_an_address_gets_the_same_files_as_a_folder(tmp_path: Path, address: str) -> None:
    project = make_project(tmp_path / "p", 4)
    job = at(job_of(project, tmp_path / "x"), address)
    assert Counter(result.status for result in run(project, job)) == {"written": 4}
    assert stored(address) == expected(project, tmp_path / "folder")


def test_what_is_unchanged_at_an_address_is_not_built(tmp_path: Path, address: str) -> None:
    project = make_project(tmp_path / "p", 3)
    job = at(job_of(project, tmp_path / "x"), address)
    run(project, job)
    assert [(result.status, result.slides) for result in run(project, job)] == [("unchanged", 0)] * 3
    make_project(project, 2)
    (project / "slides/common.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    assert [result.status for result in run(project, job)] == ["written"] * 2
    assert sorted(stored(address)) == ["100.pptx", "101.pptx"]


def test_an_edited_file_at_an_address_is_refused(tmp_path: Path, address: str) -> None:
    project = make_project(tmp_path / "p", 2)
    job = at(job_of(project, tmp_path / "x"), address)
    run(project, job)
    files, folder = fsspec.core.url_to_fs(address)
    files.pipe_file(f"{folder}/101.pptx", b"edited by hand")
    (project / "slides/common.yaml").write_text("kind: points\ntitle: Anew\npoints: [One, Two]\n")
    assert [result.status for result in run(project, job)] == ["written", "refused"]
    assert files.cat_file(f"{folder}/101.pptx") == b"edited by hand"
    assert [result.status for result in run(project, replace(job, force=True))] == ["unchanged", "written"]


@pytest.mark.parametrize("address", ["nonsense://x", "s3://no-such-bucket/decks"])
def test_an_address_that_leads_nowhere_is_told_in_a_line(tmp_path: Path, s3: str, address: str) -> None:
    project = make_project(tmp_path / "p", 1)
    with pytest.raises(NotWritten, match="can't be reached"):  # before any row is built
        run(project, at(job_of(project, tmp_path / "x"), address))


def test_who_may_not_write_there_is_told_in_a_line(tmp_path: Path, s3: str, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(tmp_path / "p", 1)
    job = at(job_of(project, tmp_path / "x"), f"{s3}/mine")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    fsspec.filesystem("s3").clear_instance_cache()
    with pytest.raises(NotWritten, match="can't be reached: .*credentials"):
        run(project, job)
    fsspec.filesystem("s3").clear_instance_cache()


def test_a_cluster_builds_what_one_process_builds(tmp_path: Path, cluster: LocalCluster, s3: str) -> None:
    project = make_project(tmp_path / "p", 60)
    address = f"{s3}/cluster"
    job = at(job_of(project, tmp_path / "x"), address)
    results = list(build_on(lambda: Cluster(cluster.scheduler_address, job.root), 2, job, plan_of(project).tasks()))
    assert sorted(result.number for result in results) == list(range(1, 61))
    assert {result.status for result in results} == {"written"}
    assert stored(address) == expected(project, tmp_path / "folder")


def test_workers_killed_mid_run_leave_one_whole_file_for_each_row(
    tmp_path: Path, cluster: LocalCluster, s3: str
) -> None:
    project = make_project(tmp_path / "p", 400)
    address = f"{s3}/killed"
    job = at(job_of(project, tmp_path / "x"), address)
    results: list[Result] = []
    killed = 0
    for result in build_on(lambda: Cluster(cluster.scheduler_address, job.root), 2, job, plan_of(project).tasks()):
        results.append(result)
        if len(results) in (40, 200):
            os.kill(_worker(cluster), signal.SIGKILL)
            killed += 1
    assert killed == 2
    assert sorted(result.number for result in results) == list(range(1, 401))
    assert {result.status for result in results} <= {"written", "unchanged"}
    assert stored(address) == expected(project, tmp_path / "folder")


def _worker(cluster: LocalCluster) -> int:
    """The process of a worker that runs."""
    pids: list[int] = [nanny.pid for nanny in cluster.workers.values() if nanny.pid]
    return pids[0]


def test_two_runs_at_once_end_with_whole_files(tmp_path: Path, s3: str) -> None:
    project = make_project(tmp_path / "p", 20)
    address = f"{s3}/twice"
    threads = [
        threading.Thread(target=run, args=(project, at(job_of(project, tmp_path / "x"), address))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert stored(address) == expected(project, tmp_path / "folder")


def test_no_scheduler_is_told_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="can't be reached"):
        Cluster("tcp://127.0.0.1:9", str(tmp_path))


def test_workers_of_another_version_say_so(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 1)
    tasks = tuple(plan_of(project).tasks())
    (result,) = build_there(job_of(project, tmp_path / "x"), tasks, archived(str(project)), "0.0.1")
    assert (result.status, result.said[0].code) == ("failed", "other-version")


def test_a_run_that_ends_takes_nothing_from_another_of_the_same_project(
    tmp_path: Path, cluster: LocalCluster, s3: str
) -> None:
    project = make_project(tmp_path / "p", 3)
    with (
        Cluster(cluster.scheduler_address, str(project)) as one,
        Cluster(cluster.scheduler_address, str(project)) as two,
    ):
        assert one._project.key != two._project.key
        one.shutdown()
        job = at(job_of(project, tmp_path / "x"), f"{s3}/two")
        results = list(build_on(lambda: two, two.count, job, plan_of(project).tasks()))
    assert Counter(result.status for result in results) == {"written": 3}


def test_a_project_that_is_lost_with_its_worker_is_sent_again(tmp_path: Path, cluster: LocalCluster, s3: str) -> None:
    project = make_project(tmp_path / "p", 10)
    job = at(job_of(project, tmp_path / "x"), f"{s3}/lost")

    def workers() -> Cluster:
        made = Cluster(cluster.scheduler_address, job.root)
        ((holder,),) = made._client.who_has([made._project]).values()
        (pid,) = [nanny.pid for nanny in cluster.workers.values() if nanny.worker_address == holder]
        os.kill(pid, signal.SIGKILL)
        return made

    results = list(build_on(workers, 2, job, plan_of(project).tasks()))
    assert Counter(result.status for result in results) == {"written": 10}


def test_threads_of_a_worker_build_several_runs(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 12)
    archive, tasks = archived(str(project)), tuple(plan_of(project).tasks())
    found: list[str] = []

    def build(run: str) -> None:
        job = replace(job_of(project, tmp_path / run), run=run)
        for first in range(0, len(tasks), 3):
            found.extend(result.status for result in build_there(job, tasks[first : first + 3], archive, VERSION))

    threads = [threading.Thread(target=build, args=(f"run {n % 2}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 * len(tasks) and set(found) <= {"written", "unchanged"}


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The runs that a worker, with nothing yet, makes a builder for."""
    found: list[str] = []

    class Counted(Builder):
        def __init__(self, job: Job, world: World) -> None:
            found.append(job.run)
            super().__init__(job, world)

    monkeypatch.setattr("deckgen.batch.cluster.Builder", Counted)
    monkeypatch.setattr("deckgen.batch.cluster._BUILDERS", {})
    return found


def _build_in_turn(folder: Path, runs: list[str]) -> None:
    project = make_project(folder / "p", 1)
    archive, tasks = archived(str(project)), tuple(plan_of(project).tasks())
    for run in runs:
        build_there(replace(job_of(project, folder / run), run=run), tasks, archive, VERSION)


def test_runs_that_share_a_worker_keep_what_each_has_read(tmp_path: Path, begun: list[str]) -> None:
    _build_in_turn(tmp_path, ["a", "b", "a", "b", "a"])
    assert begun == ["a", "b"]


def test_a_worker_keeps_few_runs_and_those_that_built_last(tmp_path: Path, begun: list[str]) -> None:
    _build_in_turn(tmp_path, ["a", "b", "c", "d", "a", "e", "a", "b"])
    assert begun == ["a", "b", "c", "d", "e", "b"]


def test_a_run_that_has_ended_is_let_go_of_when_another_begins(
    tmp_path: Path, begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckgen.batch.cluster.IDLE", -1)
    _build_in_turn(tmp_path, ["a", "b", "a"])
    assert begun == ["a", "b", "a"]


def test_a_scheduler_without_workers_is_told_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.batch.cluster.PATIENCE", 1)
    with (
        LocalCluster(n_workers=0, dashboard_address=":0", host="127.0.0.1") as empty,
        pytest.raises(Unusable, match="has no workers"),
    ):
        Cluster(empty.scheduler_address, str(make_project(tmp_path / "p", 1)))


class _Gone(Executor):
    """Workers that lose whatever they are given."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor("the project was lost on the way"))
        return future


def test_what_a_cluster_says_of_a_lost_row_is_told(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 1)
    (result,) = build_on(_Gone, 1, job_of(project, tmp_path / "x"), plan_of(project).tasks())
    assert result.said[0].message == "building row 1 ended its worker 3 times: the project was lost on the way"


def test_shards_are_built_on_a_cluster(tmp_path: Path, cluster: LocalCluster, s3: str) -> None:
    project = make_project(tmp_path / "p", 5)
    command: list[Any] = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", "schools.csv", "--format", "json"]
    command += ["--scheduler", cluster.scheduler_address, "--out", f"{s3}/shards"]
    for shard, rows in (("1/2", 3), ("2/2", 2)):
        done = subprocess.run([*command, "--shard", shard], cwd=project, capture_output=True, text=True, timeout=120)
        assert json.loads(done.stdout)["rows"]["statuses"] == {"written": rows}
    assert len(stored(f"{s3}/shards")) == 5


def test_the_command_line_builds_on_a_cluster(tmp_path: Path, cluster: LocalCluster, s3: str) -> None:
    project = make_project(tmp_path / "p", 5)
    command: list[Any] = [sys.executable, "-m", "deckgen", "build", "talk", "--rows", "schools.csv", "--format", "json"]
    command += ["--scheduler", cluster.scheduler_address, "--out", f"{s3}/cli"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rows"]["statuses"] == {"written": 5}
    assert len(stored(f"{s3}/cli")) == 5
