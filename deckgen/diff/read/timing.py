"""Builds and transitions, in words (ECMA-376 19.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.verify.names import NS, tag

_CLICKED = "p:tnLst/p:par/p:cTn/p:childTnLst/p:seq/p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par"
_TRANSITION = tag("p:transition")
_CLASSES = {"entr": "", "exit": " goes", "emph": " is stressed", "path": " moves"}


Actor = tuple[str, str]
"""A shape's name, and which part of it (" 1 to 2", " series 0"), with what becomes of it (" goes")."""


def build_of(root: Any, names: Mapping[str, str]) -> tuple[tuple[Actor, ...], ...]:
    """What comes in on each click. `names` are shapes' names by id."""
    timing = root.find("p:timing", NS)
    clicks = () if timing is None else timing.iterfind(_CLICKED, NS)
    return tuple(filter(None, (tuple(dict.fromkeys(_actors(click, names))) for click in clicks)))


def _actors(click: Any, names: Mapping[str, str]) -> Iterator[Actor]:
    """The shapes, or the paragraphs of them, that an effect of this click is about."""
    for effect in click.iterfind(".//p:cTn[@presetClass]", NS):
        ending = _CLASSES.get(effect.get("presetClass", ""))
        for target in effect.iterfind(".//p:spTgt", NS):
            name = names.get(target.get("spid", ""))
            if name is not None and ending is not None:
                yield name, f"{_part(target)}{ending}"


def _part(target: Any) -> str:
    """Which paragraphs or which series of the shape."""
    span = target.find("p:txEl/p:pRg", NS)
    if span is not None:
        first, last = span.get("st", "0"), span.get("end", "0")
        if first.isdigit() and last.isdigit() and len(first + last) < 9:
            return f" {int(first) + 1}" if first == last else f" {int(first) + 1} to {int(last) + 1}"
    series = target.find("p:graphicEl/a:chart", NS)
    if series is not None and series.get("seriesIdx", "").isdigit():
        return f" series {series.get('seriesIdx')}"
    return ""


def transition_of(root: Any) -> str:
    """How the slide takes the place of the one before: 'fade', 'push', 'morph', "" for at once."""
    for found in root.iter(_TRANSITION):
        for effect in found:
            name: str = effect.tag.rpartition("}")[2]
            if name not in ("sndAc", "extLst"):
                return name
    return ""
