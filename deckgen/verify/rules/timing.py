"""Rules of timing trees: what comes in on which click (ECMA-376 part 1, 19.5).

The schema says little of them. What PowerPoint makes nothing of, it takes out, and the slide with it is repaired.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from deckgen.diagnostics import Severity
from deckgen.verify.names import NS, tag, whole_number
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule

_SHEETS = ("slide+xml", "slideLayout+xml", "slideMaster+xml")
_BUILDS = ("p:bldP", "p:bldGraphic", "p:bldDgm", "p:bldOleChart")
_TRIGGERS = ("clickEffect", "withEffect", "afterEffect")


@rule("time-node-id")
def time_node_id(package: Package) -> Iterator[Fault]:
    """The time nodes of a slide have ids of their own."""
    for name, timing in _timings(package):
        counts = Counter(node.get("id") for node in timing.iter(tag("p:cTn")))
        for number, count in counts.items():
            if number is not None and count > 1:
                yield name, f"has {count} time nodes with the id {number}"


@rule("animated-text")
def animated_text(package: Package) -> Iterator[Fault]:
    """Paragraphs that come in one by one are there."""
    for name, timing in _timings(package):
        texts = _texts(timing.getroottree().getroot())
        for target in timing.iter(tag("p:spTgt")):
            for part in target.iterfind("p:txEl/p:pRg", NS):
                start, end = whole_number(part, "st"), whole_number(part, "end")
                held = texts.get(target.get("spid"))
                if held is not None and (start is None or end is None or not start <= end < held):
                    yield (
                        name,
                        f"brings in paragraphs {part.get('st')} to {part.get('end')} of shape "
                        f"{target.get('spid')}, which has {held}",
                    )


@rule("animation-build", Severity.WARNING)
def animation_build(package: Package) -> Iterator[Fault]:
    """A shape taken apart by paragraphs or series says so in the list of builds, once; and what says so is."""
    for name, timing in _timings(package):
        listed = Counter(
            (entry.get("spid"), entry.get("grpId")) for entry in timing.iterfind("p:bldLst/*", NS) if _is_build(entry)
        )
        for (shape, group), count in listed.items():
            if count > 1:
                yield name, f"lists the build of shape {shape}, group {group}, {count} times"
        grouped = {(shape, group) for shape, group, _ in _effects(timing) if group is not None}
        for shape, group in sorted(listed.keys() - grouped, key=str):
            yield name, f"lists a build of shape {shape}, group {group}, that no effect belongs to"
        for shape, group in sorted(grouped - listed.keys(), key=str):
            yield name, f"has an effect of shape {shape}, group {group}, that no build is listed for"


@rule("animation-build-part", Severity.WARNING)
def animation_build_part(package: Package) -> Iterator[Fault]:
    """Effects on paragraphs belong to a build by paragraph, effects on the whole shape to one of the whole."""
    for name, timing in _timings(package):
        ways = {
            (entry.get("spid"), entry.get("grpId")): entry.get("build", "whole")
            for entry in timing.iterfind("p:bldLst/p:bldP", NS)
        }
        for shape, group, part in _effects(timing):
            way = ways.get((shape, group))
            if (way == "whole" and part) or (way == "p" and not part):
                yield name, f"builds shape {shape} as {way}, and brings {part or 'all of it'} in"


@rule("animation-nesting", Severity.WARNING)
def animation_nesting(package: Package) -> Iterator[Fault]:
    """In a sequence a click holds groups, a group effects, and each effect says what begins it."""
    for name, timing in _timings(package):
        due = [effect for sequence in timing.iter(tag("p:cTn")) for effect in _clicked(sequence)]
        found = [node for node in timing.iter(tag("p:cTn")) if node.get("presetClass")]
        if len(found) > len(due):
            yield name, "has an effect outside of a click"
        if any(effect.get("nodeType") not in _TRIGGERS for effect in due):
            yield name, "has an effect that nothing begins"


def _clicked(sequence: Any) -> list[Any]:
    """The effects in a sequence's clicks; none of a time node that is no sequence."""
    if sequence.get("nodeType") not in ("mainSeq", "interactiveSeq"):
        return []
    effects = sequence.findall("/".join(["p:childTnLst/p:par/p:cTn"] * 3), NS)
    return [effect for effect in effects if effect.get("presetClass")]


@rule("media-node")
def media_node(package: Package) -> Iterator[Fault]:
    """What plays is a film or a sound on the slide."""
    for name, timing in _timings(package):
        root = timing.getroottree().getroot()
        playing = {
            shape.get("id")
            for shape in root.iter(tag("p:cNvPr"))
            if any(True for _ in shape.getparent().iter(*(tag(f"a:{kind}") for kind in _PLAYERS)))
        }
        for target in timing.iterfind(".//p:cMediaNode/p:tgtEl/p:spTgt", NS):
            if target.get("spid") not in playing:
                yield name, f"plays shape {target.get('spid')}, which is no film and no sound"


_PLAYERS = ("videoFile", "audioFile", "quickTimeFile", "wavAudioFile", "audioCd")


def _timings(package: Package) -> Iterator[tuple[str, Any]]:
    for kind in _SHEETS:
        for name in package.parts(kind):
            root = package.root(name)
            if root is not None:
                # What stands in a choice has its own of everything, and so has the fallback beside it.
                yield from ((name, timing) for timing in root.iter(tag("p:timing")))


def _is_build(entry: Any) -> bool:
    return entry.tag in (tag(kind) for kind in _BUILDS)


def _texts(root: Any) -> dict[str | None, int]:
    """How many paragraphs each shape that holds text has, by its id."""
    return {
        shape.find("p:nvSpPr/p:cNvPr", NS).get("id"): len(shape.findall("p:txBody/a:p", NS))
        for shape in root.iter(tag("p:sp"))
        if shape.find("p:nvSpPr/p:cNvPr", NS) is not None
    }


def _effects(timing: Any) -> Iterator[tuple[str | None, str | None, str]]:
    """(shape, group, what of it: "" for the whole) of each effect of the gallery on a shape."""
    for effect in timing.iter(tag("p:cTn")):
        target = next(effect.iter(tag("p:spTgt")), None)
        if effect.get("presetClass") not in (None, "mediacall") and target is not None:
            part = next(iter(target), None)
            yield target.get("spid"), effect.get("grpId"), "" if part is None else part.tag.rpartition("}")[2]
