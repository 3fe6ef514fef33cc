"""Art as shapes of the scene: one shape for each colour, so that 179 dots are three freeforms."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.brand.color import FIXED_SLOTS
from deckgen.brand.model import Surface
from deckgen.brand.outline import Matrix, Outline, bounds, transformed
from deckgen.brand.svg import Drawing, Figure, Paint
from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.scene import Color, Path, Shape
from deckgen.units import EMU_PER_PT, Rect

Bounds = tuple[float, float, float, float]


class Palette(Struct, frozen=True):
    """What colours may be named in a drawing: the theme's, and the roles of the surface it stands on."""

    theme: Mapping[str, str]
    surface: Surface

    def color(self, paint: Paint) -> tuple[str, Color] | None:
        """The name and the colour that `paint` asks for: by class, else by a hexadecimal fill."""
        roles: Mapping[str, Color] = self.surface.colors  # type: ignore[assignment]
        for name in paint.classes:
            if name in roles:
                return name, roles[name]
            if name in FIXED_SLOTS:
                return name, Color(name)
        if paint.classes or not paint.fill:
            return None
        wanted = _long_hex(paint.fill)
        return next(((slot, Color(slot)) for slot in FIXED_SLOTS if self.theme[slot] == wanted), None)

    @property
    def names(self) -> tuple[str, ...]:
        """Every class a drawing may name."""
        return (*self.surface.colors, *FIXED_SLOTS)


class Place(Struct, frozen=True):
    """Where a drawing goes: its upper left corner and its scale, points and points a unit."""

    x: float
    y: float
    scale: float


class _Layer:
    """The figures of one colour that are painted together."""

    def __init__(self, name: str, color: Color, figure: Figure) -> None:
        self.name, self.color = name, color
        self.figures = [figure]

    def shape(self, prefix: str, place: Place) -> Shape:
        """The layer as one shape of the scene."""
        outline = tuple(command for figure in self.figures for command in figure.outline)
        scale = place.scale * EMU_PER_PT
        matrix: Matrix = (scale, scale, place.x * EMU_PER_PT, place.y * EMU_PER_PT)
        scaled = transformed(outline, matrix)
        left, top, right, bottom = (round(edge) for edge in bounds(scaled))
        rect = Rect(left, top, right - left, bottom - top)
        name = f"{prefix} {self.name}"
        if len(self.figures) == 1 and self.figures[0].rect:
            return Shape(name=name, rect=rect, fill=self.color)
        if len(scaled) == 1 and scaled[0][0] == "O":
            return Shape(name=name, rect=rect, geometry="ellipse", fill=self.color)
        return Shape(name=name, rect=rect, geometry=_path(scaled, rect), fill=self.color)


def draw(drawing: Drawing, *, name: str, place: Place, palette: Palette, diags: Diagnostics) -> tuple[Shape, ...]:
    """The drawing as shapes, decorative, one for each colour; unknown colours are reported.

    A figure joins an earlier one of its colour unless something of another colour lies between.
    """
    layers: list[_Layer] = []
    for figure in drawing.figures:
        found = palette.color(figure.paint)
        if found is None:
            _report_paint(figure, palette, diags)
            continue
        layer = _layer_for(figure, found[1], layers)
        if layer:
            layer.figures.append(figure)
        else:
            layers.append(_Layer(*found, figure))
    return tuple(layer.shape(name, place) for layer in layers)


def _layer_for(figure: Figure, color: Color, layers: list[_Layer]) -> _Layer | None:
    """The uppermost layer of this colour with nothing above it that the figure would cover."""
    area = bounds(figure.outline)
    for layer in reversed(layers):
        if layer.color == color:
            return layer
        if any(_overlap(area, bounds(other.outline)) for other in layer.figures):
            return None
    return None


def _overlap(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _path(outline: Outline, rect: Rect) -> Path:
    """The outline in EMU from the rect's upper left corner."""
    commands: list[tuple[str | int, ...]] = []
    for letter, *numbers in outline:
        values = [float(n) for n in numbers]
        if letter == "O":
            cx, cy, r = values
            commands.append(("O", round(cx) - rect.x, round(cy) - rect.y, round(r)))
        else:
            corner = (rect.x, rect.y)
            commands.append((str(letter), *(round(v) - corner[i % 2] for i, v in enumerate(values))))
    return Path(rect.w, rect.h, tuple(commands))


def _report_paint(figure: Figure, palette: Palette, diags: Diagnostics) -> None:
    paint = figure.paint
    if paint.classes:
        name = paint.classes[0]
        diags.error(
            "unknown-colour",
            figure.span,
            f'"{name}" is no colour of the theme and no role of a surface',
            hint=did_you_mean(name, palette.names),
        )
    else:
        diags.error(
            "unknown-colour",
            figure.span,
            f'the theme has no colour "{paint.fill or "black"}"',
            hint='name a colour of the theme: class="accent1", or a role: class="mark"',
        )


def _long_hex(text: str) -> str:
    digits = text.removeprefix("#").upper()
    return "#" + ("".join(2 * d for d in digits) if len(digits) == 3 else digits)
