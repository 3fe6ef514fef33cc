"""A page's content stream as it grows (ISO 32000-1, 7.8.2): operators, with what is set kept in mind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckgen.drawing.model import Inset, Outline, Raster, Words
from deckgen.write.pdf import syntax

if TYPE_CHECKING:
    from deckgen.write.pdf.tags import Node


class Content:
    """The content of one page. `owners` are the nodes of its marked contents, by number."""

    def __init__(self) -> None:
        self.owners: list[Node] = []
        self._parts: list[str] = []
        self._owner: Node | None = None
        self._marked = self._text = False
        self._set: dict[str, str] = {}
        self._kept: list[dict[str, str]] = []

    def put(self, operator: str) -> None:
        """Add an operator with what it works on."""
        self._parts.append(operator)

    def set(self, operator: str, value: str) -> None:
        """Set a parameter of the graphics state where it is another now."""
        if self._set.get(operator) != value:
            self._set[operator] = value
            self._parts.append(f"{value} {operator}")

    def belongs(self, owner: Node | None) -> None:
        """What comes now is `owner`'s content; of None it is an artifact, decoration (14.8.2.2)."""
        if self._marked and self._owner is owner:
            return
        self.unmarked()
        if owner is None:
            self._parts.append("/Artifact BMC")
        else:
            number = len(self.owners)
            self._parts.append(f"/{owner.role} <</MCID {number}>> BDC")
            self.owners.append(owner)
            owner.kids.append(number)
        self._marked, self._owner = True, owner

    def unmarked(self) -> None:
        """End what is marked."""
        self.no_text()
        if self._marked:
            self._parts.append("EMC")
            self._marked = False

    def text(self) -> None:
        """Text comes now."""
        if not self._text:
            self._parts.append("BT")
            self._text = True

    def no_text(self) -> None:
        """Something else than text comes now."""
        if self._text:
            self._parts.append("ET")
            self._text = False

    def save(self) -> None:
        """Keep the graphics state as it is."""
        self._parts.append("q")
        self._kept.append(dict(self._set))

    def restore(self) -> None:
        """Back to the graphics state that was kept last."""
        self._parts.append("Q")
        self._set = self._kept.pop()

    def outline(self, mark: Outline, height: float) -> None:
        """A path, painted."""
        paint = _painted(fill=mark.fill is not None, stroke=mark.stroke is not None)
        if not paint or not mark.path:
            return
        self.no_text()
        if mark.fill is not None:
            self.set("rg", syntax.rgb(mark.fill))
        if mark.stroke is not None:
            self.set("RG", syntax.rgb(mark.stroke))
            self.set("w", syntax.num(mark.width))
            self.set("J", "1" if mark.round else "0")
            self.set("j", "1" if mark.round else "0")
            self.set("d", f"[{syntax.nums(*mark.dash)}] 0")
        self._parts += (syntax.path(mark.path, height), paint)

    def rect(self, color: str, box: Sequence[float]) -> None:
        """A filled rectangle: left, bottom, width, height, as PDF has them."""
        self.no_text()
        self.set("rg", syntax.rgb(color))
        self._parts.append(f"{syntax.nums(*box)} re f")

    def picture(self, mark: Raster, name: str, height: float) -> None:
        """A picture of this name; what lies outside of its box is clipped."""
        if mark.w <= 0 or mark.h <= 0:
            return
        crop, whole = mark.crop, 100_000
        left, top = crop.left / whole, crop.top / whole
        width = mark.w / max(1e-6, 1 - left - crop.right / whole)
        high = mark.h / max(1e-6, 1 - top - crop.bottom / whole)
        self.no_text()
        self.save()
        if any((crop.left, crop.top, crop.right, crop.bottom)):
            self.put(f"{syntax.nums(mark.x, height - mark.y - mark.h, mark.w, mark.h)} re W n")
        x, y = mark.x - left * width, height - (mark.y - top * high) - high
        self.put(f"{syntax.nums(width, 0, 0, high, x, y)} cm")
        self.put(f"{name} Do")
        self.restore()

    def begin_inset(self, mark: Inset, height: float) -> tuple[float, float]:
        """A page on this one begins, clipped to its edges; `restore` ends it. Its lower left corner comes back."""
        self.unmarked()
        self.save()
        page, scale = mark.page, mark.scale
        x, y = mark.x, height - mark.y - page.height * scale
        self.put(f"{syntax.nums(x, y, page.width * scale, page.height * scale)} re W n")
        self.put(f"{scale:.6f} 0 0 {scale:.6f} {syntax.nums(x, y)} cm")
        return x, y

    def begin_turned(self, words: Words, height: float) -> None:
        """What comes now is turned as `words` are, on a page of this height; `restore` ends it."""
        x, y = words.x, height - words.baseline
        cos, sin = math.cos(math.radians(words.turn)), math.sin(math.radians(words.turn))
        self.no_text()
        self.save()
        turn = " ".join(map(syntax.fine, (cos, -sin, sin, cos)))
        self.put(f"{turn} {syntax.nums(x - cos * x - sin * y, y + sin * x - cos * y)} cm")

    def data(self) -> bytes:
        """The stream."""
        self.unmarked()
        return "\n".join(self._parts).encode("ascii")


def _painted(*, fill: bool, stroke: bool) -> str:
    """The operator that paints a path (8.5.3)."""
    return {(True, True): "B", (True, False): "f", (False, True): "S"}.get((fill, stroke), "")
