"""Formulas as Office Math."""

import pytest
from lxml import etree

from deckgen.scene import Color, Formula, PlaceholderRef
from deckgen.spec.latex import parse_latex
from deckgen.units import Rect
from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.formula import formula_paragraph, plain_paragraph
from deckgen.write.pptx.pen import Pen

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


def test_other_programs_are_given_the_formula_in_a_line() -> None:
    pen = Pen(owner="x", colors=color_map(), language="en-GB")
    made = plain_paragraph(formula(r"\frac{a+b}{2}"), pen)
    root = etree.fromstring(f"<r {SPACES}>{made}</r>")
    assert "".join(root.itertext()) == "(a + b)/2"
