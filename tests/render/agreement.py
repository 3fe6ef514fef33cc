"""Our pictures held against LibreOffice's of the same deck: how alike the pages are, and where each line stands.

LibreOffice seats lines otherwise than PowerPoint, and a scene's baselines stand between the two (FIT.md 2.1, NATIVE.md
2 and 4). How far apart the two are is known exactly for each style, so what is compared is what is left of it.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import uharfbuzz as hb
from PIL import Image

from deckgen.brand.tokens import MAX_SPACING
from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing, Element, Page, Words
from deckgen.drawing.lines import RAISED
from deckgen.fonts.faces import Face
from deckgen.fonts.measure import Measurer
from deckgen.fonts.renderers import HALVES_PER_PT, Grids
from deckgen.later import Later
from deckgen.layout.table import SEAT
from deckgen.scene import Chart, Formula, Group, Node, Slide, Table, TextBox, TextStyle
from deckgen.units import to_pt
from deckgen.write.png import painter_of, picture
from deckgen.write.png.painter import Painter
from deckgen.write.svg.faces import Faces
from tests.decks.library import Built
from tests.render.pdf import Glyph, pages
from tests.support.likeness import likeness, tone

WIDTH = 960
"""Pixels: one a point, at which letters are small marks and rules a pixel wide."""
ASIDE, APART = 6.0, 4.0
"""How far a line is looked for, in points: across, and down beside what is reckoned with."""


class Offset(NamedTuple):
    """A piece of a line: its words, and how far LibreOffice sets it right of ours and below, beside what is reckoned
    with. `dx` is that of its first letter or its last one, whichever is further off; `reach` is how far from where its
    line begins it ends."""

    text: str
    node: str
    reach: float
    dx: float
    dy: float


class Compared(NamedTuple):
    """A slide in both: how alike the pages are (1: the same), by how much the colours of any one place differ (of 255),
    its lines, and the words LibreOffice has elsewhere."""

    slide: Slide
    number: int
    alike: float
    tone: float
    offsets: tuple[Offset, ...]
    elsewhere: tuple[str, ...]

    @property
    def dx(self) -> Offset | None:
        """The line that is furthest off across."""
        return max(self.offsets, key=lambda offset: abs(offset.dx), default=None)

    @property
    def dy(self) -> Offset | None:
        """The line that is furthest off in height."""
        return max(self.offsets, key=lambda offset: abs(offset.dy), default=None)


class Pair:
    """A deck and LibreOffice's pages of it. Hidden slides have none there."""

    def __init__(self, built: Built, pdf: Path) -> None:
        brand = built.template.brand
        measurer = Measurer(brand.fonts, built.world, scripts=brand.scripts, writing=brand.writing)
        layouts = Later(built.template.layouts, lambda part: part.layout)
        self.drawing = Drawing(built.scene, brand, layouts, measurer)
        self.shown = [index for index, slide in enumerate(built.scene.slides) if not slide.hidden]
        self._pdf = pdf

    @cached_property
    def painter(self) -> Painter:
        """What draws our pictures."""
        return painter_of(self.drawing, Diagnostics())

    @cached_property
    def printed(self) -> list[tuple[Glyph, ...]]:
        """The glyphs of LibreOffice's pages."""
        return [page.glyphs for page in pages(self._pdf)]

    def ours(self, index: int, width: int = WIDTH) -> Image.Image:
        """Our picture of a slide, from 0."""
        return Image.open(io.BytesIO(picture(self.drawing.page(index), self.painter, width))).convert("RGB")

    def office(self, index: int, width: int = WIDTH) -> Image.Image:
        """LibreOffice's picture of a slide that it shows."""
        document = pypdfium2.PdfDocument(self._pdf)
        try:
            page = document[self.shown.index(index)]
            found = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
        finally:
            document.close()
        return found.resize((width, round(width * 540 / 960)))

    def compared(self) -> Iterator[Compared]:
        """Each slide that is shown, in both."""
        return (self.slide(index) for index in self.shown)

    def slide(self, index: int) -> Compared:
        """A slide that is shown, from 0, in both."""
        slide, page = self.drawing.deck.slides[index], self.drawing.page(index)
        offsets, elsewhere = self._lines(slide, page, self.printed[self.shown.index(index)])
        both = self.ours(index), self.office(index)
        return Compared(slide, index + 1, likeness(*both), tone(*both), tuple(offsets), tuple(elsewhere))

    def _lines(self, slide: Slide, page: Page, glyphs: Sequence[Glyph]) -> tuple[list[Offset], list[str]]:
        seats = Seats(slide.nodes, self.drawing.layouts[slide.layout].nodes, self.widths.descent)
        offsets: list[Offset] = []
        elsewhere: list[str] = []
        for line in lines([piece for piece in placed(page.elements) if not seats.is_set_by_office(piece.node)]):
            found = [(piece, _nearest(piece.words, seats.shift(piece), glyphs)) for piece in line]
            if not all(run for _, run in found):
                elsewhere.append("".join([piece.words.text for piece in line]))
                continue
            ways = [self._offsets(found, seats, share) for share in seats.shares(line[0])]
            offsets += min(ways, key=lambda way: max([abs(offset.dx) for offset in way]))
        return offsets, elsewhere

    def _offsets(self, found: Sequence[tuple[Placed, list[Glyph]]], seats: Seats, share: float) -> list[Offset]:
        """The offsets of a line's pieces, where LibreOffice's rounded advances push what stands beyond to the right;
        `share` of it is made up for at the line's beginning: 1 where it ends flush, a half where it is centred."""
        drifts = [self.widths.drift(piece.words) for piece, _ in found]
        drift = -share * sum([drift.whole for drift in drifts])
        start = found[0][0].words.x
        offsets: list[Offset] = []
        for (piece, run), own in zip(found, drifts, strict=True):
            first, last = self.widths.ends(piece.words)
            begins, ends = run[0].x - first - drift - own.first, run[-1].x - last - drift - own.last
            # A ligature's letters have one place in a PDF, so that the last of them can't be compared.
            joined = len(run) > 1 and run[-1].x - run[-2].x < 0.1
            dx = begins if joined or abs(begins) > abs(ends) else ends
            dy = run[0].y - piece.words.baseline - seats.shift(piece)
            offsets.append(Offset(piece.words.text, piece.node, piece.words.x + piece.words.width - start, dx, dy))
            drift += own.whole
        return offsets

    @cached_property
    def widths(self) -> Widths:
        """How wide words are here and there."""
        return Widths(self.painter.faces)


class Drift(NamedTuple):
    """Points by which LibreOffice's words are wider than ours: up to their first letter, to their last, and in all."""

    first: float
    last: float
    whole: float


class Widths:
    """How wide words are: ours, and LibreOffice's, whose advances are whole pixels of 1/600 inch (FIT.md 2)."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._office: dict[str, Face] = {}
        self._grids = Grids()

    def drift(self, words: Words) -> Drift:
        """By how much LibreOffice's are wider."""
        face = self._face(words.face)
        size = round(words.size)
        raised = abs(words.size - size) > 0.01
        grid = self._grids[
            "libreoffice",
            round(words.size / RAISED) if raised else size,
            raised,
            face.upem,
            round(words.tracking * 100),
        ]
        advances = face.shape(words.text, "ligated").advances
        wide = list(accumulate([grid[advance] / HALVES_PER_PT for advance in advances], initial=0.0))
        before, after = _blanks(words.text)
        first, last = self.ends(words)
        return Drift(wide[before] - first + words.x, wide[-2 - after] - last + words.x, wide[-1] - words.width)

    def descent(self, key: str) -> float:
        """How far a face reaches below its baseline, in em."""
        font = self._faces.face(key).shaper.font
        return -float(font.get_font_extents("ltr").descender) / self._face(key).upem

    def _face(self, key: str) -> Face:
        found = self._office.get(key)
        if found is None:
            found = self._office[key] = Face(hb.Blob(self._faces.face(key).file.data))
        return found

    def ends(self, words: Words) -> tuple[float, float]:
        """Where our first letter stands and our last one that is no blank."""
        fit, upem = self._faces.fit(words), self._faces.face(words.face).shaper.upem
        pens = [words.x]
        for cluster in self._faces.clusters(words):
            wide = cluster.advance * words.size / upem * fit.stretch
            pens.append(pens[-1] + wide + (fit.spacing if cluster.advance else 0))
        before, after = _blanks(words.text)
        return pens[before], pens[-2 - after]


def _blanks(text: str) -> tuple[int, int]:
    """How many blanks a text begins with, and ends with."""
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


class Placed(NamedTuple):
    """Words with the node and the paragraph they are of, as far as the drawing says, and whether they are a label."""

    words: Words
    node: str
    paragraph: int | None


def placed(elements: Iterable[Element], node: str = "", paragraph: int | None = None) -> Iterator[Placed]:
    """The words of elements; bullets aside, which LibreOffice lifts (NATIVE.md 6)."""
    for element in elements:
        if element.role == "Lbl":
            continue
        own = element.paragraph if element.paragraph is not None else paragraph
        name = element.node or node
        for child in element.children:
            if isinstance(child, Words):
                yield Placed(child, name, own)
            elif isinstance(child, Element):
                yield from placed([child], name, own)


def lines(pieces: Iterable[Placed]) -> Iterator[list[Placed]]:
    """The pieces that stand one after another on a line; blanks by themselves are left out."""
    line: list[Placed] = []
    end = 0.0
    for piece in pieces:
        words = piece.words
        if line and (piece.node != line[-1].node or abs(words.x - end) > 0.01):
            yield line
            line = []
        end = words.x + words.width
        if bare(words.text):
            line.append(piece)
    if line:
        yield line


class Seats:
    """How far below ours LibreOffice's baselines are meant to be, by node."""

    def __init__(self, nodes: Iterable[Node], art: Iterable[Node], descent: Callable[[str], float]) -> None:
        found = [*_nodes(nodes), *_nodes(art)]
        self._descent = descent
        self._boxes = {node.name: node for node in found if isinstance(node, TextBox)}
        self._tables = {node.name for node in found if isinstance(node, Table)}
        self._office = {node.name for node in found if isinstance(node, Chart | Formula)}

    def is_set_by_office(self, node: str) -> bool:
        """Whether LibreOffice sets a node's words where it sees fit: those of charts, and formulas."""
        return node in self._office

    def shares(self, piece: Placed) -> tuple[float, ...]:
        """How much of what a line is wider its beginning may have made up for: a half where it is centred."""
        box = self._boxes.get(piece.node)
        if box is None:  # a table's cells have columns that end flush, and some that are centred
            return (0, 0.5, 1)
        own = box.paragraphs[piece.paragraph].align if piece.paragraph is not None else None
        return ({"l": 0, "ctr": 0.5, "r": 1}[own or box.align],)

    def shift(self, piece: Placed) -> float:
        """Points that LibreOffice's baseline is below ours."""
        if piece.node in self._tables:
            # A line of fixed height ends with the face's own descent there, others with a fifth of an em.
            return (1.2 - self._descent(piece.words.face) - SEAT) * piece.words.size
        box = self._boxes.get(piece.node)
        if box is None:
            return 0.0
        paragraph = box.paragraphs[piece.paragraph] if piece.paragraph is not None else box.paragraphs[0]
        shift = _seat(paragraph.highest(box.style))
        if box.anchor == "b":
            last = box.paragraphs[-1].style or box.style
            shift += to_pt(last.foot + last.seat - last.pitch)
        return shift


def _nodes(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from _nodes(node.nodes)


def _seat(style: TextStyle) -> float:
    """How far below the scene's seat LibreOffice's is, in points (NATIVE.md 2)."""
    part = style.spacing / 100
    em = 0.96 * part if style.spacing <= MAX_SPACING else 1.2 * part - 0.2
    return em * style.size - to_pt(style.seat)


def _nearest(words: Words, shift: float, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs that say these words near their place; none where they are not there."""
    left, right, y = words.x - ASIDE, words.x + words.width + ASIDE, words.baseline + shift
    near = sorted([g for g in glyphs if left <= g.x <= right and abs(g.y - y) <= APART], key=lambda g: g.x)
    wanted = bare(words.text)
    read = "".join([g.text for g in near])
    starts: list[int] = []
    at = read.find(wanted)
    while at >= 0:
        starts.append(at)
        at = read.find(wanted, at + 1)
    # A sign may be read as several characters; here each glyph is one.
    runs = [near[start : start + len(wanted)] for start in starts if len(read) == len(near)]
    return min(runs, key=lambda run: abs(run[0].x - words.x), default=[])


def bare(text: str) -> str:
    """Words as a PDF's glyphs say them: no blanks, no compatibility characters."""
    return "".join(unicodedata.normalize("NFKC", text).split())
