"""`deckgen list --facts`: what each fact says, where it is used, and which have expired."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.project import open_project
from deckgen.cli.report import exit_code, tell, to_json

if TYPE_CHECKING:
    from deckgen.api import FactUse, ProjectBuild
    from deckgen.spec.facts import Fact
    from deckgen.world import World


def list_facts(format: str) -> int:
    """Tell the facts as text or JSON; gives the exit code."""
    world, project = open_project()
    facts = _facts(project, world)
    if format == "json":
        from deckgen.diagnostics.render_json import as_data

        to_json({**as_data(project.diagnostics), "command": "list", "facts": facts})
    else:
        click.echo("\n".join(_lines(facts)) or "This project has no facts: write them into assets/data/facts.yaml.")
        tell(project.diagnostics, world)
    return exit_code(project.diagnostics, strict=False)


def _facts(project: ProjectBuild, world: World) -> list[dict[str, Any]]:
    """What there is to say of each fact, in the file's order; then of those that are used and not there."""
    file = project.facts()
    day = world.today if world.epoch is None else date(1970, 1, 1) + timedelta(seconds=world.epoch)
    facts = file.facts if file else {}
    return [_fact(name, facts.get(name), uses, day) for name, uses in project.fact_uses().items()]


def _fact(name: str, fact: Fact | None, uses: tuple[FactUse, ...], day: date) -> dict[str, Any]:
    told: dict[str, Any] = {"fact": name, "missing": fact is None}
    if fact is not None:
        told |= {
            "file": fact.span.file,
            "line": fact.span.line,
            "value": fact.value,
            "words": fact.name if fact.broken else fact.shown("en-GB"),
            "unit": fact.unit,
            "source": fact.source,
            "as_of": fact.as_of,
            "expires": fact.expires,
            "expired": bool(fact.expired(day)),
        }
    return told | {"uses": [_use(use) for use in uses]}


def _use(use: FactUse) -> dict[str, Any]:
    return {"file": use.span.file, "line": use.span.line, "col": use.span.col, "decks": list(use.decks)}


def _lines(facts: list[dict[str, Any]]) -> list[str]:
    width = max((len(fact["fact"]) for fact in facts), default=0)
    lines = []
    for fact in facts:
        lines.append(f"{fact['fact'].ljust(width)}  {_remark(fact)}".rstrip())
        for use in fact["uses"]:
            decks = f"  {', '.join(use['decks'])}" if use["decks"] else "  (in no deck)"
            lines.append(f"  {use['file']}:{use['line']}:{use['col']}{decks}")
    return lines


def _remark(fact: dict[str, Any]) -> str:
    """'94.2%, expired on 2026-08-31, not used'."""
    if fact["missing"]:
        return "there is no such fact"
    parts = [fact["words"]]
    if fact["expires"]:
        parts.append(f"{'expired' if fact['expired'] else 'expires'} on {fact['expires']}")
    return ", ".join([*parts, *([] if fact["uses"] else ["not used"])])
