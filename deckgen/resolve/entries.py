"""The running order of a deck file: its entries, whoever sees them."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.load.nodes import Entry, MapNode, Node, ScalarNode, SeqNode
from deckgen.resolve.model import Inherited
from deckgen.resolve.slides import Slide, check_slots, mended, read_inline
from deckgen.spec.slide import FRAME, InlineSpec, SectionSpec, UseSpec
from deckgen.spec.slots import BindContext, bind, bind_partly, clipped, describe, is_reported
from deckgen.spec.types.names import IdType, Name

_OTHER_WORDS = {"use": ("slide", "file", "include", "import", "ref"), "kind": ("type", "layout", "template")}
_WAYS = 'write "- use: a-slide", "- section: A title", or a slide with its kind'


class DeckEntry(Struct, frozen=True, kw_only=True):
    """A slide's place in a running order. `use` names a slide file, else the entry is the `slide`.

    `fields` are what the entry lays over the slide for every audience, `variants` for one.
    `transition` is its section's.
    """

    id: Name
    use: Name | None
    slide: Slide | None
    only: tuple[Name, ...] | None
    excepted: tuple[Name, ...]
    fields: dict[str, Entry]
    variants: dict[str, Entry]
    section: Node | None
    transition: Inherited | None = None
    span: Span

    def seen_by(self, audience: str) -> bool:
        """Whether `audience` ("full" for the whole deck) sees the slide."""
        if self.only is not None and audience not in (name.text for name in self.only):
            return False
        return audience not in (name.text for name in self.excepted)


def read_entries(nodes: SeqNode, diags: Diagnostics) -> tuple[DeckEntry, ...]:
    """The entries in order; what is wrong with one is reported, and the others go on."""
    found: list[DeckEntry] = []
    section: SectionSpec | None = None
    taken: dict[str, int] = {}
    begun = 0  # how many entries there were when the section began
    empty: list[SectionSpec | None] = []
    for item in nodes.items:
        if not isinstance(item, MapNode):
            _report_no_entry(item, diags)
            continue
        node = mended(item, ("use", "kind", "section"), "running-order entry", diags)
        if "section" in node.entries and not node.entries.keys() & {"use", "kind"}:
            spec = bind(SectionSpec, node, BindContext(diags), what="running-order entry")
            empty += [section] if len(found) == begun else ()
            section, begun = spec or section, len(found)
        elif "use" in node.entries:
            _keep(_used(node, section, diags), found, taken)
        elif "kind" in node.entries:
            _keep(_inline(node, section, taken, diags), found, taken)
        else:
            diags.error("no-slide", node.span, "this entry names no slide", hint=_meant(node) or _WAYS)
    _report_empty([*empty, section] if len(found) == begun else empty, found, diags)
    _check_ids(found, diags)
    return tuple(found)


def _meant(node: MapNode) -> str | None:
    """What an entry would say that calls its slide, or its kind, by another word."""
    for key, words in _OTHER_WORDS.items():
        value = next((node.entries[word].value for word in words if word in node.entries), None)
        if isinstance(value, ScalarNode) and re.fullmatch(IdType.pattern, value.text):
            return f"write {key}: {_bare(value.text)}"
    return None


def _bare(name: str) -> str:
    """A slide's name as entries use it, of its file's."""
    return clipped(name.removesuffix(".yaml").removesuffix(".yml").removeprefix("slides/"))


def _report_empty(sections: list[SectionSpec | None], found: list[DeckEntry], diags: Diagnostics) -> None:
    """Warn of sections that end before any slide, in a deck that has slides."""
    for section in sections if found else ():
        if section is not None:
            diags.warning(
                "empty-section",
                section.section.span,
                "no slide stands in this section, so it will not be there",
                hint="put the section before its slides",
            )


def _keep(entry: DeckEntry | None, found: list[DeckEntry], taken: dict[str, int]) -> None:
    if entry:
        found.append(entry)
        taken.setdefault(entry.id.text, 2)


def _report_no_entry(node: Node, diags: Diagnostics) -> None:
    if is_reported(node):
        return
    plain = isinstance(node, ScalarNode) and not node.is_null and re.fullmatch(IdType.pattern, node.text)
    hint = f"write - use: {_bare(node.text)}" if plain and isinstance(node, ScalarNode) else _WAYS
    if isinstance(node, ScalarNode) and (close := re.match(r"(use|kind|section):(?=\S)", node.text)):
        hint = f"put a space after the colon: - {close[0]} {node.text[close.end() : 60]}"
    diags.error("no-slide", node.span, f"an entry of the running order is a mapping, not {describe(node)}", hint=hint)


def _used(node: MapNode, section: SectionSpec | None, diags: Diagnostics) -> DeckEntry | None:
    spec, _ = bind_partly(UseSpec, node, BindContext(diags), what="running-order entry")
    _check_named(node, diags)
    use = spec.values.get("use") if spec else None
    if spec is None or use is None:
        return None
    overrides = spec.with_
    if overrides is not None and not check_slots(overrides, frozenset(), '"with"', diags):
        overrides = None
    variants = spec.variants.entries if spec.variants else {}
    fields = dict(overrides.entries) if overrides else {}
    fields |= {key: entry for key, entry in node.entries.items() if key in FRAME}
    return DeckEntry(
        id=_id(spec, node) or use,
        use=use,
        slide=None,
        only=spec.only,
        excepted=spec.except_ or (),
        fields=fields,
        variants={k: e for k, e in variants.items() if check_slots(e.value, FRAME, "a variant", diags)},
        section=section.section if section else None,
        transition=_said_by(section),
        span=node.span,
    )


def _inline(node: MapNode, section: SectionSpec | None, taken: dict[str, int], diags: Diagnostics) -> DeckEntry | None:
    read = read_inline(node, diags)
    if read is None:
        return None
    slide, spec = read
    _check_named(node, diags)
    return DeckEntry(
        id=_id(spec, node) or _numbered(spec.kind, taken),
        use=None,
        slide=slide,
        only=spec.only,
        excepted=spec.except_ or (),
        fields={},
        variants={},
        section=section.section if section else None,
        transition=_said_by(section),
        span=node.span,
    )


def _said_by(section: SectionSpec | None) -> Inherited | None:
    if section is None or section.transition is None:
        return None
    return Inherited(section.transition, "section", section.at("transition"))


def _check_named(node: MapNode, diags: Diagnostics) -> None:
    """Report `only:` and `except:` with nothing after them: left so, everybody would see the slide."""
    for key in ("only", "except"):
        entry = node.entries.get(key)
        if entry is not None and isinstance(entry.value, ScalarNode) and entry.value.is_null:
            diags.error(
                "empty", entry.key.span, f'"{key}" names no audience', hint="name those it is for, or delete the line"
            )


def _id(spec: UseSpec | InlineSpec, node: MapNode) -> Name | None:
    """The entry's own id; one that can't be used (reported) still tells it from the others."""
    written = node.get("id")
    if spec.id is None and isinstance(written, ScalarNode) and not written.is_null:
        return Name(written.text, written.span)
    return spec.id


def _numbered(kind: Name, taken: dict[str, int]) -> Name:
    """An id for a slide that has none: its kind, with a number from the second on.

    `taken` are the ids before it, each with the number to try when another slide would be called so.
    """
    text = kind.text
    while text in taken:
        text = f"{kind.text}-{taken[kind.text]}"
        taken[kind.text] += 1
    return Name(text, kind.span)


def _check_ids(entries: list[DeckEntry], diags: Diagnostics) -> None:
    """Report every id that two slides of the deck have, with both places."""
    first: dict[str, DeckEntry] = {}
    for entry in entries:
        other = first.setdefault(entry.id.text, entry)
        if other is not entry:
            diags.error(
                "duplicate-id",
                entry.id.span,
                f'two slides of this deck have the id "{entry.id.text}"',
                hint=f"give one use an id of its own: id: {entry.id.text.rsplit('/', 1)[-1]}-again",
                notes=(Note(other.id.span, "first used here"),),
            )
