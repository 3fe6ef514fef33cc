"""Pictures that are kept for the next deck have a bound in bytes."""

from __future__ import annotations

from deckgen.room import Room
from deckgen.scene import Image


def image(name: str, size: int, drawing: int = 0) -> Image:
    vector = Image(f"{name}-drawn", "svg", 1, 1, b"v" * drawing) if drawing else None
    return Image(name, "png", 1, 1, b"p" * size, vector)


def test_what_was_used_the_longest_ago_goes_for_what_is_new() -> None:
    room = Room[str](100)
    assert room.take("a", [image("1", 40)]) == []
    assert room.take("b", [image("2", 40)]) == []
    room.use("a")
    assert room.take("c", [image("3", 40)]) == ["b"]


def test_a_picture_that_several_show_counts_once() -> None:
    room, logo = Room[int](100), image("logo", 90)
    assert [room.take(number, [logo]) for number in range(50)] == [[]] * 50
    assert room.take(50, [image("map", 20)]) == list(range(50)), "the logo goes with the last that shows it"


def test_a_drawing_and_its_twin_both_count() -> None:
    room = Room[str](100)
    room.take("a", [image("1", 50, 40)])
    assert room.take("b", [image("2", 20)]) == ["a"]


def test_what_shows_no_picture_is_not_counted() -> None:
    room = Room[str](10)
    assert room.take("words", []) == []
    assert room.take("a", [image("1", 10)]) == []


def test_one_that_is_larger_than_the_room_is_kept_until_the_next() -> None:
    room = Room[str](10)
    assert room.take("a", [image("1", 50)]) == []
    assert room.take("b", [image("2", 5)]) == ["a"]
    room.leave("b")
    assert room.take("c", [image("3", 10)]) == []


def test_what_is_taken_anew_counts_once() -> None:
    room = Room[str](100)
    for _ in range(5):
        assert room.take("a", [image("1", 60)]) == []
    assert room.take("b", [image("2", 40)]) == []
