"""Values that are not words: numbers, truth values, choices, dates. Each takes only what it says."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from deckgen.diagnostics import did_you_mean
from deckgen.load.nodes import Node, ScalarNode
from deckgen.spec.slots import BindContext
from deckgen.spec.types.shape import scalar

_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?")
# Mistakes and dates are seldom: `re` compiles and keeps these when they are first used.
_DIGITS = r"-?[\d ,.]*\d"
_MOST_DIGITS = 15
_DATE = r"\d{4}-\d{2}-\d{2}"
_MEANT = {
    "true": "true",
    "yes": "true",
    "on": "true",
    "y": "true",
    "false": "false",
    "no": "false",
    "off": "false",
    "n": "false",
}


class NumberType:
    """A number from `least` to `most`, in decimal digits and without quotes; a `whole` one has no decimals."""

    def __init__(self, least: float | None = None, most: float | None = None, *, whole: bool = False) -> None:
        self.least, self.most, self.whole = least, most, whole
        self.name = _range(least, most)

    def bind(self, node: Node, context: BindContext) -> float | None:
        """The number: an int where it is written as one."""
        found = scalar(node, context, wanted="a number")
        if found is None:
            return None
        if not found.plain or not _NUMBER.fullmatch(found.text):
            context.diags.error(
                "bad-number", found.span, f'"{found.text[:40]}" is not a number here', hint=_number_hint(found)
            )
            return None
        value = float(found.text) if "." in found.text else int(found.text)
        if self.whole and isinstance(value, float):
            context.diags.error(
                "bad-number", found.span, f"{found.text} is no whole number", hint=f"wanted is a {self.name}"
            )
            return None
        if (self.least is not None and value < self.least) or (self.most is not None and value > self.most):
            context.diags.error(
                "bad-number", found.span, f"{found.text} is out of range", hint=f"wanted is a {self.name}"
            )
            return None
        return value

    def schema(self) -> dict[str, Any]:
        """A number within its limits."""
        limits = {"minimum": self.least, "maximum": self.most}
        return {"type": "integer" if self.whole else "number"} | {
            key: limit for key, limit in limits.items() if limit is not None
        }

    def count(self, value: float) -> tuple[int, int]:
        """One word."""
        return 1, len(str(value))


class FilledNumberType(NumberType):
    """A number, or a variable that is one: "{{ share }}", as a row gives it. A per cent is so many in a hundred."""

    def bind(self, node: Node, context: BindContext) -> float | None:
        """The number as it is written here, or in what the variable stands for."""
        if not isinstance(node, ScalarNode) or "{{" not in node.text or node.reported:
            return super().bind(node, context)
        from deckgen.spec.numbers import parse_number
        from deckgen.spec.types.words import WordType
        from deckgen.spec.variables import AnyVariables

        words = WordType(f"a {self.name}").bind(node, context)
        if words is None:
            return None
        if isinstance(context.variables, AnyVariables):
            return self.least or 0  # its name stands in for a number to come
        number = parse_number(words.strip().removesuffix("%"))
        text = words if number is None else format(number.normalize(), "f")
        return super().bind(ScalarNode(text, node.span, plain=number is not None), context)

    def schema(self) -> dict[str, Any]:
        """A number within its limits, or a variable."""
        return {"anyOf": [super().schema(), {"type": "string", "pattern": r"^\s*\{\{.*\}\}\s*$"}]}


class FlagType:
    """true or false."""

    name = "true or false"

    def bind(self, node: Node, context: BindContext) -> bool | None:
        """The truth value; `yes`, `on` and the like are refused, for they mean two things in YAML."""
        found = scalar(node, context, wanted="true or false")
        if found is None:
            return None
        if found.plain and found.text in ("true", "True", "TRUE", "false", "False", "FALSE"):
            return found.text[0] in "tT"
        meant = _MEANT.get(found.text.lower())
        context.diags.error(
            "bad-flag",
            found.span,
            f'"{found.text[:40]}" is neither true nor false',
            hint=f"write {meant}, without quotes" if meant else "write true or false",
        )
        return None

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}

    def count(self, value: bool) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


class ChoiceType:
    """One of some words."""

    def __init__(self, *choices: str) -> None:
        self.choices = choices
        self.name = " or ".join(choices)

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The word."""
        found = scalar(node, context, wanted=self.name)
        if found is None or found.text in self.choices:
            return found.text if found else None
        words = all(choice.isalnum() for choice in self.choices)
        known = ", ".join(self.choices) if words else " and ".join(f'"{choice}"' for choice in self.choices)
        context.diags.error(
            "bad-choice",
            found.span,
            f'"{found.text[:40]}" is not one of: {known}',
            hint=self._hint(found.text) if words else f'write "{self.choices[0]}"',
        )
        return None

    def _hint(self, text: str) -> str | None:
        from deckgen.spec.other_names import other_choice  # only mistakes pay for this import

        return other_choice(text, self.choices) or did_you_mean(text, self.choices)

    def schema(self) -> dict[str, Any]:
        """The words."""
        return {"enum": list(self.choices)}

    def count(self, value: str) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


class DateType:
    """A day, as 2026-11-24."""

    name = "date, as 2026-11-24"

    def bind(self, node: Node, context: BindContext) -> date | None:
        """The day."""
        found = scalar(node, context, wanted="a date")
        if found is None:
            return None
        try:
            if re.fullmatch(_DATE, found.text):
                return date.fromisoformat(found.text)
        except ValueError:
            pass  # 2026-02-30 has the form of a date and is none
        from deckgen.spec.types.meant_day import day_hint  # only mistakes pay for this import

        context.diags.error("bad-date", found.span, f'"{found.text[:40]}" is not a date', hint=day_hint(found.text))
        return None

    def schema(self) -> dict[str, Any]:
        """A date of ISO 8601."""
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

    def count(self, value: date) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


def _range(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f"number from {least:g} to {most:g}"
    if least is not None:
        return f"number, {least:g} or more"
    return f"number up to {most:g}" if most is not None else "number"


def _number_hint(node: ScalarNode) -> str:
    """How to write what was likely meant."""
    text = node.text.strip()
    if _NUMBER.fullmatch(text):
        return f"write {text}, without quotes"
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1].strip()):
        return f"write {text[:-1].strip()}, without the per cent sign"
    if text.lstrip("-").replace(".", "", 1).isdecimal() and len(text) > _MOST_DIGITS:
        return f"write at most {_MOST_DIGITS} digits"
    if with_unit := re.fullmatch(r"(-?\d{1,9}(?:\.\d+)?) ?[^\W\d]+\.?", text):
        return f"write {with_unit[1]}, without what it counts"
    if clock := re.fullmatch(r"(\d{1,2}):([0-5]\d)", text):
        first, second = int(clock[1]), int(clock[2])
        return (
            f"write {first + second / 60:.3g} for minutes and seconds, or {first * 60 + second} for hours and minutes"
        )
    if spent := re.fullmatch(r"(?i)(\d{1,2}) ?h(?:rs?|ours?)? ?(\d{1,2})? ?(?:m|mins?|minutes?)?", text):
        return f"write {int(spent[1]) * 60 + int(spent[2] or 0)}, in minutes"
    if between := re.fullmatch(r"(\d+(?:\.\d+)?) ?(?:-|–|to) ?(\d+(?:\.\d+)?)", text):
        return f"write one number: {between[2]}"
    if re.fullmatch(r"-?\d{1,9},\d{1,2}", text):
        return f"write {text.replace(',', '.')}: a point stands before decimals"
    if re.fullmatch(_DIGITS, text):
        return "write plain digits, with a point before decimals: 1200.5"
    return "write digits: 5 or 2.5"
