"""Icons: found by name and by what they stand for, drawn as one native outline in a colour of the theme."""

from __future__ import annotations

import re

import pytest

from deckgen.brands import Brands
from deckgen.diagnostics import NOWHERE, Diagnostics, Span
from deckgen.icons.find import FIELD, FINE, icon_hint, icon_names, icon_path
from deckgen.icons.lucide import ICONS
from deckgen.layout.icons import icon_in
from deckgen.layout.setter import Page
from deckgen.load.nodes import ScalarNode
from deckgen.spec.slots import BindContext
from deckgen.spec.types.icon import IconType
from deckgen.units import Rect, box, pt
from deckgen.worlds import MemoryWorld
from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.draw import draw_node
from deckgen.write.pptx.pen import Pen


def page(layout: str = "Points") -> Page:
    style = Brands(MemoryWorld({})).style("plain", Diagnostics(), NOWHERE)
    assert style is not None
    return style.setter.on(layout)


def bound(name: str) -> tuple[str | None, list[str | None]]:
    diags = Diagnostics()
    node = ScalarNode(name, Span("slides/a.yaml", 1, 1, 1, 9), True)
    return IconType().bind(node, BindContext(diags)), [d.hint for d in diags]


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_icon_stays_within_its_field(name: str) -> None:
    path = icon_path(name)
    assert path.commands[0][0] in ("M", "O")
    lengths = [n for command in path.commands for n in command[1:]]
    assert lengths and all(isinstance(n, int) and 0 <= n <= FIELD * FINE for n in lengths)


def test_an_icon_is_one_shape_with_round_lines_in_a_colour_of_the_theme() -> None:
    shape = icon_in(page(), "school", box(48, 100, 96, 64), "emph")
    assert shape.rect == Rect(pt(64), pt(100), pt(64), pt(64)), "as large as fits, in the middle"
    assert shape.stroke_width == pt(4) and shape.decorative
    drawn = draw_node(shape, Pen(owner="a", colors=color_map(), language="en-GB"))
    assert '<a:ln w="50800" cap="rnd"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:round/></a:ln>' in drawn
    assert drawn.count("<p:sp>") == 1 and "<a:noFill/>" in drawn and "blip" not in drawn


def test_a_large_icons_lines_are_no_heavier_than_the_heaviest_rule() -> None:
    assert icon_in(page(), "school", box(0, 0, 300, 300)).stroke_width == pt(6)


def test_an_icon_that_stands_for_itself_has_words() -> None:
    shape = icon_in(page(), "school", box(0, 0, 48, 48), alt="A school")
    assert (shape.alt, shape.decorative) == ("A school", False)


def test_icons_are_found_by_what_they_stand_for() -> None:
    assert "piggy-bank" in icon_names("money")
    assert icon_names("book")[0].startswith("book")
    assert icon_names("zzz") == ()
    assert list(icon_names()) == sorted(ICONS)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("schol", 'did you mean "school"?'),
        ("money", "banknote"),
        ("qqqq", "deckgen list --icons"),
        ("School", "school"),
    ],
)
def test_an_unknown_icon_gets_the_next_best(name: str, hint: str) -> None:
    value, hints = bound(name)
    assert value is None and hint in (hints[0] or "")


def test_a_known_icon_is_taken_as_it_is() -> None:
    assert bound("book-open") == ("book-open", [])


def test_the_hint_for_nothing_is_the_list() -> None:
    assert "deckgen list --icons" in icon_hint("")


def test_names_are_words_with_hyphens() -> None:
    assert [name for name in ICONS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []
