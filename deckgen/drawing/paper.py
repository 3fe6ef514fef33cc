"""Sizes of paper, in points."""

from __future__ import annotations

from msgspec import Struct


class Paper(Struct, frozen=True):
    """A sheet, upright."""

    width: float
    height: float


A4 = Paper(595.28, 841.89)
"""ISO 216: 210 by 297 mm."""
LETTER = Paper(612, 792)
"""ANSI Y14.1: 8.5 by 11 in."""

_LETTER_LANDS = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "SV", "PA", "PR", "DO", "NI"})
"""Where printers hold Letter (Unicode CLDR, measurementData, paperSize)."""


def paper_of(language: str) -> Paper:
    """The paper that is in printers where a language tag is from: Letter for en-US, else A4."""
    lands = [part.upper() for part in language.split("-")[1:] if len(part) == 2]
    return LETTER if lands and lands[0] in _LETTER_LANDS else A4
