"""Pictures: what becomes of each sort of file, what is refused, what is left out, and the cache."""

from __future__ import annotations

import io
import struct
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from deckgen import scene
from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.picture import load_picture
from deckgen.worlds import MemoryWorld

HERE = Span("slides/a.yaml", 3, 8, 3, 20)
ROOT = Path(__file__).parents[2]
ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825

RED, GREEN, BLUE, WHITE = (200, 20, 20), (20, 160, 20), (20, 20, 200), (250, 250, 250)


def corners(width: int = 96, height: int = 64) -> Image.Image:
    """Red upper left, green upper right, blue lower left, white lower right."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    return image


def encoded(image: Image.Image, format: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format=format, **options)
    return file.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[ORIENTATION] = orientation
    data[MAKER] = "SecretCam"
    data.get_ifd(PLACE)[1] = "N"
    return data


def load(data: bytes) -> tuple[scene.Image | None, list[str]]:
    diags = Diagnostics()
    image = load_picture(MemoryWorld({"p.png": data}), "p.png", HERE, diags)
    assert all(d.span == HERE for d in diags)
    return image, [f"{d.severity.value} {d.code}: {d.message} = {d.hint}" for d in diags]


def sound(data: bytes) -> scene.Image:
    image, told = load(data)
    assert image is not None and told == []
    return image


def pixels(image: scene.Image) -> Image.Image:
    """The picture decoded, as any program would."""
    decoded = Image.open(io.BytesIO(image.data))
    assert decoded.format == image.format.upper()
    assert decoded.size == (image.width, image.height)
    assert decoded.mode in ("1", "L", "LA", "P", "RGB", "RGBA")
    return decoded.convert("RGB")


def near(color: tuple[int, ...], expected: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(color, expected, strict=True))


def shows_corners(image: scene.Image, by: int = 12) -> bool:
    decoded = pixels(image)
    width, height = decoded.size
    places = ((0, 0, RED), (1, 0, GREEN), (0, 1, BLUE), (1, 1, WHITE))
    return all(
        near(decoded.getpixel((width // 4 + x * width // 2, height // 4 + y * height // 2)), color, by)
        for x, y, color in places
    )


@pytest.mark.parametrize("format", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "AVIF", "JPEG2000", "MPO"])
def test_every_accepted_format_shows_the_same_picture(format: str) -> None:
    image = sound(encoded(corners(), format))
    assert (image.format, image.width, image.height) == ("jpeg" if format in ("JPEG", "MPO") else "png", 96, 64)
    assert shows_corners(image)
    assert sound(encoded(corners(), format)) == image


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA"])
def test_a_png_that_needs_nothing_keeps_its_bytes(mode: str) -> None:
    data = encoded(corners().convert(mode), "PNG")
    assert sound(data).data == data


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}, {"optimize": True, "quality": 30}])
def test_a_jpeg_that_needs_nothing_keeps_its_coded_data(options: dict[str, object]) -> None:
    data = encoded(corners(), "JPEG", **options)
    assert sound(data).data == data
    with_more = encoded(corners(), "JPEG", exif=exif(), comment=b"SecretCam", **options)
    assert sound(with_more).data == data


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "MPO"])
def test_no_metadata_is_left(format: str) -> None:
    extra: dict[str, object] = {"save_all": True, "append_images": [corners()]} if format == "MPO" else {}
    data = encoded(corners(), format, exif=exif(), **extra)
    assert b"SecretCam" in data
    image = sound(data)
    assert not [word for word in (b"SecretCam", b"Exif", b"eXIf", b"MPF", b"http") if word in image.data]
    assert shows_corners(image)


def test_a_pngs_texts_times_and_private_chunks_go() -> None:
    texts = PngInfo()
    texts.add_text("Author", "SecretCam")
    texts.add_itxt("XML:com.adobe.xmp", "SecretCam")
    texts.add(b"tIME", b"\x07\xe0\x01\x01\x01\x01\x01")
    texts.add(b"prVt", b"SecretCam")
    plain = encoded(corners(), "PNG")
    assert sound(encoded(corners(), "PNG", pnginfo=texts, exif=exif()) + b"SecretCam").data == plain


@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_are_upright(format: str, orientation: int) -> None:
    turned = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    stored = corners() if turned is None else corners().transpose(Image.Transpose(turned))
    image = sound(encoded(stored, format, exif=exif(orientation)))
    assert (image.width, image.height) == (96, 64)
    assert shows_corners(image)


def test_an_orientation_that_makes_no_sense_is_ignored() -> None:
    assert shows_corners(sound(encoded(corners(), "JPEG", exif=exif(9))))
    broken = encoded(corners(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")
    assert shows_corners(sound(broken))


def profile(name: str) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()


def swapped_profile() -> bytes:
    """An RGB profile whose red is sRGB's green and the other way round: hard to overlook."""
    data = bytearray(profile("sRGB"))
    count = int.from_bytes(data[128:132], "big")
    tags = {bytes(data[132 + 12 * n : 136 + 12 * n]): 132 + 12 * n for n in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    data[red : red + 4], data[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(data).replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be"))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_colour_profile_is_honoured(format: str) -> None:
    swapped = corners()
    swapped.paste((20, 200, 20), (0, 0, 48, 32))
    swapped.paste((160, 20, 20), (48, 0, 96, 32))
    image = sound(encoded(swapped, format, icc_profile=swapped_profile()))
    assert shows_corners(image, by=20)
    assert b"ICC_PROFILE" not in image.data and b"iCCP" not in image.data


def test_an_srgb_profile_stays_where_the_picture_needs_nothing() -> None:
    for kind in ("JPEG", "PNG"):
        data = encoded(corners(), kind, icc_profile=profile("sRGB"))
        assert sound(data).data == data


def test_a_broken_profile_is_left_aside() -> None:
    assert shows_corners(sound(encoded(corners(), "TIFF", icc_profile=b"nonsense" * 40)))


@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_cmyk_becomes_rgb(format: str) -> None:
    assert shows_corners(sound(encoded(corners().convert("CMYK"), format)), by=25)


def png(width: int, height: int, depth: int, color: int, rows: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_16_bits_become_8_and_keep_their_shades() -> None:
    grey = png(3, 1, 16, 0, b"\0" + struct.pack(">3H", 0, 0x8080, 0xFFFF))
    colors = png(1, 1, 16, 2, b"\0" + struct.pack(">3H", 0xC8C8, 0x1414, 0x1414))
    assert [pixels(sound(grey)).getpixel((x, 0))[0] for x in range(3)] == [0, 128, 255]
    assert pixels(sound(colors)).getpixel((0, 0)) == RED
    assert sound(grey).data[24] == sound(colors).data[24] == 8
    tiff = encoded(Image.open(io.BytesIO(grey)), "TIFF")
    assert [pixels(sound(tiff)).getpixel((x, 0))[0] for x in range(3)] == [0, 128, 255]


def test_transparency_is_kept() -> None:
    image = Image.new("RGBA", (4, 4), (1, 2, 3, 0))
    for kind in ("PNG", "WEBP", "TIFF", "AVIF"):
        decoded = Image.open(io.BytesIO(sound(encoded(image, kind)).data))
        assert decoded.convert("RGBA").getpixel((0, 0))[3] == 0
    gif = Image.new("P", (4, 4), 0)
    gif.putpalette([255, 0, 0, 0, 0, 255])
    decoded = Image.open(io.BytesIO(sound(encoded(gif, "GIF", transparency=0)).data))
    assert decoded.convert("RGBA").getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("format", "told"),
    [
        ("GIF", "moves, and only its first frame is used"),
        ("WEBP", "moves, and only its first frame is used"),
        ("PNG", "moves, and only its first frame is used"),
        ("TIFF", "has several pages, and only the first is used"),
    ],
)
def test_only_the_first_frame_is_used_and_that_is_said(format: str, told: str) -> None:
    data = encoded(corners(), format, save_all=True, append_images=[corners().rotate(180), corners()])
    world = MemoryWorld({"p": data})
    for _ in range(2):  # the cached picture warns as well
        diags = Diagnostics()
        image = load_picture(world, "p", HERE, diags)
        assert image is not None and shows_corners(image, by=30)
        assert [(d.severity.value, d.code, d.message) for d in diags] == [
            ("warning", "picture-frames", f'the picture "p" {told}')
        ]
    assert b"acTL" not in image.data and b"fdAT" not in image.data


BOMB_GIF = b"GIF89a\xff\xff\xff\xff\x80\0\0" + b"\0" * 6 + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (encoded(corners(), "JPEG")[:-200], "damaged, or was not saved to its end"),
        (encoded(corners(), "PNG")[:-60], "damaged, or was not saved to its end"),
        (encoded(corners(), "PNG")[:-12], "damaged, or was not saved to its end"),
        (encoded(corners(), "WEBP")[:-60], "damaged, or was not saved to its end"),
        (encoded(corners(), "GIF")[:30], "damaged, or was not saved to its end"),
        (b"\xff\xd8\xff\xe0" + b"\x12\x34" * 500, "damaged, or was not saved to its end"),
        (bytes(range(256)) * 4, "it is no picture that can be read"),
        (b"just text", "it is no picture that can be read"),
        (BOMB_GIF, "more than 100 million pixels"),
        (png(40_000, 40_000, 8, 2, b"\0" * 100), "more than 100 million pixels"),
        (png(12_000, 9_000, 8, 2, b"\0" * 100), "12,000 × 9,000 pixels; at most 100 million are read"),
        (png(9_900, 9_900, 8, 2, b"\0" * 100), "damaged"),
        (encoded(corners(), "ICO"), "no picture that can be read"),
        (encoded(corners().convert("F"), "TIFF"), "not stored as 8 or 16 bits"),
        (b"\x1f\x8b\x08" + b"\0" * 50, "plain SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 50, "HEIC"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf" + b"\0" * 50, "HEIC"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 50, "video"),
        (b"\n<!DOCTYPE html><html>", "web page"),
        (b"version https://git-lfs.github.com/spec/v1\n", "git lfs pull"),
        (b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 50, "metafile"),
        (b"\xd7\xcd\xc6\x9a" + b"\0" * 50, "metafile"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff\x0a" + b"\0" * 50, "JPEG XL"),
        (b"8BPS" + b"\0" * 50, "Photoshop"),
    ],
)
def test_what_is_no_usable_picture_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    begun = time.process_time()
    image, told = load(data)
    assert time.process_time() - begun < 5
    assert image is None
    assert len(told) == 1 and told[0].startswith('error unusable-picture: the picture "p.png" can\'t be used: ')
    assert reason in told[0] and not told[0].endswith("None")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../p.png", "it leaves the project's folder"),
        ("http://x.org/p.png", "nothing is fetched from outside the project"),
        ("none.png", "there is no such file"),
    ],
)
def test_a_path_that_is_refused_is_reported_with_the_reason(path: str, reason: str) -> None:
    diags = Diagnostics()
    assert load_picture(MemoryWorld({}), path, HERE, diags) is None
    assert [(d.code, d.span, d.message) for d in diags] == [
        ("unusable-picture", HERE, f'the picture "{path}" can\'t be used: {reason}')
    ]


def test_a_jpeg_powerpoint_cannot_read_is_coded_anew() -> None:
    data = encoded(corners(), "JPEG")
    start = data.index(b"\xff\xc0")
    odd = data[:2] + b"\xff\xfe\x00\x04ab\xff\xff" + data[2:]  # filling before a marker is legal
    assert sound(odd).data == data
    garbled = data[:start] + b"\x00\x00" + data[start:]  # bytes between segments are not, but decoders pass them
    assert shows_corners(sound(garbled))


SEEDS = [encoded(corners(), kind) for kind in ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6),
    st.integers(0, 3000),
)
def test_no_damage_breaks_it(data: bytes, changes: list[tuple[int, int]], length: int) -> None:
    damaged = bytearray(data[:length] if length % 3 == 0 else data)
    for at, value in changes:
        if at < len(damaged):
            damaged[at] = value
    image, told = load(bytes(damaged))
    if image is None:
        assert len(told) == 1
    else:
        pixels(image)
