"""The few marks of PDF's syntax that content streams are written in (ISO 32000-1, 7.3, 7.8.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


def fine(value: float) -> str:
    """A number to six places, of a plane whose units may be of any size."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path(commands: Iterable[PathCommand], height: float | None = None, *, write: Callable[[float], str] = num) -> str:
    """A path's operators (8.5.2), on a page of this height, whose y grows upwards in PDF; None: y is left as it is."""
    parts: list[str] = []
    for command, *given in commands:
        letter = str(command)
        n = [float(value) for value in given]
        if height is not None:
            n[1::2] = [height - y for y in n[1:2]] if letter == "O" else [height - y for y in n[1::2]]
        match letter:
            case "O":
                parts.append(circle(*n, write=write))
            case "Z":
                parts.append("h")
            case _:
                parts.append(f"{' '.join([write(value) for value in n])} {letter.lower()}")
    return "\n".join(parts)


def circle(x: float, y: float, r: float, *, write: Callable[[float], str] = num) -> str:
    """A full circle as four curves; PDF has none of its own."""
    k = r * PULL
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    drawn = [f"{' '.join([write(value) for value in curve])} c" for curve in curves]
    return "\n".join((f"{write(x + r)} {write(y)} m", *drawn, "h"))
