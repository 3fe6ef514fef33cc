"""Compact fonts told by number: a CFF font program whose glyphs have names made one whose glyphs have numbers.

Both may stand in a PDF's composite font (ISO 32000-1, 9.7.4.2), but only the second is shown right by every viewer.
The glyphs stay as they are; what is around them is written anew (Adobe Technical Note 5176).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec import Struct

_ROS, _CID_COUNT, _FD_ARRAY, _FD_SELECT = (12, 30), (12, 34), (12, 36), (12, 37)
_FONT_MATRIX, _FONT_BOX = (12, 7), (5,)
_CHARSET, _CHAR_STRINGS, _PRIVATE, _SUBRS = (15,), (17,), (18,), (19,)
_CUSTOM = 391
"""The number of the first string that a font brings with it."""

Operator = tuple[int, ...]


def numbered(program: bytes) -> bytes:
    """The program with its glyphs' numbers as their identifiers; as it is where it has such already."""
    names, at = _index(program, program[2])
    tops, at = _index(program, at)
    _, at = _index(program, at)
    _, end = _index(program, at)
    top = _dictionary(tops[0])
    if _ROS in top:
        return program
    start = _integer(top[_CHAR_STRINGS])
    glyphs, stop = _index(program, start)
    size, place = _integers(top[_PRIVATE])
    private = program[place : place + size]
    if _SUBRS in _dictionary(private):
        raise ValueError("a font program that still calls subroutines")
    return _assembled(_Parts(names[0], top, program[at:end], program[start:stop], len(glyphs), private))


class _Parts(Struct, frozen=True):
    """What is kept of a program: `top` is its dictionary, `shared` its global subroutines, `count` its glyphs'."""

    name: bytes
    top: Mapping[Operator, bytes]
    shared: bytes
    char_strings: bytes
    count: int
    private: bytes


def _assembled(parts: _Parts) -> bytes:
    """A program of these parts; offsets are written at full length, so that the dictionary's own is known."""
    count, char_strings, top = parts.count, parts.char_strings, parts.top
    kept = b"".join(top[key] + bytes(key) for key in (_FONT_MATRIX, _FONT_BOX) if key in top)
    charset = b"\x02" + (struct.pack(">HH", 1, count - 2) if count > 1 else b"")
    select = struct.pack(">BHHBH", 3, 1, 0, 0, count)
    head = b"\x01\x00\x04\x04" + _indexed([parts.name])
    tail = _indexed([b"Adobe", b"Identity"]) + parts.shared

    def dictionary(at: int) -> bytes:
        """The top dictionary, where what follows it begins at `at`."""
        fields = at + len(charset) + len(select) + len(char_strings)
        return b"".join(
            (
                _number(_CUSTOM) + _number(_CUSTOM + 1) + _number(0) + bytes(_ROS),
                kept,
                _number(count) + bytes(_CID_COUNT),
                _number(at) + bytes(_CHARSET),
                _number(at + len(charset)) + bytes(_FD_SELECT),
                _number(at + len(charset) + len(select)) + bytes(_CHAR_STRINGS),
                _number(fields) + bytes(_FD_ARRAY),
            )
        )

    begin = len(head) + len(_indexed([dictionary(0)])) + len(tail)
    before = head + _indexed([dictionary(begin)]) + tail + charset + select + char_strings
    fields = len(_indexed([_number(0) * 2 + bytes(_PRIVATE)]))
    own = _number(len(parts.private)) + _number(len(before) + fields) + bytes(_PRIVATE)
    return before + _indexed([own]) + parts.private


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The entries of an INDEX, and where it ends (5176, 5)."""
    count = int.from_bytes(data[at : at + 2], "big")
    if not count:
        return [], at + 2
    size = data[at + 2]
    places = [int.from_bytes(data[at + 3 + i * size : at + 3 + (i + 1) * size], "big") for i in range(count + 1)]
    base = at + 2 + (count + 1) * size
    return [data[base + a : base + b] for a, b in pairwise(places)], base + places[-1]


def _indexed(entries: Iterable[bytes]) -> bytes:
    """An INDEX of these entries."""
    held = list(entries)
    places, at = [1], 1
    for entry in held:
        at += len(entry)
        places.append(at)
    offsets = b"".join(place.to_bytes(4, "big") for place in places)
    return len(held).to_bytes(2, "big") + b"\x04" + offsets + b"".join(held)


def _dictionary(data: bytes) -> dict[Operator, bytes]:
    """A DICT's operands, as they are written, by operator (5176, 4)."""
    found: dict[Operator, bytes] = {}
    at = start = 0
    while at < len(data):
        byte = data[at]
        if byte <= 21:
            operator = (12, data[at + 1]) if byte == 12 else (byte,)
            found[operator] = data[start:at]
            at = start = at + len(operator)
        elif byte == 30:  # a decimal fraction, two digits a byte, until one is 15
            at += 1
            while 15 not in (data[at] >> 4, data[at] & 15):
                at += 1
            at += 1
        else:
            at += {28: 3, 29: 5}.get(byte, 1 if byte <= 246 else 2)
    return found


def _integers(operands: bytes) -> list[int]:
    found, at = [], 0
    while at < len(operands):
        byte = operands[at]
        if byte == 28:
            found.append(struct.unpack(">h", operands[at + 1 : at + 3])[0])
            at += 3
        elif byte == 29:
            found.append(struct.unpack(">i", operands[at + 1 : at + 5])[0])
            at += 5
        elif byte <= 246:
            found.append(byte - 139)
            at += 1
        else:
            high = (byte - 247) * 256 if byte <= 250 else -(byte - 251) * 256
            found.append(high + operands[at + 1] + 108 if byte <= 250 else high - operands[at + 1] - 108)
            at += 2
    return found


def _integer(operands: bytes) -> int:
    return _integers(operands)[0]


def _number(value: int) -> bytes:
    """An integer, always five bytes long."""
    return b"\x1d" + struct.pack(">i", value)
