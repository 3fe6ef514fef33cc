"""The variables of a deck for one audience: `{{ group }}`, `{{ speaker.name }}`, `{{ deck.title }}`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.load.nodes import Node, ScalarNode
from deckgen.resolve.model import Settings
from deckgen.resolve.project import DeckFile
from deckgen.spec.clean import clean
from deckgen.spec.deck import FULL, AudienceSpec, DeckSpec
from deckgen.spec.slots import BindContext
from deckgen.spec.types import TextType, WordType
from deckgen.spec.variables import FACT, FACT_USE, MAX_VALUE, DoubtfulVariables, Variables

MAX_TITLE = 255
"""What Office takes as a property's value, in characters."""

_NAME = r"[A-Za-z_][\w-]*(\.[\w-]+)*"


def deck_variables(deck: DeckFile, audience: str, settings: Settings, context: BindContext) -> dict[str, str]:
    """Every name with its value: the deck's `vars`, then the audience's, then a row's cells, then those of `--set`.
    Facts come in through the context. Where names are in doubt, one without a value stands for itself."""
    spec = deck.spec
    own = (spec.audiences or {}).get(audience)
    found: dict[str, str] = {
        "audience.name": audience,
        "audience.label": own.label if own and own.label else ("" if audience == FULL else audience),
    }
    if "date" not in deck.doubt:
        found["deck.date"] = spec.date.isoformat() if spec.date else ""
    if spec.speaker:
        found |= {f"speaker.{key}": value for key, value in spec.speaker.values.items()}
    found |= _own(spec, context) | (_own(own, context) if own else {})
    if settings.row:
        found |= _row(settings, context)
    given = _given(settings.variables, context)
    found |= given
    variables: dict[str, str] = Variables(found, context.facts) if context.facts else found
    if deck.doubt:
        variables = DoubtfulVariables(found, context.facts, deck.doubt)
    title = _title(deck, audience, variables, context)
    variables["deck.title"] = given.get("deck.title", title)
    return variables


def _own(spec: DeckSpec | AudienceSpec, context: BindContext) -> dict[str, str]:
    """The `vars` of a deck or an audience; where one asks for a fact, its words are filled in."""
    found = dict(spec.vars or {})
    for name, value in found.items():
        if context.facts and FACT in value and re.search(FACT_USE, value):
            filled = replace(context, variables=Variables({}, context.facts))
            found[name] = WordType(f'a value of "{name}"').bind(ScalarNode(value, spec.at("vars")), filled) or ""
    return found


def _row(settings: Settings, context: BindContext) -> dict[str, str]:
    """The cells of a row: {{ school }}, and {{ row.school }} for those who want to say where it comes from.

    A cell that no slide can hold is reported at the row.
    """
    found: dict[str, str] = {}
    for name, value in settings.row.items():
        sound = value if value.isprintable() else clean(value, settings.row_span, context)
        found[name] = found[f"row.{name}"] = sound or ""
    return found


def _given(variables: Mapping[str, str], context: BindContext) -> dict[str, str]:
    """The values of `--set` that can be used; the others are reported."""
    found: dict[str, str] = {}
    for name, value in variables.items():
        if not _usable(name, value, context.diags):
            continue
        said = Diagnostics()
        sound = clean(value, NOWHERE, BindContext(said))
        for one in said:
            context.diags.add(replace(one, message=f"--set {name}: {one.message}"))
        found |= {name: sound} if sound is not None else {}
    return found


def _usable(name: str, value: str, diags: Diagnostics) -> bool:
    if not re.fullmatch(_NAME, name):
        diags.error(
            "bad-name",
            NOWHERE,
            f"--set: \"{name[:40]}\" can't be a variable's name",
            hint="a name has letters, digits, - and _, and begins with a letter",
        )
        return False
    if name.startswith(FACT):
        diags.error("bad-name", NOWHERE, f"--set {name[:40]}: a fact stands in its file", hint="change it there")
        return False
    if len(value) > MAX_VALUE:
        diags.error(
            "value-too-long",
            NOWHERE,
            f"--set {name}: the value has {len(value):,} characters; at most {MAX_VALUE:,} can stand in a text",
        )
        return False
    return True


def _title(deck: DeckFile, audience: str, variables: dict[str, str], context: BindContext) -> str:
    """What the talk is called for `audience`, in plain words; "" after reporting."""
    own = (deck.spec.audiences or {}).get(audience)
    node = own.title if own and own.title is not None else deck.spec.values.get("title")
    title = plain_words(node, variables, context)
    if node is not None and len(title) > MAX_TITLE:
        context.diags.warning(
            "long-title",
            node.span,
            f"this title has {len(title):,} characters; what PowerPoint shows under File > Info ends after {MAX_TITLE}",
            hint="shorten it: it names the talk; the words of the cover stand on the cover",
        )
    return title


def plain_words(node: Node | None, variables: dict[str, str], context: BindContext) -> str:
    """A text of the deck with its variables filled in, on one line; "" for none, or after reporting."""
    filled = replace(context, variables=variables)
    text = TextType().bind(node, filled) if node is not None else None
    return " ".join(text.plain.split("\n")) if text else ""
