"""SubRip captions (.srt), as most programs export them, as WebVTT. There is no standard: this is what players read."""

from __future__ import annotations

import re

_TIMES = re.compile(
    r"^[ \t]*(\d{1,3}):(\d\d):(\d\d)[,.](\d{3})[ \t]*-->[ \t]*(\d{1,3}):(\d\d):(\d\d)[,.](\d{3}).*$", re.M
)
_FIRST = re.compile(r"\s*(?:\d+[ \t]*\n)?[ \t]*\d{1,3}:\d\d:\d\d,\d{1,3}[ \t]*-+>")
_KEPT = re.compile(r"&lt;(/?[biu])>", re.I)
_DROPPED = re.compile(r"\{\\an?\d+\}|</?font\b[^>\n]*>", re.I)
_TOP = re.compile(r"\{\\an?[789]\}")


def is_subrip(text: str) -> bool:
    """Whether a file of captions begins as SubRip's do: a number, and a time with a comma."""
    return _FIRST.match(text) is not None


def as_webvtt(text: str) -> str:
    """The captions as a WebVTT file. Their words stay; of marks those that WebVTT has: bold, italics, underlines."""
    blocks, times = [], list(_TIMES.finditer(text))
    for number, found in enumerate(times):
        end = times[number + 1].start() if number + 1 < len(times) else len(text)
        lines = text[found.end() : end].strip("\n").split("\n")
        if number + 1 < len(times) and lines[-1].strip().isdigit() and (len(lines) == 1 or not lines[-2].strip()):
            lines.pop()  # the number of the next
        head = f"{_time(found, 1)} --> {_time(found, 5)}{' line:0' if _TOP.search(' '.join(lines)) else ''}"
        words = [line.rstrip() for line in map(_words, lines) if line.strip()]
        blocks.append("\n".join([head, *words]))
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def _time(found: re.Match[str], first: int) -> str:
    hours, minutes, seconds, thousandths = found.groups()[first - 1 : first + 3]
    return f"{hours.zfill(2)}:{minutes}:{seconds}.{thousandths}"


def _words(line: str) -> str:
    """A line of words, in which `<` is no mark unless it is one that both know, and `-->` is none."""
    escaped = _DROPPED.sub("", line).replace("&", "&amp;").replace("&amp;amp;", "&amp;").replace("<", "&lt;")
    return _KEPT.sub(lambda mark: f"<{mark[1].lower()}>", escaped).replace("-->", "--&gt;")
