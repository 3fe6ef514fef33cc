"""A slide as its author wrote it: in a file of its own, or in a running order."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.nodes import Entry, MapNode, Node
from deckgen.spec.slide import FRAME, RESERVED, InlineSpec, SlideSpec
from deckgen.spec.slots import BindContext, bind
from deckgen.spec.types.names import Name

_BELONGS = {
    "kind": "a variant keeps its slide's kind; for another, use two entries with only and except",
    "section": "begin a section in the running order: - section: …",
}


class Slide(Struct, frozen=True, kw_only=True):
    """A slide before anything is laid over it. `fields` are its slots and its frame."""

    kind: Name
    fields: dict[str, Entry]
    variants: dict[str, Entry]
    span: Span


def read_slide(node: Node, diags: Diagnostics) -> Slide | None:
    """The slide of a slide file, or None after reporting."""
    return _read(SlideSpec, node, diags)


def read_inline(node: MapNode, diags: Diagnostics) -> tuple[Slide, InlineSpec] | None:
    """The slide of an entry that is one, and what the entry says as such; None after reporting."""
    spec = bind(InlineSpec, _only(node, reserved=True), BindContext(diags), what="slide in a running order")
    slide = _slide(node, spec.kind, spec.variants, diags) if spec else None
    return (slide, spec) if spec and slide else None


def _read(spec: type[SlideSpec], node: Node, diags: Diagnostics) -> Slide | None:
    part = _only(node, reserved=True) if isinstance(node, MapNode) else node
    found = bind(spec, part, BindContext(diags), what="slide")
    if found is None or not isinstance(node, MapNode):
        return None
    return _slide(node, found.kind, found.variants, diags)


def _only(node: MapNode, *, reserved: bool) -> MapNode:
    """The part of a slide's mapping that is, or is not, the same for every kind."""
    return MapNode({k: e for k, e in node.entries.items() if (k in RESERVED) is reserved}, node.span)


def _slide(node: MapNode, kind: Name, variants: MapNode | None, diags: Diagnostics) -> Slide | None:
    named = variants.entries if variants else {}
    sound = [check_slots(entry.value, FRAME, "a variant", diags) for entry in named.values()]
    fields = {k: e for k, e in node.entries.items() if k in FRAME or k not in RESERVED}
    return Slide(kind=kind, fields=fields, variants=dict(named), span=node.span) if all(sound) else None


def check_slots(node: Node, allowed: frozenset[str], where: str, diags: Diagnostics) -> bool:
    """Whether a mapping of slots holds no reserved key but the `allowed`; the others are reported."""
    wrong = [e.key for k, e in node.entries.items() if k in RESERVED - allowed] if isinstance(node, MapNode) else []
    for key in wrong:
        diags.error(
            "reserved-key",
            key.span,
            f'"{key.text}" can\'t stand in {where}',
            hint=_BELONGS.get(key.text, f'write "{key.text}" beside the slide in the running order'),
        )
    return not wrong
