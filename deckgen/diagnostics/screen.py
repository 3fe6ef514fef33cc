"""Text made fit to be shown: nothing that steers a terminal, and its width known."""

from __future__ import annotations

import re

TAB = 4
"""A tab in an excerpt reaches to the next multiple of this many columns."""

# C0, DEL and C1 controls steer terminals; bidirectional controls reorder what is read (CVE-2021-42574);
# surrogates can't be encoded.
_UNSHOWN = "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
_JOINING = "\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f"


def shown(text: str) -> str:
    """`text` with control characters as their pictures (U+2400 …) or U+FFFD, tabs kept."""
    # Nearly every text is printable, and then the pattern need not be compiled.
    return text if text.isprintable() else re.sub(_UNSHOWN, _picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def cells(text: str) -> list[int]:
    """The columns each character of `text` takes on a terminal: 0, 1, 2, or a tab's reach."""
    if text.isascii() and "\t" not in text:
        return [1] * len(text)
    widths: list[int] = []
    column = 0
    for char in text:
        width = TAB - column % TAB if char == "\t" else _width(char)
        widths.append(width)
        column += width
    return widths


def _width(char: str) -> int:
    """0 for what joins the character before it, 2 for East Asian wide ones (UAX #11), else 1."""
    import unicodedata  # only messages with such text pay for it

    if char in _JOINING or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
