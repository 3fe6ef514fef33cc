"""One message with its place, and the list that a run collects them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from deckgen.diagnostics.span import Span


class Severity(StrEnum):
    """How bad it is: an error stops the deck, a warning does not (but see `--strict`)."""

    ERROR = "error"
    WARNING = "warning"


class Note(Struct, frozen=True):
    """A second place that belongs to a diagnostic: 'first defined here'."""

    span: Span
    message: str


class Diagnostic(Struct, frozen=True, kw_only=True):
    """What is wrong (`message`, in the user's words), where, and what to do next (`hint`)."""

    severity: Severity
    code: str
    span: Span
    message: str
    hint: str | None = None
    notes: tuple[Note, ...] = ()


def by_place(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics as one reads a file: each file's together in their lines' order, files as first met."""
    listed = list(found)
    files = {file: number for number, file in enumerate(dict.fromkeys(one.span.file for one in listed))}
    return sorted(listed, key=lambda one: (files[one.span.file], one.span.line, one.span.col))


class Diagnostics:
    """The diagnostics of a run, in the order found, each said once.

    A user's mistake is reported here and the stage goes on with a stand-in, so that one run shows
    all mistakes. An exception means a bug of deckgen's.
    """

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}
        self._errors: dict[Diagnostic, None] = {}  # they are asked for before and after each mapping that is bound

    def add(self, diagnostic: Diagnostic) -> None:
        """Report; the same diagnostic said again (another audience, say) counts once."""
        self._found[diagnostic] = None
        if diagnostic.severity is Severity.ERROR:
            self._errors[diagnostic] = None

    def error(
        self, code: str, span: Span, message: str, *, hint: str | None = None, notes: tuple[Note, ...] = ()
    ) -> None:
        """Report a mistake that the deck can't be built with."""
        self.add(Diagnostic(severity=Severity.ERROR, code=code, span=span, message=message, hint=hint, notes=notes))

    def warning(
        self, code: str, span: Span, message: str, *, hint: str | None = None, notes: tuple[Note, ...] = ()
    ) -> None:
        """Report something the author should look at."""
        self.add(Diagnostic(severity=Severity.WARNING, code=code, span=span, message=message, hint=hint, notes=notes))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors alone."""
        return tuple(self._errors)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The warnings alone."""
        return tuple(d for d in self._found if d.severity is Severity.WARNING)
