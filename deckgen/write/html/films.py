"""Films on a slide: played where they lie, from the page itself or by a link; the poster is part of the drawing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics
from deckgen.ooxml.chunks import Chunk, pieces
from deckgen.ooxml.xml import Xml, join
from deckgen.scene import Captions, Deck, Slide, Video
from deckgen.units import SLIDE
from deckgen.write.html.markup import closing, opening, tag
from deckgen.write.html.phrases import phrases_of

LARGEST = 16 * 1024 * 1024
"""A larger film is left out: its page would be a third larger still, and be read as a whole before it shows (bytes)."""

_TYPES = {"mp4": "video/mp4", "mov": "video/quicktime"}
_PIECE = 3 << 18
"""Read so much at a time: a multiple of three, which base64 takes without a remainder (bytes)."""


def films_of(slide: Slide) -> tuple[Video, ...]:
    """The slide's films."""
    return tuple(node for node in slide.nodes if isinstance(node, Video))


def playable(film: Video) -> bool:
    """Whether the page holds the film, so that a click can play it."""
    return film.film is not None and film.film.size <= LARGEST


def report_left_out(deck: Deck, diags: Diagnostics) -> None:
    """Say which films are too large for the page."""
    for slide in deck.slides:
        for video in films_of(slide):
            if video.film is None or playable(video):
                continue
            size = f"{video.film.size / 1e6:.0f} MB"
            diags.warning(
                "film-left-out",
                video.span,
                f"this film of {size} is too large for an HTML page, which shows its poster",
                hint=f"keep it below {LARGEST >> 20} MB, or put it on the web and name its `link`",
            )


def film_rules(deck: Deck) -> str:
    """CSS that says where each film lies on its slide: a page that is strict about styles has them in no attribute."""
    return "".join(dict.fromkeys(_rule(video) for slide in deck.slides for video in films_of(slide)))


def film_chunks(video: Video, language: str) -> Iterator[Chunk]:
    """The film's element, on a slide of this language; nothing for one that is left out."""
    css, name = f"film {_class(video)}", video.alt or phrases_of(language).said["film"]
    if playable(video):
        yield from _embedded(video, css, name)
    elif video.link:
        told = {"class": css, "href": video.link, "rel": "noreferrer", "aria-label": name}
        yield tag("a", told).encode()


class Encoded:
    """A film's bytes as base64, read piece by piece each time it is gone through."""

    def __init__(self, video: Video) -> None:
        self._video = video

    def __iter__(self) -> Iterator[bytes]:
        rest = b""
        film = self._video.film
        for piece in pieces((film.pieces,)) if film else ():
            rest += piece
            whole = len(rest) - len(rest) % 3
            yield b64encode(rest[:whole])
            rest = rest[whole:]
        yield b64encode(rest)


def _embedded(video: Video, css: str, name: str) -> Iterator[Chunk]:
    """A player with the film in it; its captions, or none where nobody speaks."""
    film = video.film
    assert film is not None
    told = {"class": css, "controls": "", "playsinline": "", "preload": "none", "aria-label": name}
    # The film is told in pieces, so its address is opened here and closed behind it.
    source = f'{opening("video", told)}<source src="data:{_TYPES[film.format]};base64,'
    rest = Xml('"/>') + join(_captions(video.captions)) + closing("video")
    yield from (source.encode(), Encoded(video), rest.encode())


def _captions(captions: Captions | None) -> Iterator[Xml]:
    if captions is None:
        return
    data = f"data:text/vtt;base64,{b64encode(captions.data).decode('ascii')}"
    told = {"kind": "captions", "srclang": captions.language, "label": captions.label, "src": data, "default": ""}
    yield tag("track", told)


def _class(video: Video) -> str:
    """The class of all films that lie at the same place."""
    rect = video.rect
    return f"at-{rect.x}-{rect.y}-{rect.w}-{rect.h}"


def _rule(video: Video) -> str:
    rect = video.rect
    across = {"left": rect.x, "width": rect.w}
    down = {"top": rect.y, "height": rect.h}
    said = [f"{name}:{100 * value / SLIDE.w:.3f}%" for name, value in across.items()]
    said += [f"{name}:{100 * value / SLIDE.h:.3f}%" for name, value in down.items()]
    return f".{_class(video)}{{{';'.join(said)}}}\n"
