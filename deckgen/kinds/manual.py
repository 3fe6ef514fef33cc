"""A kind's manual: what it is for, its slot table, and an example that runs. All from its docstring."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from deckgen.kinds.base import Kind
from deckgen.spec.slots import Slot, Spec
from deckgen.spec.types import ListOf, One
from deckgen.spec.types.lists import EitherType

HEAD = ("slot", "type", "required", "advice", "placeholder")


def manual(kind: Kind) -> str:
    """The kind's docstring, without the indentation of the code."""
    return inspect.cleandoc(type(kind).__doc__ or "")


def example(kind: Kind) -> str:
    """The slide in YAML that stands in the manual under `Example:`; "" when there is none."""
    _, _, below = manual(kind).partition("\nExample:\n")
    return inspect.cleandoc(below) + "\n" if below else ""


def slot_table(spec: type[Spec]) -> str:
    """The slots of `spec` as a table in plain text; a slot of a mapping stands below it.

    What there is to say of a slot stands on a line of its own, set in.
    """
    rows = [(HEAD, ""), *_rows(spec, "")]
    widths = [max(len(cells[i]) for cells, _ in rows) for i in range(len(HEAD))]
    lines = []
    for cells, doc in rows:
        lines.append("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())
        lines += [f"    {doc}"] if doc else []
    return "\n".join(lines)


def _rows(spec: type[Spec], prefix: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, slot in spec.slots.items():
        cells = (prefix + key, _type_name(slot.type), _needed(slot), str(slot.advice), slot.placeholder or "–")
        yield cells, slot.doc
        below, mark = _below(slot.type)
        if below is not None:
            yield from _rows(below, f"{prefix}{key}{mark}.")


def _needed(slot: Slot[Any]) -> str:
    return "yes" if slot.required else "no"


def _type_name(kind: Any) -> str:
    match kind:
        case One():
            return "mapping"
        case ListOf():
            most = "" if kind.least == kind.most else " or more" if kind.most is None else f" to {kind.most}"
            count = f"{kind.least}{most}"
            return f"{count} of: {_type_name(kind.value)}"
        case EitherType():
            return f"{_type_name(kind.plain)} or {_type_name(kind.mapping)}"
        case _:
            name: str = kind.name
            return name


def _below(kind: Any) -> tuple[type[Spec] | None, str]:
    """The spec of the mappings that a type holds, and how a path goes into it."""
    match kind:
        case One():
            return kind.spec, ""
        case ListOf():
            return _below(kind.value)[0], "[]"
        case EitherType():
            return _below(kind.mapping)[0], ""
        case _:
            return None, ""
