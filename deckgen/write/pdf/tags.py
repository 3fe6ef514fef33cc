"""The tree of tags: what is what on the pages, in reading order (ISO 32000-1, 14.7; ISO 14289-1, 7).

A node is written when it is closed, so that nothing is kept of a page that is done but what the file itself holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_EMPTY = frozenset({"Document", "Sect", "TD", "TH", "TR"})
"""Nodes that are there even with nothing in them: every page has its section, tables are regular."""


class Node:
    """A structure element that is open. `kids` are marked contents by number, other elements and annotations."""

    __slots__ = ("kids", "language", "parent", "reference", "role")

    def __init__(self, reference: Object, role: str, parent: Node | None, language: str) -> None:
        self.reference, self.role, self.parent, self.language = reference, role, parent, language
        self.kids: list[Object | int] = []


class Tree:
    """The structure tree of a file. `root` is its Document."""

    def __init__(self, pdf: Pdf, language: str) -> None:
        self._pdf = pdf
        self._top = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._parents: list[Array | Object] = []
        self.root = Node(pdf.make_indirect(Dictionary(P=self._top)), "Document", None, language)

    def open(self, parent: Node, role: str, *, language: str | None = None) -> Node:
        """A new node in `parent`, which gets it as a kid when it is closed."""
        made = Node(self._pdf.make_indirect(Dictionary(P=parent.reference)), role, parent, language or parent.language)
        if made.language != parent.language:
            made.reference.Lang = String(made.language)
        return made

    def close(
        self,
        node: Node,
        page: Object | None = None,
        *,
        alt: str = "",
        actual: str = "",
        attributes: Object | None = None,
    ) -> None:
        """Write a node; one with nothing in it comes to nothing."""
        if not node.kids and node.role not in _EMPTY:
            return
        reference = node.reference
        reference.S = Name(f"/{node.role}")
        if len(node.kids) == 1:
            reference.K = node.kids[0]
        elif node.kids:
            reference.K = Array(node.kids)
        if page is not None:
            reference.Pg = page
        if actual:
            reference.ActualText = String(actual)
        if alt:
            reference.Alt = String(alt)
        if attributes is not None:
            reference.A = attributes
        if node.parent is not None:
            node.parent.kids.append(reference)

    def claim(self, owners: Sequence[Object] | Object) -> int:
        """The key under which a page's contents, or an annotation, find their nodes again (14.7.4.4)."""
        self._parents.append(owners if isinstance(owners, Object) else Array(list(owners)))
        return len(self._parents) - 1

    def finish(self) -> None:
        """Write the root, and hang it into the file."""
        self.close(self.root)
        top = self._top
        top.K = self.root.reference
        numbers: list[Object | int] = []
        for key, owners in enumerate(self._parents):
            kept = owners if isinstance(owners, Dictionary) else self._pdf.make_indirect(owners)
            numbers += (key, kept)
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = len(self._parents)
        self._pdf.Root.StructTreeRoot = top
