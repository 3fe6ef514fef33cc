"""Words as SVG text (SVG 2, 11): each piece at its own place, and no wider than the drawing says.

A text's pieces are parts of one <text>, so that it is selected, searched and read as one. What runs from right to
left has a <text> for each piece: in one text browsers would order the pieces among themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, TypeGuard

from deckgen.drawing.model import Element, Mark, Words
from deckgen.fonts.shaper import Fit
from deckgen.ooxml.xml import Xml, el, value
from deckgen.write.svg.faces import Faces
from deckgen.write.svg.marks import num
from deckgen.write.svg.roles import Attributes

VISIBLE = 0.002
"""Less than this between two letters, in em, nobody sees; a line of 60 letters ends within a tenth of an em."""
PLAINLY = "font-kerning:normal;font-variant-ligatures:no-common-ligatures"
"""How text is shaped that nothing else is said of."""
_INLINE = ("Link", "Span")

Child: TypeAlias = Element | Mark


def is_inline(child: Child) -> TypeGuard[Words | Element]:
    """Whether a child is a part of a line of text: words, or a link or span of words."""
    if isinstance(child, Element):
        plain = child.role in _INLINE and not child.node  # what a build brings in is a group by itself
        return plain and bool(child.children) and all(map(is_inline, child.children))
    return isinstance(child, Words)


def all_words(children: Iterable[Child]) -> Iterator[Words]:
    """The words in inline children, in order."""
    for child in children:
        if isinstance(child, Words):
            yield child
        elif isinstance(child, Element):
            yield from all_words(child.children)


def look(words: Words, faces: Faces) -> Attributes:
    """How words look; what the slide's own element says already is left out."""
    face = faces.face(words.face)
    return {
        "font-family": face.css,
        # What the face is not, browsers imitate, for its file says what it is.
        "font-weight": 700 if face.file.bold or words.thickened else None,
        "font-style": "italic" if face.file.italic or words.slanted else None,
        "font-size": num(words.size),
        "fill": words.color,
        "text-decoration": "underline" if words.underline else None,
        "style": _shaping(words),
    }


def _shaping(words: Words) -> str | None:
    """How letters are joined and kerned, where it is not as the slide's own element has it."""
    if words.kerned and not words.ligatures:
        return None
    kerning, ligatures = "normal" if words.kerned else "none", "normal" if words.ligatures else "no-common-ligatures"
    return f"font-kerning:{kerning};font-variant-ligatures:{ligatures}"


def place(words: Words, faces: Faces) -> Attributes:
    """Where words stand, and how they come to their width."""
    fit = faces.fit(words)
    start = words.x + words.width if words.rtl else words.x  # what runs to the left starts at its right
    return {"x": num(start), "y": num(words.baseline), **_fitted(words, fit)}


def _fitted(words: Words, fit: Fit) -> Attributes:
    spacing = num(fit.spacing) if abs(fit.spacing) > VISIBLE * words.size or words.tracking else None
    if spacing == "0":
        spacing = None
    if abs(fit.stretch - 1) < VISIBLE:
        return {"letter-spacing": spacing}
    return {"letter-spacing": spacing, "textLength": num(words.width), "lengthAdjust": "spacingAndGlyphs"}


def alone(words: Words, faces: Faces) -> Xml:
    """Words as a text by themselves."""
    direction: Attributes = {"direction": "rtl"} if words.rtl else {}
    turn = f"rotate({num(words.turn)} {num(words.x)} {num(words.baseline)})" if words.turn else None
    said: Attributes = {**place(words, faces), "transform": turn, **direction, **look(words, faces)}
    return el("text", said, value(words.text))


class Spans:
    """Makes words parts of one text, one after another. `common` is what the text says already for all of them."""

    def __init__(self, first: Words, faces: Faces) -> None:
        self.common = {name: given for name, given in look(first, faces).items() if name != "text-decoration"}
        self._faces = faces

    def add(self, words: Words) -> Xml:
        """Words as a <tspan>."""
        own = {name: given for name, given in look(words, self._faces).items() if given != self.common.get(name)}
        # What the text says and this part does not has to be taken back.
        own = {name: _PLAIN.get(name) if given is None else given for name, given in own.items()}
        return el("tspan", {**place(words, self._faces), **own}, value(words.text))


_PLAIN: dict[str, str | int] = {
    "font-weight": 400,
    "font-style": "normal",
    "style": PLAINLY,
}
"""What takes a look back. An underline can't be: it is never common."""
