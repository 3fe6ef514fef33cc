"""Scales: where a value axis begins and ends, and the few numbers along it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

MOST_LINES = 4
"""Grid lines at most (design/tokens.json)."""
_CLEAR = Decimal("0.04")  # of the values' range, between them and the first and last grid line
_FROM_ZERO = Decimal("0.4")  # where the least value is below so much of the greatest, the axis begins at nought


class Scale(Struct, frozen=True):
    """A value axis from `low` to `high`, a number every `step`."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The numbers along it."""
        count = int((self.high - self.low) / self.step)
        return tuple(self.low + self.step * n for n in range(count + 1))

    @property
    def places(self) -> int:
        """The decimals that its numbers need."""
        return max(_places(number) for number in (self.low, self.step))

    def share(self, value: Decimal) -> float:
        """Where `value` lies: 0 at the low end, 1 at the high one."""
        return float((value - self.low) / (self.high - self.low))


def scale_for(values: Sequence[Decimal], *, zero: bool) -> Scale:
    """The shortest scale of round numbers that holds the values, about their middle; with `zero` nought is on it.

    The values keep clear of its ends, unless an end is nought.
    """
    least, most = min(values), max(values)
    if zero or (0 < least < most * _FROM_ZERO) or (0 > most > least * _FROM_ZERO):
        least, most = min(least, Decimal(0)), max(most, Decimal(0))
    if least == most:
        least, most = (least - abs(least) / 20, most + abs(most) / 20) if most else (least, Decimal(1))
    span = most - least
    low = least if least == 0 else least - span * _CLEAR
    high = most if most == 0 else most + span * _CLEAR
    middle = (low + high) / 2
    held = next(found for found in _by_length(low, high) if found)
    return min(held, key=lambda scale: (abs((scale.low + scale.high) / 2 - middle), scale.low))


_LENGTHS = sorted(
    (Decimal(lead).scaleb(exponent) * intervals, Decimal(lead).scaleb(exponent), intervals)
    for exponent in (-1, 0, 1)
    for lead in ("1", "2", "2.5", "5")
    for intervals in range(2, MOST_LINES)
)
"""(length, step, steps) of scales, the shortest first; of equal ones the one with more numbers. One step is too few:
between two numbers nobody can read a value."""


def _by_length(low: Decimal, high: Decimal) -> Iterator[list[Scale]]:
    """The scales of each length that hold `low` to `high`, the shortest lengths first."""
    size = (high - low).adjusted()
    crosses = low < 0 < high
    for length, step, _ in _LENGTHS:
        if (scaled := length.scaleb(size)) >= high - low:
            yield list(_scales(low, high, step.scaleb(size), scaled, crosses=crosses))


def _scales(low: Decimal, high: Decimal, step: Decimal, length: Decimal, *, crosses: bool) -> Iterator[Scale]:
    """The scales of this length with this step; where values stand on both sides of nought, it has a line."""
    # Twos may begin between their multiples: 91, 93, 95.
    grid = step / 2 if step.normalize().as_tuple().digits == (2,) and not crosses else step
    start = low // grid * grid
    if start > low:
        start -= grid  # `//` of decimals cuts towards nought
    while start + length >= high and (start >= 0 or low < 0):
        yield Scale(start, start + length, step)
        start -= grid


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
