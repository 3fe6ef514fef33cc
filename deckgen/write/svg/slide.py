"""A page as an <svg> element: its elements in reading order, each saying what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from deckgen.drawing.model import Element, Inset, Mark, Outline, Page, Raster, Words
from deckgen.ooxml.xml import Xml, el, join
from deckgen.scene import Image, Link
from deckgen.write.svg.extent import extent
from deckgen.write.svg.faces import Faces
from deckgen.write.svg.lettered import lettered
from deckgen.write.svg.marks import num, outline, raster
from deckgen.write.svg.roles import Attributes, attributes
from deckgen.write.svg.text import PLAINLY, Child, Spans, all_words, alone, is_inline

SVG = "http://www.w3.org/2000/svg"
_PLAIN: Attributes = {
    "direction": "ltr",
    "font-weight": 400,
    "font-style": "normal",
    "text-anchor": "start",
    "text-rendering": "geometricPrecision",
    "style": f"{PLAINLY};white-space:pre;overflow:hidden",
    "xml:space": "preserve",
}
"""How text is set where nothing else is said, whatever page the slide may be shown on."""

Href = Callable[[Link], "str | None"]
"""The address of a link; None for one that leads nowhere from here."""


def web_address(link: Link) -> str | None:
    """The address of a link that leaves the deck."""
    return link.url


class Drawn(Struct, frozen=True):
    """A page as <svg>: its element's attributes, what is in it, and the characters that are set in each face of it.

    The <svg> has a viewBox and no size. Whoever shows it sees to the faces, by their keys.
    """

    attributes: Attributes
    content: Xml
    used: dict[str, frozenset[str]]

    def svg(self, *head: Xml, **attributes: str) -> Xml:
        """The element, with attributes of one's own; `head` stands before what it shows."""
        return el("svg", {**self.attributes, **attributes}, *head, self.content)


def slide_svg(page: Page, faces: Faces, *, href: Href = web_address) -> Drawn:
    """The page without the files of its faces. `href` gives the addresses of its links."""
    content = Painter(faces, href).page(page)
    root: Attributes = {
        "xmlns": SVG,
        "viewBox": f"0 0 {num(page.width)} {num(page.height)}",
        "role": "group",
        "lang": page.language,
        **_PLAIN,
    }
    return Drawn(root, content, faces.taken())


class Painter:
    """Draws elements as SVG."""

    def __init__(self, faces: Faces, href: Href) -> None:
        self.faces, self._href = faces, href

    def page(self, page: Page) -> Xml:
        """What a page shows, its background first."""
        ground = {"width": num(page.width), "height": num(page.height), "fill": page.background}
        return join([el("rect", {**ground, "aria-hidden": "true"}), *map(self.element, page.elements)])

    def element(self, element: Element) -> Xml:
        """An element with all that is in it, and the link it is."""
        content = self.children(element.children)
        address = self._href(element.link) if element.link else None
        if address is None:
            return self.group(attributes(element), content)
        if element.role != "Link" and (box := extent(element)):
            # A click anywhere on it counts, not on its letters alone.
            content = join((el("rect", {**_box(box), "fill": "none", "pointer-events": "all"}), content))
        return self.group(attributes(element), self.linked(address, content))

    def group(self, given: Attributes, content: Xml, tag: str = "g") -> Xml:
        """What an element holds, with what is said of it."""
        if all(value is None for value in given.values()):
            return content
        return el(tag, given, content)

    def linked(self, address: str, content: Xml) -> Xml:
        """What a click on leads to an address."""
        within = address.startswith("#")
        target: Attributes = {} if within else {"target": "_blank", "rel": "noopener"}
        return el("a", {"href": address, **target}, content)

    def children(self, children: Sequence[Child]) -> Xml:
        """Children in order, words that follow one another as one text."""
        parts: list[Xml] = []
        line: list[Child] = []
        for child in children:
            if is_inline(child):
                line.append(child)
                continue
            parts.append(self.text(line))
            line.clear()
            parts.append(self.element(child) if isinstance(child, Element) else self.mark(child))
        return join([*parts, self.text(line)])

    def text(self, line: Sequence[Child]) -> Xml:
        """Inline children, as one text wherever they can be."""
        found = list(all_words(line))
        if not found:
            return Xml("")
        if len(found) == 1 or any(words.rtl or words.turn for words in found):
            return self._inline(line, lambda words: alone(words, self.faces), "g")
        spans = Spans(found[0], self.faces)
        return el("text", spans.common, self._inline(line, spans.add, "tspan"))

    def _inline(self, line: Sequence[Child], words: Callable[[Words], Xml], tag: str) -> Xml:
        """Inline children, their words made by `words`; what is said of a link or a span is said by a `tag`."""
        parts: list[Xml] = []
        for child in line:
            if isinstance(child, Words):
                parts.append(words(child))
            elif isinstance(child, Element):
                content = self._inline(child.children, words, tag)
                address = self._href(child.link) if child.link else None
                content = content if address is None else self.linked(address, content)
                parts.append(self.group(attributes(child), content, tag))
        return join(parts)

    def mark(self, mark: Mark) -> Xml:
        """A mark that is no text."""
        match mark:
            case Words():
                return self.text([mark])
            case Outline():
                return outline(mark)
            case Raster():
                return raster(mark, self.picture(mark.image))
            case Inset():
                return self.inset(mark)

    def picture(self, image: Image) -> Image:
        """The picture that is drawn of the two that `image` may be."""
        return lettered(image.vector) if image.vector else image

    def inset(self, mark: Inset) -> Xml:
        """A page drawn on another."""
        page = mark.page
        view: Attributes = {
            "x": num(mark.x),
            "y": num(mark.y),
            "width": num(page.width * mark.scale),
            "height": num(page.height * mark.scale),
            "viewBox": f"0 0 {num(page.width)} {num(page.height)}",
            "overflow": "hidden",
        }
        return el("svg", view, self.page(page))


def _box(box: tuple[float, float, float, float]) -> Attributes:
    left, top, right, bottom = box
    return {"x": num(left), "y": num(top), "width": num(right - left), "height": num(bottom - top)}
