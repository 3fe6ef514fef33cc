"""`--to`, `--width`, `--per-page` and `--no-notes`: what a build is to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from deckgen.write.formats import Options

ALL = "all"
WIDTHS = (16, 16_384)
"""The least and the most pixels that a picture has across."""
SHEETS = ("2", "3", "6")
"""How many slides a sheet of a handout may have."""
_MEANT = {"powerpoint": "pptx", "ppt": "pptx", "jpg": "png", "jpeg": "png", "docx": "script", "md": "script"}
"""What others call them."""


def take_formats(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """`--to pdf,png --to html` as names in their own order, each once; wrong usage for one that isn't there."""
    if not values:
        return ("pptx",)
    from deckgen.write.formats import SUFFIXES

    named = [name.strip().lower() for value in values for name in value.split(",")]
    wanted = [name for name in named if name]
    if not wanted:
        raise click.BadParameter(f"name an output: {', '.join(SUFFIXES)} or {ALL}")
    for name in wanted:
        if name not in SUFFIXES and name != ALL:
            raise click.BadParameter(f'there is no output "{name}"; {_hint(name, (*SUFFIXES, ALL))}')
    if ALL in wanted:
        return tuple(SUFFIXES)
    return tuple(name for name in SUFFIXES if name in wanted)


def complete_formats(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """What a shell offers after `--to pdf,h`: `pdf,html` and `pdf,handout`."""
    from deckgen.write.formats import SUFFIXES

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in (*SUFFIXES, ALL) if name.startswith(last)]


def _hint(name: str, names: tuple[str, ...]) -> str | None:
    from deckgen.diagnostics import did_you_mean

    meant = _MEANT.get(name)
    return f'did you mean "{meant}"?' if meant else did_you_mean(name, names)


def options_for(formats: tuple[str, ...], width: int | None, per_page: str | None, *, notes: bool = True) -> Options:
    """The options of formats; wrong usage for one that none of them has."""
    if width is not None and "png" not in formats:
        raise click.UsageError("--width is for pictures in pixels; say --to png as well")
    if per_page is not None and "handout" not in formats:
        raise click.UsageError("--per-page is for handouts; say --to handout as well")
    if not notes and "html" not in formats:
        raise click.UsageError("--no-notes is for HTML; say --to html as well")
    from deckgen.write.formats import Options

    given = Options()
    return Options(width=width or given.width, per_page=int(per_page or given.per_page), notes=notes)
