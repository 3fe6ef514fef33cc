"""Lines for machines: nothing in them is markup, a variable or a mark to mend."""

from __future__ import annotations

from typing import Any

from deckgen.diagnostics import Span
from deckgen.load.nodes import Node, ScalarNode, SeqNode
from deckgen.spec.clean import clean
from deckgen.spec.slots import BindContext
from deckgen.spec.text import Text, TextRun
from deckgen.spec.types.shape import check_count, count_range, scalar

TAB = 4
"""A tab stands for spaces up to the next multiple of this."""


class CodeType:
    """`least` to `most` lines, each kept as it is written; `advised` characters a line read well.

    One text (a `|` block keeps its lines and their indents), or a list of texts.
    """

    def __init__(self, least: int, most: int, *, advised: int) -> None:
        self.least, self.most, self.advised = least, most, advised
        self.name = count_range(least, most, "lines")

    def bind(self, node: Node, context: BindContext) -> tuple[Text, ...] | None:
        """The lines in order; empty ones at the end are left out."""
        parts = node.items if isinstance(node, SeqNode) else [node]
        texts = [scalar(part, context, wanted="a line") for part in parts]
        if any(text is None for text in texts):
            return None
        lines = [line for text in texts if text is not None for line in _lines(text, context)]
        while lines and not lines[-1].plain.strip():
            lines.pop()
        if not check_count(node, len(lines), self.least, self.most, context):
            return None
        self._advise(lines, context)
        return tuple(lines)

    def _advise(self, lines: list[Text], context: BindContext) -> None:
        for line in lines:
            if len(line.plain) > self.advised:
                context.diags.warning(
                    "long-text",
                    line.span,
                    f"a line has {len(line.plain)} characters; it reads well up to {self.advised}",
                    hint="break it in two, or leave it if it fits",
                )

    def schema(self) -> dict[str, Any]:
        """A text of several lines, or a list of lines."""
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "number", "boolean"]}}]}

    def count(self, value: tuple[Text, ...]) -> tuple[int, int]:
        """Words and characters of all lines."""
        return sum(line.words for line in value), sum(len(line.plain) for line in value)


def _lines(node: ScalarNode, context: BindContext) -> list[Text]:
    """The lines of one text, each with its place where the text is a block."""
    text = clean(node.text, node.span, context)
    if text is None:
        return []
    written = text.rstrip("\n").expandtabs(TAB).split("\n")
    block = node.span.end_line > node.span.line and node.span.end_line - node.span.line >= len(written)
    return [_line(line, _place(node.span, number) if block else node.span) for number, line in enumerate(written, 1)]


def _place(block: Span, line: int) -> Span:
    """The place of the `line`th line below a block's `|`."""
    number = block.line + line
    return Span(block.file, number, 1, number, 1)


def _line(line: str, span: Span) -> Text:
    return Text((TextRun(line),) if line else (), span)
