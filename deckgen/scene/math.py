"""Mathematics: a formula as the tree that MathML makes of it, and its box on the slide."""

# Annotations are values here, as in `nodes`.
from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene.text import Color, PlaceholderRef
from deckgen.units import Emu, Rect


class Math(Struct, frozen=True):
    """An element of presentation MathML 3: its name without the namespace, its text or its children.

    `attributes` are sorted pairs, as far as they change how it looks.
    """

    tag: str
    text: str = ""
    children: tuple["Math", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The value of an attribute, "" where there is none."""
        return dict(self.attributes).get(name, "")

    @property
    def plain(self) -> str:
        """The formula in one line of words: (a + b)/2."""
        return _plain(self)


class Formula(Struct, frozen=True, kw_only=True, tag=True):
    """A formula in a placeholder. `size` is in whole points; `width` and `height` are what it takes (EMU).

    `text` is the formula in one line, for whoever looks for words; `alt` says it aloud.
    """

    name: str
    rect: Rect
    math: Math
    size: int
    width: Emu
    height: Emu
    text: str
    alt: str
    color: Color
    placeholder: PlaceholderRef
    moved: bool = False
    span: Span = NOWHERE


_FENCED = {"mfrac": "/", "msup": "^", "msub": "_"}


def _plain(math: Math) -> str:
    parts = [_plain(child) for child in math.children]
    match math.tag:
        case "mfrac" | "msup" | "msub":
            return _FENCED[math.tag].join([_grouped(part) for part in parts])
        case "msqrt":
            return f"√{_grouped(''.join(parts))}"
        case "mroot":
            return f"{parts[1]}√{_grouped(parts[0])}"
        case "msubsup" | "munderover":
            return f"{_grouped(parts[0])}_{_grouped(parts[1])}^{_grouped(parts[2])}"
        case "munder":
            return f"{parts[0]}_{_grouped(parts[1])}"
        case "mover":
            return f"{parts[0]}^{_grouped(parts[1])}"
        case "mtable":
            return "; ".join(parts)
        case "mtr":
            return ", ".join(parts)
        case "mspace":
            return " "
        case "mo" if len(math.text) == 1 and math.text in "=<>≤≥±×÷+−≈≠→":
            return f" {math.text} "
        case _:
            return math.text + "".join(parts)


def _grouped(part: str) -> str:
    part = part.strip()
    return f"({part})" if " " in part and not (part.startswith("(") and part.endswith(")")) else part
