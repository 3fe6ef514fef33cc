"""The notes master: what a printed page of notes looks like."""

from __future__ import annotations

from deckgen.ooxml.xml import Xml, document, el
from deckgen.scene import Align
from deckgen.units import Rect
from deckgen.write.pptx.colors import ColorMap
from deckgen.write.pptx.package import NAMESPACES, NOTES_SIZE, plain_levels
from deckgen.write.pptx.pen import Pen
from deckgen.write.pptx.placeholders import LEVELS, foot_paragraph, shape, shown_levels
from deckgen.write.pptx.slide import shape_tree

HEADER_IDX, BODY_IDX, IMAGE_IDX, DATE_IDX, FOOTER_IDX, NUMBER_IDX = 0, 1, 2, 3, 4, 5
"""idx of the placeholders. The body's is the one that PowerPoint gives it on notes pages, which readers
that match by idx, not by type, need as well."""

_WIDTH, _HEIGHT = NOTES_SIZE
_BAND, _HALF = 458_788, 2_971_800  # height and width of what stands in the corners, as PowerPoint has it
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720, "rtlCol": 0}


def notes_master(pen: Pen, colors: ColorMap) -> bytes:
    """`notesMaster1.xml` (ECMA-376 part 1, 19.3.1.27) with all six placeholders.

    Without a complete one Keynote refuses a deck that has notes (RELIABILITY.md 2).
    """
    right, foot = _WIDTH - _HALF - 1, _HEIGHT - _BAND
    shapes = [
        _corner("Header", "hdr", HEADER_IDX, Rect(0, 0, _HALF, _BAND), "l", pen),
        _corner("Date", "dt", DATE_IDX, Rect(right, 0, _HALF, _BAND), "r", pen),
        _image(pen),
        _notes(pen),
        _corner("Footer", "ftr", FOOTER_IDX, Rect(0, foot, _HALF, _BAND), "l", pen),
        _corner("Slide number", "sldNum", NUMBER_IDX, Rect(right, foot, _HALF, _BAND), "r", pen),
    ]
    ground = el("p:bg", None, el("p:bgRef", {"idx": 1001}, el("a:schemeClr", {"val": "bg1"})))
    return document(
        el(
            "p:notesMaster",
            dict(NAMESPACES),
            el("p:cSld", None, ground, shape_tree(shapes)),
            el("p:clrMap", dict(colors.slots)),
            el("p:hf", {"hdr": 0, "ftr": 0, "dt": 0}),
            el("p:notesStyle", None, plain_levels(12, rtl=pen.writing.rtl)),
        )
    )


def _corner(name: str, kind: str, idx: int, rect: Rect, align: Align, pen: Pen) -> Xml:
    """Header, date, footer or number: 12 pt, the lower two on their box's foot."""
    anchor = "b" if kind in ("ftr", "sldNum") else None
    style = el("a:lstStyle", None, el("a:lvl1pPr", {"algn": align}, el("a:defRPr", {"sz": 1200})))
    body = el(
        "p:txBody",
        None,
        el("a:bodyPr", {"vert": "horz", **_INSETS, "anchor": anchor}),
        style,
        foot_paragraph(kind, pen),
    )
    return shape(name, el("p:ph", {"type": kind, "sz": "quarter", "idx": idx or None}), rect, pen, body=body)


def _image(pen: Pen) -> Xml:
    """The slide's picture: 16 to 9, in a thin line."""
    line = el("a:ln", {"w": 12_700}, el("a:solidFill", None, el("a:prstClr", {"val": "black"})))
    return shape(
        "Slide image",
        el("p:ph", {"type": "sldImg", "idx": IMAGE_IDX}),
        Rect(685_800, 1_143_000, 5_486_400, 3_086_100),
        pen,
        body=None,
        look=(el("a:noFill"), line),
        locks={"noGrp": 1, "noRot": 1, "noChangeAspect": 1},
    )


def _notes(pen: Pen) -> Xml:
    body = el(
        "p:txBody", None, el("a:bodyPr", {"vert": "horz", **_INSETS}), el("a:lstStyle"), *shown_levels(LEVELS, pen)
    )
    return shape(
        "Notes",
        el("p:ph", {"type": "body", "sz": "quarter", "idx": BODY_IDX}),
        Rect(685_800, 4_400_550, 5_486_400, 3_600_450),
        pen,
        body=body,
    )
