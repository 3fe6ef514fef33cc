"""Days as people write them, told as decks have them."""

from __future__ import annotations

import pytest

from deckgen.spec.types.meant_day import day_hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("31/12/2026", "write 2026-12-31"),
        ("12/31/2026", "write 2026-12-31"),
        ("3/12/2026", "write 2026-12-03 (3 December) or 2026-03-12 (12 March)"),
        ("5.5.2026", "write 2026-05-05"),
        ("2026/1/5", "write 2026-01-05"),
        ("2026-1-5", "write 2026-01-05"),
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
