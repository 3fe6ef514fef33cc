"""Formulas for programs that know no Office Math, as LibreOffice draws them: our own outlines."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.pipeline import Pipeline
from deckgen.worlds import MemoryWorld
from tests.decks.library import BRANDS, TODAY, Built, assets, compiled
from tests.render.agreement import Pair
from tests.render.office import print_fonts

FORMULAS = (
    r"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}",
    r"\sum_{i=1}^{n} x_i^2 = \begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\boxed{E = mc^2}",
    r"\text{Attendance} = \frac{S_a}{S_p} \times 100",
)


def built(brand: str) -> Built:
    """A slide for each formula."""
    slides = "".join(
        f"  - {{kind: formula, id: f{n}, title: A formula, formula: '{f}'}}\n" for n, f in enumerate(FORMULAS)
    )
    deck = f"title: T\nbrand: {brand}\nslides:\n{slides}"
    return compiled(Pipeline(MemoryWorld({**assets(), "decks/t.yaml": deck.encode()}, today=TODAY)), "t")


def for_others(data: bytes) -> bytes:
    """The deck as a program reads it that knows none of the choices in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<mc:Choice [^>]*a14.*?</mc:Choice>", b"", old.read(name), flags=re.S))
    return made.getvalue()


@pytest.mark.render
@pytest.mark.parametrize("brand", BRANDS)
def test_other_programs_draw_the_formula_that_we_draw(brand: str, office_pdf: Callable[..., Path]) -> None:
    deck = built(brand)
    pair = Pair(deck, office_pdf(for_others(deck.data), fonts_conf=print_fonts()))
    for number in range(len(FORMULAS)):
        compared = pair.slide(number)
        assert compared.alike > 0.995, FORMULAS[number]
        assert compared.tone < 12, FORMULAS[number]
