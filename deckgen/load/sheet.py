"""Files that hold tables: CSV, and workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.world import Refused, World

if TYPE_CHECKING:
    from deckgen.spec.sheet import Sheet, SheetFile

MAX_SHEET = 20_000_000
"""Larger files of data are refused (bytes)."""


def load_sheet(world: World, asked: SheetFile, diags: Diagnostics) -> Sheet | None:
    """The table in a file, or None after reporting what is wrong with it: at its own place in a CSV file."""
    path, span = asked.file, asked.span
    ending = path.rpartition(".")[2].lower()
    if ending not in ("csv", "tsv", "txt", "xlsx", "xlsm"):
        hint = "save the sheet as .xlsx or as CSV (UTF-8)"
        diags.error("unusable-data", span, f'"{path[:80]}" is no file of data that can be read', hint=hint, about=path)
        return None
    try:
        data = world.read(path)
    except Refused as refused:
        hint = refused.hint or _hint(world, path, span)
        said = f'the data "{path[:80]}" can\'t be read: {refused.reason}'
        diags.error("unusable-data", span, said, hint=hint, about=path)
        return None
    if len(data) > MAX_SHEET:
        size = f"is {len(data) / 1e6:.0f} MB large; at most {MAX_SHEET // 10**6} MB are read"
        hint = "keep only the rows that slides show"
        diags.error("unusable-data", span, f'the data "{path}" {size}', hint=hint, about=path)
        return None
    if ending in ("xlsx", "xlsm"):
        from deckgen.load.workbook import load_workbook

        return load_workbook(world, data, asked, diags)
    from deckgen.load.csv_sheet import read_csv

    return read_csv(data, asked, diags)


def _hint(world: World, path: str, span: Span) -> str:
    """Where paths begin; the path as it should be, or the file that was likely meant."""
    if "{{" in path:
        return 'a file has no variables; choose its rows instead: {file: …, where: {urn: "{{ urn }}"}}'
    beside = f"{span.file.rpartition('/')[0]}/{path}"
    if world.exists(beside):
        return f"write {beside}: paths begin at the project's folder"
    folder = path.rpartition("/")[0] or "assets/data"
    try:
        there = [found for ending in (".csv", ".xlsx") for found in world.list(folder, ending)]
    except Refused:
        there = []
    return (
        did_you_mean(path, [one for one in there if one != path])
        or "paths begin at the project's folder: assets/data/results.csv"
    )
