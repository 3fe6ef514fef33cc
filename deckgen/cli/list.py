"""`deckgen list`: decks, their audiences, slides, and where each slide is used; or facts, or icons."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.options import format_option
from deckgen.cli.report import counted

if TYPE_CHECKING:
    from deckgen.api import ProjectBuild
    from deckgen.worlds import DiskWorld

EPILOG = """\b
Examples:
  deckgen list
  deckgen list --format json
  deckgen list --facts
  deckgen list --icons school
"""


@click.command("list", epilog=EPILOG)
@click.option("--icons", is_flag=True, help="List the icons instead; a WORD picks those it stands for.")
@click.option("--facts", is_flag=True, help="List the facts instead: their values, and where each is used.")
@click.argument("word", required=False, default="")
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, word: str, icons: bool, facts: bool, format: str) -> None:
    """List decks, audiences and slides; or facts, or icons.

    Each deck with its audiences and how many slides they see, each slide with the decks that use it."""
    if icons and facts:
        raise click.UsageError("--icons and --facts are two lists; ask for one at a time")
    if word and not icons:
        if word in ("icons", "facts"):
            raise click.UsageError(f"write: deckgen list --{word}")
        raise click.UsageError(f'"{word}" means nothing here; icons are found by: deckgen list --icons {word}')
    if icons:
        _list_icons(word, format)
        return
    from deckgen.cli.project import open_project
    from deckgen.cli.report import exit_code, tell, to_json

    if facts:
        from deckgen.cli.facts import list_facts

        ctx.exit(list_facts(format))
    world, project = open_project()
    decks = [_deck(project, deck) | _rows(world, project, deck) for deck in project.decks()]
    slides = {slide: [use.deck for use in uses] for slide, uses in sorted(project.uses().items())}
    if format == "json":
        from deckgen.diagnostics.render_json import as_data

        there = project.slides()
        told = [{"slide": s, "decks": sorted(set(used)), "missing": s not in there} for s, used in slides.items()]
        to_json({**as_data(project.diagnostics), "command": "list", "decks": decks, "slides": told})
    else:
        for deck in decks:
            click.echo(_paragraph(deck))
        click.echo(_slide_lines(slides, project.slides()))
        tell(project.diagnostics, world)
    ctx.exit(exit_code(project.diagnostics, strict=False))


def _list_icons(word: str, format: str) -> None:
    """Tell the icons whose names or words hold `word`."""
    from deckgen.cli.report import to_json
    from deckgen.icons.find import icon_hint, icon_names
    from deckgen.icons.lucide import ICONS

    names = icon_names(word)
    if format == "json":
        to_json({"command": "list", "icons": [{"icon": name, "words": ICONS[name][0].split()} for name in names]})
        return
    width = max(map(len, names), default=0)
    for name in names:
        words = f"{name.ljust(width)}  {ICONS[name][0].replace(' ', ', ')}"
        click.echo(words if len(words) <= 110 else f"{words[:109].rpartition(',')[0]} …")
    if not names:
        near = icon_hint(word)
        act = near if near.startswith("did") else "`deckgen list --icons` lists them all"
        click.echo(f'no icon stands for "{word}"; {act}')


def _deck(project: ProjectBuild, deck: str) -> dict[str, Any]:
    """What there is to say of a deck; no audiences where it can't be read."""
    names = project.audiences(deck)
    file = project.pipeline.project.deck(deck, project.diagnostics)
    declared = (file.spec.audiences or {}) if file else {}
    audiences = [
        {
            "audience": name,
            "label": (declared[name].label if name in declared else None) or name,
            "slides": sum(entry.seen_by(name) for entry in file.entries) if file else 0,
        }
        for name in names
    ]
    return {"deck": deck, "file": f"decks/{deck}.yaml", "audiences": audiences}


def _rows(world: DiskWorld, project: ProjectBuild, deck: str) -> dict[str, Any]:
    """The file of rows that a deck is built for, and how many rows each audience has; {} for a deck without rows."""
    if project.rows(deck) is None:
        return {}
    from deckgen.cli.one_row import count_rows

    return {"rows": count_rows(world, project, deck)}


def _paragraph(deck: dict[str, Any]) -> str:
    width = max((len(entry["audience"]) for entry in deck["audiences"]), default=0)
    lines = [f"{deck['deck']}  ({deck['file']})"]
    for entry in deck["audiences"]:
        label = "" if entry["label"] == entry["audience"] else f"  {entry['label']}"
        number = counted(entry["slides"], "slide").rjust(len("100 slides"))
        lines.append(f"  {entry['audience'].ljust(width)}  {number}{label}")
    if rows := deck.get("rows"):
        several = len(rows["audiences"]) > 1
        told = ", ".join(f"{name} {count:,}" for name, count in rows["audiences"].items()) if several else ""
        lines.append(f"  a deck for each of {rows['wanted']:,} rows of {rows['file']}" + (f": {told}" if told else ""))
        asked = ", ".join(rows["columns"])
        some = asked if len(asked) <= 1_000 else f"{asked[:1_000].rpartition(',')[0]} …"
        lines += [f"  whose columns are {some}"] if asked else []
    return "\n".join([*lines, ""])


def _slide_lines(slides: dict[str, list[str]], there: Collection[str]) -> str:
    width = max(map(len, slides), default=0)
    lines = []
    for slide, used in slides.items():
        remark = "" if slide in there else "  (there is no such slide)"
        lines.append(f"  {slide.ljust(width)}  {', '.join(sorted(set(used))) or 'not used'}{remark}")
    return "\n".join(["Slides", *lines])
