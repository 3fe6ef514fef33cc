"""Office Math in a line, as one would type it: a/b, x_1, √(y) (ECMA-376 22.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DEEPEST = 40
"""Formulas nested deeper are told by their letters alone."""


def in_a_line(element: Any, depth: int = 0) -> str:
    """The formula in `element`, an `m:oMath` or what holds some."""
    if depth > DEEPEST:
        return "".join(part.text or "" for part in element.iter(f"{M}t"))
    name = element.tag.removeprefix(M) if isinstance(element.tag, str) else ""
    if name == "t":
        return element.text or ""
    if name in _FORMS:
        return _FORMS[name](element, depth + 1)
    return "".join(in_a_line(child, depth + 1) for child in element)


def _part(element: Any, name: str, depth: int) -> str:
    found = element.find(f"{M}{name}")
    return "" if found is None else in_a_line(found, depth)


def _grouped(text: str) -> str:
    """A part that is more than a letter or a number, in brackets."""
    return text if len(text) < 2 or text.isalnum() or (text[0] == "(" and text[-1] == ")") else f"({text})"


def _scripts(element: Any, depth: int) -> str:
    below, above = _part(element, "sub", depth), _part(element, "sup", depth)
    return (f"_{_grouped(below)}" if below else "") + (f"^{_grouped(above)}" if above else "")


def _sign(element: Any, where: str, otherwise: str) -> str:
    """A sign that stands in the properties of a part."""
    found = element.find(f"{M}{where}")
    return otherwise if found is None else found.get(f"{M}val", otherwise)


def _fraction(element: Any, depth: int) -> str:
    return f"{_grouped(_part(element, 'num', depth))}/{_grouped(_part(element, 'den', depth))}"


def _scripted(element: Any, depth: int) -> str:
    return _part(element, "e", depth) + _scripts(element, depth)


def _root(element: Any, depth: int) -> str:
    return f"{_part(element, 'deg', depth)}√{_grouped(_part(element, 'e', depth))}"


def _sum(element: Any, depth: int) -> str:
    return f"{_sign(element, f'naryPr/{M}chr', '∫')}{_scripts(element, depth)} {_part(element, 'e', depth)}"


def _fenced(element: Any, depth: int) -> str:
    inner = ", ".join(in_a_line(child, depth) for child in element.iterfind(f"{M}e"))
    return f"{_sign(element, f'dPr/{M}begChr', '(')}{inner}{_sign(element, f'dPr/{M}endChr', ')')}"


_FORMS: dict[str, Callable[[Any, int], str]] = {
    "f": _fraction,
    "sSub": _scripted,
    "sSup": _scripted,
    "sSubSup": _scripted,
    "rad": _root,
    "nary": _sum,
    "d": _fenced,
}
