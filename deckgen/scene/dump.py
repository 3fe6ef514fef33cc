"""The scene as text: what golden tests compare and reviewers read.

Points with one decimal, one fact a line where it may change alone, so that a diff says what moved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import assert_never

from deckgen.scene import facts
from deckgen.scene.build import Reveal
from deckgen.scene.chart import Chart
from deckgen.scene.diagram import BoxLook, Connector, End
from deckgen.scene.dump_chart import chart_lines
from deckgen.scene.film import Video
from deckgen.scene.image import Image
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
from deckgen.scene.text import LINE_BREAK, Paragraph, Run


def dump(scene: Deck | Slide) -> str:
    """`scene` as text, ending in a newline. Spans are left out: moving a file changes no slide."""
    lines = _deck(scene) if isinstance(scene, Deck) else _slide(scene)
    return "".join(f"{line}\n" for line in lines)


def _deck(deck: Deck) -> Iterator[str]:
    yield facts.said(
        f'deck "{deck.title}"',
        f"brand {deck.brand}",
        deck.language,
        f"audience {deck.audience}",
        facts.named("author", deck.author),
        facts.named("subject", deck.subject),
        facts.named("source", deck.source),
    )
    for slide in deck.slides:
        yield ""
        yield from _slide(slide)


def _slide(slide: Slide) -> Iterator[str]:
    minutes = "" if slide.minutes is None else f"{slide.minutes:g} min"
    yield facts.said(
        f"slide {slide.id}",
        f'{slide.kind} on "{slide.layout}"',
        slide.language,
        facts.named("section", slide.section or ""),
        facts.named("footer", slide.footer),
        minutes,
        "hidden" if slide.hidden else "",
        f"transition {slide.transition}" if slide.transition else "",
    )
    yield f'  title "{slide.title}"'
    if slide.outline:
        yield f'  outline "{slide.outline}"'
    for node in slide.nodes:
        yield from facts.indent(_node(node))
    for number, step in enumerate(slide.build, 1):
        yield f"  click {number}"
        yield from (f"    {_reveal(reveal)}" for reveal in step)
    if slide.notes:
        yield "  notes"
        yield from facts.indent(line for paragraph in slide.notes for line in facts.indent(_paragraph(paragraph)))


def _reveal(reveal: Reveal) -> str:
    part = "" if reveal.first is None else f"¶ {reveal.first}–{reveal.last}"
    series = "" if reveal.series is None else f"series {reveal.series}"
    return facts.said(
        reveal.node, part, series, f"{reveal.effect.name} {reveal.effect.ms} ms", facts.flag("after", reveal.after)
    )


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
            line = f"{facts.pt(node.width)} {facts.color(node.color)}"
            yield facts.said(
                f"rule {node.name}",
                facts.rect(node.rect),
                line,
                f"arrow at {node.head}" if node.head else "",
                facts.mark(node),
            )
        case Connector():
            yield _connector(node)
        case Group():
            yield facts.said(
                f"group {node.name}", facts.rect(node.rect), facts.named("alt", node.alt), facts.mark(node)
            )
            for inner in node.nodes:
                yield from facts.indent(_node(inner))
        case Formula():
            yield facts.said(
                f"formula {node.name}",
                facts.rect(node.rect),
                facts.place(node),
                f"{node.size} pt",
                facts.color(node.color),
            )
            yield f"  {facts.pt(node.width)}×{facts.pt(node.height)}  {node.text}"
            yield f"  alt {node.alt}"
        case Table():
            yield from _table(node)
        case Chart():
            yield from chart_lines(node)
        case _:
            assert_never(node)


def _text_box(box: TextBox) -> Iterator[str]:
    yield facts.said(
        f"text {box.name}",
        facts.rect(box.rect),
        facts.place(box),
        _look(box.look),
        facts.mark(box),
        facts.link(box.click),
    )
    yield "  " + facts.said(
        facts.style(box.style),
        facts.flag("restyled", box.restyled),
        facts.length("gap", box.space_after or None),
        facts.length("inset", box.right_inset or None),
        facts.flag(f"anchor {box.anchor}", box.anchor != "t"),
        facts.flag(f"align {box.align}", box.align != "l"),
        facts.color(box.color),
        facts.flag("one line", not box.wrap),
        facts.flag("rtl", box.rtl),
    )
    for number, paragraph in enumerate(box.paragraphs):
        yield from facts.indent(_paragraph(paragraph))
        yield from facts.indent(facts.line(line) for line in box.lines if line.paragraph == number)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    style = facts.style(paragraph.style) if paragraph.style else ""
    yield facts.said(
        "¶",
        facts.flag(f"level {paragraph.level}", paragraph.level != 0),
        style,
        facts.length("gap", paragraph.space_after),
        facts.length("margin", paragraph.margin),
        facts.length("indent", paragraph.indent),
        facts.color(paragraph.color),
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
    return facts.said(
        f'"{run.text}"',
        facts.style(run.style) if run.style else "",
        facts.flag("bold", run.bold),
        facts.flag("italic", run.italic),
        baseline,
        facts.color(run.color),
        facts.link(run.link),
        tracking,
        f"{run.script.language} {run.script.typeface}".rstrip() if run.script else "",
    )


def _picture(picture: Picture) -> Iterator[str]:
    image = picture.image
    yield facts.said(f"picture {picture.name}", facts.rect(picture.rect), facts.place(picture), facts.mark(picture))
    yield "  " + facts.said(
        _image(image),
        facts.crop(picture.crop),
        facts.named("alt", picture.alt),
    )


def _video(video: Video) -> Iterator[str]:
    yield facts.said(f"video {video.name}", facts.rect(video.rect), facts.place(video), facts.mark(video))
    film = video.film
    if film is not None:
        yield f"  {film.format} {film.width}×{film.height} {film.ms / 1000:g} s {film.sha256[:12]}"
    else:
        yield f"  -> {video.link}"
    yield "  " + facts.said("poster", _image(video.poster), facts.crop(video.crop), facts.named("alt", video.alt))
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
    stroke = f"stroke {facts.pt(shape.stroke_width)} {facts.color(shape.stroke)}{ends}" if shape.stroke else ""
    return facts.said(
        f"shape {shape.name}",
        facts.rect(shape.rect),
        outline,
        f"fill {facts.color(shape.fill)}" if shape.fill else "",
        stroke,
        facts.named("alt", shape.alt),
        facts.mark(shape),
    )


def _table(table: Table) -> Iterator[str]:
    yield facts.said(
        f"table {table.name}",
        facts.rect(table.rect),
        facts.place(table),
        facts.mark(table),
        facts.named("alt", table.alt),
    )
    yield "  " + facts.said(
        "columns " + " ".join(map(facts.pt, table.columns)),
        facts.flag("header", table.header),
        facts.flag("first column", table.first_column),
        facts.flag("last column", table.last_column),
        facts.flag("banded", table.banded),
    )
    for row in table.rows:
        yield f"  row {facts.pt(row.height)}"
        for cell in row.cells:
            yield from facts.indent(facts.indent(_cell(cell)))


def _cell(cell: Cell) -> Iterator[str]:
    if cell.covered:
        yield f"cell covered {cell.covered}"
        return
    yield facts.said(
        "cell",
        facts.style(cell.style),
        facts.flag(f"{cell.columns} columns", cell.columns > 1),
        facts.flag(f"{cell.rows} rows", cell.rows > 1),
        "margins " + " ".join(map(facts.pt, (cell.left, cell.top, cell.right, cell.bottom))),
        facts.flag(f"anchor {cell.anchor}", cell.anchor != "ctr"),
        facts.flag(f"align {cell.align}", cell.align != "l"),
        f"fill {facts.color(cell.fill)}" if cell.fill else "",
    )
    for number, paragraph in enumerate(cell.paragraphs):
        yield from facts.indent(_paragraph(paragraph))
        yield from facts.indent(facts.line(line) for line in cell.lines if line.paragraph == number)


def _look(look: BoxLook | None) -> str:
    if look is None:
        return ""
    fill = f"fill {facts.color(look.fill)}" if look.fill else ""
    stroke = f"stroke {facts.pt(look.stroke_width)} {facts.color(look.stroke)}" if look.stroke else ""
    return facts.said(fill, stroke, f"insets {facts.pt(look.inset_x)} {facts.pt(look.inset_y)}")


def _connector(line: Connector) -> str:
    course = " – ".join(f"{facts.pt(x)},{facts.pt(y)}" for x, y in line.points)
    return facts.said(
        f"connector {line.name}",
        f"{_end(line.start)} -> {_end(line.end)}",
        course,
        f"{facts.pt(line.width)} {facts.color(line.color)}",
        facts.flag("curved", line.curved),
        facts.flag("arrow", line.head),
        facts.mark(line),
    )


def _end(end: End) -> str:
    return f"{end.node}:{end.site}"


def _path(path: Path) -> str:
    digest = hashlib.sha256(repr((path.w, path.h, path.commands)).encode()).hexdigest()
    return f"path of {len(path.commands)} ({digest[:8]})"
