"""`deckgen schema`: what deck, slide, brand and facts files may hold, as JSON Schema."""

from __future__ import annotations

import click

SCHEMAS = ("deck", "slide", "brand", "facts")

EPILOG = """\b
Examples:
  deckgen schema slide > schema/slide.json

\b
An editor that knows YAML then completes and checks while you type, when the
file begins with:
  # yaml-language-server: $schema=../schema/slide.json
"""


@click.command("schema", epilog=EPILOG)
@click.argument("name", metavar="deck|slide|brand|facts", type=click.Choice(SCHEMAS))
def command(name: str) -> None:
    """Write a JSON Schema for editors.

    It says what deck, slide, brand or facts files may hold."""
    click.echo(schema_text(name), nl=False)


def schema_text(name: str) -> str:
    """The schema as JSON, indented, with a line end."""
    import msgspec

    from deckgen import api

    return msgspec.json.format(msgspec.json.encode(api.schema(name)), indent=2).decode() + "\n"
