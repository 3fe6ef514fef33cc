"""The one serialiser: elements in, escaped markup out.

Markup is `Xml`, text is `str`; only `el` and `text` make the one from the other, and the type checker
sees to it that nothing reaches a part unescaped. Characters that XML 1.0 has no place for are refused
(they were reported when the YAML was read, so here they are our bug).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

_ILLEGAL = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"  # compiled when first needed
_SPECIAL = re.compile('[&<>"\r\n\t]')
_ESCAPED_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


if TYPE_CHECKING:

    class Xml(str):
        """Well-formed markup."""
else:
    # Only the type checker tells them apart: to make every piece of markup over again as a string of
    # another class takes a tenth of the time that writing a deck does.
    Xml = str


def _escape(value: str) -> str:
    # Nearly all values are plain. What is printable holds nothing illegal, no tab and no line end.
    if value.isprintable():
        if not ("&" in value or "<" in value or ">" in value or '"' in value):
            return value
    elif re.search(_ILLEGAL, value):
        raise ValueError(f"text with a character that XML can't hold: {value!r}")
    return _SPECIAL.sub(lambda m: _ENTITIES[m[0]], value)


def text(value: str) -> Xml:
    """Words as element content. `_x0041_` is written `_x005F_x0041_`, since Office decodes the former
    (ECMA-376 part 1, 22.9.2.19)."""
    escaped = _escape(value)
    return Xml(_ESCAPED_CODE.sub("_x005F_", escaped) if "_x" in escaped else escaped)


def value(words: str) -> Xml:
    """Words as an attribute's value, for a pattern; `el` sees to its own."""
    return Xml(_escape(words))


def el(tag: str, attributes: Mapping[str, str | int | None] | None = None, *children: Xml) -> Xml:
    """An element. Attributes that are None are left out; they keep their order."""
    opening = tag
    if attributes:
        for name, value in attributes.items():
            if value is not None:
                opening += f' {name}="{value if type(value) is int else _escape(str(value))}"'
    if not children:
        return Xml(f"<{opening}/>")
    return Xml(f"<{opening}>{''.join(children)}</{tag}>")


def join(parts: Iterable[Xml]) -> Xml:
    """Markup put one after another."""
    return Xml("".join(parts))


HOLE = Xml("\ue000")
"""What stands in a pattern where something is to be filled in: a character that means nothing."""


class Pattern:
    """Markup with holes, made by `el` once. Filling it costs a fraction of making it again."""

    __slots__ = ("_form",)

    def __init__(self, markup: Xml) -> None:
        self._form = markup.replace("%", "%%").replace(HOLE, "%s")

    def fill(self, *values: Xml | int) -> Xml:
        """The markup with its holes filled in order."""
        return Xml(self._form % values)

    def repeat(self, times: int, values: Iterable[Xml | int]) -> Xml:
        """The markup so many times over, its holes filled from `values` one after another."""
        return Xml(self._form * times % tuple(values))


def document(root: Xml) -> bytes:
    """A part: the XML declaration and the root element, in UTF-8."""
    return DECLARATION + root.encode("utf-8")
