"""Draws the pictures of the gallery: assets/gallery/*.svg. Flat shapes in the colours of the brand `plain`.

    python tools/gallery_pictures.py

They are ours and free for any use (CC0). The same script gives the same files.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "assets" / "gallery"

DEEP, GREEN, LEAF, SAGE, MIST = "#0b4638", "#0a634e", "#2f7f66", "#7fb3a2", "#c5dad2"
CREAM, SAND, SUN, RUST, BLUE, INK = "#f7f1e3", "#e6dac2", "#f0bc48", "#b4472e", "#2c5fa8", "#14181a"


def main() -> int:
    """Write the files; the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pictures = {
        "valley": _valley(),
        "reading-corner": _reading_corner(),
        "playground-before": _playground(green=False),
        "playground-after": _playground(green=True),
        **{name: _portrait(**look) for name, look in PEOPLE.items()},
    }
    for name, (width, height, body) in pictures.items():
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        )
        (FOLDER / f"{name}.svg").write_text(f"{head}\n{body}</svg>\n", encoding="utf-8")
    print(len(pictures), "pictures in", FOLDER.name)
    return 0


Picture = tuple[int, int, str]


def rect(x: float, y: float, w: float, h: float, fill: str, more: str = "") -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" fill="{fill}"{more}/>\n'


def path(d: str, fill: str, more: str = "") -> str:
    return f'<path d="{d}" fill="{fill}"{more}/>\n'


def circle(x: float, y: float, r: float, fill: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}"/>\n'


def ellipse(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{fill}"/>\n'


def stroke(d: str, colour: str, width: float, more: str = "") -> str:
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width:g}"{more}/>\n'


# Portraits: 396 x 456, the head's middle at (198, 190).

PEOPLE: dict[str, dict[str, str]] = {
    "amara-osei": {"ground": MIST, "skin": "#8a5a3c", "hair": "#1d1512", "cut": "crown", "coat": DEEP, "shirt": CREAM},
    "daniel-wright": {
        "ground": "#f3e2b4",
        "skin": "#e9b78f",
        "hair": "#6b4226",
        "cut": "parted",
        "coat": BLUE,
        "shirt": CREAM,
    },
    "ruth-pennington": {
        "ground": "#d7deea",
        "skin": "#f0c8a8",
        "hair": "#b9bcbd",
        "cut": "bob",
        "coat": INK,
        "shirt": SUN,
    },
    "samira-khan": {
        "ground": "#ecd9cf",
        "skin": "#b97c50",
        "hair": RUST,
        "cut": "scarf",
        "coat": "#7c2f20",
        "shirt": RUST,
    },
    "owen-price": {
        "ground": "#dbe6df",
        "skin": "#f2c9a5",
        "hair": "#a5532c",
        "cut": "beard",
        "coat": LEAF,
        "shirt": CREAM,
    },
    "grace-adeyemi": {
        "ground": "#f5e6c8",
        "skin": "#6d4228",
        "hair": "#171210",
        "cut": "afro",
        "coat": RUST,
        "shirt": CREAM,
    },
    "li-na-chen": {
        "ground": "#d3e0ea",
        "skin": "#f1cda6",
        "hair": "#1b1a1e",
        "cut": "long",
        "coat": GREEN,
        "shirt": CREAM,
    },
    "tom-ellery": {
        "ground": "#e4e0d5",
        "skin": "#dca57c",
        "hair": "#2b211c",
        "cut": "crop",
        "coat": "#47514e",
        "shirt": CREAM,
    },
}

_BEHIND = {
    "bob": "M96 196C90 110 140 66 198 66S306 110 300 196C298 236 300 262 306 288H90C96 262 98 236 96 196Z",
    "long": "M92 200C84 108 138 60 198 60S312 108 304 200C300 262 306 326 320 380H76C90 326 96 262 92 200Z",
    "scarf": "M84 204C78 104 132 50 198 50S318 104 312 204C308 262 326 318 344 372H52C70 318 88 262 84 204Z",
}
_BEFORE = {
    "crown": "M112 186C104 118 140 84 198 84S292 118 284 186C276 150 254 132 198 132S120 150 112 186Z",
    "parted": "M110 188C100 116 140 74 204 74C262 74 296 112 286 188C282 166 276 150 266 138C228 144 190 132 172 112"
    "C158 140 122 150 110 188Z",
    "bob": "M110 190C112 120 150 92 196 92C250 92 284 124 286 190C276 164 250 132 226 118C204 146 140 152 110 190Z",
    "beard": "M112 182C106 112 146 80 198 80S290 112 284 182C278 156 264 140 246 130C214 140 176 138 150 130"
    "C132 140 118 156 112 182Z",
    "long": "M108 204C104 122 146 84 198 84S292 122 288 204C280 168 256 140 198 112C140 140 116 168 108 204Z",
    "crop": "M112 176C108 118 144 84 198 84S288 118 284 176C280 150 270 132 252 122H144C126 132 116 150 112 176Z",
}


def _portrait(*, ground: str, skin: str, hair: str, cut: str, coat: str, shirt: str) -> Picture:
    """A person from the chest up, without a face: whoever sees it may think of somebody."""
    parts = [rect(0, 0, 396, 456, ground)]
    if cut == "afro":
        parts.append(circle(198, 160, 122, hair))
    if cut == "crown":
        parts += [circle(198, 70, 46, hair), ellipse(198, 142, 94, 84, hair)]
    if cut in _BEHIND:
        parts.append(path(_BEHIND[cut], hair))
    parts.append(path("M28 456C32 374 74 334 150 316L198 340L246 316C322 334 364 374 368 456Z", coat))
    if cut != "scarf":
        parts.append(path("M150 316L166 306V250H230V306L246 316L198 372Z", skin))
    if cut == "scarf":
        parts.append(
            path("M112 200C112 128 150 94 198 94S284 128 284 200C284 268 244 306 198 306S112 268 112 200Z", "#8f3824")
        )
        parts.append(ellipse(198, 200, 72, 88, skin))
        parts.append(path("M112 232C132 316 196 334 284 246C300 330 262 388 198 398C140 392 100 330 112 232Z", hair))
        return 396, 456, "".join(parts)
    parts.append(path("M150 316L198 372L246 316L262 322L214 404L198 384L182 404L134 322Z", shirt))
    if cut in ("parted", "beard", "crop"):  # no ground shines through between hair and head
        parts.append(path("M110 186A88 102 0 0 1 286 186Z", hair))
    parts.append(ellipse(198, 196, 84, 100, skin))
    if cut == "beard":
        parts.append(
            path("M114 200C116 270 152 304 198 304S280 270 282 200C270 236 240 250 198 250S126 236 114 200Z", hair)
        )
    if cut == "afro":
        parts.append(
            path("M106 190C104 118 142 82 198 82S292 118 290 190C276 144 246 126 198 126S120 144 106 190Z", hair)
        )
    if cut in _BEFORE:
        parts.append(path(_BEFORE[cut], hair))
    return 396, 456, "".join(parts)


# The valley: five schools along a river at sunrise.


def _valley() -> Picture:
    sky = (
        '<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#a9cfc8"/>'
        '<stop offset="0.62" stop-color="#f2e4c2"/><stop offset="1" stop-color="#f6ddaa"/></linearGradient></defs>\n'
    )
    parts = [sky, rect(0, 0, 1920, 1080, "url(#sky)"), circle(1330, 452, 132, SUN)]
    parts += [
        path("M0 520C220 420 420 400 640 470S1080 560 1290 470S1680 360 1920 430V1080H0Z", "#a7c9c0"),
        path("M0 590C260 520 460 540 700 580S1180 640 1420 560S1760 500 1920 520V1080H0Z", SAGE),
        path("M0 680C200 640 420 650 660 676S1120 700 1400 660S1780 640 1920 660V1080H0Z", "#4f9179"),
    ]
    parts += [_village_school(150, 678), _clock_school(520, 690), _tower_school(940, 706), _hall(1240, 690)]
    parts.append(_arch_school(1580, 672))
    parts.append(path("M0 760C240 700 520 706 820 742S1440 770 1920 700V1080H0Z", LEAF))
    parts.append(
        path(
            "M1920 770C1640 800 1440 792 1240 820S980 900 1060 940S1360 960 1340 1010S1180 1060 1150 1080H1420C1440 1060 1560 1030 1560 984S1290 910 1250 884S1440 838 1920 812Z",
            "#bfe0dc",
        )
    )
    parts.append(path("M0 860C300 800 560 812 800 870S1000 1000 1080 1080H0Z", GREEN))
    parts.append(path("M1920 880C1760 880 1640 930 1560 1000S1500 1070 1490 1080H1920Z", GREEN))
    parts.append(path("M0 960C220 910 460 930 640 1000S760 1060 780 1080H0Z", DEEP))
    for x, y, size in (
        (60, 720, 60),
        (440, 716, 54),
        (830, 728, 64),
        (1180, 736, 56),
        (1500, 730, 62),
        (1880, 712, 66),
    ):
        parts.append(_tree(x, y, size, GREEN))
    for x, y, size in ((1690, 960, 104), (1790, 1000, 130), (1620, 1010, 74), (910, 900, 70), (860, 884, 50)):
        parts.append(_tree(x, y, size, DEEP))
    for x, y, size in ((420, 220, 22), (480, 190, 16), (540, 232, 18), (1620, 180, 20), (1680, 210, 14)):
        bird = f"M{x - size} {y}Q{x - size / 2:g} {y - size * 0.7:g} {x} {y}Q{x + size / 2:g} {y - size * 0.7:g} {x + size} {y}"
        parts.append(stroke(bird, DEEP, 4, ' stroke-linecap="round"'))
    return 1920, 1080, "".join(parts)


def _tree(x: float, y: float, size: float, colour: str) -> str:
    crown = (
        f"M{x} {y - size * 2:g}C{x + size * 0.7:g} {y - size * 1.3:g} {x + size * 0.6:g} {y - size * 0.5:g} {x} {y - size * 0.25:g}"
        f"C{x - size * 0.6:g} {y - size * 0.5:g} {x - size * 0.7:g} {y - size * 1.3:g} {x} {y - size * 2:g}Z"
    )
    return rect(x - size * 0.05, y - size * 0.5, size * 0.1, size * 0.6, INK) + path(crown, colour)


def _windows(x: float, y: float, across: int, down: int, w: float, h: float, gap: float, lit: str) -> str:
    """Windows in rows; `lit` holds the numbers of those with light in them."""
    shining = {int(n) for n in lit.split()}
    return "".join(
        rect(x + i % across * (w + gap), y + i // across * (h + gap), w, h, SUN if i in shining else "#8fa9a1")
        for i in range(across * down)
    )


def _village_school(x: float, y: float) -> str:
    return (
        rect(x, y - 110, 220, 140, CREAM)
        + path(f"M{x - 18} {y - 110}L{x + 110} {y - 196}L{x + 238} {y - 110}Z", DEEP)
        + rect(x + 92, y - 262, 36, 90, SAND)
        + path(f"M{x + 84} {y - 262}L{x + 110} {y - 314}L{x + 136} {y - 262}Z", DEEP)
        + circle(x + 110, y - 226, 9, DEEP)
        + _windows(x + 22, y - 80, 5, 1, 24, 46, 14, "1 3")
        + rect(x + 98, y - 22, 26, 52, DEEP)
    )


def _clock_school(x: float, y: float) -> str:
    return (
        rect(x - 20, y - 130, 330, 150, CREAM)
        + rect(x - 30, y - 146, 350, 18, DEEP)
        + rect(x + 105, y - 236, 80, 256, SAND)
        + path(f"M{x + 93} {y - 236}L{x + 145} {y - 300}L{x + 197} {y - 236}Z", GREEN)
        + circle(x + 145, y - 186, 22, DEEP)
        + circle(x + 145, y - 186, 16, CREAM)
        + stroke(f"M{x + 145} {y - 196}V{y - 186}H{x + 153}", DEEP, 4, ' stroke-linecap="round"')
        + _windows(x, y - 108, 4, 2, 16, 28, 9, "0 5 6")
        + _windows(x + 202, y - 108, 4, 2, 16, 28, 9, "2 3 4")
        + rect(x + 129, y - 40, 32, 60, DEEP)
    )


def _tower_school(x: float, y: float) -> str:
    return (
        rect(x, y - 260, 170, 280, CREAM)
        + rect(x - 8, y - 274, 186, 16, DEEP)
        + _windows(x + 18, y - 240, 5, 6, 20, 22, 9, "3 6 7 12 17 20 21 28")
        + rect(x + 170, y - 96, 96, 116, SAND)
        + rect(x + 170, y - 108, 104, 14, GREEN)
        + _windows(x + 184, y - 76, 3, 1, 18, 30, 9, "1")
    )


def _hall(x: float, y: float) -> str:
    roofs = "".join(
        path(f"M{x + 80 * n} {y - 92}V{y - 164}L{x + 80 * (n + 1)} {y - 92}Z", GREEN if n % 2 else DEEP)
        for n in range(3)
    )
    return roofs + rect(x, y - 92, 240, 112, CREAM) + _windows(x + 18, y - 66, 6, 1, 22, 36, 14, "2 3 5")


def _arch_school(x: float, y: float) -> str:
    return (
        path(f"M{x - 20} {y - 66}Q{x + 120} {y - 190} {x + 260} {y - 66}Z", DEEP)
        + path(f"M{x} {y + 20}V{y - 62}Q{x + 120} {y - 158} {x + 240} {y - 62}V{y + 20}Z", CREAM)
        + _windows(x + 26, y - 44, 6, 1, 20, 34, 13, "0 4")
    )


# A corner to read in: 788 x 1080.


def _reading_corner() -> Picture:
    parts = [rect(0, 0, 788, 1080, "#dfe9e3"), rect(0, 880, 788, 200, "#c89a63"), rect(0, 880, 788, 10, "#a87c49")]
    parts += [rect(96, 96, 300, 380, CREAM), rect(112, 112, 268, 348, "#bfe0dc")]
    parts.append(path("M112 460V380C170 340 230 352 280 384S350 400 380 372V460Z", SAGE))
    parts.append(path("M112 460V420C190 396 260 400 380 424V460Z", LEAF))
    parts += [circle(310, 190, 34, SUN), rect(238, 112, 16, 348, CREAM), rect(112, 276, 268, 14, CREAM)]
    parts.append(rect(80, 470, 332, 22, SAND))
    parts.append(rect(470, 60, 318, 820, "#8c5a33"))
    for row, top in enumerate((84, 286, 488, 690)):
        parts += [rect(490, top, 298, 176, "#6d4426"), _shelf(496, top + 176, row)]
    parts.append(ellipse(330, 968, 320, 62, RUST))
    parts.append(ellipse(330, 962, 262, 46, "#c9694f"))
    parts.append(path("M118 640C118 560 170 540 300 540S482 560 482 640V830H118Z", BLUE))
    parts.append(path("M84 700C84 664 146 664 146 706V800H454V706C454 664 516 664 516 700V900H84Z", "#244f8c"))
    parts.append(path("M146 746H454V812H146Z", "#3a6fb8"))
    parts += [rect(110, 900, 26, 44, INK), rect(464, 900, 26, 44, INK)]
    parts.append(path("M262 742L300 726L338 742V766L300 752L262 766Z", CREAM))
    parts.append(path("M300 726V752", CREAM) + stroke("M300 728V752", SAGE, 4))
    parts += [rect(42, 560, 8, 360, INK), rect(10, 914, 72, 12, INK), path("M4 566L28 466H64L88 566Z", SUN)]
    parts += [path("M596 1010L612 916H704L720 1010Z", "#d9683f")]
    for turn in (-62, -34, -8, 18, 44, 68):
        parts.append(_leaf(658, 920, turn, 128 - abs(turn) * 0.3))
    return 788, 1080, "".join(parts)


def _leaf(x: float, y: float, turn: float, length: float) -> str:
    tip = x + math.sin(math.radians(turn)) * length, y - math.cos(math.radians(turn)) * length
    side = math.cos(math.radians(turn)) * 22, math.sin(math.radians(turn)) * 22
    middle = (x + tip[0]) / 2, (y + tip[1]) / 2
    d = f"M{x:g} {y:g}Q{middle[0] - side[0]:.1f} {middle[1] - side[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}"
    return path(f"{d}Q{middle[0] + side[0]:.1f} {middle[1] + side[1]:.1f} {x:g} {y:g}Z", LEAF if turn > 0 else GREEN)


_BOOKS = (DEEP, SUN, CREAM, RUST, BLUE, SAGE, GREEN, SAND, "#d9683f", MIST)


def _shelf(x: float, foot: float, row: int) -> str:
    """Books of many sizes up to the edge of the picture; the same for the same row."""
    parts, at, number = [], x, row * 3
    while at < 788:
        width, height = 22 + number * 7 % 23, 104 + number * 29 % 56
        parts.append(rect(at, foot - height, width, height, _BOOKS[number % len(_BOOKS)]))
        band = CREAM if _BOOKS[number % len(_BOOKS)] not in (CREAM, SAND, MIST, SUN) else GREEN
        parts.append(rect(at, foot - height + 18, width, 7, band))
        at, number = at + width + 2, number + 1
    return "".join(parts)


# A playground before and after: 840 x 552.


def _playground(*, green: bool) -> Picture:
    parts = [rect(0, 0, 840, 552, "#bcdcd8" if green else "#d5d9d8")]
    if green:
        parts.append(circle(700, 92, 44, SUN))
    wall, roof = (CREAM, DEEP) if green else ("#c9c5bb", "#5e6663")
    parts += [rect(90, 110, 520, 180, wall), rect(72, 92, 556, 26, roof)]
    parts += [
        rect(124 + 76 * n, 146, 46, 84, SUN if green and n in (1, 4) else ("#8fa9a1" if green else "#9aa3a0"))
        for n in range(6)
        if n != 3
    ]
    parts.append(rect(346, 170, 60, 120, GREEN if green else "#6f7875"))
    if not green:
        return 840, 552, "".join([*parts, *_tarmac()])
    return 840, 552, "".join([*parts, *_garden()])


def _tarmac() -> list[str]:
    fence = [rect(24 * n, 214, 4, 84, "#7c8583") for n in range(36)]
    rails = [rect(0, 226, 840, 5, "#7c8583"), rect(0, 276, 840, 5, "#7c8583")]
    ground = [rect(0, 290, 840, 262, "#868e8c"), path("M0 400L840 350V364L0 416Z", "#7b8381")]
    marks = [
        stroke("M120 552L330 330H560L770 552", "#b9bfbd", 7),
        stroke("M290 470H610", "#b9bfbd", 7),
        stroke("M180 350L236 384L210 430L262 470", "#6c7472", 5),
    ]
    puddle = [ellipse(640, 420, 92, 20, "#9fa9a8"), rect(52, 360, 60, 76, "#5e6663"), rect(46, 350, 72, 12, "#4b5250")]
    return [*fence, *rails, *ground, *marks, *puddle]


def _garden() -> list[str]:
    ground = [
        path("M0 290H840V552H0Z", "#5f9f7a"),
        path("M376 290C360 380 250 420 230 552H520C500 430 440 380 424 290Z", SAND),
    ]
    trees = [
        part
        for x, y, r, colour in ((60, 236, 64, GREEN), (712, 220, 78, LEAF), (806, 262, 60, GREEN))
        for part in (
            rect(x - 7, y, 14, 120, "#6d4426"),
            circle(x, y, r, colour),
            circle(x - r / 3, y + r / 4, r * 0.6, colour),
        )
    ]
    beds = [
        part
        for x, y in ((60, 400), (590, 396))
        for part in (rect(x, y, 176, 58, "#8c5a33"), rect(x, y, 176, 12, "#6d4426"))
    ]
    flowers = [
        part
        for x in (60, 590)
        for n in range(7)
        for part in (
            rect(x + 14 + 24 * n, 362 + n % 3 * 6, 4, 40, DEEP),
            circle(x + 16 + 24 * n, 360 + n % 3 * 6, 11, (SUN, RUST, CREAM)[n % 3]),
        )
    ]
    bench = [rect(560, 494, 190, 14, "#8c5a33"), rect(576, 508, 12, 32, INK), rect(722, 508, 12, 32, INK)]
    stones = [ellipse(150 + 40 * n, 506 + n % 2 * 14, 17, 8, MIST) for n in range(3)]
    return [*ground, *trees, *beds, *flowers, *bench, *stones]


if __name__ == "__main__":
    sys.exit(main())
