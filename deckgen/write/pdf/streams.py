"""Streams of a file, compressed as they come: nothing is held longer than its page is drawn."""

from __future__ import annotations

import zlib

from pikepdf import Name, Pdf, Stream


def compressed(pdf: Pdf, data: bytes, **entries: object) -> Stream:
    """A stream whose data is deflated (ISO 32000-1, 7.4.4)."""
    stream = Stream(pdf, zlib.compress(data, 6))
    stream.Filter = Name.FlateDecode
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return stream
