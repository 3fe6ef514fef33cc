"""Layers: brand, deck, slide, variant, entry, its variant. The last that has a slot gives it whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckgen.load.nodes import Entry, MapNode
from deckgen.resolve.model import Layered
from deckgen.resolve.slides import Slide
from deckgen.spec.deck import FULL
from deckgen.spec.slide import FRAME, RESERVED


def slide_fields(
    slide: Slide,
    entry: Mapping[str, Entry],
    variants: Mapping[str, Entry],
    audience: str,
    defaults: Iterable[tuple[str, MapNode | None]],
) -> dict[str, Layered]:
    """The slide's fields for `audience`: `entry` and `variants` are the running order's, laid on last."""
    fields: dict[str, Layered] = {}
    for layer, by_kind in defaults:
        below = _below(by_kind.entries if by_kind else {}, slide.kind.text)
        _lay(fields, {k: e for k, e in below.items() if k not in RESERVED or k in FRAME}, layer)
    _lay(fields, slide.fields, "slide")
    if audience != FULL:
        _lay(fields, _below(slide.variants, audience), f"variant {audience}")
    _lay(fields, entry, "entry")
    if audience != FULL:
        _lay(fields, _below(variants, audience), f"entry's variant {audience}")
    return fields


def _below(entries: Mapping[str, Entry], name: str) -> Mapping[str, Entry]:
    entry = entries.get(name)
    return entry.value.entries if entry and isinstance(entry.value, MapNode) else {}


def _lay(fields: dict[str, Layered], entries: Mapping[str, Entry], layer: str) -> None:
    for key, entry in entries.items():
        fields[key] = Layered(entry.key, entry.value, layer)
