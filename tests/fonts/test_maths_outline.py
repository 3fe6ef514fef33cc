"""Formulas' outlines: they take the room that was measured, and nothing of them is missing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.fonts.maths import MARGIN, extent
from deckgen.fonts.maths_outline import Command, MathOutline, math_outline
from deckgen.spec.latex import parse_latex

FORMULAS = (
    "a = b",
    r"\text{Attendance} = \frac{S_a}{S_p} \times 100",
    r"R_t = \sum_{i=1}^{n} \left( \frac{I_i - E_i}{12} \right) \times \sqrt{\frac{p_i^2}{1 + g}} + \int_0^t c(x)\,dx",
    r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
    r"\boxed{a + b} \quad \hat{x} \quad \overline{abc}",
)


def outline(latex: str) -> MathOutline:
    return math_outline(parse_latex(latex))


def numbers(path: tuple[Command, ...]) -> list[tuple[float, float]]:
    """Every point of a path, control points too."""
    flat = [[float(place) for place in command[1:]] for command in path]
    return [(places[n], places[n + 1]) for places in flat for n in range(0, len(places), 2)]


@pytest.mark.parametrize("latex", FORMULAS)
def test_an_outline_lies_in_the_room_that_was_measured(latex: str) -> None:
    found = outline(latex)
    wide, high = extent(parse_latex(latex))
    assert found.width * MARGIN == pytest.approx(wide, rel=0.005)
    assert found.height * MARGIN == pytest.approx(high, rel=0.005)
    points = [*numbers(found.filled), *numbers(found.bars), *numbers(found.stroked)]
    assert points
    for x, y in points:
        assert -0.02 <= x <= found.width + 0.02 and -0.02 <= y <= found.height + 0.02


def test_every_glyph_is_a_closed_contour_of_its_own() -> None:
    kinds = [command[0] for command in outline("i").filled]
    assert kinds.count("M") == kinds.count("Z") == 2, "a stem and its dot"
    assert all(after == "M" for kind, after in pairwise(kinds) if kind == "Z")


def test_a_glyph_keeps_its_shape_wherever_it_stands() -> None:
    alone, twice = outline("x").filled, outline("x x").filled
    shape = numbers(alone)
    for begin in (0, len(alone)):
        moved = numbers(twice[begin : begin + len(alone)])
        steps = [(x - sx, y - sy) for (x, y), (sx, sy) in zip(moved, shape, strict=True)]
        assert max(x for x, _ in steps) - min(x for x, _ in steps) < 2e-4
        assert max(y for _, y in steps) - min(y for _, y in steps) < 2e-4


def test_the_line_of_a_fraction_lies_between_its_parts() -> None:
    found = outline(r"\frac{a}{b}")
    ys = [y for _, y in numbers(found.bars)]
    assert len(found.bars) == 5 and max(ys) - min(ys) < 0.1
    above = [y for _, y in numbers(found.filled) if y < min(ys)]
    below = [y for _, y in numbers(found.filled) if y > max(ys)]
    assert len(above) + len(below) == len(numbers(found.filled)) and above and below


def test_a_box_is_stroked_and_not_filled() -> None:
    found = outline(r"\boxed{a}")
    assert found.stroke > 0 and len(found.stroked) == 5
    assert not outline("a").stroked
