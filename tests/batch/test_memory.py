"""Rows that each have a picture of their own: what is held of them has bounds."""

from __future__ import annotations

import random
import struct
import tracemalloc
import zlib
from collections import Counter
from pathlib import Path

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


def test_a_row_whose_own_picture_has_changed_is_built_alone(tmp_path: Path) -> None:
    project, out = with_pictures(tmp_path / "p", 12, side=20), tmp_path / "out"
    job = job_of(project, out)
    assert built(project, job) == [str(100 + number) for number in range(12)]
    assert built(project, job) == []
    (project / "assets/107.png").write_bytes(picture(99, 20))
    assert built(project, job) == ["107"]
    assert reasons(project, job) == {"": 12}
