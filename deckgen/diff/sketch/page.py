"""A slide of a file as a page."""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.diff.read.opened import Presentation
from deckgen.diff.sketch.pictures import Pictures
from deckgen.diff.sketch.shapes import shape_elements
from deckgen.diff.view import Deck, Shape, Slide
from deckgen.drawing.model import Element, Page
from deckgen.units import EMU_PER_PT, Rect


class Sketch:
    """Draws the slides of one file."""

    def __init__(self, package: Presentation, deck: Deck) -> None:
        self._deck = deck
        self._pictures = Pictures(package)

    def page(self, number: int) -> Page:
        """The page of a slide, from 1."""
        slide = self._deck.slides[number - 1]
        ground = self._ground(slide)
        below = tuple(e for shape in slide.backdrop for e in shape_elements(shape, self._pictures))
        art = (Element(role="Artifact", children=(*ground, *below)),) if ground or below else ()
        shapes = (_numbered(shape, number) for shape in slide.shapes)
        drawn = (element for shape in shapes for element in shape_elements(shape, self._pictures))
        return Page(
            elements=(*art, *drawn),
            background=slide.ground.rgb if slide.ground else "#FFFFFF",
            number=number,
            language="",
            width=self._deck.width / EMU_PER_PT,
            height=self._deck.height / EMU_PER_PT,
        )

    def _ground(self, slide: Slide) -> tuple[Element, ...]:
        """The picture that the slide stands on."""
        if slide.ground_picture is None:
            return ()
        rect = Rect(0, 0, self._deck.width, self._deck.height)
        picture = slide.ground_picture
        return shape_elements(
            Shape(key="", name="Background", kind="picture", rect=rect, picture=picture), self._pictures
        )


def _numbered(shape: Shape, number: int) -> Shape:
    """A placeholder of slides' numbers with the number in it, whatever the file has kept there."""
    if shape.place is None or shape.place[0] != "sldNum":
        return shape
    paragraphs = tuple(
        replace(paragraph, runs=tuple(replace(run, text=str(number)) for run in paragraph.runs[:1]))
        for paragraph in shape.body.paragraphs[:1]
    )
    return replace(shape, body=replace(shape.body, paragraphs=paragraphs))
