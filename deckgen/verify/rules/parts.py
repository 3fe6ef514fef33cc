"""Rules of how slides, layouts, masters and notes hang together (ECMA-376 part 1, 13.3)."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.verify.names import NS, tag
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule

_ID = tag("r:id")
_ROOTS = {
    "presentation.main+xml": "p:presentation",
    "template.main+xml": "p:presentation",
    "slide+xml": "p:sld",
    "slideLayout+xml": "p:sldLayout",
    "slideMaster+xml": "p:sldMaster",
    "notesSlide+xml": "p:notes",
    "notesMaster+xml": "p:notesMaster",
    "theme+xml": "a:theme",
    "chart+xml": "c:chartSpace",
}
"""The root element of each kind of part."""


@rule("root-element")
def root_element(package: Package) -> Iterator[Fault]:
    """A part holds what its content type says."""
    for kind, name in _ROOTS.items():
        for part in package.parts(kind):
            root = package.root(part)
            if root is not None and root.tag != tag(name):
                yield part, f"holds {root.tag.rpartition('}')[2]!r}, where its content type wants {name}"


@rule("slide-layout")
def slide_layout(package: Package) -> Iterator[Fault]:
    """A slide has exactly one layout."""
    for slide in package.parts("slide+xml"):
        count = len(package.related(slide, "slideLayout"))
        if count != 1:
            yield slide, f"has {count or 'no'} layouts; a slide has one"


@rule("layout-master")
def layout_master(package: Package) -> Iterator[Fault]:
    """A layout has exactly one master, and that master lists it."""
    for layout in package.parts("slideLayout+xml"):
        masters = package.related(layout, "slideMaster")
        if len(masters) != 1:
            yield layout, f"has {len(masters) or 'no'} masters; a layout has one"
        elif layout not in _layouts(package, masters[0]):
            yield layout, f"is not on the list of {masters[0]}"


@rule("master-theme")
def master_theme(package: Package) -> Iterator[Fault]:
    """Each master, of slides or notes, has a theme of its own."""
    owners: dict[str, str] = {}
    kinds = ("slideMaster+xml", "notesMaster+xml", "handoutMaster+xml")
    for master in (part for kind in kinds for part in package.parts(kind)):
        themes = package.related(master, "theme")
        if len(themes) != 1:
            yield master, f"has {len(themes) or 'no'} themes; a master has one"
        for theme in themes:
            if theme in owners:
                yield master, f"shares {theme} with {owners[theme]}"
            owners.setdefault(theme, master)


@rule("notes-page")
def notes_page(package: Package) -> Iterator[Fault]:
    """A notes page has a notes master, and leads back to the slide that leads to it."""
    for notes in package.parts("notesSlide+xml"):
        if len(package.related(notes, "notesMaster")) != 1:
            yield notes, "has no notes master"
        slides = package.related(notes, "slide")
        if len(slides) != 1:
            yield notes, f"leads to {len(slides) or 'no'} slides; a notes page has one"
        elif notes not in package.related(slides[0], "notesSlide"):
            yield notes, f"leads to {slides[0]}, which doesn't lead back"


def _layouts(package: Package, master: str) -> set[str]:
    """The layouts on a master's list."""
    root = package.root(master)
    if root is None:
        return set()
    listed = {entry.get(_ID) for entry in root.iterfind("p:sldLayoutIdLst/p:sldLayoutId", NS)}
    return {r.target for r in package.relations(master) if r.kind == "slideLayout" and r.id in listed}
