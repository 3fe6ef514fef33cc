from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckgen.ooxml.xml import HOLE, Pattern, Xml, document, el, join, text, value

LEGAL = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="_\ufffe\uffff"))
NAMES = st.sampled_from(["a", "b", "long-name", "c.d"])
TREES = st.recursive(
    st.tuples(NAMES, st.dictionaries(NAMES, LEGAL | st.integers(), max_size=3), LEGAL),
    lambda inner: st.tuples(
        NAMES, st.dictionaries(NAMES, LEGAL | st.integers(), max_size=3), st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)


def ours(tree: tuple) -> Xml:
    tag, attributes, content = tree
    if isinstance(content, str):
        return el(tag, attributes, text(content)) if content else el(tag, attributes)
    return el(tag, attributes, *map(ours, content))


def lxmls(tree: tuple) -> etree._Element:
    tag, attributes, content = tree
    element = etree.Element(tag, {name: str(said) for name, said in attributes.items()})
    if isinstance(content, str):
        element.text = content or None
    else:
        element.extend(map(lxmls, content))
    return element


@given(TREES)
def test_any_tree_is_what_lxml_makes_of_it(tree: tuple) -> None:
    made = etree.fromstring(document(ours(tree)))
    assert etree.tostring(made, method="c14n") == etree.tostring(lxmls(tree), method="c14n")


def test_white_space_in_attributes_survives_reading() -> None:
    assert etree.fromstring(el("a", {"b": "one\n\ttwo\r"})).get("b") == "one\n\ttwo\r"


def test_an_attribute_that_is_none_is_left_out() -> None:
    assert el("a", {"b": None, "c": 0, "d": ""}) == '<a c="0" d=""/>'


@pytest.mark.parametrize("wrong", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_our_mistake(wrong: str) -> None:
    for make in (text, value, lambda said: el("a", {"b": said})):
        with pytest.raises(ValueError, match="character that XML can't hold"):
            make(f"x{wrong}")


def test_words_that_look_like_an_escape_of_offices_are_escaped() -> None:
    assert text("_x0041_") == "_x005F_x0041_"
    assert text("_xyz_ and _x41_") == "_xyz_ and _x41_"
    assert text("a & _x000D_") == "a &amp; _x005F_x000D_"


def test_a_filled_pattern_is_what_el_makes() -> None:
    pattern = Pattern(el("a", {"b": HOLE, "c": "100%"}, HOLE, el("d", {"e": HOLE})))
    filled = pattern.fill(value('"quoted" & <bracketed>'), el("f"), 7)
    assert filled == el("a", {"b": '"quoted" & <bracketed>', "c": "100%"}, el("f"), el("d", {"e": 7}))


def test_what_fills_a_pattern_is_not_looked_at_again() -> None:
    """Words may hold per cent signs and the hole's own character."""
    assert Pattern(el("a", None, HOLE)).fill(text("%s \ue000 %d")) == "<a>%s \ue000 %d</a>"


def test_parts_are_utf_8_with_a_declaration() -> None:
    assert document(join([el("a", None, text("é"))])) == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a>é</a>'.encode()
    )
