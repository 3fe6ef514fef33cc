"""JSON Schema of deck, slide, brand and facts files, from the same declarations that bind them."""

from __future__ import annotations

import re
from typing import Any

from deckgen.kinds.registry import get_kind, kind_names
from deckgen.spec.deck import DeckSpec
from deckgen.spec.slide import FRAME, FrameSpec, InlineSpec, SectionSpec, SlideSpec, UseSpec
from deckgen.spec.slots import Spec
from deckgen.spec.types.lists import spec_schema

SCHEMAS = ("deck", "slide", "brand", "facts")


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a file of the sort `name`; KeyError when there is none."""
    made = {"deck": _deck, "slide": _slide, "brand": _brand, "facts": _facts}[name]()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"deckgen {name} file"} | made


def _deck() -> dict[str, Any]:
    schema = spec_schema(DeckSpec) | {"description": _first_line(DeckSpec)}
    # An entry is told by its key, so that an editor complains of the entry it is, not of all three.
    schema["properties"]["slides"]["items"] = {
        "type": "object",
        "if": {"required": ["use"]},
        "then": spec_schema(UseSpec),
        "else": {
            "if": {"required": ["section"], "not": {"required": ["kind"]}},
            "then": spec_schema(SectionSpec),
            "else": _of_kind(InlineSpec),
        },
    }
    variants = spec_schema(FrameSpec)["properties"]
    for part in ("defaults",):
        schema["properties"][part]["propertyNames"] = {"enum": list(kind_names())}
        schema["properties"][part]["additionalProperties"] = {"type": "object", "properties": variants}
    return schema


def _slide() -> dict[str, Any]:
    return _of_kind(SlideSpec) | {"description": _first_line(SlideSpec)}


def _brand() -> dict[str, Any]:
    from deckgen.brand.spec import BrandSpec

    return spec_schema(BrandSpec) | {"description": _first_line(BrandSpec)}


def _facts() -> dict[str, Any]:
    from deckgen.spec.types.facts import facts_schema

    return facts_schema() | {"description": "Figures that are kept once: assets/data/facts.yaml."}


def _of_kind(spec: type[Spec]) -> dict[str, Any]:
    """A slide whose other keys are the slots of its kind."""
    schema = spec_schema(spec)
    del schema["additionalProperties"]
    names = list(kind_names())
    schema["properties"]["kind"] |= {"enum": names}
    schema["allOf"] = [_if_kind(name, schema["properties"]) for name in names]
    return schema


def _if_kind(name: str, own: dict[str, Any]) -> dict[str, Any]:
    kind = get_kind(name)
    slots = spec_schema(kind.spec)
    frame = {key: value for key, value in own.items() if key in FRAME}
    variant = {"type": "object", "properties": slots["properties"] | frame, "additionalProperties": False}
    then = slots | {"description": _first_line(type(kind))}
    then["properties"] = dict.fromkeys(own, True) | slots["properties"]
    then["properties"]["variants"] = {"type": "object", "additionalProperties": variant}
    return {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": then}


def _first_line(what: type) -> str:
    return re.split(r"\n\s*\n", (what.__doc__ or "").strip())[0].strip()
