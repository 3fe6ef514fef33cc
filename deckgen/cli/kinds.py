"""`deckgen kinds`: the manual of every kind of slide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.options import format_option

if TYPE_CHECKING:
    from deckgen.kinds.base import Kind

EPILOG = """\b
Examples:
  deckgen kinds            what there is
  deckgen kinds points     its slots, and a slide to copy
"""


@click.command("kinds", epilog=EPILOG)
@click.argument("kind", required=False)
@format_option("text", "json")
def command(kind: str | None, format: str) -> None:
    """List the kinds of slide, or explain one.

    A kind says what a slide is (points, quote, contrast), never how it looks: that is the brand's.
    """
    from deckgen.cli.project import known
    from deckgen.cli.report import to_json
    from deckgen.kinds.registry import get_kind, kind_names

    if kind and kind not in kind_names():
        from deckgen.bind.bind import meant_kind  # only mistakes pay for this import

        if (hint := meant_kind(kind)).startswith("did"):
            raise click.UsageError(f'there is no kind "{kind}"; {hint}')
    names = [known(kind, kind_names(), "kind")] if kind else kind_names()
    kinds = [get_kind(name) for name in names]
    if format == "json":
        to_json({"version": 1, "command": "kinds", "kinds": [_entry(found) for found in kinds]})
    elif kind:
        click.echo(_page(kinds[0]))
    else:
        width = max(map(len, names))
        for found in kinds:
            click.echo(f"{found.name.ljust(width)}  {_first_line(found)}")


def _page(kind: Kind) -> str:
    """The manual of a kind, its example at the left margin, ready to be copied."""
    from deckgen.kinds.manual import example, manual

    return f"{kind.name}\n\n{manual(kind).partition('Example:')[0]}Example:\n\n{example(kind).rstrip()}"


def _about(kind: Kind) -> str:
    from deckgen.kinds.manual import manual

    return manual(kind).partition("Slots:\n")[0].partition("Example:\n")[0].strip()


def _first_line(kind: Kind) -> str:
    """What a kind is, in as many whole sentences as its manual has on its first line."""
    line = _about(kind).partition("\n")[0]
    return line if line.endswith(".") else f"{line.rpartition('. ')[0]}."


def _entry(kind: Kind) -> dict[str, Any]:
    from deckgen.kinds.manual import example

    slots = [
        {
            "key": key,
            "type": slot.type.name,
            "required": slot.required,
            "words": slot.advice.words,
            "characters": slot.advice.characters,
            "placeholder": slot.placeholder,
            "doc": slot.doc,
        }
        for key, slot in kind.spec.slots.items()
    ]
    return {"kind": kind.name, "about": _about(kind), "slots": slots, "example": example(kind)}
