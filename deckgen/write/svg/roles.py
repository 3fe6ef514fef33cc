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
    if element.role in ("TH", "TD"):
        return {
            "role": _SCOPES[element.scope] if element.role == "TH" else "cell",
            "aria-colspan": element.columns if element.columns > 1 else None,
            "aria-rowspan": element.rows if element.rows > 1 else None,
            "aria-label": element.alt or None,
        }
    if element.alt and element.role != "Table":
        # What stands in a picture is not read out beside what is said of it; a formula's parts are pictures as well.
        return {"role": "math" if element.role == "Formula" else "img", "aria-label": element.alt}
    # A table is named by its words and still read cell by cell: an image's parts are hidden (WAI-ARIA 1.2, 5.2.8).
    return {
        "role": _ROLES.get(element.role),
        "aria-level": 1 if element.role == "H1" else None,
        "aria-label": element.alt or None,
    }


def _is_read(label: Element) -> bool:
    """Whether a list's label is more than a bullet: a number, a letter."""
    return any(char.isalnum() for mark in label.children if isinstance(mark, Words) for char in mark.text)
