"""`deckgen`: finds the command, and gives every end its exit code.

0 clean, 1 mistakes in the input (or warnings under `--strict`), 2 wrong usage, 130 Ctrl-C. Each
command is imported when it is called for; what it needs, when it runs.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from deckgen.interrupts import INTERRUPTED
from deckgen.version import VERSION

COMMANDS = ("new", "build", "render", "check", "list", "kinds", "explain", "brand", "schema", "verify", "diff", "cache")
EPILOG = """\b
Start here:
  deckgen new my-talk       a small project that builds, with comments that teach
  cd my-talk
  deckgen build             every deck for every audience, into build/

\b
Exit codes: 0 clean, 1 mistakes (or warnings under --strict), 2 wrong usage,
130 stopped by Ctrl-C. A deck with mistakes is not written; the others are.
"""

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Commands(click.Group):
    """The commands in the order one meets them, each in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"deckgen.cli.{cmd_name}").command
        return command

    def resolve_command(
        self,
        ctx: click.Context,
        args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with what was meant by a command that isn't there."""
        if not all(map(str.isascii, args)):
            from deckgen.cli.usage import check_dashes

            check_dashes(args)
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from deckgen.cli.other_commands import meant_command

            ctx.fail(f'there is no command "{args[0]}"; {meant_command(args[0], args[1:], COMMANDS)}')
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, epilog=EPILOG, context_settings=CONTEXT)
@click.version_option(VERSION, message="deckgen %(version)s")
def cli() -> None:
    """Compile YAML slide specs into branded, native, editable PowerPoint decks."""


def main() -> int:
    """Run the command line; the exit code."""
    _make_streams_forgiving()
    _take_sigterm_as_ctrl_c()
    try:
        return int(cli.main(prog_name="deckgen", standalone_mode=False) or 0)
    except click.UsageError as error:
        from deckgen.cli.usage import show_usage_error

        show_usage_error(error, sys.argv[1:], cli)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # `deckgen list | head`, of which click makes an exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if os.environ.get("DECKGEN_DEBUG"):
            raise
        named = f"{error.filename}: " if error.filename else ""
        click.echo(f"deckgen could not go on: {named}{(error.strerror or str(error)).lower()}", err=True)
        return _code_of(error)
    except Exception as error:  # the last resort: a bug of ours, without a page of traceback
        if os.environ.get("DECKGEN_DEBUG"):
            raise
        click.echo(
            f"deckgen has failed: {type(error).__name__}: {error}\n"
            "This is a mistake of deckgen's, not of yours. DECKGEN_DEBUG=1 shows where it happened.",
            err=True,
        )
        return _code_of(error)


def _code_of(error: Exception) -> int:
    """1, unless a command in which that means something else has given the error another code."""
    return int(getattr(error, "exit_code", 1))


def _make_streams_forgiving() -> None:
    """A terminal that can't show a character shows its code; it doesn't end the run. Nor does a closed one."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 - it is open as long as the process
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _take_sigterm_as_ctrl_c() -> None:
    """A stopped CI job ends like an interrupted one: whole files, leftovers removed."""
    import signal

    from deckgen.interrupts import between_imports

    signal.signal(signal.SIGTERM, between_imports)
