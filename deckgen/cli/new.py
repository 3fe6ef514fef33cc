"""`deckgen new`: a small project that builds."""

from __future__ import annotations

import os
import re

import click

from deckgen.cli.options import PathType

EPILOG = """\b
Example:
  deckgen new my-talk
  cd my-talk
  deckgen build
"""

SCAFFOLD = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "scaffold")
_SHIPPED = os.path.join(os.path.dirname(SCAFFOLD), "brand", "plain", "brand.yaml")
UNSIGNED = "Your organisation"
"""What a new project's slides are signed with, until somebody has put a name there."""
_SIGNED = {
    "# The brand that ships with deckgen. Copy this file to assets/brands/<name>/brand.yaml to begin your own;": (
        "# Your brand. It begins as the one that ships with deckgen: put your organisation's name here, twice; then\n"
        "# come your colours and your logo."
    ),
    "name: Wren Valley Schools Trust\n": f"name: {UNSIGNED}\n",
    "lines: [Wren Valley, Schools Trust]\n": f"lines: [{', '.join(UNSIGNED.split())}]\n",
}
"""What the brand that ships says of itself, and what a new project's says instead."""
_RENAMED = {"gitignore": ".gitignore"}  # packagers leave out files that begin with a dot


@click.command("new", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=PathType())
def command(folder: str) -> None:
    """Make a small project that builds.

    It has a deck, an audience, a few slides, and comments that teach. DIR is made if need be; one that
    already holds something is left alone.
    """
    from deckgen.cli.schema import SCHEMAS, schema_text
    from deckgen.output import NotWritten, write_atomically

    _refuse_full(folder)
    files = {**_scaffold(), **{f"schema/{name}.json": schema_text(name).encode() for name in SCHEMAS}}
    try:
        for name, content in files.items():
            path = os.path.join(folder, *name.split("/"))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_atomically(path, content)
    except NotWritten as refusal:
        raise click.ClickException(refusal.line("deckgen new DIR")) from None
    except OSError as error:
        from deckgen.output.atomic import not_made

        raise click.ClickException(not_made(folder, error).line("deckgen new DIR")) from None
    here = os.path.samefile(folder, os.curdir)
    click.echo(
        f"A project with {len(files)} files is in {'this folder' if here else folder}. Next:\n\n"
        f"{'' if here else f'  cd {_quoted(folder)}{chr(10)}'}  deckgen build\n"
        "  deckgen build --to html --watch     to see it in a browser while you write\n\n"
        "Then read decks/talk.yaml: its comments say what can be changed.\n"
        f'Slides are signed "{UNSIGNED}": put its name into assets/brands/plain/brand.yaml before you show any.'
    )


def _quoted(folder: str) -> str:
    """A folder's name as a shell takes it."""
    return folder if re.fullmatch(r"[\w./\\:~+@-]+", folder) else f'"{folder}"'


def _refuse_full(folder: str) -> None:
    try:
        taken = bool(os.listdir(folder))
    except FileNotFoundError:
        return
    except OSError as error:
        from deckgen.output.atomic import not_made

        raise click.ClickException(not_made(folder, error).line("deckgen new DIR")) from None
    if taken:
        raise click.ClickException(f"{folder} holds files already; give the name of a new or empty folder")


def _scaffold() -> dict[str, bytes]:
    """The files of a new project, by path."""
    files = {}
    for folder, _, names in sorted(os.walk(SCAFFOLD)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                below = os.path.relpath(path, SCAFFOLD).replace(os.sep, "/")
                files[_RENAMED.get(below, below)] = file.read()
    return {**files, "assets/brands/plain/brand.yaml": own_brand().encode()}


def own_brand() -> str:
    """The brand that ships, to be signed with one's own name: the name in it is an invented one."""
    with open(_SHIPPED, encoding="utf-8") as file:
        text = file.read()
    for shipped, own in _SIGNED.items():
        assert text.count(shipped) == 1, f"brand plain no longer says {shipped!r}"
        text = text.replace(shipped, own)
    return f"# yaml-language-server: $schema=../../../schema/brand.json\n{text}"
