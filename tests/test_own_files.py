from __future__ import annotations

import re

from deckgen.own_files import own_hash


def test_deckgen_is_known_by_what_its_files_hold_and_that_is_kept() -> None:
    kept: dict[str, bytes] = {}
    found = own_hash(kept.get, kept.__setitem__)
    assert re.fullmatch("[0-9a-f]{64}", found)
    (stamp,) = kept
    kept[stamp] = b"0" * 64
    assert own_hash(kept.get, kept.__setitem__) == "0" * 64, "it is not reckoned twice"


def test_what_is_kept_and_is_no_hash_is_reckoned_again() -> None:
    kept: dict[str, bytes] = {}
    found = own_hash(kept.get, kept.__setitem__)
    (stamp,) = kept
    kept[stamp] = b"spoilt"
    assert own_hash(kept.get, kept.__setitem__) == found
