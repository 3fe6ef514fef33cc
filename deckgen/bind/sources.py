"""`source: facts`: a source line that is written from the facts of its slide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.diagnostics import Note
from deckgen.load.nodes import Entry, ScalarNode, scalars
from deckgen.spec.slots import BindContext
from deckgen.spec.variables import FACT_USE

if TYPE_CHECKING:
    from deckgen.spec.facts import Fact

SOURCE = "source"


def with_source(entries: dict[str, Entry], context: BindContext) -> dict[str, Entry]:
    """The slide's slots, its source line asking for the sources of the facts in the other slots.

    Each source is named once, with the day that its figures are of: 'DfE, Pupil attendance (14 November 2026)'.
    """
    written = entries[SOURCE].value
    found = [fact for name in _names(entries) if context.facts and (fact := context.facts.find(name)) is not None]
    for fact in found:
        if not fact.source and not fact.broken:
            message, notes = f'the fact "{fact.name}" has no source to be named', (Note(fact.span, "it stands here"),)
            hint = "give it one where it stands"
            context.diags.error("no-source", written.span, message, hint=hint, notes=notes)
    if not _names(entries):
        hint = "write a source, or use a fact: {{ fact.attendance }}"
        context.diags.error("no-facts", written.span, "this slide shows no facts to name the sources of", hint=hint)
    lines = {(fact.source, fact.as_of): _line(fact) for fact in found if fact.source}
    if not lines:
        return entries
    return entries | {SOURCE: Entry(entries[SOURCE].key, ScalarNode("; ".join(lines.values()), written.span))}


def _names(entries: dict[str, Entry]) -> dict[str, None]:
    """The facts that the slide's slots ask for, in their order, each once."""
    nodes = [node for key, entry in entries.items() if key != SOURCE for node in scalars(entry.value)]
    return dict.fromkeys(name for node in nodes for name in re.findall(FACT_USE, node.text))


def _line(fact: Fact) -> str:
    day = f" ({{{{ fact.{fact.name}.as_of }}}})" if fact.as_of else ""
    return f"{{{{ fact.{fact.name}.source }}}}{day}"
