"""Numbers in a row, exact, each with its place; null (~) is a gap. A fact or a variable may stand for one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct

from deckgen.diagnostics import Note, Span
from deckgen.load.nodes import Node, ScalarNode
from deckgen.spec.exact import exact_value, fact_alone, filled_in, is_filled_in
from deckgen.spec.formats import Format
from deckgen.spec.inline import parse_inline
from deckgen.spec.numbers import parse_number
from deckgen.spec.slots import BindContext, clipped
from deckgen.spec.types.shape import sequence
from deckgen.spec.types.values import NumberType
from deckgen.spec.variables import AnyVariables


class Amount(Struct, frozen=True):
    """A number as written, to the last digit; `format` is how the fact that it is shows it, a per cent as a variable
    has it is one, and None says nothing."""

    value: Decimal
    span: Span
    format: Format | None = None


class AmountsType:
    """A list of numbers; null (~) is a gap."""

    name = "numbers"

    def bind(self, node: Node, context: BindContext) -> tuple[Amount | None, ...] | None:
        """The numbers; one that is none refuses the list."""
        found = sequence(node, context, wanted="a list of numbers", hint="write them in square brackets: [82, 80, 77]")
        if found is None:
            return None
        before = len(context.diags.errors)
        made = tuple(_amount(item, context) for item in found.items)
        return made if len(context.diags.errors) == before else None

    def schema(self) -> dict[str, Any]:
        """An array of numbers, variables and nulls."""
        asked = {"type": "string", "pattern": r"^\s*\{\{.*\}\}\s*$"}
        return {"type": "array", "items": {"anyOf": [{"type": ["number", "null"]}, asked]}, "minItems": 1}

    def count(self, value: tuple[Amount | None, ...]) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


def _amount(node: Node, context: BindContext) -> Amount | None:
    """The number; None for a gap, and after reporting."""
    if isinstance(node, ScalarNode) and node.is_null:
        return None
    if isinstance(node, ScalarNode) and "{{" in node.text and not node.reported:
        return _of_fact(node, context) if fact_alone(node.text) else _of_variable(node, context)
    if NumberType().bind(node, context) is None or not isinstance(node, ScalarNode):
        return None
    return Amount(Decimal(node.text), node.span)


def _of_fact(node: ScalarNode, context: BindContext) -> Amount | None:
    """The exact value of the fact that is asked for; None after reporting."""
    if parse_inline(node, context) is None:  # says what is wrong with it, and warns of a fact that has expired
        return None
    name = fact_alone(node.text)
    fact = context.facts.find(name) if name and context.facts else None
    if name is None or fact is None:
        return None  # said
    if fact.broken:
        return Amount(Decimal(1), node.span)  # its mistake has been said; the other ones are to be found
    written = exact_value(name, context) or ""
    number = parse_number(written)
    if number is None:
        message = f'the fact "{name}" is "{clipped(written, 40)}", and a number is wanted here'
        notes = (Note(fact.span, "it stands here"),)
        context.diags.error("bad-number", node.span, message, hint="use a fact that is a number", notes=notes)
        return None
    per_cent = written.rstrip().endswith("%") and not fact.format.numeric
    return Amount(number, node.span, Format("percent") if per_cent else fact.format)


def _of_variable(node: ScalarNode, context: BindContext) -> Amount | None:
    """The number that a variable is: a row's figure. None for an empty one, which is a gap, and after reporting."""
    if not is_filled_in(node.text):
        if parse_inline(node, context) is None:  # says what is wrong with the variable itself
            return None
        hint = 'write "{{ pupils }}" and nothing else, or the number itself'
        context.diags.error("bad-number", node.span, "only a variable can stand for a number here", hint=hint)
        return None
    words = filled_in(node, context)
    if words is None:
        return None
    if isinstance(context.variables, AnyVariables):
        return Amount(Decimal(1), node.span)  # its name stands in for a number to come
    number = parse_number(words)
    if number is None and words:
        message = f'"{clipped(node.text.strip(), 40)}" is "{clipped(words, 40)}", and a number is wanted here'
        context.diags.error("bad-number", node.span, message, hint="leave the cell empty where there is no figure")
    return None if number is None else Amount(number, node.span, Format("percent") if words.endswith("%") else None)
