"""Words, numbers, choices and lists, until deckgen/spec/types.py has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from deckgen.brand.slots import scalar
from deckgen.diagnostics import did_you_mean
from deckgen.load.nodes import Node, SeqNode
from deckgen.spec.slots import BindContext, SlotType, describe

T = TypeVar("T")


class WordType:
    """Text without markup."""

    name = "words"

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The text as written."""
        return scalar(node, context, wanted="text")

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string"}

    def count(self, value: str) -> tuple[int, int]:
        """Words and characters."""
        return len(value.split()), len(value)


class NumberType:
    """A number between two others."""

    def __init__(self, least: float, most: float) -> None:
        self.least, self.most = least, most
        self.name = f"a number from {least:g} to {most:g}"

    def bind(self, node: Node, context: BindContext) -> float | None:
        """The number, or None after reporting."""
        text = scalar(node, context, wanted="a number")
        if text is None:
            return None
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not self.least <= number <= self.most:
            context.diags.error("bad-number", node.span, f'"{text}" is not {self.name}')
            return None
        return number

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "number", "minimum": self.least, "maximum": self.most}

    def count(self, value: float) -> tuple[int, int]:
        """Words and characters."""
        return 1, 0


class ChoiceType:
    """One of a few words."""

    def __init__(self, *choices: str) -> None:
        self.choices = choices
        self.name = " or ".join(choices)

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The word, or None after reporting."""
        text = scalar(node, context, wanted=self.name)
        if text is None or text in self.choices:
            return text
        context.diags.error("bad-choice", node.span, f'"{text}" is none of {", ".join(self.choices)}',
                            hint=did_you_mean(text, self.choices))
        return None

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"enum": list(self.choices)}

    def count(self, value: str) -> tuple[int, int]:
        """Words and characters."""
        return 1, len(value)


class ListType(Generic[T]):
    """A list of values of one type."""

    def __init__(self, value: SlotType[T], least: int, most: int) -> None:
        self.value, self.least, self.most = value, least, most
        self.name = f"{least} to {most} of: {value.name}"

    def bind(self, node: Node, context: BindContext) -> Sequence[T] | None:
        """The values in order, or None after reporting all that is wrong."""
        if not isinstance(node, SeqNode):
            context.diags.error("wrong-type", node.span, f"a list is wanted here, not {describe(node)}",
                                hint="begin each entry with a hyphen")
            return None
        if not self.least <= len(node.items) <= self.most:
            context.diags.error("bad-length", node.span, f"{len(node.items)} entries stand here; wanted are "
                                f"{self.least} to {self.most}")
            return None
        values = [self.value.bind(item, context) for item in node.items]
        bound = tuple(value for value in values if value is not None)
        return bound if len(bound) == len(values) else None

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "array", "items": self.value.schema(), "minItems": self.least,
                "maxItems": self.most}

    def count(self, value: Sequence[T]) -> tuple[int, int]:
        """Words and characters."""
        return 0, 0
