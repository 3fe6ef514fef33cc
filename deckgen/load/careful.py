"""YAML read by libyaml: whatever a file holds, and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from msgspec.structs import replace

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.load.aside import STAND_IN, Aside
from deckgen.load.compose import Composer
from deckgen.load.nodes import Node
from deckgen.load.quoting import Break
from deckgen.load.source import Source, printable

_MAX_REPAIRS = 20
_REPAIRED_SIZE = 200_000
"""Longer files (characters) are not read again to find what else is wrong with them."""


def read_carefully(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """The file's node and all that is wrong with it.

    Where a mistake stops the parser and its cure is certain, the file is read again with it cured; else without it.
    """
    breaks: list[Diagnostic] = []
    found = Diagnostics()
    aside: list[Aside] = []
    repairs = _MAX_REPAIRS if len(source.text) <= _REPAIRED_SIZE else 0
    for _ in range(repairs + 1):
        found = Diagnostics()
        try:
            node = _document(source, found)
            whole = not any(one.keys for one in aside)
            return (node if whole else None), [*breaks, *_new(_as_written(found, source), breaks)]
        except yaml.reader.ReaderError:
            clean = Diagnostics()
            patched = printable(source, clean)
            breaks += clean
            if patched.text == source.text:
                break
            source = patched
        except Break as stop:
            told = list(_as_written([stop.diagnostic], source))
            if told[0].span in [one.span for one in breaks]:
                break  # the cure didn't take; what is complained of now is its own marks
            breaks += () if _is_rest(stop, aside) else told
            if stop.patched is not None:
                source = stop.patched
            elif stop.aside is not None:
                lost = [one for one in found if stop.aside.holds(one.span)]
                breaks += _new(_as_written(lost, source), breaks)
                source, aside = stop.aside.source, [*aside, stop.aside]
            else:
                break
    return None, [*breaks, *_new(_as_written(found, source), breaks)]


def _is_rest(stop: Break, aside: Iterable[Aside]) -> bool:
    """Whether what stops the parser may be what is left of something set aside, there or right above."""
    known = stop.patched is not None or (stop.aside is not None and not stop.aside.keys)
    line = stop.diagnostic.span.line
    return any(one.first <= line <= one.last + (not known) for one in aside)


def _new(found: Iterable[Diagnostic], told: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Those that were not told of what has been set aside, nor are about what stands in for it."""
    known = {(one.code, one.span.line, one.span.col) for one in told}
    new = [one for one in found if (one.code, one.span.line, one.span.col) not in known]
    return [one for one in new if STAND_IN not in f"{one.message}{one.hint}"]


def _as_written(found: Iterable[Diagnostic], source: Source) -> Iterable[Diagnostic]:
    """The diagnostics with their places in the file itself, where `source` is a patched one."""
    if not source.shifts:
        return found
    return [
        replace(
            one,
            span=source.as_written(one.span),
            notes=tuple(replace(note, span=source.as_written(note.span)) for note in one.notes),
        )
        for one in found
    ]


def _document(source: Source, found: Diagnostics) -> Node | None:
    """The node of one reading; Break where it stops."""
    composer = Composer(source, found)
    try:
        return composer.document()
    except yaml.reader.ReaderError:
        raise
    except yaml.YAMLError as error:
        from deckgen.load.syntax import explain  # only mistakes pay for this import

        raise explain(error, source, composer) from None
