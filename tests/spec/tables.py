"""Data of a slide, bound: what the tests of tables, files of data and facts ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckgen.diagnostics import Diagnostics
from deckgen.load.sheet import load_sheet
from deckgen.spec.data import Data
from deckgen.spec.slots import BindContext, bind
from deckgen.spec.types.data import DataSpec
from deckgen.worlds import MemoryWorld
from tests.spec.reading import FILE, read


class TableSpec(DataSpec):
    """A table's data."""


class ChartSpec(DataSpec):
    """A chart's data."""

    numbers = True


def table(
    yaml: str, files: Mapping[str, str | bytes] | None = None, *, spec: type[DataSpec] = TableSpec, **context: Any
) -> tuple[Data | None, Diagnostics]:
    """The data of the slide `yaml` in a project with `files`, and what is said of it."""
    world = MemoryWorld({FILE: yaml, **(files or {})})
    diags = Diagnostics()
    given = BindContext(diags, source=lambda _: yaml, sheet=lambda asked: load_sheet(world, asked, diags), **context)
    found = bind(spec, read(yaml), given, what="slide")
    return (found.table if found else None), diags


def from_csv(csv: str | bytes, choice: str = "", **options: Any) -> tuple[Data | None, Diagnostics]:
    """The data of a CSV file, `choice` being what stands beside its name in braces."""
    return table(f"data: {{file: d.csv{', ' if choice else ''}{choice}}}\n", {"d.csv": csv}, **options)


def words(data: Data | None) -> list[list[str]]:
    """The cells' words, row by row."""
    return [[cell.words for cell in row] for row in data.rows] if data else []
