"""Diagnostics on their way to the user, and the exit code they mean."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

import click

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic, Diagnostics


class Readable(Protocol):
    """As much of a world as showing an excerpt needs."""

    def open(self, path: str) -> BinaryIO: ...


def in_color(stream: Any = None) -> bool:
    """Whether to colour what goes to `stream` (stderr): on a terminal that wants it (no-color.org)."""
    stream = stream or sys.stderr
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


_HEAD = 1024
"""So many bytes tell whether a file is a text: no text has a zero among them."""


def text_of(world: Readable, diags: Iterable[Diagnostic]) -> Callable[[str], str | None]:
    """Gives a file's text for excerpts that show `diags`, None where it can't be read, or is none: a workbook, say.

    Lines that none of them names are empty in it: a file of rows may have hundreds of thousands.
    """
    spans = [span for one in diags for span in (one.span, *(note.span for note in one.notes))]
    named = {(span.file, line) for span in spans for line in (span.line, span.end_line)}

    from deckgen.world import Refused

    def read(path: str) -> str | None:
        try:
            with world.open(path) as file:
                if b"\0" in file.read(_HEAD):
                    return None
                file.seek(0)
                lines = enumerate(TextIOWrapper(file, "utf-8", errors="replace"), 1)
                kept = (line if (path, n) in named else "\n" * line.endswith("\n") for n, line in lines)
                return "".join(kept).lstrip("\ufeff")
        except (Refused, OSError):
            return None

    return read


def tell(diags: Diagnostics, world: Readable) -> None:
    """All diagnostics, for people, on stderr."""
    if len(diags):
        from deckgen.diagnostics.render_text import render_text

        click.echo(render_text(diags, text_of(world, diags), color=in_color()), err=True)


def to_json(account: dict[str, Any]) -> None:
    """A command's account, for programs, on stdout."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(account), indent=2))


def counted(number: int, what: str) -> str:
    """'1 slide', '2 slides'."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def exit_code(diags: Diagnostics, *, strict: bool) -> int:
    """0 when clean, 1 for mistakes, or for anything at all when `strict`."""
    return int(bool(diags.errors) or (strict and len(diags) > 0))
