"""Text that YAML reads as something else unless it stands in quotes: finding it and quoting it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.load.source import Source

if TYPE_CHECKING:
    from deckgen.load.aside import Aside

# Dashes of list items, a key, and what follows it. Only mistakes need these patterns: `re` compiles and
# keeps them when they are first used.
_LINE = r"""(?x)(?P<lead>[ ]*(?:-[ \t]+)*)
                (?:(?P<key>"[^"]*"[ ]*|'[^']*'[ ]*|\w[^:"'{}\[\]]*):(?:[ \t]+|$))?
                (?P<value>.*)"""
_COMMENT = r"(?<=[ \t])#+(?:\s.*)?$"
_STRUCTURE = r"[ \t]*(?:-[ \t]|#|$|[\w -]+:(?:[ \t]|$))"
_SHOWN = 100


class Break(Exception):
    """Where a file can't be read on as it stands: what is wrong and, if known, the text as it was meant.

    `patched` is the same file with this one mistake put right, so that the others are found as well; where nobody knows
    what was meant, `aside` is the file without it.
    """

    aside: Aside | None = None

    def __init__(self, diagnostic: Diagnostic, patched: Source | None = None) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic, self.patched = diagnostic, patched


def broken(code: str, span: Span, message: str, hint: str, patched: Source | None = None) -> Break:
    """A Break with an error of this code."""
    return Break(Diagnostic(severity=Severity.ERROR, code=code, span=span, message=message, hint=hint), patched)


def value_at(source: Source, offset: int) -> tuple[int, int]:
    """Where the text on the line of `offset` starts and ends: after dashes and key, before a comment."""
    begin, end = source.line_at(offset)
    line = source.text[begin:end]
    match = re.match(_LINE, line)
    assert match is not None  # every part of it may be empty
    start = match.start("value")
    key = match["key"]
    # In a list, "Why: because" is far more often a text than a key of ours, which are small words.
    if key and "-" in match["lead"] and (key[0].isupper() or " " in key.strip()):
        start = match.start("key")
    value = re.sub(_COMMENT, "", line[start:]).rstrip()
    return begin + start, begin + start + len(value)


def quoted(text: str) -> str:
    """`text` in the quotes that need the fewest changes to it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quoting_hint(source: Source, start: int, end: int) -> str:
    """A hint that shows the line with what stands from `start` to `end` in quotes."""
    begin, _ = source.line_at(start)
    text = source.text[start:end]
    if "\n" in text or "\r" in text or len(text) > _SHOWN:
        return "put the whole text in quotes"
    before = source.text[begin:start].strip()
    return f"put it in quotes: {before} {quoted(text)}" if before else f"put it in quotes: {quoted(text)}"


def unquoted(source: Source, offset: int, message: str, span: Span | None = None) -> Break:
    """The Break for a text, on the line of `offset`, that has to be in quotes; `span` is its place."""
    start, end = value_at(source, offset)
    hint = quoting_hint(source, start, end)
    whole = _with_continuation(source, start, end)
    patched = source.patched(start, whole, quoted(source.text[start:whole]))
    return broken("unquoted-text", span or source.span(start, max(end, start + 1)), message, hint, patched)


def _with_continuation(source: Source, start: int, end: int) -> int:
    """The end of a text that goes on in deeper indented lines."""
    begin, line_end = source.line_at(start)
    if source.text[end:line_end].strip():  # a comment ends it
        return end
    match = re.compile(_LINE).match(source.text, begin, line_end)
    assert match is not None
    indent = len(match["lead"]) if match["key"] else len(match["lead"].rstrip(" -\t"))
    while line_end < len(source.text):
        below, line_end = source.line_at(line_end + 1 + source.text.startswith("\r\n", line_end))
        line = source.text[below:line_end]
        if re.match(_STRUCTURE, line) or len(line) - len(line.lstrip(" ")) <= indent:
            break
        end = below + len(line.rstrip())
    return end


def unclosed_quote(source: Source, start: int) -> Break:
    """The Break for the quote at `start`, which nothing on its line closes."""
    mark = source.text[start]
    _, end = value_at(source, start)
    begin, _ = source.line_at(start)
    before = source.text[begin:start].strip()
    meant, advice = quoted(source.text[start + 1 : end].rstrip(mark)), "close it"
    if mark == "'":
        meant = quoted(source.text[start:end])
        advice = "close it, or if it is an apostrophe put the text in quotes"
    hint = f"{advice}: {before} {meant}" if before else f"{advice}: {meant}"
    return broken(
        "unclosed-quote",
        source.span(start, max(end, start + 1)),
        f"the quote {mark} that opens this text isn't closed on its line",
        hint,
        source.patched(start, end, meant),
    )
