"""Pictures in the file, each once: JPEG as it is, PNG with its own compression wherever PDF has the same.

PDF's Flate filter knows PNG's predictors (ISO 32000-1, 7.4.4.4), so the data of most PNG files goes in untouched.
Transparency has to stand apart as a soft mask (11.6.5.3): those are taken apart with Pillow.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from deckgen.scene import Image
from deckgen.write.pdf.svg import vector_form
from deckgen.write.pdf.svg_state import Unsupported

_GREY, _COLOR, _INDEXED = 0, 2, 3
_CHANNELS = {_GREY: 1, _COLOR: 3, _INDEXED: 1}
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
"""Markers of the frames that every PDF viewer decodes (7.4.8): baseline, extended, progressive."""


class Pictures:
    """The pictures of a file by content."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._made: dict[str, tuple[str, Object]] = {}
        self._page: dict[str, Object] = {}

    def name(self, image: Image) -> str:
        """The name of a picture on the page that is drawn now."""
        if image.sha256 not in self._made:
            self._made[image.sha256] = f"/Im{len(self._made) + 1}", _drawn(self._pdf, image)
        name, made = self._made[image.sha256]
        self._page[name] = made
        return name

    def of_page(self) -> dict[str, Object]:
        """The pictures that were used since this was asked last."""
        found, self._page = self._page, {}
        return found


def _drawn(pdf: Pdf, image: Image) -> Object:
    """A picture as something to be placed: a drawing as it is, wherever PDF can show it."""
    if image.vector is not None:
        try:
            return vector_form(pdf, image.vector)
        except Unsupported:
            pass
    return pdf.make_indirect(_made(pdf, image))


def _made(pdf: Pdf, image: Image) -> Stream:
    if image.format == "jpeg" and (frame := _frame(image.data)):
        width, height, channels = frame
        return _stream(pdf, image.data, width, height, _space(channels), Filter=Name.DCTDecode)
    if image.format == "png" and (png := _png(image.data)) and png.plain:
        return _from_png(pdf, png)
    return _redrawn(pdf, image.data)


def _stream(pdf: Pdf, data: bytes, width: int, height: int, space: Object, **entries: object) -> Stream:
    stream = Stream(pdf, data)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = width, height
    stream.ColorSpace = space
    stream.BitsPerComponent = 8
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return stream


def _space(channels: int) -> Name:
    return Name.DeviceGray if channels == 1 else Name.DeviceRGB


def _frame(data: bytes) -> tuple[int, int, int] | None:
    """Width, height and channels of a JPEG that can stay as it is: 8 bits, grey or in colours of a screen."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            bits, height, width, channels = struct.unpack(">BHHB", data[at + 4 : at + 10])
            return (width, height, channels) if marker in _FRAMES and bits == 8 and channels in (1, 3) else None
        at += 2 + length
    return None


class _Png(Struct, frozen=True):
    """The parts of a PNG file (ISO/IEC 15948)."""

    width: int
    height: int
    bits: int
    kind: int
    interlaced: bool
    palette: bytes
    transparent: bool
    data: bytes

    @property
    def plain(self) -> bool:
        """Whether PDF can show its data as it is."""
        return self.kind in _CHANNELS and not self.interlaced and not self.transparent


def _png(data: bytes) -> _Png | None:
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR":
        return None
    width, height, bits, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    return _Png(
        width,
        height,
        bits,
        kind,
        interlaced != 0,
        b"".join(body for name, body in chunks if name == b"PLTE"),
        any(name == b"tRNS" for name, _ in chunks),
        b"".join(body for name, body in chunks if name == b"IDAT"),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(data):
        length = struct.unpack(">I", data[at : at + 4])[0]
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _from_png(pdf: Pdf, png: _Png) -> Stream:
    channels = _CHANNELS[png.kind]
    space: Object = _space(channels)
    if png.kind == _INDEXED:
        table = pdf.make_indirect(Stream(pdf, png.palette))
        space = Array([Name.Indexed, Name.DeviceRGB, len(png.palette) // 3 - 1, table])
    predicted = Dictionary(Predictor=15, Colors=channels, BitsPerComponent=png.bits, Columns=png.width)
    entries = {"Filter": Name.FlateDecode, "DecodeParms": predicted, "BitsPerComponent": png.bits}
    return _stream(pdf, png.data, png.width, png.height, space, **entries)


def _redrawn(pdf: Pdf, data: bytes) -> Stream:
    """A picture decoded and compressed anew, what is see-through of it as a mask."""
    from PIL import Image as Pillow

    with Pillow.open(BytesIO(data)) as opened:
        image = opened.convert("RGBA")
    made = _from_png(pdf, _compressed(image.convert("RGB")))
    alpha = image.getchannel("A")
    if alpha.getextrema() != (255, 255):
        made.SMask = pdf.make_indirect(_from_png(pdf, _compressed(alpha)))
    return made


def _compressed(image: object) -> _Png:
    """A picture as Pillow's PNG encoder packs it, which chooses the predictors."""
    from PIL import Image as Pillow

    assert isinstance(image, Pillow.Image)
    file = BytesIO()
    image.save(file, "PNG")
    png = _png(file.getvalue())
    assert png is not None
    return png
