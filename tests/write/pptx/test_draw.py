from __future__ import annotations

import pytest

from deckgen.ooxml.xml import Xml
from deckgen.scene import Color, Crop, Group, Path, Picture, PlaceholderRef, Rule, Shape, TextBox
from deckgen.units import box, pt
from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.draw import draw_node
from deckgen.write.pptx.identity import shape_family, shape_guid
from deckgen.write.pptx.pen import Pen
from tests.write.pptx import samples
from tests.write.pptx.decks import ACCENT, photo, text, words
from tests.write.pptx.markup import canonical, find, parsed

SMALL = samples.style("small")


def pen(*, user_drawn: bool = False) -> Pen:
    return Pen(owner="talk/x", colors=color_map(), language="en-GB", user_drawn=user_drawn)


def without_identity(markup: Xml) -> str:
    element = parsed(markup)
    for extensions in find(element, ".//p:cNvPr/a:extLst"):
        extensions.getparent().remove(extensions)
    from lxml import etree

    return canonical(etree.tostring(element).decode())


def test_a_placeholder_in_its_layouts_place_says_no_place() -> None:
    made = parsed(draw_node(text("points", words("x")), pen()))
    assert find(made, "p:nvSpPr/p:nvPr/p:ph[@type='body'][@idx='1']")
    assert find(made, "p:nvSpPr/p:cNvSpPr/a:spLocks[@noGrp='1']")
    assert len(find(made, "p:spPr/*")) == 0


def test_a_placeholder_that_has_moved_says_where_it_is() -> None:
    made = parsed(draw_node(text("points", words("x"), moved=True, rect=box(1, 2, 3, 4)), pen()))
    assert dict(find(made, "p:spPr/a:xfrm/a:off")[0].attrib) == {"x": "12700", "y": "25400"}
    assert dict(find(made, "p:spPr/a:xfrm/a:ext")[0].attrib) == {"cx": "38100", "cy": "50800"}
    assert not find(made, "p:spPr/a:prstGeom")


def test_the_titles_idx_is_not_written() -> None:
    made = find(parsed(draw_node(text("title", words("x")), pen())), ".//p:ph")[0]
    assert dict(made.attrib) == {"type": "title"}


def test_free_text_is_a_text_box() -> None:
    free = TextBox(name="free", rect=box(0, 0, 9, 9), paragraphs=(words("x"),), lines=(), style=SMALL)
    made = parsed(draw_node(free, pen()))
    assert find(made, "p:nvSpPr/p:cNvSpPr[@txBox='1']") and find(made, "p:spPr/a:xfrm")


def test_every_shape_has_an_id_its_slot_path_and_an_identity_of_both() -> None:
    drawing = pen()
    shapes = [parsed(draw_node(node, drawing)) for node in (text("title", words("x")), text("points", words("y")))]
    named = [find(shape, ".//p:cNvPr")[0] for shape in shapes]
    assert [(e.get("id"), e.get("name")) for e in named] == [("2", "title"), ("3", "points")]
    identities = [find(e, "a:extLst/a:ext/a16:creationId")[0].get("id") for e in named]
    assert identities == [shape_guid(shape_family("talk/x"), name) for name in ("title", "points")]


def test_two_shapes_of_one_name_have_two_identities() -> None:
    drawing = pen()
    made = [parsed(draw_node(text("title", words("x")), drawing)) for _ in range(2)]
    assert len({find(shape, ".//a16:creationId")[0].get("id") for shape in made}) == 2


def test_what_is_decorative_says_so_and_has_no_description() -> None:
    made = find(parsed(draw_node(samples.DOTS, pen())), ".//p:cNvPr")[0]
    assert find(made, "a:extLst/a:ext/adec:decorative[@val='1']") and "descr" not in made.attrib


def test_alt_text_is_the_description() -> None:
    figure = Shape(name="figure", rect=box(0, 0, 9, 9), fill=ACCENT, decorative=False, alt="87 of 100 dots & more")
    made = find(parsed(draw_node(figure, pen())), ".//p:cNvPr")[0]
    assert made.get("descr") == "87 of 100 dots & more" and not find(made, ".//adec:decorative")


def test_a_rectangle_with_a_line_around_it() -> None:
    shape = Shape(name="panel", rect=box(1, 1, 2, 2), fill=Color("lt2"), stroke=ACCENT, stroke_width=pt(1.5))
    assert without_identity(draw_node(shape, pen())) == canonical("""
        <p:sp><p:nvSpPr><p:cNvPr id="2" name="panel"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>
        <a:xfrm><a:off x="12700" y="12700"/><a:ext cx="25400" cy="25400"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="bg2"/></a:solidFill>
        <a:ln w="19050"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill></a:ln></p:spPr></p:sp>""")


def test_dots_of_one_colour_are_one_freeform_of_full_turns() -> None:
    made = parsed(draw_node(samples.DOTS, pen()))
    paths = find(made, "p:spPr/a:custGeom/a:pathLst/a:path")
    assert [(p.get("w"), p.get("h")) for p in paths] == [("300", "300")]
    assert [e.tag.rpartition("}")[2] for e in paths[0]] == ["moveTo", "arcTo", "close"] * 2
    assert dict(find(paths[0], "a:arcTo")[0].attrib) == {
        "wR": "40",
        "hR": "40",
        "stAng": "10800000",
        "swAng": "21600000",
    }
    # The turn starts at the circle's left: 100 - 40.
    assert dict(find(paths[0], "a:moveTo/a:pt")[0].attrib) == {"x": "60", "y": "100"}


def test_lines_and_curves_of_a_path() -> None:
    path = Path(10, 10, (("M", 0, 0), ("L", 10, 0), ("C", 1, 2, 3, 4, 5, 6), ("Z",)))
    made = parsed(draw_node(Shape(name="x", rect=box(0, 0, 9, 9), geometry=path, fill=ACCENT), pen()))
    assert [e.tag.rpartition("}")[2] for e in find(made, ".//a:path/*")] == [
        "moveTo",
        "lnTo",
        "cubicBezTo",
        "close",
    ]
    assert [(p.get("x"), p.get("y")) for p in find(made, ".//a:cubicBezTo/a:pt")] == [
        ("1", "2"),
        ("3", "4"),
        ("5", "6"),
    ]


def test_a_command_that_no_path_has_is_our_mistake() -> None:
    wrong = Shape(name="x", rect=box(0, 0, 9, 9), geometry=Path(1, 1, (("Q", 1, 2),)))
    with pytest.raises(ValueError, match="Q"):
        draw_node(wrong, pen())


def test_a_rule_is_a_line_without_text() -> None:
    made = parsed(draw_node(Rule(name="rule", rect=box(0, 0, 9, 0), color=ACCENT, width=pt(0.75)), pen()))
    assert made.tag.endswith("}cxnSp") and find(made, "p:spPr/a:ln[@w='9525']/a:solidFill")


def test_a_groups_members_keep_the_slides_lengths() -> None:
    group = Group(
        name="pair",
        rect=box(10, 10, 50, 20),
        alt="Two",
        nodes=(Shape(name="left", rect=box(10, 10, 20, 20), fill=ACCENT),),
    )
    made = parsed(draw_node(group, pen()))
    field = find(made, "p:grpSpPr/a:xfrm")[0]
    assert dict(field[0].attrib) == dict(field[2].attrib) and dict(field[1].attrib) == dict(field[3].attrib)
    assert [e.get("name") for e in find(made, ".//p:cNvPr")] == ["pair", "left"]


def test_a_picture_in_a_placeholder() -> None:
    drawing = pen()
    picture = Picture(
        name="portrait",
        rect=box(0, 0, 9, 9),
        image=photo(),
        alt="A face",
        crop=Crop(left=21_875, right=21_875),
        placeholder=PlaceholderRef("pic", 80),
    )
    assert without_identity(draw_node(picture, drawing)) == canonical("""
        <p:pic><p:nvPicPr><p:cNvPr id="2" name="portrait" descr="A face"/>
        <p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr>
        <p:nvPr><p:ph type="pic" idx="80"/></p:nvPr></p:nvPicPr>
        <p:blipFill><a:blip r:embed="rId1"/><a:srcRect l="21875" r="21875"/>
        <a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic>""")
    assert drawing.targets == [("rId1", photo())]


def test_a_picture_that_shows_whole_is_not_cropped() -> None:
    whole = Picture(name="free", rect=box(0, 0, 9, 9), image=photo(), alt="x")
    made = parsed(draw_node(whole, pen()))
    assert not find(made, ".//a:srcRect") and find(made, "p:spPr/a:xfrm") and find(made, "p:spPr/a:prstGeom")


def test_on_layouts_what_is_drawn_counts_as_drawn_by_a_person() -> None:
    assert find(parsed(draw_node(samples.DOTS, pen(user_drawn=True))), ".//p:nvPr[@userDrawn='1']")
    assert not find(parsed(draw_node(samples.DOTS, pen())), ".//p:nvPr[@userDrawn]")
