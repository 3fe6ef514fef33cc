"""What a slide's nodes say: their text, for checks, counts and reports of missing glyphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.diagnostics import Span
from deckgen.scene.chart import Chart
from deckgen.scene.math import Formula
from deckgen.scene.nodes import Group, Node, TextBox
from deckgen.scene.table import Table
from deckgen.scene.text import Paragraph, Run, TextStyle


def paragraphs(node: Node) -> Iterator[tuple[Paragraph, TextStyle]]:
    """The paragraphs of a node and of what is in it, in reading order, each with the style it is set in."""
    match node:
        case TextBox():
            for paragraph in node.paragraphs:
                yield paragraph, paragraph.style or node.style
        case Group():
            for inner in node.nodes:
                yield from paragraphs(inner)
        case Table():
            for cell in (cell for row in node.rows for cell in row.cells):
                for paragraph in cell.paragraphs:
                    yield paragraph, paragraph.style or cell.style
        case Chart():
            for words in node.words:
                bold = words.look.bold
                yield Paragraph((Run(words.line.text, bold=bold),), bold=bold), words.look.style


def texts(nodes: Iterable[Node]) -> Iterator[tuple[str, Span]]:
    """The words of each box of text, one line a paragraph, and the place they came from."""
    for node in nodes:
        match node:
            case TextBox():
                yield "\n".join([p.text for p in node.paragraphs]), node.span
            case Group():
                yield from texts(node.nodes)
            case Formula():
                yield node.text, node.span
            case Table():
                for cell in (cell for row in node.rows for cell in row.cells if cell.paragraphs):
                    yield "\n".join([p.text for p in cell.paragraphs]), cell.span
            case Chart():
                yield "\n".join([words.line.text for words in node.words]), node.span
