"""Diagnostics for programs, as JSON.

The shape, which only ever gains keys:

```json
{"version": 1, "errors": 1, "warnings": 0, "diagnostics": [
  {"severity": "error", "code": "unknown-kind", "message": "unknown kind \\"pionts\\"",
   "hint": "did you mean \\"points\\"?",
   "file": "slides/a.yaml", "line": 1, "col": 7, "end_line": 1, "end_col": 13,
   "notes": [{"message": "…", "file": "…", "line": 1, "col": 1, "end_line": 1, "end_col": 2}]}]}
```

Lines and columns count from 1, columns in Unicode code points; the end is the first place after.
`file` is below the project's root, with forward slashes; "" (and line 0) where no file is meant.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from deckgen.diagnostics.diagnostic import Diagnostic, Severity, by_place
from deckgen.diagnostics.render_text import Source
from deckgen.diagnostics.span import Span

VERSION = 1


def render_json(diags: Iterable[Diagnostic], source: Source) -> str:  # noqa: ARG001 - as all renderers
    """The diagnostics as one JSON object, indented, with a line end."""
    data = msgspec.json.encode(as_data(diags))
    return msgspec.json.format(data, indent=2).decode() + "\n"


def as_data(diags: Iterable[Diagnostic]) -> dict[str, object]:
    """What `render_json` writes, as dicts and lists, for accounts that hold more than diagnostics."""
    found = by_place(diags)
    errors = sum(d.severity is Severity.ERROR for d in found)
    return {
        "version": VERSION,
        "errors": errors,
        "warnings": len(found) - errors,
        "diagnostics": [_entry(diagnostic) for diagnostic in found],
    }


def _entry(diagnostic: Diagnostic) -> dict[str, object]:
    notes = [{"message": _text(note.message), **_place(note.span)} for note in diagnostic.notes]
    return {
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": _text(diagnostic.message),
        "hint": None if diagnostic.hint is None else _text(diagnostic.hint),
        **_place(diagnostic.span),
        "notes": notes,
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "file": _text(span.file),
        "line": span.line,
        "col": span.col,
        "end_line": span.end_line,
        "end_col": span.end_col,
    }


def _text(text: str) -> str:
    """`text` with what UTF-8 can't hold (lone surrogates) replaced."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
