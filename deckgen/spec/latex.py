"""LaTeX mathematics to a tree of MathML. The parser is latex2mathml; what it lets pass is caught here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.scene.math import Math

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_LENGTH, MAX_DEPTH = 1_000, 30
"""A formula of more characters, or nested deeper, is no formula for a slide."""

_ESCAPED = re.compile(r"\\([&%$#_{}])")
_LOOKS = ("accent", "fence", "form", "linethickness", "mathvariant", "notation", "stretchy", "width")
_NO_LOOKS = {
    "mathcolor": ("a colour", "a formula has the brand's"),
    "mathbackground": ("a colour behind it", "a formula has the brand's"),
    "href": ("a link", "put the address into source:"),
    "style": ("a style", "a formula has the brand's"),
    "class": ("a class", "delete it"),
}
"""What web pages know and a slide's formula has no place for: it would be left out without a word."""

_ENVIRONMENTS = r"([pbBvV]?matrix\*?|smallmatrix|array|cases|split|align\*?|aligned|substack)"
_NOT_MATHS = {
    "$": ("a formula stands without dollar signs", "delete them"),
    "&": ("an alignment belongs into a matrix or cases", "write each line as a formula of its own"),
    "}": ("a closing brace opens nowhere", "delete it, or write \\} for a brace that shows"),
    "{": ("an opening brace is never closed", "close it, or write \\{ for a brace that shows"),
}
_TOLD = {
    "ExtraLeftOrMissingRight": ("a \\left has no \\right, or the other way about", "write both, or neither"),
    "MissingSuperScriptOrSubscript": ("nothing follows a ^ or _", "write what is raised or lowered"),
    "DoubleSuperscripts": ("two exponents follow each other", "put braces round the first: {x^2}^3"),
    "DoubleSubscripts": ("two indices follow each other", "put braces round the first: {x_1}_2"),
    "NoAvailableTokens": ("it ends before it is complete", "look for a brace or an argument that is missing"),
    "MissingEnd": ("a \\begin has no \\end", "close it"),
}


class NotMathsError(Exception):
    """What is wrong with a formula, and what to do about it."""

    def __init__(self, said: str, hint: str) -> None:
        super().__init__(said)
        self.said, self.hint = said, hint


def parse_latex(source: str) -> Math:
    """The tree of a formula in display style. NotMathsError for what LaTeX or a slide can't set."""
    from latex2mathml.converter import convert_to_element  # 50 ms: only formulas pay for it

    if len(source) > MAX_LENGTH:
        raise NotMathsError(f"it has {len(source):,} characters", f"a slide's formula has at most {MAX_LENGTH:,}")
    _check_braces(re.sub(r"\\[\\{}]", "", source))
    _check_words(source)
    try:
        root = convert_to_element(source, display="block")
    except Exception as error:  # noqa: BLE001 - its own share no base, and it raises IndexError as well
        said, hint = _TOLD.get(
            type(error).__name__.removesuffix("Error"), ("it can't be read", "look for braces that don't match")
        )
        raise NotMathsError(said, hint) from None
    return _math(root, 0)


def _check_braces(source: str) -> None:
    """Refuse braces that don't match, or go too deep; those that are to be seen have been taken out."""
    deep, most = 0, source.count("\\sqrt")
    for mark in source:
        deep += (mark == "{") - (mark == "}")
        if deep < 0:
            raise NotMathsError(*_NOT_MATHS["}"])
        most = max(most, deep)
    if deep:
        raise NotMathsError(*_NOT_MATHS["{"])
    if most > MAX_DEPTH:
        raise NotMathsError(f"its braces are nested more than {MAX_DEPTH} deep", "write it in two formulas")


def _check_words(source: str) -> None:
    """Refuse what the parser leaves out without a word: remarks, and environments that it doesn't know."""
    if re.search(r"(?<!\\)(?:\\\\)*%", source):
        raise NotMathsError("what follows a % is a remark, and is not shown", "write \\% for a per cent sign")
    for name in re.findall(r"\\begin\s*\{([^{}]*)\}", source):
        if not re.fullmatch(_ENVIRONMENTS, name):
            raise NotMathsError(f'there is no environment "{name[:40]}"', "pmatrix and cases are two that there are")


def _math(element: Element, depth: int) -> Math:
    if depth > 4 * MAX_DEPTH:
        raise NotMathsError("it is nested too deep", "write it in two formulas")
    tag = element.tag.rpartition("}")[2]
    children = tuple([_math(child, depth + 1) for child in element])
    text = _leaf(tag, element.text or "") if not children else ""
    _check(tag, element, len(children))
    looks = tuple((name, element.attrib[name]) for name in _LOOKS if name in element.attrib)
    return Math(tag, text, children, looks)


def _leaf(tag: str, text: str) -> str:
    """The text of a leaf, its character references resolved."""
    import html

    words = html.unescape(text)
    if tag == "mtext":
        return _ESCAPED.sub(r"\1", words).replace("\u00a0", " ")
    if words in _NOT_MATHS and tag == "mi":
        raise NotMathsError(*_NOT_MATHS[words])
    if words.startswith("\\"):
        name = words if len(words) > 1 else "a backslash"
        raise NotMathsError(f"{name} is no command of LaTeX's mathematics", "look at how it is spelt")
    return words


_WANTED = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}


def _check(tag: str, element: Element, children: int) -> None:
    if children < _WANTED.get(tag, 0):
        name = "\\frac" if tag == "mfrac" else "a command"
        raise NotMathsError(f"{name} lacks an argument", "write each in braces: \\frac{a}{b}")
    for look in (look for look in _NO_LOOKS if look in element.attrib):
        what, hint = _NO_LOOKS[look]
        raise NotMathsError(f"it has {what}", hint)
    if tag == "mspace" and element.get("linebreak"):
        raise NotMathsError("a line break stands in it", "write each line as a formula of its own")
