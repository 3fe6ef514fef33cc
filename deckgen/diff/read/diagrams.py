"""SmartArt as its words: a point a paragraph (ECMA-376 21.4.3)."""

from __future__ import annotations

from typing import Any

from deckgen.diff.read.parts import Part
from deckgen.diff.read.styles import PLAIN
from deckgen.diff.read.text import TextReader
from deckgen.diff.view import Body, Paragraph

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DM = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"


def diagram_of(data: Any, part: Part, reader: TextReader) -> Body:
    """The words of the diagram that a `a:graphicData` leads to."""
    references = data.find(f"{_DGM}relIds")
    relation = None if references is None else part.relations.get(references.get(_DM, ""))
    root = None if relation is None or relation.external else part.package.root(relation.target)
    said: list[Paragraph] = []
    for text in () if root is None else root.iterfind(f"{_DGM}ptLst/{_DGM}pt/{_DGM}t"):
        said += [paragraph for paragraph in reader.paragraphs(text, PLAIN) if paragraph.text.strip()]
    return Body(paragraphs=tuple(said))
