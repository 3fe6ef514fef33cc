"""What went into a deck is told by hashes: those of the contents that were read."""

from __future__ import annotations

import hashlib

from deckgen.recording import RecordingWorld
from deckgen.worlds import MemoryWorld


def hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_the_hash_is_that_of_what_was_read_though_the_file_has_changed_since() -> None:
    inner = MemoryWorld({"a.csv": b"one"})
    world = RecordingWorld(inner)
    world.read("a.csv")
    inner.files["a.csv"] = b"two"
    assert world.hashes(["a.csv"]) == {"a.csv": hashed(b"one")}
    world.read("a.csv")
    assert world.hashes(["a.csv"]) == {"a.csv": hashed(b"two")}


def test_what_was_not_read_is_read_for_its_hash_and_what_is_gone_is_left_out() -> None:
    world = RecordingWorld(MemoryWorld({"b.csv": b"one"}))
    assert world.hashes(["b.csv", "a.csv"]) == {"b.csv": hashed(b"one")}


def test_a_film_is_hashed_once_and_anew_when_it_has_changed() -> None:
    inner = MemoryWorld({"film.mp4": b"one"})
    world = RecordingWorld(inner)
    for _ in range(2):  # looked through, then copied
        world.open("film.mp4").close()
        assert world.hashes(["film.mp4"]) == {"film.mp4": hashed(b"one")}
        inner.files["film.mp4"] = b"two"
    world.forget(["film.mp4"])
    assert world.hashes(["film.mp4"]) == {"film.mp4": hashed(b"two")}
