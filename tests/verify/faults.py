"""Faults seeded into a sound deck, one for each way a rule can be broken."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from deckgen.write.pptx.deck import write_pptx
from tests.write.pptx import decks

Parts: TypeAlias = dict[str, bytes]
Fault: TypeAlias = Callable[[Parts], None]

PRESENTATION = "ppt/presentation.xml"
CONTENT_TYPES = "[Content_Types].xml"
SLIDE = "ppt/slides/slide2.xml"
SLIDE_RELATIONS = "ppt/slides/_rels/slide2.xml.rels"
NOTES_RELATIONS = "ppt/notesSlides/_rels/notesSlide2.xml.rels"
MASTER_RELATIONS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
CHART = "ppt/charts/chart1.xml"
FILM_PART = "ppt/media/film.mp4"
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


@cache
def sound() -> bytes:
    """A deck with nothing wrong in it."""
    return write_pptx(decks.sample(), decks.template())


def parts(package: bytes) -> Parts:
    """A package taken apart."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Parts, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package put together again."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_fault(fault: Fault) -> bytes:
    """The sound deck with one fault in it."""
    members = parts(sound())
    fault(members)
    return packed(members)


def swap(name: str, old: str, new: str, *, count: int = 1) -> Fault:
    """A fault: `old` in a part is `new`. The part must hold it, else the test proves nothing."""

    def fault(members: Parts) -> None:
        assert old.encode() in members[name], f"{name} has no {old!r}"
        members[name] = members[name].replace(old.encode(), new.encode(), count)

    return fault


def add(name: str, content: bytes) -> Fault:
    """A fault: a part more."""

    def fault(members: Parts) -> None:
        members[name] = content

    return fault


def drop(*names: str) -> Fault:
    """A fault: parts fewer."""

    def fault(members: Parts) -> None:
        for name in names:
            del members[name]

    return fault


def together(*faults: Fault) -> Fault:
    """Several changes that make one fault."""

    def fault(members: Parts) -> None:
        for each in faults:
            each(members)

    return fault


def in_tree(markup: str) -> Fault:
    """A change: markup at the end of a slide's shapes."""
    return swap(SLIDE, "</p:spTree>", f"{markup}</p:spTree>")


def relation(name: str, kind: str, target: str, *, id: str = "rId77", external: bool = False) -> Fault:
    """A change: one relationship more."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    mode = ' TargetMode="External"' if external else ""
    entry = f'<Relationship Id="{id}" Type="{office}/{kind}" Target="{target}"{mode}/>'
    return swap(name, "</Relationships>", f"{entry}</Relationships>")


def content_type(part: str, kind: str) -> Fault:
    """A change: one content type more."""
    return swap(CONTENT_TYPES, "</Types>", f'<Override PartName="/{part}" ContentType="{kind}"/></Types>')


def table(rows: str, columns: int = 2, flags: str = 'firstRow="1"') -> Fault:
    """A change: a table with these `a:tr`s on a slide."""
    grid = '<a:gridCol w="1"/>' * columns
    return in_tree(
        f'<p:graphicFrame {A}><p:nvGraphicFramePr><p:cNvPr id="90" name="t"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr {flags}/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def row(*cells: str) -> str:
    """An `a:tr`; each cell is given by its attributes ("-" = a cell without text)."""
    body = "<a:txBody><a:bodyPr/><a:p/></a:txBody>"
    made = ("<a:tc><a:tcPr/></a:tc>" if cell == "-" else f"<a:tc {cell}>{body}</a:tc>" for cell in cells)
    return f'<a:tr h="1">{"".join(made)}</a:tr>'


def chart(*, cross: str = "2", second: str = "1", points: str = '<c:pt idx="0"><c:v>1</c:v></c:pt>') -> Fault:
    """A change: a chart part of two series that a slide leads to."""
    series = "".join(
        f'<c:ser><c:idx val="{idx}"/><c:order val="{n}"/><c:val><c:numRef><c:f>x</c:f><c:numCache>'
        f'<c:ptCount val="2"/>{points}</c:numCache></c:numRef></c:val></c:ser>'
        for n, idx in enumerate(("0", second))
    )
    axes = (
        f'<c:catAx><c:axId val="1"/><c:crossAx val="{cross}"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:crossAx val="1"/></c:valAx>'
    )
    markup = (
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea>'
        f'<c:barChart>{series}<c:axId val="1"/><c:axId val="2"/></c:barChart>{axes}'
        "</c:plotArea></c:chart></c:chartSpace>"
    )
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return together(
        add(CHART, markup.encode()),
        content_type(CHART, kind),
        relation(SLIDE_RELATIONS, "chart", "../charts/chart1.xml"),
    )


TIMING = (
    "<p:timing><p:tnLst><p:par><p:cTn><p:childTnLst><p:set><p:cBhvr><p:cTn/><p:tgtEl>"
    '<p:spTgt spid="{}"/></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>'
)


def timing(effects: str, builds: str = "", *, more: str = "") -> Fault:
    """A fault: the slide has a timing tree with these effects in one click, these builds, and `more` after it."""
    nest = '<p:par><p:cTn id="{}"><p:childTnLst>'
    tree = (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" nodeType="tmRoot"><p:childTnLst>'
        f'<p:seq><p:cTn id="2" nodeType="mainSeq"><p:childTnLst>{nest.format(3)}{nest.format(4)}{effects}'
        f"{'</p:childTnLst></p:cTn></p:par>' * 2}</p:childTnLst></p:cTn></p:seq>{more}"
        f"</p:childTnLst></p:cTn></p:par></p:tnLst>{f'<p:bldLst>{builds}</p:bldLst>' if builds else ''}</p:timing>"
    )
    return swap(SLIDE, "</p:sld>", f"{tree}</p:sld>")


def effect(target: str, *, id: int = 5, trigger: str = "clickEffect", group: str = 'grpId="0"') -> str:
    """An effect on a target, as a timing tree has it."""
    return (
        f'<p:par><p:cTn id="{id}" presetClass="entr" nodeType="{trigger}" {group}><p:childTnLst>'
        f"<p:set><p:cBhvr><p:cTn/><p:tgtEl>{target}</p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par>"
    )


WHOLE = '<p:spTgt spid="2"/>'
PARAGRAPH = '<p:spTgt spid="2"><p:txEl><p:pRg st="{0}" end="{0}"/></p:txEl></p:spTgt>'
BUILD = '<p:bldP spid="2" grpId="0"{}/>'
BY_PARAGRAPH = BUILD.format(' build="p"')
FILM = '<p:video><p:cMediaNode><p:cTn id="9"/><p:tgtEl><p:spTgt spid="2"/></p:tgtEl></p:cMediaNode></p:video>'


def _first_slide_id(members: Parts) -> str:
    found = re.search(rb'<p:sldId id="(\d+)"', members[PRESENTATION])
    assert found
    return found[1].decode()


def slide_id(new: str) -> Fault:
    """A fault: the first slide has another id, in the list and in its section."""

    def fault(members: Parts) -> None:
        old = _first_slide_id(members).encode()
        members[PRESENTATION] = members[PRESENTATION].replace(b'"%s"' % old, b'"%s"' % new.encode())

    return fault


def same_slide_id(members: Parts) -> None:
    """A fault: two slides of one id."""
    first, second = re.findall(rb'<p:sldId id="(\d+)"', members[PRESENTATION])[:2]
    members[PRESENTATION] = members[PRESENTATION].replace(b'"%s"' % second, b'"%s"' % first)


def section_of_nobody(members: Parts) -> None:
    """A fault: a section names a slide that isn't there."""
    old = _first_slide_id(members).encode()
    members[PRESENTATION] = members[PRESENTATION].replace(b'<p14:sldId id="%s"' % old, b'<p14:sldId id="999"')


def same_creation_id(members: Parts) -> None:
    """A fault: a slide copied with its creation id."""
    pattern = rb'(p14:creationId [^>]*val=")(\d+)'
    first = re.search(pattern, members["ppt/slides/slide1.xml"])
    assert first
    members[SLIDE] = re.sub(pattern, lambda m: m[1] + first[2], members[SLIDE])


def same_shape_creation_id(members: Parts) -> None:
    """A fault: two shapes of a slide with one identity."""
    ids = re.findall(rb"\{[0-9A-F-]{36}\}(?=\"/></a:ext>)", members[SLIDE])
    members[SLIDE] = members[SLIDE].replace(ids[1], ids[0])


def doctype(members: Parts) -> None:
    """A fault: a document type, as an attack on readers of XML begins."""
    members[SLIDE] = members[SLIDE].replace(b"<p:sld ", b'<!DOCTYPE x [<!ENTITY a "a">]><p:sld ', 1)


def colliding_names(members: Parts) -> None:
    """A fault: two members whose names differ in capitals only."""
    members["ppt/Presentation.xml"] = members[PRESENTATION]


def empty_picture(members: Parts) -> None:
    """A fault: a picture of no bytes."""
    name = next(name for name in members if name.endswith(".jpeg"))
    members[name] = b""


def picture_of_another_kind(members: Parts) -> None:
    """A fault: GIF bytes in a part that says it is a JPEG."""
    name = next(name for name in members if name.endswith(".jpeg"))
    members[name] = b"GIF89a" + members[name]


def film_of(content: bytes) -> Fault:
    """A fault: a slide leads to a film that is none."""
    return together(
        add(FILM_PART, content),
        content_type(FILM_PART, "video/mp4"),
        relation(SLIDE_RELATIONS, "video", "../media/film.mp4"),
    )


def shared_theme(members: Parts) -> None:
    """A fault: the notes master has the slide master's theme."""
    name = "ppt/notesMasters/_rels/notesMaster1.xml.rels"
    members[name] = members[name].replace(b"theme2.xml", b"theme1.xml")
    drop("ppt/theme/theme2.xml")(members)
    swap(CONTENT_TYPES, "/ppt/theme/theme2.xml", "/ppt/theme/theme1.xml")(members)


UTF_16 = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16")
CONNECTOR = (
    '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="81" name=""/><p:cNvCxnSpPr><a:stCxn id="3" idx="3"/><a:endCxn id="82" idx="1"/>'
    '</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:prstGeom prst="line"><a:avLst/></a:prstGeom></p:spPr></p:cxnSp>'
)
GROUP = (
    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="91" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    f'<p:grpSpPr><a:xfrm {A}><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm></p:grpSpPr></p:grpSp>'
)
PLACEHOLDER = (
    '<p:sp><p:nvSpPr><p:cNvPr id="92" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="{}"/></p:nvPr>'
    "</p:nvSpPr><p:spPr/></p:sp>"
)
CORE = "docProps/core.xml"

ERRORS: list[tuple[str, str, Fault]] = [
    ("duplicate-member", "ppt/presentation.xml", colliding_names),
    ("missing-start", CONTENT_TYPES, drop(CONTENT_TYPES)),
    ("missing-start", "_rels/.rels", swap("_rels/.rels", "ppt/presentation.xml", "ppt/nothing.xml")),
    ("malformed", SLIDE, swap(SLIDE, "</p:spTree>", "")),
    ("doctype", SLIDE, doctype),
    ("missing-content-type", "ppt/odd.bin", add("ppt/odd.bin", b"x")),
    ("phantom-override", CONTENT_TYPES, content_type("ppt/slides/slide9.xml", "application/xml")),
    ("duplicate-override", CONTENT_TYPES, content_type(SLIDE, "application/xml")),
    ("dangling-id", SLIDE, swap(SLIDE, 'r:embed="', 'r:embed="rId9')),
    ("duplicate-relationship", SLIDE_RELATIONS, swap(SLIDE_RELATIONS, 'Id="rId3"', 'Id="rId2"')),
    ("missing-target", SLIDE_RELATIONS, swap(SLIDE_RELATIONS, "../media/", "../lost/")),
    ("missing-target", SLIDE_RELATIONS, relation(SLIDE_RELATIONS, "image", "../../../../etc/passwd")),
    ("missing-target", SLIDE_RELATIONS, relation(SLIDE_RELATIONS, "image", "NULL")),
    ("slide-id", PRESENTATION, slide_id("255")),
    ("slide-id", PRESENTATION, slide_id("2147483648")),
    ("slide-id", PRESENTATION, same_slide_id),
    ("slide-listed-twice", PRESENTATION, swap(PRESENTATION, 'r:id="rId8"', 'r:id="rId7"')),
    ("unlisted-slide", SLIDE, swap(PRESENTATION, 'r:id="rId8"', 'r:id="rId7"')),
    ("master-id", PRESENTATION, swap(PRESENTATION, '"2147483648"', '"2147483649"')),
    ("master-id", PRESENTATION, swap(PRESENTATION, '"2147483648"', '"300"')),
    ("notes-master-list", PRESENTATION, swap(PRESENTATION, '<p:notesMasterId r:id="rId2"/>', "")),
    (
        "presentation-order",
        PRESENTATION,
        together(
            swap(
                PRESENTATION,
                '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
                "",
            ),
            swap(
                PRESENTATION,
                "<p:sldSz",
                '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldSz',
            ),
        ),
    ),
    ("section-slides", PRESENTATION, section_of_nobody),
    ("creation-id", SLIDE, same_creation_id),
    ("doctype", SLIDE, add(SLIDE, UTF_16)),
    ("root-element", SLIDE, add(SLIDE, b"<sld/>")),
    (
        "root-element",
        "ppt/theme/theme1.xml",
        together(
            swap("ppt/theme/theme1.xml", "<a:theme ", "<a:other "),
            swap("ppt/theme/theme1.xml", "</a:theme>", "</a:other>"),
        ),
    ),
    ("slide-layout", SLIDE, relation(SLIDE_RELATIONS, "slideLayout", "../slideLayouts/slideLayout1.xml")),
    ("slide-layout", SLIDE, swap(SLIDE_RELATIONS, '/slideLayout"', '/somethingElse"')),
    (
        "layout-master",
        "ppt/slideLayouts/slideLayout1.xml",
        swap("ppt/slideLayouts/_rels/slideLayout1.xml.rels", '/slideMaster"', '/somethingElse"'),
    ),
    (
        "layout-master",
        "ppt/slideLayouts/slideLayout1.xml",
        swap(MASTER_RELATIONS, "slideLayout1.xml", "slideLayout2.xml"),
    ),
    ("master-theme", "ppt/notesMasters/notesMaster1.xml", shared_theme),
    ("master-theme", "ppt/slideMasters/slideMaster1.xml", swap(MASTER_RELATIONS, '/theme"', '/other"')),
    ("notes-page", "ppt/notesSlides/notesSlide2.xml", swap(NOTES_RELATIONS, '/notesMaster"', '/other"')),
    ("notes-page", "ppt/notesSlides/notesSlide2.xml", swap(NOTES_RELATIONS, "slide2.xml", "slide1.xml")),
    ("animation-target", SLIDE, swap(SLIDE, "</p:sld>", TIMING.format("999") + "</p:sld>")),
    ("time-node-id", SLIDE, timing(effect(WHOLE, id=4), BUILD.format(""))),
    ("animated-text", SLIDE, timing(effect(PARAGRAPH.format(99)), BY_PARAGRAPH)),
    ("media-node", SLIDE, timing(effect(WHOLE), BUILD.format(""), more=FILM)),
    ("table-grid", SLIDE, table(row("", ""), columns=3)),
    ("table-span", SLIDE, table(row('gridSpan="3"', 'hMerge="1"'))),
    ("table-span", SLIDE, table(row('gridSpan="2"', ""))),
    ("table-span", SLIDE, table(row('rowSpan="2"', "") + row("", ""))),
    ("table-cell-text", SLIDE, table(row("", "-"))),
    ("chart-axes", CHART, chart(cross="7")),
    ("chart-series", CHART, chart(second="0")),
    ("chart-points", CHART, chart(points='<c:pt idx="0"><c:v>NaN</c:v></c:pt>')),
    ("chart-points", CHART, chart(points='<c:pt idx="2"><c:v>1</c:v></c:pt>')),
    ("chart-points", CHART, chart(points='<c:pt idx="0"><c:v>1</c:v></c:pt>' * 2)),
    (
        "workbook",
        "ppt/embeddings/w.xlsx",
        together(
            add("ppt/embeddings/w.xlsx", b"no zip"),
            content_type("ppt/embeddings/w.xlsx", "application/vnd.ms-excel"),
            relation(SLIDE_RELATIONS, "package", "../embeddings/w.xlsx"),
        ),
    ),
    ("picture-bytes", "jpeg", empty_picture),
    ("picture-bytes", "jpeg", picture_of_another_kind),
    ("film-bytes", FILM_PART, film_of(b"<!doctype html>")),
    ("film-bytes", FILM_PART, film_of(b"")),
    ("core-properties", CORE, swap(CORE, "</cp:coreProperties>", "<dc:title>x</dc:title></cp:coreProperties>")),
    ("core-properties", CORE, swap(CORE, "2025-", "2025-13-")),
]
"""(rule, part, fault) of what PowerPoint repairs or refuses."""

WARNINGS: list[tuple[str, str, Fault]] = [
    ("folder-entry", "ppt/", add("ppt/", b"")),
    ("duplicate-shape-id", SLIDE, swap(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"')),
    ("shape-id-zero", SLIDE, swap(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="0"')),
    ("duplicate-placeholder", SLIDE, in_tree(PLACEHOLDER.format("1"))),
    ("placeholder-without-layout", SLIDE, in_tree(PLACEHOLDER.format("77"))),
    ("partial-group", SLIDE, in_tree(GROUP)),
    ("loose-connector", SLIDE, in_tree(CONNECTOR)),
    ("duplicate-creation-id", SLIDE, same_shape_creation_id),
    ("animation-build", SLIDE, timing(effect(WHOLE))),
    ("animation-build", SLIDE, timing(effect(WHOLE, group=""), BUILD.format(""))),
    ("animation-build", SLIDE, timing(effect(WHOLE), BUILD.format("") * 2)),
    ("animation-build-part", SLIDE, timing(effect(WHOLE), BY_PARAGRAPH)),
    ("animation-build-part", SLIDE, timing(effect(PARAGRAPH.format(0)), BUILD.format(""))),
    ("animation-nesting", SLIDE, timing(effect(WHOLE, trigger="tmRoot"), BUILD.format(""))),
    ("animation-nesting", SLIDE, timing("", BUILD.format(""), more=effect(WHOLE))),
    ("orphan-part", "ppt/slides/slide9.xml", add("ppt/slides/slide9.xml", b"<x/>")),
    ("external-content", SLIDE_RELATIONS, relation(SLIDE_RELATIONS, "image", "file:///x", external=True)),
    ("unsafe-link", SLIDE_RELATIONS, relation(SLIDE_RELATIONS, "hyperlink", "javascript:x", external=True)),
    ("unsafe-link", SLIDE_RELATIONS, relation(SLIDE_RELATIONS, "hyperlink", r"\\evil\share", external=True)),
    ("table-heads", SLIDE, table(row("", ""), flags="")),
    ("table-heads", SLIDE, table(row("", ""), flags='firstRow="0"')),
]
"""(rule, part, fault) of what PowerPoint itself sometimes writes."""
