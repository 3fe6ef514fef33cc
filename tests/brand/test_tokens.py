"""Styles hold design/NATIVE.md section 4, to 0.1 pt, in the faces of brand cst."""

from __future__ import annotations

import pytest

from deckgen.brand.faces import OFFICE
from deckgen.brand.model import FontFamily
from deckgen.brand.tokens import SCALE, STYLES, Typography, text_styles
from deckgen.units import pt, to_pt

FACES = {"major": "Georgia", "minor": "Calibri", "mono": "Consolas"}


def typography(**changes: object) -> Typography:
    fonts = {role: FontFamily(face, "any", OFFICE[face].share, {}) for role, face in FACES.items()}
    given = {"fonts": fonts, "figure_font": "minor", "bold_titles": False, "tracking": {}, "cover_title": (56, 64)}
    return Typography(**{**given, **changes})  # type: ignore[arg-type]


# style, spacing, pitch, offset from the box's top to the first baseline (design/NATIVE.md 4)
TABLE = """
footer 97 14.0 11.1
imprint 99 14.3 11.2
source 99 16.6 13.2
label 99 20.2 16.1
small 99 23.8 18.5
body 99 28.5 22.4
lead 99 33.3 26.3
big 99 40.4 31.7
title 98 40.0 32.0
quote_s 99 33.3 26.8
quote 99 40.4 32.7
quote_m 99 57.0 45.8
quote_l 96 78.3 62.8
headline 99 47.5 38.0
callout 94 54.1 43.2
display 95 63.8 51.0
cover_title 95 63.8 51.0
poster 99 161.6 129.6
figure 99 80.8 63.8
step 99 133.1 104.7
number 99 228.1 179.7
"""


@pytest.mark.parametrize("row", TABLE.split("\n")[1:-1])
def test_style_is_seated_as_native_says(row: str) -> None:
    name, spacing, pitch, off = row.split()
    style = text_styles(typography())[name]
    assert style.spacing == int(spacing)
    assert to_pt(style.pitch) == pytest.approx(float(pitch), abs=0.06)
    assert to_pt(style.seat) == pytest.approx(float(off), abs=0.1)


@pytest.mark.parametrize(("name", "gap"), [("source", 3.5), ("cover_title", 12.9)])
def test_last_baseline_stands_above_the_foot_as_native_says(name: str, gap: float) -> None:
    assert to_pt(text_styles(typography())[name].foot) == pytest.approx(gap, abs=0.1)


def test_first_line_of_a_title_hangs_from_72_in_every_face() -> None:
    # 0.96 x 98 % x 34 = 31.99 and round((1.176 - 0.2315) x 34) = 32
    assert text_styles(typography())["title"].seat == pt(31.9936)


def test_every_size_is_a_step_of_the_scale() -> None:
    assert {style.size for style in STYLES.values()} <= set(SCALE)


def test_no_line_spacing_passes_99() -> None:
    assert max(style.spacing for style in text_styles(typography()).values()) == 99


def test_brand_chooses_weight_of_titles_tracking_and_face_of_figures() -> None:
    styles = text_styles(typography(bold_titles=True, tracking={"title": -0.4}, figure_font="major"))
    assert (styles["title"].bold, styles["quote"].bold, styles["number"].bold) == (True, False, True)
    assert (styles["title"].tracking, styles["body"].tracking) == (-40, 0)
    assert (styles["figure"].font, styles["code"].font) == ("major", "mono")


def test_display_keeps_a_lead_that_is_tighter_than_99() -> None:
    # 110 of 1.2 x 112 is 81.8 per cent
    assert text_styles(typography(cover_title=(112, 110)))["cover_title"].spacing == 82
