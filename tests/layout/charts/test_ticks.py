"""Scales: round numbers, few of them, around the values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.layout.charts.ticks import MOST_LINES, Scale, scale_for

exact = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=4)
lists = st.lists(exact, min_size=1, max_size=40)


def numbers(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


@settings(deadline=None)
@given(lists, st.booleans())
def test_a_scale_holds_its_values_with_few_round_numbers(values: list[Decimal], zero: bool) -> None:
    scale = scale_for(values, zero=zero)
    assert scale.low <= min(values) and max(values) <= scale.high
    assert 3 <= len(scale.ticks) <= MOST_LINES
    assert scale.ticks[0] == scale.low and scale.ticks[-1] == scale.high
    digits = scale.step.normalize().as_tuple().digits
    assert digits in ((1,), (2,), (2, 5), (5,)), "steps are 1, 2, 2.5 or 5 times a power of ten"


@settings(deadline=None)
@given(lists)
def test_nought_is_on_a_scale_of_lengths(values: list[Decimal]) -> None:
    scale = scale_for(values, zero=True)
    assert scale.low <= 0 <= scale.high
    assert Decimal(0) in scale.ticks


@settings(deadline=None)
@given(lists, st.booleans())
def test_a_scale_of_values_that_none_is_below_nought_does_not_go_below_it(values: list[Decimal], zero: bool) -> None:
    assert scale_for([abs(value) for value in values], zero=zero).low >= 0


@settings(deadline=None)
@given(lists)
def test_where_values_stand_on_both_sides_nought_has_a_line(values: list[Decimal]) -> None:
    scale = scale_for([*values, Decimal(3), Decimal(-3)], zero=False)
    assert Decimal(0) in scale.ticks


@settings(deadline=None)
@given(lists)
def test_shares_lie_within_the_plot(values: list[Decimal]) -> None:
    scale = scale_for(values, zero=False)
    assert all(0 <= scale.share(value) <= 1 for value in values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (numbers("95.8", "92.2", "96.0"), Scale(Decimal(91), Decimal(97), Decimal(2))),  # design, plain-09
        (numbers("412", "6480"), Scale(Decimal(0), Decimal(7500), Decimal(2500))),
        (numbers("54", "61", "70"), Scale(Decimal(50), Decimal(80), Decimal(10))),
        (numbers("5", "5"), Scale(Decimal("4.7"), Decimal("5.3"), Decimal("0.2"))),
    ],
)
def test_known_scales(values: list[Decimal], expected: Scale) -> None:
    assert scale_for(values, zero=False) == expected


def test_values_that_are_all_nought_have_a_scale() -> None:
    assert scale_for(numbers("0", "0"), zero=True).high > 0
