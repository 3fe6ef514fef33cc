"""Films: a picture that plays (ECMA-376 part 1, 20.1.3.6; [MS-PPTX] 2.2.4).

The film is led to twice: by the relationship that the standard knows, and by the one that PowerPoint plays from. Its
captions stand in an extension of the latter ([MS-PPTX] 2.2.4.1, part 2.1.60: `text/vtt`).
"""

from __future__ import annotations

from deckgen.ooxml.xml import Xml, el
from deckgen.ooxml.zip import Streamed, stored
from deckgen.scene import Captions, Film, Video
from deckgen.write.pptx.identity import guid
from deckgen.write.pptx.pen import MediaPart, Pen

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P173 = "http://schemas.microsoft.com/office/powerpoint/2017/3/main"
_MEDIA = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"
_TRACKS = "{3AFAAA56-56D3-431D-BCD4-E75A35582382}"
PLAYS = el("a:hlinkClick", {"r:id": "", "action": "ppaction://media"})
"""What makes a click on a film play it."""


def film_xml(video: Video, pen: Pen) -> tuple[Xml, ...]:
    """What stands in `p:nvPr` of a film's shape, behind its placeholder."""
    if video.film is None:
        led = el("a:videoFile", {"r:link": pen.relation(MediaPart("video", video.link, None))})
        # A player on the web isn't a file that PowerPoint itself could play.
        if video.link.startswith("https://"):
            return (led,)
        file = {"r:link": pen.relation(MediaPart("media", video.link, None))}
    else:
        part = f"ppt/media/{video.film.sha256[:32]}.{video.film.format}"
        content = _content(video.film)
        led = el("a:videoFile", {"r:link": pen.relation(MediaPart("video", part, content))})
        file = {"r:embed": pen.relation(MediaPart("media", part, content))}
    media = el("p14:media", {"xmlns:p14": _P14, **file}, *_tracks(video.captions, pen))
    return led, el("p:extLst", None, el("p:ext", {"uri": _MEDIA}, media))


def _content(film: Film) -> Streamed:
    return Streamed(film.crc, film.size, film.pieces)


def _tracks(captions: Captions | None, pen: Pen) -> tuple[Xml, ...]:
    """The film's captions, shown on the film itself."""
    if captions is None:
        return ()
    part = MediaPart("track", f"ppt/media/{captions.sha256[:32]}.vtt", stored(captions.data))
    said = {
        "id": guid("captions", captions.sha256),
        "label": captions.label,
        "lang": captions.language,
        "r:embed": pen.relation(part),
    }
    tracks = el("p173:trackLst", None, el("p173:track", said))
    info = el("p173:tracksInfo", {"xmlns:p173": _P173, "displayLoc": "media"}, tracks)
    return (el("p14:extLst", None, el("p:ext", {"uri": _TRACKS}, info)),)
