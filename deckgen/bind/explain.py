"""Where each value of a slide comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from deckgen.bind.bind import find_kind
from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.nodes import MapNode, Node, ScalarNode, scalars
from deckgen.resolve.model import ResolvedDeck, ResolvedSlide, Settings
from deckgen.spec.slide import FrameSpec

_SHORT = 60


class Row(Struct, frozen=True):
    """A slot, its value in short, the layer that gives it and where (None: nowhere, it is the kind's)."""

    slot: str
    value: str
    layer: str
    span: Span | None


def explain(resolved: ResolvedDeck, slide_id: str, settings: Settings = Settings()) -> tuple[Row, ...] | None:
    """A row for every slot and setting of the slide, as the kind orders them, then one for every variable in them that
    a row of data gives; None without such a slide.

    Layers, the later over the earlier: kind default, brand, deck, slide, variant A, entry, entry's
    variant A. A transition is the section's or the deck's where none of these says one.
    """
    slide = resolved.slide(slide_id)
    if slide is None:
        return None
    kind = find_kind(slide.kind, Diagnostics())
    declared = {**(kind.spec.slots if kind else {}), **FrameSpec.slots}
    rows = [Row("kind", slide.kind.text, "slide", slide.kind.span)]
    rows += [_row(key, slide, default=slot.default) for key, slot in declared.items()]
    rows += [_row(key, slide, default=None) for key in slide.fields if key not in declared]
    asked = dict.fromkeys(name for field in slide.fields.values() for name in _asked(field.value))
    return (*rows, *(_given(name, settings) for name in asked if name.removeprefix("row.") in settings.row))


def _asked(node: Node) -> Iterator[str]:
    """The variables that a node asks for, and those that speak for them where they are empty."""
    for one in scalars(node):
        for name, calls in re.findall(r"\{\{\s*([A-Za-z_][\w.-]*)([^{}]*)", one.text):
            yield name
            yield from re.findall(r"\|\s*or\s*:\s*([A-Za-z_][\w.-]*)", calls)


def _given(name: str, settings: Settings) -> Row:
    """What a variable is that the row gives, or --set over it."""
    shown = f"{{{{ {name} }}}}"
    if name in settings.variables:
        return Row(shown, settings.variables[name], "--set", None)
    return Row(shown, _cut(settings.row[name.removeprefix("row.")]), "row", settings.row_span)


def _row(key: str, slide: ResolvedSlide, *, default: object) -> Row:
    field = slide.fields.get(key)
    if field is None and key == "transition" and slide.transition:
        return Row(key, slide.transition.value, slide.transition.layer, slide.transition.span)
    if field is None:
        return Row(key, "" if default is None else _flat(default), "kind default", None)
    return Row(key, short(field.value), field.layer, field.value.span)


def _flat(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def short(node: Node) -> str:
    """A node in one line, shortened to what a table holds."""
    match node:
        case ScalarNode():
            text = "" if node.is_null else " ".join(node.text.split())
        case MapNode():
            text = "{" + ", ".join(f"{key}: {short(entry.value)}" for key, entry in node.entries.items()) + "}"
        case _:
            text = " · ".join(short(item) for item in node.items)
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 2].rstrip() + " …"
