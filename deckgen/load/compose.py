"""Parser events into nodes, within limits.

Nothing is constructed and nothing typed: scalars stay text (see nodes.py). Aliases are expanded by
sharing the node; the limits count it each time, so that whoever walks the nodes is safe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.load import traps
from deckgen.load.aside import STAND_IN
from deckgen.load.characters import has_forbidden
from deckgen.load.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    events_of,
)
from deckgen.load.nodes import Entry, MapNode, Node, ScalarNode, SeqNode
from deckgen.load.quoting import Break, broken
from deckgen.load.source import Source
from deckgen.load.stand_ins import readable

if TYPE_CHECKING:
    from deckgen.load.events import Mark

MAX_DEPTH = 50
"""Lists and mappings may stand this deep in each other."""

MAX_NODES = 100_000
"""A file may hold this many keys and values, those of an alias counted each time."""

MAX_FOUND = 100
"""A file with more mistakes than this is not read on."""

_NO_KEYS = ("", "<<")
"""What is no key, unless it stands in quotes: nothing, and the mark of merging."""

_PROPERTIES = r"(?:[&!]\S*[ \t]*)+"


class Opened(Struct):
    """A list or mapping being read: where it began and, once closed, ended (offsets)."""

    is_list: bool
    flow: bool
    start: int
    column: int
    end: int = -1


class Anchored(Struct):
    """A named node: how many it holds, how deep they go below it (-1: a scalar); None while being read."""

    span: Span
    start: int
    node: Node | None = None
    size: int = 0
    height: int = -1
    used: bool = False


class Composer:
    """Reads one file. `opened`, `closed` and `last` say how far it got, for who explains an error."""

    def __init__(self, source: Source, found: Diagnostics) -> None:
        self._source, self._found = source, found
        self._file = source.file
        self._text = text = source.text
        self._end = len(text)
        read, self._shown = readable(text)
        self._plain_lines = not any(char in text for char in "\r\x85\u2028\u2029")
        self._hash = "#" in text
        self._next = events_of(read)
        self._anchors: dict[str, Anchored] = {}
        self._marked: list[Anchored] = []
        self._count = 0
        self._deepest = 0
        self.opened: list[Opened] = []
        self.closed: list[Opened] = []
        self.last: ScalarEvent | None = None

    def document(self) -> Node | None:
        """The file's one document, None where it is empty.

        Raises Break where it can't be read on, and yaml.YAMLError where the parser can't.
        """
        self._next()
        if type(self._next()) is StreamEndEvent:
            return None
        node = self._node(self._next(), 1)
        self._next()
        after = self._next()
        if type(after) is not StreamEndEvent:
            self._found.error(
                "second-document",
                self._span(after, after),
                "a second document begins here; a file holds one",
                hint='delete the "---" line, or move what follows into a file of its own',
            )
        for anchor in self._marked:
            if not anchor.used and isinstance(anchor.node, ScalarNode):
                traps.report_unused_anchor(self._source, self._found, anchor.span, anchor.start)
        return node

    def _node(self, event: Event, depth: int) -> Node:
        """The node that begins with `event`. `depth` counts the collections it makes, itself included."""
        if self._count >= MAX_NODES:
            raise self._too_many(event)
        if len(self._found) > MAX_FOUND:
            raise broken(
                "too-many-mistakes",
                self._span(event, event),
                "there are too many mistakes in this file; it isn't read on from here",
                "put right the ones above first",
            )
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if type(event) is AliasEvent:
            return self._alias(event, depth)
        assert isinstance(event, CollectionStartEvent)
        return self._collection(event, depth)

    def _scalar(self, event: ScalarEvent) -> ScalarNode:
        """The text that is `event`. The quick tests are for what nearly every text is: harmless, on one line."""
        self._count += 1
        self.last = event
        text, style, start, end = event.value, event.style, event.start_mark, event.end_mark
        for shown in self._shown:
            text = shown(text)
        line, end_line, index = start.line, end.line, end.index
        if style == "|" or style == ">":
            return self._named(event, ScalarNode(text, self._span_without_tail(start, index)))
        if index < self._end:
            span = Span(self._file, line + 1, start.column + 1, end_line + 1, end.column + 1)
        else:
            span = self._span(event, event)
        reported = text == STAND_IN
        if style:
            if line < end_line or not text.isprintable():
                reported = self._check_quoted(start.index, index, text)
        elif line < end_line or (self._hash and self._text.startswith((" ", "\t"), index)):
            text, span = self._checked_plain(start.index, index, text, span)
        return self._named(event, ScalarNode(text, span, not style, reported))

    def _check_quoted(self, start: int, end: int, text: str) -> bool:
        """Whether the text holds what no deck can (reported). Raises Break for a quote that closes too late."""
        within = self.opened[-1] if self.opened else None
        if within is not None and not within.flow:
            stop = traps.swallowing_quote(self._source, start, end, within.column)
            if stop is not None:
                raise stop
        return has_forbidden(text) and traps.report_escapes(self._source, self._found, start, end)

    def _checked_plain(self, start: int, end: int, text: str, span: Span) -> tuple[str, Span]:
        """The text with its place; as it was meant, where a comment cuts it off (reported)."""
        if match := traps.SWALLOWED.match(self._text, end):
            text, span = traps.report_swallowed(self._source, self._found, match, start=start, flow=self._in_flow())
        traps.report_run_on(self._source, self._found, start, end)
        return text, span

    def _named(self, event: ScalarEvent, node: ScalarNode) -> ScalarNode:
        """The scalar; with an anchor or a tag, the same with the span of its text alone."""
        if event.anchor is None and event.tag is None:
            return node
        start, end = event.start_mark.index, event.end_mark.index
        if event.tag is not None:
            traps.report_tag(self._source, self._found, start, scalar=True)
        match = re.compile(_PROPERTIES).match(self._text, start, end)
        if match and node.span.line == node.span.end_line:
            node = ScalarNode(node.text, self._source.span(match.end(), end), node.plain, node.reported)
        lost = node.plain and not node.text
        if lost:  # the tag or the anchor's name has taken all there was
            node = ScalarNode("", node.span, True, reported=True)
        if event.anchor is not None:
            span = self._source.span(start, start + 1 + len(event.anchor))
            if lost:
                traps.report_unused_anchor(self._source, self._found, span, start)
            self._anchors[event.anchor] = anchor = Anchored(span, start, node, 1, used=lost)
            self._marked.append(anchor)
        return node

    def _alias(self, event: AliasEvent, depth: int) -> Node:
        """The node that an alias names; a stand-in where there is none (reported)."""
        anchor = self._anchors.get(event.anchor)
        span = self._span(event, event)
        if anchor is None:
            traps.report_unknown_alias(self._source, self._found, event.anchor, event.start_mark.index)
            return ScalarNode(f"*{event.anchor}", span)
        anchor.used = True
        if anchor.node is None:
            self._found.error(
                "self-reference",
                span,
                f'"*{event.anchor}" stands within what it names',
                hint="write out what is meant here",
                notes=(Note(anchor.span, "it names this"),),
            )
            return ScalarNode("", span, True, reported=True)
        self._count += anchor.size
        if self._count > MAX_NODES:
            raise self._too_many(event)
        if depth + anchor.height > MAX_DEPTH:
            raise self._too_deep(event)
        self._deepest = max(self._deepest, depth + anchor.height)
        return anchor.node

    def _collection(self, event: CollectionStartEvent, depth: int) -> Node:
        """A list or a mapping, with what is in it."""
        if depth > MAX_DEPTH:
            raise self._too_deep(event)
        start = event.start_mark
        if event.flow_style and self._text.startswith("{{", start.index):
            raise traps.unquoted_braces(self._source, start.index, flow=self._in_flow())
        if event.tag is not None:
            traps.report_tag(self._source, self._found, start.index, scalar=False)
        self._count += 1
        opened = Opened(type(event) is SequenceStartEvent, bool(event.flow_style), start.index, start.column)
        self.opened.append(opened)
        if event.anchor is None:
            self._deepest = max(self._deepest, depth)
            return self._filled(event, opened, depth)
        return self._anchored(event, event.anchor, opened, depth)

    def _anchored(self, event: CollectionStartEvent, name: str, opened: Opened, depth: int) -> Node:
        """A collection that aliases may name: its size and height are kept for them."""
        start = event.start_mark.index
        anchor = Anchored(self._source.span(start, start + 1 + len(name)), start, used=True)
        self._anchors[name] = anchor
        before, outer, self._deepest = self._count, self._deepest, depth
        node = self._filled(event, opened, depth)
        anchor.node, anchor.size, anchor.height = node, self._count - before + 1, self._deepest - depth
        self._deepest = max(outer, self._deepest)
        return node

    def _filled(self, event: CollectionStartEvent, opened: Opened, depth: int) -> Node:
        """The collection's node, read to its end."""
        node: Node
        if opened.is_list:
            items, end = self._items(depth)
            last = items[-1].span if items else None
            node = SeqNode(tuple(items), self._extent(event, end, last))
        else:
            entries, last, end = self._entries(depth)
            node = MapNode(entries, self._extent(event, end, last))
        self.opened.pop()
        opened.end = end.end_mark.index
        if self.closed and self.closed[0].end != opened.end:
            self.closed.clear()
        self.closed.append(opened)
        return node

    def _items(self, depth: int) -> tuple[list[Node], Event]:
        """The list's items, and the event that ends it."""
        items, next_event = [], self._next
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(self._node(event, depth + 1))
        return items, event

    def _entries(self, depth: int) -> tuple[dict[str, Entry], Span | None, Event]:
        """The mapping's entries, the span of the last value, and the event that ends it."""
        entries: dict[str, Entry] = {}
        last, next_event = None, self._next
        while type(event := next_event()) is not MappingEndEvent:
            key = self._key(event, depth)
            value = self._node(next_event(), depth + 1)
            last = value.span
            if key is None:
                continue
            first = entries.get(key.text)
            if first is None:
                entries[key.text] = Entry(key, value)
            else:
                self._found.error(
                    "duplicate-key",
                    key.span,
                    f'"{traps.clipped(key.text)}" is given twice',
                    hint=self._keep_one(first.key.span, key.span, begins=next(iter(entries.values())) is first),
                    notes=(Note(first.key.span, "first given here"),),
                )
        return entries, last, event

    def _keep_one(self, first: Span, again: Span, *, begins: bool) -> str:
        """What to do about a key given twice: one that begins an item of a list probably begins the next one, too."""
        before = self._text[self._source.offset(first.line) :][: first.col - 1]
        if begins and first.line < again.line and first.col == again.col and before.endswith("- "):
            return 'keep one of the two; if the next item begins here, put "- " before it'
        return "keep one of the two"

    def _key(self, event: Event, depth: int) -> ScalarNode | None:
        """The key that begins with `event`; None where it can't be one (reported)."""
        if type(event) is not ScalarEvent:
            node = self._node(event, depth + 1)
            span = self._span(event, event) if isinstance(event, AliasEvent) else node.span
            self._found.error("bad-key", span, "a key has to be a text", hint="write a word before the colon")
            return None
        key = self._scalar(event)
        if not key.plain or key.text not in _NO_KEYS:
            return key
        if key.text:
            self._found.error(
                "merge-key",
                key.span,
                'merge keys ("<<") are not read',
                hint="write the keys out, or use an alias for a whole value",
            )
        else:
            self._found.error(
                "bad-key", key.span, "a key is missing before the colon", hint="write a word before the colon"
            )
        return None

    def _extent(self, first: Event, end: Event, last: Span | None) -> Span:
        """The span of a collection: a block ends with its last value, not where the next thing begins."""
        if last is None or end.start_mark.index < end.end_mark.index:  # "]" and "}" have a width
            return self._span(first, end)
        line, col = first.start_mark.line + 1, first.start_mark.column + 1
        if last.end_line <= line and (last.end_line, last.end_col) < (line, col):  # an alias, to something further up
            return Span(self._file, line, col, line, col + 1)
        return Span(self._file, line, col, last.end_line, last.end_col)

    def _span(self, first: Event, last: Event) -> Span:
        start, end = first.start_mark, last.end_mark
        if end.index >= self._end:  # libyaml moves on to a line of its own there
            return self._source.span(start.index, end.index)
        return Span(self._file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _span_without_tail(self, start: Mark, end: int) -> Span:
        """The span of a block text, without the empty lines after it."""
        text = self._text[start.index : end].rstrip()
        below = text.count("\n")
        if not self._plain_lines or not below:
            return self._source.span(start.index, start.index + len(text))
        line = start.line + 1
        return Span(self._file, line, start.column + 1, line + below, len(text) - text.rfind("\n"))

    def _in_flow(self) -> bool:
        return any(one.flow for one in self.opened)

    def _too_many(self, event: Event) -> Break:
        return broken(
            "too-many-nodes",
            self._span(event, event),
            f"this file holds more than {MAX_NODES:,} values (those of an alias counted each time)",
            "split it into several files, or write fewer aliases",
        )

    def _too_deep(self, event: Event) -> Break:
        return broken(
            "too-deep",
            self._span(event, event),
            f"lists and keys stand more than {MAX_DEPTH} deep in each other here",
            "if this is text, put it in quotes; a deck needs no more than a few levels",
        )
