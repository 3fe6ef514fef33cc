"""A slide as its author wrote it: in a file of its own, or in a running order."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.load.nodes import Entry, MapNode, Node
from deckgen.spec.slide import FRAME, RESERVED, InlineSpec, SlideSpec
from deckgen.spec.slots import BindContext, article, bind_partly
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
    """The slide of a slide file as far as it is right; None where it has no kind. What is wrong is reported."""
    if isinstance(node, MapNode):
        if "slides" in node.entries and "kind" not in node.entries:
            _report_deck(node, diags)
            return None
        node = mended(node, ("kind",), "slide", diags)
    part = _reserved(node) if isinstance(node, MapNode) else node
    spec, _ = bind_partly(SlideSpec, part, BindContext(diags), what="slide")
    return _slide(node, spec, diags) if spec and isinstance(node, MapNode) else None


def _report_deck(node: MapNode, diags: Diagnostics) -> None:
    file, slides = node.span.file, node.entries["slides"]
    diags.error(
        "wrong-folder",
        slides.key.span,
        "this is a deck, and slides stand here",
        hint=f"move it to decks/{file.rpartition('/')[2]}; a slide begins with its kind: kind: points",
    )


def read_inline(node: MapNode, diags: Diagnostics) -> tuple[Slide, InlineSpec] | None:
    """The slide of an entry that is one, and what the entry says as such, as far as they are right."""
    spec, _ = bind_partly(InlineSpec, _reserved(node), BindContext(diags), what="slide in a running order")
    slide = _slide(node, spec, diags) if spec else None
    return (slide, spec) if spec and slide else None


def mended(node: MapNode, wanted: tuple[str, ...], what: str, diags: Diagnostics) -> MapNode:
    """`node` with a misspelt key put right, where it lacks each of `wanted` and has one like it (reported).

    So that the rest of it can be looked at as what it was meant to be.
    """
    if not node.entries.keys().isdisjoint(wanted):
        return node
    for key, entry in node.entries.items():
        hint = did_you_mean(key, wanted) if key not in RESERVED else None
        if hint is not None and hint.startswith("did"):
            diags.error("unknown-key", entry.key.span, f'{article(what)} has no "{key[:60]}"', hint=hint)
            meant = hint.split('"')[1]
            return MapNode({meant if k == key else k: e for k, e in node.entries.items()}, node.span)
    return node


def _reserved(node: MapNode) -> MapNode:
    """The part of a slide's mapping that is the same for every kind."""
    return MapNode({k: e for k, e in node.entries.items() if k in RESERVED}, node.span)


def _slide(node: MapNode, spec: SlideSpec | InlineSpec, diags: Diagnostics) -> Slide | None:
    kind = spec.values.get("kind")
    if kind is None:
        return None
    named = spec.variants.entries if spec.variants else {}
    sound = {k: e for k, e in named.items() if check_slots(e.value, FRAME, "a variant", diags)}
    fields = {k: e for k, e in node.entries.items() if k in FRAME or k not in RESERVED}
    return Slide(kind=kind, fields=fields, variants=sound, span=node.span)


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
