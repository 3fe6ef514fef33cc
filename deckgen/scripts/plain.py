"""Text that needs none of this: from left to right, in a brand's own face, as nearly all of it is."""

from __future__ import annotations

_PLAIN_BLOCKS = ((0x0000, 0x0590), (0x1E00, 0x200F), (0x2010, 0x202A), (0x202F, 0x2066), (0x206A, 0x2E80))
"""Latin, Greek and Cyrillic, punctuation and symbols; not the controls of direction among them."""
_MORE_BLOCKS = ((0xFB00, 0xFB07), (0xFE00, 0xFE10), (0xFFF0, 0x10000), (0x1F000, 0x20000))
"""Latin ligatures, variation selectors, replacement characters, emoji."""

_seen: set[str] = set()
"""The plain characters met so far: a text of these alone is known to be plain at once."""


def is_plain(text: str) -> bool:
    """Whether `text` holds Latin, Greek, Cyrillic, marks and symbols only, and no control of direction."""
    if text.isascii() or _seen.issuperset(text):
        return True
    new = set(text) - _seen
    plain = {char for char in new if _is_plain(ord(char))}
    _seen.update(plain)
    return len(plain) == len(new)


def _is_plain(code: int) -> bool:
    return any(first <= code < end for first, end in (*_PLAIN_BLOCKS, *_MORE_BLOCKS))
