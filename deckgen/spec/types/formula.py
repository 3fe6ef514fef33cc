"""A formula in LaTeX."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.load.nodes import Node
from deckgen.scene.math import Math
from deckgen.spec.clean import clean
from deckgen.spec.slots import BindContext, clipped
from deckgen.spec.types.shape import scalar


class FormulaValue(Struct, frozen=True):
    """A formula that has been read: what its author wrote, and its tree."""

    latex: str
    math: Math
    span: Span = NOWHERE


class FormulaType:
    """One formula, as LaTeX writes it between dollar signs."""

    name = "formula in LaTeX"

    def bind(self, node: Node, context: BindContext) -> FormulaValue | None:
        """The formula's tree. Nothing in it is Markdown, a variable or a mark to mend."""
        from deckgen.spec.latex import NotMathsError, parse_latex

        found = scalar(node, context, wanted="a formula")
        text = clean(found.text, found.span, context) if found else None
        if found is None or text is None:
            return None
        try:
            return FormulaValue(text.strip(), parse_latex(text.strip()), found.span)
        except ImportError:
            context.diags.error(
                "no-maths",
                found.span,
                "formulas need a part of deckgen that is not installed",
                hint="pip install 'deckgen[maths]'",
            )
        except NotMathsError as error:
            context.diags.error(
                "bad-formula", found.span, f'the formula "{clipped(text.strip(), 40)}": {error.said}', hint=error.hint
            )
        return None

    def schema(self) -> dict[str, Any]:
        """A text."""
        return {"type": "string", "maxLength": 1_000}

    def count(self, value: FormulaValue) -> tuple[int, int]:
        """Nothing to read as prose."""
        return 0, 0
