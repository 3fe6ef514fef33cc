"""Numbers in a row, exact, each with its place; null (~) is a gap."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.load.nodes import Node, ScalarNode
from deckgen.spec.slots import BindContext
from deckgen.spec.types.shape import sequence
from deckgen.spec.types.values import NumberType


class Amount(Struct, frozen=True):
    """A number as written, to the last digit."""

    value: Decimal
    span: Span


class AmountsType:
    """A list of numbers; null (~) is a gap."""

    name = "numbers"

    def bind(self, node: Node, context: BindContext) -> tuple[Amount | None, ...] | None:
        """The numbers; one that is none refuses the list."""
        found = sequence(node, context, wanted="a list of numbers")
        if found is None:
            return None
        before = len(context.diags.errors)
        made = tuple(_amount(item, context) for item in found.items)
        return made if len(context.diags.errors) == before else None

    def schema(self) -> dict[str, Any]:
        """An array of numbers and nulls."""
        return {"type": "array", "items": {"type": ["number", "null"]}, "minItems": 1}

    def count(self, value: tuple[Amount | None, ...]) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


def _amount(node: Node, context: BindContext) -> Amount | None:
    """The number; None for a gap, and after reporting."""
    if isinstance(node, ScalarNode) and node.is_null:
        return None
    if NumberType().bind(node, context) is None or not isinstance(node, ScalarNode):
        return None
    return Amount(Decimal(node.text), node.span)
