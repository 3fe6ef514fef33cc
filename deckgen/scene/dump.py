"""The scene as text: what golden tests compare and reviewers read.

Points with one decimal, one fact a line where it may change alone, so that a diff says what moved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import assert_never

from deckgen.scene.build import Reveal
from deckgen.scene.chart import Chart, ChartAxis, ChartLabel, ChartLook, ChartSeries
from deckgen.scene.diagram import BoxLook, Connector, End
from deckgen.scene.film import Video
from deckgen.scene.image import Crop, Image
from deckgen.scene.math import Formula
from deckgen.scene.nodes import (
    Deck,
    Group,
    Node,
    Path,
    Picture,
    Rule,
    Shape,
    Slide,
    TextBox,
)
from deckgen.scene.table import Cell, Table
from deckgen.scene.text import LINE_BREAK, Color, Line, Link, Paragraph, Run, TextStyle
from deckgen.units import Emu, Rect, to_pt


def dump(scene: Deck | Slide) -> str:
    """`scene` as text, ending in a newline. Spans are left out: moving a file changes no slide."""
    lines = _deck(scene) if isinstance(scene, Deck) else _slide(scene)
    return "".join(f"{line}\n" for line in lines)


def _deck(deck: Deck) -> Iterator[str]:
    yield _said(
        f'deck "{deck.title}"',
        f"brand {deck.brand}",
        deck.language,
        f"audience {deck.audience}",
        _named("author", deck.author),
        _named("subject", deck.subject),
        _named("source", deck.source),
    )
    for slide in deck.slides:
        yield ""
        yield from _slide(slide)


def _slide(slide: Slide) -> Iterator[str]:
    minutes = "" if slide.minutes is None else f"{slide.minutes:g} min"
    yield _said(
        f"slide {slide.id}",
        f'{slide.kind} on "{slide.layout}"',
        slide.language,
        _named("section", slide.section or ""),
        _named("footer", slide.footer),
        minutes,
        "hidden" if slide.hidden else "",
        f"transition {slide.transition}" if slide.transition else "",
    )
    yield f'  title "{slide.title}"'
    for node in slide.nodes:
        yield from _indent(_node(node))
    for number, step in enumerate(slide.build, 1):
        yield f"  click {number}"
        yield from (f"    {_reveal(reveal)}" for reveal in step)
    if slide.notes:
        yield "  notes"
        yield from _indent(line for paragraph in slide.notes for line in _indent(_paragraph(paragraph)))


def _reveal(reveal: Reveal) -> str:
    part = "" if reveal.first is None else f"¶ {reveal.first}–{reveal.last}"
    series = "" if reveal.series is None else f"series {reveal.series}"
    return _said(reveal.node, part, series, f"{reveal.effect.name} {reveal.effect.ms} ms", _flag("after", reveal.after))


def _node(node: Node) -> Iterator[str]:
    match node:
        case TextBox():
            yield from _text_box(node)
        case Picture():
            yield from _picture(node)
        case Video():
            yield from _video(node)
        case Shape():
            yield _shape(node)
        case Rule():
            line = f"{_pt(node.width)} {_color(node.color)}"
            yield _said(
                f"rule {node.name}", _rect(node.rect), line, f"arrow at {node.head}" if node.head else "", _mark(node)
            )
        case Connector():
            yield _connector(node)
        case Group():
            yield _said(f"group {node.name}", _rect(node.rect), _named("alt", node.alt), _mark(node))
            for inner in node.nodes:
                yield from _indent(_node(inner))
        case Formula():
            yield _said(f"formula {node.name}", _rect(node.rect), _place(node), f"{node.size} pt", _color(node.color))
            yield f"  {_pt(node.width)}×{_pt(node.height)}  {node.text}"
            yield f"  alt {node.alt}"
        case Table():
            yield from _table(node)
        case Chart():
            yield from _chart(node)
        case _:
            assert_never(node)


def _text_box(box: TextBox) -> Iterator[str]:
    yield _said(f"text {box.name}", _rect(box.rect), _place(box), _look(box.look), _mark(box), _link(box.click))
    yield "  " + _said(
        _style(box.style),
        _flag("restyled", box.restyled),
        _length("gap", box.space_after or None),
        _length("inset", box.right_inset or None),
        _flag(f"anchor {box.anchor}", box.anchor != "t"),
        _flag(f"align {box.align}", box.align != "l"),
        _color(box.color),
        _flag("one line", not box.wrap),
        _flag("rtl", box.rtl),
    )
    for number, paragraph in enumerate(box.paragraphs):
        yield from _indent(_paragraph(paragraph))
        yield from _indent(_line(line) for line in box.lines if line.paragraph == number)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    style = _style(paragraph.style) if paragraph.style else ""
    yield _said(
        "¶",
        _flag(f"level {paragraph.level}", paragraph.level != 0),
        style,
        _length("gap", paragraph.space_after),
        _length("margin", paragraph.margin),
        _length("indent", paragraph.indent),
        _color(paragraph.color),
        {None: "", True: "bold", False: "regular"}[paragraph.bold],
        {None: "", True: "bullet", False: "no bullet"}[paragraph.bullet],
        {None: "", True: "rtl", False: "ltr"}[paragraph.rtl],
        f"align {paragraph.align}" if paragraph.align else "",
    )
    for run in paragraph.runs:
        yield "  " + _run(run)


def _run(run: Run) -> str:
    if run.text == LINE_BREAK:
        return "break"
    baseline = "" if run.baseline == 0 else "raised" if run.baseline > 0 else "lowered"
    tracking = "" if run.tracking is None else f"tracking {run.tracking}"
    return _said(
        f'"{run.text}"',
        _flag("bold", run.bold),
        _flag("italic", run.italic),
        baseline,
        _color(run.color),
        _link(run.link),
        tracking,
        f"{run.script.language} {run.script.typeface}".rstrip() if run.script else "",
    )


def _line(line: Line) -> str:
    return f"| {_pt(line.x)} {_pt(line.baseline)} {_pt(line.width)}  {line.text}"


def _picture(picture: Picture) -> Iterator[str]:
    image = picture.image
    yield _said(f"picture {picture.name}", _rect(picture.rect), _place(picture), _mark(picture))
    yield "  " + _said(
        _image(image),
        _crop(picture.crop),
        _named("alt", picture.alt),
    )


def _video(video: Video) -> Iterator[str]:
    yield _said(f"video {video.name}", _rect(video.rect), _place(video), _mark(video))
    film = video.film
    if film is not None:
        yield f"  {film.format} {film.width}×{film.height} {film.ms / 1000:g} s {film.sha256[:12]}"
    else:
        yield f"  -> {video.link}"
    yield "  " + _said("poster", _image(video.poster), _crop(video.crop), _named("alt", video.alt))
    if video.captions is not None:
        captions = video.captions
        yield f'  captions "{captions.label}" {captions.language} {captions.sha256[:12]}'


def _image(image: Image) -> str:
    """A drawing's twin is made of it, so that it alone says what shows."""
    shown = image.vector or image
    return f"{shown.format} {shown.width}×{shown.height} {shown.sha256[:12]}"


def _shape(shape: Shape) -> str:
    outline = _path(shape.geometry) if isinstance(shape.geometry, Path) else shape.geometry
    ends = " round" if shape.round else ""
    stroke = f"stroke {_pt(shape.stroke_width)} {_color(shape.stroke)}{ends}" if shape.stroke else ""
    return _said(
        f"shape {shape.name}",
        _rect(shape.rect),
        outline,
        f"fill {_color(shape.fill)}" if shape.fill else "",
        stroke,
        _named("alt", shape.alt),
        _mark(shape),
    )


def _table(table: Table) -> Iterator[str]:
    yield _said(f"table {table.name}", _rect(table.rect), _place(table), _mark(table), _named("alt", table.alt))
    yield "  " + _said(
        "columns " + " ".join(map(_pt, table.columns)),
        _flag("header", table.header),
        _flag("first column", table.first_column),
        _flag("last column", table.last_column),
        _flag("banded", table.banded),
    )
    for row in table.rows:
        yield f"  row {_pt(row.height)}"
        for cell in row.cells:
            yield from _indent(_indent(_cell(cell)))


def _cell(cell: Cell) -> Iterator[str]:
    if cell.covered:
        yield f"cell covered {cell.covered}"
        return
    yield _said(
        "cell",
        _style(cell.style),
        _flag(f"{cell.columns} columns", cell.columns > 1),
        _flag(f"{cell.rows} rows", cell.rows > 1),
        "margins " + " ".join(map(_pt, (cell.left, cell.top, cell.right, cell.bottom))),
        _flag(f"anchor {cell.anchor}", cell.anchor != "ctr"),
        _flag(f"align {cell.align}", cell.align != "l"),
        f"fill {_color(cell.fill)}" if cell.fill else "",
    )
    for number, paragraph in enumerate(cell.paragraphs):
        yield from _indent(_paragraph(paragraph))
        yield from _indent(_line(line) for line in cell.lines if line.paragraph == number)


def _look(look: BoxLook | None) -> str:
    if look is None:
        return ""
    fill = f"fill {_color(look.fill)}" if look.fill else ""
    stroke = f"stroke {_pt(look.stroke_width)} {_color(look.stroke)}" if look.stroke else ""
    return _said(fill, stroke, f"insets {_pt(look.inset_x)} {_pt(look.inset_y)}")


def _connector(line: Connector) -> str:
    course = " – ".join(f"{_pt(x)},{_pt(y)}" for x, y in line.points)
    return _said(
        f"connector {line.name}",
        f"{_end(line.start)} -> {_end(line.end)}",
        course,
        f"{_pt(line.width)} {_color(line.color)}",
        _flag("curved", line.curved),
        _flag("arrow", line.head),
        _mark(line),
    )


def _end(end: End) -> str:
    return f"{end.node}:{end.site}"


def _chart(chart: Chart) -> Iterator[str]:
    yield _said(f"chart {chart.name}", chart.form, _rect(chart.rect), _place(chart), _mark(chart))
    bars = f"gap {chart.gap} overlap {chart.overlap}" if chart.form in ("bar", "column", "stacked") else ""
    hole = f"hole {chart.hole}%" if chart.form == "doughnut" else ""
    yield "  " + _said(
        f"plot {_rect(chart.plot)}",
        _chart_look(chart.look),
        bars,
        hole,
        f"on {_color(chart.ground)}",
        _flag("rtl", chart.rtl),
    )
    yield f'  alt "{chart.alt}"'
    yield "  categories " + " | ".join(chart.categories)
    for name, axis in (("category", chart.category_axis), ("value", chart.value_axis)):
        if axis is not None:
            yield f"  {name} axis  {_axis(axis)}"
    for series in chart.series:
        yield from _indent(_series(series))
    for words in chart.words:
        yield "  " + _said(_line(words.line), _chart_look(words.look))


def _axis(axis: ChartAxis) -> str:
    scale = f"{axis.low} to {axis.high} by {axis.step}" if axis.high else ""
    return _said(
        "shown" if axis.shown else "hidden",
        scale,
        axis.format if axis.high else "",
        _flag(f"every {axis.skip}", axis.skip > 1),
        f"grid {_color(axis.grid)}" if axis.grid else "",
        f"line {_color(axis.line)}" if axis.line else "",
        _named("title", axis.title),
        _chart_look(axis.look),
    )


def _series(series: ChartSeries) -> Iterator[str]:
    yield _said(
        f'series "{series.name}"',
        f"drawn {series.order}",
        _color(series.color),
        _length("stroke", series.stroke or None),
        _flag(f"marker {series.marker}", series.marker > 0),
        f"tint {_color(series.tint)}" if series.tint else "",
        series.format,
    )
    yield "  values " + " ".join("–" if value is None else value for value in series.values)
    if series.label:
        yield "  " + _label(series.label)
    for point in series.points:
        yield "  " + _said(
            f"point {point.index}",
            _color(point.fill),
            _flag(f"marker {point.marker}", point.marker > 0),
            _label(point.label) if point.label else "",
        )


def _label(label: ChartLabel) -> str:
    shift = f"shift {_pt(label.shift)}" if label.shift else ""
    return _said(
        f"label {label.shows} {label.place}", _named("text", label.text), label.format, _chart_look(label.look), shift
    )


def _chart_look(look: ChartLook) -> str:
    return _said(_style(look.style), _flag("in bold", look.bold), _color(look.color))


def _path(path: Path) -> str:
    digest = hashlib.sha256(repr((path.w, path.h, path.commands)).encode()).hexdigest()
    return f"path of {len(path.commands)} ({digest[:8]})"


def _place(node: TextBox | Picture | Video | Table | Formula | Chart) -> str:
    if node.placeholder is None:
        return "free"
    # A table or chart stands where it says, wherever its placeholder is.
    moved = not isinstance(node, Table | Chart) and node.moved
    return f"{node.placeholder.type} {node.placeholder.idx}{' moved' if moved else ''}"


def _style(style: TextStyle) -> str:
    weight = " bold" if style.bold else ""
    tracking = f" tracking {style.tracking}" if style.tracking else ""
    return f"{style.name} {style.size}/{style.spacing}% {style.font}{weight}{tracking}"


def _color(color: Color | None) -> str:
    if color is None:
        return ""
    mod = "" if color.lum_mod is None else f"*{color.lum_mod / 1000:g}"
    off = "" if color.lum_off is None else f"+{color.lum_off / 1000:g}"
    return f"{color.slot}{mod}{off}"


def _link(link: Link | None) -> str:
    if link is None:
        return ""
    return f"-> slide {link.slide}" if link.slide is not None else f"-> {link.url}"


def _crop(crop: Crop) -> str:
    if crop == Crop():
        return ""
    sides = (crop.left, crop.top, crop.right, crop.bottom)
    return "crop " + " ".join(f"{side / 1000:.1f}%" for side in sides)


def _rect(rect: Rect) -> str:
    return f"{_pt(rect.x)},{_pt(rect.y)} {_pt(rect.w)}×{_pt(rect.h)}"


def _pt(length: Emu) -> str:
    # + 0.0 turns -0.0, which says nothing but differs, into 0.0.
    return f"{round(to_pt(length), 1) + 0.0:.1f}"


def _length(name: str, length: Emu | None) -> str:
    return "" if length is None else f"{name} {_pt(length)}"


def _mark(node: Node) -> str:
    return _flag("decorative", not isinstance(node, Formula) and node.decorative)


def _flag(word: str, on: bool) -> str:
    return word if on else ""


def _named(name: str, value: str) -> str:
    return f'{name} "{value}"' if value else ""


def _said(*facts: str) -> str:
    return "  ".join(fact for fact in facts if fact)


def _indent(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
