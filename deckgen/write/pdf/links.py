"""Links: what a click goes to, tied to the words that say so (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.5).

A link to a slide that has no page here, a hidden one, is none: its words stay. Which slides have pages is known when
all are drawn, so links are made last.
"""

from __future__ import annotations

from urllib.parse import quote

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from deckgen.scene import Link
from deckgen.write.pdf.bounds import Box
from deckgen.write.pdf.tags import Node, Tree

_KEPT = "!#$%&'()*+,/:;=?@[]~"
_PRINTED = 4
"""A flag of annotations (12.5.3), which PDF/UA wants of all that are seen."""


class Pending(Struct, frozen=True):
    """A link yet to be made. `boxes` are in PDF's coordinates: left, bottom, right, top."""

    page: Object
    node: Node
    link: Link
    boxes: tuple[Box, ...]
    words: str


class Links:
    """The links of a file, and the pages that they may go to."""

    def __init__(self, pdf: Pdf, tree: Tree) -> None:
        self._pdf, self._tree = pdf, tree
        self._pending: list[Pending] = []
        self.slides: dict[str, Object] = {}

    def add(self, link: Pending) -> None:
        """A link, to be made when all pages are there."""
        self._pending.append(link)

    def finish(self) -> None:
        """Make all links that lead anywhere; the others become words."""
        for pending in self._pending:
            target = self._target(pending.link)
            if target is None:
                pending.node.reference.S = Name.Span
                continue
            for box in pending.boxes:
                self._annotate(pending, box, target)

    def _target(self, link: Link) -> tuple[str, Object] | None:
        if link.url:
            return "/A", Dictionary(S=Name.URI, URI=String(quote(link.url, safe=_KEPT)))
        page = self.slides.get(link.slide or "")
        return None if page is None else ("/Dest", Array([page, Name.Fit]))

    def _annotate(self, pending: Pending, box: Box, target: tuple[str, Object]) -> None:
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(side, 2) for side in box]),
            Border=Array([0, 0, 0]),
            F=_PRINTED,
            Contents=String(pending.words or pending.link.url or pending.link.slide or ""),
            StructParent=self._tree.claim(pending.node.reference),
            P=pending.page,
        )
        annotation[target[0]] = target[1]
        made = self._pdf.make_indirect(annotation)
        if "/Annots" not in pending.page:
            pending.page.Annots = Array()
        pending.page.Annots.append(made)
        reference = pending.node.reference
        kids = reference.K if isinstance(reference.K, Array) else Array([reference.K])
        kids.append(Dictionary(Type=Name.OBJR, Obj=made, Pg=pending.page))
        reference.K = kids
