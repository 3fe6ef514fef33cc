"""Diagnostics as workflow commands, which GitHub Actions shows beside the changed lines.

Source: GitHub Docs, 'Workflow commands for GitHub Actions', setting an error message; the escapes
are those of actions/toolkit.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.diagnostics.diagnostic import Diagnostic, by_place
from deckgen.diagnostics.render_text import Source
from deckgen.diagnostics.screen import shown
from deckgen.diagnostics.span import Span


def render_github(
    diags: Iterable[Diagnostic],
    source: Source,  # noqa: ARG001 - as all renderers
    *,
    folder: str = "",
) -> str:
    """A line `::error file=…,line=…,col=…::message` per diagnostic.

    `folder` is where the project lies below the repository's root, if not at it.
    """
    return "".join(f"{_command(diagnostic, folder)}\n" for diagnostic in by_place(diags))


def _command(diagnostic: Diagnostic, folder: str) -> str:
    place = {**_place(diagnostic.span, folder), "title": diagnostic.code}
    values = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    message = [diagnostic.message, *([f"hint: {diagnostic.hint}"] if diagnostic.hint else ())]
    message += [f"{note.span}: {note.message}" for note in diagnostic.notes]
    return f"::{diagnostic.severity.value} {values}::{_data(chr(10).join(map(shown, message)))}"


def _place(span: Span, folder: str) -> dict[str, str]:
    """Where it is. GitHub takes an end column only on the same line."""
    if not span.file:
        return {}
    file = f"{folder.rstrip('/')}/{span.file}" if folder else span.file
    place = {"file": shown(file), "line": str(span.line), "col": str(span.col)}
    if span.end_line == span.line:
        return {**place, "endColumn": str(max(span.end_col, span.col))}
    return {**place, "endLine": str(span.end_line)}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
