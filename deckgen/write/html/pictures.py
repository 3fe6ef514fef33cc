"""Pictures that several slides show (a logo, a portrait): in the page once, and named where they show.

A drawing holds its pictures itself. In the page a slide may show what stands elsewhere in it (SVG 2, 5.6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from deckgen.ooxml.xml import Xml, el

SMALL = 2_000
"""A smaller picture is left where it is (characters)."""

_PICTURE = re.compile(
    r'<image x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)" preserveAspectRatio="none" href="(data:[^"]*)"/>'
)


class Shared:
    """The pictures of drawings. What was `noted` twice is taken out of drawings and stands in `definitions`."""

    def __init__(self) -> None:
        self._sizes: dict[str, tuple[str, str]] = {}
        self._twice: dict[str, str] = {}

    def note(self, drawing: str) -> None:
        """Take note of a drawing's pictures."""
        for found in _PICTURE.finditer(drawing):
            _, _, width, height, data = found.groups()
            if len(data) < SMALL:
                continue
            name = _name(data)
            if name in self._sizes:
                self._twice.setdefault(name, data)
            self._sizes.setdefault(name, (width, height))

    def named(self, drawing: str) -> str:
        """A drawing in which shared pictures are named."""
        return _PICTURE.sub(self._named, drawing) if self._twice else drawing

    def definitions(self) -> Iterator[Xml]:
        """Each shared picture as large as where it shows first."""
        for name, data in self._twice.items():
            width, height = self._sizes[name]
            size = {"width": width, "height": height, "preserveAspectRatio": "none"}
            yield el("image", {"id": name, **size, "href": data})

    def _named(self, found: re.Match[str]) -> str:
        x, y, width, height, data = found.groups()
        name = _name(data) if len(data) >= SMALL else ""
        if name not in self._twice:
            return found[0]
        first = self._sizes[name]
        scale = f"scale({float(width) / float(first[0]):.6g} {float(height) / float(first[1]):.6g})"
        return el("use", {"href": f"#{name}", "transform": f"translate({x} {y}) {scale}"})


def _name(data: str) -> str:
    return f"picture:{sha256(data.encode()).hexdigest()[:16]}"
