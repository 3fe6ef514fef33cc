"""Paragraphs compared: words, then the look and the links of those that stayed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from deckgen.diff.align import aligned
from deckgen.diff.changes import Edit, Piece, Restyled
from deckgen.diff.read.palette import near
from deckgen.diff.view import Font, Paragraph, Run
from deckgen.diff.words import Same, kept, likeness, pieces

ALIKE = 0.4
"""Paragraphs that have less in common are one gone and one new."""


class Known(Struct, frozen=True, kw_only=True):
    """What is another thing on each side and yet no change: faces of themes, and slides' numbers where links lead.

    `bare`: faces and colours aren't anybody's choice here, as in notes.
    """

    faces: Mapping[str, str] = {}
    slides: Mapping[str, str] = {}
    bare: bool = False


def edits(before: Sequence[Paragraph], after: Sequence[Paragraph], known: Known) -> tuple[Edit, ...]:
    """The paragraphs that differ, in order."""
    pairs = aligned(before, after, _text, _likeness, floor=ALIKE)
    return tuple(edit for pair in pairs if (edit := _edit(before, after, pair, known)))


def _text(paragraph: Paragraph) -> str:
    return paragraph.text


def _likeness(one: Paragraph, other: Paragraph) -> float:
    return likeness(one.text, other.text)


def _edit(
    before: Sequence[Paragraph], after: Sequence[Paragraph], pair: tuple[int | None, int | None], known: Known
) -> Edit | None:
    i, j = pair
    if i is None or j is None:
        kind, text = ("gone", before[i].text) if i is not None else ("new", after[j or 0].text)
        if not text.strip():
            return None
        return Edit(before=i, after=j, pieces=(Piece("gone" if kind == "gone" else "new", text),))
    one, other = before[i], after[j]
    if one == other:
        return None
    same = kept(one.text, other.text)
    looks = (*restyled(one, other, same, known), *_set_otherwise(one, other))
    said = pieces(one.text, other.text, same)
    if not looks and all(piece.kind == "same" for piece in said):
        return None
    return Edit(before=i, after=j, pieces=said, looks=tuple(looks))


def _set_otherwise(one: Paragraph, other: Paragraph) -> Iterator[Restyled]:
    """What differs in how the paragraph is set: its bullet, its level, its side."""
    if not one.text.strip() or not other.text.strip():
        return
    for what, was, now in (
        ("list level", str(one.level + 1), str(other.level + 1)),
        ("bullet", _bullet(one), _bullet(other)),
        ("alignment", _SIDES[one.align], _SIDES[other.align]),
    ):
        if was != now:
            yield _whole(one, other, what, was, now)
    if _breaks(one.text) != _breaks(other.text) and "".join(one.text.split()) == "".join(other.text.split()):
        yield _whole(one, other, "line breaks or spaces", "", "")


_SIDES = {"l": "left", "ctr": "centred", "r": "right"}


def _bullet(paragraph: Paragraph) -> str:
    """Whether it has a bullet or a number: which one is for the brand to say, and for the place in the list."""
    return "number" if paragraph.bullet[:1].isalnum() else "bullet" if paragraph.bullet else "none"


def _breaks(text: str) -> tuple[str, ...]:
    return tuple(text.split(" "))


def _whole(one: Paragraph, other: Paragraph, what: str, was: str, now: str) -> Restyled:
    return Restyled(
        words=other.text,
        what=what,
        before=was,
        after=now,
        span_before=(0, len(one.text)),
        span_after=(0, len(other.text)),
    )


class _Runs:
    """A paragraph's runs, found by where a character stands."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._starts = [0, *accumulate([len(run.text) for run in runs])][:-1]

    def at(self, place: int) -> Run:
        return self._runs[bisect_right(self._starts, place) - 1]


def restyled(one: Paragraph, other: Paragraph, same: Sequence[Same], known: Known) -> list[Restyled]:
    """Words that stayed and look otherwise, or lead elsewhere; neighbours with the same change are one."""
    if not same or (len(one.runs) == len(other.runs) == 1 and not _differences(one.runs[0], other.runs[0], known)):
        return []
    first, second = _Runs(one.runs), _Runs(other.runs)
    open_: dict[tuple[str, str, str], tuple[Same, Same]] = {}
    found: list[tuple[tuple[str, str, str], tuple[Same, Same]]] = []
    for pair in same:
        now = _differences(first.at(pair.before.start), second.at(pair.after.start), known)
        found += [(what, open_.pop(what)) for what in [what for what in open_ if what not in now]]
        for what in now:
            open_[what] = (open_[what][0] if what in open_ else pair, pair)
    found += open_.items()
    return [_between(other, what, *ends) for what, ends in sorted(found, key=lambda one: one[1][0].after.start)]


def _between(other: Paragraph, what: tuple[str, str, str], first: Same, last: Same) -> Restyled:
    return Restyled(
        words=other.text[first.after.start : last.after.end],
        what=what[0],
        before=what[1],
        after=what[2],
        span_before=(first.before.start, last.before.end),
        span_after=(first.after.start, last.after.end),
    )


def _differences(one: Run, other: Run, known: Known) -> list[tuple[str, str, str]]:
    """(what, before, after) of two runs' looks and links."""
    if one == other:
        return []
    found = []
    link = known.slides.get(one.link, one.link)
    linked = bool(one.link or other.link)
    if link != other.link:
        found.append(("link", one.link, other.link))
    for what, value in _LOOKS:
        was, now = value(one.font), value(other.font)
        if was != now and not (linked and what == "underlined"):
            found.append((what, was, now))
    if known.bare:
        return found
    if not linked and not near(one.font.color, other.font.color):
        found.append(("colour", one.font.color.rgb, other.font.color.rgb))
    was, now = one.font.typeface, other.font.typeface
    if was != now and known.faces.get(was) != now:
        found.append(("font", was, now))
    return found


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _raised(font: Font) -> str:
    return "superscript" if font.baseline > 0 else "subscript" if font.baseline < 0 else "no"


_LOOKS: tuple[tuple[str, Callable[[Font], str]], ...] = (
    ("bold", lambda font: _yes(font.bold)),
    ("italic", lambda font: _yes(font.italic)),
    ("underlined", lambda font: _yes(font.underline)),
    ("struck out", lambda font: _yes(font.strike)),
    ("raised or lowered", _raised),
)
