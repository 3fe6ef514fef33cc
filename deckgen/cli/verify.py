"""`deckgen verify`: whether PowerPoint will open a file without repair."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import PathType, format_option, look_beside, strict_option

if TYPE_CHECKING:
    from deckgen.verify import Finding

LARGEST = 500 * 1024 * 1024
"""Larger files are not read (bytes)."""

EPILOG = """\b
Examples:
  deckgen verify build/talk/talk.pptx
  deckgen verify --format json *.pptx

\b
Exit codes: 0 no errors, 1 errors (with --strict: warnings, too) or a file that
can't be read, 2 wrong usage.
"""


@click.command("verify", epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=PathType())
@strict_option
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], strict: bool, format: str) -> None:
    """Find faults that PowerPoint would repair.

    Goes beyond schema validation: dangling relationships, missing content types, duplicate ids, broken
    tables and charts. Takes any .pptx or .potx, whoever wrote it, and changes nothing.
    """
    from deckgen.cli.report import to_json

    found = {file: _findings(file) for file in files}
    if format == "json":
        to_json({"version": 1, "command": "verify", "files": [_entry(*pair) for pair in found.items()]})
    else:
        for file, findings in found.items():
            _tell(file, findings)
    ctx.exit(int(any(_is_bad(findings, strict=strict) for findings in found.values())))


def _findings(file: str) -> tuple[Finding, ...] | str:
    """What is wrong with a file, or why it can't be read."""
    from deckgen.verify import verify_package

    try:
        info = os.stat(file)
        if not stat.S_ISREG(info.st_mode):
            return "it is no file; name a .pptx"
        if info.st_size > LARGEST:
            return f"it is larger than {LARGEST // 2**20} MB"
        with open(file, "rb") as opened:
            return verify_package(opened.read())
    except FileNotFoundError:
        return f"there is no such file; {look_beside(file)}"
    except OSError as error:
        return (error.strerror or str(error)).lower()


def _tell(file: str, findings: tuple[Finding, ...] | str) -> None:
    if isinstance(findings, str):
        click.echo(f"{file} can't be read: {findings}", err=True)
        return
    click.echo(f"{file}: {_counted(findings)}")
    for finding in findings:
        click.echo(f"  {finding}")


def _counted(findings: tuple[Finding, ...]) -> str:
    """How many there are: '1 error, 2 warnings'; 'sound' for none."""
    from deckgen.cli.report import counted
    from deckgen.diagnostics import Severity

    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    told = [counted(n, what) for n, what in ((errors, "error"), (len(findings) - errors, "warning")) if n]
    return ", ".join(told) or "sound"


def _entry(file: str, findings: tuple[Finding, ...] | str) -> dict[str, object]:
    key = "unread" if isinstance(findings, str) else "findings"
    return {"file": file, key: findings}


def _is_bad(findings: tuple[Finding, ...] | str, *, strict: bool) -> bool:
    from deckgen.diagnostics import Severity

    if isinstance(findings, str):
        return True
    return any(strict or finding.severity is Severity.ERROR for finding in findings)
