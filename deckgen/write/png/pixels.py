"""A page's pixels: PDFium draws them from a PDF of that page alone, which holds nothing but what is painted."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


class Pixels(Struct, frozen=True):
    """Red, green and blue of every pixel, rows from the top, each `stride` bytes from the next. `photo`: there is a
    photograph on it, whose rows are nowhere alike."""

    width: int
    height: int
    stride: int
    data: memoryview
    photo: bool = False


_ALONE = Lock()
"""PDFium works for one thread at a time, whichever document it is."""


def drawn(pdf: bytes, *, photo: bool) -> Pixels:
    """The one page of a PDF, a pixel for each of its units."""
    with _ALONE:
        return _drawn(pdf, photo=photo)


def _drawn(pdf: bytes, *, photo: bool) -> Pixels:
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=1, rev_byteorder=True, may_draw_forms=False, draw_annots=False)
        return Pixels(bitmap.width, bitmap.height, bitmap.stride, memoryview(bitmap.buffer).cast("B"), photo)
    finally:
        document.close()


def plain_pdf(content: bytes, width: int, height: int) -> bytes:
    """A PDF of one page without pictures (ISO 32000-1, 7.5): written by hand, for pikepdf takes longer to import than
    a slide to draw."""
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R/Resources<<>>>>"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page.encode("ascii"),
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
    )
    parts, places = [b"%PDF-1.7\n"], []
    for number, given in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj%b\nendobj\n" % (number, given))
    start = sum(map(len, parts))
    entries = b"".join([b"%010d 00000 n \n" % place for place in places])
    parts.append(b"xref\n0 5\n0000000000 65535 f \n%btrailer<</Size 5/Root 1 0 R>>\n" % entries)
    parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(parts)


def pictured_pdf(pdf: Pdf, content: bytes, pictures: Mapping[str, Object], size: tuple[int, int]) -> bytes:
    """The same with pictures, which `pdf` keeps from page to page: only what a page shows is written."""
    from pikepdf import Array, Dictionary, Name, Stream

    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, *size]),
        Contents=Stream(pdf, content),
        Resources=Dictionary(XObject=Dictionary(pictures)),
        Group=Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB),
        Parent=pdf.Root.Pages,
    )
    pdf.Root.Pages.Kids, pdf.Root.Pages.Count = Array([pdf.make_indirect(page)]), 1
    file = BytesIO()
    pdf.save(file, compress_streams=False, static_id=True)
    return file.getvalue()
