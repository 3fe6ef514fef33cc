"""Text: bodies, paragraphs and runs (ECMA-376 part 1, 21.1.2).

A placeholder's text says only what its layout doesn't. A size that fits is written once, as the
shape's own list style, so that what people type later has it too (NATIVE.md 6).
"""

from __future__ import annotations

from functools import lru_cache

from deckgen.brand.model import Placeholder, space_after_at
from deckgen.ooxml.xml import HOLE, Pattern, Xml, el, join, text
from deckgen.scene import LINE_BREAK, Align, BoxLook, Color, FontRole, Link, Paragraph, Run, TextBox, TextStyle
from deckgen.units import Emu
from deckgen.write.pptx.pen import Pen

_TEXT_COLOR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
_BODY = Pattern(el("p:txBody", None, HOLE, HOLE, HOLE))
_PARAGRAPH = Pattern(el("a:p", None, HOLE))
_BARE = BoxLook()
_AS_INHERITED, _NOTHING = el("a:bodyPr"), el("a:lstStyle")
_NONE, _PLAIN = (None,) * 6, (None,) * 5
_SLOTS = ("latin", "ea", "cs")
_EMU_PER_SPC = 127  # `spcPts` counts hundredths of a point

# A link in a colour of its own: without this PowerPoint paints it as the theme's hyperlink (NATIVE.md 6).
_KEEP_COLOR = el(
    "a:extLst",
    None,
    el(
        "a:ext",
        {"uri": _TEXT_COLOR},
        el(
            "ahyp:hlinkClr",
            {"xmlns:ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor", "val": "tx"},
        ),
    ),
)


def text_body(box: TextBox, pen: Pen) -> Xml:
    """`p:txBody` of a text box. One without paragraphs gets an empty one, as the format asks."""
    given = None if box.placeholder is None else pen.placeholders.get(box.placeholder.idx)
    paragraphs = box.paragraphs or (Paragraph(()),)
    bullets = given.bullet_color if given else None
    return _BODY.fill(
        _body_properties(box),
        _list_style(box, given, pen),
        join([paragraph(p, pen, bullets=bullets) for p in paragraphs]),
    )


def _body_properties(box: TextBox) -> Xml:
    """`a:bodyPr`. In a placeholder the layout's insets, anchor and autofit stay as they are."""
    if box.placeholder is not None:
        return el("a:bodyPr", _insets(box)) if box.right_inset else _AS_INHERITED
    return body_properties(box)


def body_properties(box: TextBox) -> Xml:
    """`a:bodyPr` of a box without a placeholder, everything said.

    No autofit: with it, LibreOffice 7.4 sets a free box that wraps in its face's own line height, not in
    1.2 em, and moves the slide number on the same page. The text of a drawn box is a person's, so it is fitted.
    """
    look = box.look or _BARE
    attributes = {
        "wrap": "square" if box.wrap else "none",
        **_insets(box),
        "tIns": look.inset_y,
        "bIns": look.bottom,
        "rtlCol": int(box.rtl),
        "anchor": box.anchor,
    }
    return el("a:bodyPr", attributes, el("a:normAutofit" if box.look else "a:noAutofit"))


def _insets(box: TextBox) -> dict[str, int]:
    """The insets left and right; what narrows the lines is where they end."""
    look = box.look or _BARE
    if box.placeholder is not None:
        return {"lIns": look.inset_x + box.right_inset} if box.rtl else {"rIns": look.right + box.right_inset}
    narrowed = (box.right_inset, 0) if box.rtl else (0, box.right_inset)
    return {"lIns": look.inset_x + narrowed[0], "rIns": look.right + narrowed[1]}


def _list_style(box: TextBox, given: Placeholder | None, pen: Pen) -> Xml:
    """`a:lstStyle`: the box's own size where it isn't the layout's, for every level in use."""
    if box.placeholder is None:
        return el("a:lstStyle", None, _free_level(box, pen))
    color = box.color if given is None or box.color != given.color else None
    if not box.restyled:
        return (
            _NOTHING
            if color is None
            else el("a:lstStyle", None, el("a:lvl1pPr", None, el("a:defRPr", None, pen.fill(color))))
        )
    default = run_defaults(box.style, pen, beside=given.style if given else None, color=color)
    gaps = [space_after_at(box.space_after, level) for level in range(_depth(box))]
    return el(
        "a:lstStyle",
        None,
        *(el(f"a:lvl{level}pPr", None, *spacing_xml(box.style, gap), default) for level, gap in enumerate(gaps, 1)),
    )


def _depth(box: TextBox) -> int:
    """How many list levels are in use."""
    return max((p.level for p in box.paragraphs), default=0) + 1


def _free_level(box: TextBox, pen: Pen) -> Xml:
    """The list style of text outside placeholders, which has no layout to lean on."""
    style = box.style
    look = {"sz": style.size * 100, "b": int(style.bold), "kern": 1200, "spc": style.tracking}
    default = el("a:defRPr", look, *_fill(box.color, pen), *font_xml(style.font, pen))
    return el(
        "a:lvl1pPr",
        {"marL": 0, "indent": 0, "algn": box.align, "rtl": int(box.rtl) if pen.writing.rtl else None},
        *spacing_xml(style, box.space_after),
        el("a:buNone"),
        default,
    )


def spacing_xml(style: TextStyle, space_after: Emu | None) -> tuple[Xml, ...]:
    """Line spacing in whole per cent, space before none, and space after in points (FIT.md 6)."""
    spacing = el("a:lnSpc", None, el("a:spcPct", {"val": style.spacing * 1000}))
    if space_after is None:
        return (spacing,)
    return (spacing, el("a:spcBef", None, el("a:spcPts", {"val": 0})), _space_after(space_after))


def _space_after(space: Emu) -> Xml:
    return el("a:spcAft", None, el("a:spcPts", {"val": round(space / _EMU_PER_SPC)}))


def font_xml(role: FontRole, pen: Pen) -> tuple[Xml, ...]:
    """The theme's face; only the monospaced one has a name of its own. Where all text is Latin, that alone is said."""
    if pen.writing.system:
        return typefaces(role, pen)
    return (el("a:latin", {"typeface": pen.fonts[role]}),)


def typefaces(role: FontRole, pen: Pen) -> tuple[Xml, ...]:
    """The face for Latin, and the theme's for the other scripts beside it."""
    script = "mj" if role == "major" else "mn"
    return (
        el("a:latin", {"typeface": pen.fonts[role]}),
        el("a:ea", {"typeface": f"+{script}-ea"}),
        el("a:cs", {"typeface": f"+{script}-cs"}),
    )


def run_defaults(style: TextStyle, pen: Pen, *, beside: TextStyle | None = None, color: Color | None = None) -> Xml:
    """`a:defRPr` with what `style` has unlike the layout's style, `beside` (None: all of it)."""
    attributes = {
        "sz": style.size * 100 if beside is None or beside.size != style.size else None,
        "b": int(style.bold) if beside is None or beside.bold != style.bold else None,
        "spc": style.tracking if beside is None or beside.tracking != style.tracking else None,
        "noProof": 1 if beside is None and style.font == "mono" else None,  # code is in no language
    }
    children = _fill(color, pen)
    if beside is None or beside.font != style.font:
        children += font_xml(style.font, pen)
    return el("a:defRPr", attributes, *children)


def _fill(color: Color | None, pen: Pen) -> tuple[Xml, ...]:
    return () if color is None else (pen.fill(color),)


def cell_paragraph(paragraph: Paragraph, pen: Pen, *, style: TextStyle, align: Align) -> Xml:
    """`a:p` of a table's cell. A table's style gives face, weight and colour but no size, so each run says it.

    Line spacing is exact: LibreOffice 7.4 takes the face's own height in cells, where 1.2 em is meant (FIT.md 3.2).
    """
    pitch = el("a:lnSpc", None, el("a:spcPts", {"val": cell_pitch(style)}))
    rtl = pen.writing.rtl if paragraph.rtl is None else paragraph.rtl
    # What a deck's text begins with holds in tables too, so a deck from right to left says both.
    said = {"algn": align, "rtl": int(rtl)} if pen.writing.rtl else {"algn": None if align == "l" else align}
    properties = el("a:pPr", said | ({"rtl": 1} if rtl else {}), pitch)
    runs = [_run(run, paragraph, pen, size=style) for run in paragraph.runs]
    end = () if runs else (el("a:endParaRPr", _look(Run(""), paragraph, pen, style)),)
    return el("a:p", None, properties, *runs, *end)


def cell_pitch(style: TextStyle) -> int:
    """The line spacing of a cell in hundredths of a point: 1.2 em."""
    return 120 * style.size


def paragraph(paragraph: Paragraph, pen: Pen, *, bullets: Color | None = None) -> Xml:
    """`a:p`: its own properties where it has any, its runs, and its end where that must be said.

    `bullets` is the colour of a bullet that the paragraph brings itself.
    """
    parts = [_run(run, paragraph, pen) for run in paragraph.runs]
    properties = _paragraph_properties(paragraph, bullets, pen)
    if properties is not None:
        parts.insert(0, properties)
    if paragraph.style is not None or not paragraph.runs:
        # The mark counts for the height of a line, so it has the size of the words before it (FIT.md 2.1).
        parts.append(el("a:endParaRPr", _look(Run(""), paragraph, pen), *_own_font(paragraph.style, pen)))
    return _PARAGRAPH.fill(join(parts))


def _paragraph_properties(paragraph: Paragraph, bullets: Color | None, pen: Pen) -> Xml | None:
    """`a:pPr`, or None where the paragraph is as its level has it."""
    own = (paragraph.style, paragraph.space_after, paragraph.margin, paragraph.indent, paragraph.bullet, paragraph.rtl)
    if own == _NONE and not paragraph.level:
        return None
    attributes = {
        "marL": paragraph.margin,
        "indent": paragraph.indent,
        "lvl": paragraph.level or None,
        "algn": paragraph.align,
        "rtl": None if paragraph.rtl is None else int(paragraph.rtl),
    }
    children: tuple[Xml, ...] = ()
    if paragraph.style is not None:
        children = spacing_xml(paragraph.style, paragraph.space_after)
    elif paragraph.space_after is not None:
        children = (_space_after(paragraph.space_after),)
    if paragraph.bullet is not None:
        children += bullet_xml(bullets, pen) if paragraph.bullet else (el("a:buNone"),)
    return el("a:pPr", attributes, *children)


def bullet_xml(color: Color | None, pen: Pen) -> tuple[Xml, ...]:
    """A bullet in the minor face and at the brand's size, where both renderers set it on the baseline
    (NATIVE.md 6)."""
    colored = () if color is None else (el("a:buClr", None, pen.color(color)),)
    return (
        *colored,
        el("a:buSzPct", {"val": pen.bullet.scale * 1000}),
        el("a:buFont", {"typeface": pen.fonts["minor"]}),
        el("a:buChar", {"char": pen.bullet.char}),
    )


def _run(run: Run, paragraph: Paragraph, pen: Pen, *, size: TextStyle | None = None) -> Xml:
    """`a:r`, or `a:br` for a line break: both carry the same properties, so both are as high.

    `size` is the style whose size and tracking are to be said, where the paragraph has none of its own.
    """
    if run.text == LINE_BREAK:
        return el("a:br", None, _run_properties(run, None, paragraph, pen, size))
    key = (
        run.bold,
        run.italic,
        run.color,
        run.baseline,
        run.tracking,
        run.link,
        run.script,
        run.style or paragraph.style,
        paragraph.bold,
        paragraph.color,
        size,
    )
    look = pen.looks.get(key)
    if look is None:
        look = pen.looks[key] = _run_pattern(run, paragraph, pen, size)
    return look.fill(text(run.text))


def _run_pattern(run: Run, paragraph: Paragraph, pen: Pen, size: TextStyle | None = None) -> Pattern:
    """`a:r` of a run's look, with a hole for its words."""
    plain = (run.color, run.link, run.style or paragraph.style, paragraph.color, run.script) == _PLAIN
    if size is None and plain:
        bold = True if run.bold else paragraph.bold
        return _plain_run(pen.language, bold, run.italic, run.tracking, run.baseline)
    return _worded(_run_properties(run, run.link, paragraph, pen, size))


@lru_cache(256)
def _plain_run(language: str, bold: bool | None, italic: bool, tracking: int | None, baseline: int) -> Pattern:
    """`a:r` of a run without colour, link or face of its own: it is the same in every part."""
    return _worded(el("a:rPr", _attributes(language, None, bold, italic, tracking, baseline)))


def _worded(properties: Xml) -> Pattern:
    """`a:r` with these properties and a hole for its words."""
    return Pattern(el("a:r", None, properties, el("a:t", None, HOLE)))


def _run_properties(run: Run, link: Link | None, paragraph: Paragraph, pen: Pen, size: TextStyle | None = None) -> Xml:
    """`a:rPr` (21.1.2.3.9): language and what the run has of its own. A link keeps the theme's
    hyperlink colour unless the run itself names one."""
    color = run.color or (paragraph.color if run.link is None else None)
    children = _fill(color, pen) + _run_font(run, paragraph, pen)
    if link is not None:
        children += (_click(link, pen, own_color=run.color is not None),)
    return el("a:rPr", _look(run, paragraph, pen, size), *children)


def _look(run: Run, paragraph: Paragraph, pen: Pen, size: TextStyle | None = None) -> dict[str, str | int | None]:
    """Attributes of a run's properties: only what differs from the list style."""
    style = run.style or paragraph.style
    bold = True if run.bold else paragraph.bold
    if bold is None and style is not None:
        bold = style.bold
    size = style or size
    tracking = run.tracking if run.tracking is not None or style is None else style.tracking
    if tracking is None and size is not None:
        tracking = size.tracking or None
    language = run.script.language if run.script else pen.language
    look = _attributes(language, size.size if size else None, bold, run.italic, tracking, run.baseline)
    if run.script is not None and pen.asian:
        look["altLang"] = pen.language
    return look


def _attributes(
    language: str, size: int | None, bold: bool | None, italic: bool, tracking: int | None, baseline: int
) -> dict[str, str | int | None]:
    """The attributes of `a:rPr`; what is None or nought is not said."""
    return {
        "lang": language,
        "sz": size and size * 100,
        "b": None if bold is None else int(bold),
        "i": 1 if italic else None,
        "spc": tracking,
        "baseline": baseline or None,
    }


def _own_font(style: TextStyle | None, pen: Pen) -> tuple[Xml, ...]:
    """The face of a paragraph or a run in a style of its own."""
    return () if style is None else font_xml(style.font, pen)


def _run_font(run: Run, paragraph: Paragraph, pen: Pen) -> tuple[Xml, ...]:
    """The same, with a run's own face for its writing system in its place (the schema wants latin, ea, cs)."""
    own = _own_font(run.style or paragraph.style, pen)
    if run.script is None or not run.script.slot or not run.script.typeface:
        return own
    named = el(f"a:{run.script.slot}", {"typeface": run.script.typeface})
    if len(own) < len(_SLOTS):
        return (*own, named)
    return tuple([named if slot == run.script.slot else face for slot, face in zip(_SLOTS, own, strict=True)])


def _click(link: Link, pen: Pen, *, own_color: bool) -> Xml:
    """A run's link."""
    return pen.click(link, *((_KEEP_COLOR,) if own_color else ()))
