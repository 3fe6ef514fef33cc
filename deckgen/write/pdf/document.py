"""Pages of any size as one PDF: drawn one by one, each forgotten when it is in the file.

The same pages give the same bytes: numbers come in the order of drawing, the file's name for itself from its content.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, String

from deckgen.drawing.model import Page
from deckgen.fonts.files import FontFile
from deckgen.ooxml.chunks import Chunk
from deckgen.write.pdf.bookmarks import Bookmark, add_bookmarks, add_labels
from deckgen.write.pdf.content import Content
from deckgen.write.pdf.faces import Faces
from deckgen.write.pdf.forms import Forms
from deckgen.write.pdf.links import Links
from deckgen.write.pdf.metadata import About, describe
from deckgen.write.pdf.page import Painter
from deckgen.write.pdf.pictures import Pictures
from deckgen.write.pdf.streams import compressed
from deckgen.write.pdf.syntax import num
from deckgen.write.pdf.tags import Tree

__all__ = ["About", "Document", "pdf_chunks"]


def pdf_chunks(pages: Iterable[Page], fonts: Mapping[str, FontFile], about: About) -> tuple[Chunk, ...]:
    """The pages as a PDF: tagged, its fonts in it. `pages` are asked for one by one and not kept.

    A slide's bookmark and the links to it go to the first page that shows it, as the page's own or in an inset.
    Pages are labelled by their numbers. ValueError for no page at all.
    """
    document = Document(fonts, about)
    for page in pages:
        Painter(document, page).draw()
    return document.finish()


class Document:
    """A PDF as it grows."""

    def __init__(self, fonts: Mapping[str, FontFile], about: About) -> None:
        self._pdf, self._about = pikepdf.new(), about
        self.tree = Tree(self._pdf, about.language)
        self.faces = Faces(self._pdf, fonts)
        self.pictures, self.forms = Pictures(self._pdf), Forms(self._pdf)
        self.links = Links(self._pdf, self.tree)
        self._bookmarks: list[Bookmark] = []
        self._pages: list[Object] = []
        self._numbers: list[int] = []

    def new_page(self, page: Page) -> Object:
        """An empty page of the size of `page`, which others can refer to."""
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.Page, MediaBox=Array([0, 0, _side(page.width), _side(page.height)]), Tabs=Name.S)
        )
        self._pages.append(made)
        self._numbers.append(page.number)
        return made

    def shows(self, page: Page, sheet: Object) -> None:
        """Note that a sheet shows the slide of `page`, for links and bookmarks to it."""
        slide = page.slide
        if slide is not None and slide.id not in self.links.slides:
            self.links.slides[slide.id] = sheet
            self._bookmarks.append(Bookmark(slide.called or slide.id, sheet, slide.section or ""))

    def finish_page(self, page: Object, content: Content) -> None:
        """Put what was drawn into its page."""
        page.Contents = self._pdf.make_indirect(compressed(self._pdf, content.data()))
        resources = Dictionary()
        if fonts := self.faces.of_page():
            resources.Font = Dictionary({name: face.reference for name, face in fonts.items()})
        pictures = self.pictures.of_page()
        if drawn := {**pictures, **self.forms.of_page()}:
            resources.XObject = Dictionary(drawn)
        if pictures:
            # Without a space to blend in, some viewers blend what is see-through as if it were printed (11.6.6).
            page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
        page.Resources = resources
        page.StructParents = self.tree.claim([owner.reference for owner in content.owners])

    def finish(self) -> tuple[Chunk, ...]:
        """The file."""
        if not self._pages:
            raise ValueError("a PDF has at least one page")
        pdf, root = self._pdf, self._pdf.Root
        self._hang_pages()
        self.faces.finish()
        self.links.finish()
        self.tree.finish()
        add_bookmarks(pdf, self._bookmarks)
        add_labels(pdf, self._numbers)
        root.MarkInfo = Dictionary(Marked=True)
        root.Lang = String(self._about.language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageLayout = Name.SinglePage
        describe(pdf, self._about)
        file = BytesIO()
        pdf.save(
            file,
            object_stream_mode=ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            force_version="1.7",
        )
        pdf.close()
        return (file.getvalue(),)

    def _hang_pages(self) -> None:
        """The page tree, flat (7.7.3)."""
        tree = self._pdf.Root.Pages
        tree.Kids, tree.Count = Array(self._pages), len(self._pages)
        for page in self._pages:
            page.Parent = tree


def _side(length: float) -> int | float:
    return float(num(length)) if length % 1 else int(length)
