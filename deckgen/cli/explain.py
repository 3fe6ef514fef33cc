"""`deckgen explain`: where each value of a slide comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.options import format_option, row_option, set_option

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.bind.explain import Row
    from deckgen.resolve.model import ResolvedDeck

EPILOG = """\b
Example:
  deckgen explain joining-a-trust trusts/definition --audience governors

\b
Values come from, the later over the earlier: the kind's default, the brand,
the deck's defaults, the slide file, its variant for the audience, the entry
in the running order (with), the entry's variant. Of a deck with rows, what the
row gives is told as well:
  deckgen explain your-school attendance --row urn=900004
"""


@click.command("explain", epilog=EPILOG)
@click.argument("deck")
@click.argument("named", metavar="[SLIDE]", required=False)
@click.option("--audience", "-a", metavar="NAME", help="For this audience.  [default: full, or the row's]")
@click.option("--slide", "-s", metavar="ID", help="The slide's id in this deck, as SLIDE.")
@row_option
@set_option
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Say where a slide's values come from.

    SLIDE is its id in the deck. A line for each value: its slot, the value in short, the layer that
    gives it, file and line."""
    from deckgen.bind.explain import explain
    from deckgen.cli.one_row import audience_of, take_row
    from deckgen.cli.project import known, known_deck, open_project
    from deckgen.cli.report import tell, to_json

    world, project = open_project(given["settings"])
    deck = known_deck(project, given["deck"])
    row = take_row(world, project, deck, given["row"])
    audience = given["audience"] or (audience_of(row, project, deck) if row else "full")
    resolved = _resolved(project, deck, audience)
    if resolved is None:
        tell(project.diagnostics, world)
        ctx.exit(1)
    there = [found.id for found in resolved.slides]
    if (
        project.diagnostics.errors and (given["slide"] or given["named"]) not in there
    ):  # it may be in what can't be read
        tell(project.diagnostics, world)
        ctx.exit(1)
    slide = known(_slide(given, deck, there), there, "slide", f" in {deck} for {audience}")
    rows = explain(resolved, slide, project.pipeline.settings) or ()
    if given["format"] == "json":
        to_json({"version": 1, "command": "explain", "deck": deck, "audience": audience, "slide": slide, "rows": rows})
    else:
        click.echo(_table(rows))


def _slide(given: Mapping[str, Any], deck: str, slides: Sequence[str]) -> str:
    """The id of the slide that is asked for; wrong usage, with those that there are, where none is."""
    if given["slide"] and given["named"]:
        raise click.UsageError(f'"{given["named"]}" and --slide both name a slide')
    asked: str | None = given["slide"] or given["named"]
    if asked is None:
        there = f"{', '.join(slides[:20])}{' …' if slides[20:] else ''}" or "none"
        raise click.UsageError(f"name a slide: deckgen explain {deck} ID; {deck} has {there}")
    return asked


def _resolved(project: ProjectBuild, deck: str, audience: str) -> ResolvedDeck | None:
    """The deck for the audience, or None after reporting; wrong usage for an audience it hasn't."""
    from deckgen.cli.project import known
    from deckgen.resolve.resolve import resolve

    names = project.audiences(deck)
    if not names:
        return None
    pipeline = project.pipeline
    return resolve(
        pipeline.project, deck, known(audience, names, "audience"), project.diagnostics, settings=pipeline.settings
    )


def _table(rows: tuple[Row, ...]) -> str:
    lines = [(row.slot, row.value or "–", row.layer, str(row.span) if row.span else "") for row in rows]
    widths = [max(len(line[n]) for line in lines) for n in range(3)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, (*widths, 0), strict=True)).rstrip() for line in lines
    )
