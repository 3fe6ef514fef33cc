from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.load.film import load_film
from deckgen.ooxml.chunks import pieces
from deckgen.scene import Film
from deckgen.world import Refused
from deckgen.worlds import MemoryWorld
from tests.support.films import box, film, movie, track
from tests.support.tools import ROOT

SPAN = Span("slides/a.yaml", 3, 8, 3, 20)


def loaded(data: bytes, path: str = "film.mp4") -> tuple[Film | None, list[Diagnostic]]:
    """What is made of a file, and what is said of it."""
    diags = Diagnostics()
    return load_film(MemoryWorld({path: data}), path, SPAN, diags), list(diags)


def sound(data: bytes) -> Film:
    found, said = loaded(data)
    assert said == [] and found is not None
    return found


def refused(data: bytes) -> tuple[str, str | None]:
    """Why a file is refused, and what to do."""
    found, said = loaded(data)
    assert found is None and len(said) == 1
    assert (said[0].code, said[0].severity, said[0].span) == ("unusable-film", Severity.ERROR, SPAN)
    return said[0].message.removeprefix('the film "film.mp4" can\'t be used: '), said[0].hint


def test_a_real_film_is_what_it_says() -> None:
    data = Path(ROOT, "assets/gallery/valley-film.mp4").read_bytes()
    found = sound(data)
    assert (found.format, found.width, found.height, found.ms) == ("mp4", 640, 360, 4000)
    assert (found.size, found.crc, found.sha256) == (len(data), zlib.crc32(data), hashlib.sha256(data).hexdigest())
    assert b"".join(pieces((found.pieces,))) == data


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (film(), ("mp4", 1280, 720, 4000)),
        (film(index_last=True), ("mp4", 1280, 720, 4000)),
        (film(brand=b"M4V "), ("mp4", 1280, 720, 4000)),
        (film(brand=b"qt  "), ("mov", 1280, 720, 4000)),
        (film(movie(90_000, wide=True), track(640, 480)), ("mp4", 640, 480, 90_000)),
        (film(movie(), track(handler=b"soun", codec=b"mp4a"), track(320, 180)), ("mp4", 320, 180, 4000)),
        (film(movie(), track(1920, 1080, turned=True)), ("mp4", 1080, 1920, 4000)),
        (film()[len(box(b"ftyp", bytes(12))) :], ("mov", 1280, 720, 4000)),
        (film() + struct.pack(">I4s", 0, b"free") + bytes(20), ("mp4", 1280, 720, 4000)),
        (film() + struct.pack(">I4sQ", 1, b"free", 36) + bytes(20), ("mp4", 1280, 720, 4000)),
    ],
)
def test_a_film_is_known_by_its_boxes(data: bytes, told: tuple[str, int, int, int]) -> None:
    found = sound(data)
    assert (found.format, found.width, found.height, found.ms) == told


def test_the_name_of_the_file_says_nothing() -> None:
    assert loaded(film(), "notes.txt")[1] == []


@pytest.mark.parametrize(
    ("data", "reason", "hint"),
    [
        (b"", "it is empty", "save the film again"),
        (b"\x1aE\xdf\xa3" + bytes(80), "it is a WebM or Matroska film", "ffmpeg -i film.mp4"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "it is an AVI film", "libx264"),
        (b"\x30\x26\xb2\x75" + bytes(80), "it is a Windows Media film", "libx264"),
        (b"OggS" + bytes(80), "it is an Ogg film", "libx264"),
        (b"GIF89a" + bytes(80), "it is a GIF picture", "kind: picture"),
        (b"<!DOCTYPE html><html><body>Sign in", "it is a web page, not a film", "download the film itself"),
        (b"\n\n<html lang=en>", "it is a web page, not a film", "download the film itself"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1", "it is a note of Git LFS", "git lfs pull"),
        (b"ID3\x04" + bytes(80), "it is a sound", "films"),
        (b"a film of our school", "it is no film", "MP4"),
        (b"\x00\x00", "it is no film", "MP4"),
        (film()[:-10], "it is cut off: its last 10 bytes are missing", "again"),
        (film(index_last=True)[:-40], "it is cut off: its last 40 bytes are missing", "again"),
        (film()[:20], "it has no index", "export"),
        (box(b"ftyp", b"isom" * 3) + box(b"mdat", bytes(99)), "it has no index", "export"),
        (film(movie(), track(handler=b"soun", codec=b"mp4a")), "it has no picture, only sound", "films"),
        (film(movie(), track(0, 0)), "it has no picture, only sound", "films"),
        (film(movie(), box(b"trak", struct.pack(">I4s", 4, b"tkhd"))), "it is damaged", "again"),
        (film(box(b"mvhd", bytes(8)), track()), "it is damaged", "again"),
        (film() + struct.pack(">I4s", 7, b"free"), "it is damaged", "again"),
    ],
)
def test_what_is_no_film_is_refused(data: bytes, reason: str, hint: str) -> None:
    said, advice = refused(data)
    assert said.startswith(reason), said
    assert advice is not None and hint in advice


def test_a_file_that_is_not_there_names_the_one_that_may_be_meant() -> None:
    diags = Diagnostics()
    assert load_film(MemoryWorld({"assets/film.mp4": film()}), "assets/flim.mp4", SPAN, diags) is None
    (said,) = diags
    assert said.hint == 'did you mean "film.mp4"?'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (film(movie(), track(codec=b"hvc1")), "is coded as HEVC; PowerPoint plays H.264 everywhere"),
        (film(movie(), track(codec=b"xyz ")), "is coded as xyz; PowerPoint plays H.264 everywhere"),
        (film(movie(), track(), box(b"mvex", bytes(8))), "is made for streaming"),
    ],
)
def test_what_may_not_play_is_warned_of(data: bytes, told: str) -> None:
    found, said = loaded(data)
    assert found is not None
    assert [(d.code, d.severity) for d in said] == [("film-codec", Severity.WARNING)]
    assert told in said[0].message


def test_a_film_that_changes_while_the_deck_is_made_is_noticed() -> None:
    world = MemoryWorld({"film.mp4": film()})
    found = load_film(world, "film.mp4", SPAN, Diagnostics())
    assert found is not None
    world.files["film.mp4"] = film(picture=b"other" * 20)
    with pytest.raises(Refused, match=r"film\.mp4 was changed"):
        list(found.pieces)


def test_equal_films_are_one() -> None:
    one, other = sound(film()), loaded(film(), "again.mp4")[0]
    assert one == other and hash(one) == hash(other)


@given(data=st.binary(max_size=300), at=st.integers(0, 400), cut=st.integers(0, 400))
def test_no_bytes_break_it(data: bytes, at: int, cut: int) -> None:
    whole = film(movie(), track(), box(b"mvex", bytes(4)), index_last=True)
    for hostile in (data, whole[:at] + data + whole[at:], whole[:at] + data, whole[:at] + whole[at + cut :]):
        found, said = loaded(hostile)
        assert found is not None or len(said) == 1
