"""Where YAML reads something other than the author meant: what to say of it.

Each function is asked by compose.py at a place that looks like its trap.
"""

from __future__ import annotations

import re
from itertools import islice

from deckgen.diagnostics import Diagnostics, Span
from deckgen.diagnostics.lines import split_lines
from deckgen.load.characters import character_name, forbidden_escapes
from deckgen.load.quoting import Break, broken, quoting_hint, unclosed_quote, unquoted, value_at
from deckgen.load.source import Source

# A comment that follows a text with no space after its "#" was meant as text ("Point #1").
SWALLOWED = re.compile(r"[ \t]+(#+[^\s#][^\r\n]*)")
"""What cuts a text off, from the end of what is left of it."""

MAX_ESCAPES = 20
"""This many forbidden characters are reported of one text."""

# Only mistakes, and texts that go over several lines, need these: `re` compiles and keeps them when first used.
_RUN_ON_ITEM = r"[\r\n][^\S\r\n]*(- )"
_TAG = r"(?:&\S+\s+)?(!\S*)"
_BRACES = r"\{\{[^{}\r\n]*\}\}"
_COLON = r"[ \t]*:"


def clipped(text: str) -> str:
    """`text`, short enough for a message."""
    return text if len(text) <= 60 else f"{text[:59]}…"


def report_swallowed(
    source: Source, found: Diagnostics, match: re.Match[str], *, start: int, flow: bool
) -> tuple[str, Span]:
    """Report a text that a comment cuts off; gives it whole, as it was meant, and its place.

    `match` is SWALLOWED's, `start` where the text begins (the comment itself where nothing is left).
    """
    # "#FFFFFF  # white" is a text and a comment.
    comment = re.split(r"[ \t]#+(?=[ \t])", match[1], maxsplit=1)[0].rstrip()
    hash_at = match.start(1)
    end = hash_at + len(comment)
    first = min(start, hash_at) if source.text[start : match.start()].strip() else hash_at
    hint = "put the text in quotes, or a space after the # of a comment" if flow else quoting_hint(source, first, end)
    found.error(
        "swallowed-by-comment",
        source.span(hash_at, end),
        f'the rest is a comment: "{clipped(comment)}" is left out of the text',
        hint=hint,
    )
    return source.text[first:end], source.span(first, end)


def report_run_on(source: Source, found: Diagnostics, start: int, end: int) -> None:
    """Report a "- " that is read as part of the text above it, because it is indented further."""
    match = re.compile(_RUN_ON_ITEM).search(source.text, start, end)
    if match is None:
        return
    above = source.span(start, start + 1).line
    found.error(
        "bad-indentation",
        source.span(match.start(1), match.start(1) + 1),
        f'this "-" begins no item: it is indented so far that it belongs to the text that begins in line {above}',
        hint='start it in the column of the "-" above, or put the whole text in quotes',
    )


def swallowing_quote(source: Source, start: int, end: int, column: int) -> Break | None:
    """The Break for a quoted text that goes over lines which belong to what it stands in.

    `column` (from 0) is where that stands. libyaml lets such lines pass, the specification doesn't
    (YAML 1.2.2, 7.3.1: flow scalars are indented as what they are part of).
    """
    for line in split_lines(source.text[start:end])[1:]:
        if line.strip() and len(line) - len(line.lstrip(" ")) <= column:
            return unclosed_quote(source, start)
    return None


def report_unused_anchor(source: Source, found: Diagnostics, place: Span, start: int) -> None:
    """Report a text that began with "&" and so lost its first word."""
    found.error(
        "unquoted-text",
        place,
        'text that begins with "&" has to be in quotes: this word is left out of it, as a name '
        "for reuse that nothing asks for",
        hint=quoting_hint(source, *value_at(source, start)),
    )


def report_unknown_alias(source: Source, found: Diagnostics, name: str, start: int) -> None:
    """Report a text that begins with "*" and is a single word, or an alias of nothing."""
    found.error(
        "unquoted-text",
        source.span(start, start + 1 + len(name)),
        f'text that begins with "*" has to be in quotes: "*{clipped(name)}" asks for a value '
        f'marked "&{clipped(name)}", and there is none above',
        hint=quoting_hint(source, *value_at(source, start)),
    )


def report_tag(source: Source, found: Diagnostics, start: int, *, scalar: bool) -> None:
    """Report a tag ("!name" before a value)."""
    match = re.compile(_TAG).match(source.text, start)
    span = match.span(1) if match else (start, start + 1)
    hint = "delete it"
    if scalar:
        hint += f"; if it is text, {quoting_hint(source, *value_at(source, span[0]))}"
    found.error(
        "yaml-tag",
        source.span(*span),
        f'"{clipped(source.text[slice(*span)])}" is a YAML tag, and tags are not read',
        hint=hint,
    )


def report_escapes(source: Source, found: Diagnostics, start: int, end: int) -> bool:
    """Report each escape between `start` and `end` that stands for a character no deck can hold; whether one does."""
    escapes = list(islice(forbidden_escapes(source.text[start:end]), MAX_ESCAPES))
    for first, last, char in escapes:
        found.error(
            "forbidden-character",
            source.span(start + first, start + last),
            f"{character_name(char)} can't stand in a text",
            hint="delete it",
        )
    return bool(escapes)


def unquoted_braces(source: Source, start: int, *, flow: bool) -> Break:
    """The Break for `{{ name }}` without quotes, which YAML reads as mappings in each other."""
    message = 'text that begins with "{{" has to be in quotes'
    match = re.compile(_BRACES).match(source.text, start)
    if match is None or not (flow or re.compile(_COLON).match(source.text, match.end())):
        return unquoted(source, start, message)
    return broken(
        "unquoted-text",
        source.span(*match.span()),
        message,
        f'put it in quotes: "{match[0]}"',
        source.patched(*match.span(), f'"{match[0]}"'),
    )
