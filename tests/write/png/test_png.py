"""Pages as pictures: size, bytes, and letters where the drawing has them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from msgspec.structs import replace
from PIL import Image

from deckgen.diagnostics import Diagnostics
from deckgen.drawing.model import Element, Inset, Page, Raster, Words
from deckgen.drawing.turning import words_box
from deckgen.fonts.embedding import Embeddable
from deckgen.scene import Crop
from deckgen.scene import Image as Picture
from deckgen.write.formats import Options, format_of
from deckgen.write.png import NARROWEST, WIDEST, picture
from deckgen.write.png.painter import Painter
from deckgen.write.svg.faces import Faces
from tests.support.pages import BOLD, CARLITO, NASKH, REGULAR, brand, fonts, packaged, page, restricted, talk, words

Box = tuple[int, int, int, int]


def shown(given: Page, width: int = 960) -> Image.Image:
    data = picture(given, Painter(Faces(fonts(), brand())), width)
    return Image.open(io.BytesIO(data)).convert("RGB")


def ink(given: Page, width: int = 960) -> Box | None:
    """The box around what is not white."""
    return shown(given, width).convert("L").point(lambda grey: 255 * (grey < 160)).getbbox()


def line(*given: Words) -> Page:
    return page(Element(role="P", children=given))


@pytest.mark.parametrize("width", [NARROWEST, 333, 1920])
def test_a_picture_is_as_wide_as_asked_for(width: int) -> None:
    assert shown(line(words("Hello")), width).size == (width, round(width * 540 / 960))


@pytest.mark.parametrize("width", [0, -1, NARROWEST - 1, WIDEST + 1])
def test_a_width_that_cannot_be_drawn_is_refused(width: int) -> None:
    diags = Diagnostics()
    assert list(format_of("png").files(talk(), Options(width=width), diags)) == []
    (said,) = diags.errors
    assert said.code == "picture-width" and said.hint == "ask for a width from 16 to 16,384; 1,920 fills a screen"


def test_letters_stand_where_the_drawing_has_them() -> None:
    # H of Liberation Sans: its stems reach from 168 to 1311 of 2048, its height is 1409.
    em = 240 / 2048
    left, top, right, bottom = ink(line(words("H", x=100, baseline=300, size=240, width=1479 * em))) or (0,) * 4
    assert (left, right) == pytest.approx((100 + 168 * em, 100 + 1311 * em), abs=1)
    assert (top, bottom) == pytest.approx((300 - 1409 * em, 300), abs=1)


def test_a_letter_that_is_a_rectangle_stands_where_it_is_measured_to_be() -> None:
    # l of Liberation Sans is one, from 138 to 318 of 2048. PDFium would move it to whole pixels, and make it thicker.
    em = 100 / 2048
    left = 138 * em
    found = shown(line(words("l", x=100 + 0.5 - left, baseline=300, size=100, width=455 * em))).convert("L")
    row = [255 - found.getpixel((x, 260)) for x in range(98, 114)]
    dark = max(row)
    assert sum(row) / dark == pytest.approx(180 * em, abs=0.1)
    assert row[2] / dark == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("width", [190, 200, 206])
def test_a_line_ends_where_the_drawing_says(width: float) -> None:
    # Its own advances are 199.2 wide; I is 569 of 2048 wide and its ink ends at 380.
    box = ink(line(words("Hamburgefonts I", x=50, size=26, width=width)))
    assert box and box[2] == pytest.approx(50 + width - 26 * (569 - 380) / 2048, abs=1.5)


def test_letters_that_are_not_joined_in_powerpoint_are_not_joined() -> None:
    joined, apart = (
        shown(line(words("titi", face=CARLITO, size=60, width=100, ligatures=ligatures))) for ligatures in (True, False)
    )
    assert joined.tobytes() != apart.tobytes()


def test_pairs_that_are_not_kerned_in_powerpoint_are_not_kerned() -> None:
    kerned, apart = (
        shown(line(words("AVAT", face=CARLITO, size=60, width=135, kerned=kerned))) for kerned in (True, False)
    )
    assert kerned.tobytes() != apart.tobytes()


def test_bold_is_bold_and_arabic_runs_to_the_left() -> None:
    assert ink(line(words("Hi", face=BOLD, width=31))) != ink(line(words("Hi", face=REGULAR, width=31)))
    arabic = words("\u0645\u0631\u062d\u0628\u0627", x=100, width=51, face=NASKH, rtl=True)
    box = ink(line(arabic))
    assert box and box[0] >= 98 and box[2] <= 153


def test_an_underline_lies_below_its_words_and_is_as_wide() -> None:
    box = ink(line(words("x", x=100, baseline=100, width=80, size=30, underline=True)))
    assert box and (box[0], box[2]) == (100, 180) and 102 <= box[3] <= 106


def test_pictures_with_words_of_their_own_are_drawn_from_their_twin() -> None:
    def twin(vector: bytes) -> tuple[int, ...]:
        file = io.BytesIO()
        Image.new("RGB", (4, 4), (255, 0, 0)).save(file, "PNG")
        image = Picture("0" * 64, "png", 4, 4, file.getvalue(), Picture("1" * 64, "svg", 4, 4, vector))
        found = shown(page(Element(role="Figure", alt="x", children=(Raster(x=0, y=0, w=96, h=96, image=image),))))
        return found.getpixel((48, 48))

    square = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#00f"/>%s</svg>'
    )
    assert twin(square % b"") == (0, 0, 255)
    assert twin(square % b'<text y="3">x</text>') == (255, 0, 0)


def test_a_face_that_may_not_be_embedded_is_not_drawn_either() -> None:
    diags = Diagnostics()
    files = Embeddable({REGULAR: replace(restricted(packaged(BOLD), 2), key=REGULAR)}, brand(), diags)
    painter = Painter(Faces(files, brand()))
    given = line(words("Hello", width=60))
    assert picture(given, painter, 400) != picture(given, Painter(Faces(fonts(), brand())), 400)
    assert [said.code for said in diags.warnings] == ["font-not-embeddable"]


@pytest.mark.parametrize("turn", [90, 180, 270, 30])
def test_turned_words_are_turned_around_where_they_begin(turn: float) -> None:
    upright, leaning = (line(words("Hill", x=300, baseline=300, width=50, size=30, turn=angle)) for angle in (0, turn))
    found, wanted = ink(leaning), words_box(next(iter(leaning.elements[0].children)), 0.73, 0.25)
    assert found and all(abs(one - other) < 9 for one, other in zip(found, wanted, strict=True))
    assert abs(darkness_of(upright) - darkness_of(leaning)) < 0.04 * darkness_of(upright)


def test_a_page_without_anything_is_its_ground() -> None:
    found = shown(replace(page(), background="#123456"))
    assert found.getcolors() == [(960 * 540, (0x12, 0x34, 0x56))]


def test_every_slide_has_its_picture_and_the_same_one_again() -> None:
    def made() -> Iterator[tuple[str, bytes]]:
        for file in format_of("png").files(talk(), Options(width=320), Diagnostics()):
            yield file.suffix, b"".join(chunk for chunk in file.chunks if isinstance(chunk, bytes))

    first = dict(made())
    assert list(first) == [".slides/01-cover.png", ".slides/02-more-points.png", ".slides/03-last.png"]
    assert dict(made()) == first


def quarters(format: str) -> Picture:
    """A picture of four colours, a quarter each."""
    drawn = Image.new("RGB", (64, 64), (255, 0, 0))
    for color, place in (((0, 255, 0), (32, 0)), ((0, 0, 255), (0, 32)), ((255, 255, 0), (32, 32))):
        drawn.paste(color, (*place, place[0] + 32, place[1] + 32))
    file = io.BytesIO()
    drawn.save(file, format, **({"quality": 100, "subsampling": 0} if format == "JPEG" else {}))
    return Picture(f"{format:>064}", "jpeg" if format == "JPEG" else "png", 64, 64, file.getvalue())


@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_a_cropped_picture_shows_what_is_left_of_it_in_its_box(format: str) -> None:
    crop = Crop(left=50_000, bottom=50_000)
    mark = Raster(x=100, y=100, w=200, h=100, image=quarters(format), crop=crop)
    found = shown(page(Element(role="Figure", alt="x", children=(mark,))))
    assert ink(page(Element(role="Figure", alt="x", children=(mark,)))) == (100, 100, 300, 200)
    inner = [found.getpixel(place) for place in ((110, 110), (290, 190), (200, 150))]
    assert all(abs(one - other) <= 3 for pixel in inner for one, other in zip(pixel, (0, 255, 0), strict=True))


def test_a_page_on_a_page_is_drawn_small_and_clipped_to_its_edges() -> None:
    inner = page(Element(role="P", children=(words("HH", x=900, baseline=270, size=200, width=290),)))
    sheet = page(Element(role="Figure", alt="x", children=(Inset(page=inner, x=100, y=50, scale=0.5),)))
    found = ink(sheet)
    assert found and found[0] == pytest.approx(100 + 0.5 * (900 + 168 * 200 / 2048), abs=1)
    assert found[2] == 100 + 480 and found[3] == pytest.approx(50 + 135, abs=1)


def test_threads_that_draw_at_once_draw_the_same() -> None:
    pages = [line(*(words(f"{n} {row}", baseline=20 + 20 * row) for row in range(24))) for n in range(6)]
    alone = [shown(one, 480).tobytes() for one in pages]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda one: shown(one, 480).tobytes(), pages * 5)) == alone * 5


def darkness(*given: Words) -> int:
    return darkness_of(line(*given))


def darkness_of(given: Page) -> int:
    return sum(255 - grey for grey in shown(given).convert("L").tobytes())


def test_letters_that_stand_in_for_bold_are_thicker_and_no_more_than_that() -> None:
    plain = words("Ill", width=14, underline=True)
    thick = darkness(replace(plain, thickened=True))
    assert 1.2 * darkness(plain) < thick < 2 * darkness(plain)


def test_letters_that_stand_in_for_italic_lean_to_the_right() -> None:
    upright, leaning = (ink(line(replace(words("l", width=5, size=100), slanted=slant))) for slant in (False, True))
    assert upright and leaning
    assert leaning[0] - upright[0] <= 1 and 15 < leaning[2] - upright[2] < 25
