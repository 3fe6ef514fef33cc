"""Captions: WebVTT files (w3.org/TR/webvtt1), held against what a player makes of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics, Span
from deckgen.scene import Captions
from deckgen.world import Refused, World

MAX_CAPTIONS = 2_000_000
"""Larger files are refused (bytes); an hour of speech has 60,000."""

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_CUE = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_SUBRIP = re.compile(r"\s*\d+\s*\n\d{1,2}:\d\d:\d\d,\d{3}\s+-->")


def load_captions(world: World, path: str, span: Span, diags: Diagnostics) -> Captions | None:
    """The captions at `path`, in no language yet; None after reporting what is wrong with them, at its own line."""
    try:
        data = world.read(path)
        text = _text(data)
    except Refused as refused:
        hint = refused.hint or "paths begin at the project's folder"
        said = f'the captions "{path[:80]}" can\'t be used: {refused.reason}'
        diags.error("unusable-captions", span, said, hint=hint, about=path)
        return None
    faults = list(_faults(text))
    for line, column, said, hint in faults:
        place = Span(path, line, column, line, column + 1)
        diags.error("bad-captions", place, said, hint=hint)
    return None if faults else Captions(sha256=hashlib.sha256(data).hexdigest(), data=data, language="", label="")


def _text(data: bytes) -> str:
    """The file's words. Refused for what is no WebVTT file."""
    if not data.strip():
        raise Refused("the file is empty", "write the captions into it")
    if len(data) > MAX_CAPTIONS:
        raise Refused(f"the file is {len(data) / 1e6:.0f} MB large", "captions of an hour are a tenth of a megabyte")
    try:
        text = data.decode().lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise Refused("the file is not in UTF-8", "save it as UTF-8") from None
    if _SUBRIP.match(text):
        raise Refused("these are SubRip captions (.srt)", "save them as WebVTT: ffmpeg -i captions.srt captions.vtt")
    if not re.match(r"WEBVTT(?=[ \t\n]|\Z)", text):
        raise Refused("the file doesn't begin with WEBVTT", "captions are WebVTT files (.vtt)")
    return text


def _faults(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(line, column, what is wrong, what to do) of cues that no player shows."""
    cues = 0
    for number, line in enumerate(text.split("\n"), 1):
        if "-->" not in line:
            continue
        cues += 1
        cue = _CUE.fullmatch(line.strip())
        if cue is None:
            yield number, 1, "this is no time that captions can have", "write it so: 00:01:04.500 --> 00:01:08.000"
        elif _seconds(cue.groups()[4:]) <= _seconds(cue.groups()[:4]):
            yield number, 1, "these captions end before they begin", "write the earlier time first"
    if not cues:
        yield 1, 1, "there are no captions in this file", "write a time and words: 00:00.000 --> 00:02.000"


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
