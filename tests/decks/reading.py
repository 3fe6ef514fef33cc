"""Words: read back out of a deck with python-pptx, and out of the texts the decks are held to."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER

DATA = Path(__file__).parents[1] / "data"

MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "×": "x", "\v": " ", "\xa0": " "})
"""Typographic marks that a slide may mend (design/PRINCIPLES.md 11): a mark, never a word."""
FIELDS = (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE)


def words(text: str) -> list[str]:
    """The words of `text` in order, typographic marks levelled."""
    return text.translate(MARKS).split()


def seed_words(name: str, faults: Iterable[tuple[str, str]] = ()) -> list[str]:
    """The words of a text under tests/data: Markdown's own marks dropped, `faults` of extraction mended."""
    text = (DATA / name).read_text(encoding="utf-8")
    for wrong, right in faults:
        assert wrong in text, f"{name} no longer says {wrong!r}"
        text = text.replace(wrong, right)
    text = re.sub(r"\[([^\]]*)\]\((?:#|https?:[^)]*)\)", r"\1", text)
    text = re.sub(r"^- ", "", text, flags=re.MULTILINE)
    return words(text.replace("*", ""))


def split_at(found: list[str], openings: Iterable[str]) -> list[list[str]]:
    """`found` cut before each opening, in order; the first opening begins it."""
    starts, at = [], 0
    for opening in openings:
        first = words(opening)
        at = next(i for i in range(at, len(found)) if found[i : i + len(first)] == first)
        starts.append(at)
        at += 1
    assert starts[0] == 0, found[: starts[0]]
    return [found[a:b] for a, b in zip(starts, [*starts[1:], len(found)], strict=True)]


def slides(deck: bytes) -> list[Any]:
    """The slides of a deck, as python-pptx reads them."""
    return list(pptx.Presentation(io.BytesIO(deck)).slides)


def _texts(shapes: Iterable[Any]) -> Iterator[str]:
    for shape in shapes:
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from _texts(shape.shapes)
        elif shape.has_text_frame and not _is_field(shape):
            yield from (p.text for p in shape.text_frame.paragraphs)


def _is_field(shape: Any) -> bool:
    return bool(shape.is_placeholder and shape.placeholder_format.type in FIELDS)


def slide_words(slide: Any) -> list[str]:
    """The words of a slide in reading order, which is the order of its shapes."""
    return [w for text in _texts(slide.shapes) for w in words(text)]


def wordmark_words(slide: Any) -> list[str]:
    """The words that the slide's layout draws: the wordmark."""
    drawn = (s for s in slide.slide_layout.shapes if not s.is_placeholder)
    return [w for text in _texts(drawn) for w in words(text)]


def notes(slide: Any) -> str:
    """The speaker notes of a slide, "" when it has none."""
    if not slide.has_notes_slide:
        return ""
    return str(slide.notes_slide.notes_text_frame.text)
