"""The pictures of a template's art: a logo stands in every layout, its bytes need standing only once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from deckgen.brand.model import Brand, SurfaceName
from deckgen.later import Later
from deckgen.scene import Group, Image, Node, Picture
from deckgen.write.pptx.template import LayoutPart, Template


def without_pictures(template: Template) -> tuple[Template, dict[str, bytes]]:
    """The template with empty pictures, and their bytes by SHA-256."""
    found: dict[str, bytes] = {}

    def emptied(image: Image) -> Image:
        found[image.sha256] = image.data
        return replace(image, data=b"")

    bare = _changed(template, emptied)
    return replace(bare, layouts=dict(bare.layouts)), found


def with_pictures(template: Template, data: Mapping[str, bytes]) -> Template:
    """What `without_pictures` was given."""
    return _changed(template, lambda image: replace(image, data=data[image.sha256]))


def _changed(template: Template, change: Callable[[Image], Image]) -> Template:
    def changed(part: LayoutPart) -> LayoutPart:
        return LayoutPart(part.number, replace(part.layout, nodes=_nodes(part.layout.nodes, change)))

    return replace(template, brand=_brand(template.brand, change), layouts=Later(template.layouts, changed))


def _brand(brand: Brand, change: Callable[[Image], Image]) -> Brand:
    def marks(nodes: Mapping[SurfaceName, tuple[Node, ...]]) -> dict[SurfaceName, tuple[Node, ...]]:
        return {surface: _nodes(drawn, change) for surface, drawn in nodes.items()}

    wordmark = replace(
        brand.wordmark, cover_nodes=marks(brand.wordmark.cover_nodes), footer_nodes=marks(brand.wordmark.footer_nodes)
    )
    return replace(brand, wordmark=wordmark, cover=replace(brand.cover, art=_nodes(brand.cover.art, change)))


def _nodes(nodes: tuple[Node, ...], change: Callable[[Image], Image]) -> tuple[Node, ...]:
    return tuple(_node(node, change) for node in nodes)


def _node(node: Node, change: Callable[[Image], Image]) -> Node:
    match node:
        case Picture():
            return replace(node, image=change(node.image))
        case Group():
            return replace(node, nodes=_nodes(node.nodes, change))
        case _:
            return node
