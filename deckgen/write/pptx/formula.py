"""Formulas as Office Math (ECMA-376 part 1, 22.1), from the tree of presentation MathML."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckgen.ooxml.xml import Xml, el, join, text
from deckgen.scene.math import Formula, Math
from deckgen.write.pptx.pen import Pen

_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_FACE = "Cambria Math"
"""The face of every formula in Office: it has the tables that a formula is set by."""
_NARY = frozenset("∑∏∐⋀⋁⋂⋃⨀⨁⨂∫∬∭∮∯∰")
_INTEGRALS = frozenset("∫∬∭∮∯∰")
_BARS = frozenset("\u00af\u2015\u203e_\u0332\u0305")
_BRACES = frozenset("⏞⏟⎴⎵")
_OPENING, _CLOSING = "([{⟨⌊⌈|‖", ")]}⟩⌋⌉|‖"
_ACCENTS = {"^": "\u0302", "→": "\u20d7", "~": "\u0303", "˙": "\u0307", "¨": "\u0308", "ˇ": "\u030c"}
_SPACES = ((0.9, "\u2003"), (0.25, "\u2005"), (0.2, "\u205f"), (0.1, "\u2009"))


class Scribe:
    """Writes the Office Math of one formula in its size and colour."""

    def __init__(self, formula: Formula, pen: Pen) -> None:
        self._look: dict[str, str | int | None] = {"lang": pen.language, "sz": formula.size * 100}
        self._children = (pen.fill(formula.color), el("a:latin", {"typeface": _FACE}))

    def paragraph(self, math: Math) -> Xml:
        """`m:oMathPara` (22.1.2.78), ranged left."""
        jc = el("m:oMathParaPr", None, el("m:jc", {"m:val": "left"}))
        return el("m:oMathPara", {"xmlns:m": _M}, jc, el("m:oMath", None, self._row(math.children)))

    def _row(self, parts: Sequence[Math]) -> Xml:
        """Elements side by side: fences take what is between them, big operators what follows."""
        made: list[Xml] = []
        at = 0
        while at < len(parts):
            part = parts[at]
            if close := _closing(parts, at):
                made.append(self._fenced(part, parts[at + 1 : close], parts[close]))
                at = close + 1
            elif _is_nary(part):
                made.append(self._nary(part, parts[at + 1 : at + 2]))
                at += 2
            else:
                made.append(self._element(part))
                at += 1
        return join(made)

    def _element(self, math: Math) -> Xml:
        write = _WRITERS.get(math.tag)
        return write(self, math) if write else self._row(math.children)

    def run(self, words: str, *, style: str = "", literal: bool = False) -> Xml:
        """`m:r` (22.1.2.87): upright ("p"), italic ("i") or bold ("b") symbols, or words."""
        kind = el("m:nor") if literal else el("m:sty", {"m:val": style})
        look = {**self._look, "i": int(style == "i"), "b": int(style == "b")}
        return el(
            "m:r",
            None,
            el("m:rPr", None, kind),
            el("a:rPr", look, *self._children),
            el("m:t", None, text(words)),
        )

    def _e(self, name: str, math: Math | Sequence[Math]) -> Xml:
        """An argument: PowerPoint shows a dotted box where one is empty."""
        parts = (math,) if isinstance(math, Math) else tuple(math)
        return el(name, None, self._row(parts) if parts else self.run("\u200b", style="p"))

    def _symbol(self, math: Math) -> Xml:
        upright = len(math.text) > 1 or not math.text.isalpha() or math.get("mathvariant") == "normal"
        bold = math.get("mathvariant").startswith("bold")
        return self.run(math.text, style="b" if bold else "p" if upright else "i")

    def _upright(self, math: Math) -> Xml:
        return self.run(math.text, style="p")

    def _words(self, math: Math) -> Xml:
        return self.run(math.text, literal=True)

    def _space(self, math: Math) -> Xml:
        width = math.get("width").removesuffix("em")
        wide = float(width) if width.replace(".", "", 1).isdigit() else 0.0
        space = next((space for least, space in _SPACES if wide >= least), "")
        return self.run(space, style="p") if space else Xml("")

    def _fraction(self, math: Math) -> Xml:
        bare = math.get("linethickness") in ("0", "0em", "0pt")
        properties = (el("m:fPr", None, el("m:type", {"m:val": "noBar"})),) if bare else ()
        return el("m:f", None, *properties, self._e("m:num", math.children[0]), self._e("m:den", math.children[1]))

    def _root(self, math: Math) -> Xml:
        if math.tag == "msqrt":
            hidden = el("m:radPr", None, el("m:degHide", {"m:val": "1"}))
            return el("m:rad", None, hidden, el("m:deg"), self._e("m:e", math.children))
        return el("m:rad", None, self._e("m:deg", math.children[1]), self._e("m:e", math.children[0]))

    def _raised(self, math: Math) -> Xml:
        base, script = math.children
        name, part = ("m:sSup", "m:sup") if math.tag == "msup" else ("m:sSub", "m:sub")
        if math.tag == "msub" and base.tag == "mo" and base.text.isalpha():
            return self._limit(math)
        return el(name, None, self._e("m:e", base), self._e(part, script))

    def _both(self, math: Math) -> Xml:
        base, sub, sup = math.children
        return el("m:sSubSup", None, self._e("m:e", base), self._e("m:sub", sub), self._e("m:sup", sup))

    def _over(self, math: Math) -> Xml:
        base, mark = math.children
        char, top = mark.text, math.tag == "mover"
        place = el("m:pos", {"m:val": "top" if top else "bot"})
        if char and char in _BARS:
            return el("m:bar", None, el("m:barPr", None, place), self._e("m:e", base))
        if char and char in _BRACES:
            properties = el("m:groupChrPr", None, el("m:chr", {"m:val": char}), place)
            return el("m:groupChr", None, properties, self._e("m:e", base))
        if top and char in _ACCENTS:
            return el("m:acc", None, el("m:accPr", None, el("m:chr", {"m:val": _ACCENTS[char]})), self._e("m:e", base))
        return self._limit(math)

    def _limit(self, math: Math) -> Xml:
        name = "m:limUpp" if math.tag == "mover" else "m:limLow"
        return el(name, None, self._e("m:e", math.children[0]), self._e("m:lim", math.children[1]))

    def _between(self, math: Math) -> Xml:
        base, under, over = math.children
        lower = el("m:limLow", None, self._e("m:e", base), self._e("m:lim", under))
        return el("m:limUpp", None, el("m:e", None, lower), self._e("m:lim", over))

    def _table(self, math: Math) -> Xml:
        rows = [el("m:mr", None, *(self._e("m:e", cell.children) for cell in row.children)) for row in math.children]
        return el("m:m", None, *rows)

    def _boxed(self, math: Math) -> Xml:
        return el("m:borderBox", None, self._e("m:e", math.children))

    def _fenced(self, left: Math, inside: Sequence[Math], right: Math) -> Xml:
        ends = (el("m:begChr", {"m:val": left.text}), el("m:endChr", {"m:val": right.text}))
        return el("m:d", None, el("m:dPr", None, *ends), self._e("m:e", inside))

    def _nary(self, math: Math, following: Sequence[Math]) -> Xml:
        base, scripts = (math.children[0], math.children[1:]) if math.children else (math, ())
        under = scripts[0] if scripts and math.tag not in ("msup", "mover") else None
        over = scripts[-1] if scripts and math.tag not in ("msub", "munder") else None
        properties = el(
            "m:naryPr",
            None,
            el("m:chr", {"m:val": base.text}),
            el("m:limLoc", {"m:val": "subSup" if base.text in _INTEGRALS else "undOvr"}),
            *(() if under else (el("m:subHide", {"m:val": "1"}),)),
            *(() if over else (el("m:supHide", {"m:val": "1"}),)),
        )
        sub = self._e("m:sub", under) if under else el("m:sub")
        sup = self._e("m:sup", over) if over else el("m:sup")
        return el("m:nary", None, properties, sub, sup, self._e("m:e", following))


_WRITERS: dict[str, Callable[[Scribe, Math], Xml]] = {
    "mi": Scribe._symbol,
    "mn": Scribe._upright,
    "mo": Scribe._upright,
    "mtext": Scribe._words,
    "mspace": Scribe._space,
    "mfrac": Scribe._fraction,
    "msqrt": Scribe._root,
    "mroot": Scribe._root,
    "msup": Scribe._raised,
    "msub": Scribe._raised,
    "msubsup": Scribe._both,
    "mover": Scribe._over,
    "munder": Scribe._over,
    "munderover": Scribe._between,
    "mtable": Scribe._table,
    "menclose": Scribe._boxed,
}


def _is_nary(math: Math) -> bool:
    """Whether it is a big operator, with or without limits."""
    base = math.children[0] if math.tag in ("msub", "msup", "msubsup", "munder", "mover", "munderover") else math
    return base.tag == "mo" and base.text in _NARY and base.text != ""


def _closing(parts: Sequence[Math], at: int) -> int:
    """Where the fence that opens at `at` closes; 0 where none opens there, or it doesn't close."""
    if not _is_fence(parts[at], _OPENING, "prefix"):
        return 0
    deep = 0
    for place in range(at + 1, len(parts)):
        if _is_fence(parts[place], _CLOSING, "postfix"):
            if deep == 0:
                return place
            deep -= 1
        elif _is_fence(parts[place], _OPENING, "prefix"):
            deep += 1
    return 0


def _is_fence(math: Math, marks: str, form: str) -> bool:
    if math.tag != "mo":
        return False
    if math.get("form"):
        return math.get("form") == form
    return math.get("stretchy") != "false" and math.text != "" and math.text in marks and math.text not in "|‖"


def formula_paragraph(formula: Formula, pen: Pen) -> Xml:
    """`a:p` with the formula alone."""
    inner = Scribe(formula, pen).paragraph(formula.math)
    end = el("a:endParaRPr", {"lang": pen.language, "sz": formula.size * 100})
    return el("a:p", None, el("a14:m", None, inner), end)
