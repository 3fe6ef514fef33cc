"""How much room formulas take."""

from deckgen.fonts.maths import extent
from deckgen.spec.latex import parse_latex


def test_a_fraction_is_higher_than_a_line_and_a_sum_is_wider_than_its_parts() -> None:
    line, fraction = extent(parse_latex("a+b")), extent(parse_latex(r"\frac{a}{b}+b"))
    assert fraction[1] > 1.5 * line[1]
    assert extent(parse_latex("a+b+a+b"))[0] > 1.8 * line[0]


def test_extents_are_in_em_of_a_formula_in_display_style() -> None:
    width, height = extent(parse_latex("x"))
    assert 0.3 < width < 1.0
    assert 0.3 < height < 1.5
