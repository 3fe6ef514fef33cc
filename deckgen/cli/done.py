"""What became of the files of a build, and the lines that tell it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from deckgen.cli.report import counted
from deckgen.output import Output

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostics
    from deckgen.report.model import Built

Status = Literal["written", "unchanged", "failed", "refused"]

_SLIDE = re.compile(r"(.*\.slides/)[^/]+(\.\w+)")


class Put(Struct, frozen=True):
    """A file, as shown to the user, and what became of it."""

    path: str
    status: Status


class Done(Struct, frozen=True, kw_only=True):
    """What became of one format of one deck. `stale` are earlier files of the deck that lie there still; `again` says
    that the deck had failed the last time."""

    output: Output
    files: tuple[Put, ...]
    slides: int = 0
    stale: tuple[str, ...] = ()
    again: bool = False

    @property
    def failed(self) -> bool:
        """Whether the deck has errors, so that nothing was written."""
        return any(file.status == "failed" for file in self.files)

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """Status, path and remark of each file; of the slides' own files, one line for all."""
        groups: dict[str, list[Put]] = {}
        for file in self.files:
            groups.setdefault(_pattern(file.path), []).append(file)
        for path, files in groups.items():
            yield from self._group(path, files)

    def _group(self, path: str, files: list[Put]) -> Iterator[tuple[str, str, str]]:
        again = ", sound again" if self.again else ""
        slides = counted(self.slides, "slide") if self.slides else ""
        if path == files[0].path:
            yield from ((file.status, file.path, f"{slides}{again}") for file in files)
            return
        yield from ((file.status, file.path, "") for file in files if file.status == "refused")
        written = sum(file.status == "written" for file in files)
        sound = sum(file.status != "refused" for file in files)
        if sound:
            told = f"{written} of {counted(len(files), 'slide')}" if 0 < written < len(files) else slides
            yield "written" if written else "unchanged", path, f"{told}{again}"

    def entries(self) -> Iterator[dict[str, Any]]:
        """The files for programs."""
        for number, file in enumerate(self.files):
            yield {
                "path": file.path,
                "deck": self.output.deck,
                "audience": self.output.audience,
                "format": self.output.format,
                "status": file.status,
                "slides": self.slides,
                "stale": self.stale if number == 0 else (),
            }


def failed_lines(paths: Sequence[str], stale: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Status, path and remark for a deck that failed: a line for all its files, and what an earlier build has left."""
    yield "failed", paths[0], f"and {counted(len(paths) - 1, 'more file')}" if paths[1:] else ""
    for path, remark in gathered(stale, "is from an earlier build", "from an earlier build"):
        yield "stale", path, remark


def gathered(paths: Iterable[str], one: str, more: str) -> Iterator[tuple[str, str]]:
    """Each path with the remark `one`; slides' own files as one path, with their number and the remark `more`."""
    for path, count in _counted(paths):
        yield path, one if count == 1 else f"{counted(count, 'file')} {more}"


def _counted(paths: Iterable[str]) -> Iterator[tuple[str, int]]:
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(_pattern(path), []).append(path)
    yield from ((group[0] if len(group) == 1 else pattern, len(group)) for pattern, group in groups.items())


def _pattern(path: str) -> str:
    """The path of a slide's own file as that of all: `talk.slides/*.png`; others as they are."""
    match = _SLIDE.fullmatch(path)
    return f"{match[1]}*{match[2]}" if match else path


def built(done: Sequence[Done], said: Diagnostics, seconds: float) -> Built:
    """What a report says of a deck for an audience, of which these formats were made."""
    from deckgen.report.model import Built, messages_of

    files = [file for one in done for file in one.files]
    statuses = {file.status for file in files}
    first = done[0].output
    return Built(
        deck=first.deck,
        name=first.name,
        audience=first.audience,
        status=next((status for status in ("failed", "refused", "written") if status in statuses), "unchanged"),
        seconds=seconds,
        slides=max(one.slides for one in done),
        size=sum(_size(file.path) for file in files if file.status in ("written", "unchanged")),
        **messages_of(tuple(said)),
    )


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
