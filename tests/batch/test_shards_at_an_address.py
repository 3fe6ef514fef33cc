"""Shards that machines build into one address at the same time, none knowing of the others."""

from __future__ import annotations

from pathlib import Path

import fsspec
import pytest
from msgspec.structs import replace

from deckgen.batch.batch import Batch
from deckgen.batch.ledger import Ledger
from deckgen.batch.plan import Shard
from deckgen.batch.run import build_here
from deckgen.batch.task import Entry, Job, Result
from deckgen.batch.url_store import PARTS, UrlStore
from deckgen.diagnostics import Diagnostics
from tests.batch.project import job_of, make_project, plan_of


@pytest.fixture(params=["memory", "file"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return f"memory://{tmp_path.name}-{request.param}" if request.param == "memory" else f"file://{tmp_path}/out"


def store(address: str, part: str = "") -> UrlStore:
    return UrlStore(address, "out", part=part)


def entry(name: str, sha256: str = "1") -> Entry:
    return Entry(name=name, sha256=sha256, size=1, stamp=sha256)


def parts(address: str) -> list[str]:
    """The shards that have a ledger of their own."""
    files, folder = fsspec.core.url_to_fs(address)
    return sorted(path.rpartition("/")[2] for path in files.find(f"{folder}/{PARTS}"))


def test_shards_that_end_at_the_same_time_forget_nothing_of_each_other(address: str) -> None:
    Ledger(store(address)).save([entry("a.pptx"), entry("b.pptx")])
    one, two = Ledger(store(address, "1-of-2")), Ledger(store(address, "2-of-2"))
    one.save([entry("a.pptx", "2"), entry("b.pptx")])
    two.save([entry("a.pptx"), entry("b.pptx", "2")])
    found = Ledger(store(address))
    assert [found.below(name)[-1].sha256 for name in "ab"] == ["2", "2"]


def test_a_run_of_all_rows_takes_up_what_shards_have_noted(address: str) -> None:
    Ledger(store(address, "1-of-2")).save([entry("a.pptx")])
    Ledger(store(address, "2-of-2")).save([entry("b.pptx")])
    whole = Ledger(store(address))
    late = Ledger(store(address, "2-of-2"))
    late.save([entry("b.pptx", "2")])
    assert parts(address) == ["1-of-2.jsonl", "2-of-2.jsonl"]
    whole.save([*whole.below("a"), *whole.below("b")])
    assert parts(address) == ["2-of-2.jsonl"]  # which was written since it was read
    found = Ledger(store(address))
    assert [found.below(name)[-1].sha256 for name in "ab"] == ["1", "2"]


def built(project: Path, address: str, shard: Shard) -> list[Result]:
    part = f"{shard.number}-of-{shard.of}" if shard.of > 1 else ""
    job: Job = replace(job_of(project, project / "x"), out=address, shown=address, run=f"{address}{part}", part=part)
    batch = Batch(job, plan_of(project, shard=shard), Diagnostics(), lambda path: (project / path).read_bytes())
    assert batch.check()
    return list(batch.run(build_here, whole=shard.of == 1))


def test_rows_of_shards_are_known_to_every_later_run(tmp_path: Path, address: str) -> None:
    project = make_project(tmp_path / "p", 6)
    shards = [Shard(number, 3) for number in (1, 2, 3)]
    common = project / "slides/common.yaml"
    for title, later in (("One", shards), ("Two", [Shard(1, 2), Shard(2, 2)]), ("Three", [Shard()])):
        results = [result for shard in shards for result in built(project, address, shard)]
        assert {result.status for result in results} <= {"written", "unchanged"}
        common.write_text(f"kind: points\ntitle: {title}\npoints: [One, Two]\n")
        assert [result.status for shard in later for result in built(project, address, shard)] == ["written"] * 6
        assert [result.slides for shard in later for result in built(project, address, shard)] == [0] * 6
    assert parts(address) == []


def test_a_shard_leaves_what_another_is_writing(tmp_path: Path) -> None:
    address = f"file://{tmp_path}/out"
    half = tmp_path / "out/.deckgen-half-1-a.pptx"
    half.parent.mkdir()
    half.write_bytes(b"half")
    store(address, "1-of-2").tidy()
    assert half.exists()
    store(address).tidy()
    assert not half.exists()
