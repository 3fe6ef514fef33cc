"""What a chart is made of, with the place of every word and number."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.scene import ChartType
from deckgen.spec.formats import Format, excel_code, places_for, show_number
from deckgen.spec.types.amounts import Amount


class Cell(Struct, frozen=True):
    """A category's or a series' name."""

    text: str
    span: Span


class SeriesData(Struct, frozen=True):
    """A series; None is a gap."""

    name: Cell
    values: tuple[Amount | None, ...]

    @property
    def numbers(self) -> list[Decimal]:
        """Its values without the gaps."""
        return [number.value for number in self.values if number is not None]

    @property
    def texts(self) -> tuple[str | None, ...]:
        """Its values in plain digits, as cells and caches hold them."""
        return tuple([None if number is None else plain(number.value) for number in self.values])


def plain(number: Decimal) -> str:
    """The number in plain digits, as XML Schema and workbooks read it."""
    text = f"{number.normalize():f}"
    return "0" if text == "-0" else text


class NumberFormat(Struct, frozen=True):
    """How numbers are shown: a format with its decimals settled, the unit after it, in a language.

    `below` says that some are below nought.
    """

    format: Format
    unit: str
    language: str
    below: bool = False

    def show(self, value: Decimal) -> str:
        """The number as it reads."""
        return show_number(value, self.format, self.language) + self.unit

    @property
    def code(self) -> str:
        """The same as a code of Excel's. Of itself that sets a hyphen for a minus."""
        return f'{self.unsigned};"−"{self.unsigned}' if self.below else self.unsigned

    @property
    def unsigned(self) -> str:
        """The code for numbers that are not below nought."""
        code = excel_code(self.format, self.language)
        unit = self.unit.replace('"', '"\\""')
        return f'{code}"{unit}"' if unit else code

    def bare(self) -> NumberFormat:
        """The same without unit and per cent sign: for what is only context."""
        named = "number" if self.format.name == "percent100" else self.format.name
        return NumberFormat(Format(named, self.format.places, self.format.detail), "", self.language, self.below)

    def placed(self, places: int) -> NumberFormat:
        """The same with so many decimals."""
        return NumberFormat(Format(self.format.name, places, self.format.detail), self.unit, self.language, self.below)


class ChartData(Struct, frozen=True, kw_only=True):
    """A chart's data, sound. `focus` is the number of the focus series; `parts` are those of the focus categories."""

    form: ChartType
    categories: tuple[Cell, ...]
    series: tuple[SeriesData, ...]
    numbers: NumberFormat
    focus: int | None = None
    parts: tuple[int, ...] = ()
    span: Span

    def numbers_of(self, series: SeriesData) -> NumberFormat:
        """How a series' numbers are shown: in a scatter each with as many decimals as its own values need."""
        if self.form != "scatter":
            return self.numbers
        shown = self.numbers.format
        own = settled(Format(shown.name, None, shown.detail), series.numbers)
        return self.numbers.placed(min(own.places or 0, shown.places or 0))

    @property
    def pointless(self) -> bool:
        """Whether the categories in focus have no values."""
        return bool(self.parts) and all(one.values[number] is None for one in self.series for number in self.parts)

    @property
    def values(self) -> list[Decimal]:
        """All values, without gaps."""
        return [value for series in self.series for value in series.numbers]


def settled(format: Format, values: Sequence[Decimal]) -> Format:
    """`format` with as many decimals as the value with the most of them needs."""
    places = max((places_for(format, value) for value in values), default=0)
    return Format(format.name, places, format.detail)
