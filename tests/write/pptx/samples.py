"""A brand and two layouts as values, so that these tests need neither files nor kinds."""

from __future__ import annotations

import hashlib
import zlib

from deckgen.brand.chart_colors import chart_colors
from deckgen.brand.model import (
    Brand,
    Bullet,
    CoverDesign,
    FontFamily,
    Layout,
    Placeholder,
    Surface,
    Wordmark,
)
from deckgen.scene import Color, Image, Path, Picture, Rule, Shape, TextStyle
from deckgen.units import box, pt

THEME = {
    "dk1": "#1E1328",
    "lt1": "#FFFFFF",
    "dk2": "#331447",
    "lt2": "#F4F0F7",
    "accent1": "#FF8E75",
    "accent2": "#9C1A58",
    "accent3": "#C7B3DA",
    "accent4": "#1C7C7A",
    "accent5": "#C88A14",
    "accent6": "#51455E",
    "hlink": "#9C1A58",
    "folHlink": "#5C3A80",
}
DARK_MAP = {"bg1": "dk2", "tx1": "lt1", "bg2": "dk1", "tx2": "lt2", "hlink": "accent1", "folHlink": "accent3"}
_ROLES = ("text", "title", "muted", "emph", "link", "rule", "bullet", "mark")
_SURFACES = {
    "paper": ("lt1", "dk1 dk2 accent6 accent2 hlink lt2 accent2 accent2"),
    "tint": ("lt2", "dk1 dk2 accent6 accent2 hlink lt2 accent2 accent2"),
    "ground": ("dk2", "lt1 lt1 accent3 accent1 accent1 dk2 accent1 accent1"),
    "bright": ("accent1", "dk1 dk1 dk1 dk1 dk1 dk1 dk1 dk1"),
}
_STYLES = {
    "footer": (12, 97, "minor", 11.1),
    "small": (20, 99, "minor", 18.5),
    "body": (24, 99, "minor", 22.4),
    "lead": (28, 99, "minor", 26.3),
    "title": (34, 98, "major", 32.0),
    "code": (20, 99, "mono", 19.0),
    "display": (56, 95, "major", 51.0),
}


def surface(name: str) -> Surface:
    """One of the four surfaces."""
    ground, roles = _SURFACES[name]
    colors = {role: Color(slot) for role, slot in zip(_ROLES, roles.split(), strict=True)}
    colors["rule"] = Color("dk2", 85_000, 14_000) if name == "ground" else Color("lt2", 86_000)
    return Surface(name, Color(ground), colors, dark=name == "ground")  # type: ignore[arg-type]


def style(name: str) -> TextStyle:
    """One of the styles, with tracking on the title so that a test can see whether it is undone."""
    size, spacing, font, seat = _STYLES[name]
    return TextStyle(
        name=name,
        size=size,
        spacing=spacing,
        font=font,
        bold=False,  # type: ignore[arg-type]
        tracking=-20 if name == "title" else 0,
        seat=pt(seat),
        foot=pt(5),
    )


def brand(*, title: str = "Sample & Trust") -> Brand:
    """A brand with a dark ground, a bullet and a picture for a wordmark."""
    faces = {
        "major": FontFamily("Georgia", "Gelasio", 0.9685, {}),
        "minor": FontFamily("Calibri", "Carlito", 0.936, {}),
        "mono": FontFamily("Consolas", "Liberation Mono", 0.943, {}),
    }
    return Brand(
        name="sample",
        title=title,
        theme=THEME,
        dark_map=DARK_MAP,
        surfaces={name: surface(name) for name in _SURFACES},  # type: ignore[misc]
        fonts=faces,
        figure_font="minor",
        styles={name: style(name) for name in _STYLES},  # type: ignore[arg-type]
        bullet=Bullet("•", 100),
        wordmark=Wordmark((), {}, {}),
        cover=CoverDesign("side", "ground", pt(560), ()),
        chart=chart_colors(Color("accent1"), Color("accent2"), (Color("accent1"), Color("accent2")), THEME),
    )


def png(color: bytes = b"\x99\x11\x55") -> bytes:
    """A picture of one pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)

    head = (1).to_bytes(4) * 2 + bytes((8, 2, 0, 0, 0))
    drawn = chunk(b"IDAT", zlib.compress(b"\x00" + color))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + drawn + chunk(b"IEND", b"")


def logo() -> Picture:
    """A wordmark that is a picture."""
    data = png()
    return Picture(
        name="Logo",
        rect=box(48, 492, 60, 30),
        alt="",
        decorative=True,
        image=Image(hashlib.sha256(data).hexdigest(), "png", 1, 1, data),
    )


DOTS = Shape(
    name="Dots",
    rect=box(600, 60, 300, 300),
    fill=Color("accent1"),
    geometry=Path(300, 300, (("O", 100, 100, 40), ("O", 220, 200, 30))),
)


def placeholder(
    slot: str,
    *,
    kind: str = "body",
    idx: int = 1,
    style_name: str = "body",
    on: str = "paper",
    x: float = 344,
    y: float = 60,
    w: float = 568,
    h: float = 300,
    **more: object,
) -> Placeholder:
    """A placeholder in the colours of a surface."""
    ground = surface(on)
    return Placeholder(
        slot=slot,
        name=slot.capitalize(),
        type=kind,
        idx=idx,
        rect=box(x, y, w, h),  # type: ignore[arg-type]
        style=style(style_name),
        color=ground.color("title" if "itle" in kind else "text"),
        bullet_color=ground.color("bullet"),
        prompt=f"{slot} <here> & now",
        **more,
    )  # type: ignore[arg-type]


def layouts() -> tuple[Layout, ...]:
    """A light layout with a list, a dark cover, and one whose title is in a body style."""
    points = Layout(
        name="Points",
        kind="points",
        surface="paper",
        number=surface("paper").color("muted"),
        nodes=(Rule(name="Rule", rect=box(48, 400, 864, 0), color=Color("lt2", 86_000), width=pt(1.5)), logo()),
        placeholders=(
            placeholder("title", kind="title", idx=0, style_name="title", x=48, w=252),
            placeholder("points", style_name="lead", list="bullets", space_after=pt(12)),
            placeholder("portrait", kind="pic", idx=80, y=380, h=60, style_name="small"),
        ),
    )
    cover = Layout(
        name="Cover",
        kind="cover",
        surface="ground",
        nodes=(DOTS, logo()),
        placeholders=(
            placeholder("title", kind="ctrTitle", idx=0, style_name="display", on="ground", x=48, anchor="b"),
            placeholder("speaker", style_name="body", on="ground", x=48, y=380, h=30, wrap=False),
        ),
    )
    contrast = Layout(
        name="Contrast",
        kind="contrast",
        surface="tint",
        number=surface("tint").color("muted"),
        placeholders=(
            placeholder("better", kind="title", idx=0, style_name="body", x=48, align="r"),
            placeholder("quote", style_name="lead", list="hung", hang=pt(11.5)),
            placeholder("lines", idx=50, style_name="code", y=370, h=90, list="turnover"),
        ),
    )
    return points, cover, contrast
