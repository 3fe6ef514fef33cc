"""Shapes: each node of the scene as PresentationML (ECMA-376 part 1, 19.3.1 and 20.1.9)."""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never

from deckgen.ooxml.xml import HOLE, Pattern, Xml, el
from deckgen.scene import (
    BoxLook,
    Chart,
    Connector,
    Crop,
    Formula,
    Group,
    Image,
    Node,
    Path,
    Picture,
    PlaceholderRef,
    Rule,
    Shape,
    Table,
    TextBox,
    Video,
)
from deckgen.units import Rect
from deckgen.write.pptx.path import contour, geometry
from deckgen.write.pptx.pen import Pen, line
from deckgen.write.pptx.text import text_body

_NO_ADJUSTMENTS = el("a:avLst")
_WHOLE = el("a:stretch", None, el("a:fillRect"))
_LOCKED = el("p:cNvSpPr", None, el("a:spLocks", {"noGrp": 1}))
_NO_PLACE = el("p:spPr")
_TEXT = Pattern(el("p:sp", None, el("p:nvSpPr", None, HOLE, HOLE, HOLE), HOLE, HOLE))
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def draw_node(node: Node, pen: Pen) -> Xml:
    """The shape of a node. What draws those that few slides have is imported by these."""
    match node:
        case TextBox():
            return _text_box(node, pen)
        case Picture():
            return _picture(node, pen)
        case Video():
            return _video(node, pen)
        case Shape():
            return _shape(node, pen)
        case Rule():
            return _rule(node, pen)
        case Connector():
            from deckgen.write.pptx.connector import connector

            return connector(node, pen)
        case Group():
            return _group(node, pen)
        case Formula():
            return _formula(node, pen)
        case Table():
            from deckgen.write.pptx.table import draw_table

            return draw_table(node, pen, _drawn(pen) if node.placeholder is None else _filling(node.placeholder))
        case Chart():
            from deckgen.write.pptx.charts.part import draw_chart

            return draw_chart(node, pen, _drawn(pen) if node.placeholder is None else _filling(node.placeholder))
        case _:
            assert_never(node)


@lru_cache(256)
def _filling(ref: PlaceholderRef) -> Xml:
    """`p:nvPr` of what fills a placeholder (19.3.1.36). The title's idx is 0, which is not written."""
    return el("p:nvPr", None, _ph(ref))


def _ph(ref: PlaceholderRef) -> Xml:
    kind = None if ref.type == "body" and ref.idx == 0 else ref.type
    return el("p:ph", {"type": kind, "idx": ref.idx or None})


def _text_box(box: TextBox, pen: Pen) -> Xml:
    named = pen.identify(box.name, decorative=box.decorative, click=box.click)
    if box.placeholder is None:
        locks, use = el("p:cNvSpPr", {"txBox": None if box.look else 1}), _drawn(pen)
        look = box.look or BoxLook()
        place = el("p:spPr", None, _transform(box.rect), _preset("rect"), *_painted(look, pen))
    else:
        locks, use = _LOCKED, _filling(box.placeholder)
        place = el("p:spPr", None, _transform(box.rect)) if box.moved else _NO_PLACE
    return _TEXT.fill(named, locks, use, place, text_body(box, pen))


_A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_BARE = el("a:bodyPr", {"wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}, el("a:noAutofit"))


def _formula(formula: Formula, pen: Pen) -> Xml:
    """A shape with Office Math for programs that know it, and the formula drawn for the others, as PowerPoint has it;
    LibreOffice 25.2 is one of these.

    Both have the one id, since a reader takes one of the two (ECMA-376 part 3, 9.3).
    """
    from deckgen.write.pptx.formula import formula_paragraph
    from deckgen.write.pptx.formula_outline import outline

    named = pen.identify(formula.name, alt=formula.alt)
    place = el("p:spPr", None, _transform(formula.rect)) if formula.moved else _NO_PLACE
    words = el("p:txBody", None, _BARE, el("a:lstStyle"), formula_paragraph(formula, pen))
    drawn, stroke = outline(formula, pen)
    return el(
        "mc:AlternateContent",
        {"xmlns:mc": _MC},
        el(
            "mc:Choice",
            {"xmlns:a14": _A14, "Requires": "a14"},
            _TEXT.fill(named, _LOCKED, _filling(formula.placeholder), place, words),
        ),
        el("mc:Fallback", None, _figure(named, pen, _transform(formula.rect), drawn, pen.fill(formula.color), stroke)),
    )


def _picture(picture: Picture, pen: Pen) -> Xml:
    named = pen.identify(picture.name, alt=picture.alt, decorative=picture.decorative)
    filled = el("p:blipFill", None, _blip(picture.image, pen), *_crop(picture.crop), _WHOLE)
    if picture.placeholder is None:
        locks, use = el("a:picLocks", {"noChangeAspect": 1}), _drawn(pen)
        place = el("p:spPr", None, _transform(picture.rect), _preset("rect"))
    else:
        locks = el("a:picLocks", {"noGrp": 1, "noChangeAspect": 1})
        use = _filling(picture.placeholder)
        place = el("p:spPr", None, _transform(picture.rect)) if picture.moved else _NO_PLACE
    return el("p:pic", None, el("p:nvPicPr", None, named, el("p:cNvPicPr", None, locks), use), filled, place)


def _video(video: Video, pen: Pen) -> Xml:
    from deckgen.write.pptx.video import PLAYS, film_xml

    named = pen.identify(video.name, alt=video.alt, plays=PLAYS)
    # A player shows pixels: of a poster that is a drawing, its twin.
    poster = el("a:blip", {"r:embed": pen.relation(video.poster)})
    filled = el("p:blipFill", None, poster, *_crop(video.crop), _WHOLE)
    place = el("p:spPr", None, _transform(video.rect), _preset("rect"))
    locks = {"noGrp": 1, "noRot": 1, "noChangeAspect": 1}
    ref = () if video.placeholder is None else (_ph(video.placeholder),)
    if video.placeholder is None:
        del locks["noGrp"]
    elif not video.moved:
        place = _NO_PLACE
    use = el("p:nvPr", None, *ref, *film_xml(video, pen))
    held = el("p:cNvPicPr", None, el("a:picLocks", locks))
    return el("p:pic", None, el("p:nvPicPr", None, named, held, use), filled, place)


def _blip(image: Image, pen: Pen) -> Xml:
    """`a:blip` (20.1.8.13); beside a twin stands its drawing, for programs that can draw it ([MS-ODRAWXML] 2.3.1)."""
    twin = {"r:embed": pen.relation(image)}
    if image.vector is None:
        return el("a:blip", twin)
    drawing = el("asvg:svgBlip", {"xmlns:asvg": _SVG, "r:embed": pen.relation(image.vector)})
    return el("a:blip", twin, el("a:extLst", None, el("a:ext", {"uri": _SVG_BLIP}, drawing)))


def _crop(crop: Crop) -> tuple[Xml, ...]:
    """`a:srcRect` (20.1.8.55), or nothing where the whole picture shows."""
    sides = {"l": crop.left or None, "t": crop.top or None, "r": crop.right or None, "b": crop.bottom or None}
    return (el("a:srcRect", sides),) if any(sides.values()) else ()


def _shape(shape: Shape, pen: Pen) -> Xml:
    named = pen.identify(shape.name, alt=shape.alt, decorative=shape.decorative)
    outline = geometry(contour(shape.geometry)) if isinstance(shape.geometry, Path) else _preset(shape.geometry)
    return _figure(named, pen, _transform(shape.rect), outline, *_painted(shape, pen))


def _figure(named: Xml, pen: Pen, *looks: Xml) -> Xml:
    """`p:sp` without words."""
    return el("p:sp", None, el("p:nvSpPr", None, named, el("p:cNvSpPr"), _drawn(pen)), el("p:spPr", None, *looks))


def _painted(look: Shape | BoxLook, pen: Pen) -> tuple[Xml, ...]:
    """Fill and outline."""
    filled = el("a:noFill") if look.fill is None else pen.fill(look.fill)
    return (filled, *_line(look, pen))


def _line(shape: Shape | BoxLook, pen: Pen) -> tuple[Xml, ...]:
    """`a:ln` (20.1.2.2.24), or nothing where the shape has no line."""
    if shape.stroke is None:
        return ()
    if isinstance(shape, BoxLook) or not shape.round:
        return (line(shape.stroke, shape.stroke_width, pen),)
    return (el("a:ln", {"w": shape.stroke_width, "cap": "rnd"}, pen.fill(shape.stroke), el("a:round")),)


def _rule(rule: Rule, pen: Pen) -> Xml:
    named = pen.identify(rule.name, decorative=rule.decorative)
    return el(
        "p:cxnSp",
        None,
        el("p:nvCxnSpPr", None, named, el("p:cNvCxnSpPr"), _drawn(pen)),
        el("p:spPr", None, _transform(rule.rect), _preset("line"), line(rule.color, rule.width, pen, head=rule.head)),
    )


def _group(group: Group, pen: Pen) -> Xml:
    named = pen.identify(group.name, alt=group.alt, decorative=group.decorative)
    # The group's inner field is the slide itself, so that its members keep the slide's lengths.
    field = el("a:xfrm", None, *_place(group.rect), *_place(group.rect, inner=True))
    return el(
        "p:grpSp",
        None,
        el("p:nvGrpSpPr", None, named, el("p:cNvGrpSpPr"), _drawn(pen)),
        el("p:grpSpPr", None, field),
        *(draw_node(node, pen) for node in group.nodes),
    )


def _drawn(pen: Pen) -> Xml:
    """`p:nvPr` of what is no placeholder. On masters and layouts it says that a person drew it, as
    PowerPoint does for such shapes (19.3.1.33)."""
    return el("p:nvPr", {"userDrawn": 1} if pen.user_drawn else None)


def _transform(rect: Rect) -> Xml:
    return el("a:xfrm", None, *_place(rect))


def _place(rect: Rect, *, inner: bool = False) -> tuple[Xml, Xml]:
    offset, extent = ("a:chOff", "a:chExt") if inner else ("a:off", "a:ext")
    return el(offset, {"x": rect.x, "y": rect.y}), el(extent, {"cx": rect.w, "cy": rect.h})


def _preset(name: str) -> Xml:
    return el("a:prstGeom", {"prst": name}, _NO_ADJUSTMENTS)
