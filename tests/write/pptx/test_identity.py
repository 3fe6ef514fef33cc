from __future__ import annotations

import re
import uuid

from deckgen.write.pptx import identity
from deckgen.write.pptx.identity import guid, shape_family, shape_guid, slide_numbers


def test_a_guid_is_a_version_5_uuid_in_braces() -> None:
    made = guid("shape", "talk/cover", "title")
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", made)
    assert uuid.UUID(made).version == 5


def test_a_guid_depends_on_nothing_but_its_names() -> None:
    # Written down, since files in the world carry it: it may never change.
    assert guid("shape", "talk/cover", "title") == "{E08B3B35-ADA4-5F05-ACB6-810EBA2F40EF}"


def test_names_are_not_run_together() -> None:
    assert guid("ab", "c") != guid("a", "bc")


def test_numbers_of_a_slide_do_not_depend_on_the_slides_around_it() -> None:
    alone = slide_numbers(("talk/b",))["talk/b"]
    assert slide_numbers(("talk/a", "talk/b", "talk/c"))["talk/b"] == alone


def test_numbers_are_within_the_formats_ranges_and_unique() -> None:
    made = slide_numbers(tuple(f"talk/{n}" for n in range(5_000))).values()
    assert all(256 <= n.slide_id < 2**31 and 1 <= n.creation_id < 2**32 for n in made)
    assert len({n.slide_id for n in made}) == len({n.creation_id for n in made}) == 5_000


def test_two_slides_whose_hashes_meet_are_told_apart() -> None:
    taken: set[int] = set()
    given = [identity._free(wish, taken, 256, 4) for wish in (3, 3, 3, 1)]
    assert given == [259, 256, 257, 258]


def test_a_shapes_guid_is_a_uuid_of_our_own_making() -> None:
    # Written down, since files in the world carry it: it may never change.
    made = shape_guid(shape_family("talk/cover"), "title")
    assert uuid.UUID(made).version == 8
    assert made == "{46DD8DE0-11E5-8A2F-A6C4-8E072B36786B}"


def test_shapes_are_told_apart_by_their_part_and_by_their_names() -> None:
    made = {
        shape_guid(shape_family(owner), name)
        for owner in ("talk/a", "talk/b", "layout/a")
        for name in ("title", "points", "points 2", "links[0].name", "")
    }
    assert len(made) == 15
