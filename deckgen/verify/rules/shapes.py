"""Rules of the shapes on slides, layouts, masters and notes pages (ECMA-376 part 1, 19.3.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from deckgen.diagnostics import Severity
from deckgen.verify.names import NS, tag
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule

_SHEETS = ("slide+xml", "slideLayout+xml", "slideMaster+xml", "notesSlide+xml", "notesMaster+xml")
_FALLBACK = tag("mc:Fallback")
_PLACE = ("a:off", "a:ext", "a:chOff", "a:chExt")
_ORPHANED = "4294967295"
"""The idx that PowerPoint gives a placeholder whose layout has lost it."""
_BY_TYPE = {"title": "title", "ctrTitle": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}


@rule("duplicate-shape-id", Severity.WARNING)
def duplicate_shape_id(package: Package) -> Iterator[Fault]:
    """Shapes of one slide have ids of their own; a table among doubles makes PowerPoint repair."""
    for name, root in _sheets(package):
        for number, count in Counter(shape.get("id") for shape in _shapes(root)).items():
            if count > 1:
                yield name, f"has {count} shapes with the id {number}"


@rule("shape-id-zero", Severity.WARNING)
def shape_id_zero(package: Package) -> Iterator[Fault]:
    """0 is no shape id; what refers to it finds nothing."""
    for name, root in _sheets(package):
        for shape in _shapes(root):
            if shape.get("id") == "0":
                yield name, f"shape {shape.get('name', '')!r} has the id 0"


@rule("duplicate-placeholder", Severity.WARNING)
def duplicate_placeholder(package: Package) -> Iterator[Fault]:
    """Two shapes in one placeholder: a change of layout moves only one of them."""
    for name, root in _sheets(package):
        filled = [ph for ph in root.iter(tag("p:ph")) if ph.get("idx") != _ORPHANED and not _is_fallback(ph)]
        places = Counter(_place(ph) for ph in filled)
        for (kind, idx), count in places.items():
            if count > 1:
                yield name, f"fills the placeholder {kind} {idx} {count} times"


@rule("placeholder-without-layout", Severity.WARNING)
def placeholder_without_layout(package: Package) -> Iterator[Fault]:
    """A slide's placeholder that its layout doesn't have takes no look from the layout."""
    for slide in package.parts("slide+xml"):
        root = package.root(slide)
        layouts = [package.root(layout) for layout in package.related(slide, "slideLayout")]
        if root is None or len(layouts) != 1 or layouts[0] is None:
            continue
        given = list(layouts[0].iter(tag("p:ph")))
        for ph in root.iter(tag("p:ph")):
            if ph.get("idx") != _ORPHANED and not any(_fills(ph, other) for other in given):
                yield slide, "fills the placeholder {} {}, which its layout doesn't have".format(*_place(ph))


@rule("partial-group", Severity.WARNING)
def partial_group(package: Package) -> Iterator[Fault]:
    """A group says where it is and what field its members stand in, or nothing of it."""
    for name, root in _sheets(package):
        for transform in root.iterfind(".//p:grpSp/p:grpSpPr/a:xfrm", NS):
            if any(transform.find(part, NS) is None for part in _PLACE):
                yield name, "has a group with only a part of its transform"


@rule("loose-connector", Severity.WARNING)
def loose_connector(package: Package) -> Iterator[Fault]:
    """A connector is glued to shapes of its own slide; from any other it comes off when somebody moves one."""
    for name, root in _sheets(package):
        known = {shape.get("id") for shape in _shapes(root)}
        for end in root.iter(tag("a:stCxn"), tag("a:endCxn")):
            if end.get("id") not in known and not _is_fallback(end):
                yield name, f"glues a connector to shape {end.get('id')}, which is not on it"


@rule("duplicate-creation-id", Severity.WARNING)
def duplicate_creation_id(package: Package) -> Iterator[Fault]:
    """Shapes copied with their identity can't be told apart when people edit together."""
    for name, root in _sheets(package):
        ids = Counter(
            element.get("id")
            for element in root.iter(tag("a16:creationId"))
            if _FALLBACK not in (parent.tag for parent in element.iterancestors())
        )
        for guid, count in ids.items():
            if count > 1 and guid is not None:
                yield name, f"has {count} shapes with the creation id {guid}"


@rule("animation-target")
def animation_target(package: Package) -> Iterator[Fault]:
    """An animation moves a shape of its slide."""
    for name, root in _sheets(package):
        targets = {element.get("spid") for element in root.iter(tag("p:spTgt"), tag("p:bldP"), tag("p:bldGraphic"))}
        absent = targets - {shape.get("id") for shape in _shapes(root)}
        for number in sorted(target for target in absent if target):
            yield name, f"animates shape {number}, which is not on it"


def _sheets(package: Package) -> Iterator[tuple[str, Any]]:
    for kind in _SHEETS:
        for name in package.parts(kind):
            root = package.root(name)
            if root is not None:
                yield name, root


def _shapes(root: Any) -> list[Any]:
    """The `cNvPr` of every shape. What stands in a fallback repeats the ids of the choice beside it."""
    return [shape for shape in root.iter(tag("p:cNvPr")) if not _is_fallback(shape)]


def _is_fallback(element: Any) -> bool:
    """Whether a reader sees it only where it can't take what stands before it (ECMA-376 part 3, 9.3)."""
    return any(parent.tag == _FALLBACK for parent in element.iterancestors())


def _place(ph: Any) -> tuple[str, str]:
    return ph.get("type", "obj"), ph.get("idx", "0")


def _fills(ph: Any, other: Any) -> bool:
    """Titles, dates, footers and numbers meet by type, everything else by idx (19.3.1.36)."""
    mine, theirs = _BY_TYPE.get(ph.get("type", "obj")), _BY_TYPE.get(other.get("type", "obj"))
    if mine or theirs:
        return mine == theirs
    return bool(ph.get("idx", "0") == other.get("idx", "0"))
