"""Placeholders as masters and layouts draw them: a box, its prompt, and the style of every level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from deckgen.brand.foot import FootKind, foot_align, foot_rect
from deckgen.brand.model import Brand, Placeholder, space_after_at
from deckgen.ooxml.xml import Xml, el, join, text
from deckgen.scene import Anchor, BoxLook, Color, TextStyle
from deckgen.units import Rect
from deckgen.write.pptx.identity import guid
from deckgen.write.pptx.pen import Pen
from deckgen.write.pptx.template import DATE_IDX, FOOTER_IDX, NUMBER_IDX
from deckgen.write.pptx.text import spacing_xml, typefaces

LEVELS = ("First level", "Second level", "Third level", "Fourth level", "Fifth level")
"""What a master shows at each level."""

_BARE = BoxLook()
_FOOT: dict[FootKind, tuple[str, int]] = {
    "dt": ("Date", DATE_IDX),
    "ftr": ("Footer", FOOTER_IDX),
    "sldNum": ("Slide number", NUMBER_IDX),
}


def placeholder_shape(placeholder: Placeholder, pen: Pen, *, list_style: Xml, shown: Sequence[str] = ()) -> Xml:
    """A placeholder of a master or layout (ECMA-376 part 1, 19.3.1.36).

    It shows its own prompt, or else `shown`, a paragraph for each level.
    """
    ref = el(
        "p:ph",
        {
            "type": placeholder.type,
            "idx": placeholder.idx or None,
            "hasCustomPrompt": 1 if placeholder.prompt else None,
        },
    )
    words = (placeholder.prompt,) if placeholder.prompt else shown
    body = el(
        "p:txBody",
        None,
        body_properties(placeholder.anchor, wrap=placeholder.wrap, look=placeholder.look, rtl=pen.writing.rtl),
        list_style,
        *shown_levels(words, pen),
    )
    fill = placeholder.look.fill if placeholder.look else None
    panel = () if fill is None else (pen.fill(fill),)
    return shape(placeholder.name, ref, placeholder.rect, pen, body=body, look=panel)


def shape(
    name: str,
    ref: Xml,
    rect: Rect,
    pen: Pen,
    *,
    body: Xml | None,
    look: Sequence[Xml] = (),
    locks: Mapping[str, int] = MappingProxyType({"noGrp": 1}),
) -> Xml:
    """A shape that is the placeholder `ref`, with its own box and, in `look`, fill and line."""
    place = (el("a:off", {"x": rect.x, "y": rect.y}), el("a:ext", {"cx": rect.w, "cy": rect.h}))
    outline = el("a:prstGeom", {"prst": "rect"}, el("a:avLst"))
    return el(
        "p:sp",
        None,
        el(
            "p:nvSpPr",
            None,
            pen.identify(name),
            el("p:cNvSpPr", None, el("a:spLocks", dict(locks))),
            el("p:nvPr", None, ref),
        ),
        el("p:spPr", None, el("a:xfrm", None, *place), outline, *look),
        *((body,) if body else ()),
    )


def shown_levels(words: Sequence[str], pen: Pen) -> tuple[Xml, ...]:
    """A paragraph for each level, saying what its words are; an empty one where there are none."""
    if not words:
        return (el("a:p", None, el("a:endParaRPr", {"lang": pen.language})),)
    return tuple(
        el(
            "a:p",
            None,
            *((el("a:pPr", {"lvl": level}),) if level else ()),
            el("a:r", None, el("a:rPr", {"lang": pen.language}), el("a:t", None, text(word))),
        )
        for level, word in enumerate(words)
    )


def body_properties(anchor: Anchor, *, wrap: bool = True, look: BoxLook | None = None, rtl: bool = False) -> Xml:
    """`a:bodyPr` with everything said: no insets but a panel's, and what wraps is fitted when edited (FIT.md 2.1)."""
    look = look or _BARE
    return el(
        "a:bodyPr",
        {
            "vert": "horz",
            "wrap": "square" if wrap else "none",
            "lIns": look.inset_x,
            "tIns": look.inset_y,
            "rIns": look.right,
            "bIns": look.bottom,
            "rtlCol": int(rtl),
            "anchor": anchor,
        },
        el("a:normAutofit" if wrap else "a:noAutofit"),
    )


def levels(
    placeholder: Placeholder, pen: Pen, *, brand: Brand, muted: Color, count: int, kern: int | None = None
) -> Xml:
    """`a:lvl1pPr` up to `count`, complete: nothing of the master's style shows through.

    `muted` is the colour of the dashes of inner lists. `kern` is said once, by the master (FIT.md 2.1).
    """
    return join(_level(placeholder, pen, brand, muted, level, kern) for level in range(count))


def _level(placeholder: Placeholder, pen: Pen, brand: Brand, muted: Color, level: int, kern: int | None) -> Xml:
    """One level (21.1.2.4.13): its children's order is the schema's."""
    margin, indent = placeholder.indents(level)
    spacing = spacing_xml(placeholder.style, space_after_at(placeholder.space_after, level))
    return el(
        f"a:lvl{level + 1}pPr",
        {"marL": margin, "indent": indent, "algn": placeholder.align, **line_rules(pen)},
        *spacing,
        *_bullet(placeholder, pen, brand, muted, level),
        run_style(placeholder.style, placeholder.color, pen, kern=kern),
    )


def _bullet(placeholder: Placeholder, pen: Pen, brand: Brand, muted: Color, level: int) -> tuple[Xml, ...]:
    """The brand's bullet in the text's own face, where it sits on the baseline (NATIVE.md 6)."""
    found = placeholder.bullet(level, brand.bullet, muted)
    if found is None:
        return (el("a:buNone"),)
    char, color = found
    return (
        el("a:buClr", None, pen.color(color)),
        el("a:buSzPct", {"val": brand.bullet.scale * 1000}),
        el("a:buFont", {"typeface": "+mn-lt"}),
        el("a:buChar", {"char": char}),
    )


def run_style(style: TextStyle, color: Color, pen: Pen, *, kern: int | None = None) -> Xml:
    """`a:defRPr` with all that a style says, so that no other shows through."""
    return el(
        "a:defRPr",
        {"sz": style.size * 100, "b": int(style.bold), "i": 0, "kern": kern, "spc": style.tracking},
        pen.fill(color),
        *typefaces(style.font, pen),
    )


def foot(style: TextStyle, color: Color, pen: Pen) -> tuple[Xml, ...]:
    """Date, footer text and slide number in the foot of a slide.

    Slides carry the number; the others are there so that Insert > Header & Footer can switch them on.
    """
    return tuple(_foot_shape(kind, style, color, pen) for kind in _FOOT)


def _foot_shape(kind: FootKind, style: TextStyle, color: Color, pen: Pen) -> Xml:
    name, idx = _FOOT[kind]
    level = el(
        "a:lvl1pPr",
        {"marL": 0, "indent": 0, "algn": foot_align(kind, rtl=pen.writing.rtl), **line_rules(pen)},
        *spacing_xml(style, 0),
        el("a:buNone"),
        run_style(style, color, pen),
    )
    body = el(
        "p:txBody",
        None,
        body_properties("t", rtl=pen.writing.rtl),
        el("a:lstStyle", None, level),
        foot_paragraph(kind, pen),
    )
    return shape(
        name,
        el("p:ph", {"type": kind, "sz": "quarter", "idx": idx}),
        foot_rect(kind, style, rtl=pen.writing.rtl),
        pen,
        body=body,
    )


def line_rules(pen: Pen) -> dict[str, int]:
    """Attributes of a level's paragraphs that other writing systems need: direction, and where lines may end.

    Marks do not hang beyond the edge, since lines are measured with them (21.1.2.2.7).
    """
    if pen.writing.rtl:
        return {"rtl": 1}
    return {"eaLnBrk": 1, "latinLnBrk": 0, "hangingPunct": 0} if pen.asian else {}


def foot_paragraph(kind: str, pen: Pen) -> Xml:
    """What stands in a date or a slide number (fields that PowerPoint fills in), or in a footer or header.

    The latter hold a blank: LibreOffice sets a slide's footer in a style of its own where the layout's
    has no run to take the style from.
    """
    end = el("a:endParaRPr", {"lang": pen.language})
    match kind:
        case "sldNum":
            return el("a:p", None, _field("slidenum", "‹#›", pen), end)
        case "dt":
            return el("a:p", None, _field("datetimeFigureOut", "Date", pen), end)
        case _:
            blank = el("a:r", None, el("a:rPr", {"lang": pen.language}), el("a:t", None, text(" ")))
            return el("a:p", None, blank, end)


def _field(kind: str, shown: str, pen: Pen) -> Xml:
    """`a:fld` (21.1.2.2.4); `shown` is what stands there until it is filled in."""
    return el(
        "a:fld",
        {"id": guid("field", kind), "type": kind},
        el("a:rPr", {"lang": pen.language}),
        el("a:t", None, text(shown)),
    )
