"""The number behind a text that is nothing but a fact or a variable: exact, whatever its words round it to."""

from __future__ import annotations

import re

from deckgen.load.nodes import ScalarNode
from deckgen.spec.slots import BindContext
from deckgen.spec.variables import FACT, protect

_ALONE = r"\s*\{\{\s*fact\.([A-Za-z_][\w-]*)(?:\.value)?\s*(?:\|[^{}]*)?\}\}\s*"


def fact_alone(text: str) -> str | None:
    """The name of the fact that the text is, None where there is more in it or something else."""
    found = re.fullmatch(_ALONE, text) if FACT in text else None
    return found[1] if found else None


def is_filled_in(text: str) -> bool:
    """Whether the text is a variable and nothing else."""
    return re.fullmatch(r"\s*\{\{[^{}]*\}\}\s*", text) is not None


def filled_in(node: ScalarNode, context: BindContext) -> str | None:
    """What the variable that the text is stands for, "" for nothing; None after reporting."""
    protected = protect(node.text, node, "", context)
    return protected.fill(protected.text).strip() if protected.sound else None


def exact_value(name: str, context: BindContext) -> str | None:
    """The fact's value as it was written. What asks is remembered: a slide depends on it."""
    return context.variables.get(f"{FACT}{name}.value")
