"""Facts among a chart's own numbers: which format they bring, and shares of one beside per cents."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics
from deckgen.layout.charts.model import SeriesData
from deckgen.spec.formats import AS_WRITTEN, Format, places_for
from deckgen.spec.types.amounts import Amount

_NO_SHARE = 2
"""From here on a number beside a share of one is rather a per cent."""


def read_facts(
    series: Sequence[SeriesData], shown: Format | None, unit: str, diags: Diagnostics
) -> tuple[list[SeriesData], Format]:
    """(the series, the format of their facts where the chart has none of its own: `shown` None and no `unit`).

    A fact that is a share of one becomes a per cent where the chart counts in per cents: 0.942 is 94.2. Where nothing
    says so and it stands beside such numbers, that is warned of.
    """
    if (shown and shown.name == "percent100") or (not shown and unit.strip() == "%"):
        made = [replace(one, values=tuple(map(_in_per_cents, one.values))) for one in series]
        return made, Format("number", max((_places(a) for one in made for a in one.values if a), default=0))
    mixed = [share for one in series if (share := _mixed(one))]
    for share in mixed:
        said = f"this figure is a share of one, {share.value}, and stands beside larger numbers"
        diags.warning("shares", share.span, said, hint='with unit: "%" or format: percent100 it is put in per cents')
    return list(series), AS_WRITTEN if shown or unit or mixed else _common(series)


def _in_per_cents(amount: Amount | None) -> Amount | None:
    return replace(amount, value=amount.value.scaleb(2)) if amount and _is_share(amount) else amount


def _is_share(amount: Amount) -> bool:
    return amount.format is not None and amount.format.name == "percent"


def _places(amount: Amount) -> int:
    """Its decimals: of a fact those that its format shows, where that says how many."""
    asked = amount.format.places if amount.format else None
    return places_for(Format("number"), amount.value) if asked is None else asked


def _mixed(series: SeriesData) -> Amount | None:
    """The first share of one in a series of per cents."""
    numbers = [amount for amount in series.values if amount is not None]
    large = any(amount.format is None and abs(amount.value) >= _NO_SHARE for amount in numbers)
    return next(filter(_is_share, numbers), None) if large else None


def _common(series: Sequence[SeriesData]) -> Format:
    """The format that all the facts have, if they have one and it is of numbers."""
    found = {amount.format for one in series for amount in one.values if amount and amount.format}
    only = found.pop() if len(found) == 1 else AS_WRITTEN
    return only if only.numeric else AS_WRITTEN
