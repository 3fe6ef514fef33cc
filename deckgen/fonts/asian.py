"""Where a line of East Asian text may end: between nearly any two signs (UAX #14, ID; JIS X 4051)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from deckgen.fonts.breaking import Opportunities, office_opportunities, opportunities

_NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°’”†‡›»℃∶、。々〃〆〕〗〞〉》」』】〙〛〟‐゠–〜～"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ゛゜ゝゞ・ーヽヾ"
    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60\uff61\uff63\uff64\uff65\uff70\uff9e\uff9f…‥—"
)
"""What no line begins with: closing marks, small kana, signs that repeat or lengthen."""
_ENDING = frozenset(
    "、。〉》」』】〕〗〙〛\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff60\uff61\uff63\uff64"
)
"""Marks that end a part of a sentence: no line ends after one where Latin follows."""
_NEVER_LAST = frozenset("([{£¥‘“‹«$〈《「『【〔〖〘〚〝\uff04\uff08\uff3b\uff5b\uff5f\uff62\uffe5\uffe1")
"""What no line ends with: opening marks, signs of money."""


def asian_opportunities(
    text: str, links: Sequence[tuple[int, int]], model: Literal["powerpoint", "libreoffice", "ideal"]
) -> Opportunities:
    """The break opportunities of a text that holds East Asian signs, without typed line breaks.

    Where only Latin text stands, its own rules hold.
    """
    latin = opportunities(text)
    if model == "libreoffice":
        latin = office_opportunities(text, latin, links)
    kept = {
        end: trim
        for end, trim in zip(latin.ends, latin.trims, strict=True)
        if end == len(text) or not _forbidden(text, trim, end)
    }
    for place in range(1, len(text)):
        if place not in kept and _between(text[place - 1], text[place]) and not _inside_link(place, links, model):
            kept[place] = place
    ends = sorted(kept)
    return Opportunities(tuple(ends), tuple([kept[end] for end in ends]))


def _forbidden(text: str, trim: int, end: int) -> bool:
    """Whether East Asian rules keep together what a Latin rule would part."""
    before, after = text[trim - 1 : trim], text[end : end + 1]
    return trim == end and (before in _NEVER_LAST or after in _NEVER_FIRST) and (is_wide(before) or is_wide(after))


def _between(before: str, after: str) -> bool:
    """Whether a line may end between two signs that no blank parts."""
    if before.isspace() or after.isspace() or after in _NEVER_FIRST:
        return False
    if is_hangul(after):
        # Korean keeps its words whole, as far as they are Korean.
        return not is_wide(before)
    if before in _NEVER_LAST or (before in _ENDING and not is_wide(after)):
        return False
    return is_wide(after) or (is_wide(before) and not is_hangul(before))


def _inside_link(place: int, links: Sequence[tuple[int, int]], model: str) -> bool:
    return model == "libreoffice" and any(first < place < last for first, last in links)


@cache
def is_wide(sign: str) -> bool:
    """Whether a sign is an ideograph, kana, hangul or an East Asian mark."""
    import unicodedata

    return sign != "" and unicodedata.east_asian_width(sign) in ("W", "F", "H") and not unicodedata.combining(sign)


def is_hangul(sign: str) -> bool:
    """Whether a sign is of Korean's own script."""
    return "\uac00" <= sign <= "\ud7ff" or "\u1100" <= sign <= "\u11ff" or "\u3130" <= sign <= "\u318f"
