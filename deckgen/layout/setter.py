"""The setter: measures text in a brand's faces, and turns an attempt into nodes of the scene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout, Placeholder, space_after_at
from deckgen.diagnostics import NOWHERE, Span
from deckgen.fonts.measure import Measurer, SetParagraph
from deckgen.layout.attempt import Attempt, Fill, Part
from deckgen.layout.paragraphs import Content, hung, paragraphs
from deckgen.scene import Line, Node, Paragraph, PlaceholderRef, TextBox, TextStyle
from deckgen.units import EMU_PER_PT, Emu, Rect, pt

HEIGHT_MARGIN = 0.015
"""What a written box is taller than its text: LibreOffice shrinks text in a box that is any lower
than its lines (NATIVE.md 6), and PowerPoint rounds up (FIT.md 3.3)."""
CURE_STEP = pt(2)
MAX_CURE = pt(40)
"""How far the right inset may go to cure a single last word or a broken compound (PRINCIPLES.md 10)."""


class Measured(Struct, frozen=True):
    """A fill's paragraphs as set, the height they need (EMU), and the inset that cures their breaks."""

    sets: tuple[SetParagraph, ...]
    height: Emu
    right_inset: Emu = 0

    @property
    def lines(self) -> int:
        """The most lines that any renderer needs."""
        return sum(s.count for s in self.sets)


class Way(Struct, frozen=True):
    """A way to break a fill's lines: as first met, at its smallest inset, and where it ends (EMU)."""

    measured: Measured
    until: Emu


class Excess(Struct, frozen=True):
    """By how much a fill is too long: `lines` too many, about `words` to cut; or a `word` too wide."""

    fill: Fill
    lines: int
    words: int
    word: str = ""


class Setter:
    """Measures and places text for one brand. `layouts` are the brand's, by name."""

    def __init__(self, brand: Brand, layouts: Mapping[str, Layout], measurer: Measurer) -> None:
        self.brand, self.layouts, self.measurer = brand, layouts, measurer
        self._known: dict[int, tuple[Fill, Measured]] = {}

    def forget(self) -> None:
        """Drop what was measured for a slide that is done; kinds ask for one fill's lines more than once."""
        self._known.clear()

    def on(self, layout: str) -> Page:
        """The layout of this name, ready to be filled."""
        return Page(self, self.layouts[layout])

    def measure(self, fill: Fill, placeholder: Placeholder) -> Measured:
        """The fill set in its rect, with the right inset that leaves the fewest bad breaks."""
        # A fill is told apart by its identity, so it is held as long as its measure is.
        known = self._known.get(id(fill))
        if known is None:
            known = self._known[id(fill)] = fill, self._set(fill, placeholder)
        return known[1]

    def _set(self, fill: Fill, placeholder: Placeholder) -> Measured:
        plain = self._measure(fill, placeholder, 0)
        titled = placeholder.type in ("title", "ctrTitle") and plain.lines > 1
        if not placeholder.wrap or not (titled or _flaws(plain)):
            return plain
        return self._balanced(fill, placeholder, plain) if titled else self._cured(fill, placeholder, plain)

    def _measure(self, fill: Fill, placeholder: Placeholder, inset: Emu) -> Measured:
        width = fill.rect.w - inset
        sets = []
        for paragraph in fill.paragraphs:
            margin, indent = _indents(paragraph, placeholder)
            # A bullet stands in the indent; the text after it starts at the margin.
            first = margin if placeholder.list == "bullets" else margin + indent
            sets.append(self.measurer.set_paragraph(paragraph, paragraph.style or fill.style,
                                                    first=width - first, rest=width - margin))
        return Measured(tuple(sets), _height(fill, sets), inset)

    def _cured(self, fill: Fill, placeholder: Placeholder, plain: Measured) -> Measured:
        """The measure with the fewest flaws and no more lines, from the middle of the first such range.

        The middle, because a renderer that differs by a point then still breaks where we do.
        """
        ways = self._ways(fill, placeholder, plain)
        return self._settled(fill, placeholder, min(ways, key=lambda way: _flaws(way.measured)))

    def _balanced(self, fill: Fill, placeholder: Placeholder, plain: Measured) -> Measured:
        """The measure whose longest line is shortest, of those with the fewest flaws and no more lines."""
        ways = self._ways(fill, placeholder, plain)
        return self._settled(fill, placeholder,
                             min(ways, key=lambda way: (_flaws(way.measured), _longest(way.measured))))

    def _ways(self, fill: Fill, placeholder: Placeholder, plain: Measured) -> list[Way]:
        """The ways the lines may break as the right inset grows, without more lines than `plain`.

        Nothing changes until the inset eats what the fullest line leaves free, in PowerPoint: where a
        flaw stands, it may be LibreOffice's, whose lines are a little other, so steps are small there.
        """
        ways: list[Way] = []
        tried = plain
        while tried.lines <= plain.lines:
            free = CURE_STEP if _flaws(tried) else max(_free(fill, placeholder, tried), CURE_STEP)
            ways.append(Way(tried, min(tried.right_inset + free, MAX_CURE)))
            if tried.right_inset + free > MAX_CURE:
                break
            tried = self._measure(fill, placeholder, tried.right_inset + free)
        return ways

    def _settled(self, fill: Fill, placeholder: Placeholder, way: Way) -> Measured:
        """The way set at an inset from its middle; without any where it needs none."""
        if not way.measured.right_inset:
            return way.measured
        half = (way.measured.right_inset + way.until) // 2
        middle = self._measure(fill, placeholder, half - half % EMU_PER_PT)
        sound = middle.lines <= way.measured.lines and _flaws(middle) <= _flaws(way.measured)
        return middle if sound else way.measured

    def place(self, attempt: Attempt) -> tuple[tuple[Node, ...], tuple[Excess, ...]]:
        """The attempt's nodes in reading order, and what is too long in it (nothing: it fits)."""
        layout = self.layouts[attempt.layout]
        nodes: list[Node] = []
        excess: list[Excess] = []
        for part in attempt.parts:
            if not isinstance(part, Fill):
                nodes.append(part)
                continue
            placeholder = layout.placeholder(part.slot)
            measured = self.measure(part, placeholder)
            if too_long := _excess(part, placeholder, measured):
                excess.append(too_long)
            nodes.append(_text_box(part, placeholder, measured))
        return tuple(nodes), tuple(excess)


class Page:
    """A layout that a kind fills. Lengths are points here, as in design/KINDS.md."""

    def __init__(self, setter: Setter, layout: Layout) -> None:
        self.setter, self.layout = setter, layout

    def fill(self, slot: str, content: Content | None, *, style: str | None = None, gap: float | None = None,
             baseline: float | None = None, height: float | None = None, limit: float | None = None,
             name: str = "", span: Span | None = None) -> Fill | None:
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
            rect = replace(rect, h=pt(height))
        made, found = paragraphs(content, placeholder)
        if placeholder.list == "hung":
            made = hung(made, chosen, self.setter.brand.hang(chosen))
        return Fill(slot=slot, name=name or slot, paragraphs=made, style=chosen, space_after=space, rect=rect,
                    limit=pt(limit) if limit is not None else rect.h, span=span or found)

    def height(self, fill: Fill | None) -> float:
        """Points from the top of the fill's box to the foot of its text; 0 for none."""
        if fill is None:
            return 0
        return self._measured(fill).height / EMU_PER_PT

    def lines(self, fill: Fill | None) -> int:
        """How many lines the fill takes; 0 for none."""
        return self._measured(fill).lines if fill else 0

    def paragraph_lines(self, fill: Fill) -> tuple[int, ...]:
        """How many lines each of the fill's paragraphs takes."""
        return tuple(s.count for s in self._measured(fill).sets)

    def seat(self, style: str) -> float:
        """Points from a box's top to its first baseline in `style`."""
        return self.setter.brand.style(style).seat / EMU_PER_PT

    def _measured(self, fill: Fill) -> Measured:
        return self.setter.measure(fill, self.layout.placeholder(fill.slot))

    def attempt(self, *parts: Part | None) -> Attempt:
        """The attempt of these parts, absent ones left out."""
        return Attempt(layout=self.layout.name, parts=tuple(p for p in parts if p is not None))


def _seated(placeholder: Placeholder, style: TextStyle, brand: Brand, baseline: float | None) -> Rect:
    """The placeholder's rect, moved so that its first (anchored below: last) baseline holds in `style`."""
    rect = placeholder.rect
    if placeholder.list == "hung" and style is not placeholder.style:
        out = brand.hang(style) - placeholder.hang
        rect = Rect(rect.x - out, rect.y, rect.w + out, rect.h)
    if placeholder.anchor == "b":
        return rect if baseline is None else replace(rect, y=pt(baseline) + style.foot - rect.h)
    if baseline is not None:
        return replace(rect, y=pt(baseline) - style.seat)
    return replace(rect, y=rect.y + placeholder.style.seat - style.seat)


def _indents(paragraph: Paragraph, placeholder: Placeholder) -> tuple[Emu, Emu]:
    margin, indent = placeholder.indents(paragraph.level)
    return (margin if paragraph.margin is None else paragraph.margin,
            indent if paragraph.indent is None else paragraph.indent)


def _gap(fill: Fill, paragraph: Paragraph) -> Emu:
    if paragraph.space_after is not None:
        return paragraph.space_after
    return space_after_at(fill.space_after, paragraph.level)


def _height(fill: Fill, sets: Sequence[SetParagraph]) -> Emu:
    lines = sum(s.count * (p.style or fill.style).pitch for s, p in zip(sets, fill.paragraphs, strict=True))
    return lines + sum(_gap(fill, p) for p in fill.paragraphs[:-1])


def _flaws(measured: Measured) -> int:
    """How many breaks an eye stumbles over.

    What is too wide for a line and has spaces is a link: LibreOffice takes a link for one word, and
    breaks one that is wider than the line anywhere (NATIVE.md 5).
    """
    return sum(s.widow + s.broken + len(s.too_wide) + _dashed(s) for s in measured.sets)


def _dashed(as_set: SetParagraph) -> int:
    """How many lines begin with a dash: it belongs to the line before."""
    return sum(line.text[:1] in ("–", "—") for line in as_set.lines[1:])


def _longest(measured: Measured) -> Emu:
    return max((line.width for s in measured.sets for line in s.lines), default=0)


def _free(fill: Fill, placeholder: Placeholder, measured: Measured) -> Emu:
    """What the fullest line leaves of its width, and a little more: the next inset that changes anything."""
    width = fill.rect.w - measured.right_inset
    free = width
    for paragraph, as_set in zip(fill.paragraphs, measured.sets, strict=True):
        margin, indent = _indents(paragraph, placeholder)
        start = margin if placeholder.list == "bullets" else margin + indent
        for line in as_set.lines:
            free = min(free, width - start - line.width)
            start = margin
    return (free // CURE_STEP + 1) * CURE_STEP


def _excess(fill: Fill, placeholder: Placeholder, measured: Measured) -> Excess | None:
    wide = next((word for s in measured.sets for word in s.too_wide if " " not in word), "")
    lines = 0
    if placeholder.max_lines is not None:
        lines = measured.lines - placeholder.max_lines
    if measured.height > fill.limit:
        lines = max(lines, -(-(measured.height - fill.limit) // fill.style.pitch))
    if lines <= 0 and not wide:
        return None
    words = sum(len(p.text.split()) for p in fill.paragraphs)
    per_line = words / max(1, measured.lines)
    return Excess(fill, max(0, lines), max(1, round(lines * per_line)) if lines > 0 else 0, wide)


def _text_box(fill: Fill, placeholder: Placeholder, measured: Measured) -> TextBox:
    rect = _grown(fill, placeholder, measured)
    return TextBox(
        name=fill.name, rect=rect, paragraphs=fill.paragraphs, lines=_lines(fill, placeholder, measured, rect),
        style=fill.style, space_after=fill.space_after,
        placeholder=PlaceholderRef(placeholder.type, placeholder.idx), moved=rect != placeholder.rect,
        restyled=fill.style != placeholder.style or fill.space_after != placeholder.space_after,
        right_inset=measured.right_inset, anchor=placeholder.anchor, align=placeholder.align,
        color=placeholder.color, wrap=placeholder.wrap, click=fill.click, span=fill.span)


def _grown(fill: Fill, placeholder: Placeholder, measured: Measured) -> Rect:
    """The rect, taller where the text and its margin need it."""
    trailing = _gap(fill, fill.paragraphs[-1]) if fill.paragraphs else 0
    need = round(measured.height * (1 + HEIGHT_MARGIN)) + trailing
    if need <= fill.rect.h:
        return fill.rect
    # A box anchored at its foot grows upwards.
    top = fill.rect.bottom - need if placeholder.anchor == "b" else fill.rect.y
    return Rect(fill.rect.x, top, fill.rect.w, need)


def _lines(fill: Fill, placeholder: Placeholder, measured: Measured, rect: Rect) -> tuple[Line, ...]:
    """The measured lines where they stand on the slide."""
    placed: list[Line] = []
    y = 0
    for number, (paragraph, as_set) in enumerate(zip(fill.paragraphs, measured.sets, strict=True)):
        style = paragraph.style or fill.style
        margin, indent = _indents(paragraph, placeholder)
        for index, line in enumerate(as_set.lines):
            start = margin if index or placeholder.list == "bullets" else margin + indent
            x = rect.x + start
            if placeholder.align == "r":
                x = rect.right - measured.right_inset - line.width
            placed.append(Line(line.text, number, x, y + style.seat, line.width))
            y += style.pitch
        y += _gap(fill, paragraph)
    return tuple(replace(line, baseline=line.baseline + _top(fill, placeholder, rect, placed)) for line in placed)


def _top(fill: Fill, placeholder: Placeholder, rect: Rect, placed: list[Line]) -> Emu:
    """What the baselines are counted from: the box's top, or what puts the last one at its foot."""
    if placeholder.anchor != "b" or not placed:
        return rect.y
    return rect.bottom - fill.style.foot - placed[-1].baseline


__all__ = ["NOWHERE", "Attempt", "Excess", "Fill", "Measured", "Page", "Setter"]
