"""The grid, for kinds that draw their layouts on it: boxes by baseline, frames, footers.

All lengths in here are points, as in design/KINDS.md; what comes out is EMU. `⊥y` of KINDS.md, a
first baseline at y, is the argument `baseline`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from deckgen.brand.model import Brand, ColorRole, Layout, ListStyle, Placeholder, PlaceholderType, SurfaceName
from deckgen.scene import Align, Art, Color, Rule, Shape
from deckgen.units import SLIDE, Rect, box, pt, to_pt

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    class Setting(TypedDict, total=False):
        """How a placeholder's text is set, where that isn't plainly.

        `on` is the surface its colours are for, where a panel lies below it; `color` overrides the role's.
        Without `emphasis` bold runs keep the text's colour. `gap` is the space after paragraphs in points.
        """

        role: ColorRole
        on: SurfaceName | None
        color: Color | None
        emphasis: bool
        list_: ListStyle
        gap: float
        align: Align
        type_: PlaceholderType
        prompt: str
        max_lines: int | None
        wrap: bool


BODY_X, BODY_W = 344, 568
"""Columns 5 to 12: what stands beside a title of the side frame."""
LEFT, WIDTH = 48, 864
"""Columns 1 to 12."""
HANG = 72
"""The baseline that a title and the body beside it share."""
SOURCE_FOOT = 468
"""The foot of a source's box; its last baseline is 464."""
CLEAR = 24
"""What stays free above a source."""
BULLET = 20
"""How far bullets and turned lines hang."""


class Frame:
    """A surface of a brand on which placeholders are laid out."""

    def __init__(self, brand: Brand, surface: SurfaceName = "paper") -> None:
        self.brand, self.surface = brand, brand.surface(surface)

    def hang(
        self,
        slot: str,
        name: str,
        *,
        idx: int,
        style: str,
        x: float,
        baseline: float,
        w: float,
        h: float,
        **setting: Unpack[Setting],
    ) -> Placeholder:
        """A text box, anchored at its top, whose first baseline is at `baseline`.

        `x` is the text's left edge: bullets and opening quotation marks hang out of it.
        """
        top = pt(baseline) - self.brand.style(style).seat
        return self._placeholder(slot, name, idx, style, Rect(pt(x), top, pt(w), pt(h)), setting)

    def picture(self, slot: str, name: str, *, idx: int, x: float, y: float, w: float, h: float) -> Placeholder:
        """A box for a picture."""
        return self.object(slot, name, type_="pic", idx=idx, x=x, y=y, w=w, h=h)

    def object(
        self, slot: str, name: str, *, type_: PlaceholderType, idx: int, x: float, y: float, w: float, h: float
    ) -> Placeholder:
        """A box for a picture, a table or a chart."""
        return Placeholder(
            slot=slot,
            name=name,
            type=type_,
            idx=idx,
            rect=box(x, y, w, h),
            prompt=name,
            style=self.brand.style("small"),
            color=self.surface.color("muted"),
        )

    def table(self, slot: str, name: str, *, x: float, y: float, w: float, h: float) -> Placeholder:
        """A box for a table."""
        return Placeholder(
            slot=slot,
            name=name,
            type="tbl",
            idx=90,
            rect=box(x, y, w, h),
            prompt=name,
            style=self.brand.style("small"),
            color=self.surface.color("text"),
            emph=self.surface.color("emph"),
        )

    def stand(
        self,
        slot: str,
        name: str,
        *,
        idx: int,
        style: str,
        x: float,
        baseline: float,
        w: float,
        h: float,
        **setting: Unpack[Setting],
    ) -> Placeholder:
        """A text box, anchored at its foot, whose last baseline is at `baseline`."""
        foot = pt(baseline) + self.brand.style(style).foot
        rect = Rect(pt(x), foot - pt(h), pt(w), pt(h))
        return replace(self._placeholder(slot, name, idx, style, rect, setting), anchor="b")

    def _placeholder(self, slot: str, name: str, idx: int, style: str, rect: Rect, setting: Setting) -> Placeholder:
        set_in, list_, role = self.brand.style(style), setting.get("list_", "none"), setting.get("role", "text")
        on = setting.get("on")
        surface = self.brand.surface(on) if on else self.surface
        hang = self.brand.hang(set_in) if list_ == "hung" else 0
        out = pt(BULLET) if list_ == "bullets" else hang
        coloured = setting.get("emphasis", True) and role not in ("title", "emph")
        # Where the layout's own colour map gives links another colour than this ground wants.
        strange = surface.color("link") != self._mapped_link()
        return Placeholder(
            slot=slot,
            name=name,
            type=setting.get("type_", "body"),
            idx=idx,
            style=set_in,
            rect=Rect(rect.x - out, rect.y, rect.w + out, rect.h),
            color=setting.get("color") or surface.color(role),
            emph=surface.color("emph") if coloured else None,
            bullet_color=surface.color("bullet"),
            link_color=surface.color("link") if strange else None,
            align=setting.get("align", "l"),
            list=list_,
            hang=hang,
            space_after=pt(setting.get("gap", 0)),
            max_lines=setting.get("max_lines"),
            prompt=setting.get("prompt") or name,
            wrap=setting.get("wrap", True),
        )

    def _mapped_link(self) -> Color:
        return Color(self.brand.dark_map["hlink"] if self.surface.dark else "hlink")

    def title_side(self, *, w: float = 252, name: str = "Title") -> Placeholder:
        """The title of the side frame: columns 1 to 4, four lines at most."""
        return self.hang(
            "title",
            name,
            idx=0,
            style="title",
            x=LEFT,
            baseline=HANG,
            w=w,
            h=240,
            role="title",
            type_="title",
            max_lines=4,
        )

    def title_top(self, *, w: float = WIDTH, h: float = 84) -> Placeholder:
        """The title of the top frame: all columns, two lines at most."""
        return self.hang(
            "title",
            "Title",
            idx=0,
            style="title",
            x=LEFT,
            baseline=HANG,
            w=w,
            h=h,
            role="title",
            type_="title",
            max_lines=2,
        )

    def source(self, *, x: float = BODY_X, w: float = BODY_W, slot: str = "source") -> Placeholder:
        """A source: at the foot, one to three lines, last baseline 464."""
        foot = self.brand.style("source").foot
        return self.stand(
            slot,
            "Source",
            idx=70,
            style="source",
            x=x,
            w=w,
            h=60,
            role="muted",
            max_lines=3,
            baseline=SOURCE_FOOT - to_pt(foot),
        )

    def layout(
        self,
        kind: str,
        name: str,
        *placeholders: Placeholder,
        nodes: tuple[Art, ...] = (),
        wordmark: Literal["footer", "cover"] | None = "footer",
        wordmark_on: SurfaceName | None = None,
        number_on: SurfaceName | None = None,
        number: bool = True,
        staged: tuple[str, ...] = (),
    ) -> Layout:
        """The layout of these placeholders over `nodes`, with the brand's wordmark and slide number. `staged` are the
        names of those nodes that a build brings in."""
        marks = self.brand.wordmark.footer_nodes if wordmark == "footer" else self.brand.wordmark.cover_nodes
        signed = marks[wordmark_on or self.surface.name] if wordmark else ()
        counted = self.brand.surface(number_on) if number_on else self.surface
        return Layout(
            name=name,
            kind=kind,
            surface=self.surface.name,
            placeholders=placeholders,
            nodes=(*nodes, *signed),
            number=counted.color("muted") if number else None,
            staged=staged,
        )


class Ink(Struct, frozen=True):
    """Draws a layout's panels and rules in the colours of one surface."""

    brand: Brand
    surface: SurfaceName

    def panel(self, name: str, x: float, y: float, w: float, h: float, *, stroke: bool = False) -> Shape:
        """A rectangle filled with the surface's background; `stroke` gives it a hair line."""
        surface = self.brand.surface(self.surface)
        return Shape(
            name=name,
            rect=box(x, y, w, h),
            fill=surface.background,
            stroke=surface.color("rule") if stroke else None,
            stroke_width=pt(0.75) if stroke else 0,
        )

    def rule(self, name: str, x: float, y: float, w: float, *, weight: float = 0.75, role: ColorRole = "rule") -> Rule:
        """A horizontal line from (x, y), `w` long and `weight` thick."""
        color = self.brand.surface(self.surface).color(role)
        return Rule(name=name, rect=box(x, y, w, 0), color=color, width=pt(weight))


def bar(name: str, rect: Rect, color: Color) -> Shape:
    """A filled rectangle: a length that means something."""
    return Shape(name=name, rect=rect, fill=color)


__all__ = ["BODY_W", "BODY_X", "CLEAR", "HANG", "LEFT", "SLIDE", "SOURCE_FOOT", "WIDTH", "Frame", "Ink", "bar"]
