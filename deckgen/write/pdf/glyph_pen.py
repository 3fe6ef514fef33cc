"""A glyph's outline as a path's operators, for marks that are drawn instead of shown as text."""

from __future__ import annotations

from deckgen.write.pdf.syntax import nums

Point = tuple[float, float]


class GlyphPen:
    """What HarfBuzz draws a glyph with; its methods are named as those of fontTools' pens are."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at: Point = (0, 0)

    @property
    def begun(self) -> bool:
        """Whether a contour has only just begun."""
        return bool(self._parts) and self._parts[-1].endswith("m")

    def moveTo(self, to: Point) -> None:  # noqa: N802
        """Begin a contour."""
        self._put("m", to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        """Go straight."""
        self._put("l", to)

    def curveTo(self, first: Point, second: Point, to: Point) -> None:  # noqa: N802
        """Go along a cubic curve."""
        self._put("c", first, second, to)

    def qCurveTo(self, control: Point, to: Point) -> None:  # noqa: N802
        """Go along a quadratic curve, as the cubic that it equals."""
        (x0, y0), (x1, y1), (x, y) = self._at, control, to
        self._put(
            "c", (x0 + 2 / 3 * (x1 - x0), y0 + 2 / 3 * (y1 - y0)), (x + 2 / 3 * (x1 - x), y + 2 / 3 * (y1 - y)), to
        )

    def closePath(self) -> None:  # noqa: N802
        """End a contour."""
        self._parts.append("h")

    def _put(self, operator: str, *points: Point) -> None:
        self._parts.append(f"{nums(*(n for point in points for n in point))} {operator}")
        self._at = points[-1]

    def path(self) -> str:
        """The operators; "" for a glyph that shows nothing."""
        return "\n".join(self._parts)
