"""Captions: WebVTT files (w3.org/TR/webvtt1), held against what a player makes of them. SubRip files become such."""

from __future__ import annotations

import hashlib
import re

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.cues import Cue, read_cues
from deckgen.load.film import beside_hint
from deckgen.load.source import decoded
from deckgen.load.subrip import as_webvtt, is_subrip
from deckgen.scene import Captions
from deckgen.world import Refused, World

MAX_CAPTIONS = 2_000_000
"""Larger files are refused (bytes); an hour of speech has 60,000."""

_OTHERS = ((b"ftyp", "it is a film"), (b"PK\3\4", "it is an archive or a document"), (b"%PDF", "it is a PDF"))
_SAVE = 'save it as "UTF-8", or export the captions again as WebVTT (.vtt) or SubRip (.srt)'
_EXPORT = "export the captions as WebVTT (.vtt) or SubRip (.srt)"


def load_captions(world: World, path: str, span: Span, diags: Diagnostics) -> Captions | None:
    """The captions at `path`, in no language yet; None after reporting what is wrong with them, at its own line."""
    try:
        data = _data(world, path)
    except Refused as refused:
        _report(path, refused.reason, refused.hint or beside_hint(world, path, span), span, diags)
        return None
    text = decoded(data, path, diags, save=_SAVE)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    subrip = is_subrip(text)
    if not subrip and not re.match(r"\s*WEBVTT(?=[ \t\n]|\Z)", text):
        _report(path, "the file doesn't begin with WEBVTT", _head_hint(text), span, diags)
        return None
    before = len(diags.errors)
    cues = read_cues(text, path, diags, subrip=subrip)
    if len(diags.errors) > before:
        return None
    written = as_webvtt(text).encode() if subrip else data if text[:1] == "W" else text.lstrip().encode()
    last = max(cues, key=_begin)
    return Captions(
        sha256=hashlib.sha256(written).hexdigest(),
        data=written,
        language="",
        label="",
        begins=tuple(sorted(cue.begin for cue in cues)),
        last=last.span,
    )


def _begin(cue: Cue) -> int:
    return cue.begin


def _data(world: World, path: str) -> bytes:
    """What is in the file. Refused where that is no text."""
    data = world.read(path)
    if not data.strip():
        raise Refused("the file is empty", "write the captions into it")
    if len(data) > MAX_CAPTIONS:
        raise Refused(
            f"the file is {len(data) / 1e6:.0f} MB large",
            "captions of an hour are a tenth of a megabyte: look whether this is the right file",
        )
    head = data[:1024]
    for mark, what in _OTHERS:
        if mark in head[:12]:
            raise Refused(what, _EXPORT)
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff") and b"\0\0" in head:
        raise Refused("it is no text", _EXPORT)
    return data


def _report(path: str, reason: str, hint: str, span: Span, diags: Diagnostics) -> None:
    message = f'the captions "{path[:80]}" can\'t be used: {reason}'
    diags.error("unusable-captions", span, message, hint=hint, about=path)


def _head_hint(text: str) -> str:
    """What to do about a file that doesn't begin as WebVTT does."""
    if re.match(r"(?i)\s*webvtt\b", text):
        return "its first line is WEBVTT, in capitals"
    if "-->" in text[:1000]:
        return "write WEBVTT as its first line, and leave the second one empty"
    return _EXPORT
