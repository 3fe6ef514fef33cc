"""Text measured in a brand's faces: what renderers will make of a paragraph in a box of some width.

Three renderers are reckoned with (FIT.md 1.2, 2, 3): PowerPoint, LibreOffice 7.4, and one that
rounds nothing. Text that fits must fit in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from deckgen.brand.model import FontFamily
from deckgen.fonts.faces import FaceSet
from deckgen.fonts.paragraphs import Prepared, SetLine, SetParagraph
from deckgen.fonts.renderers import HALVES, Grids, Model
from deckgen.fonts.segments import Piece, Segment, cumulative
from deckgen.fonts.twins import margin
from deckgen.scene import LINE_BREAK, FontRole, Paragraph, Run, TextStyle
from deckgen.scripts import LATIN, Writing, is_plain
from deckgen.units import EMU_PER_PT, Emu
from deckgen.world import World

if TYPE_CHECKING:
    from deckgen.fonts.scripted import ScriptedFaces

__all__ = ["Measurer", "Model", "Prepared", "SetLine", "SetParagraph"]

MAX_PREPARED, MAX_CHARACTERS = 1_000, 150_000
"""Paragraphs kept ready for another width, and their characters; one of 150 characters takes 20 kB."""


class Measurer:
    """Measures text in a brand's faces, which come from `world`. The texts it has shaped it keeps until `clear`."""

    def __init__(
        self,
        fonts: Mapping[FontRole, FontFamily],
        world: World,
        *,
        scripts: Mapping[str, Mapping[FontRole, FontFamily]] = MappingProxyType({}),
        writing: Writing = LATIN,
    ) -> None:
        self.writing = writing
        self.families, self.scripts, self.world = fonts, scripts, world
        self._faces = FaceSet(fonts, world)
        self._scripted: ScriptedFaces | None = None
        self._margins = {role: margin(family) for role, family in fonts.items()}
        self._prepared: dict[tuple[tuple[Run, ...], TextStyle, bool | None, bool | None], Prepared] = {}
        self._characters = 0
        self._grids = Grids()

    @property
    def mixed(self) -> bool:
        """Whether any text so far was of another writing system than the brand's own faces are for."""
        return self._scripted is not None

    @cached_property
    def files(self) -> dict[str, tuple[FontFamily, str]]:
        """Every font file that text may be set in: its family, and which of the family's faces it is."""
        found: dict[str, tuple[FontFamily, str]] = {}
        for roles in (self.families, *self.scripts.values()):
            for family in roles.values():
                for look, file in family.files.items():
                    found.setdefault(file, (family, look))
        return found

    def prepare(self, paragraph: Paragraph, style: TextStyle) -> Prepared:
        """`paragraph` with its faces found, to be set at any width."""
        style = paragraph.style or style
        key = (paragraph.runs, style, paragraph.bold, paragraph.rtl)
        found = self._prepared.get(key)
        if found is None:
            self._characters += sum([len(run.text) for run in paragraph.runs])
            if len(self._prepared) >= MAX_PREPARED or self._characters > MAX_CHARACTERS:
                self._prepared.clear()
                self._characters = 0
            found = self._prepared[key] = self._measured(paragraph, style)
        return found

    def set_paragraph(self, paragraph: Paragraph, style: TextStyle, *, first: Emu, rest: Emu) -> SetParagraph:
        """`paragraph` in lines, the first with room for `first` and the others for `rest` (EMU).

        Asking again at another width costs an eighth of the first time.
        """
        return self.prepare(paragraph, style).set(first, rest)

    def break_lines(
        self, paragraph: Paragraph, style: TextStyle, *, first: Emu, rest: Emu, model: Model = "powerpoint"
    ) -> tuple[SetLine, ...]:
        """The lines that one renderer makes, without margin."""
        found = self.prepare(paragraph, style)
        return found.lines(found.broken(model, first * HALVES, rest * HALVES))

    def advance(self, text: str, style: TextStyle, *, bold: bool | None = None, italic: bool = False) -> Emu:
        """The width of `text` on one line in PowerPoint, in EMU; `bold` None means: as the style is."""
        run = Run(text, bold=style.bold if bold is None else bold, italic=italic)
        paragraph = Paragraph((run,), bold=run.bold)
        width = self._width(self._pieces([run], paragraph, style, last=True), "powerpoint")
        return -(-width // HALVES)

    def bearing(self, text: str, style: TextStyle) -> Emu:
        """How far right of where a line begins its first character's ink does, in EMU; negative: left of it."""
        if not text:
            return 0
        face = self._faces.face(style.font, style.bold, False)
        return face.bearing(text[0]) * style.size * EMU_PER_PT // face.upem

    def middle(self, char: str, style: TextStyle) -> float | None:
        """How far above the baseline the middle of a character's ink is, in points; None where it has no ink."""
        face = self._faces.face(style.font, style.bold, False)
        ink = face.ink(char)
        return None if ink is None else sum(ink) / 2 * style.size / face.upem

    def missing(self, paragraph: Paragraph, style: TextStyle) -> str:
        """The characters that the paragraph's faces have no glyphs for, each once."""
        return self.prepare(paragraph, style).missing

    def clear(self) -> None:
        """Forget every text; results stay the same. Grids are of no text, they are a face at a size, and stay."""
        self._prepared.clear()
        self._characters = 0
        self._faces.clear()
        if self._scripted is not None:
            self._scripted.clear()

    def _measured(self, paragraph: Paragraph, style: TextStyle) -> Prepared:
        """The stretches between typed line breaks, in their faces."""
        stretched: list[list[Run]] = [[]]
        for run in paragraph.runs:
            if run.text == LINE_BREAK:
                stretched.append([])
            elif run.text:
                stretched[-1].append(run)
        segments: list[Segment] = []
        links: list[tuple[str, int]] = []
        margins = [self._margins[own.font] for own in (style, *[run.style for run in paragraph.runs if run.style])]
        start = 0
        for index, runs in enumerate(stretched):
            pieces = self._pieces(runs, paragraph, style, last=index == len(stretched) - 1)
            segments.append(Segment(pieces, self._grids, start, asian=True in [piece.face.asian for piece in pieces]))
            start = segments[-1].stop + len(LINE_BREAK)
            margins += [piece.face.margin for piece in pieces]
            links += [("".join([p.text for p in link]), self._width(link, "libreoffice")) for link in _linked(pieces)]
        return Prepared(segments, links, max(margins))

    def _width(self, pieces: Sequence[Piece], model: Model) -> int:
        """The width of the pieces on one line, in half EMU."""
        return cumulative(pieces, self._grids, model)[0][-1]

    def _pieces(self, runs: Sequence[Run], paragraph: Paragraph, style: TextStyle, *, last: bool) -> list[Piece]:
        styled = [(run, run.style or style) for run in runs]
        pieces = [
            Piece(
                run.text,
                self._faces.face(own.font, is_bold(run, paragraph, own), run.italic),
                own.size,
                run.baseline != 0,
                own.tracking if run.tracking is None else run.tracking,
                last and index == len(runs) - 1,
                run.link is not None,
            )
            for index, (run, own) in enumerate(styled)
        ]
        if not self.writing.rtl and False not in [is_plain(piece.text) for piece in pieces]:
            return pieces
        looks = [(own.font, is_bold(run, paragraph, own), run.italic) for run, own in styled]
        return self._scripted_faces().split(pieces, looks, self.writing, rtl=paragraph.rtl)

    def _scripted_faces(self) -> ScriptedFaces:
        """The faces of other writing systems: what is behind them is imported when the first such text comes."""
        if self._scripted is None:
            from deckgen.fonts.scripted import ScriptedFaces

            self._scripted = ScriptedFaces(self.scripts, self.world)
        return self._scripted


def _linked(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each link."""
    found: list[list[Piece]] = []
    for piece in pieces:
        if piece.link and piece.joined:
            found[-1].append(piece)
        elif piece.link:
            found.append([piece])
    return found


def is_bold(run: Run, paragraph: Paragraph, style: TextStyle) -> bool:
    """Whether a run is set bold: by itself, its paragraph, or its style."""
    return run.bold or (style.bold if paragraph.bold is None else paragraph.bold)
