"""Video: a film, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_W, BODY_X, CLEAR, SOURCE_FOOT, Frame
from deckgen.layout.pictures import contained, picture_in
from deckgen.layout.setter import Attempt, Page, Setter
from deckgen.scene import Captions, Film, PlaceholderRef, Video
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.types import FlagType, PictureType, TextType
from deckgen.spec.types.film import CaptionsType, FilmLinkType, FilmType

WIDTH, HEIGHT = 616, 346.5
"""The frame: from column 5 to the slide's edge and from its top, sixteen to nine."""
WIDE = 16 / 9
FIRST = 380
"""The first baseline under the frame."""


class VideoSpec(Spec):
    """What a film holds."""

    title = required(TextType(), placeholder="title")
    video = optional(FilmType(), placeholder="media", doc="an MP4 file (H.264) that goes into the deck")
    link = optional(FilmLinkType(), doc="or where the film is: https://…, or a file that lies beside the deck")
    poster = required(PictureType(), doc="what shows until it plays; its alt says what the film shows")
    captions = optional(CaptionsType(), doc="a .vtt or .srt file; {file, language, label} for another language")
    silent = optional(FlagType(), False, doc="true: nobody speaks in it, so it needs no captions")
    caption = optional(TextType(), advice=Advice(words=18), placeholder="body")
    source = optional(TextType(), placeholder="body")

    @classmethod
    def check(cls, spec: VideoSpec, context: BindContext) -> None:
        """Report a film that is nowhere or in two places, and one that not everybody can follow (WCAG 2.2, 1.2.2)."""
        if (spec.video is None) == (not spec.link):
            context.diags.error(
                "film-place",
                spec.at("link") if spec.link else spec.span,
                "a film is in the deck or outside of it" if spec.link else "this slide has no film",
                hint="keep one of video and link"
                if spec.link
                else "add video: assets/video/film.mp4, or link: https://…",
            )
        elif _on_the_web(spec.link) and spec.captions:
            context.diags.error(
                "captions-of-a-link",
                spec.at("captions"),
                "a film on the web has its captions there",
                hint="delete captions here, or save the film and use video",
            )
        elif not spec.captions and not spec.silent and not _on_the_web(spec.link):
            context.diags.warning(
                "no-captions",
                spec.at("video") if spec.video else spec.at("link"),
                "this film has no captions for those who can't hear it",
                hint="add captions: a .vtt or .srt file; or silent: true where nobody speaks",
            )
        if spec.video and spec.captions:
            _check_length(spec.video, spec.captions, context)


def _check_length(film: Film, captions: Captions, context: BindContext) -> None:
    """Warn of captions that nobody sees, since the film has ended: they may be another film's."""
    late = sum(begin >= film.ms for begin in captions.begins)
    if film.ms and late:
        minutes, seconds = divmod(film.ms // 1000, 60)
        whole = len(captions.begins) == late
        many = "all captions begin" if whole else "1 caption begins" if late == 1 else f"{late:,} captions begin"
        context.diags.warning(
            "captions",
            captions.last,
            f"{many} when the film has ended, after {minutes}:{seconds:02}",
            hint="look whether they are this film's, and count from its beginning",
        )


def _on_the_web(link: str | None) -> bool:
    return link is not None and link.startswith("https://")


@register("video")
class VideoKind(Kind):
    """A film of a few minutes. It plays on a click; a click on it pauses it.

    Slots:
        slot      type           required  advice            placeholder
        title     text           yes       –                 title
        video     file           no        –                 media
            an MP4 file (H.264) that goes into the deck
        link      address        no        –                 –
            or where the film is: https://…, or a file that lies beside the deck
        poster    {file, alt}    yes       –                 –
            what shows until it plays; its alt says what the film shows
        captions  file           no        –                 –
            a .vtt or .srt file; {file, language, label} for another language
        silent    true or false  no        –                 –
            true: nobody speaks in it, so it needs no captions
        caption   text           no        at most 18 words  body
        source    text           no        –                 body

    Example:
        kind: video
        title: A morning at Fell View
        video: assets/gallery/valley-film.mp4
        captions: assets/gallery/valley-film.vtt
        poster: {file: assets/gallery/valley-film.png, alt: The valley in which the school lies.}
        caption: Filmed by the pupils of Year 9.
    """

    spec = VideoSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        video = replace(frame.picture("video", "Video", idx=80, x=BODY_X, y=0, w=WIDTH, h=HEIGHT), type="media")
        caption = frame.hang(
            "caption",
            "Caption",
            idx=60,
            style="small",
            x=BODY_X,
            baseline=FIRST,
            w=BODY_W,
            h=50,
            role="muted",
            max_lines=2,
        )
        return (frame.layout("video", "Video", frame.title_side(), video, caption, frame.source()),)

    def attempts(self, spec: VideoSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Video")
        source = page.fill("source", spec.source)
        foot = SOURCE_FOOT - page.height(source) - (CLEAR if source else 0)
        caption = page.fill("caption", spec.caption, limit=foot - FIRST + page.seat("small"))
        yield page.attempt(page.fill("title", spec.title), _film(page, spec), caption, source)


def _film(page: Page, spec: VideoSpec) -> Video:
    """The film in its frame, which is as wide as the film wants it: a player stretches, where a picture is cropped."""
    placeholder = page.layout.placeholder("video")
    shape = spec.video.width / spec.video.height if spec.video else WIDE
    rect = contained(shape, placeholder.rect, (0, 0))
    poster = picture_in(page, "video", replace(spec.poster, contain=False), rect=rect)
    assert poster is not None
    return Video(
        name="video",
        rect=rect,
        poster=poster.image,
        crop=poster.crop,
        alt=poster.alt,
        decorative=poster.decorative,
        film=spec.video,
        link=spec.link or "",
        captions=spec.captions,
        placeholder=PlaceholderRef("media", placeholder.idx),
        moved=rect != placeholder.rect,
        span=spec.poster.span,
    )
