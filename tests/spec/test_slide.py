"""Slide files: reserved keys, and that no kind takes one for a slot."""

from __future__ import annotations

import pytest

from deckgen.kinds.registry import get_kind, kind_names
from deckgen.spec.slide import RESERVED, FrameSpec, InlineSpec, SectionSpec, SlideSpec, UseSpec
from deckgen.spec.slots import Spec


@pytest.mark.parametrize("name", kind_names())
def test_no_kind_has_a_reserved_key_for_a_slot(name: str) -> None:
    assert not RESERVED & get_kind(name).spec.slots.keys()


@pytest.mark.parametrize("name", kind_names())
def test_no_slot_hides_what_a_bound_spec_knows(name: str) -> None:
    assert not set(vars(Spec)) & {slot.attribute for slot in get_kind(name).spec.slots.values()}


def test_every_key_beside_the_slots_is_reserved() -> None:
    for spec in (FrameSpec, SlideSpec, UseSpec, InlineSpec, SectionSpec):
        assert spec.slots.keys() <= RESERVED
