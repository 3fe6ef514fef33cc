"""What PDF/UA-1 (ISO 14289-1) has against a file, as far as a program can tell.

Faults are named by their number in the Matterhorn Protocol 1.1, or by the clause of ISO 32000-1 that they break. The
table of what is looked at is in tests/write/pdf/test_conformance.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from tests.support.pdf_fonts import Shown, font_faults

_TYPES = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form
"""
STANDARD = frozenset(_TYPES.split())
KIDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
}
"""What may stand in tables and lists (ISO 32000-1, tables 336 and 337)."""
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}
PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "EI"}
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
UA, DC = "{http://www.aiim.org/pdfua/ns/id/}", "{http://purl.org/dc/elements/1.1/}"

Content = tuple[tuple[int, int], int]
"""A marked content: its page's object, its number."""


def faults(data: bytes) -> list[str]:
    """What is wrong with a file, each thing with its number; [] when nothing is."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [f"ISO 32000-1 syntax: {said}" for said in pdf.check_pdf_syntax()]
        return [*found, *_catalog(pdf), *_Checker(pdf).faults()]


def _catalog(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if pdf.is_encrypted:
        yield "26-001 encrypted"
    if root.get("/MarkInfo", Dictionary()).get("/Marked") is not True:
        yield "7.1 the file is not marked as tagged"
    if root.get("/MarkInfo", Dictionary()).get("/Suspects", False) is not False:
        yield "01-007 suspects"
    if root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle") is not True:
        yield "07-001 the title is not displayed"
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "11-001 no language"
    for key, number in (("/OCProperties", "20-001"), ("/AcroForm", "25-001"), ("/OpenAction", "29-001")):
        if key in root:
            yield f"{number} {key}"
    yield from _metadata(root)


def _metadata(root: Object) -> Iterator[str]:
    if "/Metadata" not in root:
        yield "06-001 no metadata"
        return
    tree = ElementTree.fromstring(root.Metadata.read_bytes().decode().strip())
    if [element.text for element in tree.iter(f"{UA}part")] != ["1"]:
        yield "06-002 no PDF/UA identifier"
    titles = ["".join(element.itertext()).strip() for element in tree.iter(f"{DC}title")]
    if len(titles) != 1 or not titles[0]:
        yield "06-003 no title"


def kids_of(node: Object) -> list[Any]:
    """What stands in a structure element."""
    held = node.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def is_node(kid: Any) -> bool:
    """Whether a kid is a structure element, not content."""
    return isinstance(kid, Dictionary) and "/S" in kid


class _Checker:
    """Goes through the tree, then through the pages, and holds both against each other."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.tagged: dict[Content, Object] = {}
        self.linked: dict[tuple[int, int], Object] = {}
        self.headings: list[int] = []
        self.shown = Shown()
        tree = pdf.Root.get("/StructTreeRoot")
        self.parents: dict[int, Any] = _numbers(tree.ParentTree) if tree is not None else {}

    def faults(self) -> Iterator[str]:
        if "/StructTreeRoot" not in self.pdf.Root:
            yield "7.1 no structure tree"
            return
        root = self.pdf.Root.StructTreeRoot
        if "/RoleMap" in root:
            yield "02-001 a role map, where all types are standard ones"
        for node in kids_of(root):
            yield from self._node(node, root, None)
        yield from self._headings()
        seen: set[Content] = set()
        for page in self.pdf.pages:
            yield from self._page(page, seen)
        for page, number in self.tagged.keys() - seen:
            yield f"7.1 the tree names content {number} of page object {page[0]}, which isn't there"
        yield from font_faults(self.shown)

    def _node(self, node: Object, parent: Object, page: Object | None) -> Iterator[str]:
        role = str(node.S).removeprefix("/")
        if role not in STANDARD:
            yield f"02-001 {role} is no standard type"
        if node.P.objgen != parent.objgen:
            yield f"14.7.2 {role} is in another's kids than its parent's"
        page = node.get("/Pg", page)
        kids = kids_of(node)
        roles = [str(kid.S)[1:] for kid in kids if is_node(kid)]
        yield from _nesting(role, roles, str(parent.get("/S", "/"))[1:], bare=len(roles) < len(kids))
        yield from _said(node, role)
        if role == "Table":
            yield from _table(node)
        if re.fullmatch(r"H[1-6]", role):
            self.headings.append(int(role[1]))
        for kid in kids:
            if isinstance(kid, int):
                key = (page.objgen if page is not None else (0, 0), kid)
                if key in self.tagged:
                    yield f"7.1 content {kid} of page object {key[0][0]} is in two elements"
                self.tagged[key] = node
            elif is_node(kid):
                yield from self._node(kid, node, page)
            elif kid.get("/Type") == Name.OBJR:
                self.linked[kid.Obj.objgen] = node
            else:
                yield f"14.7.4 {role} holds something that is no content"

    def _headings(self) -> Iterator[str]:
        if self.headings and self.headings[0] != 1:
            yield "14-002 the first heading is no H1"
        for before, after in zip(self.headings, self.headings[1:], strict=False):
            if after > before + 1:
                yield f"14-003 H{after} follows H{before}"

    def _page(self, page: Page, seen: set[Content]) -> Iterator[str]:
        yield from self._content(page, seen)
        owners = self.parents.get(int(page.obj.get("/StructParents", -1)))
        here = {number for at, number in self.tagged if at == page.obj.objgen}
        if owners is None or len(owners) != len(here):
            yield f"14.7.4.4 the parent tree and the tree disagree on page {page.index + 1}"
        else:
            for number in here:
                if owners[number].objgen != self.tagged[page.obj.objgen, number].objgen:
                    yield f"14.7.4.4 content {number} of page {page.index + 1} has two owners"
        for annotation in page.obj.get("/Annots", []):
            yield from self._annotation(annotation, page)

    def _annotation(self, annotation: Object, page: Page) -> Iterator[str]:
        where = f"page {page.index + 1}"
        if page.obj.get("/Tabs") != Name.S:
            yield f"28-009 the tab order of {where} is not that of the tags"
        if annotation.Subtype != Name.Link:
            yield f"28-002 {annotation.Subtype} on {where}"
            return
        node = self.linked.get(annotation.objgen)
        if node is None or str(node.S) != "/Link":
            yield f"28-011 a link on {where} is in no Link"
        elif self.parents.get(int(annotation.get("/StructParent", -1)), annotation).objgen != node.objgen:
            yield f"14.7.4.4 a link on {where} does not know its element"
        if not str(annotation.get("/Contents", "")).strip():
            yield f"28-012 a link on {where} says nothing"
        left, low, right, high = (float(side) for side in annotation.Rect)
        if not (left < right and low < high):
            yield f"12.5.2 a link on {where} is nowhere"

    def _content(self, page: Page, seen: set[Content]) -> Iterator[str]:
        """Every piece of content is tagged or an artifact, never both, and text is in fonts that tell what it is."""
        resources = page.obj.get("/Resources", Dictionary())
        yield from _forms(resources)
        stack: list[int | str | None] = []
        level = texts = 0
        number = page.index + 1
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            match name:
                case "BDC" | "BMC":
                    yield from self._begins(operands, stack, page, seen)
                case "EMC":
                    if not stack:
                        yield f"14.6 EMC without a beginning on page {number}"
                        return
                    stack.pop()
                case "q" | "Q":
                    level += 1 if name == "q" else -1
                case "BT" | "ET":
                    texts += 1 if name == "BT" else -1
                case "Tf":
                    self.shown.select(resources.Font[str(operands[0])])
                case "Tj" | "TJ":
                    self.shown.show(operands[0])
            if not 0 <= texts <= 1 or (texts and name in ("q", "Q", "re", "m", "Do")):
                yield f"8.2 {name} in text on page {number}"
            if name in PAINTS and all(mark is None for mark in stack):
                yield f"01-005 {name} on page {number} is neither tagged nor an artifact"
        if stack or level or texts:
            yield f"7.8.2 page {number} leaves something open"

    def _begins(self, operands: Any, stack: list[int | str | None], page: Page, seen: set[Content]) -> Iterator[str]:
        tag, properties = str(operands[0]), operands[1] if len(operands) > 1 else Dictionary()
        number, where = properties.get("/MCID"), f"page {page.index + 1}"
        if tag == "/Artifact":
            if any(isinstance(mark, int) for mark in stack):
                yield f"01-003 an artifact in tagged content on {where}"
            stack.append("Artifact")
        elif number is not None:
            if "Artifact" in stack:
                yield f"01-004 tagged content in an artifact on {where}"
            if any(isinstance(mark, int) for mark in stack):
                yield f"14.7.4 tagged content in tagged content on {where}"
            key = (page.obj.objgen, int(number))
            if key not in self.tagged:
                yield f"01-005 content {number} on {where} is in no element"
            if key in seen:
                yield f"14.7.4 content {number} on {where} is there twice"
            seen.add(key)
            stack.append(int(number))
        else:
            stack.append(None)


def _nesting(role: str, kids: list[str], parent: str, *, bare: bool) -> Iterator[str]:
    table = {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
    number = "09-004" if role in table else "09-005"
    if role in KIDS and (bare or not set(kids) <= KIDS[role]):
        yield f"{number} {role} holds {', '.join(kids)}{' and bare content' if bare else ''}"
    if role in PARENTS and parent not in PARENTS[role]:
        yield f"{number} {role} stands in {parent}"
    if role in ("Document", "Sect", "Part", "Div") and bare:
        yield f"14.8.4.2 {role} holds bare content"


def _said(node: Object, role: str) -> Iterator[str]:
    if role == "Figure" and not str(node.get("/Alt", "") or node.get("/ActualText", "")).strip():
        yield "13-004 a figure without alternative text"
    if role == "Figure" and "/BBox" not in node.get("/A", Dictionary()):
        yield "14.8.5.4.3 a figure without a box"
    if role == "Formula" and not str(node.get("/Alt", "")).strip():
        yield "17-002 a formula without alternative text"
    if role == "Note":
        yield "19-003 a note without a number"
    if "/Lang" in node and not LANGUAGE.fullmatch(str(node.Lang)):
        yield f"11-001 {node.Lang!s} is no language"
    if role == "TH" and "/Scope" not in node.get("/A", Dictionary()):
        yield "15-003 a heading cell without scope"


def _table(table: Object) -> Iterator[str]:
    """All rows have the same number of cells, those that reach into them counted."""
    taken: dict[tuple[int, int], bool] = {}
    rows = [kid for kid in kids_of(table) if is_node(kid)]
    for y, row in enumerate(rows):
        x = 0
        for cell in kids_of(row):
            while (x, y) in taken:
                x += 1
            said = cell.get("/A", Dictionary())
            for across in range(int(said.get("/ColSpan", 1))):
                for down in range(int(said.get("/RowSpan", 1))):
                    taken[x + across, y + down] = True
    widths = {sum(1 for _, at in taken if at == y) for y in range(len(rows))}
    if len(widths) > 1 or any(y >= len(rows) for _, y in taken):
        yield f"09-004 a table's rows have {sorted(widths)} cells"


def _forms(resources: Object) -> Iterator[str]:
    for name, form in resources.get("/XObject", Dictionary()).items():
        if form.get("/Subtype") == Name.Form:
            if "/Ref" in form:
                yield f"30-001 {name} is a page of another file"
            if b"BDC" in form.read_bytes():
                yield f"30-002 {name} is tagged, and shown more than once"


def _numbers(tree: Object) -> dict[int, Any]:
    held = list(tree.Nums)
    return {int(key): value for key, value in zip(held[::2], held[1::2], strict=True)}
