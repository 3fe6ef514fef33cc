"""Characters that a brand's faces have no glyphs for, told where their author wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.diagnostics import Diagnostics, Span
from deckgen.layout.setter import Setter
from deckgen.scene import Node
from deckgen.scene.texts import paragraphs
from deckgen.spec.slots import Spec
from deckgen.spec.text import Item, Text


def report_missing_glyphs(nodes: Sequence[Node], spec: Spec, setter: Setter, diags: Diagnostics) -> None:
    """Report what no face has a glyph for, once for each text of `spec` that holds any of it."""
    missing: dict[str, Span] = {}
    for node in nodes:
        for paragraph, style in paragraphs(node):
            for char in setter.measurer.missing(paragraph, style):
                missing.setdefault(char, node.span)
    if missing:
        _report(missing, list(texts_of(spec)), diags)


def _report(missing: dict[str, Span], texts: Sequence[Text], diags: Diagnostics) -> None:
    """`missing` are the characters, each with a place to name should no text hold it as it is written."""
    places: dict[Span, list[str]] = {}
    for text in texts:
        if held := [char for char in dict.fromkeys(text.plain) if char in missing]:
            places.setdefault(text.span, []).extend(held)
    for char, span in missing.items():
        if not any(char in held for held in places.values()):
            places.setdefault(span, []).append(char)
    for place, chars in places.items():
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in chars)
        diags.error("no-glyph", place, f"the brand's face has no glyph for {named}", hint=_hint(chars))


def _hint(chars: Sequence[str]) -> str:
    """What to do about characters without glyph."""
    from deckgen.scripts.itemise import system_of

    if any(0x1F000 <= ord(char) < 0x20000 for char in chars):
        return "emoji are drawn otherwise on every machine and can't be measured; use words, or a picture"
    system = next((name for name in map(system_of, chars) if name), "")
    if system:
        from deckgen.scripts.systems import face_hint

        return face_hint(system)
    return "use another character, or a brand whose fonts have it"


def texts_of(value: object) -> Iterator[Text]:
    """Every text within a bound value, in the order of its slots."""
    from deckgen.spec.grid import GridCell

    match value:
        case Text():
            yield value
        case GridCell():
            yield value.text
        case Item():
            yield value.text
            yield from texts_of(value.children)
        case Spec():
            for inner in value.values.values():
                yield from texts_of(inner)
        case tuple() | list():
            for inner in value:
                yield from texts_of(inner)
        case dict():
            yield from texts_of(tuple(value.values()))
