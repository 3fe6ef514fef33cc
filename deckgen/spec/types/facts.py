"""A file of facts: each a name with its figure, or with figure, source and days."""

from __future__ import annotations

import re
from typing import Any

from deckgen.load.nodes import Entry, MapNode, Node, ScalarNode
from deckgen.spec.facts import Fact
from deckgen.spec.formats import AS_WRITTEN, Unfit, show_date
from deckgen.spec.numbers import is_fault, is_no_number, parse_number
from deckgen.spec.slots import BindContext, Spec, bind, describe, optional, required
from deckgen.spec.types.formats import FormatType
from deckgen.spec.types.lists import spec_schema
from deckgen.spec.types.values import DateType
from deckgen.spec.types.words import WordType

NAME = r"[A-Za-z_][\w-]{0,99}"


class FactSpec(Spec):
    """A figure, where it comes from and how long it holds."""

    value = required(WordType("a value"), doc="the figure as it is: 0.942, 22000, 2026-11-24; or words")
    format = optional(FormatType(), doc="how the figure is shown: number:1, percent:1, currency:GBP, date")
    unit = optional(WordType("a unit"), doc="what is counted: {{ fact.name.unit }}")
    source = optional(WordType("a source"), doc="where the figure comes from: {{ fact.name.source }}")
    as_of = optional(DateType(), doc="the day that the figure is of")
    expires = optional(DateType(), doc="the last day that the figure may be shown without a warning")
    note = optional(WordType("a note"), doc="for those who keep the figure")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        """A format has to fit the value, and a figure doesn't expire before the day that it is of."""
        if is_no_number(spec.value) or is_fault(spec.value):
            hint = "leave the fact out while there is no figure"
            context.diags.error("bad-number", spec.at("value"), f'"{spec.value[:40]}" is no number', hint=hint)
        elif spec.format and not _fits(spec.value, spec):
            wanted = "date (2026-11-24 is one)" if spec.format[0].name == "date" else "number"
            message = f'"{spec.value[:40]}" is no {wanted}, as its format has it'
            hint = "change the value, or leave the format out"
            if spec.format[0].name == "date":
                from deckgen.spec.types.meant_day import day_hint  # only mistakes pay for this import

                hint = day_hint(spec.value)
            context.diags.error("bad-value", spec.at("value"), message, hint=hint)
        if spec.as_of and spec.expires and spec.expires < spec.as_of:
            message = "this fact expires before the day that it is of"
            context.diags.error("bad-date", spec.at("expires"), message, hint="look at as_of and expires")


def _fits(value: str, spec: Any) -> bool:
    shown = spec.format[0]
    if shown.name != "date":
        return parse_number(value) is not None
    try:
        show_date(value, shown.detail, "en-GB")
    except Unfit:
        return False
    return True


def bind_facts(node: Node, context: BindContext) -> dict[str, Fact]:
    """The facts of a file, by name; what is wrong is reported, and a broken fact stands in."""
    if not isinstance(node, MapNode):
        if not (isinstance(node, ScalarNode) and (node.is_null or node.reported)):
            message = f"a file of facts is a mapping of names to figures, not {describe(node)}"
            context.diags.error("wrong-type", node.span, message, hint="write attendance: {value: 0.942}")
        return {}
    return {name: _fact(entry, context) for name, entry in node.entries.items()}


def _fact(entry: Entry, context: BindContext) -> Fact:
    key, node = entry.key, entry.value
    before = len(context.diags.errors)
    if not re.fullmatch(NAME, key.text):
        context.diags.error(
            "bad-name",
            key.span,
            f"\"{key.text[:40]}\" can't be a fact's name",
            hint="a name has letters, digits, - and _, and begins with a letter",
        )
    if isinstance(node, ScalarNode):
        node = MapNode({"value": Entry(ScalarNode("value", key.span), node)}, key.span)
    spec = bind(FactSpec, node, context, what="fact")
    if spec is None or len(context.diags.errors) > before:
        return Fact(name=key.text, value=key.text, span=key.span, broken=True)
    return Fact(
        name=key.text,
        value=spec.value,
        format=spec.format[0] if spec.format else AS_WRITTEN,
        unit=spec.unit or "",
        source=spec.source or "",
        as_of=spec.as_of.isoformat() if spec.as_of else "",
        expires=spec.expires.isoformat() if spec.expires else "",
        note=spec.note or "",
        span=key.span,
    )


def facts_schema() -> dict[str, Any]:
    """The JSON Schema of a file of facts."""
    figure = {"type": ["string", "number", "boolean"]}
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{NAME}$"},
        "additionalProperties": {"anyOf": [figure, spec_schema(FactSpec)]},
    }
