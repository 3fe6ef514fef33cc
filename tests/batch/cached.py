"""Batches with a cache of finished decks, for the tests of it."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from pathlib import Path

from msgspec.structs import replace

from deckgen.batch.batch import Batch
from deckgen.batch.cache.folder import LIMIT
from deckgen.batch.run import build_here
from deckgen.batch.task import CacheUse, Result
from deckgen.diagnostics import Diagnostics
from tests.batch.project import job_of, plan_of
from tests.batch.test_faults import small_disk  # noqa: F401 - a fixture
from tests.batch.test_unchanged import read


def cache_of(tmp_path: Path, **said: object) -> CacheUse:
    return CacheUse(**({"folder": str(tmp_path / "cache"), "limit": LIMIT, "made_by": "us"} | said))


def run(project: Path, out: Path, cache: CacheUse | None, **said: object) -> tuple[list[Result], list[str]]:
    """The results of a batch into an empty folder, and the codes of what is said."""
    shutil.rmtree(out, ignore_errors=True)
    job = replace(job_of(project, out), cache=cache, **said)
    diags = Diagnostics()
    batch = Batch(job, plan_of(project), diags, read(project))
    assert batch.check(), list(diags)
    results = sorted(batch.run(build_here, whole=True), key=lambda result: result.number)
    return results, [f"{one.code}: {one.message}" for one in diags]


def statuses(project: Path, out: Path, cache: CacheUse | None, **said: object) -> Counter[str]:
    return Counter(result.status for result in run(project, out, cache, **said)[0])


def compiled(project: Path, out: Path, cache: CacheUse) -> list[str]:
    return [result.name for result in run(project, out, cache)[0] if result.status != "cached"]


def contents(out: Path) -> dict[str, str]:
    """Every file of a batch but its ledger, with its hash."""
    files = [file for file in out.rglob("*") if file.is_file() and not file.name.startswith(".")]
    return {file.relative_to(out).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def files_of(cache: CacheUse) -> list[Path]:
    return sorted(file for file in Path(cache.folder).rglob("*") if file.is_file())
