"""From an author's text to the scene's paragraphs, in the colours of the placeholder that takes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec.structs import replace

from deckgen.brand.model import Placeholder, space_after_at
from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene import LINE_BREAK, Link, Paragraph, Run, TextStyle
from deckgen.spec.text import Block, Item, Text, TextRun
from deckgen.units import Emu, pt

Content: TypeAlias = Text | Sequence[Text] | Sequence[Item] | Sequence[Block] | Sequence[Paragraph]

_STEP = pt(20)
"""How far a bulleted item stands in from the one above it."""
OPENING_QUOTES = '“‘„«"'
_RAISED = {"": 0, "super": 30_000, "sub": -25_000}


def paragraphs(content: Content, placeholder: Placeholder) -> tuple[tuple[Paragraph, ...], Span]:
    """The paragraphs of `content` and the place it came from."""
    if isinstance(content, Text):
        return (paragraph(content, placeholder),), content.span
    made: list[Paragraph] = []
    span = NOWHERE
    for part in content:
        match part:
            case Text():
                made.append(paragraph(part, placeholder))
            case Item():
                made += _item(part, placeholder, 0)
            case Block():
                made.append(paragraph(part.text, placeholder, part.level))
            case Paragraph():
                made.append(part)
        if span is NOWHERE:
            span = _span(part)
    return tuple(made), span


def _span(part: Text | Item | Block | Paragraph) -> Span:
    match part:
        case Text():
            return part.span
        case Item() | Block():
            return part.text.span
        case _:
            return NOWHERE


def _item(item: Item, placeholder: Placeholder, level: int) -> list[Paragraph]:
    made = [paragraph(item.text, placeholder, level)]
    for child in item.children:
        made += _item(child, placeholder, level + 1)
    return made


def paragraph(text: Text, placeholder: Placeholder, level: int = 0) -> Paragraph:
    """One paragraph: bold runs in the emphasis colour, links in the colour this ground wants."""
    return Paragraph(tuple([_run(run, placeholder) for run in text.runs]), level)


def spaced(made: tuple[Paragraph, ...], space_after: Emu) -> tuple[Paragraph, ...]:
    """The paragraphs, each as far from the next as the next one's level asks for: a list below a point stands near it
    and ends with the gap between points. `space_after` is the first level's."""
    if len(made) < 2 or len({p.level for p in made}) < 2:
        return made
    return (*[_before(p, after, space_after) for p, after in pairwise(made)], made[-1])


def _before(made: Paragraph, after: Paragraph, space_after: Emu) -> Paragraph:
    gap = space_after_at(space_after, after.level)
    if made.space_after is not None or gap == space_after_at(space_after, made.level):
        return made
    return replace(made, space_after=gap)


def flowing(blocks: Sequence[Block], placeholder: Placeholder) -> tuple[Paragraph, ...]:
    """Paragraphs and list items, each as it is meant, whichever of them the placeholder is made for."""
    return tuple([_flowing(block, placeholder) for block in blocks])


def _flowing(block: Block, placeholder: Placeholder) -> Paragraph:
    made = paragraph(block.text, placeholder, block.level)
    if block.bullet == (placeholder.list == "bullets"):
        return made
    if not block.bullet:
        return replace(made, margin=0, indent=0, bullet=False)
    return replace(made, margin=_STEP * (block.level + 1), indent=-_STEP, bullet=True)


def _run(run: TextRun, placeholder: Placeholder) -> Run:
    link = target(run.link)
    color = placeholder.link_color if link else placeholder.emph if run.bold else None
    return Run(run.text, bold=run.bold, italic=run.italic, color=color, link=link, baseline=raised(run))


def raised(run: TextRun) -> int:
    """The run's baseline shift in thousandths of a per cent of its size."""
    return _RAISED[run.position]


def target(link: str | None) -> Link | None:
    """Where a run's link goes; None for no link, or for one whose address is still wanted."""
    if not link:
        return None
    if link.startswith("slide:"):
        return Link(slide=link.removeprefix("slide:"))
    return Link(url=link)


def hung(
    made: tuple[Paragraph, ...], style: TextStyle, hang: Emu, width: Callable[[str], Emu] | None = None
) -> tuple[Paragraph, ...]:
    """The paragraphs with an opening quotation mark hung outside the text, where they begin with one.

    `hang` is how far the text stands in; `width` says how wide a mark is, None that all are as wide as that.

    The mark is a run of its own, so that no renderer kerns it with what follows; it is set without
    tracking, which LibreOffice leaves out after it (NATIVE.md 6).
    """
    return tuple([_hung(p, style, hang, width) for p in made])


def _hung(made: Paragraph, style: TextStyle, hang: Emu, width: Callable[[str], Emu] | None) -> Paragraph:
    if made.rtl is not None:  # A mark can't hang where its line ends.
        return replace(made, margin=0, indent=0)
    first = made.runs[0] if made.runs else Run("")
    if not first.text or first.text[0] not in OPENING_QUOTES or first.text == LINE_BREAK:
        return replace(made, margin=hang, indent=0)
    mark = replace(first, text=first.text[0], tracking=0 if style.tracking else None)
    rest = (replace(first, text=first.text[1:]),) if len(first.text) > 1 else ()
    return replace(made, runs=(mark, *rest, *made.runs[1:]), margin=hang, indent=-(width(mark.text) if width else hang))
