"""From a bound slide to a laid-out one: the first way of setting it that fits, or a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics, Span
from deckgen.kinds.base import Kind
from deckgen.layout.attempt import Refusal
from deckgen.layout.glyphs import report_missing_glyphs, texts_of
from deckgen.layout.paragraphs import raised, target
from deckgen.layout.setter import Excess, Setter
from deckgen.scene import NUMBER, Node, Paragraph, Run, Slide, Transition
from deckgen.scene.texts import paragraphs
from deckgen.scripts import is_plain
from deckgen.spec.overflow import continued
from deckgen.spec.slots import Spec, clipped
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
    def build(self) -> Span | None: ...
    @property
    def transition(self) -> Transition | None: ...
    @property
    def span(self) -> Span: ...


class _Part(Struct, frozen=True, kw_only=True):
    """A slide of those that one goes on on. Notes, minutes and the slide's own id are the first one's."""

    id: str
    kind: Kind
    spec: Spec
    notes: Sequence[Block]
    minutes: float | None
    hidden: bool
    section: str | None
    build: Span | None
    transition: Transition | None
    span: Span


def lay_out_all(slide: Bound, setter: Setter, diags: Diagnostics, *, language: str) -> tuple[Slide, ...]:
    """The slide, or where its kind splits it those that it goes on on; none when it doesn't fit, which is reported."""
    said: Diagnostics | None = None
    for specs in slide.kind.split(slide.spec):
        said = Diagnostics()
        made = [lay_out(part, setter, said, language=language) for part in _parts(slide, specs, language)]
        if None not in made:
            break
    if said is None:
        made, said = [lay_out(slide, setter, diags, language=language)], diags
    for diagnostic in said:
        diags.add(diagnostic)
    return () if None in made else tuple(one for one in made if one is not None)


def _parts(slide: Bound, specs: Sequence[Spec], language: str) -> Iterator[_Part]:
    for number, spec in enumerate(specs, 1):
        yield _Part(
            id=slide.id if number == 1 else f"{slide.id}~{number}",
            kind=slide.kind,
            spec=continued(spec, number, len(specs), language),
            notes=slide.notes if number == 1 else (),
            minutes=slide.minutes if number == 1 else None,
            hidden=slide.hidden,
            section=slide.section,
            build=slide.build,
            transition=slide.transition,
            span=slide.span,
        )


def lay_out(slide: Bound, setter: Setter, diags: Diagnostics, *, language: str) -> Slide | None:
    """The slide set in the first attempt that fits; None when none does, which is reported."""
    setter.begin(language)
    if not slide.kind.suits(slide.spec, setter, diags):
        return None
    last: tuple[tuple[Node, ...], tuple[Excess, ...]] | None = None
    refusals: tuple[Refusal, ...] = ()
    for attempt in slide.kind.attempts(slide.spec, setter):
        nodes, excess = setter.place(attempt)
        refusals = attempt.refusals
        if not excess and not refusals:
            report_missing_glyphs(nodes, slide.spec, setter, diags)
            made = _slide(slide, attempt.layout, nodes, language)
            return _written(_built(made, slide, setter, diags) if slide.build else made, setter)
        last = nodes, excess
    assert last is not None, f"kind {slide.kind.name} makes no attempt"
    _refuse(slide, last[1], diags)
    for refusal in refusals:
        diags.error(refusal.code, refusal.span, refusal.message, hint=refusal.hint)
    report_missing_glyphs(last[0], slide.spec, setter, diags)
    return None


def _written(made: Slide, setter: Setter) -> Slide:
    """The slide as the deck is written: kinds lay out from left to right, in one language."""
    writing = setter.brand.writing
    if not writing.system and (not setter.measurer.mixed or _is_plain(made)):  # all its words have been measured
        return made
    from deckgen.layout.direction import tell, told
    from deckgen.scene.mirror import mirrored, mirrored_build

    nodes = told(made.nodes, setter.brand)
    notes = tuple([tell(note, setter.brand) for note in made.notes])
    if not writing.rtl:
        return replace(made, nodes=nodes, notes=notes)
    return replace(made, nodes=mirrored(nodes), build=mirrored_build(made.build), notes=notes)


def _is_plain(made: Slide) -> bool:
    words = [run.text for node in made.nodes for paragraph, _ in paragraphs(node) for run in paragraph.runs]
    return is_plain("".join(words))


def _slide(slide: Bound, layout: str, nodes: tuple[Node, ...], language: str) -> Slide:
    return Slide(
        id=slide.id,
        kind=slide.kind.name,
        layout=layout,
        title=slide.kind.title(slide.spec),
        nodes=nodes,
        notes=tuple([_note(block) for block in slide.notes]),
        hidden=slide.hidden,
        section=slide.section,
        minutes=slide.minutes,
        transition=slide.transition,
        language=language,
        outline=slide.kind.outline(slide.spec),
        span=slide.span,
    )


def _built(made: Slide, slide: Bound, setter: Setter, diags: Diagnostics) -> Slide:
    """The slide with its clicks, on the layout for them; that nothing comes of `build: true` is a warning."""
    layout = setter.layouts[made.layout]
    nodes = (*layout.props, *made.nodes)
    steps = slide.kind.build(slide.spec, nodes)
    if not steps:
        _report_unbuilt(slide, diags)
        return made
    there = {NUMBER, *(node.name for node in nodes)}
    strange = {reveal.node for step in steps for reveal in step} - there
    assert not strange, f"kind {slide.kind.name} builds what is not on the slide: {sorted(strange)}"
    return replace(made, layout=layout.stage.name, nodes=nodes, build=steps)


def _report_unbuilt(slide: Bound, diags: Diagnostics) -> None:
    ordered = type(slide.kind).build is not Kind.build
    diags.warning(
        "no-build",
        slide.build or slide.span,
        "nothing on this slide comes after anything else"
        if ordered
        else f'a slide of kind "{slide.kind.name}" has no build',
        hint="delete build: true; everything stands there from the first",
    )


def _note(block: Block) -> Paragraph:
    return Paragraph(tuple([_note_run(run) for run in block.text.runs]), level=block.level, bullet=block.bullet)


def _note_run(run: TextRun) -> Run:
    return Run(run.text, bold=run.bold, italic=run.italic, link=target(run.link), baseline=raised(run))


def _place(found: Excess, spec: Spec) -> Span:
    """Where a word that is too wide was written: in a list it is one item's."""
    set_in = {paragraph.text for paragraph in found.fill.paragraphs if found.word in paragraph.text}
    return next((text.span for text in texts_of(spec) if text.plain in set_in), found.fill.span)


def _refuse(slide: Bound, excess: Sequence[Excess], diags: Diagnostics) -> None:
    """Report words too wide for their column, and once for each size of type how many lines are too many."""
    where = f'slide "{clipped(" ".join(slide.kind.title(slide.spec).split()))}" ({slide.kind.name})'
    long: dict[int, list[Excess]] = {}
    for found in excess:
        size = found.fill.style.size
        if found.message:
            diags.error("too-long", found.fill.span, f"{where}: {found.message}", hint=found.hint)
        elif found.word:
            diags.error(
                "too-wide",
                _place(found, slide.spec),
                f'{where}: "{clipped(found.word, 40)}" is wider than its column at {size} pt',
                hint="use a shorter word, or a hyphen where it may break",
            )
        else:  # two columns are one text, and what is cut from the first lets the second move up
            long.setdefault(size, []).append(found)
    for size, parts in long.items():
        lines, words = sum(part.lines for part in parts), sum(part.words for part in parts)
        diags.error(
            "too-long",
            parts[0].fill.span,
            f"{where}: {lines} line{'' if lines == 1 else 's'} too many at {size} pt",
            hint=f"cut about {words} word{'' if words == 1 else 's'}"
            + ("" if parts[0].fill.slot == "title" else ", or split the slide"),
        )
