"""What stands in a template's theme, master and layouts."""

from __future__ import annotations

import zlib
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace

from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.compile import compile_template
from deckgen.write.pptx.table_styles import table_styles
from deckgen.write.pptx.template import Template
from tests.write.pptx import samples
from tests.write.pptx.markup import find

THEME = "ppt/theme/theme1.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
SLOTS = [
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
]


@pytest.fixture(scope="module")
def template() -> Template:
    return compile_template(samples.brand(), samples.layouts())


def root(template: Template, name: str) -> Any:
    """A member, inflated and parsed."""
    member = template.members[name]
    return etree.fromstring(zlib.decompress(member.data, -15))


def layout(template: Template, name: str) -> Any:
    return root(template, template.layouts[name].part)


def shape(part: Any, name: str) -> Any:
    (found,) = find(part, f".//p:sp[p:nvSpPr/p:cNvPr/@name='{name}']")
    return found


def level(placeholder: Any, number: int = 1) -> Any:
    (found,) = find(placeholder, f"./p:txBody/a:lstStyle/a:lvl{number}pPr")
    return found


def test_every_part_is_xml_and_as_long_as_its_member_says(template: Template) -> None:
    for name, member in template.members.items():
        if name.endswith((".xml", ".rels")):
            content = zlib.decompress(member.data, -15)
            assert (len(content), zlib.crc32(content)) == (member.size, member.crc)
            etree.fromstring(content)


def test_the_theme_has_the_brands_colours_and_faces(template: Template) -> None:
    theme = root(template, THEME)
    assert theme.get("name") == "Sample & Trust"
    schemes = find(theme, ".//a:clrScheme/*")
    assert [etree.QName(slot).localname for slot in schemes] == SLOTS
    assert [f"#{slot[0].get('val')}" for slot in schemes] == [samples.THEME[name] for name in SLOTS]
    assert [face.get("typeface") for face in find(theme, ".//a:fontScheme//a:latin")] == ["Georgia", "Calibri"]


def test_the_theme_has_no_gradient_and_no_shadow(template: Template) -> None:
    theme = root(template, THEME)
    formats = find(theme, ".//a:fmtScheme")[0]
    assert [len(group) for group in formats] == [3, 3, 3, 3]
    assert not find(theme, "//a:gradFill | //a:outerShdw | //a:effectLst/* | //a:scene3d | //a:sp3d")


def test_the_notes_have_a_theme_of_their_own(template: Template) -> None:
    assert root(template, "ppt/theme/theme2.xml").get("name") != root(template, THEME).get("name")
    (relation,) = root(template, "ppt/notesMasters/_rels/notesMaster1.xml.rels")
    assert relation.get("Target") == "../theme/theme2.xml"


def test_the_master_lists_its_layouts_under_ids_of_their_own(template: Template) -> None:
    master = root(template, MASTER)
    assert find(master, "//p:sldLayoutId/@id") == [str(2**31 + n) for n in (1, 2, 3)]
    related = root(template, "ppt/slideMasters/_rels/slideMaster1.xml.rels")
    relations = {relation.get("Id"): relation.get("Target") for relation in related}
    listed = [relations[number] for number in find(master, "//p:sldLayoutId/@r:id")]
    assert listed == [f"../slideLayouts/slideLayout{n}.xml" for n in (1, 2, 3)]
    assert relations["rId4"] == "../theme/theme1.xml"


def test_the_masters_body_hangs_its_bullets_by_twenty_points_a_level(template: Template) -> None:
    levels = find(root(template, MASTER), "//p:bodyStyle/*")
    assert len(levels) == 9
    assert [(int(lvl.get("marL")), int(lvl.get("indent"))) for lvl in levels[:3]] == [
        (254_000, -254_000),
        (508_000, -254_000),
        (762_000, -254_000),
    ]
    assert [find(lvl, "a:buChar/@char")[0] for lvl in levels[:3]] == ["•", "–", "–"]
    assert {find(lvl, "a:buFont/@typeface")[0] for lvl in levels} == {"+mn-lt"}
    assert find(levels[0], "a:spcAft/a:spcPts/@val") == ["1600"]
    assert find(levels[1], "a:spcAft/a:spcPts/@val") == ["800"]


def test_kerning_is_said_by_the_master(template: Template) -> None:
    for path in ("//p:titleStyle/a:lvl1pPr/a:defRPr", "//p:bodyStyle/*/a:defRPr"):
        assert {style.get("kern") for style in find(root(template, MASTER), path)} == {"1200"}


def test_a_title_slide_comes_first_and_alone_has_a_type(template: Template) -> None:
    assert list(template.layouts) == ["Cover", "Points", "Contrast"]
    assert [layout(template, name).get("type") for name in template.layouts] == ["title", None, None]
    assert {layout(template, name).get("preserve") for name in template.layouts} == {"1"}


def test_a_dark_layout_maps_all_twelve_colours(template: Template) -> None:
    (override,) = find(layout(template, "Cover"), "//a:overrideClrMapping")
    assert dict(override.attrib) == {**{name: name for name in SLOTS[4:10]}, **samples.DARK_MAP}
    assert find(layout(template, "Points"), "//p:clrMapOvr/a:masterClrMapping")
    assert template.colors("Cover").slots == dict(override.attrib)
    assert template.colors("Points").slots["bg1"] == "lt1"


def test_colours_are_named_through_the_layouts_own_map(template: Template) -> None:
    dark, light = layout(template, "Cover"), layout(template, "Points")
    assert find(level(shape(dark, "Title")), "a:defRPr/a:solidFill/*/@val") == ["tx1"]  # lt1 on the dark map
    assert find(level(shape(light, "Title")), "a:defRPr/a:solidFill/*/@val") == ["tx2"]  # dk2 on the light one
    assert find(dark, "//p:bg//a:schemeClr/@val") == ["bg1"]  # dk2 on the dark map
    assert find(layout(template, "Contrast"), "//p:bg//a:schemeClr/@val") == ["bg2"]
    assert not find(light, "//p:bg"), "a white layout follows the master's background"


def test_decor_lies_below_the_placeholders_and_is_marked_decorative(template: Template) -> None:
    shapes = [s for s in find(layout(template, "Points"), "//p:spTree/*") if find(s, ".//p:cNvPr[@id!='1']")]
    decorative = [bool(find(s, ".//adec:decorative[@val='1']")) for s in shapes]
    assert decorative == [True] * 2 + [False] * (len(shapes) - 2)


def test_shape_ids_are_unique_in_every_part(template: Template) -> None:
    for part in (MASTER, "ppt/notesMasters/notesMaster1.xml", *(p.part for p in template.layouts.values())):
        ids = find(root(template, part), "//p:cNvPr/@id")
        assert len(ids) == len(set(ids)) > 1


def test_a_placeholder_carries_its_slots_name_idx_box_and_prompt(template: Template) -> None:
    points = shape(layout(template, "Points"), "Points")
    (ref,) = find(points, ".//p:ph")
    assert dict(ref.attrib) == {"type": "body", "idx": "1", "hasCustomPrompt": "1"}
    assert find(points, ".//a:off/@x") == [str(344 * 12_700)]
    assert find(points, ".//a:t/text()") == ["points <here> & now"]
    assert find(shape(layout(template, "Cover"), "Title"), ".//p:ph/@idx") == []


def test_bodies_have_no_insets_and_are_fitted_when_somebody_types(template: Template) -> None:
    (body,) = find(shape(layout(template, "Points"), "Points"), ".//a:bodyPr")
    assert {body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
    assert [etree.QName(child).localname for child in body] == ["normAutofit"]
    assert dict(body[0].attrib) == {}


def test_a_one_line_placeholder_neither_wraps_nor_shrinks(template: Template) -> None:
    (body,) = find(shape(layout(template, "Cover"), "Speaker"), ".//a:bodyPr")
    assert (body.get("wrap"), etree.QName(body[0]).localname) == ("none", "noAutofit")


def test_a_title_in_another_style_shows_nothing_of_the_masters(template: Template) -> None:
    lvl = level(shape(layout(template, "Contrast"), "Better"))
    look = find(lvl, "a:defRPr")[0]
    assert {name: look.get(name) for name in ("sz", "b", "i", "spc")} == {"sz": "2400", "b": "0", "i": "0", "spc": "0"}
    assert find(lvl, "a:defRPr/a:latin/@typeface") == ["+mn-lt"]
    assert find(lvl, "a:lnSpc/a:spcPct/@val") == ["99000"]
    assert find(lvl, "a:defRPr/a:solidFill")
    assert lvl.get("algn") == "r"


@pytest.mark.parametrize(
    ("name", "slot", "indents"),
    [
        ("Points", "Points", [(254_000, -254_000), (508_000, -254_000)]),
        ("Contrast", "Quote", [(146_050, -146_050), (146_050, -146_050)]),
        ("Contrast", "Lines", [(254_000, -254_000), (508_000, -254_000)]),
        ("Cover", "Speaker", [(0, 0), (254_000, 0)]),
    ],
)
def test_levels_stand_where_the_setter_measures_them(
    template: Template, name: str, slot: str, indents: list[tuple[int, int]]
) -> None:
    found = [level(shape(layout(template, name), slot), n) for n in (1, 2)]
    assert [(int(lvl.get("marL")), int(lvl.get("indent"))) for lvl in found] == indents
    assert [template.layout(name).placeholder(slot.lower()).indents(n) for n in (0, 1)] == indents


def test_only_lists_have_bullets(template: Template) -> None:
    assert find(level(shape(layout(template, "Contrast"), "Quote")), "a:buNone")
    assert find(level(shape(layout(template, "Points"), "Points")), "a:buChar")


def test_monospaced_text_names_its_face(template: Template) -> None:
    lines = level(shape(layout(template, "Contrast"), "Lines"))
    assert find(lines, "a:defRPr/a:latin/@typeface") == ["Consolas"]


def test_the_number_stands_right_on_its_baseline_where_the_layout_has_one(template: Template) -> None:
    number = shape(layout(template, "Points"), "Slide number")
    (ref,) = find(number, ".//p:ph")
    assert (ref.get("type"), int(ref.get("idx"))) == ("sldNum", template.number_idx("Points"))
    (off,), (ext,) = find(number, ".//a:xfrm/a:off"), find(number, ".//a:xfrm/a:ext")
    assert int(off.get("x")) + int(ext.get("cx")) == 912 * 12_700
    assert int(off.get("y")) + samples.style("footer").seat == 518 * 12_700
    assert level(number).get("algn") == "r"
    assert find(number, ".//a:fld/@type") == ["slidenum"]
    assert template.number_idx("Cover") is None
    assert not find(layout(template, "Cover"), "//p:ph[@type='sldNum' or @type='ftr' or @type='dt']")


def test_footer_and_date_can_be_switched_on_but_are_off(template: Template) -> None:
    points = layout(template, "Points")
    assert find(points, "//p:ph[@type='ftr']")
    assert find(points, "//p:ph[@type='dt']")
    (switches,) = find(points, "//p:hf")
    assert (switches.get("ftr"), switches.get("dt"), switches.get("sldNum")) == ("0", "0", None)


def test_a_wordmarks_picture_is_stored_once(template: Template) -> None:
    media = [name for name in template.members if name.startswith("ppt/media/")]
    assert len(media) == 1
    assert template.members[media[0]].data == samples.png()
    assert template.extensions == ("png",)
    for name in ("Points", "Cover"):
        relations = root(template, f"ppt/slideLayouts/_rels/{template.layouts[name].part.rpartition('/')[2]}.rels")
        assert [r.get("Target") for r in relations] == [
            "../slideMasters/slideMaster1.xml",
            f"../media/{media[0].rpartition('/')[2]}",
        ]


def test_the_notes_master_has_all_six_placeholders(template: Template) -> None:
    found = find(root(template, "ppt/notesMasters/notesMaster1.xml"), "//p:ph")
    assert [ref.get("type") for ref in found] == ["hdr", "dt", "sldImg", "body", "ftr", "sldNum"]
    assert len({ref.get("idx") for ref in found}) == 6


def test_tables_that_people_insert_have_the_brands_style(template: Template) -> None:
    styles = root(template, "ppt/tableStyles.xml")
    assert [s.get("styleId") for s in find(styles, "a:tblStyle")] == [styles.get("def")]
    assert [s.get("styleName") for s in find(styles, "a:tblStyle")] == [f"{samples.brand().title} table"]


@pytest.mark.parametrize(("banded", "bands", "hairs"), [(False, 0, 1), (True, 1, 0)])
def test_a_brand_has_lines_between_rows_or_bands(banded: bool, bands: int, hairs: int) -> None:
    brand = replace(samples.brand(), banded_tables=banded)
    styles = etree.fromstring(table_styles(brand, color_map()))
    assert len(find(styles, ".//a:band1H//a:solidFill")) == bands
    assert len(find(styles, ".//a:wholeTbl//a:insideH//a:solidFill")) == hairs


def test_compiling_again_gives_the_same_bytes(template: Template) -> None:
    assert compile_template(samples.brand(), samples.layouts()).members == template.members


def test_two_layouts_of_one_name_are_refused() -> None:
    points = samples.layouts()[0]
    with pytest.raises(ValueError, match="same name"):
        compile_template(samples.brand(), (points, points))
