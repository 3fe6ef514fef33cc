"""The trick every python-pptx user has: open a finished deck once, change a title, save, and again."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pptx


def opened(deck: bytes) -> Any:
    """A finished deck, open."""
    return pptx.Presentation(BytesIO(deck))


def personal_copy(presentation: Any, name: str) -> bytes:
    """The deck with `name` in its first title."""
    presentation.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].text = f"For {name}"
    buffer = BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()
