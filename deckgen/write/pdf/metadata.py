"""What the file says of itself: XMP for programs, the information dictionary for older ones.

Nothing comes from the machine: the dates are the deck's.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pikepdf
from msgspec import Struct
from pikepdf import Dictionary, Name, Pdf

from deckgen.ooxml.xml import Xml, el, value
from deckgen.version import VERSION

PROGRAM = f"deckgen {VERSION}"
_SPACES = {
    "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xmp": "http://ns.adobe.com/xap/1.0/",
    "xmlns:pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmlns:pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


class About(Struct, frozen=True, kw_only=True):
    """What is said of a file: empty words are left out. `epoch` is seconds since 1970, `language` a tag (BCP 47)."""

    title: str
    author: str = ""
    subject: str = ""
    language: str = "en-GB"
    epoch: int = 0


def describe(pdf: Pdf, about: About) -> None:
    """Write `about` into the file, and that it holds to PDF/UA-1 (ISO 14289-1, 5)."""
    packet = pdf.make_stream(_packet(about))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet
    words = {"/Title": about.title, "/Author": about.author, "/Subject": about.subject, "/Producer": PROGRAM}
    moment = datetime.fromtimestamp(about.epoch, UTC)
    # Not strftime, which leaves out the zeros of the year 987.
    stamp = f"D:{moment.isoformat(timespec='seconds')[:19].translate({ord(c): None for c in '-:T'})}Z"
    dated = {"/CreationDate": stamp, "/ModDate": stamp}
    said = {key: pikepdf.String(value) for key, value in {**words, **dated}.items() if value}
    pdf.trailer.Info = pdf.make_indirect(Dictionary(said))


def _packet(about: About) -> bytes:
    """The XMP packet (ISO 16684-1), read-only as nothing will grow it in place."""
    moment = datetime.fromtimestamp(about.epoch, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    described = el(
        "rdf:Description",
        {"rdf:about": ""},
        el("dc:format", None, value("application/pdf")),
        _alternatives("dc:title", about.title),
        *([_listed("dc:creator", "rdf:Seq", about.author)] if about.author else ()),
        *([_alternatives("dc:description", about.subject)] if about.subject else ()),
        _listed("dc:language", "rdf:Bag", about.language),
        *(el(f"xmp:{name}", None, value(moment)) for name in ("CreateDate", "ModifyDate", "MetadataDate")),
        el("xmp:CreatorTool", None, value(PROGRAM)),
        el("pdf:Producer", None, value(PROGRAM)),
        el("pdfuaid:part", None, value("1")),
    )
    tree = el("x:xmpmeta", {"xmlns:x": "adobe:ns:meta/"}, el("rdf:RDF", dict(_SPACES), described))
    begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    return f'{begin}\n{tree}\n<?xpacket end="r"?>'.encode()


def _alternatives(name: str, words: str) -> Xml:
    return el(name, None, el("rdf:Alt", None, el("rdf:li", {"xml:lang": "x-default"}, value(words))))


def _listed(name: str, kind: str, words: str) -> Xml:
    return el(name, None, el(kind, None, el("rdf:li", None, value(words))))
