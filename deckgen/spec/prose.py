"""Paragraphs and simple lists within one text: a body, the notes."""

from __future__ import annotations

import re

from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.nodes import ScalarNode
from deckgen.memo import Once
from deckgen.spec.clean import clean
from deckgen.spec.inline import join_lines, leads_within, parse_part, report_empty
from deckgen.spec.place import place
from deckgen.spec.slots import BindContext
from deckgen.spec.text import Block

# An empty line, or a line that begins an item, ends what stood before it.
_BETWEEN = re.compile(r"\n(?:[ \t]*\n)+|\n(?=[ \t]*[-*] )")
_ITEM = re.compile(r"([ \t]*)[-*][ \t]+(?=\S)")
_LONE_BREAK = re.compile(r"[^\n]\n[^\n]")
MAX_LEVEL = 3

# The notes of a slide that thousands of decks word anew are the same for all of them, most often.
_SETTLED: Once[ScalarNode, tuple[Block, ...] | None] = Once(500)


def parse_prose(source: ScalarNode, context: BindContext) -> tuple[Block, ...] | None:
    """The paragraphs of `source` and its lines that begin with a hyphen as items; None when one is wrong."""
    if "{{" in source.text or "}}" in source.text:
        return _parsed(source, context)
    found = _SETTLED.get(source, lambda one: _settled(one, context), among=(context.mend, context.language))
    return _parsed(source, context) if found is None else found


def _settled(source: ScalarNode, context: BindContext) -> tuple[Block, ...] | None:
    """What comes of a text without variables wherever it stands; None where something is to be said of it, or it links
    to slides, which not every deck has."""
    said = Diagnostics()
    found = _parsed(source, replace(context, diags=said))
    return None if len(said) or any(leads_within(block.text.runs) for block in found or ()) else found


def _parsed(source: ScalarNode, context: BindContext) -> tuple[Block, ...] | None:
    text = clean(source.text, source.span, context)
    if text is None:
        return None
    if not text or text.isspace():
        report_empty(source, context)
        return None
    if "\n" not in text:
        only = parse_part(text, source, "", context)
        return (Block(only),) if only else None
    if _LONE_BREAK.search(text) and _is_folded(source, context):
        text = text.replace("\n", "\n\n")
    return _blocks(text, source, context)


def _is_folded(source: ScalarNode, context: BindContext) -> bool:
    """Whether YAML has joined the lines already, so that a newline was an empty line in the file.

    That is so of every style but `|`; which one it is, the first character in the file says.
    """
    if source.plain:
        return True
    if context.source is None:
        return False
    here = source.span
    first = Span(here.file, here.line, here.col, here.line, here.col + 1)
    return place(source, "|", 0, context) != first


def _blocks(text: str, source: ScalarNode, context: BindContext) -> tuple[Block, ...] | None:
    sound = True
    found: list[Block] = []
    indents: list[int] = []
    for start, end in _parts(text):
        item = _ITEM.match(text, start, end)
        indents = _deeper(indents, len(item[1])) if item else []
        begin = item.end() if item else start
        words = parse_part(join_lines(text[begin:end].strip(" \t\n")), source, text[:begin], context)
        if words is None:
            sound = False
        else:
            found.append(Block(words, bullet=item is not None, level=max(0, len(indents) - 1)))
    return tuple(found) if sound else None


def _parts(text: str) -> list[tuple[int, int]]:
    """Where each paragraph or item begins and ends."""
    found = []
    start = 0
    for gap in [*_BETWEEN.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip(" \t\n"):
            found.append((start, end))
        start = gap.end() if gap else end
    return found


def _deeper(indents: list[int], indent: int) -> list[int]:
    """The indents of the items that stand above an item of this indent, and its own."""
    return [*(i for i in indents if i < indent), indent][:MAX_LEVEL]
