"""Signs of a sum between large letters: raised to the middle of what is beside them, where their face has them low."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec.structs import replace

from deckgen.layout.attempt import Fill
from deckgen.layout.setter import Page
from deckgen.scene import Paragraph, Run

SIGNS = frozenset("×÷+−=±≈≠·")
LOW = 0.03
"""How far below the middle of its neighbours a sign may stand before it is seen to (em)."""
SMALLER = 0.625
"""What a raised sign has left of its size: two thirds in PowerPoint, 58 per cent in LibreOffice. Half-way between them,
it stands within a hundredth of an em of the middle in both."""

Middle: TypeAlias = Callable[[str, Run], float | None]
"""How far above the baseline the middle of a run's letter is, in em; None for one without ink."""


def centred_signs(page: Page, fill: Fill) -> Fill:
    """The fill with its signs in the middle of their neighbours.

    Faces draw signs for lower-case words and old-style figures; between capitals some stand nearly on the ground.
    """
    style, measurer = fill.style, page.setter.measurer

    def middle(char: str, run: Run) -> float | None:
        return measurer.middle(char, style, bold=run.bold or style.bold, italic=run.italic)

    return replace(fill, paragraphs=tuple([_centred(paragraph, middle) for paragraph in fill.paragraphs]))


def _centred(paragraph: Paragraph, middle: Middle) -> Paragraph:
    """The paragraph, its raised signs in runs of their own; as it is, where none need be raised.

    Then nothing of it is tracked: LibreOffice leaves out the tracking after the last letter of a run (NATIVE.md 6).
    """
    letters = [(char, run) for run in paragraph.runs for char in run.text]
    raised = [_raise(letters, place, middle) for place in range(len(letters))]
    if raised == [run.baseline for _, run in letters]:
        return paragraph
    looks = [replace(run, text="", baseline=by, tracking=0) for (_, run), by in zip(letters, raised, strict=True)]
    alike = groupby(zip(looks, letters, strict=True), key=lambda pair: pair[0])
    runs = [replace(look, text="".join([char for _, (char, _) in group])) for look, group in alike]
    return replace(paragraph, runs=tuple(runs))


def _raise(letters: Sequence[tuple[str, Run]], place: int, middle: Middle) -> int:
    """How far the letter at `place` is raised, as `Run.baseline` says it; what its author raised stays as it is."""
    char, run = letters[place]
    own = middle(char, run) if char in SIGNS and not run.baseline else None
    if own is None:
        return run.baseline
    before, after = range(place - 1, -1, -1), range(place + 1, len(letters))
    sides = [_next((letters[n] for n in side), middle) for side in (before, after)]
    beside = [found for found in sides if found is not None]
    wanted = sum(beside) / len(beside) if beside else own
    return round((wanted - SMALLER * own) * 1000) * 100 if wanted - own > LOW else run.baseline


def _next(letters: Iterable[tuple[str, Run]], middle: Middle) -> float | None:
    """The middle of the first of the letters that is seen, unless it is a sign itself."""
    seen = next(((char, run) for char, run in letters if not char.isspace()), None)
    return middle(*seen) if seen and seen[0] not in SIGNS else None
