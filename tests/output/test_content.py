from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from deckgen.output.atomic import NotWritten
from deckgen.output.content import SHARED, Hashes, readable
from deckgen.world import Refused


class Gone:
    """A film that is there no more."""

    def __iter__(self) -> Iterator[bytes]:
        raise Refused("assets/film.mp4 can't be read", "put it back")


def test_hashes_are_those_of_the_whole_content_whatever_began_alike() -> None:
    hashes = Hashes()
    for beginning in [bytes([n]) * 1_000 for n in range(SHARED + 2)] * 2:
        for rest in (b"", b"one", b"another"):
            made = hashes.of((beginning, rest), "talk.pptx")
            assert made == (hashlib.sha256(beginning + rest).hexdigest(), 1_000 + len(rest))


def test_one_chunk_alone_and_none_are_hashed_too() -> None:
    assert Hashes().of((b"abc",), "a") == (hashlib.sha256(b"abc").hexdigest(), 3)
    assert Hashes().of((), "a") == (hashlib.sha256().hexdigest(), 0)


def test_a_film_that_is_gone_is_told_with_the_file_it_was_for() -> None:
    with pytest.raises(NotWritten, match=r"build/talk.pptx can't be written: assets/film.mp4 can't be read") as refusal:
        list(readable((b"before", Gone()), "build/talk.pptx"))
    assert refusal.value.hint == "put it back"
