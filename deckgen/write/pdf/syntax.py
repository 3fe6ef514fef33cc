"""The few marks of PDF's syntax that content streams are written in (ISO 32000-1, 7.3, 7.8.2)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from deckgen.drawing.model import PathCommand

PULL = 0.5522847498
"""How far a quarter circle's control points stand off, in radii."""


def num(value: float) -> str:
    """A number to a thousandth; PDF knows no exponents."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def nums(*values: float) -> str:
    """Numbers, with spaces between."""
    return " ".join([num(value) for value in values])


@cache
def rgb(color: str) -> str:
    """The three numbers of "#RRGGBB"."""
    return nums(*(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)))


def text_string(text: str) -> str:
    """A text string, in hexadecimal so that nothing in it needs escaping (7.9.2.2)."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


def path(commands: Sequence[PathCommand], height: float) -> str:
    """A path's operators (8.5.2) on a page of this height, whose y grows upwards in PDF."""
    parts: list[str] = []
    for letter, *given in commands:
        n = [float(value) for value in given]
        match letter:
            case "M":
                parts.append(f"{nums(n[0], height - n[1])} m")
            case "L":
                parts.append(f"{nums(n[0], height - n[1])} l")
            case "C":
                parts.append(f"{nums(n[0], height - n[1], n[2], height - n[3], n[4], height - n[5])} c")
            case "O":
                parts.append(circle(n[0], height - n[1], n[2]))
            case _:
                parts.append("h")
    return "\n".join(parts)


def circle(x: float, y: float, r: float) -> str:
    """A full circle as four curves; PDF has none of its own."""
    k = r * PULL
    return "\n".join(
        (
            f"{nums(x + r, y)} m",
            f"{nums(x + r, y + k, x + k, y + r, x, y + r)} c",
            f"{nums(x - k, y + r, x - r, y + k, x - r, y)} c",
            f"{nums(x - r, y - k, x - k, y - r, x, y - r)} c",
            f"{nums(x + k, y - r, x + r, y - k, x + r, y)} c",
            "h",
        )
    )
