"""YAML files into nodes with positions, within limits, every mistake with its place."""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from msgspec.structs import replace

from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.load.compose import Composer
from deckgen.load.nodes import MapNode, Node, ScalarNode
from deckgen.load.quoting import Break
from deckgen.load.source import Source, printable, read_source
from deckgen.world import World

_MAX_REPAIRS = 20
_REPAIRED_SIZE = 200_000
"""Longer files (characters) are not read again to find what else is wrong with them."""


def load_yaml(world: World, path: str, diags: Diagnostics, *, span: Span | None = None,
              may_be_empty: bool = False) -> Node | None:
    """The file's list or mapping; None where there is none to go on with (reported).

    `span` is where the file is named, for the message that it can't be read. A file that may be
    empty gives an empty mapping. Mistakes are reported in the file's order; a node comes back as
    long as the rest can be read, with stand-ins where something is wrong.
    """
    source = read_source(world, path, diags, span=span)
    if source is None:
        return None
    node, found = _composed(source)
    for diagnostic in sorted(found, key=lambda one: (one.span.line, one.span.col)):
        diags.add(diagnostic)
    if node is None and not found:
        return _empty(path, diags, may_be_empty=may_be_empty)
    if isinstance(node, ScalarNode):
        return _scalar_root(node, diags, reported=bool(found), may_be_empty=may_be_empty)
    return node


def _composed(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """The file's node and all that is wrong with it.

    Where a mistake stops the parser and its cure is certain, the file is read again with it cured.
    """
    breaks: list[Diagnostic] = []
    found = Diagnostics()
    repairs = _MAX_REPAIRS if len(source.text) <= _REPAIRED_SIZE else 0
    for _ in range(repairs + 1):
        found = Diagnostics()
        try:
            return _document(source, found), [*breaks, *_as_written(found, source)]
        except yaml.reader.ReaderError:
            clean = Diagnostics()
            patched = printable(source, clean)
            breaks += clean
            if patched.text == source.text:
                break
            source = patched
        except Break as stop:
            breaks += _as_written([stop.diagnostic], source)
            if stop.patched is None:
                break
            source = stop.patched
    return None, [*breaks, *_as_written(found, source)]


def _as_written(found: Iterable[Diagnostic], source: Source) -> Iterable[Diagnostic]:
    """The diagnostics with their places in the file itself, where `source` is a patched one."""
    if not source.shifts:
        return found
    return [replace(one, span=source.as_written(one.span),
                    notes=tuple(replace(note, span=source.as_written(note.span)) for note in one.notes))
            for one in found]


def _document(source: Source, found: Diagnostics) -> Node | None:
    """The node of one reading; Break where it stops."""
    composer = Composer(source, found)
    try:
        return composer.document()
    except yaml.reader.ReaderError:
        raise
    except yaml.YAMLError as error:
        from deckgen.load.syntax import explain  # only mistakes pay for this import

        raise explain(error, source, composer) from None


def _empty(path: str, diags: Diagnostics, *, may_be_empty: bool) -> Node | None:
    """What an empty file gives."""
    place = Span.of_file(path)
    if may_be_empty:
        return MapNode({}, place)
    diags.error("empty-file", place, "this file is empty", hint='write lines such as "title: …"')
    return None


def _scalar_root(node: ScalarNode, diags: Diagnostics, *, reported: bool, may_be_empty: bool) -> Node | None:
    """What a file gives that holds one text and nothing else."""
    if node.is_null and may_be_empty:
        return MapNode({}, node.span)
    if not reported:
        diags.error("not-a-mapping", node.span, 'this file holds a text, and no "key: value" lines',
                    hint="put a colon and a space after each key")
    return None
