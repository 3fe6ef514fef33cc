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

    names = [known(kind, kind_names(), "kind")] if kind else kind_names()
    kinds = [get_kind(name) for name in names]
    if format == "json":
        to_json({"version": 1, "command": "kinds", "kinds": [_entry(found) for found in kinds]})
    elif kind:
        click.echo(manual(kinds[0]))
    else:
        width = max(map(len, names))
        for found in kinds:
            click.echo(f"{found.name.ljust(width)}  {_first_line(found)}")


def manual(kind: Kind) -> str:
    """The manual page of a kind: what it is for, its slots, an example that builds."""
    from inspect import cleandoc

    about, _, example = cleandoc(kind.__doc__ or "").partition("Example:\n")
    return f"{kind.name}\n\n{about.strip()}\n\nSlots:\n{_slot_table(kind)}\n\nExample:\n\n{cleandoc(example)}"


def _slot_table(kind: Kind) -> str:
    """A line per slot: key, what it takes, whether it must be there, where it stands, remarks."""
    rows = [("slot", "takes", "", "placeholder", "")]
    for key, slot in kind.spec.slots.items():
        advice = "" if str(slot.advice) == "–" else f"reads well with {slot.advice}"
        remarks = "; ".join(filter(None, (slot.doc, advice)))
        rows.append((key, slot.type.name, "required" if slot.required else "", slot.placeholder, remarks))
    widths = [max(len(row[n]) for row in rows) for n in range(4)]
    return "\n".join(
        "  ".join(("", *(cell.ljust(w) for cell, w in zip(row, (*widths, 0), strict=True)))).rstrip()
        for row in rows
    )


def _first_line(kind: Kind) -> str:
    return (kind.__doc__ or "").strip().partition("\n")[0]


def _entry(kind: Kind) -> dict[str, Any]:
    from inspect import cleandoc

    about, _, example = cleandoc(kind.__doc__ or "").partition("Example:\n")
    return {
        "kind": kind.name,
        "about": about.strip(),
        "example": cleandoc(example),
        "slots": [
            {
                "key": key,
                "takes": slot.type.name,
                "required": slot.required,
                "doc": slot.doc,
                "words": slot.advice.words,
                "characters": slot.advice.characters,
                "placeholder": slot.placeholder,
            }
            for key, slot in kind.spec.slots.items()
        ],
    }
