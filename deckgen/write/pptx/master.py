"""The slide master: what every layout of the brand starts from."""

from __future__ import annotations

from deckgen.brand.mirror import mirrored_placeholder
from deckgen.brand.model import Brand, Placeholder
from deckgen.ooxml.xml import Xml, document, el
from deckgen.scene import Color
from deckgen.units import box, pt
from deckgen.write.pptx.colors import ColorMap, fill_xml
from deckgen.write.pptx.package import FIRST_MASTER_ID, NAMESPACES, plain_levels
from deckgen.write.pptx.pen import Pen
from deckgen.write.pptx.placeholders import LEVELS, foot, levels, placeholder_shape
from deckgen.write.pptx.slide import shape_tree

_KERN = 1200  # Kerning from 12 pt up; without it PowerPoint kerns nothing (FIT.md 2.1).
_GUIDES = "{27BBF7A9-308A-43DC-89C8-2F10F3537804}"
# Edges of the frames in points: vertical guides by x, horizontal ones by y (PRINCIPLES.md 2 to 4).
_COLUMNS, _ROWS = (48, 344, 912), (42, 72, 464)


def master(brand: Brand, pen: Pen, *, layouts: int) -> bytes:
    """`slideMaster1.xml` for a brand with so many layouts (ECMA-376 part 1, 19.3.1.42).

    Its relationships rId1, rId2 … lead to the layouts, in order.
    """
    muted = brand.surface("paper").color("muted")
    title, body = _title(brand), _body(brand)
    if brand.writing.rtl:
        title, body = mirrored_placeholder(title), mirrored_placeholder(body)
    inherited = el("a:lstStyle")
    shapes = [
        placeholder_shape(title, pen, list_style=inherited, shown=("Title",)),
        placeholder_shape(body, pen, list_style=inherited, shown=LEVELS),
        *foot(brand.style("footer"), muted, pen),
    ]
    styles = el(
        "p:txStyles",
        None,
        el("p:titleStyle", None, levels(title, pen, brand=brand, muted=muted, count=1, kern=_KERN)),
        el("p:bodyStyle", None, levels(body, pen, brand=brand, muted=muted, count=9, kern=_KERN)),
        el(
            "p:otherStyle",
            None,
            el("a:defPPr", None, el("a:defRPr", {"lang": pen.language})),
            plain_levels(rtl=brand.writing.rtl),
        ),
    )
    listed = (el("p:sldLayoutId", {"id": FIRST_MASTER_ID + n, "r:id": f"rId{n}"}) for n in range(1, layouts + 1))
    return document(
        el(
            "p:sldMaster",
            {**NAMESPACES, "preserve": 1},
            el("p:cSld", None, background(Color("lt1"), pen.colors), shape_tree(shapes)),
            el("p:clrMap", dict(pen.colors.slots)),
            el("p:sldLayoutIdLst", None, *listed),
            header_footer(),
            styles,
            el("p:extLst", None, _guides(rtl=brand.writing.rtl)),
        )
    )


def _title(brand: Brand) -> Placeholder:
    return Placeholder(
        slot="title",
        name="Title",
        type="title",
        idx=0,
        rect=box(48, 42, 864, 84),
        style=brand.style("title"),
        color=brand.surface("paper").color("title"),
    )


def _body(brand: Brand) -> Placeholder:
    paper = brand.surface("paper")
    return Placeholder(
        slot="body",
        name="Text",
        type="body",
        idx=1,
        rect=box(48, 144, 864, 312),
        style=brand.style("body"),
        color=paper.color("text"),
        bullet_color=paper.color("bullet"),
        list="bullets",
        space_after=pt(16),
    )


def background(color: Color, colors: ColorMap) -> Xml:
    """`p:bg` in one colour (19.3.1.1)."""
    return el("p:bg", None, el("p:bgPr", None, fill_xml(color, colors), el("a:effectLst")))


def header_footer() -> Xml:
    """`p:hf` (19.3.1.25): a new slide gets its number; footer text and date only when asked for."""
    return el("p:hf", {"hdr": 0, "ftr": 0, "dt": 0})


def _guides(*, rtl: bool) -> Xml:
    """The edges of the frames as guides ([MS-PPTX] 2.4.1.6): positions in eighths of a point."""
    columns = [960 - x for x in reversed(_COLUMNS)] if rtl else _COLUMNS
    lines = [("horz", y) for y in _ROWS] + [(None, x) for x in columns]
    guides = (
        el(
            "p15:guide",
            {"id": n, "orient": orient, "pos": at * 8, "userDrawn": 1},
            el("p15:clr", None, el("a:srgbClr", {"val": "A4A3A4"})),
        )
        for n, (orient, at) in enumerate(lines, 1)
    )
    return el(
        "p:ext",
        {"uri": _GUIDES},
        el("p15:sldGuideLst", {"xmlns:p15": "http://schemas.microsoft.com/office/powerpoint/2012/main"}, *guides),
    )
