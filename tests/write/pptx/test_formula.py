"""Formulas as Office Math."""

import pytest
from lxml import etree
from msgspec.structs import replace

from deckgen.scene import Color, Formula, PlaceholderRef
from deckgen.spec.latex import parse_latex
from deckgen.units import Rect
from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.draw import draw_node
from deckgen.write.pptx.formula import formula_paragraph
from deckgen.write.pptx.pen import Pen

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
)


def formula(source: str) -> Formula:
    math = parse_latex(source)
    return Formula(
        name="formula",
        rect=Rect(0, 0, 1, 1),
        math=math,
        size=40,
        width=1,
        height=1,
        text=math.plain,
        alt="",
        color=Color("dk1"),
        placeholder=PlaceholderRef("body", 1),
    )


def written(source: str) -> etree._Element:
    pen = Pen(owner="x", colors=color_map(), language="en-GB")
    return etree.fromstring(f"<r {SPACES}>{formula_paragraph(formula(source), pen)}</r>")


def shape(source: str) -> str:
    """The formula's objects and words, without their properties: f(num(a)den(b))."""

    def said(node: etree._Element) -> str:
        name = etree.QName(node).localname
        if node.tag == f"{M}t":
            return node.text or ""
        inner = "".join(said(child) for child in node if child.tag.startswith(M) and not name.endswith("Pr"))
        return inner if name in ("r", "oMath", "e") else "" if name.endswith("Pr") else f"{name}({inner})"

    root = written(source).find(f".//{M}oMath")
    assert root is not None
    return said(root)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\frac{a}{b}", "f(num(a)den(b))"),
        (r"x_1^2", "sSubSup(xsub(1)sup(2))"),
        (r"\sqrt{x}", "rad(deg()x)"),
        (r"\sqrt[3]{x}", "rad(deg(3)x)"),
        (r"\sum_{i}^{n} x", "nary(sub(i)sup(n)x)"),
        (r"\int f", "nary(sub()sup()f)"),
        (r"\left( a \right)", "d(a)"),
        (r"f(x)", "f(x)"),
        (r"\hat{y}", "acc(y)"),
        (r"\bar{x}", "bar(x)"),
        (r"\underbrace{a}_{n}", "limLow(groupChr(a)lim(n))"),
        (r"\lim_{n \to 0} x", "limLow(limlim(n→0))x"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "d(m(mr(ab)mr(cd)))"),
        (r"\boxed{x}", "borderBox(x)"),
        (r"\binom{n}{k}", "d(f(num(n)den(k)))"),
    ],
)
def test_each_part_becomes_its_object(source: str, expected: str) -> None:
    assert shape(source) == expected


def test_no_argument_is_empty_where_powerpoint_would_show_a_box() -> None:
    for node in written(r"\sum_{i}").iter(f"{M}e"):
        assert len(node)


def test_letters_are_slanted_and_figures_functions_and_words_are_not() -> None:
    found = {}
    for run in written(r"x + 2 \sin y \text{ of all}").iter(f"{M}r"):
        style = run.find(f"{M}rPr/{M}sty")
        found[run.findtext(f"{M}t")] = "words" if style is None else style.get(f"{M}val")
    assert found == {"x": "i", "+": "p", "2": "p", "sin": "p", "y": "i", " of all": "words"}


def drawn(source: str, language: str = "en-GB") -> etree._Element:
    """The shape for programs that know no Office Math."""
    pen = Pen(owner="x", colors=color_map(), language=language)
    wide = replace(formula(source), rect=Rect(100, 200, 6_000_000, 2_000_000))
    root = etree.fromstring(f'<r xmlns:p="{P}" xmlns:mc="{MC}" {SPACES}>{draw_node(wide, pen)}</r>')
    found = root.find(f".//{{{MC}}}Fallback/{{{P}}}sp")
    assert found is not None
    return found


def points(contours: list[etree._Element]) -> list[tuple[int, int]]:
    return [(int(at.get("x")), int(at.get("y"))) for one in contours for at in one.iter(f"{A}pt")]


def test_other_programs_are_given_the_formula_drawn() -> None:
    shape = drawn(r"\frac{a+b}{2}")
    glyphs, bars = shape.iter(f"{A}path")
    assert [one.get("fill") or one.get("stroke") for one in (glyphs, bars)] == ["0", "0"]
    assert len(list(glyphs.iter(f"{A}moveTo"))) > 4
    assert len(list(bars.iter(f"{A}moveTo"))) == 1
    assert shape.find(f".//{A}solidFill/{A}schemeClr").get("val") == "tx1"
    assert shape.find(f".//{A}ln/{A}noFill") is not None
    assert not shape.findall(f".//{A}t")


def test_the_drawing_stands_in_the_middle_of_its_box_where_reading_begins() -> None:
    for language, side in (("en-GB", 0), ("ar-SA", 6_000_000)):
        found = points(list(drawn("a = b", language).iter(f"{A}path")))
        across, down = [x for x, _ in found], [y for _, y in found]
        assert min(abs(min(across) - side), abs(max(across) - side)) < 60_000, language
        assert abs(sum((min(down), max(down))) / 2 - 1_000_000) < 100_000
        assert 0 <= min(down) <= max(down) <= 2_000_000


def test_boxes_are_drawn_as_lines() -> None:
    shape = drawn(r"\boxed{x}")
    line = next(one for one in shape.iter(f"{A}path") if one.get("fill") == "none")
    assert line.get("stroke") is None
    assert int(shape.find(f".//{A}ln").get("w")) > 0


def test_readers_of_words_are_given_the_formula_in_a_line() -> None:
    assert formula(r"\frac{a+b}{2}").text == "(a + b)/2"
