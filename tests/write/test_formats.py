"""The names of what a deck is written as."""

from __future__ import annotations

import pytest

from deckgen.write.formats import File, slide_suffix


@pytest.mark.parametrize(
    ("number", "slides", "id", "name"),
    [
        (1, 14, "cover", "01-cover"),
        (2, 500, "joining-a-trust/cover", "002-joining-a-trust-cover"),
        (3, 9, "table~2", "03-table~2"),
        (4, 9, "con", "04-con"),
        (5, 9, "Größe/Fünf plus", "05-Größe-Fünf-plus"),
        (6, 9, "cafe\u0301", "06-café"),
        (7, 9, 'a<b>:"c"|?*\\d', "07-a-b-c-d"),
        (8, 9, "???", "08"),
        (9, 9, "dots...", "09-dots"),
    ],
)
def test_a_slides_file_has_its_number_and_as_much_of_its_id_as_any_disk_takes(
    number: int, slides: int, id: str, name: str
) -> None:
    assert slide_suffix(number, slides, id, "png") == f".slides/{name}.png"


def test_long_ids_are_cut_to_what_a_disk_takes() -> None:
    name = slide_suffix(1, 1, "我們的計畫" * 100, "svg").removeprefix(".slides/")
    assert len(name.encode()) <= 100 and name.startswith("01-我們的計畫") and "\ufffd" not in name


def test_files_are_held_in_memory_when_asked_for() -> None:
    assert File(".pdf", (b"one", b"two")).data == b"onetwo"
