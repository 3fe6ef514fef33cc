"""The project's facts: assets/data/facts.yaml, or facts.csv with a row for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.load.nodes import Entry, MapNode, Node, ScalarNode, scalars
from deckgen.load.yaml import load_yaml
from deckgen.resolve.project import FACTS
from deckgen.spec.facts import FactFile
from deckgen.spec.place import place
from deckgen.spec.sheet import Sheet, SheetFile
from deckgen.spec.slots import BindContext, clipped
from deckgen.spec.types.facts import FactSpec, bind_facts
from deckgen.spec.variables import FACT_USE
from deckgen.world import World


def read_facts(world: World, diags: Diagnostics) -> FactFile | None:
    """The file of facts, or None where there is none; what is wrong with it is reported."""
    found = [path for path in (f"{FACTS}.yaml", f"{FACTS}.csv") if world.exists(path)]
    if not found:
        return None
    if len(found) > 1:
        diags.error(
            "two-facts", Span.of_file(found[1]), f"facts stand in {found[0]} as well", hint="keep one of the two files"
        )
    path = found[0]
    node = load_yaml(world, path, diags, may_be_empty=True) if path.endswith(".yaml") else _table(world, path, diags)
    whole = not diags.errors
    facts = bind_facts(node, BindContext(diags)) if node is not None else {}
    return FactFile(path, facts, whole and bool(facts or not diags.errors))


def _table(world: World, path: str, diags: Diagnostics) -> Node | None:
    """The rows of a CSV file as YAML would have them, under their names."""
    from deckgen.load.sheet import load_sheet

    sheet = load_sheet(world, SheetFile(path, Span.of_file(path)), diags)
    if sheet is None or not _check_header(sheet, diags):
        return None
    entries: dict[str, Entry] = {}
    for row, cells in enumerate(sheet.rows):
        name = ScalarNode(cells[sheet.header.index("name")], sheet.span(row, sheet.header.index("name")))
        if name.text in entries:
            message = f'two facts are called "{clipped(name.text)}"'
            diags.error("duplicate-name", name.span, message, hint="rename one, or delete it")
        entries[name.text] = Entry(name, _row(sheet, row))
    return MapNode(entries, Span.of_file(path))


def _check_header(sheet: Sheet, diags: Diagnostics) -> bool:
    """Whether the columns are those of facts; if not, that is reported."""
    known = ("name", *FactSpec.slots)
    wrong = [number for number, header in enumerate(sheet.header) if header not in known]
    for number in wrong:
        message = f'facts have no "{clipped(sheet.header[number])}"'
        diags.error("unknown-column", sheet.span(-1, number), message, hint=did_you_mean(sheet.header[number], known))
    missing = [name for name in ("name", "value") if name not in sheet.header]
    for name in missing if not wrong else ():
        message = f'this file of facts has no column "{name}"'
        diags.error("missing", sheet.span(-1, 0), message, hint=f'add "{name}" to the first line')
    return not wrong and not missing


def _row(sheet: Sheet, row: int) -> MapNode:
    """A row without its name, and without what is empty."""
    entries = {
        header: Entry(ScalarNode(header, sheet.span(-1, column)), ScalarNode(cell, sheet.span(row, column)))
        for column, (header, cell) in enumerate(zip(sheet.header, sheet.rows[row], strict=True))
        if cell and header != "name"
    }
    return MapNode(entries, sheet.span(row, sheet.header.index("name")))


def fact_uses(node: Node, context: BindContext) -> Iterator[tuple[str, Span]]:
    """Every fact that the texts of a file ask for, with its place, in the file's order."""
    for text in scalars(node):
        for match in re.finditer(FACT_USE, text.text):
            nth = text.text[: match.start()].count(match[0])
            yield match[1], place(text, match[0], nth, context)
