"""`deckgen diff`: what is other in one deck than in another."""

from __future__ import annotations

import click

from deckgen.cli.options import PathType, set_option

EPILOG = """\b
Examples:
  deckgen diff joining-a-trust                    what the last commit has against what lies here
  deckgen diff                                    all decks, the last commit against what lies here
  deckgen diff main...                            all decks, what this branch has done to them
  deckgen diff joining-a-trust --rev main...      what this branch has done to one
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
@click.argument("before", metavar="[A]", required=False)
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
    before: str | None,
    after: str | None,
    revisions: tuple[str, ...],
    format: str,
    output: str | None,
    telling: bool,
    settings: dict[str, str],
    row: str | None,
) -> None:
    """Compare decks, files and revisions, word by word.

    A and B are each a file (talk.pptx), a deck of this project (talk, talk:governors), or a deck as a
    git revision has it (HEAD~1:talk, main:talk:governors). A DECK alone is compared with the last commit,
    a FILE alone that deckgen has built with the deck it was built from.

    A REVISION alone, or nothing, compares all decks of the project for all their audiences, in one report.
    """
    from deckgen.cli.compared import Compared, sides_of, trouble_ends_with
    from deckgen.cli.compared_decks import LAST_COMMIT, compare_decks, states, tell_decks

    if format == "html" and output is None:
        raise click.UsageError("a page goes to a file: add -o diff.html")
    trouble = 2 if telling else 1
    with trouble_ends_with(trouble), sides_of(settings, row) as sides:
        between = states(sides, before, after, revisions)
        if before is not None and between is None:
            compared = Compared(sides, before, after, revisions)
            if compared.failed:
                ctx.exit(trouble)
            compared.tell(format, output)
            ctx.exit(int(telling and not compared.difference.nothing))
    if format == "html":
        raise click.UsageError("a page is of one deck: deckgen diff DECK --format html -o diff.html")
    with trouble_ends_with(trouble), sides_of(settings, row, first=True) as sides:
        difference = compare_decks(sides, between or LAST_COMMIT, row)
        tell_decks(difference, format, output)
        ctx.exit(trouble if difference.failed else int(telling and not difference.nothing))
