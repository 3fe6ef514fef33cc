"""`overflow: split`: what doesn't fit on a slide goes on on another one, titled '(continued)'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from deckgen.spec.slots import BindContext, Spec
from deckgen.spec.text import Text, TextRun

MOST_PARTS = 12
"""No slide becomes more slides than that."""


def check_most(spec: Spec, slot: str, most: int, context: BindContext) -> None:
    """Report more entries than one slide holds, unless the slide may be split."""
    found = len(spec.values[slot])
    if found > most and not spec.values.get("overflow"):
        context.diags.error(
            "wrong-count",
            spec.at(slot),
            f"{found} entries stand here; wanted: at most {most}",
            hint="put the rest on another slide; overflow: split does that by itself",
        )


def cuts(
    count: int, *, most: int, least: int = 1, allowed: Callable[[int], bool] = lambda cut: True
) -> Iterator[tuple[int, ...]]:
    """The ways to share `count` entries among slides: (0, 4, 8) is two of four. Few slides come first.

    A slide gets from `least` to `most` of them, and slides as equal numbers as can be; `allowed` says whether one
    may begin with an entry.
    """
    for parts in range(-(-count // most), min(count // least, MOST_PARTS) + 1):
        bounds = [0]
        for part in range(1, parts):
            bounds.append(_nearest(round(part * count / parts), count, allowed))
        bounds.append(count)
        if all(least <= after - before <= most for before, after in pairwise(bounds)):
            yield tuple(bounds)


def _nearest(wanted: int, count: int, allowed: Callable[[int], bool]) -> int:
    """The entry nearest to `wanted` that a slide may begin with; 0 where there is none."""
    found = [cut for cut in range(1, count) if allowed(cut)]
    return min(found, key=lambda cut: (abs(cut - wanted), cut), default=0)


def split(spec: Spec, slot: str, *, most: int, least: int) -> Iterator[tuple[Spec, ...]]:
    """The ways to share the entries of `slot` among slides, where the spec says `overflow: split`."""
    entries = spec.values[slot]
    if spec.values.get("overflow"):
        for bounds in cuts(len(entries), most=most, least=least):
            yield tuple(spec.having(**{slot: entries[a:b]}) for a, b in pairwise(bounds))


def continued(spec: Spec, part: int, parts: int, language: str) -> Spec:
    """The spec of part `part` (from 1) of `parts`: from the second on its title says that it goes on."""
    title: Text = spec.values["title"]
    if part == 1:
        return spec
    from deckgen.spec.words import words_of  # few slides are split

    word = words_of(language).continued
    count = f"{part}/{parts}" if parts > 2 or not word else ""
    said = " ".join(filter(None, (word, count)))
    return spec.having(title=Text((*title.runs, TextRun(f" ({said})")), title.span))
