"""Days as people write them, told as decks have them."""

from __future__ import annotations

import pytest

from deckgen.spec.types.meant_day import day_hint, read_day


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("31/12/2026", "write 2026-12-31"),
        ("12/31/2026", "write 2026-12-31"),
        ("3/12/2026", "write 2026-12-03 (3 December) or 2026-03-12 (12 March)"),
        ("5.5.2026", "write 2026-05-05"),
        ("2026/1/5", "write 2026-01-05"),
        ("2026-1-5", "write 2026-01-05"),
        ("3.4.26", "write 2026-04-03 (3 April) or 2026-03-04 (4 March)"),
        ("31/12/26", "write 2026-12-31"),
        ("31/12/98", "write 1998-12-31"),
        ("2026-04-03 10:30", "write 2026-04-03"),
        ("2026-04-03T10:30:00", "write 2026-04-03"),
        ("2026-02-30", "February 2026 has 28 days: the last is 2026-02-28"),
        ("2026-13-01", "write year, month and day: 2026-11-24"),
        ("20260105", "write 2026-01-05"),
        ("3 December 2026", "write 2026-12-03"),
        ("Thursday, 3rd of Dec. 2026", "write 2026-12-03"),
        ("December 3, 2026", "write 2026-12-03"),
        ("30 February 2026", "write year, month and day: 2026-11-24"),
        ("3 Smarch 2026", "write year, month and day: 2026-11-24"),
        ("soon", "write year, month and day: 2026-11-24"),
        ("99/99/2026", "write year, month and day: 2026-11-24"),
    ],
)
def test_a_day_is_told_as_it_should_be_written(text: str, hint: str) -> None:
    assert day_hint(text) == hint


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("3/4/2026", "en-GB", "2026-04-03"),
        ("3/4/2026", "en-US", "2026-03-04"),
        ("3.4.2026", "de", "2026-04-03"),
        ("11/14/2026", "en-GB", None),
        ("14/11/2026", "en-US", None),
        ("14/11/87", "en-GB", None),
        ("November 14, 2026", "en-GB", "2026-11-14"),
        ("2026-11-14T00:00:00Z", "cy", "2026-11-14"),
        ("46340", "en-GB", None),
        ("", "en-GB", None),
    ],
)
def test_a_day_of_a_table_is_read_in_the_order_of_the_decks_language(text: str, language: str, day: str | None) -> None:
    found = read_day(text, language)
    assert (found.isoformat() if found else None) == day
