"""A slide's part: a pure function of the laid-out slide, with no position in it (PERFORMANCE.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from deckgen.brand.model import Bullet, Placeholder
from deckgen.ooxml.xml import HOLE, Pattern, Xml, document, el, join, text, value
from deckgen.scene import FOOTER, NUMBER, FontRole, Shape, Slide, TextStyle, Video
from deckgen.scripts import LATIN, Writing
from deckgen.units import Rect
from deckgen.write.pptx.colors import ColorMap, map_override_xml
from deckgen.write.pptx.draw import draw_node
from deckgen.write.pptx.package import NAMESPACES
from deckgen.write.pptx.pen import Pen, Targets
from deckgen.write.pptx.template import FOOTER_IDX

FIRST_RELATION = 2
"""The slide's first relationship leads to its layout; links and pictures follow."""

_OWN = el("p:nvGrpSpPr", None, el("p:cNvPr", {"id": 1, "name": ""}), el("p:cNvGrpSpPr"), el("p:nvPr"))
_FIELD = el(
    "p:grpSpPr",
    None,
    el(
        "a:xfrm",
        None,
        el("a:off", {"x": 0, "y": 0}),
        el("a:ext", {"cx": 0, "cy": 0}),
        el("a:chOff", {"x": 0, "y": 0}),
        el("a:chExt", {"cx": 0, "cy": 0}),
    ),
)


def shape_tree(shapes: Sequence[Xml]) -> Xml:
    """`p:spTree` (19.3.1.45) of a slide, layout or notes page. Its own id is 1, its field is the page."""
    return el("p:spTree", None, _OWN, _FIELD, *shapes)


# PowerPoint keeps the creation id when slides are moved and copied.
_CREATED = el(
    "p:extLst",
    None,
    el(
        "p:ext",
        {"uri": "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"},
        el("p14:creationId", {"xmlns:p14": "http://schemas.microsoft.com/office/powerpoint/2010/main", "val": HOLE}),
    ),
)
_SHEET = el("p:cSld", {"name": HOLE}, shape_tree((HOLE,)), _CREATED)
_SHOWN = Pattern(el("p:sld", NAMESPACES, _SHEET, HOLE))
_HIDDEN = Pattern(el("p:sld", {**NAMESPACES, "show": 0}, _SHEET, HOLE))

_PLACE = el("p:nvPr", None, el("p:ph", {"type": "sldNum", "sz": "quarter", "idx": HOLE}))
# Renderers count for themselves. The words kept in the file are the sign for 'number': a number would
# make a slide depend on where it stands.
_COUNT = el(
    "a:fld",
    {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"},
    el("a:rPr", {"lang": HOLE}),
    el("a:t", None, text("‹#›")),
)
NUMBER_FIELD = Pattern(_COUNT)
"""The slide's number (21.1.2.2.4), with a hole for the language."""
_BARE = el("p:spPr")
_NUMBER = Pattern(
    el(
        "p:sp",
        None,
        el("p:nvSpPr", None, HOLE, el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1})), _PLACE),
        HOLE,
        el("p:txBody", None, el("a:bodyPr"), el("a:lstStyle"), el("a:p", None, _COUNT)),
    )
)
_FOOTER = Pattern(
    el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            HOLE,
            el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1})),
            el("p:nvPr", None, el("p:ph", {"type": "ftr", "sz": "quarter", "idx": FOOTER_IDX})),
        ),
        HOLE,
        el(
            "p:txBody",
            None,
            el("a:bodyPr"),
            el("a:lstStyle"),
            el("a:p", None, el("a:r", None, el("a:rPr", {"lang": HOLE}), el("a:t", None, HOLE))),
        ),
    )
)


class Frame(Struct, frozen=True, kw_only=True):
    """What a slide takes from its layout: `placeholders` by idx, the colour map, faces by role.

    `dark` says that the map isn't the master's; `number` is the idx of the slide-number
    placeholder, None where the layout has none; `table_style` the id of the brand's table style;
    `foot` the style of number and footer.
    """

    placeholders: Mapping[int, Placeholder]
    colors: ColorMap
    fonts: Mapping[FontRole, str]
    bullet: Bullet = Bullet("•", 100)
    dark: bool = False
    number: int | None = None
    table_style: str = ""
    foot: TextStyle | None = None
    writing: Writing = LATIN


def slide_xml(slide: Slide, frame: Frame, *, creation_id: int) -> tuple[bytes, Targets]:
    """`p:sld` (ECMA-376 19.3.1.38), and where its relationships lead.

    The part's name is the slide's id and its shapes' names are their slot paths, so that what
    somebody changes in PowerPoint can be brought home.
    """
    pen = Pen(
        owner=slide.id,
        colors=frame.colors,
        language=slide.language,
        fonts=frame.fonts,
        placeholders=frame.placeholders,
        bullet=frame.bullet,
        first_relation=FIRST_RELATION,
        table_style=frame.table_style,
        writing=frame.writing,
    )
    shapes = [draw_node(node, pen) for node in slide.nodes]
    if frame.number is not None:
        shapes += _foot(slide, frame, pen)
    sheet = _HIDDEN if slide.hidden else _SHOWN
    override = map_override_xml(frame.colors if frame.dark else None)
    shown = join((override, *_transition(slide, rtl=frame.writing.rtl), *_timing(slide, pen)))
    return document(sheet.fill(value(slide.id), join(shapes), creation_id, shown)), tuple(pen.targets)


def _foot(slide: Slide, frame: Frame, pen: Pen) -> list[Xml]:
    """The slide's number, and its footer where it has one."""
    language = value(slide.language)
    number = _NUMBER.fill(pen.identify(NUMBER), frame.number or 0, _foot_place("sldNum", slide, frame), language)
    if not slide.footer:
        return [number]
    place = _foot_place("ftr", slide, frame)
    return [number, _FOOTER.fill(pen.identify(FOOTER), place, language, text(slide.footer))]


def _foot_place(kind: Literal["ftr", "sldNum"], slide: Slide, frame: Frame) -> Xml:
    """The layout's place. On a panel of the slide's own it is said again, for LibreOffice paints a number and a footer
    that have no place of their own together with the layout, and so below the panel."""
    if not slide.build or frame.foot is None:
        return _BARE
    from deckgen.brand.foot import foot_rect  # few slides are built

    rect = foot_rect(kind, frame.foot, rtl=frame.writing.rtl)
    if not any(isinstance(node, Shape) and _covers(node.rect, rect) for node in slide.nodes):
        return _BARE
    offset, extent = el("a:off", {"x": rect.x, "y": rect.y}), el("a:ext", {"cx": rect.w, "cy": rect.h})
    return el("p:spPr", None, el("a:xfrm", None, offset, extent))


def _covers(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _transition(slide: Slide, *, rtl: bool) -> tuple[Xml, ...]:
    if slide.transition is None:
        return ()
    from deckgen.write.pptx.transition import transition_xml  # most decks have none

    return (transition_xml(slide.transition, rtl=rtl),)


def _timing(slide: Slide, pen: Pen) -> tuple[Xml, ...]:
    """What comes in on which click; the shapes' numbers are the pen's."""
    if not slide.build and not any(isinstance(node, Video) for node in slide.nodes):
        return ()
    from deckgen.write.pptx.timing import Actor, timing_xml  # few slides are built

    actors = {name: Actor(pen.numbers[name]) for name in (NUMBER, FOOTER) if name in pen.numbers}
    actors |= {node.name: Actor(pen.numbers[node.name], node) for node in slide.nodes}
    return (timing_xml(slide.build, actors),)
