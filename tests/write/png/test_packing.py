"""Pixels as PNG: what is packed comes out again, in order, and little of it waits."""

from __future__ import annotations

import io
import random
import threading
from collections.abc import Iterator

import pytest
from PIL import Image

from deckgen.write.png.packing import AHEAD, packed, png
from deckgen.write.png.pixels import Pixels


def pixels(width: int, height: int, *, pad: int = 0, seed: int = 0, photo: bool = False) -> Pixels:
    data = random.Random(seed).randbytes((3 * width + pad) * height)
    return Pixels(width, height, 3 * width + pad, memoryview(data), photo)


def rows(given: Pixels) -> bytes:
    return b"".join([bytes(given.data[y * given.stride :][: 3 * given.width]) for y in range(given.height)])


@pytest.mark.parametrize("photo", [True, False])
@pytest.mark.parametrize(("width", "height", "pad"), [(1, 1, 0), (5, 63, 1), (7, 64, 3), (9, 200, 1)])
def test_what_is_packed_comes_out_again(width: int, height: int, pad: int, *, photo: bool) -> None:
    given = pixels(width, height, pad=pad, photo=photo)
    found = Image.open(io.BytesIO(png(given)))
    assert (found.mode, found.size, found.tobytes()) == ("RGB", (width, height), rows(given))


def test_a_photograph_is_packed_smaller_than_without_filters() -> None:
    slope = bytes(channel for y in range(200) for x in range(200) for channel in ((x + y) % 256, (3 * x) % 256, y))
    flat, photo = (Pixels(200, 200, 600, memoryview(slope), photo) for photo in (False, True))
    assert 3 * len(png(photo)) < len(png(flat))


def test_pages_come_in_order_whichever_is_packed_first() -> None:
    given = [pixels(900 if n % 3 == 0 else 3, 300, seed=n) for n in range(20)]
    assert list(packed(given)) == [png(one) for one in given]


def test_no_more_pages_wait_to_be_packed_than_memory_has_room_for() -> None:
    asked = []

    def pages() -> Iterator[Pixels]:
        for number in range(3):
            asked.append(number)
            yield Pixels(1, AHEAD // 3 + 1, 3, memoryview(bytes(3 * (AHEAD // 3 + 1))))

    first = next(packed(pages()))
    assert asked == [0] and Image.open(io.BytesIO(first)).size == (1, AHEAD // 3 + 1)


def test_who_stops_asking_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    asked = packed(pixels(300, 300, seed=n) for n in range(50))
    next(asked)
    asked.close()
    assert threading.active_count() == before
