"""Pictures in their boxes: what is cut, where they stand, and how many pixels are kept."""

from __future__ import annotations

import pytest

from deckgen.layout.pictures import contained, fill_crop, pixels_shown
from deckgen.scene import Crop, Picture
from deckgen.units import Rect, box, pt
from tests.layout.slides import fitting

VALLEY = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 1080"><rect width="99" height="99"/></svg>'


@pytest.mark.parametrize(
    ("shape", "wanted", "focus", "crop"),
    [
        (2.0, 1.0, (0.5, 0.5), Crop(left=25_000, right=25_000)),
        # The focus stands in the middle of what is left: 0.4 ± 0.25.
        (2.0, 1.0, (0.4, 0.5), Crop(left=15_000, right=35_000)),
        # Nearer to an edge than half of what is left, it can't: nothing is cut there.
        (2.0, 1.0, (0.1, 0.5), Crop(left=0, right=50_000)),
        (2.0, 1.0, (1.0, 0.0), Crop(left=50_000, right=0)),
        (0.5, 1.0, (0.0, 0.6), Crop(top=35_000, bottom=15_000)),
        (1.5, 1.5, (0.0, 0.0), Crop()),
    ],
)
def test_the_focus_is_kept_in_the_middle_as_far_as_the_picture_reaches(
    shape: float, wanted: float, focus: tuple[float, float], crop: Crop
) -> None:
    assert fill_crop(shape, wanted, focus) == crop


@pytest.mark.parametrize(
    ("within", "crop"),
    [
        # A quarter off the left: half of the picture is still to be seen about its own middle.
        ((0.25, 0, 0, 0), Crop(left=25_000, right=25_000)),
        # Three eighths off the left: the middle of the picture can no longer be that of what is shown.
        ((0.375, 0, 0, 0), Crop(left=37_500, right=12_500)),
        # Half off the foot: what is left is four times as wide as high; 0.5 ± 0.125 of it stays.
        ((0, 0, 0, 0.5), Crop(left=37_500, right=37_500, bottom=50_000)),
        # Cut to a tall strip: 0.4 wide of 1 high; now the height is too much.
        ((0.4, 0, 0.4, 0), Crop(left=40_000, right=40_000, top=30_000, bottom=30_000)),
    ],
)
def test_what_the_author_cuts_stays_cut(within: tuple[float, float, float, float], crop: Crop) -> None:
    found = fill_crop(2.0, 1.0, (0.5, 0.5), within=within)
    assert found == crop
    width, height = 100_000 - found.left - found.right, 100_000 - found.top - found.bottom
    assert 2.0 * width / height == pytest.approx(1.0, abs=0.0001), "never stretched"


def test_a_whole_picture_stands_where_its_focus_says() -> None:
    place = Rect(0, 0, 300, 300)
    assert contained(2.0, place) == Rect(0, 75, 300, 150)
    assert contained(2.0, place, (0.0, 1.0)) == Rect(0, 150, 300, 150)
    assert contained(0.5, place, (1.0, 0.5)) == Rect(150, 0, 150, 300)


def shown(**picture: object) -> Picture:
    slide = fitting(
        kind="picture-text",
        title="A valley",
        text="Five schools",
        picture={"file": "valley.svg", "alt": "A valley", **picture},
        beside={"valley.svg": VALLEY},
    )
    return next(node for node in slide.nodes if isinstance(node, Picture))


def test_a_picture_fills_its_place_by_cutting() -> None:
    # 16 : 9 into 394 × 540: 1.7778 / 0.7296 = 2.4366, so 1 - 1 / 2.4366 = 58.96 % goes.
    picture = shown()
    assert (picture.crop.top, picture.crop.bottom, picture.moved) == (0, 0, False)
    assert picture.crop.left + picture.crop.right == pytest.approx(58_960, abs=10)


def test_where_nothing_is_said_of_the_focus_it_is_in_the_middle_of_what_is_left() -> None:
    # 80 % of the width is left, of which 0.7296 / 1.7778 = 41.04 % shows, about 0.6.
    crop = shown(crop={"left": 20}).crop
    assert crop == Crop(left=39_479, right=19_479)


def test_a_picture_that_is_shown_whole_keeps_its_shape_and_is_not_cut() -> None:
    picture = shown(fit="contain")
    assert picture.crop == Crop() and picture.moved
    assert picture.rect.w == pt(394) and picture.rect.w / picture.rect.h == pytest.approx(16 / 9, abs=0.001)
    assert picture.rect.y + picture.rect.h // 2 == pytest.approx(pt(270), abs=2)
    assert shown(fit="contain", focus="top").rect.y == 0


def test_a_picture_that_is_cut_and_shown_whole_keeps_the_shape_of_what_is_left() -> None:
    # 60 % of 16 : 9 is 1.0667 wide.
    picture = shown(fit="contain", crop={"left": 40})
    assert picture.crop == Crop(left=40_000)
    assert picture.rect.w / picture.rect.h == pytest.approx(0.6 * 16 / 9, abs=0.001)


def test_as_many_pixels_are_kept_as_a_4k_projector_shows_of_them() -> None:
    assert pixels_shown(box(0, 0, 960, 540), Crop()) == (3840, 2160)
    assert pixels_shown(box(0, 0, 960, 540), Crop(left=25_000, right=25_000)) == (7680, 2160)
