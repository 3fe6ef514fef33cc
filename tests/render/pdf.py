"""Glyphs of a printed page: what stands where, as LibreOffice really drew it."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Glyph(NamedTuple):
    """A character, its origin on the baseline in points from the page's upper left corner, its face."""

    text: str
    x: float
    y: float
    font: str


class Page(NamedTuple):
    """A printed page: its size in points and its glyphs, blanks left out."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]


def pages(pdf: Path) -> list[Page]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: Any) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        return Page(width, height, tuple(_glyphs(text, height)))
    finally:
        text.close()


def _glyphs(text: Any, height: float) -> Iterator[Glyph]:
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        # pdfium makes up blanks and line ends of its own between what is drawn.
        character = unicodedata.normalize("NFKC", chr(pdfium.FPDFText_GetUnicode(text, index)))
        # It gives a hyphen that ends a line as a control character, and leaves a soft one out.
        character = character.replace("\x02", "-")
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or not character.strip():
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        yield Glyph(character, x.value, height - y.value, _font(text, index))


def _font(text: Any, index: int) -> str:
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 256, flags)
    return name.value.decode()
