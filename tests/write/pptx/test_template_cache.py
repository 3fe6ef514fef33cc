"""Compiled brands, kept: what is reused, and what is made anew."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from deckgen.diagnostics import NOWHERE, Diagnostics, Span
from deckgen.world import Refused, World
from deckgen.worlds import DiskWorld, MemoryWorld
from deckgen.write.pptx import cache
from deckgen.write.pptx.cache import load_template
from deckgen.write.pptx.compile import compile_template
from deckgen.write.pptx.pictures import with_pictures, without_pictures
from deckgen.write.pptx.template import Template
from tests.write.pptx import samples

PLAIN = (Path(__file__).parents[3] / "deckgen" / "brand" / "plain" / "brand.yaml").read_text(encoding="utf-8")
OWN = "assets/brands/mine/brand.yaml"


class CountingWorld(MemoryWorld):
    """A world that says how often a brand was read and kept."""

    def __init__(self, files: dict[str, str | bytes]) -> None:
        super().__init__(files)
        self.reads = self.writes = 0

    def read(self, path: str) -> bytes:
        self.reads += path.endswith("brand.yaml")
        return super().read(path)

    def stamp(self, path: str) -> str:
        if path not in self.files:
            raise Refused("there is no such file")
        return hashlib.sha256(self.files[path]).hexdigest()

    def cache_write(self, key: str, data: bytes) -> None:
        self.writes += 1
        self.kept = key
        super().cache_write(key, data)


def loaded(world: World, name: str = "mine", span: Span = NOWHERE) -> tuple[Template | None, Diagnostics]:
    diags = Diagnostics()
    return load_template(world, name, diags, span), diags


def test_the_second_load_reads_no_brand_and_gives_the_same() -> None:
    world = CountingWorld({OWN: PLAIN})
    first, _ = loaded(world)
    read = world.reads
    second, _ = loaded(world)
    assert first is not None
    assert second == first
    assert (world.reads, world.writes) == (read, 1)


def test_a_changed_brand_is_compiled_anew() -> None:
    world = CountingWorld({OWN: PLAIN})
    loaded(world)
    world.files[OWN] = PLAIN.replace("#0A634E", "#0A634F").encode()
    changed, _ = loaded(world)
    assert changed is not None
    assert changed.brand.theme["accent1"] == "#0A634F"
    assert world.writes == 2


def test_a_pack_that_comes_before_a_shipped_brand_is_noticed() -> None:
    world = CountingWorld({})
    shipped, _ = loaded(world, "plain")
    world.files["assets/brands/plain/brand.yaml"] = PLAIN.replace("#0A634E", "#0A634F").encode()
    own, _ = loaded(world, "plain")
    assert shipped is not None
    assert own is not None
    assert own.brand.theme != shipped.brand.theme


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:100],
        lambda data: data[:-1],
        lambda data: data[:5_000] + bytes([data[5_000] ^ 1]) + data[5_001:],
        lambda data: b"\xc1" * len(data),
    ],
)
def test_a_spoilt_entry_is_made_anew_without_a_word(spoil: object) -> None:
    world = CountingWorld({OWN: PLAIN})
    first, _ = loaded(world)
    kept = world.cache_read(world.kept)
    assert kept is not None
    world.cache_write(world.kept, spoil(kept))  # type: ignore[operator]
    again, diags = loaded(world)
    assert again == first
    assert not list(diags)
    assert world.cache_read(world.kept) == kept


def test_an_entry_of_another_shape_is_made_anew() -> None:
    world = CountingWorld({OWN: PLAIN})
    first, _ = loaded(world)
    assert first is not None
    sources = cache._sources_stamp(world)
    content = sources + b"\x93\x01\x02\x03"  # an array of three numbers
    world.cache_write(world.kept, cache._check(content) + content)
    assert loaded(world)[0] == first


def test_a_brand_with_errors_is_reported_each_time_and_never_kept() -> None:
    world = CountingWorld({OWN: PLAIN.replace("dk1:", "dk0:")})
    for _ in range(2):
        template, diags = loaded(world)
        assert template is None
        assert diags.errors
    assert world.writes == 0


def test_an_unknown_brand_is_reported_where_it_is_asked_for() -> None:
    place = Span("decks/talk.yaml", 2, 8, 2, 12)
    template, diags = loaded(CountingWorld({}), "plian", place)
    assert template is None
    assert [(d.code, d.span) for d in diags] == [("unknown-brand", place)]


def test_a_change_to_deckgen_itself_makes_all_anew(tmp_path: Path) -> None:
    class Elsewhere(MemoryWorld):
        def packaged_path(self, path: str) -> str:
            return str(tmp_path / path)

    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "quote.py").write_text("a = 1\n")
    before = cache._sources_stamp(Elsewhere({}))
    (tmp_path / "kinds" / "__pycache__").mkdir()
    (tmp_path / "kinds" / "__pycache__" / "quote.pyc").write_text("x")
    assert cache._sources_stamp(Elsewhere({})) == before
    (tmp_path / "kinds" / "quote.py").write_text("a = 10\n")
    assert cache._sources_stamp(Elsewhere({})) != before


def test_a_logos_bytes_are_kept_once() -> None:
    template = compile_template(samples.brand(), samples.layouts())
    bare, pictures = without_pictures(template)
    assert list(pictures.values()) == [samples.png()]
    assert bare != template
    assert with_pictures(bare, pictures) == template


def test_the_disk_keeps_it_for_the_next_run(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "brands" / "mine"
    folder.mkdir(parents=True)
    (folder / "brand.yaml").write_text(PLAIN, encoding="utf-8")
    first, _ = loaded(DiskWorld(str(tmp_path), today=date(2026, 1, 5)))
    assert len(list((tmp_path / "build" / ".cache").iterdir())) == 1
    second, _ = loaded(DiskWorld(str(tmp_path), today=date(2026, 1, 6)))
    assert second == first
