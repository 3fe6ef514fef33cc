"""A presentation's slides in order, with what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckgen.diff.read.numbers import flag, length
from deckgen.diff.read.opened import Presentation, Unreadable, unreadable
from deckgen.diff.read.palette import has_fill
from deckgen.diff.read.parts import Part, Theme
from deckgen.diff.read.shapes import ShapeReader
from deckgen.diff.read.styles import PLAIN
from deckgen.diff.read.tables import TableReader
from deckgen.diff.read.text import TextReader
from deckgen.diff.read.timing import build_of, transition_of
from deckgen.diff.view import Deck, Ink, Paragraph, Picture, Shape, Slide
from deckgen.verify.names import NS
from deckgen.verify.package import Broken

_R = "{" + NS["r"] + "}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
MOST_SLIDES = 2_000


def read_deck(package: Presentation) -> Deck:
    """The presentation; Unreadable where it has no slides or one of them is damaged."""
    try:
        return _Reader(package).deck()
    except Broken as broken:
        raise unreadable(broken) from None


class _Reader:
    """Reads one presentation; layouts and masters once."""

    def __init__(self, package: Presentation) -> None:
        self._package = package
        self._root = package.root(package.presentation)
        self._main = {found.id: found for found in package.relations(package.presentation)}
        self._slides = self._listed()
        self._numbers = {part: f"slide {n}" for n, (_, part) in enumerate(self._slides, 1)}
        self._parts: dict[str, Part] = {}
        self._backdrops: dict[str, tuple[Shape, ...]] = {}
        styles = package.related(package.presentation, "tableStyles")
        self._tables = TableReader(package.root(styles[0]) if styles else None)

    def _listed(self) -> list[tuple[str, str]]:
        """(id, part) of the slides in order."""
        found = []
        for entry in self._root.iterfind("p:sldIdLst/p:sldId", NS):
            relation = self._main.get(entry.get(f"{_R}id", ""))
            if relation is not None and relation.target in self._package:
                found.append((entry.get("id", ""), relation.target))
        if not found:
            raise Unreadable("it has no slides", "name a presentation that has some")
        if len(found) > MOST_SLIDES:
            raise Unreadable(f"it has more than {MOST_SLIDES:,} slides", "compare parts of it")
        return found

    def deck(self) -> Deck:
        """All of it."""
        sections = self._sections()
        slides = tuple(
            self._slide(number, identity, part, sections.get(identity, ""))
            for number, (identity, part) in enumerate(self._slides, 1)
        )
        size = self._root.find("p:sldSz", NS)
        properties = _properties(self._package)
        master = self._part(self._slides[0][1]).master
        footer = next((said for slide in slides if (said := _footer(slide))), "")
        return Deck(
            slides=slides,
            width=max(1, 12_192_000 if size is None else length(size.get("cx"), 12_192_000)),
            height=max(1, 6_858_000 if size is None else length(size.get("cy"), 6_858_000)),
            facts=_facts(properties, master, footer),
            faces=(master.theme.faces.major, master.theme.faces.minor),
            written_by=properties.get("application", ""),
            source=properties.get("deckgen source", ""),
            audience=properties.get("deckgen audience", ""),
        )

    def _slide(self, number: int, identity: str, name: str, section: str) -> Slide:
        part = self._part(name)
        root = part.root
        if root is None or root.find("p:cSld", NS) is None:
            raise Unreadable(f"slide {number} is damaged ({name})", "open it in PowerPoint, let it repair, and save it")
        reader = ShapeReader(part, self._number, self._tables)
        shapes = reader.shapes()
        created = root.find("p:cSld/p:extLst/p:ext/p14:creationId", NS)
        ground, picture = self._ground(part)
        return Slide(
            number=number,
            title=_title(shapes),
            shapes=shapes,
            name=root.find("p:cSld", NS).get("name", ""),
            created="" if created is None else created.get("val", ""),
            slide_id=identity,
            layout="" if part.above is None else _name(part.above),
            section=section,
            hidden=root.get("show") is not None and not flag(root.get("show")),
            transition=transition_of(root),
            build=build_of(root, _keys(root, shapes)),
            notes=self._notes(name),
            ground=ground,
            ground_picture=picture,
            backdrop=self._backdrop(part),
        )

    def _part(self, name: str, kinds: tuple[str, ...] = ("slideLayout", "slideMaster")) -> Part:
        """A slide (`kinds` are what is above it) with its layout, and that with its master; the latter made once."""
        found = self._parts.get(name)
        if found is None:
            above = self._package.related(name, kinds[0])[:1] if kinds else []
            one = self._part(above[0], kinds[1:]) if above else None
            found = self._parts[name] = Part(self._package, name, one, None if one else self._theme(name))
        return found

    def _theme(self, master: str) -> Theme:
        themes = self._package.related(master, "theme")
        return Theme(self._package.root(themes[0]) if themes else None, self._root.find("p:defaultTextStyle", NS))

    def _number(self, part: str) -> str:
        return self._numbers.get(part, "")

    def _backdrop(self, part: Part) -> tuple[Shape, ...]:
        """What master and layout paint below a slide, unless it, or the layout, hides them."""
        layout = part.above
        if layout is None or _hides(part):
            return ()
        if layout.name not in self._backdrops:
            master = () if layout.above is None or _hides(layout) else self._painted(layout.above)
            self._backdrops[layout.name] = (*master, *self._painted(layout))
        return self._backdrops[layout.name]

    def _painted(self, part: Part) -> tuple[Shape, ...]:
        return ShapeReader(part, self._number, self._tables).shapes(below=True)

    def _ground(self, part: Part) -> tuple[Ink | None, Picture | None]:
        """The colour or picture behind everything: the slide's own, its layout's or its master's."""
        one: Part | None = part
        while one is not None:
            found = None if one.root is None else one.root.find("p:cSld/p:bg", NS)
            if found is not None:
                own, reference = found.find("p:bgPr", NS), found.find("p:bgRef", NS)
                if own is not None and has_fill(own):
                    return part.palette.filled(own), ShapeReader(one, self._number, self._tables).ground(own)
                return part.palette.ink(reference), None
            one = one.above
        return None, None

    def _notes(self, slide: str) -> tuple[Paragraph, ...]:
        """What the speaker says."""
        for name in self._package.related(slide, "notesSlide"):
            root = self._package.root(name)
            if root is None:
                continue
            notes = Part(self._package, name, None, self._part(slide).theme)
            reader = ShapeReader(notes, self._number, self._tables)
            text = TextReader(notes.styler, reader.link)
            for shape in root.iterfind("p:cSld/p:spTree/p:sp", NS):
                holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
                if holder is not None and holder.get("type") == "body":
                    return _trimmed(text.body(shape.find("p:txBody", NS), PLAIN).paragraphs)
        return ()

    def _sections(self) -> dict[str, str]:
        """The section of each slide, by the slide's id."""
        return {
            entry.get("id", ""): section.get("name", "")
            for section in self._root.iterfind("p:extLst/p:ext/p14:sectionLst/p14:section", NS)
            for entry in section.iterfind("p14:sldIdLst/p14:sldId", NS)
        }


def _trimmed(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Without the empty ones at the end."""
    said = len(paragraphs)
    while said and not paragraphs[said - 1].text.strip():
        said -= 1
    return paragraphs[:said]


def _keys(root: Any, shapes: tuple[Shape, ...]) -> Mapping[str, str]:
    """The names of shapes by id: what a build calls them."""
    names = {shape.name for shape in shapes}
    found = ((named.get("id", ""), named.get("name", "")) for named in root.iter("{" + NS["p"] + "}cNvPr"))
    return {identity: name for identity, name in found if name in names}


def _hides(part: Part) -> bool:
    shown = None if part.root is None else part.root.get("showMasterSp")
    return shown is not None and not flag(shown)


def _title(shapes: tuple[Shape, ...]) -> str:
    """What the slide is called: its title's words, else the first words on it."""
    titles = [shape.body.text for shape in shapes if shape.is_title and shape.body.text.strip()]
    said = [shape for shape in shapes if not (shape.decorative or shape.is_foot)]
    others = [shape.body.text for shape in said if shape.body.text.strip()]
    return " ".join(next(iter(titles or others), "").split())


def _footer(slide: Slide) -> str:
    return next((shape.body.text for shape in slide.shapes if shape.place and shape.place[0] == "ftr"), "")


def _name(part: Part) -> str:
    found = None if part.root is None else part.root.find("p:cSld", NS)
    return "" if found is None else found.get("name", "")


def _facts(properties: Mapping[str, str], master: Part, footer: str) -> dict[str, str | None]:
    return {
        "title": properties.get("title", ""),
        "author": properties.get("creator", ""),
        "audience": properties.get("deckgen audience"),
        "footer": footer,
        "theme": master.theme.name,
        "fonts": f"{master.theme.faces.major} and {master.theme.faces.minor}",
        **{f"colour {slot}": rgb for slot, rgb in master.theme.colors.items()},
    }


def _properties(package: Presentation) -> dict[str, str]:
    """What the file says of itself, by the words it uses."""
    found: dict[str, str] = {}
    for kind, names in (("core-properties", ("title", "creator")), ("extended-properties", ("Application",))):
        for part in package.related("", kind)[:1]:
            root = package.root(part)
            for name in names:
                element = None if root is None else root.find(f"{_DC if kind == 'core-properties' else _APP}{name}")
                found[name.lower()] = "" if element is None else (element.text or "").strip()
    for part in package.related("", "custom-properties")[:1]:
        root = package.root(part)
        for entry in () if root is None else root:
            found[entry.get("name", "")] = "".join(entry.itertext()).strip()
    return found
