"""Pictures are decoded once: by a build, and by the next one, which finds them in the project's cache."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from deckgen.assets import Assets
from deckgen.diagnostics import Diagnostics, Span
from deckgen.diagnostics.diagnostic import by_place
from deckgen.load.picture import load_picture
from deckgen.worlds import CACHE, DiskWorld, MemoryWorld
from tests.load.test_picture import HERE, ROOT, corners, encoded, exif


def test_a_second_build_finds_the_picture_without_pillow(tmp_path: Path) -> None:
    (tmp_path / "p.jpg").write_bytes(encoded(corners(), "JPEG", exif=exif(6)))
    program = (
        "import sys; from datetime import date; from deckgen.worlds import DiskWorld;"
        "from deckgen.diagnostics import Diagnostics, Span; from deckgen.load.picture import load_picture;"
        f"w = DiskWorld({str(tmp_path)!r}, today=date(2026, 1, 5)); d = Diagnostics();"
        "i = load_picture(w, 'p.jpg', Span('a', 1, 1, 1, 1), d); print(i.sha256, len(d), 'PIL' in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT).stdout
        for _ in range(2)
    ]
    assert runs[0].split()[:2] == runs[1].split()[:2]
    assert [run.split()[2] for run in runs] == ["True", "False"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: b"x" + data,
        lambda data: data.replace(b"png", b"gif", 1),
        lambda data: data[:80],
    ],
)
def test_a_spoilt_cache_entry_is_made_again(tmp_path: Path, spoil: object) -> None:
    assert callable(spoil)
    (tmp_path / "p.png").write_bytes(encoded(corners(), "PNG"))
    world = DiskWorld(str(tmp_path), today=date(2026, 1, 5))
    first = load_picture(world, "p.png", HERE, Diagnostics())
    entry = next((tmp_path / CACHE).iterdir())
    entry.write_bytes(spoil(entry.read_bytes()))
    assert load_picture(world, "p.png", HERE, Diagnostics()) == first


class _Counting(MemoryWorld):
    """Counts how often something is looked for in the cache: once before a file is decoded."""

    def cache_read(self, key: str) -> bytes | None:
        self.looked = getattr(self, "looked", 0) + 1
        return super().cache_read(key)


@pytest.mark.parametrize("data", [b"no picture", encoded(corners(), "PNG")])
def test_a_picture_is_decoded_once_whoever_shows_it(data: bytes) -> None:
    world, diags = _Counting({"p.png": data}), Diagnostics()
    assets = Assets(world)
    found = [
        assets.reader(diags, set()).picture("p.png", Span("a.yaml", line, 1, line, 2)) is not None for line in range(9)
    ]
    assert world.looked == 1 and len(set(found)) == 1
    assert len(list(diags)) == (0 if found[0] else 9) and len(by_place(diags)) == (0 if found[0] else 1)


def test_a_bad_picture_is_read_anew_once_its_file_has_changed() -> None:
    world, diags = MemoryWorld({"p.png": b"no picture"}), Diagnostics()
    assets = Assets(world)
    assert assets.reader(diags, set()).picture("p.png", HERE) is None
    world.files["p.png"] = encoded(corners(), "PNG")
    assets.forget(["p.png"])
    assert assets.reader(diags, set()).picture("p.png", HERE) is not None


def test_a_picture_from_the_cache_takes_about_a_millisecond(tmp_path: Path) -> None:
    image = Image.effect_noise((1600, 900), 60)
    data = encoded(Image.merge("RGB", [image] * 3), "JPEG", quality=25)
    assert 150_000 < len(data) < 600_000
    (tmp_path / "p.jpg").write_bytes(data)
    world = DiskWorld(str(tmp_path), today=date(2026, 1, 5))
    taken = []
    for _ in range(8):
        begun = time.perf_counter()
        load_picture(world, "p.jpg", HERE, Diagnostics())
        taken.append(time.perf_counter() - begun)
    # 0.5 ms on a quiet machine; the bound leaves room for a busy one.
    assert min(taken) < 0.005
