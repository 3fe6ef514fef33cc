"""A slide's notes page: the slide's picture, what the speaker says, and the page number."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.ooxml.xml import Xml, document, el
from deckgen.scene import Paragraph, Slide
from deckgen.units import pt
from deckgen.write.pptx.colors import color_map, map_override_xml
from deckgen.write.pptx.package import NAMESPACES
from deckgen.write.pptx.pen import Pen, Targets
from deckgen.write.pptx.slide import shape_tree, slide_number
from deckgen.write.pptx.text import paragraph

FIRST_RELATION = 3
"""The page's first two relationships lead to the notes master and to the slide."""

_BODY, _NUMBER = 1, 5
"""idx of the placeholders, as PowerPoint gives them to a notes page."""
_STEP = pt(18)


def notes_xml(slide: Slide) -> tuple[bytes, Targets]:
    """`p:notes` (ECMA-376 19.3.1.26) of a slide that has notes, and where its links lead."""
    pen = Pen(owner=f"notes/{slide.id}", colors=color_map(), language=slide.language,
              first_relation=FIRST_RELATION)
    shapes = [_image(pen), _body(slide, pen), slide_number(pen, _NUMBER)]
    root = el("p:notes", dict(NAMESPACES), el("p:cSld", None, shape_tree(shapes)), map_override_xml(None))
    return document(root), tuple(pen.targets)


def _image(pen: Pen) -> Xml:
    locks = el("a:spLocks", {"noGrp": 1, "noRot": 1, "noChangeAspect": 1})
    return el("p:sp", None,
              el("p:nvSpPr", None, pen.identify("slide"), el("p:cNvSpPr", None, locks),
                 el("p:nvPr", None, el("p:ph", {"type": "sldImg"}))),
              el("p:spPr"))


def _body(slide: Slide, pen: Pen) -> Xml:
    words = (paragraph(_indented(p), pen) for p in slide.notes)
    locks = el("a:spLocks", {"noGrp": 1})
    return el("p:sp", None,
              el("p:nvSpPr", None, pen.identify("notes"), el("p:cNvSpPr", None, locks),
                 el("p:nvPr", None, el("p:ph", {"type": "body", "idx": _BODY}))),
              el("p:spPr"), el("p:txBody", None, el("a:bodyPr"), el("a:lstStyle"), *words))


def _indented(paragraph: Paragraph) -> Paragraph:
    """A list item of the notes with indents of its own, since notes masters have no bullets; for the
    same reason other paragraphs needn't say that they have none."""
    if not paragraph.bullet:
        return replace(paragraph, bullet=None)
    if paragraph.margin is not None:
        return paragraph
    return replace(paragraph, margin=_STEP * (paragraph.level + 1), indent=-_STEP)
