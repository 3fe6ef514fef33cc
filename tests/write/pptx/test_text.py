from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deckgen.ooxml.xml import Xml
from deckgen.scene import Color, Link, Paragraph, Run, TextBox
from deckgen.units import box, pt
from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.pen import THEME_FONTS, Pen
from deckgen.write.pptx.text import _run_pattern, _run_properties, _worded, paragraph, text_body
from tests.write.pptx import samples
from tests.write.pptx.decks import ACCENT, template, text, words
from tests.write.pptx.markup import canonical, find, parsed

SMALL = samples.style("small")
LEGAL = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1)


def pen(layout: str = "Points") -> Pen:
    placeholders = {p.idx: p for p in template().layout(layout).placeholders}
    return Pen(
        owner="talk/x",
        colors=template().colors(layout),
        language="en-GB",
        placeholders=placeholders,
        fonts={**THEME_FONTS, "mono": "Consolas"},
        first_relation=2,
    )


def same(markup: Xml, expected: str) -> None:
    assert canonical(markup) == canonical(expected)


def test_a_placeholder_as_its_layout_has_it_says_nothing_but_its_words() -> None:
    same(
        text_body(text("points", words("Being able to retain identity")), pen()),
        """
        <p:txBody><a:bodyPr/><a:lstStyle/>
        <a:p><a:r><a:rPr lang="en-GB"/><a:t>Being able to retain identity</a:t></a:r></a:p></p:txBody>""",
    )


def test_only_the_right_inset_is_said_of_the_body() -> None:
    found = find(parsed(text_body(text("points", words("x"), right_inset=pt(12)), pen())), "a:bodyPr")[0]
    assert dict(found.attrib) == {"rIns": "152400"} and len(found) == 0


def test_a_step_down_is_said_once_for_every_level_in_use() -> None:
    """The layout's points are 28 pt with 12 pt between; inner items stand half as far apart."""
    stepped = text(
        "points",
        words("x"),
        words("y", level=1),
        style=samples.style("body"),
        restyled=True,
        space_after=pt(16),
    )
    style = find(parsed(text_body(stepped, pen())), "a:lstStyle")[0]
    assert [level.tag.rpartition("}")[2] for level in style] == ["lvl1pPr", "lvl2pPr"]
    assert [e.get("val") for e in find(style, "*/a:lnSpc/a:spcPct")] == ["99000", "99000"]
    assert [e.get("val") for e in find(style, "*/a:spcAft/a:spcPts")] == ["1600", "800"]
    assert [dict(e.attrib) for e in find(style, "*/a:defRPr")] == [{"sz": "2400"}, {"sz": "2400"}]
    assert not find(parsed(text_body(stepped, pen())), ".//a:rPr[@sz]")


def test_a_step_to_another_face_says_the_face_and_undoes_the_tracking() -> None:
    """The layout's title has 34 pt of the major face, tracked by -0.2 pt."""
    stepped = text("title", words("x"), style=SMALL, restyled=True)
    default = find(parsed(text_body(stepped, pen())), "a:lstStyle/a:lvl1pPr/a:defRPr")[0]
    assert dict(default.attrib) == {"sz": "2000", "spc": "0"}
    assert [e.get("typeface") for e in find(default, "a:latin")] == ["+mn-lt"]


def test_a_box_in_another_colour_than_its_layouts_says_so_once() -> None:
    colored = text_body(text("points", words("x"), color=ACCENT), pen())
    assert [e.get("val") for e in find(parsed(colored), "a:lstStyle/a:lvl1pPr/a:defRPr//a:schemeClr")] == ["accent2"]
    assert not find(parsed(colored), ".//a:rPr/*")


def test_text_outside_placeholders_says_everything() -> None:
    free = TextBox(
        name="free",
        rect=box(0, 0, 9, 9),
        paragraphs=(words("x"),),
        lines=(),
        style=SMALL,
        color=Color("accent6"),
        anchor="b",
        align="r",
        wrap=False,
    )
    same(
        text_body(free, pen()),
        """
        <p:txBody>
        <a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="b">
        <a:noAutofit/></a:bodyPr>
        <a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="r"><a:lnSpc><a:spcPct val="99000"/></a:lnSpc>
        <a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/>
        <a:defRPr sz="2000" b="0" kern="1200" spc="0"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill>
        <a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></a:lstStyle>
        <a:p><a:r><a:rPr lang="en-GB"/><a:t>x</a:t></a:r></a:p></p:txBody>""",
    )


def test_free_text_that_wraps_has_no_autofit_which_would_change_its_line_height_in_libreoffice() -> None:
    free = TextBox(name="free", rect=box(0, 0, 9, 9), paragraphs=(), lines=(), style=SMALL)
    assert find(parsed(text_body(free, pen())), "a:bodyPr[@wrap='square']/a:noAutofit")


def test_a_box_without_paragraphs_has_an_empty_one() -> None:
    same(
        text_body(text("points"), pen()),
        """
        <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>""",
    )


def test_a_paragraph_says_the_indents_and_the_gap_it_has_of_its_own() -> None:
    same(
        paragraph(words("x", level=1, margin=pt(20), indent=-pt(20), space_after=pt(7.5)), pen()),
        """
        <a:p><a:pPr marL="254000" indent="-254000" lvl="1"><a:spcAft><a:spcPts val="750"/></a:spcAft></a:pPr>
        <a:r><a:rPr lang="en-GB"/><a:t>x</a:t></a:r></a:p>""",
    )


def test_a_paragraph_in_a_style_of_its_own_says_it_on_runs_breaks_and_its_mark() -> None:
    own = Paragraph((Run("x"), Run("\n"), Run("y", bold=True)), style=SMALL)
    made = parsed(paragraph(own, pen()))
    assert [e.get("sz") for e in find(made, ".//a:rPr | .//a:endParaRPr")] == ["2000"] * 4
    assert [e.get("b") for e in find(made, ".//a:rPr | .//a:endParaRPr")] == ["0", "0", "1", "0"]
    assert [e.get("val") for e in find(made, "a:pPr/a:lnSpc/a:spcPct")] == ["99000"]


def test_a_run_in_a_style_of_its_own_says_size_and_face_beside_runs_that_say_nothing() -> None:
    same(
        paragraph(Paragraph((Run("A "), Run("×", style=SMALL, tracking=0))), pen()),
        """
        <a:p><a:r><a:rPr lang="en-GB"/><a:t>A </a:t></a:r>
        <a:r><a:rPr lang="en-GB" sz="2000" b="0" spc="0"><a:latin typeface="+mn-lt"/></a:rPr><a:t>×</a:t></a:r>
        </a:p>""",
    )


def test_a_line_break_is_no_character() -> None:
    same(
        paragraph(Paragraph((Run("one"), Run("\n"), Run("two"))), pen()),
        """
        <a:p><a:r><a:rPr lang="en-GB"/><a:t>one</a:t></a:r><a:br><a:rPr lang="en-GB"/></a:br>
        <a:r><a:rPr lang="en-GB"/><a:t>two</a:t></a:r></a:p>""",
    )


def test_looks_of_a_run() -> None:
    run = Run("2", bold=True, italic=True, color=Color("dk1"), baseline=30_000, tracking=0)
    same(
        paragraph(Paragraph((run,)), pen()),
        """
        <a:p><a:r><a:rPr lang="en-GB" b="1" i="1" spc="0" baseline="30000"><a:solidFill>
        <a:schemeClr val="tx1"/></a:solidFill></a:rPr><a:t>2</a:t></a:r></a:p>""",
    )


def test_a_link_has_the_themes_colour_and_shares_its_relationship() -> None:
    link = Link(url="https://example.org/")
    drawing = pen()
    made = parsed(paragraph(Paragraph((Run("a", link=link), Run("b", link=link)), color=ACCENT), drawing))
    assert [e.get(f"{{{made.nsmap['r']}}}id") for e in find(made, ".//a:hlinkClick")] == ["rId2", "rId2"]
    assert not find(made, ".//a:solidFill") and drawing.targets == [("rId2", link)]


def test_a_link_in_a_colour_of_its_own_keeps_it_in_powerpoint() -> None:
    made = parsed(paragraph(Paragraph((Run("a", color=ACCENT, link=Link(url="https://x.org/")),)), pen()))
    assert [e.get("val") for e in find(made, ".//a:hlinkClick/a:extLst/a:ext/ahyp:hlinkClr")] == ["tx"]
    assert find(made, ".//a:solidFill")


def test_a_link_to_a_slide_jumps() -> None:
    made = parsed(paragraph(Paragraph((Run("a", link=Link(slide="talk/cover")),)), pen()))
    assert find(made, ".//a:hlinkClick[@action='ppaction://hlinksldjump']")


def test_a_break_inside_a_link_is_no_link() -> None:
    drawing = pen()
    assert not find(
        parsed(paragraph(Paragraph((Run("\n", link=Link(url="https://x.org/")),)), drawing)),
        ".//a:hlinkClick",
    )
    assert drawing.targets == []


def test_a_bullet_of_the_paragraphs_own_comes_after_its_spacing() -> None:
    made = parsed(paragraph(words("x", bullet=True, space_after=0), pen(), bullets=ACCENT))
    assert [e.tag.rpartition("}")[2] for e in made[0]] == ["spcAft", "buClr", "buSzPct", "buFont", "buChar"]
    none = parsed(paragraph(words("x", bullet=False), pen()))
    assert [e.tag.rpartition("}")[2] for e in none[0]] == ["buNone"]


@given(LEGAL)
def test_any_words_come_back_as_they_were(said: str) -> None:
    made = parsed(paragraph(words(said), pen()))
    # A line end or tab inside a run is said by number, so that no reader folds it into a space.
    assert find(made, ".//a:t")[0].text.replace("_x005F_", "_") == said.replace("_x005F_", "_")


def test_what_looks_like_an_escape_of_offices_stays_words() -> None:
    assert ">_x005F_x0041_<" in paragraph(words("_x0041_"), pen())


def test_on_a_dark_ground_colours_are_said_in_its_own_names() -> None:
    dark = replace_colors(pen())
    made = parsed(paragraph(Paragraph((Run("x", color=Color("lt1")),)), dark))
    assert find(made, ".//a:schemeClr[@val='tx1']")


def replace_colors(light: Pen) -> Pen:
    light.colors = color_map(samples.DARK_MAP)
    return light


def test_a_style_of_its_own_in_the_monospaced_face_names_the_face() -> None:
    code = replace(SMALL, font="mono")
    made = parsed(paragraph(words("x", style=code), pen()))
    assert {e.get("typeface") for e in find(made, ".//a:latin")} == {"Consolas"}


@given(
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, 0, -20]),
    st.sampled_from([0, 30_000]),
    st.none() | st.booleans(),
)
def test_a_plain_run_is_made_as_every_run_is(
    bold: bool, italic: bool, tracking: int | None, baseline: int, said: bool | None
) -> None:
    run, around = Run("x", bold=bold, italic=italic, tracking=tracking, baseline=baseline), Paragraph((), bold=said)
    made = _worded(_run_properties(run, None, around, pen()))
    assert _run_pattern(run, around, pen()).fill(Xml("x")) == made.fill(Xml("x"))
