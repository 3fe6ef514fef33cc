"""The ledger after full disks and power cuts."""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections import Counter
from pathlib import Path

import pytest

from deckgen.batch import local_store
from deckgen.batch.batch import Batch
from deckgen.batch.ledger import line_of
from deckgen.batch.local_store import LocalStore
from deckgen.batch.run import build_here
from deckgen.batch.store import LEDGER
from deckgen.batch.task import Entry
from deckgen.diagnostics import Diagnostics
from tests.batch.project import job_of, ledger_of, make_project, plan_of
from tests.batch.test_faults import small_disk  # noqa: F401 - a fixture
from tests.batch.test_run import built
from tests.batch.test_unchanged import read


def line(name: str) -> bytes:
    return line_of(Entry(name=name, sha256="0" * 64, size=1, stamp="1"))


@pytest.mark.parametrize("left", [b"", line("0.pptx"), line("0.pptx") + line("9.pptx")[:40], b"\0" * 30])
def test_a_line_that_was_cut_short_takes_no_other_with_it(tmp_path: Path, left: bytes) -> None:
    (tmp_path / LEDGER).write_bytes(left)
    LocalStore(str(tmp_path), "out").add_to_ledger(line("1.pptx") + line("2.pptx"))
    known = ledger_of(tmp_path)
    assert [len(known.below(name)) for name in ("1", "2")] == [1, 1]
    assert len(known.below("0")) == left.count(b'"0.pptx"')


def test_a_line_that_the_disk_has_no_room_for_is_told(small_disk: Path) -> None:  # noqa: F811
    store = LocalStore(str(small_disk), "out")
    store.add_to_ledger(line("1.pptx"))
    with pytest.raises(OSError, match="No space"):
        store.add_to_ledger(b"x" * 2_000_000)
    shutil.copy(small_disk / LEDGER, small_disk.parent / LEDGER)
    LocalStore(str(small_disk.parent), "out").add_to_ledger(line("2.pptx"))
    assert [len(ledger_of(small_disk.parent).below(name)) for name in ("1", "2")] == [1, 1]


def test_the_ledger_is_made_safe_now_and_then_and_folders_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, out, synced = make_project(tmp_path / "p", 60), tmp_path / "out", Counter[str]()
    sync = os.fsync
    monkeypatch.setattr(local_store, "SYNC_EVERY", 0.01)

    def noted(handle: int) -> None:
        info = os.fstat(handle)
        same = (out / LEDGER).exists() and os.path.samestat(info, os.stat(out / LEDGER))
        synced["folder" if stat.S_ISDIR(info.st_mode) else "ledger" if same else "file"] += 1
        sync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    batch = Batch(job_of(project, out), plan_of(project, by="{{ phase }}"), Diagnostics(), read(project))
    assert batch.check()
    begun = time.monotonic()
    list(batch.run(build_here, whole=True))
    passed = time.monotonic() - begun
    assert (synced["file"], synced["folder"]) == (61, 2), "each deck, and the ledger as it is at the end"
    assert 0 < synced["ledger"] <= 2 * passed / 0.01, "whoever makes decks adds to it, and whoever waits for them"


def test_after_a_power_cut_that_took_the_ledger_only_what_is_another_now_is_left_alone(tmp_path: Path) -> None:
    project, out = make_project(tmp_path / "p", 3), tmp_path / "out"
    built(project, out)
    (out / LEDGER).unlink()
    (project / "schools.csv").write_text((project / "schools.csv").read_text().replace("primary,201", "primary,999"))
    results = built(project, out)
    assert [result.status for result in results] == ["unchanged", "refused", "unchanged"]
    assert [one.code for one in results[1].said] == ["output-foreign"]
