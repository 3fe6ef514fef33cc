"""Which rows are wanted."""

from __future__ import annotations

import pytest

from deckgen.batch.rows import Unusable
from deckgen.batch.where import Where, parse_where

COLUMNS = ("urn", "phase", "pupils", "local_authority")
ROW = {"urn": "1", "phase": "Primary", "pupils": "1,210", "local_authority": "Kirklees"}


def keeps(*conditions: str) -> bool:
    return Where([parse_where(one) for one in conditions], COLUMNS).keeps(ROW)


@pytest.mark.parametrize(
    "condition",
    ["phase = primary", "phase=special|primary", "phase != special", "pupils >= 1210", "pupils > 200", "pupils < 2000",
     "Local authority = Kirklees", "urn=1", "phase == primary"],
)  # fmt: skip
def test_a_row_that_holds_what_is_wanted_is_kept(condition: str) -> None:
    assert keeps(condition)


@pytest.mark.parametrize("condition", ["phase = secondary", "phase != primary", "pupils < 200", "pupils > many"])
def test_other_rows_are_left_out(condition: str) -> None:
    assert not keeps(condition)


def test_all_conditions_have_to_hold() -> None:
    assert not keeps("phase = primary", "pupils < 200")


@pytest.mark.parametrize("condition", ["phase", "", "= primary"])
def test_what_is_no_condition_is_refused(condition: str) -> None:
    with pytest.raises(Unusable, match="is no condition"):
        parse_where(condition)


def test_a_column_that_is_not_there_is_refused_with_the_one_meant() -> None:
    with pytest.raises(Unusable) as caught:
        keeps("phsae = primary")
    assert "phase" in caught.value.hint
