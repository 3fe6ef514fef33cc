"""Characters that a deck can't hold, and what to call them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Patterns that only mistakes need are kept as text: `re` compiles and keeps them when they are first used.

# XML 1.0 (fifth edition), production 2 [Char]: all that is not in it. (Said the other way round, the pattern
# takes 10 ms to compile.)
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"

# YAML 1.1, 5.1: what may stand unescaped in a file. DEL and C1 controls may not.
UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
"""What may not stand in a YAML file as it is."""

ESCAPE = r"(?s)\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"
"""An escape within double quotes."""

_PAIR_OR_ESCAPE = rf"{ESCAPE[:4]}\\u[dD][89abAB][0-9a-fA-F]{{2}}\\u[dD][c-fC-F][0-9a-fA-F]{{2}}|{ESCAPE[4:]}"
"""A character beyond U+FFFF as JSON writes it, of which no group tells, or an escape."""

_NAMES = {
    0: "NUL",
    7: "BEL",
    8: "backspace",
    0x0B: "vertical tab",
    0x0C: "form feed",
    0x1B: "ESC",
    0x7F: "DEL",
    0xFEFF: "byte order mark",
}
_SHORT = {"0": "\0", "a": "\x07", "b": "\x08", "v": "\x0b", "f": "\x0c", "e": "\x1b"}


def has_forbidden(text: str) -> bool:
    """Whether `text` holds what XML 1.0, and so a .pptx, can't hold. No such character is printable."""
    return not text.isprintable() and re.search(_FORBIDDEN, text) is not None


def character_name(char: str) -> str:
    """'U+0007 (BEL)'."""
    code = ord(char)
    name = _NAMES.get(code) or ("control character" if code < 0xA0 else "not a character")
    return f"U+{code:04X} ({name})"


def forbidden_escapes(raw: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, character) of each escape in `raw` that stands for a forbidden character."""
    for match in re.finditer(_PAIR_OR_ESCAPE, raw):
        char = _meant(match[1] or "")
        if char is not None and has_forbidden(char):
            yield match.start(), match.end(), char


def _meant(escape: str) -> str | None:
    """The character that an escape (without its backslash) stands for; None for plain ones."""
    if escape[:1] in ("x", "u", "U") and len(escape) > 1:
        code = int(escape[1:], 16)
        return chr(code) if code < 0x110000 else None
    return _SHORT.get(escape)
