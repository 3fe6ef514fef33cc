"""SmartArt as its words, a point a paragraph (ECMA-376 21.4.3), and as the shapes that PowerPoint has drawn of it.

PowerPoint keeps its drawing beside the data ([MS-ODRAWXML] 2.4, `dsp:drawing`): shapes as on a slide, in the diagram's
own field, whose text has a box of its own.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from deckgen.diff.read.parts import Part
from deckgen.diff.read.styles import PLAIN
from deckgen.diff.read.text import TextReader
from deckgen.diff.view import Body, Paragraph
from deckgen.verify.names import NS

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DSP = "{http://schemas.microsoft.com/office/drawing/2008/diagram}"
_P = "{" + NS["p"] + "}"
_DM = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm"
TEXT_FRAME = f"{_P}txXfrm"
"""Where the text of a drawn shape stands, as `shape_tree` names it."""


def diagram_of(data: Any, part: Part, reader: TextReader) -> Body:
    """The words of the diagram that a `a:graphicData` leads to."""
    root = _model(data, part)
    said: list[Paragraph] = []
    for text in () if root is None else root.iterfind(f"{_DGM}ptLst/{_DGM}pt/{_DGM}t"):
        said += [paragraph for paragraph in reader.paragraphs(text, PLAIN) if paragraph.text.strip()]
    return Body(paragraphs=tuple(said))


def drawing_of(data: Any, part: Part) -> Part | None:
    """The part with the diagram's drawing, in the colours of the slide; None where there is none."""
    root = _model(data, part)
    told = None if root is None else root.find(f".//{_DSP}dataModelExt")
    relation = None if told is None else part.relations.get(told.get("relId", ""))
    if relation is None or relation.external:
        return None
    drawing = Part(part.package, relation.target, part)
    return drawing if drawing.root is not None and drawing.root.tag == f"{_DSP}drawing" else None


def shape_tree(drawing: Part) -> Any:
    """The shapes of a drawing, named as those of slides are; None for none."""
    tree = None if drawing.root is None else drawing.root.find(f"{_DSP}spTree")
    if tree is None:
        return None
    named = deepcopy(tree)
    for element in named.iter(f"{_DSP}*"):
        element.tag = _P + element.tag.removeprefix(_DSP)
    return named


def _model(data: Any, part: Part) -> Any:
    """The diagram's data (`dgm:dataModel`)."""
    references = data.find(f"{_DGM}relIds")
    relation = None if references is None else part.relations.get(references.get(_DM, ""))
    return None if relation is None or relation.external else part.package.root(relation.target)
