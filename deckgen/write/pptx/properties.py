"""The property parts: what a file says about itself under File > Info.

Nothing in here comes from the machine: no user, no host, no clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache

from msgspec import Struct

from deckgen.ooxml.xml import HOLE, Pattern, Xml, document, el, join, text

_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_EXTENDED = {
    "xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "xmlns:vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}


class Properties(Struct, frozen=True, kw_only=True):
    """Title, author and so on; empty ones are left out. `epoch` is seconds since 1970, UTC."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    comments: str = ""
    category: str = ""
    language: str = ""
    epoch: int = 0


def core_properties(said: Properties) -> bytes:
    """`docProps/core.xml` (ECMA-376 part 2, 8.3)."""
    # Not strftime, which leaves out the zeros of the year 987.
    moment = datetime.fromtimestamp(said.epoch, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    words = (
        ("dc:title", said.title),
        ("dc:subject", said.subject),
        ("dc:creator", said.author),
        ("cp:keywords", said.keywords),
        ("dc:description", said.comments),
        ("cp:lastModifiedBy", said.author),
        ("cp:category", said.category),
        ("dc:language", said.language),
    )
    dated = (el(f"dcterms:{name}", {"xsi:type": "dcterms:W3CDTF"}, text(moment)) for name in ("created", "modified"))
    return document(
        el("cp:coreProperties", dict(_CORE), *(el(tag, None, text(value)) for tag, value in words if value), *dated)
    )


def extended_properties(
    *,
    slides: int,
    notes: int,
    hidden: int,
    words: int = 0,
    paragraphs: int = 0,
    fonts: Sequence[str] = (),
    themes: Sequence[str] = (),
    titles: Sequence[str] = (),
) -> bytes:
    """`docProps/app.xml` (ECMA-376 part 1, 22.2), with what stands in the deck by heading.

    `AppVersion` must have the form XX.YYYY (22.2.2.3): it says that of PowerPoint whose format this is.
    """
    headed = tuple(
        (name, tuple(values))
        for name, values in (("Fonts Used", fonts), ("Theme", themes), ("Slide Titles", titles))
        if values
    )
    counts = (
        ("TotalTime", 0),
        ("Words", words),
        ("Application", "deckgen"),
        ("PresentationFormat", "Widescreen"),
        ("Paragraphs", paragraphs),
        ("Slides", slides),
        ("Notes", notes),
        ("HiddenSlides", hidden),
        ("MMClips", 0),
        ("ScaleCrop", "false"),
    )
    listed = (_headings(tuple((name, len(values)) for name, values in headed)), _parts(headed)) if headed else ()
    return document(_PROPERTIES.fill(_counts(counts), join(listed)))


# From deck to deck of a batch hardly more differs than titles.
@lru_cache(64)
def _counts(counts: tuple[tuple[str, str | int], ...]) -> Xml:
    return join([_value(name, value) for name, value in counts])


def _value(name: str, value: str | int) -> Xml:
    return el(name, None, text(str(value)))


@lru_cache(64)
def _headings(headed: tuple[tuple[str, int], ...]) -> Xml:
    """`HeadingPairs`: each heading with its number of parts."""
    pairs = []
    for name, count in headed:
        pairs.append(el("vt:variant", None, _value("vt:lpstr", name)))
        pairs.append(el("vt:variant", None, _value("vt:i4", count)))
    return el("HeadingPairs", None, el("vt:vector", {"size": len(pairs), "baseType": "variant"}, *pairs))


def _parts(headed: Sequence[tuple[str, Sequence[str]]]) -> Xml:
    """`TitlesOfParts`: all the parts of all headings."""
    parts = [_listed(value) for _, values in headed for value in values]
    listed = el("vt:vector", {"size": len(parts), "baseType": "lpstr"}, _PART.repeat(len(parts), parts))
    return el("TitlesOfParts", None, listed)


@lru_cache(200)
def _listed(words: str) -> Xml:
    return text(words)


_PART = Pattern(el("vt:lpstr", None, HOLE))
_PROPERTIES = Pattern(
    el(
        "Properties",
        dict(_EXTENDED),
        HOLE,
        HOLE,
        *(_value(name, "false") for name in ("LinksUpToDate", "SharedDoc", "HyperlinksChanged")),
        _value("AppVersion", "16.0000"),
    )
)
