"""The package around the slides: content types, relationships, and the presentation part.

What a deck and a template have in common stands here once. Part names are as in the archive,
without a leading slash ('ppt/slides/slide1.xml').
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import TypeVar

from msgspec import Struct

from deckgen.ooxml.chunks import Chunk
from deckgen.ooxml.xml import HOLE, Pattern, Xml, document, el, join, value
from deckgen.ooxml.zip import FAST, Lead, Member, Streamed, archived, deflated, lead_of
from deckgen.units import SLIDE

M = TypeVar("M")

PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
THEME = "ppt/theme/theme1.xml"
NOTES_THEME = "ppt/theme/theme2.xml"
PRESENTATION_PROPERTIES = "ppt/presProps.xml"
VIEW_PROPERTIES = "ppt/viewProps.xml"
TABLE_STYLES = "ppt/tableStyles.xml"
CORE_PROPERTIES = "docProps/core.xml"
EXTENDED_PROPERTIES = "docProps/app.xml"
CUSTOM_PROPERTIES = "docProps/custom.xml"

FIRST_MASTER_ID = 2**31
"""Masters and layouts share one range of ids from here up (ECMA-376 19.2.1.34, 19.2.1.32)."""
FIRST_SLIDE_RELATION = 7
"""The presentation's relationships before this one lead to the parts that every package has."""
NOTES_SIZE = (6_858_000, 9_144_000)
"""A page of notes: width and height in EMU, as PowerPoint has it."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_TYPES: Mapping[str, Xml] = {
    kind: value(said)
    for kind, said in {
        "slide": f"{_PML}.slide+xml",
        "slideLayout": f"{_PML}.slideLayout+xml",
        "slideMaster": f"{_PML}.slideMaster+xml",
        "notesSlide": f"{_PML}.notesSlide+xml",
        "notesMaster": f"{_PML}.notesMaster+xml",
        "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
        "presProps": f"{_PML}.presProps+xml",
        "viewProps": f"{_PML}.viewProps+xml",
        "tableStyles": f"{_PML}.tableStyles+xml",
        "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        "presentation": f"{_PML}.presentation.main+xml",
        "template": f"{_PML}.template.main+xml",
        "core": "application/vnd.openxmlformats-package.core-properties+xml",
        "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }.items()
}
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "vtt": "text/vtt",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

NAMESPACES: Mapping[str, str] = {
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:r": _OFFICE,
    "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
"""What the root of every part of a presentation declares."""


class Relation(Struct, frozen=True):
    """An entry of a relationships part. `kind` is the last word of the type's address ('slideLayout');
    `target` is a part, or with `external` an address."""

    id: str
    kind: str
    target: str
    external: bool = False


class SlideEntry(Struct, frozen=True):
    """A slide of the presentation: its `p:sldId` and its part."""

    id: int
    part: str


def chart_part(number: int) -> str:
    """The part of a deck's chart, counted from 1."""
    return f"ppt/charts/chart{number}.xml"


def workbook_part(number: int) -> str:
    """The workbook behind a deck's chart, named as PowerPoint names it."""
    return f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"


def content_type(kind: str) -> str:
    """The content type of a kind of part ('slide', 'theme', 'presentation', 'template' …)."""
    return _TYPES[kind]


def content_types(kinds: Iterable[tuple[str, str]], extensions: Iterable[str] = ()) -> bytes:
    """`[Content_Types].xml`: (part, kind) for each part, and the file extensions of the media in use.

    Only what is in the package may be named: an override of an absent part makes PowerPoint offer a
    repair (RELIABILITY.md 2).
    """
    used = ("rels", "xml", *sorted(set(extensions)))
    named = [(Xml(part), _TYPES[kind]) for part, kind in kinds]  # our own names, with nothing to escape in them
    return document(
        el(
            "Types",
            {"xmlns": f"{_PACKAGE}/content-types"},
            *(el("Default", {"Extension": e, "ContentType": _DEFAULTS[e]}) for e in used),
            _OVERRIDE.repeat(len(named), chain.from_iterable(named)),
        )
    )


_OVERRIDE = Pattern(el("Override", {"PartName": f"/{HOLE}", "ContentType": HOLE}))


@lru_cache(8_000)
def relations_name(part: str) -> str:
    """The name of the part that holds `part`'s relationships."""
    folder, slash, name = part.rpartition("/")
    return f"{folder}{slash}_rels/{name}.rels"


def relationships(part: str, relations: Iterable[Relation]) -> bytes:
    """The relationships of `part`; targets are written from its folder, as PowerPoint writes them."""
    folder = part.rpartition("/")[0]
    return document(_RELATIONS.fill(join([_relationship(relation, folder) for relation in relations])))


_RELATIONS = Pattern(el("Relationships", {"xmlns": f"{_PACKAGE}/relationships"}, HOLE))
_RELATION = {"Id": HOLE, "Type": HOLE, "Target": HOLE}
_INSIDE = Pattern(el("Relationship", _RELATION))
_OUTSIDE = Pattern(el("Relationship", {**_RELATION, "TargetMode": "External"}))


def _relationship(relation: Relation, folder: str) -> Xml:
    number, kind = value(relation.id), _relation_type(relation.kind)
    if relation.external:
        return _OUTSIDE.fill(number, kind, value(relation.target))
    return _INSIDE.fill(number, kind, value(_path_from(folder, relation.target)))


# Kinds of relationship that the standard's own address doesn't begin.
_ELSEWHERE = {
    "core-properties": f"{_PACKAGE}/relationships/metadata",
    "media": "http://schemas.microsoft.com/office/2007/relationships",
    "track": "http://schemas.microsoft.com/office/2017/04/relationships",
}


@lru_cache(64)
def _relation_type(kind: str) -> Xml:
    return value(f"{_ELSEWHERE.get(kind, _OFFICE)}/{kind}")


def _path_from(folder: str, part: str) -> str:
    """`part` as written from `folder`: '../media/picture.png'."""
    root, _, below = part.partition("/")
    if folder.startswith(f"{root}/") and folder.count("/") == 1 and not part.startswith(f"{folder}/"):
        return f"../{below}"
    here, there = folder.split("/") if folder else [], part.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def root_relationships(*, custom: bool = False) -> bytes:
    """The package's own relationships: the presentation and the property parts."""
    return relationships(
        "",
        (
            Relation("rId1", "officeDocument", PRESENTATION),
            Relation("rId2", "core-properties", CORE_PROPERTIES),
            Relation("rId3", "extended-properties", EXTENDED_PROPERTIES),
            *((Relation("rId4", "custom-properties", CUSTOM_PROPERTIES),) if custom else ()),
        ),
    )


def presentation(slides: Sequence[SlideEntry] = (), extensions: Sequence[Xml] = (), *, rtl: bool = False) -> bytes:
    """`presentation.xml` (ECMA-376 19.2.1.26). `extensions` are `p:ext` elements: sections, say.

    Where the deck is `rtl`, PowerPoint's own views run from right to left.
    """
    width, height = NOTES_SIZE
    listed = (
        el("p:sldId", {"id": slide.id, "r:id": f"rId{FIRST_SLIDE_RELATION + n}"}) for n, slide in enumerate(slides)
    )
    return document(
        el(
            "p:presentation",
            {**NAMESPACES, "saveSubsetFonts": 1, "autoCompressPictures": 0, "rtl": 1 if rtl else None},
            el("p:sldMasterIdLst", None, el("p:sldMasterId", {"id": FIRST_MASTER_ID, "r:id": "rId1"})),
            el("p:notesMasterIdLst", None, el("p:notesMasterId", {"r:id": "rId2"})),
            *((el("p:sldIdLst", None, *listed),) if slides else ()),
            el("p:sldSz", {"cx": SLIDE.w, "cy": SLIDE.h}),
            el("p:notesSz", {"cx": width, "cy": height}),
            _default_text_style(rtl=rtl),
            *((el("p:extLst", None, *extensions),) if extensions else ()),
        )
    )


def presentation_relationships(slides: Sequence[SlideEntry] = ()) -> bytes:
    """The relationships that `presentation` refers to, in the same numbers."""
    return relationships(
        PRESENTATION,
        (
            Relation("rId1", "slideMaster", MASTER),
            Relation("rId2", "notesMaster", NOTES_MASTER),
            Relation("rId3", "presProps", PRESENTATION_PROPERTIES),
            Relation("rId4", "viewProps", VIEW_PROPERTIES),
            Relation("rId5", "theme", THEME),
            Relation("rId6", "tableStyles", TABLE_STYLES),
            *(Relation(f"rId{FIRST_SLIDE_RELATION + n}", "slide", slide.part) for n, slide in enumerate(slides)),
        ),
    )


@cache
def _default_text_style(*, rtl: bool) -> Xml:
    """What text has that no placeholder and no list style speaks for: 18 pt, tx1, the minor face."""
    levels = plain_levels(rtl=rtl)
    return el("p:defaultTextStyle", None, el("a:defPPr", None, el("a:defRPr", {"lang": "en-GB"})), levels)


def plain_levels(size: int = 18, *, rtl: bool = False) -> Xml:
    """`a:lvl1pPr` to `a:lvl9pPr` as PowerPoint has them: tx1, the minor face, half an inch in each time."""
    face = join(
        el(f"a:{tag}", {"typeface": f"+mn-{script}"}) for tag, script in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    look = el(
        "a:defRPr", {"sz": size * 100, "kern": 1200}, el("a:solidFill", None, el("a:schemeClr", {"val": "tx1"})), face
    )
    return join(
        el(
            f"a:lvl{n + 1}pPr",
            {
                "marL": 457_200 * n,
                "algn": "r" if rtl else "l",
                "defTabSz": 914_400,
                "rtl": int(rtl),
                "eaLnBrk": 1,
                "latinLnBrk": 0,
                "hangingPunct": 1,
            },
            look,
        )
        for n in range(9)
    )


def lead(shared: Mapping[str, Member], types: Member, *, custom: bool) -> Lead:
    """What decks of a brand begin with: the content `types`, the package's relationships, and what they share."""
    first = (("[Content_Types].xml", types), ("_rels/.rels", _root(custom)))
    return lead_of([*first, *_by_name(shared)])


def package(members: Mapping[str, Member | Streamed], begun: Lead) -> tuple[Chunk, ...]:
    """The archive in chunks: what is `begun`, then the other parts by name."""
    return archived(_by_name(members), begun)


def _by_name(members: Mapping[str, M]) -> list[tuple[str, M]]:
    return sorted(members.items(), key=itemgetter(0))


@cache
def _root(custom: bool) -> Member:
    """The package's own relationships, which are the same in every deck."""
    return deflated(root_relationships(custom=custom), FAST)
