"""YAML files into nodes with positions, within limits, every mistake with its place."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.load.nodes import MapNode, Node, ScalarNode
from deckgen.load.plain import read_plain
from deckgen.load.source import Source, read_source
from deckgen.world import World


def load_yaml(
    world: World, path: str, diags: Diagnostics, *, span: Span | None = None, may_be_empty: bool = False
) -> Node | None:
    """The file's list or mapping; None where there is none to go on with (reported).

    `span` is where the file is named, for the message that it can't be read. A file that may be
    empty gives an empty mapping. Mistakes are reported in the file's order; a node comes back as
    long as the rest can be read, with stand-ins where something is wrong.
    """
    source = read_source(world, path, diags, span=span)
    if source is None:
        return None
    node, found = _read(source)
    for diagnostic in sorted(found, key=lambda one: (one.span.line, one.span.col)):
        diags.add(diagnostic)
    if node is None and not found:
        return _empty(path, diags, may_be_empty=may_be_empty)
    if isinstance(node, ScalarNode):
        return _scalar_root(node, diags, reported=bool(found), may_be_empty=may_be_empty)
    return node


def _read(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """The file's node and all that is wrong with it."""
    plain = read_plain(source.file, source.text)
    if plain is not None:
        return plain, []
    from deckgen.load.careful import read_carefully  # imports PyYAML: 10 ms

    return read_carefully(source)


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
        diags.error(
            "not-a-mapping",
            node.span,
            'this file holds a text, and no "key: value" lines',
            hint="put a colon and a space after each key",
        )
    return None
