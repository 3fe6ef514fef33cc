"""Pictures made smaller: only where it is worth it, always alike, without a trace of where they were taken."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageFilter

from deckgen import scene
from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.picture import load_picture
from deckgen.load.picture_shrink import shrunk
from deckgen.worlds import MemoryWorld
from tests.load.test_picture import HERE, corners, encoded, exif, pixels, shows_corners


def loaded(data: bytes, *, frame: int | None = None) -> tuple[MemoryWorld, scene.Image]:
    world = MemoryWorld({"p": data})
    image = load_picture(world, "p", HERE, Diagnostics(), frame=frame)
    assert image is not None
    return world, image


def noise(width: int, height: int) -> Image.Image:
    """What compresses like a photograph."""
    channels = [Image.effect_noise((width, height), 40 + 20 * n) for n in range(3)]
    return Image.merge("RGB", channels).filter(ImageFilter.GaussianBlur(1))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "GIF"])
def test_a_picture_has_the_pixels_that_are_shown_and_no_more(format: str) -> None:
    world, image = loaded(encoded(corners(960, 640), format))
    small = shrunk(world, image, 300, 200)
    assert (small.width, small.height) == (300, 200)
    assert shows_corners(small, by=20)
    assert shrunk(world, image, 300, 100) == small, "as many as the side needs that needs most"


def test_one_that_is_little_larger_keeps_its_bytes() -> None:
    world, image = loaded(encoded(corners(960, 640), "JPEG"))
    assert shrunk(world, image, 800, 300) is image
    assert shrunk(world, image, 4000, 3000) is image


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = encoded(noise(400, 300), "JPEG", quality=80)
    first, second = (shrunk(*loaded(data), 100, 75) for _ in range(2))
    assert first == second and first.format == "jpeg"


def test_what_was_made_smaller_comes_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    world, image = loaded(encoded(corners(960, 640), "PNG"))
    first = shrunk(world, image, 300, 200)
    monkeypatch.setattr(Image.Image, "resize", None)
    assert shrunk(world, image, 300, 200) == first


def test_where_it_was_taken_is_gone_at_every_size() -> None:
    data = encoded(corners(960, 640), "JPEG", exif=exif())
    assert b"SecretCam" in data and b"Exif" in data
    world, image = loaded(data)
    for size in ((300, 200), (960, 640)):
        kept = shrunk(world, image, *size).data
        assert not [word for word in (b"SecretCam", b"Exif", b"GPS", b"http", b"XMP") if word in kept]
        assert not dict(Image.open(io.BytesIO(kept)).getexif())


def test_transparency_and_shades_between_palette_colours_survive() -> None:
    image = Image.new("RGBA", (400, 400), (200, 20, 20, 255))
    image.paste((0, 0, 0, 0), (0, 0, 200, 400))
    for kind in (image, image.convert("P")):
        world, full = loaded(encoded(kind, "PNG"))
        small = Image.open(io.BytesIO(shrunk(world, full, 100, 100).data)).convert("RGBA")
        assert small.getpixel((20, 50))[3] == 0 and small.getpixel((80, 50)) == (200, 20, 20, 255)
    world, full = loaded(encoded(corners(400, 400).convert("1"), "PNG"))
    assert len(pixels(shrunk(world, full, 130, 130)).getcolors() or ()) > 2


def test_a_photograph_in_a_format_without_loss_becomes_jpeg_when_it_is_coded_anew() -> None:
    photo = noise(900, 900)
    assert loaded(encoded(photo, "WEBP", quality=90))[1].format == "jpeg"
    assert loaded(encoded(photo, "TIFF"))[1].format == "jpeg"
    assert loaded(encoded(photo, "PNG"))[1].format == "png", "what is PNG and needs nothing stays as it is"
    assert loaded(encoded(corners(3000, 2000), "TIFF"))[1].format == "png", "flat colours stay sharp"


def test_a_drawing_stays_beside_its_smaller_twin() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 64"><rect width="96" height="64"/></svg>'
    world, image = loaded(svg)
    small = shrunk(world, image, 192, 128)
    assert small.vector == image.vector is not None
    assert (small.width, image.width) == (192, 2560)


@pytest.mark.parametrize("format", ["GIF", "WEBP", "TIFF", "PNG"])
def test_the_frame_that_is_asked_for_is_shown_and_nothing_is_said(format: str) -> None:
    data = encoded(corners(), format, save_all=True, append_images=[corners().rotate(180), corners()])
    world, diags = MemoryWorld({"p": data}), Diagnostics()
    first, second = (load_picture(world, "p", HERE, diags, frame=n) for n in (1, 2))
    assert first is not None and second is not None and not list(diags)
    assert shows_corners(first, by=40)
    turned = pixels(second).transpose(Image.Transpose.ROTATE_180)
    assert shows_corners(scene.Image("", "png", 96, 64, encoded(turned, "PNG")), by=40)


def test_a_frame_beyond_the_last_is_refused_with_how_many_there_are() -> None:
    data = encoded(corners(), "GIF", save_all=True, append_images=[corners().rotate(180)])
    for content, reason in ((data, "it has 2 frames, and frame 3"), (encoded(corners(), "PNG"), "it has one frame")):
        diags = Diagnostics()
        assert load_picture(MemoryWorld({"p": content}), "p", Span("a", 1, 1, 1, 1), diags, frame=3) is None
        assert reason in next(iter(diags)).message
