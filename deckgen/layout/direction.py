"""Which way paragraphs run, and which of their words are written otherwise than the deck."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from deckgen.brand.model import Brand, Placeholder
from deckgen.scene import LINE_BREAK, Node, Paragraph, Run, Script, TextStyle
from deckgen.scripts import SYSTEMS, Writing, is_plain

N = TypeVar("N", bound=Struct)

LATIN_LANGUAGE = "en-GB"
"""Of Latin words in a deck of another writing system."""


def directed(made: tuple[Paragraph, ...], placeholder: Placeholder, writing: Writing) -> tuple[Paragraph, ...]:
    """Paragraphs all of whose letters run against the deck, told so, that their marks stand where they should.

    They keep the side of their box. Those of a list keep its direction as well: its bullets are on one side.
    """
    if placeholder.list != "none" or (not writing.rtl and all(is_plain(p.text) for p in made)):
        return made
    from deckgen.scripts.bidi import directions

    contrary = frozenset({"L" if writing.rtl else "R"})
    return tuple([replace(p, rtl=not writing.rtl) if directions(p.text) == contrary else p for p in made])


def told(nodes: Iterable[Node], brand: Brand) -> tuple[Node, ...]:
    """`nodes` with every run that is written otherwise than the deck in its own language and face."""
    return tuple([_told(node, lambda p, style: tell(p, brand, style)) for node in nodes])


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
    if isinstance(value, tuple) and value and not isinstance(value[0], str | int | float):
        made = tuple([_within(inner, change, style) for inner in value])
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if isinstance(value, Struct) and not isinstance(value, TextStyle):
        return _told(value, change, style)
    return value
