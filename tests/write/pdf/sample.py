"""Pages made by hand for tests of PDF, and what reads a PDF back."""

from __future__ import annotations

import subprocess
from collections import deque
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing, Element, Mark, Outline, Page, Words
from deckgen.fonts.files import FontFile
from deckgen.ooxml.chunks import joined
from deckgen.scene import Link, Slide
from deckgen.write.formats import Options
from deckgen.write.pdf import files
from deckgen.write.pdf.document import About, pdf_chunks
from tests.support.tools import ROOT

FONTS = ROOT / "deckgen" / "fonts" / "files"
_FILES = {
    "sans": "carlito/Carlito-Regular.ttf",
    "round": "texgyre-adventor/texgyreadventor-regular.otf",
    "arabic": "noto-sans-arabic/NotoSansArabic-Regular.ttf",
}


_OPEN: deque[pikepdf.Pdf] = deque(maxlen=9)
"""What is taken of a file lives as long as the file does."""


@cache
def fonts() -> dict[str, FontFile]:
    """A TrueType face, a compact one, and an Arabic one."""
    return {key: FontFile(key, key, False, False, (FONTS / path).read_bytes()) for key, path in _FILES.items()}


def words(text: str, x: float = 50, baseline: float = 100, **look: object) -> Words:
    """A piece of a line, as wide as ten points a character."""
    given = {"width": 10.0 * len(text), "face": "sans", "size": 20.0, "color": "#112233", **look}
    return Words(text=text, x=x, baseline=baseline, **given)


def box(x: float, y: float, w: float, h: float) -> Outline:
    """A filled rectangle."""
    path = (("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",))
    return Outline(path=path, fill="#336699")


def el(role: str, *children: Element | Mark, **more: object) -> Element:
    """An element."""
    return Element(role=role, children=children, **more)


def page(*elements: Element, number: int = 1, slide: str = "", **more: object) -> Page:
    """A page, of a slide of this id and title where one is named."""
    shown = Slide(id=slide, kind="points", layout="Content", title=slide.title(), nodes=()) if slide else None
    given = {"background": "#FFFFFF", "language": "en-GB", "slide": shown, **more}
    return Page(elements=elements, number=number, **given)


def everything(slide: str = "first", number: int = 1) -> Page:
    """A page with each kind of element."""
    item = el("LI", el("Lbl", words("•", 50, 150, width=8)), el("LBody", words("One thing", 60, 150)))
    head = el("TR", el("TH", words("School", 50, 200)), el("TH", words("Pupils", 150, 200)))
    row = el("TR", el("TH", words("Beck Lane", 50, 220), scope="Row"), el("TD", words("210", 150, 220)))
    total = el("TR", el("TD", words("Together 630", 50, 240), columns=2))
    web = el("Link", words("our site", 140, 300), link=Link(url="https://example.org/a?b=é"))
    inner = el("Link", words("there", 50, 330), link=Link(slide="second"))
    return page(
        el("H1", words("Growing well")),
        el("L", item),
        el("Table", head, row, total),
        el("P", words("Look at ", 50, 300), web, el("Span", words("bon appétit", 230, 300), language="fr-FR")),
        el("P", inner),
        el("Figure", box(400, 100, 80, 60), words("82", 410, 130), alt="A bar: 82 per cent"),
        el("Formula", words("a = b", 400, 260), alt="a equals b"),
        el("P", el("Code", words("make decks", 50, 360))),
        el("BlockQuote", el("P", words("“So be it.”", 50, 390))),
        el("Artifact", words("7", 900, 520)),
        number=number,
        slide=slide,
    )


def written(*pages: Page, **about: str) -> bytes:
    """The pages as a PDF."""
    given = {"title": "Talk", **about}
    return joined(pdf_chunks(iter(pages), fonts(), About(**given)))


def opened(*pages: Page, **about: str) -> pikepdf.Pdf:
    """The pages as a PDF, read back."""
    return read(written(*pages, **about))


def read(data: bytes) -> pikepdf.Pdf:
    """A PDF, opened."""
    pdf = pikepdf.open(BytesIO(data))
    _OPEN.append(pdf)
    return pdf


def deck_pdf(drawing: Drawing) -> bytes:
    """A deck as its PDF."""
    (file,) = files(drawing, Options(), Diagnostics())
    assert file.suffix == ".pdf"
    return file.data


def poppler_text(data: bytes, folder: Path, *options: str) -> str:
    """What poppler's pdftotext takes off the pages."""
    file = folder / "text.pdf"
    file.write_bytes(data)
    done = subprocess.run(["pdftotext", *options, str(file), "-"], capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


def pdfium_text(data: bytes, number: int = 0) -> str:
    """What PDFium, Chrome's viewer, takes off a page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = document[number].get_textpage().get_text_range()
    document.close()
    return str(text)
