"""A thing to read: a name that is a link, and what there is to say beside it."""

from __future__ import annotations

import re
from typing import Any

from deckgen.diagnostics import Span
from deckgen.load.nodes import Entry, MapNode, Node, ScalarNode
from deckgen.spec.links import meant_address
from deckgen.spec.slots import Advice, BindContext, Spec, clipped, describe, optional, required
from deckgen.spec.types.lists import One
from deckgen.spec.types.text import TextType
from deckgen.spec.types.values import FlagType

_ADDRESS = ("url", "link", "href", "address", "to", "web", "website", "src", "target", "email", "uri")
"""Keys under which other programs want an address."""
_CLEARLY = r"(?i)^(www\.|https?:|mailto:)|[@/]"
"""What no name has, as "Node.js" has a dot."""


class LinkSpec(Spec):
    """One thing to read."""

    name = required(TextType(), doc="as a link: [Short read](https://…)")
    note = optional(TextType(), advice=Advice(characters=24), doc="how long it takes, or when it is out")
    soon = optional(FlagType(), False, doc="true: not out yet, the note is muted")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        address = meant_address(spec.name.plain) if re.search(_CLEARLY, spec.name.plain) else None
        if address and not any(run.link for run in spec.name.runs):
            context.diags.warning(
                "not-a-link",
                spec.at("name"),
                f'nobody can click "{clipped(spec.name.plain)}": it is words',
                hint=f"write {_link(spec.name.plain, address)}",
            )


class LinkType(One[LinkSpec]):
    """One thing to read. An address that stands where its mapping should, or beside its name, is told its place."""

    def __init__(self) -> None:
        super().__init__(LinkSpec, "link")

    def bind(self, node: Node, context: BindContext) -> LinkSpec | None:
        """The thing to read."""
        if isinstance(node, ScalarNode) and node.text.strip() and not (node.is_null or node.reported):
            message = f"a link is a mapping with a name, not {describe(node)}"
            _report("wrong-type", node.span, message, _hint(node.text.strip()), context)
            return None
        if isinstance(node, MapNode) and (found := _address_beside(node)):
            key, hint = found
            _report("unknown-key", key.span, f'a link has no "{clipped(key.text)}"', hint, context)
            return None
        return super().bind(node, context)


def _report(code: str, span: Span, message: str, hint: str, context: BindContext) -> None:
    context.diags.error(code, span, message, hint=hint)


def _hint(text: str) -> str:
    """The mapping that was meant by a text."""
    if text.startswith("[") and "](" in text:
        name, _, rest = text[1:].partition("](")
        return f"write name: {_link(name, meant_address(rest.rstrip(')')) or rest.rstrip(')'))}"
    words, _, last = text.rpartition(" ")
    if words and (address := meant_address(last.strip("()<>"))):
        return f"write name: {_link(words.rstrip(' :–-'), address)}"
    return f"write name: {_link(text, meant_address(text) or 'https://…')}"


def _address_beside(node: MapNode) -> tuple[ScalarNode, str] | None:
    """The key that an address stands under, and the name to write instead; None where there is none."""
    for entry in [entry for key, entry in node.entries.items() if key not in LinkSpec.slots]:
        address = meant_address(entry.value.text.strip()) if isinstance(entry.value, ScalarNode) else None
        named = node.get("name")
        if isinstance(named, ScalarNode) and (address or entry.key.text.lower() in _ADDRESS):
            return entry.key, f"the address goes into the name: {_link(named.text, address or 'https://…')}"
        if address and named is None:
            return entry.key, f"write name: {_link(_name(entry), address)}"
    return None


def _name(entry: Entry) -> str:
    """What a link is called by its key, `Handbook: www.x.org`; not by `url: www.x.org`."""
    own = entry.key.text.lower() in _ADDRESS and isinstance(entry.value, ScalarNode)
    return entry.value.text.strip() if own and isinstance(entry.value, ScalarNode) else entry.key.text


def _link(name: str, address: str) -> str:
    """The name as a link, in quotes: a text that begins with a bracket needs them."""
    shown = re.sub(r"(?i)^(https?://|mailto:)", "", name)
    return f'"[{clipped(shown)}]({clipped(address, 100)})"'
