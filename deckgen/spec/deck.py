"""A deck file: what the talk is called, who hears it, and its running order."""

from __future__ import annotations

import re
from typing import Any

from deckgen.load.nodes import Entry, MapNode, Node, ScalarNode
from deckgen.spec.slide import TRANSITION, InlineSpec, SectionSpec, UseSpec
from deckgen.spec.slots import BindContext, Spec, optional, required
from deckgen.spec.types.lists import Partly, spec_schema
from deckgen.spec.types.names import LanguageType, NameType
from deckgen.spec.types.raw import NamedSlotsType, NodesType, later
from deckgen.spec.types.row_file import RowFileType
from deckgen.spec.types.shape import mapping
from deckgen.spec.types.text import TextType
from deckgen.spec.types.values import ChoiceType, DateType, FlagType, NumberType
from deckgen.spec.types.words import VarsType, WordType

FULL = "full"
"""The reserved audience that sees the whole deck."""

_AUDIENCE = r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}"


class SpeakerSpec(Spec):
    """Who speaks."""

    name = required(WordType("a name"), doc="the speaker's name")
    handle = optional(WordType("a handle"), doc="as on social networks; in quotes, for it begins with @")
    role = optional(WordType("a role"), doc="office or organisation")


class AudienceSpec(Spec):
    """A version of the deck."""

    label = optional(WordType("a label"), doc="what people call this audience")
    title = optional(later(TextType()), doc="what the talk is called for this audience")
    language = optional(LanguageType(), doc="the language this audience reads; its variants are in it")
    minutes = optional(NumberType(0, 600), doc="how long the talk may take")
    vars = optional(VarsType(), doc="values of {{ names }} for this audience")


class AudiencesType:
    """Audiences by name."""

    name = "name: audience"

    def bind(self, node: Node, context: BindContext) -> dict[str, AudienceSpec] | None:
        """The audiences in the file's order; one that is partly wrong (reported) is there as far as it is right."""
        given = mapping(
            node, context, wanted="audiences are a mapping", hint="write governors: {label: Governing boards}"
        )
        if given is None:
            return None
        found: dict[str, AudienceSpec] = {}
        for name, entry in given.entries.items():
            if _named(entry.key, found, context):
                found[name] = _audience(entry, context) or AudienceSpec({}, {}, entry.key.span)
        return found

    def schema(self) -> dict[str, Any]:
        """An object of audiences."""
        audience = spec_schema(AudienceSpec) | {"type": ["object", "null"]}
        names = {"pattern": f"^(?!{FULL}$){_AUDIENCE}$"}
        return {"type": "object", "propertyNames": names, "additionalProperties": audience}

    def count(self, value: dict[str, AudienceSpec]) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


def _named(key: ScalarNode, found: dict[str, AudienceSpec], context: BindContext) -> bool:
    """Whether an audience may be called so: its name becomes part of a file's name."""
    if key.text == FULL:
        context.diags.error(
            "reserved-name",
            key.span,
            f'"{FULL}" is the name of the whole deck',
            hint="give the audience another name; full: false leaves the whole deck unbuilt",
        )
    elif not re.fullmatch(_AUDIENCE, key.text):
        context.diags.error(
            "bad-name",
            key.span,
            f"\"{key.text[:60]}\" can't be an audience's name",
            hint="use letters, digits and hyphens; words for people go into its label",
        )
    elif key.text.lower() in (name.lower() for name in found):
        context.diags.error(
            "duplicate-name",
            key.span,
            f'two audiences are called "{key.text}"',
            hint="capitals make no difference in file names",
        )
    else:
        return True
    return False


def _audience(entry: Entry, context: BindContext) -> AudienceSpec | None:
    if isinstance(entry.value, ScalarNode) and entry.value.is_null:
        return AudienceSpec({}, {}, entry.key.span)
    return Partly(AudienceSpec, "audience").bind(entry.value, context)


def _entry_schema() -> dict[str, Any]:
    inline = spec_schema(InlineSpec) | {"additionalProperties": True}
    return {"anyOf": [spec_schema(UseSpec), spec_schema(SectionSpec), inline]}


class DeckSpec(Spec):
    """A running order for a talk, and what holds for all of it."""

    title = required(later(TextType()), doc="what the talk is called")
    brand = required(
        NameType("a brand", "`deckgen brand list` has them"),
        doc="whose deck it is: a folder of assets/brands, or plain",
    )
    language = optional(LanguageType(), "en-GB", doc="the language of the deck")
    date = optional(DateType(), doc="when the talk is given")
    speaker = optional(Partly(SpeakerSpec, "speaker"), doc="who speaks: {{ speaker.name }}")
    minutes = optional(NumberType(0, 600), doc="how long the talk may take")
    vars = optional(VarsType(), doc="values of {{ names }}")
    audiences = optional(AudiencesType(), doc="the versions of the deck")
    rows = optional(RowFileType(), doc="a file of rows: a deck for each, whose cells are {{ names }}")
    full = optional(FlagType(), True, doc="false: the whole deck isn't built, only the audiences' versions")
    typography = optional(
        ChoiceType("mend", "keep"),
        "mend",
        doc="mend: quotation marks, dashes and ranges are set as a printer does; keep: marks stay as typed",
    )
    footer = optional(
        later(TextType()), doc="small words at the foot of every slide that has a number; {{ names }} work"
    )
    transition = optional(TRANSITION, doc="how slides take each other's place, unless they or their section say")
    defaults = optional(NamedSlotsType("kind"), doc="slots that every slide of a kind has in this deck")
    slides = required(NodesType(_entry_schema()), doc="the running order")


def audience_names(deck: MapNode) -> frozenset[str] | None:
    """The audiences that a deck file declares, read without binding it; those whose names can't be used as well.

    None where that can't be told, since the key is misspelt or holds no mapping (which binding reports).
    """
    node = deck.get("audiences")
    if isinstance(node, MapNode):
        return frozenset(node.entries)
    if node is not None:
        return frozenset() if isinstance(node, ScalarNode) and node.is_null else None
    meant = 'did you mean "audiences"?'
    misspelt = any(DeckSpec.hint_unknown(key) == meant for key in deck.entries if key not in DeckSpec.slots)
    return None if misspelt else frozenset()
