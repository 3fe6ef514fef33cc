"""Rows that each have a picture of their own: what is held of them has bounds."""

from __future__ import annotations

import random
import struct
import tracemalloc
import zlib
from collections import Counter
from pathlib import Path

from deckgen.batch.builder import Builder
from deckgen.batch.run import build_here
from deckgen.room import ROOM
from tests.batch.project import job_of, make_project, plan_of
from tests.batch.test_unchanged import built, reasons

SLIDE = "\n  - {kind: picture, id: map, caption: Where you are, picture: {file: 'assets/{{ urn }}.png', alt: A map}}\n"


def picture(seed: int, side: int) -> bytes:
    """A PNG of three bytes a pixel that nothing makes smaller."""
    noise = random.Random(seed)
    rows = b"".join(b"\0" + noise.randbytes(side * 3) for _ in range(side))
    size = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", size), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, parts))


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    name, content = part
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def with_pictures(project: Path, rows: int, side: int) -> Path:
    """A project whose rows each have a picture."""
    make_project(project, rows)
    deck = project / "decks/talk.yaml"
    deck.write_text(f"rows: schools.csv\n{deck.read_text().rstrip()}{SLIDE}")
    (project / "assets").mkdir()
    for number in range(rows):
        (project / f"assets/{100 + number}.png").write_bytes(picture(number, side))
    return project


def test_what_is_held_of_rows_pictures_has_a_bound(tmp_path: Path) -> None:
    rows, megabyte = 100, 580
    project, out = with_pictures(tmp_path / "p", rows, side=megabyte), tmp_path / "out"
    tracemalloc.start()
    results = build_here(job_of(project, out), plan_of(project).tasks())
    try:
        assert Counter(result.status for result in results) == {"written": rows}
        held, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < ROOM + 40e6, "of a hundred megabytes"
    assert held < 20e6


def test_what_is_held_of_rows_whose_words_are_far_too_long_has_a_bound(tmp_path: Path) -> None:
    rows, words = 200, 150
    lot = random.Random(1)
    names = ["".join(lot.choices("abcdefghij", k=lot.randint(3, 10))) for _ in range(3_000)]
    lines = "".join(f"{1_000 + n},{' '.join(lot.choices(names, k=words))},primary,80,\n" for n in range(rows))
    project, out = make_project(tmp_path / "p", 1, lines=lines), tmp_path / "out"
    builder = Builder(job_of(project, out))
    tasks = list(plan_of(project).tasks())
    tuple(builder.build_all(tasks[:1]))
    tracemalloc.start()
    try:
        for piece in (tasks[first : first + 100] for first in range(1, len(tasks), 100)):
            assert Counter(result.status for result in builder.build_all(piece)) == {"failed": len(piece)}
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 50e6, "200 rows of 1,100 characters, set in a dozen ways"


def test_failed_rows_are_told_as_they_come(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", 0, lines="".join(f"{n},{'Oak ' * 200},primary,80,\n" for n in range(100)))
    tasks = plan_of(project).tasks()
    results = build_here(job_of(project, tmp_path / "out"), tasks)
    assert next(results).status == "failed"
    assert next(tasks, None) is not None, "a hundred rows would all be held"
    results.close()


def test_a_row_whose_own_picture_has_changed_is_built_alone(tmp_path: Path) -> None:
    project, out = with_pictures(tmp_path / "p", 12, side=20), tmp_path / "out"
    job = job_of(project, out)
    assert built(project, job) == [str(100 + number) for number in range(12)]
    assert built(project, job) == []
    (project / "assets/107.png").write_bytes(picture(99, 20))
    assert built(project, job) == ["107"]
    assert reasons(project, job) == {"": 12}
