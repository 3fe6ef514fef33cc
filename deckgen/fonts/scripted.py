"""Faces of other writing systems: text of one system and direction, shaped by its own rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import uharfbuzz as hb

from deckgen.brand.model import FontFamily
from deckgen.fonts.faces import Face, Shaped, Shaping, by_cluster, font_blob, font_file
from deckgen.fonts.segments import Piece
from deckgen.fonts.twins import script_margin
from deckgen.scene import FontRole
from deckgen.scripts import SYSTEMS, Writing
from deckgen.scripts.itemise import Stretch, stretches
from deckgen.world import World

Look = tuple[FontRole, bool, bool]
"""Role, bold, italic."""

_KERNING: dict[Shaping, dict[str, bool]] = {"kerned": {}, "unkerned": {"kern": False}, "ligated": {}}
"""What joins and stacks letters is no ornament in these systems: every renderer does it."""
_TAGS = {"Hans": "Hani", "Hant": "Hani", "Jpan": "Kana"}
"""HarfBuzz names single scripts, not what a language mixes (ISO 15924)."""


class ScriptedFace(Face):
    """A font file for text of one system and direction."""

    def __init__(self, file: str, world: World, system: str, margin: int, *, rtl: bool) -> None:
        super().__init__(font_blob(file, world), file)
        found = SYSTEMS[system]
        self.asian, self.margin = found.slot == "ea", margin
        self._script = _TAGS.get(found.script, found.script)
        self._language = found.language
        self._direction = "rtl" if rtl else "ltr"

    def _shape(self, text: str, shaping: Shaping) -> Shaped:
        if not text:
            return Shaped([])
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = self._direction, self._script, self._language
        hb.shape(self._font, buffer, _KERNING[shaping])
        advances = [position.x_advance for position in buffer.glyph_positions]
        return by_cluster(len(text), advances, [info.cluster for info in buffer.glyph_infos])


class ScriptedFaces:
    """The faces of a brand for other writing systems, each opened when its first text comes."""

    def __init__(self, scripts: Mapping[str, Mapping[FontRole, FontFamily]], world: World) -> None:
        self._scripts, self._world = scripts, world
        self._faces: dict[tuple[str, Look, bool], Face | None] = {}
        self._files: dict[tuple[str, str, bool], Face] = {}

    def split(
        self, pieces: Sequence[Piece], looks: Sequence[Look], writing: Writing, *, rtl: bool | None
    ) -> list[Piece]:
        """The pieces of one paragraph's line of text, divided where system or direction change."""
        found: list[Piece] = []
        divided = stretches("".join([piece.text for piece in pieces]), writing, rtl=rtl)
        start = 0
        for piece, look in zip(pieces, looks, strict=True):
            stop = start + len(piece.text)
            within = [s for s in divided if s.start < stop and start < s.stop]
            found += self._divided(piece, look, within, start)
            start = stop
        return found

    def _divided(self, piece: Piece, look: Look, within: Sequence[Stretch], start: int) -> list[Piece]:
        """A piece of a paragraph, where it stands from `start` on, in the stretches that touch it."""
        found: list[Piece] = []
        for stretch in within:
            text = piece.text[max(stretch.start - start, 0) : stretch.stop - start]
            own = self._face(stretch.system, look, rtl=stretch.level % 2 == 1) if stretch.system else None
            cursive = stretch.system != "" and SYSTEMS[stretch.system].cursive
            found.append(
                Piece(
                    text,
                    own or piece.face,
                    piece.size,
                    piece.raised,
                    0 if cursive else piece.tracking,
                    piece.last and stretch is within[-1],
                    piece.link,
                    bool(found),
                )
            )
        return found or [piece]

    def _face(self, system: str, look: Look, *, rtl: bool) -> Face | None:
        """The face for text in `system`, or for one whose faces may stand in; None where the brand has none."""
        key = system, look, rtl
        if key not in self._faces:
            family = (self._scripts.get(system) or self._scripts.get(SYSTEMS[system].instead) or {}).get(look[0])
            self._faces[key] = self._open(system, family, look, rtl=rtl) if family else None
        return self._faces[key]

    def _open(self, system: str, family: FontFamily, look: Look, *, rtl: bool) -> Face:
        file = font_file(family, look[1], look[2])
        key = system, file, rtl
        if key not in self._files:
            self._files[key] = ScriptedFace(file, self._world, system, script_margin(family), rtl=rtl)
        return self._files[key]

    def clear(self) -> None:
        """Forget every shaped text; the files stay open."""
        for face in self._files.values():
            face.clear()
