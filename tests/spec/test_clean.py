"""Characters no slide can hold."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostics, Span
from deckgen.spec.clean import clean
from deckgen.spec.slots import BindContext

HERE = Span("a", 1, 1, 1, 2)


def cleaned(text: str) -> tuple[str | None, list[str]]:
    diags = Diagnostics()
    return clean(text, HERE, BindContext(diags)), [one.code for one in diags]


@pytest.mark.parametrize("text", ["a b", "a\tb", "é 😀 👩‍👩‍👧 “x”", "_x0041_", "a\u200bb", "Z̸̡͝a", "\u200fא\u200e", ""])
def test_text_stays(text: str) -> None:
    assert cleaned(text) == (text, [])


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\x0bb", "a\x85b", "a\u2028b", "a\u2029b"])
def test_every_line_break_is_a_newline(text: str) -> None:
    assert cleaned(text) == ("a\nb", [])


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x0c", "\x1b", "\x7f", "\x9f", "\ud800", "\ufdd0", "\ufdd2", "\uffff"]
)
def test_what_xml_and_unicode_refuse_is_an_error(char: str) -> None:
    assert cleaned(f"a{char}b") == (None, ["control-character"])


def test_an_open_bidirectional_control_is_a_warning() -> None:
    assert cleaned("a\u202bb") == ("a\u202bb", ["bidi-control"])
    assert cleaned("a\u202bb\u202c \u2067c\u2069") == ("a\u202bb\u202c \u2067c\u2069", [])


@pytest.mark.parametrize("text", ["a\u202eb", "a\u202db\u202c"])
def test_an_override_of_direction_is_an_error_even_when_closed(text: str) -> None:
    assert cleaned(text) == (None, ["bidi-override"])


def test_absurd_length_is_an_error() -> None:
    assert cleaned("a" * 20_001) == (None, ["text-too-long"])
