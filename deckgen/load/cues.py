"""The cues of a file of captions: when each is shown, and what of it no player would show."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span

MOST = 5
"""So many mistakes of a file are reported; of more, how many there are."""
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_CUE = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+(.*))?")
_SUBRIP_TIME = r"(\d{1,3}):([0-5]\d):([0-5]\d)[,.](\d{3})"
_SUBRIP_CUE = re.compile(rf"{_SUBRIP_TIME}[ \t]*-->[ \t]*{_SUBRIP_TIME}(?:[ \t]+(.*))?")
_ARROW = r"\s*(?:--?>|==?>|[‐‑‒–—―−]+>|[→⟶⇒à])\s*"
_ANY_TIME = r"((?:\d{1,3}:)?\d{1,3}:\d{1,3}(?:[.,:]\d{1,3})?)"
_LIKELY = re.compile(rf"{_ANY_TIME}{_ARROW}{_ANY_TIME}(.*)")
_PLACED = re.compile(r"\b(?:line|position|region):")
_NO_CUE = r"(?:NOTE|STYLE|REGION)(?!\S)"
_TAG = re.compile(r"</?(?:c|i|b|u|v|ruby|rt|lang)(?:[.\s][^<>]*)?>|<[\d:.]+>")


Fault: TypeAlias = tuple[Span, str, str]
"""A place, what is wrong there, and what to do."""


class Cue(Struct, frozen=True):
    """When captions are shown (ms), and where that is said. `placed`: the author says where on the film they stand."""

    begin: int
    end: int
    placed: bool
    span: Span


def read_cues(text: str, path: str, diags: Diagnostics, *, subrip: bool) -> tuple[Cue, ...]:
    """The cues in the file's order. Those that no player shows are errors, those that cover each other warnings."""
    cues: list[Cue] = []
    wrong: list[Fault] = []
    tags: list[Span] = []
    within = ""
    for number, line in enumerate(text.split("\n"), 1):
        if _is_time(line.strip(), subrip=subrip, apart=not within):
            cue, fault = _cue(line, number, path, subrip)
            cues += [cue] if cue else []
            wrong += [fault] if fault else []
            within = "words"
            continue
        within = line.strip() and (within or _begun(line))
        tags += _strange(line, number, path) if within == "words" and not subrip else []
    if not cues and not wrong:
        hint = "write a time and words: 00:00.000 --> 00:02.000"
        wrong.append((Span(path, 1, 1, 1, 2), "there are no captions in this file", hint))
    _report(wrong, diags)
    if not wrong:
        _check_order(cues, diags)
        _check_overlap(cues, diags)
    if tags:
        _warn(tags, "what begins with this < is taken for a mark, and not shown", "write &lt; for <", diags)
    return tuple(cues)


def _is_time(line: str, *, subrip: bool, apart: bool) -> bool:
    """Whether a line says when captions are shown, or was meant to: one that stands `apart` from what is above it.

    Among words 9:00 → 10:30 may be what is said. An arrow of WebVTT's may not (4.1), and in SubRip begins no words.
    """
    if "-->" in line and (not subrip or re.match(r"\d+:\d+:", line)):
        return True
    return apart and line[:1].isdigit() and _LIKELY.fullmatch(line) is not None


def _begun(line: str) -> str:
    """What a line begins that stands apart and is no time: "notes" of the author's; else "", for a cue's name."""
    return "notes" if re.match(_NO_CUE, line) else ""


def _cue(line: str, number: int, path: str, subrip: bool) -> tuple[Cue | None, Fault | None]:
    """The cue of a line, and what is wrong with it."""
    bare, start = line.strip(), len(line) - len(line.lstrip())
    span = Span(path, number, start + 1, number, start + len(bare) + 1)
    found = (_SUBRIP_CUE if subrip else _CUE).fullmatch(bare)
    if found is None:
        return None, (span, "this is no time that captions can have", f"write it so: {_mended(bare, subrip)}")
    begin, end = _ms(found.groups()[:4]), _ms(found.groups()[4:8])
    cue = Cue(begin, end, bool(_PLACED.search(found[9] or "")), span)
    return cue, None if begin < end else (span, "these captions end before they begin", "write the earlier time first")


def _report(wrong: list[Fault], diags: Diagnostics) -> None:
    told = wrong if len(wrong) <= MOST + 1 else wrong[:MOST]
    more = len(wrong) - len(told)
    for number, (span, said, hint) in enumerate(told, 1):
        rest = f"; {more:,} more lines of this file are wrong as well" if more and number == len(told) else ""
        diags.error("bad-captions", span, f"{said}{rest}", hint=hint)


def _warn(spans: list[Span], said: str, hint: str, diags: Diagnostics) -> None:
    """A warning of the first, with how many more there are."""
    more = f" (and {len(spans) - 1:,} more)" if len(spans) > 1 else ""
    diags.warning("captions", spans[0], f"{said}{more}", hint=hint)


def _check_order(cues: list[Cue], diags: Diagnostics) -> None:
    """Warn of captions that stand below later ones: WebVTT wants them in order (4.1)."""
    wrong = [cue.span for before, cue in pairwise(cues) if cue.begin < before.begin]
    if wrong:
        _warn(
            wrong,
            "these captions begin before those above them, and players may leave them out",
            "sort them by time",
            diags,
        )


def _check_overlap(cues: list[Cue], diags: Diagnostics) -> None:
    """Warn of captions that are shown while others still are. Two that begin together are two people's words."""
    ordered = sorted(cues, key=lambda cue: cue.begin)
    covered, last = [], None
    for cue in ordered:
        if last is not None and last.begin < cue.begin < last.end and not (cue.placed or last.placed):
            covered.append(cue.span)
        if last is None or cue.end > last.end:
            last = cue
    if covered:
        said = "these captions begin while those before them are still shown"
        _warn(covered, said, "let those end first; for words of two people at once, begin both together", diags)


def _strange(line: str, number: int, path: str) -> list[Span]:
    """Where a < opens no mark that WebVTT has: players leave out what follows it."""
    known = {found.start() for found in _TAG.finditer(line)}
    places = [at for at, sign in enumerate(line) if sign == "<" and at not in known]
    return [Span(path, number, at + 1, number, at + 2) for at in places]


def _ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _mended(line: str, subrip: bool) -> str:
    """The line as it was likely meant; an example where that can't be told."""
    found = _LIKELY.fullmatch(line)
    if found is None:
        return "00:01:04,500 --> 00:01:08,000" if subrip else "00:01:04.500 --> 00:01:08.000"
    begin, end = _time(found[1], subrip), _time(found[2], subrip)
    return f"{begin} --> {end}"


def _time(written: str, subrip: bool) -> str:
    """A time as captions have it, of something like one: 1:04, 0:01:04,5."""
    whole, _, part = re.sub(r",", ".", written).partition(".")
    numbers = [int(number) for number in whole.split(":")]
    if not part and len(numbers) == 4:
        part = str(numbers.pop())
    seconds = 0
    for number in numbers:
        seconds = seconds * 60 + number
    mark = "," if subrip else "."
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{part.ljust(3, '0')[:3]}"
