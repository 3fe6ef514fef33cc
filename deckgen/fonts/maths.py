"""How much room a formula takes.

Office sets formulas in Cambria Math, which can't be shipped. They are measured in STIX Two Math by ziamath,
which lays mathematics out as the OpenType MATH table says; both faces are Times-like with much the same widths.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from deckgen.ooxml.xml import Xml, el, text
from deckgen.scene.math import Math

if TYPE_CHECKING:
    from ziamath.zmath import Math as Drawn

MARGIN = 1.15
"""What is added because it is another face that is measured."""
AT = 100
"""The size that formulas are set at before they are scaled."""
_MEDIUM = {"lspace": "mediummathspace", "rspace": "mediummathspace"}
_SPACED = {"×": _MEDIUM, "÷": _MEDIUM}
"""Operators that Office and MathML Core (B.2) set as far apart as a plus, and ziamath nearly without space."""
_MATHML = "http://www.w3.org/1998/Math/MathML"


@lru_cache(256)
def extent(math: Math) -> tuple[float, float]:
    """(width, height) of a formula in em, with the margin."""
    width, height = drawn(math).getsize()
    return width / AT * MARGIN, height / AT * MARGIN


@lru_cache(16)
def drawn(math: Math) -> Drawn:
    """The formula as ziamath sets it, in 50 ms where it is long. ModuleNotFoundError without the extra `maths`."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # how it opens its own font is its own affair
        from ziamath.zmath import Math as Drawn  # 70 ms: only formulas pay for it

        return Drawn(str(mathml(math)), size=AT, margin=0)


def undrawn(math: Math) -> list[str]:
    """The characters of a formula that no mathematical face has: emoji, and letters of other writing systems."""
    said = dict.fromkeys(char for char in math.plain if char.isprintable() and not char.isspace() and ord(char) > 0x7F)
    if not said:
        return []
    font = drawn(Math("math", "", (Math("mi", "x"),))).font
    return [char for char in said if not font.glyphindex(char)]


def mathml(math: Math) -> Xml:
    """The formula as presentation MathML, for measuring: a style says nothing here, and ziamath trips over it."""
    root = {"xmlns": _MATHML, "display": "block"} if math.tag == "math" else {}
    if math.tag == "mo" and math.text in _SPACED:
        root = _SPACED[math.text]
    children = [mathml(child) for child in math.children] or [text(math.text)]
    tag = "mrow" if math.tag == "mstyle" else math.tag
    return el(tag, {**root, **dict(math.attributes)}, *children)
