"""Pictures in a PDF: whole, once, and as they were given wherever PDF can show that."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw

from deckgen.drawing import Outline, Raster
from deckgen.scene import Crop, Image
from deckgen.write.pdf.svg import vector_form
from deckgen.write.pdf.svg_state import Unsupported
from tests.support.pdf_ua import faults
from tests.write.pdf.sample import el, opened, page, words, written


def image(data: bytes, format: str = "png", vector: Image | None = None) -> Image:
    return Image(hashlib.sha256(data).hexdigest(), format, 40, 30, data, vector)


def drawn(mode: str, format: str = "PNG", **options: object) -> Pillow.Image:
    """Red at the left, see-through or white at the right, with a corner of its own."""
    picture = Pillow.new("RGBA", (40, 30), (255, 0, 0, 255))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 0, 39, 29), fill=(0, 0, 255, 0 if "A" in mode or options.get("see_through") else 255))
    pen.rectangle((0, 0, 9, 9), fill=(0, 128, 0, 255))
    return picture


def saved(mode: str, format: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    picture = drawn(mode)
    (picture if "A" in mode else picture.convert("RGB")).convert(mode).save(file, format, **options)
    return file.getvalue()


def placed(picture: Image, crop: Crop = Crop()) -> Raster:
    return Raster(x=100, y=100, w=400, h=300, image=picture, crop=crop)


def shown(picture: Image, crop: Crop = Crop()) -> pikepdf.Object:
    pdf = opened(page(el("Figure", placed(picture, crop), alt="A picture")))
    (found,) = pdf.pages[0].Resources.XObject.values()
    return found


def pixel(data: bytes, x: float, y: float) -> tuple[int, int, int]:
    """The colour of the first page, in points from its upper left corner."""
    document = pypdfium2.PdfDocument(data)
    bitmap = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    return bitmap.getpixel((round(x), round(y)))


def near(found: tuple[int, int, int], wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= 12 for a, b in zip(found, wanted, strict=True))


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_png_files_that_are_not_see_through_go_in_as_they_are(mode: str) -> None:
    data = saved(mode)
    found = shown(image(data))
    assert bytes(found.read_raw_bytes()) in data and found.DecodeParms.Predictor == 15


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_is_see_through_is_a_mask(mode: str) -> None:
    assert "/SMask" in shown(image(saved(mode)))


def test_a_mask_of_nothing_is_left_out() -> None:
    file = BytesIO()
    Pillow.new("RGBA", (9, 9), (1, 2, 3, 255)).save(file, "PNG")
    assert "/SMask" not in shown(image(file.getvalue()))


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1", "RGBA", "LA"])
def test_every_sort_of_png_looks_as_it_should(mode: str) -> None:
    data = written(page(el("Figure", placed(image(saved(mode))), alt="A picture")))
    wanted = Pillow.open(BytesIO(saved(mode))).convert("RGBA")
    for x, y in ((5, 5), (15, 20), (30, 20)):
        red, green, blue, alpha = wanted.getpixel((x, y))
        seen = tuple(round(255 + (part - 255) * alpha / 255) for part in (red, green, blue))
        assert near(pixel(data, 100 + 10 * x, 100 + 10 * y), seen)
    assert faults(data) == []


def test_an_interlaced_png_and_one_of_sixteen_bits_look_as_they_should() -> None:
    deep = BytesIO()
    Pillow.new("I;16", (40, 30), 0x8000).save(deep, "PNG")
    assert near(
        pixel(written(page(el("Figure", placed(image(deep.getvalue())), alt="Grey"))), 300, 250), (128, 128, 128)
    )


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_jpeg_files_go_in_as_they_are(mode: str) -> None:
    data = saved(mode, "JPEG", quality=90)
    found = shown(image(data, "jpeg"))
    assert bytes(found.read_raw_bytes()) == data and str(found.Filter) == "/DCTDecode"
    assert (found.Width, found.Height) == (40, 30)


def test_a_jpeg_in_the_colours_of_print_is_made_one_for_screens() -> None:
    file = BytesIO()
    Pillow.new("CMYK", (9, 9), (0, 255, 255, 0)).save(file, "JPEG")
    assert near(
        pixel(written(page(el("Figure", placed(image(file.getvalue(), "jpeg")), alt="Red"))), 300, 250), (254, 0, 0)
    )


def test_a_picture_on_ten_pages_is_in_the_file_once() -> None:
    picture = image(saved("RGB"))
    pdf = opened(*(page(el("Figure", placed(picture), alt="Again"), number=n) for n in range(1, 11)))
    assert len([one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]) == 1


def test_what_is_cropped_is_not_seen() -> None:
    data = written(page(el("Figure", placed(image(saved("RGB")), Crop(left=25_000, top=34_000)), alt="Cropped")))
    assert near(pixel(data, 104, 104), (255, 0, 0))  # the green corner is cut away
    assert near(pixel(data, 90, 200), (255, 255, 255)) and near(pixel(data, 200, 90), (255, 255, 255))
    assert near(pixel(data, 495, 395), (0, 0, 255))


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">{}</svg>'


def vector(inner: str) -> Image:
    drawing = SVG.format(inner).encode()
    return image(saved("RGB"), vector=Image(hashlib.sha256(drawing).hexdigest(), "svg", 40, 30, drawing))


def painted(inner: str, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a point of the drawing."""
    data = written(page(el("Figure", placed(vector(inner)), alt="A drawing")))
    return pixel(data, 100 + 10 * x, 100 + 10 * y)


RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


@pytest.mark.parametrize(
    ("inner", "inside", "outside"),
    [
        ('<rect x="10" y="10" width="20" height="10" fill="#f00"/>', (12, 12), (8, 8)),
        ('<rect x="10" y="10" width="20" height="10" rx="5" fill="red"/>', (20, 11), (10.4, 10.4)),
        ('<circle cx="20" cy="15" r="8" style="fill:rgb(255,0,0)"/>', (20, 8), (13, 8)),
        ('<ellipse cx="20" cy="15" rx="15" ry="5" fill="red"/>', (7, 15), (20, 8)),
        ('<polygon points="10,5 30,5 20,25" fill="red"/>', (20, 10), (11, 20)),
        ('<path d="M10 5h20v20h-20z M15 10v10h10v-10z" fill="red"/>', (12, 8), (20, 15)),
        ('<path fill-rule="evenodd" d="M10 5h20v20h-20z M15 10h10v10h-10z" fill="red"/>', (12, 8), (20, 15)),
        ('<line x1="5" y1="15" x2="35" y2="15" stroke="red" stroke-width="4"/>', (20, 16), (20, 19)),
        ('<polyline points="5,5 20,25 35,5" fill="none" stroke="red" stroke-width="3"/>', (12.5, 15), (20, 10)),
        ('<g transform="translate(10 10) scale(2)" fill="red"><rect width="5" height="5"/></g>', (18, 18), (22, 22)),
        ('<rect width="10" height="2" fill="red" transform="rotate(90 20 15) translate(15 14)"/>', (20, 12), (14, 15)),
        ('<style>.a{fill:#f00} .b{fill:none}</style><rect class="a" width="9" height="9"/>', (5, 5), (12, 5)),
        ('<g color="red"><path d="M0 0h9v9H0z" fill="currentColor"/></g>', (5, 5), (12, 5)),
        ('<defs><rect width="40" height="30"/></defs><rect width="9" height="9" fill="red"/>', (5, 5), (12, 5)),
    ],
)
def test_flat_drawings_are_drawn_as_svg_has_them(
    inner: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    assert near(painted(inner, *inside), RED)
    assert near(painted(inner, *outside), WHITE)


STOPS = '<stop offset="0" stop-color="#f00"/><stop offset="100%" style="stop-color:#00f"/>'
LINEAR = f'<linearGradient id="a" {{}}>{STOPS}</linearGradient>'
FIELD = '<rect width="40" height="30" fill="url(#a)"/>'
TURNED = (
    f'<linearGradient id="b">{STOPS}</linearGradient><linearGradient id="a" href="#b" gradientTransform="rotate(90)"/>'
)


@pytest.mark.parametrize(
    ("gradient", "shape", "red", "blue"),
    [
        (f"<defs>{LINEAR}</defs>".format(""), FIELD, (0, 15), (39.8, 15)),
        (LINEAR.format('x2="0" y2="1"'), FIELD, (20, 0), (20, 29.8)),
        (LINEAR.format('gradientUnits="userSpaceOnUse" x1="20" x2="21"'), FIELD, (15, 9), (25, 9)),
        (
            f'<radialGradient id="a">{STOPS}</radialGradient>',
            '<circle cx="20" cy="15" r="10" fill="url(#a)"/>',
            (20, 15),
            (20, 5.3),
        ),
        (TURNED, '<path d="M5 5h20v20h-20z" fill="url(#a)"/>', (15, 5.1), (15, 24.8)),
        (
            LINEAR.format(""),
            '<g transform="scale(2)"><rect x="10" width="5" height="9" fill="url(#a)"/></g>',
            (20.1, 5),
            (29.8, 5),
        ),
        (LINEAR.format(""), '<path d="M10 5C20 5 30 5 30 15S20 25 10 25z" fill="url(#a)"/>', (10.2, 15), (29.6, 15)),
    ],
)
def test_gradients_run_as_svg_has_them(
    gradient: str, shape: str, red: tuple[float, float], blue: tuple[float, float]
) -> None:
    for inner in (gradient + shape, shape + gradient):
        assert near(painted(inner, *red), RED) and near(painted(inner, *blue), BLUE)
        drawing = vector(inner)
        assert str(shown(drawing).Subtype) == "/Form"
        assert faults(written(page(el("Figure", placed(drawing), alt="A drawing")))) == []


def test_what_is_half_seen_is_blended() -> None:
    assert near(painted('<rect width="40" height="30" fill="red" fill-opacity=".5"/>', 20, 15), (255, 127, 127))


def test_dashes_begin_where_they_should() -> None:
    line = '<path d="M0 15H40" stroke="red" stroke-width="4" stroke-dasharray="10 5"/>'
    assert near(painted(line, 5, 15), RED) and near(painted(line, 12.5, 15), WHITE)


@pytest.mark.parametrize(
    "inner",
    [
        '<text x="5" y="15">Hello</text>',
        '<linearGradient id="a"/><rect width="9" height="9" fill="url(#a)"/>',
        '<linearGradient id="a" href="#a"><stop/></linearGradient><rect width="9" height="9" fill="url(#a)"/>',
        '<linearGradient id="a" spreadMethod="reflect"><stop/></linearGradient><path d="M0 0h9v9z" fill="url(#a)"/>',
        '<linearGradient id="a"><stop stop-opacity=".5"/></linearGradient><path d="M0 0h9v9z" fill="url(#a)"/>',
        '<linearGradient id="a"><stop/></linearGradient><path d="M0 0h9v9z" stroke="url(#a)"/>',
        '<path d="M0 0h1e999v9z"/>',
        '<g transform="scale(1e999)"><rect width="9" height="9"/></g>',
        '<pattern id="a"/><rect width="9" height="9" fill="url(#a)"/>',
        '<g opacity=".5"><rect width="9" height="9"/></g>',
        '<rect width="9" height="9" stroke="red" opacity=".5"/>',
        '<rect width="9" height="9" clip-path="url(#a)"/>',
        '<rect width="9" height="9" style="filter:url(#a)"/>',
        '<use xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
        "<style>rect > path{fill:red}</style><path d='M0 0h9'/>",
        '<rect width="50%" height="9"/>',
        '<path d="L5 5"/>',
        '<rect width="9" height="9" transform="turn(9)"/>',
        '<rect width="9" height="9" stroke="red" stroke-linejoin="arcs"/>',
    ],
)
def test_what_pdf_would_show_otherwise_is_its_twin_in_pixels(inner: str) -> None:
    drawing = vector(inner)
    assert drawing.vector is not None
    with pytest.raises(Unsupported):
        vector_form(pikepdf.new(), drawing.vector)
    assert near(painted(inner, 5, 5), (0, 128, 0))  # the twin's corner
    assert str(shown(drawing).Subtype) == "/Image"


def test_a_drawing_of_another_shape_than_its_field_stands_in_its_middle() -> None:
    drawing = SVG.replace("0 0 40 30", "0 0 10 30").format('<rect width="10" height="30" fill="red"/>').encode()
    found = image(saved("RGB"), vector=Image("5" * 64, "svg", 40, 30, drawing))
    data = written(page(el("Figure", placed(found), alt="Narrow")))
    assert near(pixel(data, 300, 250), RED)
    assert near(pixel(data, 230, 250), WHITE) and near(pixel(data, 370, 250), WHITE)


def test_art_that_comes_again_is_in_the_file_once() -> None:
    dots = tuple(("O", 10.0 + 3 * i, 20.0, 1.0) for i in range(40))
    art = el("Artifact", Outline(path=dots, fill="#FF0000"))
    pdf = opened(*(page(art, el("P", words("Text")), number=n) for n in range(1, 6)))
    assert {str(name) for one in pdf.pages for name in one.Resources.XObject} == {"/Fm1"}
    forms = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
    assert len(forms) == 1
