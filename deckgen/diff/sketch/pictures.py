"""Pictures of a file, made fit to be shown in a page: PNG or JPEG, no larger than they are seen."""

from __future__ import annotations

from deckgen.diff.read.opened import Presentation
from deckgen.scene import Image
from deckgen.verify.package import Broken
from deckgen.world import Refused
from deckgen.worlds import MemoryWorld

LARGEST = 40 * 1024 * 1024
"""Pictures of more bytes are not decoded."""
PIXELS_PER_POINT = 1.5


class Pictures:
    """The pictures of one file, each decoded once for each width."""

    def __init__(self, package: Presentation) -> None:
        self._package = package
        self._whole: dict[str, Image | None] = {}
        self._made: dict[tuple[str, int], Image | None] = {}

    def image(self, part: str, width: float) -> Image | None:
        """The picture in a part, for a box this wide (points); None for one that can't be shown."""
        key = part, round(width)
        if key not in self._made:
            self._made[key] = self._fitted(part, width)
        return self._made[key]

    def _fitted(self, part: str, width: float) -> Image | None:
        if part not in self._whole:
            self._whole[part] = self._decoded(part)
        image = self._whole[part]
        if image is None or width <= 0:
            return None
        from deckgen.load.picture_shrink import shrunk

        return shrunk(MemoryWorld({}), image, max(1, round(width * PIXELS_PER_POINT)), 1)

    def _decoded(self, part: str) -> Image | None:
        if part not in self._package or self._package.size(part) > LARGEST:
            return None
        from deckgen.load.picture_convert import prepare

        try:
            return prepare(self._package.read(part)).image
        except (Refused, Broken):
            return None
