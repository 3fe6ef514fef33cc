"""The words that a chart's markup makes PowerPoint show: its categories, numbers by their format codes, and labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, TypeAlias

from lxml import etree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Node: TypeAlias = Any
"""An element, as lxml has it."""


def shown(xml: bytes) -> Counter[str]:
    """Every word of a chart, line by line."""
    root = etree.fromstring(xml)
    said = [*_axes(root), *(line for series in _series(root) for line in _labels(series))]
    return Counter(line for text in said for line in text.strip().split("\n"))


def _value(node: Node, path: str) -> str | None:
    found = node.find("/".join(C + part for part in path.split("/")))
    return None if found is None else found.get("val")


def _series(root: Node) -> Iterator[Node]:
    yield from root.iter(f"{C}ser")


def _cached(series: Node, tag: str) -> dict[int, str]:
    """The cells beside an address, by their number."""
    found = series.find(f"{C}{tag}")
    if found is None:
        return {}
    return {int(point.get("idx", "")): point.findtext(f"{C}v") or "" for point in found.iter(f"{C}pt")}


def _axes(root: Node) -> Iterator[str]:
    for axis in (*root.iter(f"{C}catAx"), *root.iter(f"{C}valAx")):
        if _value(axis, "delete") != "0":
            continue
        yield from ("".join(title.itertext()) for title in axis.iter(f"{C}title"))
        if axis.tag == f"{C}catAx":
            names = _cached(next(_series(root)), "cat")
            yield from list(names.values())[:: int(_value(axis, "tickLblSkip") or 1)]
        else:
            yield from _ticks(axis)


def _ticks(axis: Node) -> Iterator[str]:
    """The numbers along a value axis: from its least on, a unit apart."""
    low, high, step = (Decimal(_value(axis, path) or "") for path in ("scaling/min", "scaling/max", "majorUnit"))
    for number in range(int((high - low) / step) + 1):
        yield formatted(low + step * number, _code(axis))


def _code(node: Node) -> str:
    found = node.find(f"{C}numFmt")
    assert found is not None
    return found.get("formatCode") or ""


def _labels(series: Node) -> Iterator[str]:
    labels = series.find(f"{C}dLbls")
    if labels is None:
        return
    own = {int(_value(label, "idx") or ""): label for label in labels.iter(f"{C}dLbl")}
    values = _cached(series, "val") or _cached(series, "yVal")
    for number, value in values.items():
        label = own.get(number, labels)
        if _value(label, "showVal") == "1":
            yield _label(label, series, value)


def _label(label: Node, series: Node, value: str) -> str:
    rich = label.find(f"{C}tx")
    if rich is not None:
        return "".join(rich.itertext())
    parts = [formatted(Decimal(value), _code(label))]
    if _value(label, "showSerName") == "1":
        parts.insert(0, "".join(next(series.iter(f"{C}tx")).itertext("{*}v")))
    return (label.findtext(f"{C}separator") or "").join(parts)


def formatted(number: Decimal, code: str) -> str:
    """A number as a format code has it (ECMA-376 part 1, 18.8.31), in English marks."""
    positive, _, negative = code.partition(";")
    if number < 0 and negative:
        return _number(-number, negative)
    return ("-" if number < 0 else "") + _number(abs(number), positive)


def _number(number: Decimal, code: str) -> str:
    code = re.sub(r"\[\$([^\]]*)\]", r'"\1"', code)
    literals = re.findall(r'"([^"]*)"', code)
    bare = re.sub(r'"[^"]*"', "\x00", code)
    decimals = re.search(r"\.(0+)", bare)
    places = len(decimals[1]) if decimals else 0
    value = number * 100 if "%" in bare else number
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits = f"{rounded:,f}" if "," in bare else f"{rounded:f}"
    whole = re.sub(r"[#,0]+(\.0+)?", digits, bare, count=1)
    for literal in literals:
        whole = whole.replace("\x00", literal, 1)
    return whole
