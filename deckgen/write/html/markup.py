"""HTML by elements: like `deckgen.ooxml.xml`, but an element without content still has its end tag.

HTML reads `<p/>` as `<p>` (HTML Living Standard, 13.1.2); only void elements stand alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.ooxml.xml import Xml, el, value

_VOID = frozenset({"br", "link", "meta", "source", "track"})


def tag(name: str, attributes: Mapping[str, str | int | None] | None = None, *children: Xml) -> Xml:
    """An HTML element. Attributes that are None are left out; those that stand alone are ""."""
    if name in _VOID:
        return el(name, attributes)
    return el(name, attributes, *(children or (Xml(""),)))


def opening(name: str, attributes: Mapping[str, str | int | None] | None = None) -> Xml:
    """An element's start tag, where what is in it is told piece by piece."""
    return Xml(tag(name, attributes)[: -len(closing(name))])


def closing(name: str) -> Xml:
    """An element's end tag."""
    return Xml(f"</{name}>")


def words(said: str) -> Xml:
    """Words as an element's content. What stands in the scene holds no character that HTML has no place for."""
    return value(said)


def raw(name: str, content: str) -> Xml:
    """A `script` or `style` of our own, whose content is not escaped. ValueError for one that would end too early."""
    if f"</{name}" in content.lower() or "<!--" in content:
        raise ValueError(f"content that would end its <{name}>")
    return Xml(f"<{name}>{content}</{name}>")
