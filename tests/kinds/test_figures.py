"""The dots of two figures count: as many are filled as there are per cent."""

from __future__ import annotations

import pytest

from deckgen.scene import Shape
from tests.layout.slides import fitting


@pytest.mark.parametrize(("value", "filled"), [(87, 87), (74.5, 75), (75.5, 76), (62.4, 62), (0.4, 0), (99.6, 100)])
def test_a_dot_is_filled_from_the_half_on(value: float, filled: int) -> None:
    figures = [{"value": value, "label": "of teachers"}, {"value": 50, "label": "of heads"}]
    slide = fitting(kind="figures", title="They said", figures=figures)
    dots = [node for node in slide.nodes if isinstance(node, Shape) and node.name.startswith("figures[0]")]
    assert [node.name for node in dots] == [
        f"figures[0].{count} of 100 dots" for count in (filled, 100 - filled) if count
    ]
