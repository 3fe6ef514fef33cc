"""From the scene to marks on pages, which viewers draw: SVG, PDF, PNG and HTML all draw these, so they agree."""

from __future__ import annotations

from deckgen.drawing.draw import Drawing
from deckgen.drawing.model import Element, Inset, Mark, Outline, Page, PathCommand, Raster, Role, Words

__all__ = ["Drawing", "Element", "Inset", "Mark", "Outline", "Page", "PathCommand", "Raster", "Role", "Words"]
