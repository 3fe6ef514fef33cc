"""YAML in, bound values and diagnostics out: what the tests of spec, resolve and bind ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckgen.diagnostics import Diagnostics
from deckgen.load.nodes import MapNode, Node, ScalarNode
from deckgen.load.yaml import load_yaml
from deckgen.spec.inline import parse_inline
from deckgen.spec.slots import BindContext, SlotType
from deckgen.spec.text import Text
from deckgen.worlds import MemoryWorld

FILE = "slides/a.yaml"


def read(yaml: str, diags: Diagnostics | None = None) -> Node:
    """The node of a file's text; it has to be sound YAML."""
    found = diags if diags is not None else Diagnostics()
    node = load_yaml(MemoryWorld({FILE: yaml}), FILE, found)
    assert node is not None, [str(one) for one in found]
    return node


def said(diags: Diagnostics) -> list[str]:
    """'error 1:4 code: message (hint)' of each, in order."""
    lines = []
    for one in diags:
        hint = f" ({one.hint})" if one.hint else ""
        lines.append(f"{one.severity} {one.span.line}:{one.span.col} {one.code}: {one.message}{hint}")
    return lines


def codes(diags: Diagnostics) -> list[str]:
    """'1:4 code' of each, in order."""
    return [f"{one.span.line}:{one.span.col} {one.code}" for one in diags]


def bound(kind: SlotType[Any], yaml: str, **context: Any) -> tuple[Any, Diagnostics]:
    """What `kind` makes of the value that stands under `value:` in `yaml`, and what it says."""
    diags = Diagnostics()
    node = read(yaml)
    assert isinstance(node, MapNode)
    value = node.get("value")
    assert value is not None
    return kind.bind(value, BindContext(diags, source=lambda _: yaml, **context)), diags


def inline(yaml: str, variables: Mapping[str, str] | None = None, **context: Any) -> tuple[Text | None, Diagnostics]:
    """What `parse_inline` makes of the scalar that stands under `value:` in `yaml`."""
    node = read(yaml)
    assert isinstance(node, MapNode)
    value = node.get("value")
    assert isinstance(value, ScalarNode)
    diags = Diagnostics()
    found = parse_inline(
        value, BindContext(diags, {} if variables is None else variables, source=lambda _: yaml, **context)
    )
    return found, diags


def marked(text: Text | None) -> str:
    """The runs of a text, one sign for each look: <b>bold</b>, <i>, <sup>, <sub>, <a address>."""
    assert text is not None
    found = ""
    for run in text.runs:
        part = run.text
        for tag, on in (("b", run.bold), ("i", run.italic), (run.position[:3], bool(run.position))):
            part = f"<{tag}>{part}</{tag}>" if on else part
        found += f"<a {run.link}>{part}</a>" if run.link is not None else part
    return found
