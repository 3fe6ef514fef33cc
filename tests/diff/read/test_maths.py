"""Formulas in a line."""

from __future__ import annotations

import pytest

from deckgen.diff.read.deck import read_deck
from deckgen.diff.read.opened import open_package
from tests.diff.decks import between, built, changed, said

FORMULA = {"id": "f", "kind": "formula", "title": "A share", "source": "Illustrative"}


@pytest.mark.parametrize(
    ("latex", "told"),
    [
        (r"R_s = \frac{p_s}{\sum_{i=1}^{n} p_i} \times (I - E)", "R_s=(p_s)/(∑_(i=1)^n p_i)×(I−E)"),
        (r"x^2 + y_1^2", "x^2+y_1^2"),
        (r"\sqrt{a + b} + \sqrt[3]{c}", "√(a+b)+3√c"),
    ],
)
def test_formulas_are_read_as_one_would_type_them(latex: str, told: str) -> None:
    deck = read_deck(open_package(built({**FORMULA, "formula": latex})))
    (formula,) = [shape for shape in deck.slides[0].shapes if shape.kind == "formula"]
    assert "".join(formula.body.text.split()) == "".join(told.split())


def test_a_letter_changed_in_a_formula_is_told() -> None:
    found = between(built({**FORMULA, "formula": "a + b"}), built({**FORMULA, "formula": "a + c"}))
    changes = changed(found)[0].changes
    assert said(changes[0]) == "a+[b]{c}"
