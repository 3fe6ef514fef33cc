"""A number or date format, as formats.py has them."""

from __future__ import annotations

from typing import Any

from deckgen.diagnostics import Span, did_you_mean
from deckgen.load.nodes import Node
from deckgen.spec.formats import NUMERIC, Format, Unfit, parse_format
from deckgen.spec.slots import BindContext
from deckgen.spec.types.shape import scalar


class FormatType:
    """How numbers are shown: number:1, percent, currency:GBP, date …"""

    name = "format, as number:1, percent or currency:GBP"

    def bind(self, node: Node, context: BindContext) -> tuple[Format, Span] | None:
        """The format and where it stands."""
        found = scalar(node, context, wanted="a format")
        if found is None:
            return None
        try:
            return parse_format(found.text), found.span
        except Unfit as reason:
            near = did_you_mean(found.text.partition(":")[0], (*NUMERIC, "date")) or ""
            hint = near if near.startswith("did") else "write number:1, percent or currency:GBP"
            context.diags.error("bad-format", found.span, str(reason), hint=hint)
            return None

    def schema(self) -> dict[str, Any]:
        """A text."""
        return {"type": "string"}

    def count(self, value: tuple[Format, Span]) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0
