"""One row of a deck that is built for rows: for commands that show one deck, not thousands."""

from __future__ import annotations

import os
from collections import Counter
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from deckgen.batch.plan import audience_meant, audience_said
from deckgen.batch.rows import Row, RowFile, Unusable, open_rows
from deckgen.batch.rows.model import variable_name
from deckgen.batch.where import Where
from deckgen.diagnostics import Diagnostics, did_you_mean
from deckgen.spec.deck import FULL
from deckgen.world import Refused

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.spec.row_file import RowFileSpec
    from deckgen.world import World
    from deckgen.worlds import DiskWorld


def place_of_rows(world: DiskWorld, spec: RowFileSpec | None, said: str | None = None) -> tuple[str, str]:
    """Where the rows lie, and what messages call them. What is `said` on the command line may lie anywhere, `rows:` of
    a deck lies in the project. Raises Unusable."""
    if said is not None:
        return said, said.replace(os.sep, "/")
    assert spec is not None  # else no rows were asked for
    try:
        return world.path_of(spec.file.text), spec.file.text
    except Refused as refused:
        message = f'the rows "{spec.file.text[:80]}" can\'t be read: {refused.reason}'
        raise Unusable(spec.file.span, message, refused.hint or "check its name") from None


def one_row(world: World, project: ProjectBuild, deck: str, said: str | None) -> Row | None:
    """The row that `--row` says, 17 or urn=100123, else the first one; None for a deck without rows, where nothing is
    said. Wrong usage where there is no such row, or no file that can be read."""
    spec = project.rows(deck)
    if spec is None:
        if said is not None:
            raise click.UsageError(f"the deck {deck} is not built for rows, so there is no row {said}")
        return None
    with TemporaryDirectory() as folder:
        try:
            rows = open_rows(*_reached(world, spec, folder))
            for row in rows.rows(Diagnostics()):
                if said is None or _is(row, rows, said):
                    return row
        except Unusable as reason:
            raise click.UsageError(f"{reason.message}; {reason.hint}") from None
    raise click.UsageError(f"there is no row {said or 1} in {rows.shown}")


def _reached(world: World, spec: RowFileSpec, folder: str) -> tuple[str, str]:
    """The file on this disk: as a revision has it, it is copied into `folder`."""
    from deckgen.worlds import DiskWorld

    if isinstance(world, DiskWorld):
        return place_of_rows(world, spec)
    path = os.path.join(folder, f"rows{os.path.splitext(spec.file.text)[1]}")
    try:
        content = world.read(spec.file.text)
    except Refused as refused:
        message = f'the rows "{spec.file.text[:80]}" can\'t be read: {refused.reason}'
        raise Unusable(spec.file.span, message, refused.hint or "check its name") from None
    with open(path, "wb") as file:
        file.write(content)
    return path, spec.file.text


def count_rows(world: DiskWorld, project: ProjectBuild, deck: str) -> dict[str, Any]:
    """The file of a deck's rows, its columns as texts name them, how many rows are wanted, and for which audiences.
    What keeps them from being read is reported."""
    spec, diags = project.rows(deck), project.diagnostics
    counts: Counter[str] = Counter()
    known = project.audiences(deck)
    columns: tuple[str, ...] = ()
    try:
        rows = open_rows(*place_of_rows(world, spec))
        columns = rows.columns
        where = Where(spec.where or () if spec else (), columns)
        for row in rows.rows(Diagnostics()):
            if where.keeps(row.values):
                said = audience_said(row.values)
                counts[audience_meant(said, known) or said or (known[0] if known else FULL)] += 1
    except Unusable as reason:
        diags.error(reason.code, reason.span, reason.message, hint=reason.hint)
    ordered = {name: counts[name] for name in (*known, *counts) if counts[name]}
    file = spec.file.text if spec else ""
    return {"file": file, "columns": list(columns), "wanted": counts.total(), "audiences": ordered}


def take_row(world: World, project: ProjectBuild, deck: str, said: str | None) -> Row | None:
    """The row that is meant, as `one_row` has it; the project compiles for it from now on."""
    row = one_row(world, project, deck, said)
    if row is not None:
        project.take_row(row.values, row.span)
    return row


def audience_of(row: Row, project: ProjectBuild, deck: str) -> str:
    """The audience that the row's deck is for."""
    known, said = project.audiences(deck), audience_said(row.values)
    found = audience_meant(said, known)
    if said and known and found is None:
        raise click.UsageError(f'row {row.number}: the deck has no audience "{said}"; {did_you_mean(said, known)}')
    return found or said or (known[0] if known else FULL)


def _is(row: Row, rows: RowFile, said: str) -> bool:
    """Whether this is the row that is meant: by its number, or by what it has in a column."""
    name, equals, cell = (part.strip() for part in said.partition("="))
    if not equals:
        if not said.isdecimal():
            raise click.UsageError(f'"{said}" is no row: say --row 17, or --row {rows.columns[0]}=…')
        return row.number == int(said)
    column = name if name in rows.columns else variable_name(name)
    if column not in rows.columns:
        hint = did_you_mean(name, rows.columns) or f"the columns are {', '.join(rows.columns[:12])}"
        raise click.UsageError(f'{rows.shown} has no column "{name}"; {hint}')
    return row.values[column].strip() == cell


def say_rows_give(world: DiskWorld, project: ProjectBuild, deck: str) -> None:
    """Where variables have no value that the deck's rows give, say so: it was compiled without any row."""
    spec = project.rows(deck)
    if spec is None:
        return
    try:
        columns = open_rows(*place_of_rows(world, spec)).columns
    except Unusable:
        return
    unknown = [one.message for one in project.diagnostics.errors if one.code == "unknown-variable"]
    asked = [name for name in columns if any(f'"{name}"' in one or f'"row.{name}"' in one for one in unknown)]
    if asked:
        names = ", ".join(asked[:6]) + (" …" if len(asked) > 6 else "")
        project.diagnostics.error(
            "needs-row",
            spec.span,
            f"the rows of {spec.file.text} give {names}, and with an audience named the deck is built without any row",
            hint="leave out --audience (a row's column audience picks its own), or give defaults under vars:",
        )
