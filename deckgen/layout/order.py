"""The order in which a slide is built, said in a line or two.

A kind's `build` puts these together. Names are slot paths, and a name stands for everything below it: "points"
for "points.left" and "points.right" as well, "figures[0]" for its dots, its value and its label. A name of
nothing that is on the slide gives no click.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.scene import FADE, NUMBER, Effect, Node, Reveal, Step, TextBox


def together(nodes: Sequence[Node], *names: str, effect: Effect = FADE) -> tuple[Step, ...]:
    """One click that brings all of these; no click where none of them is on the slide."""
    step = tuple(Reveal(node.name, effect=effect) for name in names for node in named(nodes, name))
    return (step,) if step else ()


def one_by_one(nodes: Sequence[Node], *names: str) -> tuple[Step, ...]:
    """A click for each of these."""
    return tuple(step for name in names for step in together(nodes, name))


def by_paragraph(nodes: Sequence[Node], *names: str) -> tuple[Step, ...]:
    """A click for each paragraph of these text boxes; a point brings the list below it."""
    boxes = (node for name in names for node in named(nodes, name))
    return tuple(step for box in boxes if isinstance(box, TextBox) for step in _paragraphs(box))


def by_series(nodes: Sequence[Node], name: str, *series: Sequence[int]) -> tuple[Step, ...]:
    """A click for each group of a chart's series, which are numbered from 0; its axes stand there before."""
    return tuple(
        tuple(Reveal(node.name, series=number) for number in group)
        for node in named(nodes, name)
        for group in series
        if group
    )


def foot() -> tuple[Step, ...]:
    """One click that brings the slide's number, which stands on a panel that comes with it; so does a footer, where
    the deck has one (`with_footer`)."""
    return ((Reveal(NUMBER),),)


def joined(*steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """All these steps on one click, each in its own way."""
    step = tuple(reveal for part in steps for found in part for reveal in found)
    return (step,) if step else ()


def named(nodes: Sequence[Node], name: str) -> Iterator[Node]:
    """The nodes of this name or below it, in reading order."""
    return (node for node in nodes if node.name == name or node.name.startswith((f"{name}.", f"{name}[")))


def _paragraphs(box: TextBox) -> Iterator[Step]:
    """A step for each outermost paragraph that holds words, with what follows it at deeper levels."""
    texts = [paragraph.text.strip() for paragraph in box.paragraphs]
    least = min((p.level for p, text in zip(box.paragraphs, texts, strict=True) if text), default=0)
    starts = [n for n, p in enumerate(box.paragraphs) if texts[n] and (p.level <= least)]
    for first, following in zip(starts, [*starts[1:], len(box.paragraphs)], strict=True):
        yield (Reveal(box.name, first, following - 1),)
