"""A slide's notes page: the slide's picture, what the speaker says, and the page number."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from deckgen.ooxml.xml import HOLE, Pattern, Xml, document, el, join, value
from deckgen.scene import Paragraph, Slide
from deckgen.units import pt
from deckgen.write.pptx.colors import color_map, map_override_xml
from deckgen.write.pptx.package import NAMESPACES
from deckgen.write.pptx.pen import Pen, Targets
from deckgen.write.pptx.slide import NUMBER_FIELD, shape_tree
from deckgen.write.pptx.text import paragraph

FIRST_RELATION = 3
"""The page's first two relationships lead to the notes master and to the slide."""

_STEP = pt(18)
_COLORS = color_map()


def notes_xml(slide: Slide) -> tuple[bytes, Targets]:
    """`p:notes` (ECMA-376 19.3.1.26) of a slide that has notes, and where its links lead."""
    pen = Pen(owner=slide.id, colors=_COLORS, language=slide.language, first_relation=FIRST_RELATION)
    said = join([paragraph(_indented(p), pen) for p in slide.notes])
    return document(_page(slide.language).fill(said)), tuple(pen.targets)


@lru_cache(16)
def _page(language: str) -> Pattern:
    """A notes page with a hole for the words, which are all that one page has unlike another."""
    locks, body = el("a:spLocks", {"noGrp": 1}), (el("a:bodyPr"), el("a:lstStyle"))
    image = _filling(
        2, "Slide image", {"type": "sldImg"}, el("a:spLocks", {"noGrp": 1, "noRot": 1, "noChangeAspect": 1})
    )
    words = _filling(3, "Notes", {"type": "body", "idx": 1}, locks, el("p:txBody", None, *body, HOLE))
    count = el("a:p", None, NUMBER_FIELD.fill(value(language)))
    number = _filling(
        4, "Slide number", {"type": "sldNum", "sz": "quarter", "idx": 5}, locks, el("p:txBody", None, *body, count)
    )
    sheet = el("p:cSld", None, shape_tree((image, words, number)))
    return Pattern(el("p:notes", NAMESPACES, sheet, map_override_xml(None)))


def _filling(number: int, name: str, placeholder: dict[str, str | int | None], locks: Xml, *body: Xml) -> Xml:
    """A shape in a placeholder of the notes master, with the idx that PowerPoint gives it."""
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            el("p:cNvPr", {"id": number, "name": name}),
            el("p:cNvSpPr", None, locks),
            el("p:nvPr", None, el("p:ph", placeholder)),
        ),
        el("p:spPr"),
        *body,
    )


def _indented(paragraph: Paragraph) -> Paragraph:
    """A list item of the notes with indents of its own, since notes masters have no bullets; for the
    same reason other paragraphs needn't say that they have none."""
    if not paragraph.bullet:
        return replace(paragraph, bullet=None)
    if paragraph.margin is not None:
        return paragraph
    return replace(paragraph, margin=_STEP * (paragraph.level + 1), indent=-_STEP)
