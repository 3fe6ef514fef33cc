"""What an element is to somebody who can't see it, as ARIA says it (WAI-ARIA 1.2, 5.3; SVG-AAM 1.0)."""

from __future__ import annotations

from deckgen.drawing.model import Element, Role, Words

_ROLES: dict[Role, str] = {
    "H1": "heading",
    "P": "paragraph",
    "L": "list",
    "LI": "listitem",
    "BlockQuote": "blockquote",
    "Code": "code",
    "Table": "table",
    "TR": "row",
    "TD": "cell",
    "Figure": "figure",
    "Formula": "math",
}
"""The rest say nothing of themselves."""
_SCOPES = {"Column": "columnheader", "Row": "rowheader", "": "columnheader"}

Attributes = dict[str, str | int | None]


def attributes(element: Element) -> Attributes:
    """Role, name and place of an element, and which part of the slide a build knows it as."""
    return {
        **_meaning(element),
        "lang": element.language,
        "data-node": element.node or None,
        "data-paragraph": element.paragraph,
        "data-series": element.series,
    }


def _meaning(element: Element) -> Attributes:
    if element.role == "Artifact" or (element.role == "Lbl" and not _is_read(element)):
        return {"aria-hidden": "true"}
    if element.role == "Figure" and element.alt and not _leads(element):
        # An image's parts are hidden (WAI-ARIA 1.2, 5.2.8): a table is named and still read cell by cell.
        return {"role": "img", "aria-label": element.alt}
    heading = 1 if element.role == "H1" else None
    return {"role": _role(element), "aria-level": heading, "aria-label": element.alt or None, **_spans(element)}


def _role(element: Element) -> str | None:
    if element.role == "TH":
        return _SCOPES[element.scope]
    found = _ROLES.get(element.role)
    return found or ("group" if element.alt and element.role != "Link" else None)


def _spans(element: Element) -> Attributes:
    """How many columns and rows a cell takes, where these are several."""
    return {
        "aria-colspan": element.columns if element.columns > 1 else None,
        "aria-rowspan": element.rows if element.rows > 1 else None,
    }


def _leads(element: Element) -> bool:
    """Whether there is a link in an element, to which people must get."""
    inner = [child for child in element.children if isinstance(child, Element)]
    return any(child.link is not None or _leads(child) for child in inner)


def _is_read(label: Element) -> bool:
    """Whether a list's label is more than a bullet: a number, a letter."""
    return any(char.isalnum() for mark in label.children if isinstance(mark, Words) for char in mark.text)
