from __future__ import annotations

import pytest

from deckgen.scene import Color
from deckgen.write.pptx.colors import NAMES, color_map, color_xml, map_override_xml
from tests.write.pptx.markup import canonical, find, parsed
from tests.write.pptx.samples import DARK_MAP, THEME

LIGHT, DARK = color_map(), color_map(DARK_MAP)


def test_on_a_light_ground_the_names_are_the_usual_ones() -> None:
    assert [LIGHT.name(slot) for slot in ("lt1", "dk1", "lt2", "dk2", "accent3")] == [
        "bg1",
        "tx1",
        "bg2",
        "tx2",
        "accent3",
    ]


def test_on_a_dark_ground_each_name_leads_back_to_the_slot_it_was_made_from() -> None:
    for slot in set(THEME) - {"hlink", "folHlink"}:
        assert DARK.slots[DARK.name(slot)] == slot


def test_an_accent_keeps_its_own_name_where_links_are_mapped_to_it() -> None:
    assert DARK.name("accent1") == "accent1"


def test_a_ground_that_the_map_does_not_reach_is_named_directly() -> None:
    assert color_map({"tx1": "lt2"}).name("dk1") == "dk1"


def test_a_slot_that_the_map_does_not_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="hlink"):
        DARK.name("hlink")


def test_shades_are_written_in_the_order_of_the_schema() -> None:
    assert canonical(color_xml(Color("dk2", 85_000, 14_000), LIGHT)) == canonical(
        '<a:schemeClr val="tx2"><a:lumMod val="85000"/><a:lumOff val="14000"/></a:schemeClr>'
    )


def test_an_override_says_all_twelve_names() -> None:
    mapping = parsed(map_override_xml(DARK))[0]
    assert list(mapping.attrib) == list(NAMES)
    assert (mapping.get("bg1"), mapping.get("hlink"), mapping.get("accent6")) == ("dk2", "accent1", "accent6")


def test_without_a_map_the_masters_holds() -> None:
    assert len(find(parsed(map_override_xml(None)), "a:masterClrMapping")) == 1
