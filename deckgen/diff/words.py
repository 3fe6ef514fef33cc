"""Words compared with words: which stayed, which are gone, which are new; and how alike two texts are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from deckgen.diff.changes import Piece

_ASIAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(
    rf"[{_ASIAN}]|\d+(?:[.,:]\d+)*|[^\W\d{_ASIAN}]+(?:['’\-\u2010\u2011][^\W{_ASIAN}]+)*|\w|[^\w\s]", re.UNICODE
)
_SENTENCE = re.compile(r"[.!?…]['”’)]*\s+")
MOST_STEPS = 4_000_000
"""Words times words that are held against each other at once; longer texts go sentence by sentence."""
ALIKE = 0.34
"""Below this likeness nothing of a text counts as kept: it was written anew."""
_ISLAND = 3
"""A kept stretch of so few letters between two changed ones only makes them harder to read."""


class Token(Struct, frozen=True, gc=False):
    """A word or a sign, and where it begins and ends; what follows up to the next is space."""

    text: str
    start: int
    end: int


class Same(Struct, frozen=True, gc=False):
    """A token that both texts have."""

    before: Token
    after: Token


@lru_cache(4_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of a text. Asian ones are told apart one by one, numbers and compounds are one each."""
    return tuple(Token(found[0], *found.span()) for found in _TOKEN.finditer(text))


@lru_cache(4_000)
def bag(text: str) -> Counter[str]:
    """Its words, however they are written, and how often each."""
    return Counter(token.text.casefold() for token in tokens(text))


def likeness(before: str, after: str) -> float:
    """From 0, no word in common, to 1, the same words."""
    one, other = bag(before), bag(after)
    total = one.total() + other.total()
    if not total:
        return 1.0 if before.strip() == after.strip() else 0.0
    if len(one) > len(other):
        one, other = other, one
    common = sum(min(count, other[word]) for word, count in one.items() if word in other)
    return 2 * common / total


def kept(before: str, after: str) -> list[Same]:
    """The tokens that both texts have, in order."""
    one, other = tokens(before), tokens(after)
    head = _common(one, other)
    tail = _common(one[head:][::-1], other[head:][::-1])
    middle_one, middle_other = one[head : len(one) - tail], other[head : len(other) - tail]
    inner = _matched(middle_one, middle_other) if middle_one and middle_other else []
    if inner and not head and not tail and likeness(before, after) < ALIKE:
        inner = []
    ends = [Same(a, b) for a, b in zip(one[len(one) - tail :], other[len(other) - tail :], strict=True)]
    starts = [Same(a, b) for a, b in zip(one[:head], other[:head], strict=True)]
    return _without_islands(starts + inner + ends, one, other)


def _common(one: Sequence[Token], other: Sequence[Token]) -> int:
    """How many tokens two texts begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a.text != b.text:
            break
        count += 1
    return count


def _matched(one: Sequence[Token], other: Sequence[Token]) -> list[Same]:
    if len(one) * len(other) > MOST_STEPS:
        return []
    matcher = SequenceMatcher(None, [t.text for t in one], [t.text for t in other], autojunk=False)
    return [
        Same(one[block.a + n], other[block.b + n]) for block in matcher.get_matching_blocks() for n in range(block.size)
    ]


def _without_islands(same: list[Same], one: Sequence[Token], other: Sequence[Token]) -> list[Same]:
    """Without stretches of a few letters between changes on both sides that are longer than they."""
    firsts = {token.start: n for n, token in enumerate(one)}
    seconds = {token.start: n for n, token in enumerate(other)}
    places = [(firsts[pair.before.start], seconds[pair.after.start]) for pair in same]
    found: list[Same] = []
    for begin, end in _stretches(places):
        letters = sum(len(pair.after.text) for pair in same[begin:end] if pair.after.text.isalnum())
        inside = begin > 0 and end < len(same)
        if inside and letters <= _ISLAND and _changed_around(places, begin, end):
            continue
        found += same[begin:end]
    return found


def _stretches(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where tokens follow each other on both sides."""
    begin = 0
    for n in range(1, len(places) + 1):
        if n == len(places) or places[n] != (places[n - 1][0] + 1, places[n - 1][1] + 1):
            yield begin, n
            begin = n


def _changed_around(places: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether several tokens were changed before and after a stretch, on either side."""
    before = max(places[begin][k] - places[begin - 1][k] - 1 for k in (0, 1))
    after = max(places[end][k] - places[end - 1][k] - 1 for k in (0, 1))
    return before + after > 2 * (end - begin) and before > 0 and after > 0


def pieces(before: str, after: str, same: Sequence[Same]) -> tuple[Piece, ...]:
    """The texts as one: what stayed, and between it what is gone and what is new. Spaces are the second's."""
    found: list[Piece] = []
    i = j = 0
    for pair in same:
        _put(found, before[i : pair.before.start], after[j : pair.after.start])
        found.append(Piece("same", pair.after.text))
        i, j = pair.before.end, pair.after.end
    _put(found, before[i:], after[j:])
    return tuple(_joined(found))


def _put(found: list[Piece], gone: str, new: str) -> None:
    """What stands between two tokens that stayed; a space that both sides have there has stayed, too."""
    old, said = gone.strip(), new.strip()
    lead, trail = new[: len(new) - len(new.lstrip())], new[len(new.rstrip()) :]
    if not old and not said:
        found.append(Piece("same", new))
    elif not old:
        split = bool(lead and trail)
        found += (Piece("same", lead if split else ""), Piece("new", said + trail if split else new))
    elif not said:
        before, after = gone[:1].isspace(), gone[-1:].isspace()
        stays, goes = Piece("same", new), Piece("gone", old + " " if before and after else gone.rstrip())
        found += (stays, goes) if before and after else (goes, stays)
    else:
        found += (Piece("same", lead), Piece("gone", old), Piece("new", said), Piece("same", trail))


def _joined(found: Sequence[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in found:
        if not piece.text:
            continue
        if last and last.kind == piece.kind:
            last = Piece(last.kind, last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
