"""What libyaml is given to read where it would refuse or misread a text that is sound YAML 1.2.

Each stand-in is as long as what it stands for, so every place stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

# YAML 1.1 ends lines at these; editors don't. They are taken for letters while the file is parsed.
_BREAKS = "\x85\u2028\u2029"
_LETTERS = "\ue085\ue086\ue087"
_HIDE = str.maketrans(_BREAKS, _LETTERS)
_SHOW = str.maketrans(_LETTERS, _BREAKS)

# JSON writes a character beyond U+FFFF as two escapes (RFC 8259, 7), and YAML 1.2 reads JSON (1.2.2, 1.2); libyaml
# doesn't know it. While the file is parsed \ud800 to \udfff are \ue800 to \uefff, which nobody uses.
_PAIR = r"(?s)\\(?:u([dD])([89abAB][0-9a-fA-F]{2})\\u([dD])([c-fC-F][0-9a-fA-F]{2})|.)"
_UNUSED = r"(?i)[\ue800-\uefff]|\\ue[89a-f]"
_HALVES = "([\ue800-\uebff])([\uec00-\uefff])"
_WRITTEN = r"\\u([eE])([89abAB][0-9a-fA-F]{2})\\u([eE])([c-fC-F][0-9a-fA-F]{2})"

_TABS = r"(?m)^[ \t]*\t[ \t]*"


def readable(text: str) -> tuple[str, tuple[Callable[[str], str], ...]]:
    """`text` as libyaml reads it rightly, and what turns a value that it gives back into what is meant."""
    shown: list[Callable[[str], str]] = []
    if any(char in text for char in _BREAKS) and not any(char in text for char in _LETTERS):
        text = text.translate(_HIDE)
        shown.append(_with_breaks)
    if ("\\ud" in text or "\\uD" in text) and re.search(_UNUSED, text) is None:
        text = re.sub(_PAIR, _moved, text)
        shown.append(_with_pairs)
    if "\t" in text and text.lstrip()[:1] in ("{", "["):  # within brackets a tab indents as well (1.2.2, 6.3)
        text = re.sub(_TABS, lambda match: " " * len(match[0]), text)
    return text, tuple(shown)


def _moved(match: re.Match[str]) -> str:
    """Two escapes that make a pair, moved out of libyaml's way; another escape as it is."""
    return _escapes(match, {"d": "e", "D": "E"}) if match[1] else match[0]


def _escapes(match: re.Match[str], letters: dict[str, str]) -> str:
    return f"\\u{letters[match[1]]}{match[2]}\\u{letters[match[3]]}{match[4]}"


def _with_breaks(value: str) -> str:
    return value.translate(_SHOW)


def _with_pairs(value: str) -> str:
    """The value with each pair as its character; as it was written, where it isn't in double quotes."""
    value = re.sub(_HALVES, _character, value)
    return re.sub(_WRITTEN, lambda match: _escapes(match, {"e": "d", "E": "D"}), value)


def _character(match: re.Match[str]) -> str:
    """The character of two halves, high and low (Unicode 3.9, D91)."""
    return chr(0x10000 + ((ord(match[1]) - 0xE800) << 10) + (ord(match[2]) - 0xEC00))
