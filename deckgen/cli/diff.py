"""`deckgen diff`: what is other in one deck than in another."""

from __future__ import annotations

import click

from deckgen.cli.options import PathType, set_option

EPILOG = """\b
Examples:
  deckgen diff joining-a-trust                    what the last commit has against what lies here
  deckgen diff joining-a-trust --rev main...      what this branch has done to it
  deckgen diff joining-a-trust --format html -o diff.html
  deckgen diff joining-a-trust:governors joining-a-trust:parents
  deckgen diff HEAD~1:joining-a-trust:governors joining-a-trust:governors
  deckgen diff joining-a-trust back-from-anna.pptx       what somebody changed by hand
  deckgen diff old.pptx new.pptx

\b
Exit codes: 0 compared, 1 a side is damaged or has mistakes, 2 wrong usage.
With --exit-code, as diff and git have them: 0 the same, 1 they differ,
2 trouble of any sort.
"""


@click.command("diff", epilog=EPILOG)
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", required=False)
@click.option(
    "--rev",
    "revisions",
    multiple=True,
    metavar="REV",
    help="Of one DECK: this revision against what lies here; twice: the first against the second. "
    "'main...' is where this branch left main.",
)
@click.option(
    "--format",
    "format",
    type=click.Choice(("text", "json", "markdown", "html")),
    default="text",
    show_default=True,
    help="How the result is told.",
)
@click.option("-o", "--output", type=PathType(dir_okay=False), metavar="FILE", help="Write to FILE instead.")
@click.option("--exit-code", "telling", is_flag=True, help="End with 0 for the same, 1 for differences, 2 for trouble.")
@click.option("--row", metavar="ROW", help="Of decks with rows: this one, by its number, or urn=100123.")
@set_option
@click.pass_context
def command(
    ctx: click.Context,
    before: str,
    after: str | None,
    revisions: tuple[str, ...],
    format: str,
    output: str | None,
    telling: bool,
    settings: dict[str, str],
    row: str | None,
) -> None:
    """Compare two decks, slide by slide and word by word.

    A and B are each a file (talk.pptx), a deck of this project (talk, talk:governors), or a deck as a
    git revision has it (HEAD~1:talk, main:talk:governors). A DECK alone is compared with the last commit,
    a FILE alone that deckgen has built with the deck it was built from.
    """
    from deckgen.cli.compared import Compared, sides_of, trouble_ends_with

    if format == "html" and output is None:
        raise click.UsageError("a page goes to a file: add -o diff.html")
    with trouble_ends_with(2 if telling else 1), sides_of(settings, row) as sides:
        compared = Compared(sides, before, after, revisions)
        if compared.failed:
            ctx.exit(2 if telling else 1)
        compared.tell(format, output)
        ctx.exit(int(telling and not compared.difference.nothing))
