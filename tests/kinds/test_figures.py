"""The dots of two figures count: as many are filled as there are per cent."""

from __future__ import annotations

import pytest

from deckgen.scene import Shape, TextBox
from tests.layout.slides import fitting


@pytest.mark.parametrize(("value", "filled"), [(87, 87), (74.5, 75), (75.5, 76), (62.4, 62), (0.4, 0), (99.6, 100)])
def test_a_dot_is_filled_from_the_half_on(value: float, filled: int) -> None:
    figures = [{"value": value, "label": "of teachers"}, {"value": 50, "label": "of heads"}]
    slide = fitting(kind="figures", title="They said", figures=figures)
    dots = [node for node in slide.nodes if isinstance(node, Shape) and node.name.startswith("figures[0]")]
    assert [node.name for node in dots] == [
        f"figures[0].{count} of 100 dots" for count in (filled, 100 - filled) if count
    ]


LONG = "say that they have learned something useful in the past year from a colleague of theirs who works elsewhere."


def sizes(label: str, tail: str) -> dict[str, int]:
    """The size of each part of the sentence."""
    figures = [{"value": 87, "label": label}, {"value": 50, "label": "of heads"}]
    slide = fitting(kind="figures", title="They said", figures=figures, tail=tail)
    parts = ("figures[0].label", "figures[1].label", "tail")
    return {node.name: node.style.size for node in slide.nodes if isinstance(node, TextBox) and node.name in parts}


@pytest.mark.parametrize(
    ("label", "tail", "size"),
    [
        ("of teachers and", "say so.", 24),
        ("of teachers and", LONG, 20),
        ("of teachers and of leaders", "say so.", 20),
    ],
)
def test_the_sentence_is_of_one_size_whichever_part_of_it_is_long(label: str, tail: str, size: int) -> None:
    assert sizes(label, tail) == {"figures[0].label": size, "figures[1].label": size, "tail": size}
