"""A page drawn and tagged at once: every mark belongs to a node of the tree, or is an artifact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from deckgen.drawing.model import Element, Inset, Outline, Page, Raster, Words
from deckgen.write.pdf.attributes import attributes
from deckgen.write.pdf.bounds import Box, box_of, marks, places, union
from deckgen.write.pdf.content import Content
from deckgen.write.pdf.links import Pending
from deckgen.write.pdf.tags import Node
from deckgen.write.pdf.text import Writer, spaces

if TYPE_CHECKING:
    from deckgen.write.pdf.document import Document

Way: TypeAlias = Literal["tagged", "whole", "artifact"]
"""How elements within another are taken: each tagged by itself, all as one thing that is read out by its alternative
text (but for links), or as decoration."""

_WHOLE = frozenset({"Figure", "Formula"})
_INLINE = frozenset({"Span", "Artifact"})
_AROUND = frozenset({*_INLINE, *_WHOLE, "Table", "TR", "L", "LI"})
"""What a link stands around; it stands within everything else."""


class Level(Struct, frozen=True):
    """A page on the sheet: its own points are `scale` large, its lower left corner is at `x`, `y`."""

    page: Page
    spaces: Iterator[bool]
    scale: float = 1
    x: float = 0
    y: float = 0

    def box(self, box: Box) -> Box:
        """A box of the page in the sheet's coordinates, y upwards: left, bottom, right, top."""
        left, top, right, bottom = box
        s, height = self.scale, self.page.height
        return self.x + s * left, self.y + s * (height - bottom), self.x + s * right, self.y + s * (height - top)


class Painter:
    """Draws one sheet of a document."""

    def __init__(self, document: Document, sheet: Page) -> None:
        self._document, self._tree = document, document.tree
        self._page = document.new_page(sheet)
        self._content = Content()
        self._writer = Writer(self._content, document.faces)
        self._level = Level(sheet, spaces(sheet.elements))

    def draw(self) -> None:
        """Draw it, and put it into the file."""
        sheet = self._level.page
        section = self._tree.open(self._tree.root, "Sect", language=sheet.language)
        self._all(section, "tagged")
        self._tree.close(section)
        self._document.finish_page(self._page, self._content)

    def _all(self, owner: Node | None, way: Way) -> None:
        """The page of this level: its ground, then what is on it."""
        page = self._level.page
        self._document.shows(page, self._page)
        self._content.belongs(owner if way == "whole" else None)
        self._content.rect(page.background, (0, 0, page.width, page.height))
        for element in page.elements:
            self._element(element, owner, way)

    def _element(self, element: Element, owner: Node | None, way: Way) -> None:
        if owner is None or way == "artifact":
            self._artifact(element)
        elif element.link is not None:
            self._linked(element, owner, way)
        elif way == "whole":
            self._children(element, owner, way)
        elif element.role == "Artifact":
            self._artifact(element)
        elif element.role == "Span" and not (element.alt or element.language):
            self._children(element, owner, way)
        else:
            self._tagged(element, owner)

    def _artifact(self, element: Element) -> None:
        """Decoration; what comes again on other pages is drawn once."""
        form = self._document.forms.name(element, self._level.page)
        if form is None:
            self._children(element, None, "artifact")
        else:
            self._content.belongs(None)
            self._content.no_text()
            self._content.put(f"{form} Do")

    def _tagged(self, element: Element, owner: Node) -> None:
        """An element with a node of its own."""
        role = _role(element)
        if role == "Artifact":
            self._artifact(element)
            return
        node = self._tree.open(owner, role, language=element.language)
        self._children(element, node, "whole" if role in _WHOLE else "tagged")
        box = union(box_of(mark) for mark in marks(element)) if role in _WHOLE else None
        said = attributes(element, role, self._level.box(box) if box else None)
        # A table's says what it shows; its cells are still read.
        self._tree.close(node, self._page, alt="" if role == "Table" else element.alt, attributes=said)

    def _linked(self, element: Element, owner: Node, way: Way) -> None:
        """An element that a click on leads somewhere: in a link, or with one in it."""
        bare = replace(element, link=None, role="Span" if element.role in _INLINE else element.role)
        around = element.role in _AROUND or way == "whole"
        outer = None if around or element.role == "Link" else self._tree.open(owner, bare.role)
        link = self._tree.open(outer or owner, "Link", language=element.language)
        self._pend(element, link)
        if around and way == "tagged":
            self._element(bare, link, way)
        else:
            self._children(bare, link, way)
        self._tree.close(link, self._page)
        if outer is not None:
            self._tree.close(outer, self._page, alt=element.alt, attributes=attributes(bare, bare.role, None))

    def _pend(self, element: Element, node: Node) -> None:
        words = "".join(_said(element)).strip() or element.alt
        boxes = tuple(self._level.box(box) for box in places(element))
        if element.link is not None and boxes:
            self._document.links.add(Pending(self._page, node, element.link, boxes, words))

    def _children(self, element: Element, owner: Node | None, way: Way) -> None:
        for child in element.children:
            if isinstance(child, Element):
                self._element(child, owner, way)
            elif isinstance(child, Inset):
                self._inset(child, owner, way)
            elif isinstance(child, Words) and child.rtl and owner is not None and way == "tagged":
                self._backwards(child, owner)
            else:
                self._content.belongs(owner)
                self._mark(child)

    def _backwards(self, words: Words, owner: Node) -> None:
        """Words that run to the left. Their signs are shown from left to right, as programs that look at the page
        expect of them; whoever follows the tags is told their own order."""
        node = self._tree.open(owner, "Span")
        self._content.belongs(node)
        self._mark(words)
        self._tree.close(node, self._page, actual=words.text)

    def _mark(self, mark: Words | Outline | Raster) -> None:
        page = self._level.page
        match mark:
            case Words():
                self._words(mark)
            case Outline():
                self._content.outline(mark, page.height)
            case Raster():
                self._content.picture(mark, self._document.pictures.name(mark.image), page.height)
            case _:
                assert_never(mark)

    def _words(self, words: Words) -> None:
        page, spaced = self._level.page, next(self._level.spaces)
        if words.turn:
            self._content.begin_turned(words, page.height)
        # The owner's language would shape the same: faces have a language each.
        self._writer.write(words, page.height, page.language, spaced=spaced)
        if words.turn:
            self._content.no_text()
            self._content.restore()

    def _inset(self, inset: Inset, owner: Node | None, way: Way) -> None:
        """A page on this one, clipped to its edges; what it says is read where it stands."""
        content, page, outer = self._content, inset.page, self._level
        x, y = content.begin_inset(inset, outer.page.height)
        placed = outer.x + outer.scale * x, outer.y + outer.scale * y
        self._level = Level(page, spaces(page.elements), outer.scale * inset.scale, *placed)
        self._all(owner, way)
        self._level = outer
        content.unmarked()
        content.restore()


def _role(element: Element) -> str:
    """An element's role; one of a figure that nothing can be read out of is what it holds, or decoration."""
    if element.role in _WHOLE and not element.alt:
        return "Div" if any(isinstance(mark, Words) for mark in marks(element)) else "Artifact"
    return element.role


def _said(element: Element) -> Iterator[str]:
    """The words of an element, a space between pieces that stand apart."""
    words = [mark for mark in marks(element) if isinstance(mark, Words)]
    for mark, spaced in zip(words, spaces((element,)), strict=True):
        yield mark.text + " " * spaced
