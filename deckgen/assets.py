"""What slides name beside words: pictures, films, captions, tables of data. Read once for all that ask."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.picture import read_picture, usable_picture
from deckgen.load.picture_files import Prepared
from deckgen.room import Room
from deckgen.scene import Captions, Film, Image
from deckgen.world import Refused, World

if TYPE_CHECKING:
    from deckgen.spec.sheet import Sheet, SheetFile

FILES = 500
"""So many pictures and films are known, those that can't be used too: each deck of a batch may have its own."""


class Assets:
    """The assets of a project, as far as a slide has asked for them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._pictures: dict[tuple[str, int | None], Prepared | Refused] = {}
        self._room: Room[tuple[str, int | None]] = Room()
        self._films: dict[str, Film] = {}
        self._sheets: dict[tuple[str, str], Sheet] = {}

    def forget(self, paths: Collection[str]) -> None:
        """Read these files anew when a slide next asks for them."""
        for key in [key for key in self._pictures if key[0] in paths]:
            self._room.leave(key)
            del self._pictures[key]
        self._films = {path: film for path, film in self._films.items() if path not in paths}
        self._sheets = {key: sheet for key, sheet in self._sheets.items() if key[0] not in paths}

    def reader(self, diags: Diagnostics, files: set[str]) -> Reader:
        """Reads for one slide: reports to `diags`, and adds to `files` what was asked for."""
        return Reader(self, diags, files)

    def picture(self, path: str, span: Span, frame: int | None, diags: Diagnostics) -> Image | None:
        """A picture, read once as long as there is room for it; None after reporting at `span` why it can't be used."""
        key = path, frame
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) == FILES:
                self._pictures, self._room = {}, Room()
            found = self._pictures[key] = read_picture(self._world, path, frame)
            for gone in self._room.take(key, (found.image,) if isinstance(found, Prepared) else ()):
                del self._pictures[gone]
        self._room.use(key)
        return usable_picture(found, self._world, path, span, diags)

    def sheet(self, asked: SheetFile, diags: Diagnostics) -> Sheet | None:
        """The table in a file of data; a sound one is read once."""
        from deckgen.load.sheet import load_sheet  # few decks have any

        key = asked.file, asked.sheet.text if asked.sheet else ""
        if key not in self._sheets:
            found = load_sheet(self._world, asked, diags)
            if found is None:
                return None
            self._sheets[key] = found
        return self._sheets[key]

    def film(self, path: str, span: Span, diags: Diagnostics) -> Film | None:
        """A film; one of which there is nothing to say is looked through once."""
        from deckgen.load.film import load_film  # few decks have any

        if path not in self._films:
            said = Diagnostics()
            found = load_film(self._world, path, span, said)
            for diagnostic in said:
                diags.add(diagnostic)
            if found is None or len(said):
                return found
            if len(self._films) == FILES:
                self._films.clear()
            self._films[path] = found
        return self._films[path]

    def captions(self, path: str, span: Span, diags: Diagnostics) -> Captions | None:
        """The captions of a film."""
        from deckgen.load.captions import load_captions  # few decks have any

        return load_captions(self._world, path, span, diags)


class Reader:
    """Assets read for one slide, as binding asks for them."""

    def __init__(self, assets: Assets, diags: Diagnostics, files: set[str]) -> None:
        self._assets, self._diags, self._files = assets, diags, files

    def picture(self, path: str, span: Span, frame: int | None = None) -> Image | None:
        """The picture at `path`, or None after reporting at `span`."""
        self._files.add(path)
        return self._assets.picture(path, span, frame, self._diags)

    def sheet(self, asked: SheetFile) -> Sheet | None:
        """The table of data that is asked for, or None after reporting."""
        self._files.add(asked.file)
        return self._assets.sheet(asked, self._diags)

    def film(self, path: str, span: Span) -> Film | None:
        """The film at `path`, or None after reporting at `span`."""
        self._files.add(path)
        return self._assets.film(path, span, self._diags)

    def captions(self, path: str, span: Span) -> Captions | None:
        """The captions at `path`, or None after reporting at `span`."""
        self._files.add(path)
        return self._assets.captions(path, span, self._diags)
