"""Which way paragraphs run, and which of their words are written otherwise than the deck."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from deckgen.brand.model import Brand, Placeholder
from deckgen.scene import LINE_BREAK, Color, Node, Paragraph, Run, Script, Table, TextStyle
from deckgen.scripts import SYSTEMS, Writing, is_plain

N = TypeVar("N", bound=Struct)

LATIN_LANGUAGE = "en-GB"
"""Of Latin words in a deck of another writing system."""


def directed(made: tuple[Paragraph, ...], placeholder: Placeholder, writing: Writing) -> tuple[Paragraph, ...]:
    """Paragraphs most of whose letters run against the deck, told so, that words and marks stand where they should.

    They keep the side of their box. A list is turned over as a whole, bullets and all, or not at all. Code
    always runs from left to right.
    """
    if placeholder.style.font == "mono":
        return tuple([replace(p, rtl=False) for p in made]) if writing.rtl else made
    changed = tuple([_directed(p, writing) for p in made])
    if placeholder.list != "bullets":
        return changed
    if any(p.rtl is None for p in changed):
        return made
    return tuple([replace(p, align="l" if writing.rtl else "r") for p in changed])


def _directed(paragraph: Paragraph, writing: Writing) -> Paragraph:
    """The paragraph with a direction of its own where it has one: a telephone number is as a word of Latin."""
    from deckgen.scripts.bidi import leaning

    found = leaning(paragraph.text)
    against = found != "R" if writing.rtl else found == "R"
    return replace(paragraph, rtl=not writing.rtl) if against else paragraph


def told(nodes: Iterable[Node], brand: Brand) -> tuple[Node, ...]:
    """`nodes` with every run that is written otherwise than the deck in its own language and face."""
    directed_cells = [_with_cells_directed(node, brand.writing) for node in nodes]
    return tuple([_told(node, lambda p, style: tell(p, brand, style)) for node in directed_cells])


def _with_cells_directed(node: Node, writing: Writing) -> Node:
    """A table whose cells run as their words do: figures and names from left to right."""
    if not isinstance(node, Table) or not writing.rtl:
        return node
    rows = [
        replace(row, cells=tuple([replace(c, paragraphs=_each_directed(c.paragraphs, writing)) for c in row.cells]))
        for row in node.rows
    ]
    return replace(node, rows=tuple(rows))


def _each_directed(made: tuple[Paragraph, ...], writing: Writing) -> tuple[Paragraph, ...]:
    return tuple([_directed(paragraph, writing) for paragraph in made])


def tell(paragraph: Paragraph, brand: Brand, style: TextStyle | None = None) -> Paragraph:
    """The paragraph with its runs divided by writing system; `style` is that of its box."""
    writing = brand.writing
    if not writing.system and all(is_plain(run.text) for run in paragraph.runs):
        return paragraph
    from deckgen.scripts.itemise import stretches

    divided: list[Run] = []
    line: list[Run] = []
    for run in (*paragraph.runs, None):
        if run is not None and run.text != LINE_BREAK:
            line.append(run)
            continue
        text = "".join([r.text for r in line])
        systems = [s.system for s in stretches(text, writing, rtl=paragraph.rtl) for _ in range(s.start, s.stop)]
        divided += _divided(line, systems, brand, paragraph.style or style)
        line = []
        if run is not None:
            divided.append(run)
    return replace(paragraph, runs=tuple(divided))


def _divided(runs: list[Run], systems: list[str], brand: Brand, style: TextStyle | None) -> list[Run]:
    """`runs` where each is of one system; `systems` has that of each character."""
    found: list[Run] = []
    start = 0
    for run in runs:
        stop = start + len(run.text)
        while start < stop:
            end = start + 1
            while end < stop and systems[end] == systems[start]:
                end += 1
            text = run.text[len(run.text) - (stop - start) : len(run.text) - (stop - end)]
            found.append(_as(replace(run, text=text), systems[start], brand, style))
            start = end
    return found


def _as(run: Run, system: str, brand: Brand, style: TextStyle | None) -> Run:
    """The run in its own language, face and, where its letters are joined, without letterspacing."""
    if system == brand.writing.system:
        return run
    if not system:
        return replace(run, script=Script(LATIN_LANGUAGE))
    found = SYSTEMS[system]
    families = brand.scripts.get(system) or brand.scripts.get(found.instead) or {}
    family = families.get(style.font if style else "minor")
    spaced = run.tracking if run.tracking is not None else style.tracking if style else 0
    return replace(
        run,
        script=Script(found.language, found.slot, family.office if family else ""),
        tracking=0 if found.cursive and spaced else run.tracking,
    )


def _told(node: N, change: Callable[[Paragraph, TextStyle | None], Paragraph], style: TextStyle | None = None) -> N:
    """Any value of the scene, its paragraphs changed wherever they stand in it."""
    style = getattr(node, "style", None) or style
    changes: dict[str, Any] = {}
    for name in node.__struct_fields__:
        value = getattr(node, name)
        new = _within(value, change, style)
        if new is not value:
            changes[name] = new
    return replace(node, **changes) if changes else node


def _within(value: Any, change: Callable[[Paragraph, TextStyle | None], Paragraph], style: TextStyle | None) -> Any:
    if isinstance(value, Paragraph):
        return change(value, style)
    if isinstance(value, Color):
        return value
    if isinstance(value, tuple) and value and not isinstance(value[0], str | int | float):
        made = tuple([_within(inner, change, style) for inner in value])
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if isinstance(value, Struct) and not isinstance(value, TextStyle):
        return _told(value, change, style)
    return value
