"""Plain words: no Markdown, but variables."""

from __future__ import annotations

import re
from typing import Any

from deckgen.load.nodes import Node, ScalarNode
from deckgen.spec.clean import clean
from deckgen.spec.slots import BindContext
from deckgen.spec.types.shape import mapping, scalar
from deckgen.spec.variables import MAX_VALUE, Protected, protect

_NAME = r"[A-Za-z_][\w-]*"


class WordType:
    """Words as written: a name, a handle, a label for machines. `wanted` names them in messages."""

    def __init__(self, wanted: str = "a text") -> None:
        self.wanted = wanted
        self.name = "words"

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The words with variables filled in; empty ones are refused."""
        found = scalar(node, context, wanted=self.wanted)
        text = clean(found.text, found.span, context) if found else None
        if found is None or text is None:
            return None
        protected = protect(text, found, "", context) if "{{" in text or "}}" in text else Protected(text)
        if not protected.sound:
            return None
        words = protected.fill(protected.text).strip("\n")
        if not words or words.isspace():
            context.diags.error(
                "empty", found.span, f"{self.wanted} is wanted here", hint="write it, or leave the key out"
            )
            return None
        return words

    def schema(self) -> dict[str, Any]:
        """Text, or what YAML takes for a number or a truth value."""
        return {"type": ["string", "number", "boolean"]}

    def count(self, value: str) -> tuple[int, int]:
        """Words and characters."""
        return len(value.split()), len(value)


class VarsType:
    """Names of variables with their values, which are plain words."""

    name = "name: value"

    def bind(self, node: Node, context: BindContext) -> dict[str, str] | None:
        """The values by name; an empty one is allowed. Names whose value is wrong (reported) are left out."""
        given = mapping(node, context, wanted="variables are a mapping", hint="write {group: school}")
        if given is None:
            return None
        values = {key: _variable(entry.key, entry.value, context) for key, entry in given.entries.items()}
        return {key: value for key, value in values.items() if value is not None}

    def schema(self) -> dict[str, Any]:
        """An object of plain values."""
        value = {"type": ["string", "number", "boolean", "null"], "maxLength": MAX_VALUE}
        return {"type": "object", "additionalProperties": value, "propertyNames": {"pattern": f"^{_NAME}$"}}

    def count(self, value: dict[str, str]) -> tuple[int, int]:
        """Nothing: a variable's words count where they stand."""
        return 0, 0


def _variable(key: ScalarNode, value: Node, context: BindContext) -> str | None:
    if not re.fullmatch(_NAME, key.text):
        context.diags.error(
            "bad-name",
            key.span,
            f"\"{key.text[:40]}\" can't be a variable's name",
            hint="a name has letters, digits, - and _, and begins with a letter",
        )
        return None
    if isinstance(value, ScalarNode) and value.is_null:
        return ""
    found = scalar(value, context, wanted="a plain value")
    if found is None:
        return None
    if len(found.text) > MAX_VALUE:
        context.diags.error(
            "value-too-long",
            found.span,
            f"this value has {len(found.text):,} characters; at most {MAX_VALUE:,} can stand in a text",
        )
        return None
    return clean(found.text, found.span, context)
