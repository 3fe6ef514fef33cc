"""The output folder of a build: what is in it, what may go in, what has to go."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Literal, Self

import msgspec
from msgspec import Struct

from deckgen.ooxml.chunks import Chunk
from deckgen.output.atomic import NotWritten, not_written, remove_leftovers, write_atomically
from deckgen.output.content import Hashes, readable
from deckgen.output.lock import lock_folder, unlock
from deckgen.output.manifest import (
    JOURNAL,
    Manifest,
    Record,
    add_to_journal,
    load_manifest,
    read_journal,
    save_manifest,
)
from deckgen.output.names import Output

SLIDES = ".slides"
"""What the folders end in that hold a file for each slide."""


class Pruned(Struct, frozen=True):
    """What became of files that the project doesn't make any more, as shown to the user."""

    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def folder_within(root: str, name: str, shown: str) -> str:
    """The folder `name` below `root` (to the user: `shown`), made if need be. NotWritten where no real one can be."""
    path = root
    for part in name.split("/") if name else ():
        path, shown = os.path.join(path, part), f"{shown}/{part}" if shown != "." else part
        try:
            if os.path.islink(path):
                raise NotWritten(
                    "output-refused",
                    f"{shown} is a link; deckgen writes into real folders",
                    "remove the link, or write elsewhere",
                )
            if not os.path.isdir(path):
                os.mkdir(path)
        except FileExistsError:
            raise NotWritten("output-refused", f"{shown} is a file, not a folder", "move it away") from None
        except OSError as error:
            raise not_written(shown, error) from None
    return path


def refuse_outside(path: str, project: str, shown: str) -> None:
    """Raise NotWritten where a link leads a folder out of the project: nobody has said that decks should go there."""
    if not os.path.realpath(path).startswith(os.path.join(os.path.realpath(project), "")):
        reason = f"{shown} is a link that leads out of the project"
        raise NotWritten("output-refused", reason, "say where the decks should go: --out DIR")


def open_folder(path: str, *, project: str, force: bool = False, confined: bool = False) -> OutputFolder:
    """The output folder at `path`, made if need be, locked and free of a killed run's leftovers.

    `project` is the project's folder; `force` overwrites edits; `confined` refuses a folder that a
    link leads out of the project. Raises NotWritten.
    """
    shown = shown_folder(path)
    try:
        if confined:
            refuse_outside(path, project, shown)
        os.makedirs(path, exist_ok=True)
        lock = lock_folder(path, shown)
    except FileExistsError:
        raise NotWritten(
            "output-refused", f"{shown} is a file, not a folder", "move it away, or use --out DIR"
        ) from None
    except OSError as error:
        raise not_written(shown, error) from None
    try:
        return OutputFolder(path, project=project, force=force, shown=shown, lock=lock)
    except BaseException:
        unlock(lock)
        raise


def shown_folder(path: str) -> str:
    """The folder as the user finds it shortest: from where they are, unless that leads upwards."""
    below = os.path.relpath(path)
    return (path if below.startswith("..") else below).replace(os.sep, "/")


class OutputFolder:
    """Open from `open_folder` to the end of the `with`, when the manifest is brought up to date."""

    def __init__(self, path: str, *, project: str, force: bool, shown: str, lock: int | None) -> None:
        self.path, self.shown = path, shown
        self._force, self._lock = force, lock
        self._project = os.path.relpath(project, path).replace(os.sep, "/")
        try:
            self._before = load_manifest(path, shown)
        except NotWritten:
            if not force:
                raise
            self._before = Manifest()
        self._records = dict(self._before.outputs)
        self._hashes = Hashes()
        self._recover()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._save()
        except NotWritten:
            if kind is None:
                raise
        finally:
            unlock(self._lock)

    def write(
        self, output: Output, content: bytes | tuple[Chunk, ...], *, inputs: Mapping[str, str]
    ) -> Literal["written", "unchanged"]:
        """Put a file of a deck at its place. Raises NotWritten, the file there untouched: what somebody has
        edited or put there is only overwritten under `force`, a link or a folder never."""
        path, shown = self._place(output.name), self.show(output.name)
        chunks = (content,) if isinstance(content, bytes) else content
        record = Record(
            sha256=self._hashes.of(chunks, shown)[0],
            deck=output.deck,
            audience=output.audience,
            source=output.source,
            project=self._project,
            format=output.format,
            inputs=dict(inputs),
        )
        present = self._present(path, output.name)
        if present == record.sha256:
            self._records[output.name] = record
            return "unchanged"
        if present is not None and not self._force:
            self._refuse_foreign(output, present)
        write_atomically(
            path,
            readable(chunks, shown),
            shown=shown,
            before_replace=lambda: add_to_journal(self.path, output.name, record),
        )
        self._records[output.name] = record
        return "written"

    def mark_stale(self, deck: str, audience: str | None = None) -> tuple[str, ...]:
        """Note that a deck (for one audience, or for any) could not be built; the earlier files of it
        that lie there, as shown to the user."""
        stale = []
        for name, record in self._records.items():
            if (record.deck, record.project) == (deck, self._project) and audience in (None, record.audience):
                self._records[name] = msgspec.structs.replace(record, stale=True)
                if os.path.exists(self._path(name)):
                    stale.append(self.show(name))
        return tuple(stale)

    def prune(self, planned: Collection[Output], *, unsure: Collection[str] = ()) -> Pruned:
        """Remove the files of decks and audiences that are in no project's plans any more, unless somebody has
        edited them.

        `planned` is all that the project makes, asked for in this run or not, in any format; decks in `unsure`
        could not be read, so nothing of theirs is touched.
        """
        owners = {output.owner for output in planned}
        return self._prune(lambda _, record: record.owner not in owners and record.deck not in unsure)

    def prune_format(self, output: Output, made: Collection[str]) -> Pruned:
        """Remove the files that `output` has no more in its format, where `made` are the names of those it has: the
        picture of a slide that was taken out."""
        return self._prune(
            lambda name, record: (*record.owner, record.format) == (*output.owner, output.format) and name not in made
        )

    def _prune(self, unwanted: Callable[[str, Record], bool]) -> Pruned:
        removed, kept = [], []
        for name, record in tuple(self._records.items()):
            if record.project != self._project or not unwanted(name, record):
                continue
            if not os.path.lexists(self._path(name)):
                pass
            elif self._remove_untouched(name, record):
                removed.append(self.show(name))
            else:
                kept.append(self.show(name))
            del self._records[name]
        return Pruned(tuple(removed), tuple(kept))

    def show(self, name: str) -> str:
        """The path to tell the user."""
        return name if self.shown == "." else f"{self.shown}/{name}"

    def _path(self, name: str) -> str:
        return os.path.join(self.path, *name.split("/"))

    def _place(self, name: str) -> str:
        """The path of an output whose folders exist and are real ones."""
        folder_within(self.path, os.path.dirname(name), self.shown)
        return self._path(name)

    def _present(self, path: str, name: str) -> str | None:
        """The hash of the file that is there now, None for none. Raises NotWritten for no file."""
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:
            return None
        except OSError as error:
            raise not_written(self.show(name), error) from None
        if not stat.S_ISREG(mode):
            what = "a link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
            raise NotWritten(
                "output-refused",
                f"{self.show(name)} is {what}; deckgen leaves it alone",
                "move it away and build again",
            )
        try:
            return _hash(path)
        except OSError as error:
            raise not_written(self.show(name), error) from None

    def _refuse_foreign(self, output: Output, present: str) -> None:
        """Raise NotWritten unless the file that is there is this output as deckgen wrote it."""
        record = self._records.get(output.name)
        shown = self.show(output.name)
        if record is None:
            raise NotWritten(
                "output-foreign",
                f"{shown} is there already and not from deckgen",
                "move it away, or overwrite it with --force",
            )
        if record.project != self._project:
            raise NotWritten(
                "output-foreign",
                f"{shown} belongs to another project ({record.project})",
                "use --out DIR, or overwrite it with --force",
            )
        if (*record.owner, record.format) != (*output.owner, output.format):
            raise NotWritten(
                "output-foreign",
                f"{shown} is the {record.format} of {record.deck} for {record.audience}",
                "rename one of the decks or audiences, or remove that file",
            )
        if present != record.sha256:
            raise NotWritten(
                "output-edited",
                f"{shown} has been edited since deckgen wrote it",
                "save your edits under another name, or overwrite them with --force",
            )

    def _remove_untouched(self, name: str, record: Record) -> bool:
        """Remove a file that is as deckgen wrote it, and folders left empty; whether that was done."""
        path = self._path(name)
        try:
            if self._behind_link(name) or self._present(path, name) != record.sha256:
                return False
            os.unlink(path)
        except (NotWritten, OSError):
            return False
        self._remove_empty(os.path.dirname(name))
        return True

    def _behind_link(self, name: str) -> bool:
        parts = name.split("/")[:-1]
        return any(os.path.islink(self._path("/".join(parts[: n + 1]))) for n in range(len(parts)))

    def _remove_empty(self, name: str) -> None:
        with suppress(OSError):
            while name:
                os.rmdir(self._path(name))
                name = os.path.dirname(name)

    def _recover(self) -> None:
        """Take over what a killed run had written but not entered, and remove what it left."""
        for name, record in read_journal(self.path):
            with suppress(OSError):
                if _hash(self._path(name)) == record.sha256:
                    self._records[name] = record
        if os.path.exists(os.path.join(self.path, JOURNAL)):
            self._save()
        remove_leftovers(self.path)
        folders = {os.path.dirname(name) for name in self._records} | set(_folders_in(self.path))
        for folder in folders:
            if folder and not os.path.islink(self._path(folder)):
                remove_leftovers(self._path(folder))
                for slides in _folders_in(self._path(folder)):
                    if slides.endswith(SLIDES):
                        remove_leftovers(os.path.join(self._path(folder), slides))

    def _save(self) -> None:
        manifest = Manifest(outputs=self._records)
        if manifest != self._before:
            save_manifest(self.path, manifest, self.shown)
            self._before = Manifest(outputs=dict(self._records))
        with suppress(OSError):
            os.unlink(os.path.join(self.path, JOURNAL))


def _folders_in(path: str) -> tuple[str, ...]:
    """The names of the folders in a folder; none where it can't be read."""
    with suppress(OSError), os.scandir(path) as entries:
        return tuple(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
    return ()


def _hash(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
