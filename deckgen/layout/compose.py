"""From a bound slide to a laid-out one: the first way of setting it that fits, or a refusal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from deckgen.diagnostics import Diagnostics, Span
from deckgen.kinds.base import Kind
from deckgen.layout.paragraphs import raised, target
from deckgen.layout.setter import Attempt, Excess, Setter
from deckgen.scene import Node, Paragraph, Run, Slide, TextBox
from deckgen.spec.slots import Spec
from deckgen.spec.text import Block, TextRun


class Bound(Protocol):
    """A slide with its kind and its typed spec; nothing in it is open."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def spec(self) -> Spec: ...
    @property
    def notes(self) -> Sequence[Block]: ...
    @property
    def minutes(self) -> float | None: ...
    @property
    def hidden(self) -> bool: ...
    @property
    def section(self) -> str | None: ...
    @property
    def span(self) -> Span: ...


def lay_out(slide: Bound, setter: Setter, diags: Diagnostics, *, language: str) -> Slide | None:
    """The slide set in the first attempt that fits; None when none does, which is reported."""
    setter.forget()
    last: tuple[Attempt, tuple[Excess, ...]] | None = None
    for attempt in slide.kind.attempts(slide.spec, setter):
        nodes, excess = setter.place(attempt)
        if not excess:
            _report_missing_glyphs(nodes, setter, diags)
            return _slide(slide, attempt.layout, nodes, language)
        last = attempt, excess
    assert last is not None, f"kind {slide.kind.name} makes no attempt"
    _refuse(slide, last[1], diags)
    return None


def _slide(slide: Bound, layout: str, nodes: tuple[Node, ...], language: str) -> Slide:
    return Slide(id=slide.id, kind=slide.kind.name, layout=layout, title=slide.kind.title(slide.spec), nodes=nodes,
                 notes=tuple(_note(block) for block in slide.notes), hidden=slide.hidden, section=slide.section,
                 minutes=slide.minutes, language=language, span=slide.span)


def _note(block: Block) -> Paragraph:
    return Paragraph(tuple(_note_run(run) for run in block.text.runs), level=block.level, bullet=block.bullet)


def _note_run(run: TextRun) -> Run:
    return Run(run.text, bold=run.bold, italic=run.italic, link=target(run.link), baseline=raised(run))


def _refuse(slide: Bound, excess: Sequence[Excess], diags: Diagnostics) -> None:
    title = " ".join(slide.kind.title(slide.spec).split())
    for found in excess:
        where = f'slide "{title}" ({slide.kind.name})'
        if found.word:
            diags.error("too-wide", found.fill.span, f'{where}: "{_short(found.word)}" is wider than its column '
                        f"at {found.fill.style.size} pt", hint="use a shorter word, or a hyphen where it may break")
        else:
            lines = f"{found.lines} line{'' if found.lines == 1 else 's'} too many at {found.fill.style.size} pt"
            diags.error("too-long", found.fill.span, f"{where}: {lines}",
                        hint=f"cut about {found.words} word{'' if found.words == 1 else 's'}, or split the slide")


def _short(word: str) -> str:
    return word if len(word) <= 40 else f"{word[:39]}…"


def _report_missing_glyphs(nodes: Sequence[Node], setter: Setter, diags: Diagnostics) -> None:
    for node in nodes:
        if not isinstance(node, TextBox):
            continue
        missing = "".join(setter.measurer.missing(p, p.style or node.style) for p in node.paragraphs)
        if missing:
            named = ", ".join(f"{c} (U+{ord(c):04X})" for c in dict.fromkeys(missing))
            diags.error("no-glyph", node.span, f"the brand's face has no glyph for {named}",
                        hint="use another character, or a brand whose fonts have it")

