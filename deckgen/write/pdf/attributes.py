"""Attributes of tags (14.8.5): where figures stand, what tables show, what cells head and span, how lists count."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, String

from deckgen.drawing.model import Element, Words
from deckgen.write.pdf.bounds import Box, marks


def attributes(element: Element, role: str, box: Box | None) -> Object | None:
    """The attributes of an element that `box` is taken up by, in PDF's coordinates; None where it has none."""
    if role in ("Figure", "Formula") and box is not None:
        return Dictionary(O=Name.Layout, BBox=Array([round(side, 2) for side in box]), Placement=Name.Block)
    if role == "Table" and element.alt:
        return Dictionary(O=Name.Table, Summary=String(element.alt))  # read before its cells, not instead of them
    if role in ("TH", "TD"):
        return _cell(element, role)
    if role == "L":
        return Dictionary(O=Name.List, ListNumbering=Name(f"/{_numbering(element)}"))
    return None


def _cell(element: Element, role: str) -> Object | None:
    said = Dictionary(O=Name.Table)
    if role == "TH":
        said.Scope = Name(f"/{element.scope or 'Column'}")
    if element.columns > 1:
        said.ColSpan = element.columns
    if element.rows > 1:
        said.RowSpan = element.rows
    return said if len(said.keys()) > 1 else None


def _numbering(element: Element) -> str:
    """How the first label counts: a list without labels isn't numbered (14.8.5.5)."""
    label = next((found for found in _labels(element)), "").strip()
    if not label:
        return "None"
    if label[0].isdigit():
        return "Decimal"
    if label.rstrip(".)").isalpha():
        return "UpperAlpha" if label[0].isupper() else "LowerAlpha"
    return "Disc"


def _labels(element: Element) -> list[str]:
    return [
        "".join(mark.text for mark in marks(part) if isinstance(mark, Words))
        for item in element.children
        if isinstance(item, Element)
        for part in item.children
        if isinstance(part, Element) and part.role == "Lbl"
    ]
