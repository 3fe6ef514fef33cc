from __future__ import annotations

import pytest

from deckgen.brand.color import contrast, hex_of, luminance, parse_color
from deckgen.scene import Color

THEME = {"lt1": "#FFFFFF", "dk1": "#000000", "lt2": "#F4F0F7", "dk2": "#331447", "accent1": "#FF8E75"}


@pytest.mark.parametrize(
    ("written", "color"),
    [
        ("accent2", Color("accent2")),
        ("lt2*86", Color("lt2", 86_000)),
        ("dk2*85+14", Color("dk2", 85_000, 14_000)),
    ],
)
def test_shades_are_written_as_slot_times_plus(written: str, color: Color) -> None:
    assert parse_color(written) == color


@pytest.mark.parametrize("written", ["", "*86", "lt2*", "lt2+14", "#331447", "lt2 * 86", "lt2*1234"])
def test_other_writings_are_no_colours(written: str) -> None:
    assert parse_color(written) is None


@pytest.mark.parametrize(
    ("color", "shown"),
    [
        (Color("dk2"), "#331447"),
        (Color("lt2", 86_000), "#D3C4DF"),  # as LibreOffice draws it (design/NATIVE.md 6)
        (Color("dk2", 85_000, 14_000), "#532174"),
        (Color("lt1", 100_000, 50_000), "#FFFFFF"),
        (Color("dk2", 0), "#000000"),
    ],
)
def test_shades_come_to_what_renderers_draw(color: Color, shown: str) -> None:
    assert hex_of(color, THEME) == shown


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#331447", "#331447") == 1
    assert luminance("#FFFFFF") == pytest.approx(1)


@pytest.mark.parametrize(
    ("ink", "ground", "ratio"),
    [("#FF8E75", "#331447", 7.04), ("#51455E", "#F4F0F7", 7.89), ("#F0BC48", "#0B4638", 6.16)],
)
def test_contrast_is_wcag_s_and_the_same_either_way(ink: str, ground: str, ratio: float) -> None:
    assert contrast(ink, ground) == pytest.approx(ratio, abs=0.01)
    assert contrast(ground, ink) == contrast(ink, ground)
