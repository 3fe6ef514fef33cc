"""The script as Markdown (CommonMark 0.31): what is set bold in the notes is bold here, and so on.

Every character that might be taken for markup stands behind a backslash, so that the words are read as they were
written. Superscript and subscript, and emphasis where CommonMark's rule for words' edges (6.2) would not see it, are
written as HTML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from deckgen.scene import LINE_BREAK, Deck, Link, Paragraph, Run
from deckgen.scene.clock import Turn, clock
from deckgen.write.script.outline import has_sections, head_facts, looks, sections, when

_SPECIAL = re.compile(r"[\\`*_\[\]<>#~|]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\s*)([-+=])|^(\s*\d{1,9})([.)])", re.MULTILINE)
_TAGS = {"**": "strong", "*": "em", "super": "sup", "sub": "sub"}


def markdown(deck: Deck) -> str:
    """The script of the deck."""
    return "\n\n".join(_blocks(deck)) + "\n"


def _blocks(deck: Deck) -> Iterator[str]:
    """Its blocks, which empty lines part."""
    times = clock(deck)
    numbers = {turn.slide.id: turn.number for turn in (*times.shown, *times.backup)}
    yield f"# {escaped(deck.title)}"
    if facts := head_facts(deck, times):
        yield "\n".join([_fact(name, said) for name, said in facts])
    level = "###" if has_sections(times) else "##"
    for section, turns in sections(times, deck.language):
        if section:
            yield f"## {escaped(section)}"
        for turn in turns:
            yield from _turn(turn, level, deck.language, numbers)


def _fact(name: str, said: str) -> str:
    return f"- **{escaped(name)}:** {escaped(said)}" if name else f"- {escaped(said)}"


def _turn(turn: Turn, level: str, language: str, numbers: dict[str, int]) -> Iterator[str]:
    yield f"{level} {turn.number}. {escaped(turn.title)}"
    if said := when(turn, language):
        first = f"**{escaped(said[0])}**" if turn.begins is not None else escaped(said[0])
        yield " · ".join([first, *map(escaped, said[1:])])
    for listed, group in groupby(turn.slide.notes, lambda paragraph: bool(paragraph.bullet)):
        if listed:
            yield "\n".join(_items(list(group), numbers))
        else:
            yield from (_paragraph(paragraph, numbers) for paragraph in group)


def _paragraph(paragraph: Paragraph, numbers: dict[str, int]) -> str:
    return _safe_starts(_inline(list(looks(paragraph)), numbers).strip())


def _items(paragraphs: Sequence[Paragraph], numbers: dict[str, int]) -> Iterator[str]:
    """The items of a list; one stands in as far as there are items above it, however deep it says it is."""
    above: list[int] = []
    for paragraph in paragraphs:
        above = [*(level for level in above if level < paragraph.level), paragraph.level]
        inset = "  " * (len(above) - 1)
        yield f"{inset}- " + _paragraph(paragraph, numbers).replace("\n", f"\n{inset}  ")


def _inline(runs: Sequence[Run], numbers: dict[str, int]) -> str:
    made = ""
    for link, group in groupby(runs, lambda run: run.link):
        inside = _marked(list(group), "[" if link else made[-1:])
        linked = inside if link is None else _linked(inside, link, numbers)
        if made.endswith("!") and linked.startswith("["):
            made = f"{made[:-1]}\\!"  # else the link were a picture
        made += linked
    return made


def _linked(inside: str, link: Link, numbers: dict[str, int]) -> str:
    """A link; one to a slide is told by the slide's number, since Markdown has no place to jump to."""
    if link.slide is not None:
        return f"{inside} (→ {numbers[link.slide]})" if link.slide in numbers else inside
    address = (link.url or "").replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    return f"[{inside}](<{address}>)"


def _marked(runs: Sequence[Run], before: str) -> str:
    """Runs with their emphasis; `before` is the sign that they follow."""
    made = ""
    for index, run in enumerate(runs):
        if run.text == LINE_BREAK:
            made += "\\\n"
            continue
        after = runs[index + 1] if index + 1 < len(runs) else None
        plain = after is None or not (after.bold or after.italic or after.baseline)
        follows = after.text[:1] if after is not None and plain else "" if after is None else "*"
        made += _emphasised(run, made[-1:] or before, follows)
    return made


def _emphasised(run: Run, before: str, after: str) -> str:
    """A run between its marks; blanks at its edges stand outside of them."""
    core = run.text.strip()
    if not core:
        return run.text
    lead, _, trail = run.text.partition(core)
    made = escaped(core)
    before, after = (lead or before)[-1:], (trail or after)[:1]
    if run.baseline:
        made = _tagged(made, "super" if run.baseline > 0 else "sub")
    marks = ("***" if run.italic else "**") if run.bold else "*" if run.italic else ""
    if marks and _stands_free(core, before, after) and not run.baseline:
        made = f"{marks}{made}{marks}"
    else:
        for mark in [mark for mark, on in (("*", run.italic), ("**", run.bold)) if on]:
            made = _tagged(made, mark)
    return f"{lead}{made}{trail}"


def _tagged(text: str, mark: str) -> str:
    return f"<{_TAGS[mark]}>{text}</{_TAGS[mark]}>"


def _stands_free(core: str, before: str, after: str) -> bool:
    """Whether asterisks round `core` are seen as marks between these neighbours (CommonMark 6.2)."""
    if "*" in (before, after):
        return False
    opens = not _is_mark(core[0]) or not before or before.isspace() or _is_mark(before)
    closes = not _is_mark(core[-1]) or not after or after.isspace() or _is_mark(after)
    return opens and closes


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def escaped(text: str) -> str:
    """`text` on one line with nothing in it that Markdown reads as markup."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", " ".join(text.split("\n")))


def _safe_starts(text: str) -> str:
    """`text` with no line that begins as an item, a number or a heading's underline does."""

    def masked(found: re.Match[str]) -> str:
        return f"{found[1]}\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}"

    return _LINE_START.sub(masked, text)
