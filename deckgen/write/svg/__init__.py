"""SVG: a file for every slide, hidden ones too, with text as text and its faces in it; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Drawing, Page
from deckgen.fonts.embedding import Embeddable
from deckgen.ooxml.xml import Xml, document, el, value
from deckgen.scene import Link
from deckgen.write.formats import File, Options
from deckgen.write.svg.faces import Faces
from deckgen.write.svg.marks import num
from deckgen.write.svg.names import slide_name, slide_suffix
from deckgen.write.svg.slide import Drawn, slide_svg
from deckgen.write.svg.web_fonts import font_rules, with_basics

__all__ = ["Drawn", "Faces", "files", "font_rules", "slide_name", "slide_suffix", "slide_svg"]


def files(drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:  # noqa: ARG001 - as all formats
    """Each slide's `.svg`, one after another."""
    fonts = Embeddable(drawing.fonts, drawing.brand, diags)
    faces = Faces(fonts, drawing.brand)
    names = {slide.id: slide_name(drawing.deck, index) for index, slide in enumerate(drawing.deck.slides)}

    def href(link: Link) -> str | None:
        return link.url or (f"{names[link.slide]}.svg" if link.slide in names else None)

    for index, page in enumerate(drawing.pages()):
        drawn = slide_svg(page, faces, href=href)
        yield File(slide_suffix(drawing.deck, index, "svg"), (document(_alone(drawn, page, fonts)),))


def _alone(drawn: Drawn, page: Page, fonts: Embeddable) -> Xml:
    """A slide's drawing as a file by itself: with a size, a title, and the faces its text is set in."""
    rules = font_rules({key: with_basics(characters) for key, characters in drawn.used.items()}, fonts)
    rules += "text{white-space:pre}"  # browsers have a rule of their own for text, whatever it stands in
    title = el("title", None, value(page.slide.called if page.slide else ""))
    size = {"width": f"{num(page.width)}pt", "height": f"{num(page.height)}pt"}
    return drawn.svg(title, el("style", None, value(rules)), role="document", **size)
