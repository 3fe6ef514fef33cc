"""How the measurer fares against LibreOffice, and how long it takes.

    python tools/fit_report.py [paragraphs] [seed]

Draws that many random paragraphs (5,000) with LibreOffice and prints, by renderer's grid and by
family, the share of identical line breaks and of equal numbers of lines, how often LibreOffice
needs more lines than `SetParagraph.count` reckons with, and how often fewer; then timings.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from deckgen.fonts.measure import Measurer, Model
from deckgen.scene import Paragraph, Run
from deckgen.units import pt
from tests.fonts import families
from tests.render.fontconfig import soffice_to_pdf
from tests.render.specimens import Placed, bare, drawn_lines, specimens, write_pptx

MODELS: tuple[Model, ...] = ("libreoffice", "powerpoint", "ideal")
PARAGRAPH = (
    "The trust board meets once a term to review the attendance figures, staffing and finance of every "
    "school; a self-evaluation report goes to all the governors."
)


def main(count: str = "5000", seed: str = "20771") -> None:
    """Print both tables."""
    started = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        pptx = Path(folder, "fit.pptx")
        placed = write_pptx(specimens(int(seed), int(count)), pptx)
        (pdf,) = soffice_to_pdf([pptx], Path(folder, "out"))
        drawn = drawn_lines(pdf, placed)
    print(f"{count} paragraphs, seed {seed}, {perf_counter() - started:.0f} s")
    print_accuracy(placed, drawn)
    print_timings()


def print_accuracy(placed: Sequence[Placed], drawn: Sequence[Sequence[str]]) -> None:
    """A row for each grid and each family."""
    measurers = {family.build: families.measurer({"minor": family}) for family in families.FAMILIES}
    for model in MODELS:
        print_row(f"{model}, all", placed, drawn, measurers, model)
    for build in measurers:
        own = [index for index, place in enumerate(placed) if place.specimen.family.build == build]
        print_row(f"libreoffice, {build}", [placed[i] for i in own], [drawn[i] for i in own], measurers, MODELS[0])


def print_row(
    name: str, placed: Sequence[Placed], drawn: Sequence[Sequence[str]], measurers: dict[str, Measurer], model: Model
) -> None:
    """Identical breaks, equal numbers of lines, and the reckoned number of lines against the drawn one."""
    identical = equal = more = fewer = 0
    for place, lines in zip(placed, drawn, strict=True):
        _, style, paragraph, width = place.specimen
        measurer, room = measurers[place.specimen.family.build], pt(width)
        own = measurer.break_lines(paragraph, style, first=room, rest=room, model=model)
        told = [bare(line.text) for line in own if bare(line.text)]
        reckoned = measurer.set_paragraph(paragraph, style, first=room, rest=room).count
        identical += told == lines
        equal += len(told) == len(lines)
        more += len(lines) > reckoned
        fewer += len(lines) < reckoned
    share = 100 / len(placed)
    print(
        f"{name:32} {len(placed):6} identical {identical * share:6.2f} %  equal count {equal * share:6.2f} %  "
        f"drawn more than reckoned {more}, fewer {fewer * share:.1f} %"
    )


def print_timings() -> None:
    """Microseconds a paragraph of 158 characters, median of five rounds of 300 paragraphs."""
    random, style = Random(1), families.style(24)
    texts = [Paragraph((Run(shuffled(random)),)) for _ in range(300)]
    measurer, room = families.measurer(), pt(300)

    def all_three(text: Paragraph) -> None:
        measurer.set_paragraph(text, style, first=room, rest=room)

    rounds = []
    for _ in range(5):
        measurer.clear()
        rounds.append(micros(texts, all_three))
    print(f"set_paragraph, cold, three renderers  {median(rounds):6.1f} us")
    print(f"set_paragraph, warm                   {median(micros(texts, all_three) for _ in range(5)):6.1f} us")
    widths = iter(range(pt(290), pt(300)))

    def another_width(_: Paragraph) -> None:
        width = next(widths)
        measurer.set_paragraph(texts[0], style, first=width, rest=width)

    print(f"set_paragraph, at another width       {median(micros(texts, another_width) for _ in range(5)):6.1f} us")


def shuffled(random: Random) -> str:
    """The same words in another order: nothing that a text is remembered by."""
    words = PARAGRAPH.split()
    random.shuffle(words)
    return " ".join(words)


def micros(texts: Sequence[Paragraph], task: Callable[[Paragraph], None]) -> float:
    """Microseconds a text."""
    started = perf_counter()
    for text in texts:
        task(text)
    return (perf_counter() - started) / len(texts) * 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
