from __future__ import annotations

import pytest

from deckgen.fonts.faces import INSIDE
from deckgen.fonts.renderers import HALVES, Grid, Grids, room, shaping
from deckgen.units import pt

EIGHTH = 3_175
PIXEL = 3_048


def grid(model, size, *, raised=False, upem=1000, tracking=0):
    return Grid(model, size, raised, upem, tracking)


def test_powerpoint_rounds_each_advance_to_an_eighth_of_a_point():
    # 510/1000 x 24 pt = 12.24 pt = 97.92 eighths.
    assert grid("powerpoint", 24)[510] == 98 * EIGHTH


def test_libreoffice_scales_the_face_to_whole_pixels_and_rounds_to_them():
    # 31 pt = 258.33 pixels of 1/600 inch: the face is set at 258. 510/1000 x 258 = 131.58.
    assert grid("libreoffice", 31)[510] == 132 * PIXEL
    # 44 pt = 366.67: set at 367. 500/1000 x 367 = 183.5, halves up.
    assert grid("libreoffice", 44)[500] == 184 * PIXEL


def test_the_ideal_renderer_rounds_nothing_that_matters():
    assert grid("ideal", 24)[510] == pt(12.24) * HALVES


def test_superscript_is_two_thirds_in_powerpoint():
    # 600/1000 x 24 x 2/3 = 9.6 pt = 76.8 eighths.
    assert grid("powerpoint", 24, raised=True)[600] == 77 * EIGHTH


def test_superscript_is_58_per_cent_in_libreoffice():
    # 14 pt = 494 hundredths of a mm; 58 % of it 286, which is 67.6 pixels: 68.
    assert grid("libreoffice", 14, raised=True)[1000] == 68 * PIXEL


@pytest.mark.parametrize(("tracking", "added"), [(120, 42), (-50, -18), (40, 14)])
def test_libreoffice_rounds_tracking_to_hundredths_of_a_millimetre(tracking, added):
    # 1.2 pt = 42.33, -0.5 pt = -17.64, 0.4 pt = 14.11 hundredths of a mm.
    plain, spread = grid("libreoffice", 20), grid("libreoffice", 20, tracking=tracking)
    assert spread[500] - plain[500] == added * 720


def test_powerpoint_adds_tracking_as_it_is():
    assert grid("powerpoint", 20, tracking=15)[500] - grid("powerpoint", 20)[500] == pt(0.15) * HALVES


def test_a_character_inside_a_ligature_has_neither_width_nor_tracking():
    assert grid("libreoffice", 20, tracking=100)[INSIDE] == 0


@pytest.mark.parametrize(("size", "expected"), [(11, "unkerned"), (12, "kerned")])
def test_powerpoint_kerns_from_twelve_points_on(size, expected):
    assert shaping("powerpoint", size) == expected


def test_libreoffice_compares_in_hundredths_of_a_millimetre():
    # 100 hundredths are 36,000 EMU; a line up to half a hundredth wider still rounds to it.
    assert room("libreoffice", 36_000 * HALVES) == 36_000 * HALVES + 359
    assert room("libreoffice", 35_900 * HALVES) == 36_000 * HALVES + 359
    assert room("powerpoint", 35_900 * HALVES) == 35_900 * HALVES


def test_a_grid_is_made_once():
    grids = Grids()
    key = ("powerpoint", 24, False, 1000, 0)
    assert grids[key] is grids[key]


@pytest.mark.parametrize("size", [8, 13, 31, 44])
@pytest.mark.parametrize("raised", [False, True])
@pytest.mark.parametrize("tracking", [-60, 0])
def test_what_rounding_hides_is_bounded(size, raised, tracking):
    office, ideal = (grid(model, size, raised=raised, tracking=tracking) for model in ("libreoffice", "ideal"))
    for advances in ([499] * 30, [501, 12, 250], [1000], list(range(200, 900, 7))):
        width, exact = sum(map(office.__getitem__, advances)), sum(map(ideal.__getitem__, advances))
        assert exact <= office.unrounded(width, len(advances))
        # With one more in number for each, half a pixel more is allowed for it.
        assert office.unrounded(width, len(advances)) <= office.unrounded(width, len(advances) + 1)
