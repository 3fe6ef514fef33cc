"""A small format: a text file for each slide with its title, made when it is asked for.

Enough of a format for what is the same for all of them: files one by one, names, pruning, what is said once.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics, Span
from deckgen.drawing import Drawing
from deckgen.write.formats import File, Options, slide_suffix

MADE: list[str] = []
"""The ids of the slides whose files were made, in order."""


def files(drawing: Drawing, options: Options, diags: Diagnostics) -> Iterator[File]:
    """`.slides/01-cover.titles`: the slide's title, as often as the picture is wide; hidden slides are told."""
    diags.warning("plain-titles", Span.of_file("brand.yaml"), "titles have no face")
    slides = drawing.deck.slides
    for number, slide in enumerate(slides, 1):
        MADE.append(slide.id)
        text = f"{slide.title}{' (hidden)' if slide.hidden else ''} {drawing.deck.epoch}\n".encode()
        yield File(slide_suffix(number, len(slides), slide.id, "titles"), (text, b"." * options.width))
