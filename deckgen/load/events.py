"""The events of libyaml's parser, with the types that it really gives.

PyYAML's published types allow None for every mark and name, since its pure Python half may leave
them out; the C parser never does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the types leave it out

if TYPE_CHECKING:

    class Mark:
        """A place: line and column from 0, index from the file's start, all in code points."""

        line: int
        column: int
        index: int

    class Event:
        """What the parser met, from `start_mark` up to `end_mark`."""

        start_mark: Mark
        end_mark: Mark

    class ScalarEvent(Event):
        """A text; `style` is its quote or block mark, "" for a plain one."""

        value: str
        style: str
        anchor: str | None
        tag: str | None

    class AliasEvent(Event):
        """`*anchor`."""

        anchor: str

    class CollectionStartEvent(Event):
        """The beginning of a list or mapping; `flow_style` says that it is written in brackets."""

        anchor: str | None
        tag: str | None
        flow_style: bool

    class SequenceStartEvent(CollectionStartEvent):
        """The beginning of a list."""

    class MappingStartEvent(CollectionStartEvent):
        """The beginning of a mapping."""

    class SequenceEndEvent(Event):
        """The end of a list."""

    class MappingEndEvent(Event):
        """The end of a mapping."""

    class StreamEndEvent(Event):
        """The end of the file."""
else:
    from yaml.events import (
        AliasEvent,
        CollectionStartEvent,
        Event,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )

__all__ = [
    "AliasEvent",
    "CollectionStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "events_of",
]


def events_of(text: str) -> Callable[[], Event]:
    """A function that gives the next event of `text` each time it is called.

    It raises yaml.YAMLError where the text can't be read on.
    """
    return cast("Callable[[], Event]", CParser(text).get_event)
