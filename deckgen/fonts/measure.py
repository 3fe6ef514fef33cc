"""Text measured in a brand's faces: what renderers will make of a paragraph in a box of some width.

Three renderers are reckoned with (FIT.md 1.2, 2, 3): PowerPoint, LibreOffice 7.4, and one that
rounds nothing. Text that fits must fit in all of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from deckgen.brand.model import FontFamily
from deckgen.fonts.breaking import SOFT_HYPHEN, Opportunities, Widths, office_opportunities, opportunities
from deckgen.fonts.faces import Face, FaceSet
from deckgen.fonts.paragraphs import Prepared, Segment, SetLine, SetParagraph, prepared
from deckgen.fonts.renderers import HALVES, Grid, Model, shaping
from deckgen.fonts.twins import margin
from deckgen.scene import LINE_BREAK, FontRole, Paragraph, Run, TextStyle
from deckgen.units import Emu
from deckgen.world import World

__all__ = ["Measurer", "Model", "SetLine", "SetParagraph"]

MAX_PREPARED = 1_500
"""Paragraphs kept ready for another width; one of 150 characters takes 16 kB."""
_MODELS: tuple[Model, ...] = ("powerpoint", "libreoffice", "ideal")


class _Piece(Struct, frozen=True):
    """A run in its face. `last` is that of its paragraph."""

    text: str
    face: Face
    size: int
    raised: bool
    tracking: int
    last: bool
    link: bool


class Measurer:
    """Measures text in a brand's faces. What it has shaped and scaled it keeps until `clear`."""

    def __init__(self, fonts: Mapping[FontRole, FontFamily], world: World) -> None:
        self._faces = FaceSet(fonts, world)
        self._margins = {role: margin(family) for role, family in fonts.items()}
        self._prepared: dict[tuple[tuple[Run, ...], TextStyle, bool | None], Prepared] = {}
        self._grids: dict[tuple[Model, int, bool, int, int], Grid] = {}

    def set_paragraph(self, paragraph: Paragraph, style: TextStyle, *, first: Emu, rest: Emu) -> SetParagraph:
        """`paragraph` in lines, the first with room for `first` and the others for `rest` (EMU).

        Asking again at another width costs a twentieth of the first time.
        """
        return self._prepare(paragraph, style).set(first * HALVES, rest * HALVES)

    def break_lines(
        self, paragraph: Paragraph, style: TextStyle, *, first: Emu, rest: Emu, model: Model = "powerpoint"
    ) -> tuple[SetLine, ...]:
        """The lines that one renderer makes, without margin."""
        found = self._prepare(paragraph, style)
        return found.lines(found.broken(model, first * HALVES, rest * HALVES))

    def advance(self, text: str, style: TextStyle, *, bold: bool | None = None, italic: bool = False) -> Emu:
        """The width of `text` on one line in PowerPoint, in EMU; `bold` None means: as the style is."""
        run = Run(text, bold=style.bold if bold is None else bold, italic=italic)
        paragraph = Paragraph((run,), bold=run.bold)
        return -(-self._all(self._pieces([run], paragraph, style, last=True), "powerpoint")[0][-1] // HALVES)

    def missing(self, paragraph: Paragraph, style: TextStyle) -> str:
        """The characters that the paragraph's faces have no glyphs for, each once."""
        style = paragraph.style or style
        found = ""
        for run in paragraph.runs:
            found += self._faces.face(style.font, _bold(run, paragraph, style), run.italic).missing(run.text)
        return "".join(dict.fromkeys(found))

    def clear(self) -> None:
        """Forget what was shaped and scaled; results stay the same."""
        self._prepared.clear()
        self._grids.clear()
        self._faces.clear()

    def _prepare(self, paragraph: Paragraph, style: TextStyle) -> Prepared:
        style = paragraph.style or style
        key = (paragraph.runs, style, paragraph.bold)
        found = self._prepared.get(key)
        if found is None:
            if len(self._prepared) >= MAX_PREPARED:
                self._prepared.clear()
            found = self._prepared[key] = self._measured(paragraph, style)
        return found

    def _measured(self, paragraph: Paragraph, style: TextStyle) -> Prepared:
        """The stretches between typed line breaks, measured for every renderer."""
        stretches: list[list[Run]] = [[]]
        for run in paragraph.runs:
            if run.text == LINE_BREAK:
                stretches.append([])
            elif run.text:
                stretches[-1].append(run)
        segments: list[Segment] = []
        links: list[tuple[str, int]] = []
        for index, runs in enumerate(stretches):
            pieces = self._pieces(runs, paragraph, style, last=index == len(stretches) - 1)
            segments.append(self._segment(pieces))
            links += [(p.text, self._all([p], "libreoffice")[0][-1]) for p in pieces if p.link]
        return prepared(segments, links, self._margins[style.font])

    def _pieces(
        self, runs: Sequence[Run], paragraph: Paragraph, style: TextStyle, *, last: bool
    ) -> list[_Piece]:
        return [
            _Piece(
                run.text,
                self._faces.face(style.font, _bold(run, paragraph, style), run.italic),
                style.size,
                run.baseline != 0,
                style.tracking if run.tracking is None else run.tracking,
                last and index == len(runs) - 1,
                run.link is not None,
            )
            for index, run in enumerate(runs)
        ]

    def _segment(self, pieces: Sequence[_Piece]) -> Segment:
        text = "".join([piece.text for piece in pieces])
        plain = opportunities(text)
        office = office_opportunities(text, plain, _links(pieces))
        models: dict[Model, tuple[Opportunities, Widths]] = {}
        for model in _MODELS:
            at = office if model == "libreoffice" else plain
            models[model] = at, self._widths(text, pieces, at, model)
        return Segment(text, models)

    def _widths(self, text: str, pieces: Sequence[_Piece], at: Opportunities, model: Model) -> Widths:
        whole, inside = self._all(pieces, model)
        trims = [whole[place] for place in at.trims]
        if SOFT_HYPHEN in text and model != "libreoffice":  # That leaves the hyphen's width out.
            hyphen = self._all([_hyphen(pieces[0])], model)[0][-1]
            trims = [
                width + hyphen if place and text[place - 1] == SOFT_HYPHEN else width
                for place, width in zip(at.trims, trims, strict=True)
            ]
        return Widths(whole, trims, [whole[place] for place in at.ends], inside)

    def _all(self, pieces: Sequence[_Piece], model: Model) -> tuple[Sequence[int], frozenset[int]]:
        """Cumulative widths, with 0 before the first character, and the places inside clusters."""
        whole, inside = array("q", (0,)), frozenset[int]()
        for piece in pieces:
            grid = self._grid(model, piece)
            shaped = piece.face.shape(piece.text, shaping(model, piece.size))
            widths = list(map(grid.__getitem__, shaped.advances))
            if model == "libreoffice" and (grid.tracking < 0 or piece.last or piece.link) and widths:
                # LibreOffice does not condense a run's last sign, nor spread that of a paragraph or a link.
                widths[-1] -= grid.tracking
            if shaped.starts is not None:
                widths = _by_character(len(piece.text), shaped.starts, widths)
            if shaped.inside:
                offset = len(whole) - 1
                inside = inside.union([place + offset for place in shaped.inside])
            whole.extend(accumulate(widths, initial=whole.pop()))
        return whole, inside

    def _grid(self, model: Model, piece: _Piece) -> Grid:
        key = (model, piece.size, piece.raised, piece.face.upem, piece.tracking)
        found = self._grids.get(key)
        if found is None:
            found = self._grids[key] = Grid(*key)
        return found


def _by_character(count: int, starts: Sequence[int], widths: Sequence[int]) -> list[int]:
    """Widths by character where clusters are several characters or glyphs: the first has it all."""
    found = [0] * count
    for start, width in zip(starts, widths, strict=True):
        found[start] += width
    return found


def _bold(run: Run, paragraph: Paragraph, style: TextStyle) -> bool:
    """Whether a run is set bold: by itself, its paragraph, or its style."""
    return run.bold or (style.bold if paragraph.bold is None else paragraph.bold)


def _hyphen(piece: _Piece) -> _Piece:
    """The hyphen that a broken soft hyphen shows."""
    return _Piece("-", piece.face, piece.size, piece.raised, piece.tracking, False, False)


def _links(pieces: Sequence[_Piece]) -> list[tuple[int, int]]:
    """Where the links stand in the pieces' text."""
    found, start = [], 0
    for piece in pieces:
        if piece.link:
            found.append((start, start + len(piece.text)))
        start += len(piece.text)
    return found
