"""Diagnostics for people: message, place, excerpt with carets, hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from deckgen.diagnostics.diagnostic import Diagnostic, Severity, by_place
from deckgen.diagnostics.excerpt import excerpt
from deckgen.diagnostics.lines import split_lines
from deckgen.diagnostics.screen import shown
from deckgen.diagnostics.span import Span

Source = Callable[[str], "str | None"]
"""Gives a file's text, or None where there is none to show."""

Paint = Callable[[str, str], str]
"""Gives a text and a style as they stand on the screen."""

_NOTES = 5
"""So many second places are shown; of more, how many there are. Programs are told all."""

_BOLD, _RESET = "\x1b[1m", "\x1b[0m"
_RED, _YELLOW, _BLUE, _CYAN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[1;36m"
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}


def render_text(diags: Iterable[Diagnostic], source: Source, *, color: bool = False) -> str:
    """The diagnostics one below the other and a closing line, '2 errors, 1 warning'; "" for none."""
    found = by_place(diags)
    if not found:
        return ""
    page = _Page(source, _painted if color else _unpainted)
    blocks = ["\n".join(page.block(diagnostic)) for diagnostic in found]
    return "\n\n".join([*blocks, count_line(found)]) + "\n"


def count_line(diags: Iterable[Diagnostic]) -> str:
    """How many there are: '2 errors, 1 warning'; 'no errors' for none."""
    found = list(diags)
    errors = sum(d.severity is Severity.ERROR for d in found)
    counts = (_counted(errors, "error"), _counted(len(found) - errors, "warning"))
    return ", ".join(filter(None, counts)) or "no errors"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}" if number else ""


def _painted(text: str, style: str) -> str:
    return f"{style}{text}{_RESET}"


def _unpainted(text: str, style: str) -> str:  # noqa: ARG001 - a Paint
    return text


class _Page:
    """Knows the lines of every file named so far, and whether to paint."""

    def __init__(self, source: Source, paint: Paint) -> None:
        self._source, self._paint = source, paint
        self._lines: dict[str, list[str]] = {}

    def block(self, diagnostic: Diagnostic) -> list[str]:
        """The lines of one diagnostic."""
        paint = self._paint
        title = paint(f"{diagnostic.severity.value}[{shown(diagnostic.code)}]", _COLORS[diagnostic.severity])
        lines = [f"{title}{paint(f': {shown(diagnostic.message)}', _BOLD)}"]
        lines += self._place(diagnostic.span, diagnostic.hint)
        notes = diagnostic.notes
        told = notes if len(notes) <= _NOTES + 1 else notes[:_NOTES]
        for note in told:
            lines.append(f"{paint('note', _CYAN)}: {shown(note.message)}")
            lines += self._place(note.span, None)
        if more := len(notes) - len(told):
            lines.append(f"{paint('note', _CYAN)}: and {more:,} more places")
        return lines

    def _place(self, span: Span, hint: str | None) -> list[str]:
        """Where it is: arrow, excerpt, hint. A span of no file has no arrow."""
        paint = self._paint
        rows = excerpt(span, self._file(span.file)) if span.file else []
        gutter = max((len(number) for number, _ in rows), default=1)
        bar = paint("|", _BLUE)
        lines = [f"{' ' * gutter}{paint('-->', _BLUE)} {shown(str(span))}"] if span.file else []
        if rows:
            lines.append(f"{' ' * gutter} {bar}")
        for number, text in rows:
            body = paint(text, _RED) if text.strip() and not text.strip("^ ") else text
            lines.append(f"{paint(number.rjust(gutter), _BLUE)} {bar} {body}".rstrip())
        if hint:
            lines.append(f"{' ' * gutter} {paint('=', _BLUE)} hint: {shown(hint)}")
        return lines

    def _file(self, file: str) -> list[str]:
        """The lines of `file`, split once; none where there is no text to show."""
        if file not in self._lines:
            text = self._source(file)
            self._lines[file] = [] if text is None else split_lines(text)
        return self._lines[file]
