"""Each node of the scene as elements of a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from deckgen.drawing.arrows import connector_outline
from deckgen.drawing.charts.figure import chart_element
from deckgen.drawing.formulas import formula_element
from deckgen.drawing.model import Element, Mark, Raster
from deckgen.drawing.shapes import rule_outline, shape_outline
from deckgen.drawing.sheet import Sheet
from deckgen.drawing.tables import table_element
from deckgen.drawing.text import text_box, text_marks
from deckgen.scene import (
    Art,
    Chart,
    Connector,
    Crop,
    Formula,
    Group,
    Image,
    Link,
    Node,
    Picture,
    Rule,
    Shape,
    Table,
    TextBox,
    Video,
)
from deckgen.units import Rect, to_pt


def elements(node: Node, sheet: Sheet) -> tuple[Element, ...]:
    """What a node of a slide means and looks like; nothing for one that shows nothing."""
    match node:
        case TextBox():
            return text_box(node, sheet)
        case Picture():
            marks = (raster(node.rect, node.image, node.crop),)
            return _figure(node.name, marks, node.alt, decorative=node.decorative)
        case Video():
            return _video(node)
        case Shape() | Rule() | Connector():
            alt = node.alt if isinstance(node, Shape) else ""
            return _figure(node.name, marks_of(node, sheet), alt, decorative=node.decorative or not alt)
        case Group():
            return _group(node, sheet)
        case Chart():
            return (chart_element(node, sheet),)
        case Table():
            return (table_element(node, sheet),)
        case Formula():
            return (formula_element(node, sheet),)
        case _:
            assert_never(node)


def marks_of(node: Art, sheet: Sheet) -> tuple[Mark, ...]:
    """A node's marks alone, as decoration has them."""
    match node:
        case TextBox():
            return text_marks(node, sheet)
        case Picture():
            return (raster(node.rect, node.image, node.crop),)
        case Shape():
            return shape_outline(node, sheet)
        case Rule():
            return rule_outline(node, sheet)
        case Connector():
            return connector_outline(node, sheet)
        case Group():
            return tuple([mark for inner in node.nodes for mark in marks_of(inner, sheet)])
        case _:
            assert_never(node)


def decor(nodes: Iterable[Art], sheet: Sheet) -> tuple[Element, ...]:
    """A layout's panels, rules, art and wordmark, which nobody is told of. They are no nodes of the slide."""
    marks = tuple([mark for node in nodes for mark in marks_of(node, sheet)])
    return (Element(role="Artifact", children=marks),) if marks else ()


def raster(rect: Rect, image: Image, crop: Crop = Crop()) -> Raster:
    """A picture in its box."""
    return Raster(x=to_pt(rect.x), y=to_pt(rect.y), w=to_pt(rect.w), h=to_pt(rect.h), image=image, crop=crop)


def _figure(name: str, marks: tuple[Mark, ...], alt: str, *, decorative: bool) -> tuple[Element, ...]:
    if not marks:
        return ()
    return (Element(role="Artifact" if decorative else "Figure", children=marks, node=name, alt=alt),)


def _video(video: Video) -> tuple[Element, ...]:
    """A film's poster, as PowerPoint shows it until it plays. A film elsewhere is a click away."""
    # A player shows pixels: of a poster that is a drawing, its twin.
    marks = (raster(video.rect, replace(video.poster, vector=None), video.crop),)
    drawn = _figure(video.name, marks, video.alt, decorative=video.decorative)
    if not video.link.startswith(("https://", "http://")):
        return drawn
    inner = tuple([replace(element, node="") for element in drawn])
    return (Element(role="Link", children=inner, node=video.name, link=Link(url=video.link)),)


def _group(group: Group, sheet: Sheet) -> tuple[Element, ...]:
    """Nodes that are one: where it says what it shows, a figure."""
    if group.decorative:
        marks = marks_of(group, sheet)
        return (Element(role="Artifact", children=marks, node=group.name),) if marks else ()
    inner = tuple([element for node in group.nodes for element in elements(node, sheet)])
    if not inner:
        return ()
    return (Element(role="Figure" if group.alt else "Div", children=inner, node=group.name, alt=group.alt),)
