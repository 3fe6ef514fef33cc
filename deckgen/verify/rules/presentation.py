"""Rules of the presentation part and what it lists (ECMA-376 part 1, 19.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from deckgen.verify.names import NS, tag, whole_number
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule

_FIRST_SLIDE_ID, _SLIDE_ID_END, _MASTER_ID_END = 256, 2**31, 2**32
_ORDER = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz")
_ID = tag("r:id")


@rule("slide-id")
def slide_id(package: Package) -> Iterator[Fault]:
    """Slide ids are unique, from 256 up to 2147483647 (19.7.13)."""
    ids = [_number(entry) for entry in _listed(package, "p:sldIdLst/p:sldId")]
    for value, count in Counter(ids).items():
        if count > 1:
            yield package.presentation, f"lists {count} slides with the id {value}"
        if not _FIRST_SLIDE_ID <= value < _SLIDE_ID_END:
            yield package.presentation, f"has the slide id {value}; they run from 256 to 2147483647"


@rule("slide-listed-twice")
def slide_listed_twice(package: Package) -> Iterator[Fault]:
    """Two entries of one relationship would be one slide in two places."""
    for value, count in Counter(entry.get(_ID) for entry in _listed(package, "p:sldIdLst/p:sldId")).items():
        if count > 1:
            yield package.presentation, f"lists relationship {value} {count} times"


@rule("unlisted-slide")
def unlisted_slide(package: Package) -> Iterator[Fault]:
    """A slide taken off the list but kept in the package comes back as a repair."""
    listed = {entry.get(_ID) for entry in _listed(package, "p:sldIdLst/p:sldId")}
    for relation in package.relations(package.presentation):
        if relation.kind == "slide" and relation.id not in listed:
            yield relation.target, "is kept in the package but is not on the list of slides"


@rule("master-id")
def master_id(package: Package) -> Iterator[Fault]:
    """Masters and layouts share one range of ids, from 2147483648 up (19.7.9, 19.7.12)."""
    ids = [_number(entry) for entry in _listed(package, "p:sldMasterIdLst/p:sldMasterId")]
    for master in package.parts("slideMaster+xml"):
        root = package.root(master)
        if root is not None:
            ids += [_number(entry) for entry in root.iterfind("p:sldLayoutIdLst/p:sldLayoutId", NS)]
    for value, count in Counter(ids).items():
        if count > 1:
            yield package.presentation, f"{count} masters or layouts have the id {value}"
        if not _SLIDE_ID_END <= value < _MASTER_ID_END:
            yield package.presentation, f"a master or layout has the id {value}, which is for slides"


@rule("notes-master-list")
def notes_master_list(package: Package) -> Iterator[Fault]:
    """A notes master must be on the presentation's list, which some readers need to open the file."""
    for relation in package.relations(package.presentation):
        if relation.kind == "notesMaster" and relation.id not in {
            entry.get(_ID) for entry in _listed(package, "p:notesMasterIdLst/p:notesMasterId")
        }:
            yield package.presentation, "has a notes master that its notesMasterIdLst doesn't name"


@rule("presentation-order")
def presentation_order(package: Package) -> Iterator[Fault]:
    """The lists of a presentation stand in the schema's order (19.2.1.26)."""
    root = package.root(package.presentation)
    if root is None:
        return
    names = [child.tag.rpartition("}")[2] for child in root.iterchildren("*")]
    lists = [name for name in names if name in _ORDER]
    if lists != sorted(lists, key=_ORDER.index):
        yield package.presentation, f"has its lists out of order: {', '.join(lists)}"


@rule("section-slides")
def section_slides(package: Package) -> Iterator[Fault]:
    """Sections name slides that are there, each in one section."""
    known = {entry.get("id") for entry in _listed(package, "p:sldIdLst/p:sldId")}
    named = Counter(entry.get("id") for entry in _listed(package, ".//p14:sectionLst//p14:sldId"))
    for value, count in named.items():
        if value not in known:
            yield package.presentation, f"a section names slide {value}, which is not on the list of slides"
        if count > 1:
            yield package.presentation, f"slide {value} stands in {count} sections"


@rule("creation-id")
def creation_id(package: Package) -> Iterator[Fault]:
    """Slides of one deck tell themselves apart by their creation ids."""
    seen: dict[str, str] = {}
    for slide in package.parts("slide+xml"):
        root = package.root(slide)
        for element in () if root is None else root.iterfind("p:cSld/p:extLst/p:ext/p14:creationId", NS):
            value = element.get("val", "")
            if value in seen:
                yield slide, f"has the same creation id as {seen[value]}"
            seen.setdefault(value, slide)


def _listed(package: Package, path: str) -> list[Any]:
    root = package.root(package.presentation)
    return [] if root is None else root.findall(path, NS)


def _number(entry: Any) -> int:
    """The id of an entry; 0, which no entry may have, where it is none."""
    return whole_number(entry, "id") or 0
