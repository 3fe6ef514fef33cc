"""The setter: measures text in a brand's faces, and turns an attempt into nodes of the scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.diagnostics import NOWHERE, Span
from deckgen.fonts.measure import Measurer
from deckgen.layout.attempt import Attempt, Excess, Fill, Part, Refusal, TableFill
from deckgen.layout.column import Column, Measured
from deckgen.layout.paragraphs import Content, hung, paragraphs, spaced
from deckgen.scene import Image, Node, Paragraph, PlaceholderRef, TextBox, TextStyle
from deckgen.scripts import is_plain
from deckgen.units import EMU_PER_PT, Emu, Rect, pt

HEIGHT_MARGIN = 0.015
"""What a written box is taller than its text: LibreOffice shrinks text in a box that is any lower
than its lines (NATIVE.md 6), and PowerPoint rounds up (FIT.md 3.3)."""


COLUMNS, CHARACTERS = 2_000, 150_000
"""So many columns of text are kept for the next slides, of so many characters: what is known of one takes 300 bytes."""

Shrink: TypeAlias = Callable[[Image, int, int], Image]
"""Gives a picture on at least so many pixels across and down, and not on many more."""


class Setter:
    """Measures and places text for one brand. `layouts` are the brand's, by name; `shrink` makes pictures smaller.

    `language` is that of the slide at hand: deckgen's own words are in it.
    """

    def __init__(
        self,
        brand: Brand,
        layouts: Mapping[str, Layout],
        measurer: Measurer,
        shrink: Shrink = lambda image, width, height: image,
    ) -> None:
        self.brand, self.layouts, self.measurer, self.shrink = brand, layouts, measurer, shrink
        self.language = "en-GB"
        self._known: dict[int, tuple[Fill, Column, Measured]] = {}
        self._columns: dict[tuple[object, ...], tuple[Column, Measured]] = {}
        self._characters = 0

    def begin(self, language: str) -> None:
        """A new slide, in a language: drop what was measured; kinds ask for one fill's lines more than once."""
        self.language = language
        self._known.clear()

    def on(self, layout: str) -> Page:
        """The layout of this name, ready to be filled."""
        return Page(self, self.layouts[layout])

    def measure(self, fill: Fill, placeholder: Placeholder) -> tuple[Column, Measured]:
        """The fill's column, and how it is best set."""
        # A fill is told apart by its identity, so it is held as long as its measure is.
        known = self._known.get(id(fill))
        if known is None:
            column, measured = self._column(fill, placeholder)
            known = self._known[id(fill)] = fill, column, measured
        return known[1:]

    def _column(self, fill: Fill, placeholder: Placeholder) -> tuple[Column, Measured]:
        """The column of a fill as it is best set; the same for every slide that has these words in this place, of which
        there are many where decks differ in a word."""
        key = fill.paragraphs, fill.style, fill.space_after, fill.inner.w, fill.look, id(placeholder)
        found = None if fill.box else self._columns.get(key)
        if found is None:
            column = Column(fill, placeholder, self.measurer)
            found = column, column.best()
            if not fill.box:  # the layouts' placeholders live as long as the setter: their identity tells them apart
                self._characters += sum([len(run.text) for one in fill.paragraphs for run in one.runs])
                if len(self._columns) == COLUMNS or self._characters > CHARACTERS:
                    self._columns.clear()
                    self._characters = 0
                self._columns[key] = found
        return found

    def clear(self) -> None:
        """Forget every text; results stay the same."""
        self._known.clear()
        self._columns.clear()
        self._characters = 0
        self.measurer.clear()

    def place(self, attempt: Attempt) -> tuple[tuple[Node, ...], tuple[Excess, ...]]:
        """The attempt's nodes in reading order, and what is too long in it (nothing: it fits)."""
        layout = self.layouts[attempt.layout]
        nodes: list[Node] = []
        excess: list[Excess] = []
        for part in attempt.parts:
            if isinstance(part, TableFill):
                from deckgen.layout.table import set_table  # few slides have one

                table, too_much = set_table(part, self.measurer)
                nodes.append(table)
                excess += too_much
                continue
            if not isinstance(part, Fill):
                nodes.append(part)
                continue
            placeholder = part.box or layout.placeholder(part.slot)
            column, measured = self.measure(part, placeholder)
            if too_long := _excess(part, placeholder, measured):
                excess.append(too_long)
            nodes.append(_text_box(part, placeholder, column, measured))
        return tuple(nodes), tuple(excess)


class Page:
    """A layout that a kind fills. Lengths are points here, as in design/KINDS.md."""

    def __init__(self, setter: Setter, layout: Layout) -> None:
        self.setter, self.layout = setter, layout

    def fill(
        self,
        slot: str,
        content: Content | None,
        *,
        style: str | None = None,
        gap: float | None = None,
        baseline: float | None = None,
        height: float | None = None,
        limit: float | None = None,
        name: str = "",
        span: Span | None = None,
    ) -> Fill | None:
        """`content` for the slot's placeholder; None when there is none.

        `style` and `gap` step down from the layout's own; the first baseline stays where it is unless
        `baseline` moves it. `height` and `limit` are the box's height and what the text may take.
        """
        if not content:
            return None
        placeholder = self.layout.placeholder(slot)
        chosen = self.setter.brand.style(style) if style else placeholder.style
        space = placeholder.space_after if gap is None else pt(gap)
        rect = _seated(placeholder, chosen, self.setter.brand, baseline)
        if height is not None:
            rect = Rect(rect.x, rect.y, rect.w, pt(height))
        made, found = paragraphs(content, placeholder)
        writing = self.setter.brand.writing
        if writing.rtl or not is_plain("".join([run.text for paragraph in made for run in paragraph.runs])):
            from deckgen.layout.direction import directed

            made = directed(made, placeholder, writing)
        made = spaced(made, space)
        if placeholder.list == "hung":
            made, rect = self._hung(made, chosen, rect)
        return Fill(
            slot=slot,
            name=name or slot,
            paragraphs=made,
            style=chosen,
            space_after=space,
            rect=rect,
            limit=pt(limit) if limit is not None else placeholder.look.inner(rect).h if placeholder.look else rect.h,
            look=placeholder.look,
            span=span or found,
        )

    def _hung(self, made: tuple[Paragraph, ...], style: TextStyle, rect: Rect) -> tuple[tuple[Paragraph, ...], Rect]:
        """The paragraphs with their opening marks hung out, and their box: where nothing hangs, it begins with text."""
        hang = self.setter.brand.hang(style)
        made = hung(made, style, hang, self._mark_width(style))
        if all(p.rtl is not None for p in made):
            rect = Rect(rect.x + hang, rect.y, rect.w - hang, rect.h)
        return made, rect

    def _mark_width(self, style: TextStyle) -> Callable[[str], Emu] | None:
        """How wide an opening quotation mark is, where it isn't as wide as the brand's own face has it."""
        if not self.setter.brand.writing.system:
            return None
        return lambda mark: self.setter.measurer.advance(mark, style)

    def height(self, fill: Fill | None) -> float:
        """Points from the top of the fill's box to the foot of its text; 0 for none."""
        if fill is None:
            return 0
        return self._measured(fill).height / EMU_PER_PT

    def lines(self, fill: Fill | None) -> int:
        """How many lines the fill takes; 0 for none."""
        return self._measured(fill).lines if fill else 0

    def shown_lines(self, fill: Fill | None) -> int:
        """How many lines the fill is drawn in; a renderer that breaks otherwise may need one more."""
        return sum(len(s.lines) for s in self._measured(fill).sets) if fill else 0

    def paragraph_lines(self, fill: Fill) -> tuple[int, ...]:
        """How many lines each of the fill's paragraphs takes."""
        return tuple(s.count for s in self._measured(fill).sets)

    def pitch(self, style: str) -> float:
        """Points from baseline to baseline in `style`."""
        return self.setter.brand.style(style).pitch / EMU_PER_PT

    def seat(self, style: str) -> float:
        """Points from a box's top to its first baseline in `style`."""
        return self.setter.brand.style(style).seat / EMU_PER_PT

    def _measured(self, fill: Fill) -> Measured:
        return self.setter.measure(fill, fill.box or self.layout.placeholder(fill.slot))[1]

    def attempt(self, *parts: Part | None, refusals: tuple[Refusal, ...] = ()) -> Attempt:
        """The attempt of these parts, absent ones left out."""
        kept = tuple([part for part in parts if part is not None])
        return Attempt(layout=self.layout.name, parts=kept, refusals=refusals)


def _seated(placeholder: Placeholder, style: TextStyle, brand: Brand, baseline: float | None) -> Rect:
    """The placeholder's rect, moved so that its first (anchored below: last) baseline holds in `style`."""
    rect = placeholder.rect
    if placeholder.list == "hung" and style is not placeholder.style:
        out = brand.hang(style) - placeholder.hang
        rect = Rect(rect.x - out, rect.y, rect.w + out, rect.h)
    y = rect.y
    if placeholder.anchor != "b":
        y = (y + placeholder.style.seat if baseline is None else pt(baseline)) - style.seat
    elif baseline is not None:
        y = pt(baseline) + style.foot - rect.h
    return rect if y == rect.y else Rect(rect.x, y, rect.w, rect.h)


def _excess(fill: Fill, placeholder: Placeholder, measured: Measured) -> Excess | None:
    wide = next((word for s in measured.sets for word in s.too_wide if " " not in word), "")
    lines = 0
    if placeholder.max_lines is not None:
        lines = measured.lines - placeholder.max_lines
    # Labels have the height of a Latin line; where a face's lines are higher, any box holds one all the same.
    limit = fill.limit if fill.style.spacing < 100 else max(fill.limit, fill.style.pitch)
    if measured.height > limit:
        lines = max(lines, -(-(measured.height - limit) // fill.style.pitch))
    if lines <= 0 and not wide:
        return None
    words = sum(len(p.text.split()) for p in fill.paragraphs)
    per_line = words / max(1, measured.lines)
    return Excess(fill, max(0, lines), max(1, round(lines * per_line)) if lines > 0 else 0, wide)


def _text_box(fill: Fill, placeholder: Placeholder, column: Column, measured: Measured) -> TextBox:
    rect = _grown(fill, placeholder, column, measured)
    inset = measured.right_inset
    if placeholder.align == "r":
        # What is ranged right keeps its edge: the cure takes from the left, where a box without insets is narrowed.
        rect, inset = Rect(rect.x + inset, rect.y, rect.w - inset, rect.h), 0
    return TextBox(
        name=fill.name,
        rect=rect,
        paragraphs=fill.paragraphs,
        lines=column.lines(measured, rect),
        style=fill.style,
        space_after=fill.space_after,
        placeholder=None if fill.box else PlaceholderRef(placeholder.type, placeholder.idx),
        moved=fill.box is None and rect != placeholder.rect,
        restyled=fill.box is None and (fill.style != placeholder.style or fill.space_after != placeholder.space_after),
        right_inset=inset,
        anchor=placeholder.anchor,
        align=placeholder.align,
        color=placeholder.color,
        wrap=placeholder.wrap,
        click=fill.click,
        look=fill.look,
        decorative=fill.decorative,
        span=fill.span,
    )


def _grown(fill: Fill, placeholder: Placeholder, column: Column, measured: Measured) -> Rect:
    """The rect, taller where the text and its margin need it; a drawn box stays as it is drawn."""
    if fill.look:
        return fill.rect
    trailing = column.rows[-1].gap if column.rows else 0
    need = round(measured.height * (1 + HEIGHT_MARGIN)) + trailing
    if need <= fill.rect.h:
        return fill.rect
    # A box anchored at its foot grows upwards.
    top = fill.rect.bottom - need if placeholder.anchor == "b" else fill.rect.y
    return Rect(fill.rect.x, top, fill.rect.w, need)


__all__ = ["NOWHERE", "Attempt", "Excess", "Fill", "Measured", "Page", "Setter"]
