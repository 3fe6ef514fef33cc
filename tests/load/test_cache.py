"""The cache on the disk stays within its bounds, and keeps what is used."""

from __future__ import annotations

import hashlib
import os
import time
from datetime import date
from pathlib import Path

import pytest

from deckgen import worlds
from deckgen.worlds import CACHE, DiskWorld


def key(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


@pytest.fixture
def world(tmp_path: Path) -> DiskWorld:
    return DiskWorld(str(tmp_path), today=date(2026, 1, 5))


def entries(tmp_path: Path) -> set[str]:
    return {file.name for file in (tmp_path / CACHE).iterdir()}


def age(tmp_path: Path, number: int, days: int) -> None:
    file = tmp_path / CACHE / key(number)
    then = file.stat().st_mtime - days * 86_400
    os.utime(file, (then, then))


def test_what_was_not_used_the_longest_goes_first(
    tmp_path: Path, world: DiskWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        world.cache_write(key(number), b"x" * 100)
        age(tmp_path, number, days=10 - number)
    assert world.cache_read(key(0)) == b"x" * 100  # used again: the youngest now
    monkeypatch.setattr(worlds, "CACHE_BYTES", 400)
    world.cache_write(key(9), b"y" * 100)
    # Six of 100 are more than 400; they are cut to three quarters of that, beside the new one.
    assert entries(tmp_path) == {key(0), key(5), key(4), key(9)}


def test_too_many_entries_are_pruned_as_well(tmp_path: Path, world: DiskWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds, "CACHE_FILES", 8)
    for number in range(12):
        world.cache_write(key(number), b"x")
    assert len(entries(tmp_path)) <= 9 and key(11) in entries(tmp_path)


def test_what_an_unfinished_write_left_is_pruned_in_its_turn(
    tmp_path: Path, world: DiskWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.cache_write(key(1), b"x")
    left = tmp_path / CACHE / f".{key(2)}.1234.tmp"
    left.write_bytes(b"half" * 100)
    os.utime(left, (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr(worlds, "CACHE_BYTES", 200)
    world.cache_write(key(3), b"x")
    assert entries(tmp_path) == {key(1), key(3)}


def test_what_could_not_be_read_back_is_not_written(
    tmp_path: Path, world: DiskWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worlds, "MAX_FILE", 10)
    world.cache_write(key(1), b"x" * 11)
    assert not (tmp_path / CACHE).exists()


def test_what_is_not_there_is_not_looked_for_among_thousands(tmp_path: Path, world: DiskWorld) -> None:
    world.cache_write(key(0), b"x")
    for number in range(1, 3_000):
        (tmp_path / CACHE / key(number)).touch()
    begun = time.process_time()
    assert [world.cache_read(key(number)) for number in range(4_000, 4_100)] == [None] * 100
    assert not any(world.exists(f"{CACHE}/{key(number)}") for number in range(4_000, 4_100))
    assert time.process_time() - begun < 1  # it was 10 s: a file of a like name was looked for each time
    written = time.process_time()
    for number in range(4_000, 4_100):
        world.cache_write(key(number), b"x")
    assert time.process_time() - written < 1
