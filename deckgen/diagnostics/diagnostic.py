"""One message with its place, and the list that a run collects them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypedDict, Unpack

from msgspec import Struct
from msgspec.structs import replace

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
    """What is wrong (`message`, in the user's words), where, and what to do next (`hint`). `about` is the file that is
    at fault, where `span` only names it: what is said of it at several places is one thing."""

    severity: Severity
    code: str
    span: Span
    message: str
    hint: str | None = None
    notes: tuple[Note, ...] = ()
    about: str = ""


def by_place(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics as one reads a file: each file's together in their lines' order, files as first met. What is
    said of a file that several places name is said at the first, with notes of the others."""
    listed = list(found)
    files = {file: number for number, file in enumerate(dict.fromkeys(one.span.file for one in listed))}
    ordered = sorted(listed, key=lambda one: (files[one.span.file], one.span.line, one.span.col))
    return _joined(ordered) if any(one.about for one in ordered) else ordered


def _joined(ordered: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics, those that say the same of the same file as one."""
    groups: dict[object, list[Diagnostic]] = {}
    for one in ordered:
        within = one.span if one.span.file == one.about else None
        same = (one.severity, one.code, one.message, one.hint, one.about, within) if one.about else one
        groups.setdefault(same, []).append(one)
    return [_told(*group) for group in groups.values()]


def _told(first: Diagnostic, *others: Diagnostic) -> Diagnostic:
    notes = dict.fromkeys(first.notes)
    for other in others:
        notes |= dict.fromkeys(other.notes if other.span == first.span else (Note(other.span, "it is used here, too"),))
    return replace(first, notes=tuple(notes)) if others else first


class Beside(TypedDict, total=False):
    """What may be said beside a message, as a Diagnostic has it."""

    hint: str | None
    notes: tuple[Note, ...]
    about: str


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

    def error(self, code: str, span: Span, message: str, **beside: Unpack[Beside]) -> None:
        """Report a mistake that the deck can't be built with."""
        self.add(Diagnostic(severity=Severity.ERROR, code=code, span=span, message=message, **beside))

    def warning(self, code: str, span: Span, message: str, **beside: Unpack[Beside]) -> None:
        """Report something the author should look at."""
        self.add(Diagnostic(severity=Severity.WARNING, code=code, span=span, message=message, **beside))

    def take(self) -> tuple[Diagnostic, ...]:
        """All of them, and none is left here."""
        found = tuple(self._found)
        self._found.clear()
        self._errors.clear()
        return found

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
