"""Markup compared as XML, not as characters."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
_WRITTEN = ("a", "p", "r")


def parsed(markup: str) -> Any:
    """The one element of a fragment."""
    names = " ".join(f'xmlns:{prefix}="{NS[prefix]}"' for prefix in _WRITTEN)
    return etree.fromstring(f"<fragment {names}>{markup}</fragment>".encode())[0]


def canonical(markup: str) -> str:
    """A fragment with its attributes in order and its namespaces said alike."""
    element = parsed("".join(line.strip() for line in markup.splitlines()))
    return bytes(etree.tostring(element, method="c14n", exclusive=True)).decode()


def part(package: bytes, name: str) -> Any:
    """The root element of a part."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return etree.fromstring(archive.read(name))


def names(package: bytes) -> list[str]:
    """The parts in the order of the archive."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.namelist()


def find(element: Any, path: str) -> list[Any]:
    """XPath with the usual prefixes."""
    found: list[Any] = element.xpath(path, namespaces=NS)
    return found
