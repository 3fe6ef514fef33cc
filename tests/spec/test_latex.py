"""LaTeX becomes a tree, or is refused with what to do about it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.scene.math import Math
from deckgen.spec.latex import MAX_LENGTH, NotMathsError, parse_latex


def first(source: str) -> Math:
    (row,) = parse_latex(source).children
    return row


def test_a_fraction_has_a_numerator_and_a_denominator() -> None:
    (fraction,) = first(r"\frac{a}{b}").children
    assert fraction.tag == "mfrac"
    assert [part.plain for part in fraction.children] == ["a", "b"]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        (r"\frac{a+b}{2}", "(a + b)/2"),
        (r"x^2", "x^2"),
        (r"\sqrt{b^2-4ac}", "√(b^2 − 4ac)"),
        (r"\text{50\% of \& all}", "50% of & all"),
        (r"\sum_{i=1}^{n} x_i", "∑_(i = 1)^nx_i"),
    ],
)
def test_a_formula_can_be_said_in_one_line(source: str, plain: str) -> None:
    assert " ".join(parse_latex(source).plain.split()) == plain


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"\frac{a}", "lacks an argument"),
        ("a^", r"nothing follows a \^ or _"),
        ("{a", "opening brace is never closed"),
        ("a}", "closing brace opens nowhere"),
        (r"\left( a", r"\\left has no \\right"),
        (r"x^2^3", "two exponents"),
        (r"\foo{b}", r"\\foo is no command"),
        ("$x$", "without dollar signs"),
        ("a & b", "alignment"),
        (r"a \\ b", "line break"),
        ("", "ends before it is complete"),
        ("a" * (MAX_LENGTH + 1), "1,001 characters"),
        (r"\{ a \}}", "closing brace opens nowhere"),
        ("{" * 40 + "a" + "}" * 40, "nested more than 30 deep"),
        (r"\sqrt" * 100 + "x", "nested more than 30 deep"),
    ],
)
def test_what_is_no_formula_is_refused(source: str, said: str) -> None:
    with pytest.raises(NotMathsError, match=said) as caught:
        parse_latex(source)
    assert caught.value.hint


MARKS = [*r"ab1+^_{}()[]|&$%#~\/'<> ", "\\frac", "\\sqrt", "\\left", "\\right"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=25).map("".join))
def test_any_text_is_a_formula_or_is_refused(source: str) -> None:
    try:
        assert parse_latex(source).tag == "math"
    except NotMathsError as error:
        assert error.hint
