"""Quotes and brackets that aren't closed, and texts that ought to be in quotes."""

from __future__ import annotations

import re

from deckgen.load.compose import Opened
from deckgen.load.fault import Fault
from deckgen.load.quoting import Break, broken, quoted, unclosed_quote, unquoted, value_at
from deckgen.load.source import Source
from deckgen.load.traps import clipped

_INDICATORS = "{[*&!%@`|>,]}\"'?-"
_ITEM = r"-[\w\"'“‘(*].*"
"""A dash that stands at the very word it begins an item with."""
_BEGUN = re.compile("alias|anchor|tag|block scalar|block node|parsing a node")


def open_quote(fault: Fault) -> Break | None:
    """A quote that nothing closes, or that the next quote in the file closes by accident."""
    start = None
    if "quoted scalar" in fault.context and "unexpected" in fault.problem:
        start = fault.begun
    elif fault.last is not None and fault.last[2] in ("'", '"') and not fault.in_flow:
        start = fault.last[0]
    if start is None:
        return None
    return unclosed_quote(fault.source, start)


def item_in_bracket(fault: Fault) -> Break | None:
    """An item within [ ] or { } that begins with a character which begins no text."""
    source = fault.source
    within = fault.in_flow or source.text[: fault.at].rstrip(" ").endswith(("[", "{"))
    match = re.compile(r"[@`%][^,\[\]{}\r\n]*").match(source.text, fault.at)
    if "cannot start any token" not in fault.problem or not within or match is None:
        return None
    text = match[0].rstrip()
    end = fault.at + len(text)
    alone = source.text[: fault.at].endswith("[") and source.text.startswith("]", end)
    either = f"{quoted(f'[{text}]')} for words in brackets, [{quoted(text)}] for a list of one"
    return broken(
        "unquoted-text",
        source.span(fault.at, end),
        f'text that begins with "{text[0]}" has to be in quotes',
        f"put it in quotes: {either if alone else quoted(text)}",
        None if alone else source.patched(fault.at, end, quoted(text)),
    )


def open_bracket(fault: Fault) -> Break | None:
    """Something wrong within [ ] or { }."""
    if "flow" not in fault.context and not fault.in_flow:
        return None
    opened = next((one for one in reversed(fault.composer.opened) if one.flow), None)
    start = fault.begun if fault.begun is not None or opened is None else opened.start
    if start is None:
        return None
    unclosed = _unclosed(fault, opened)
    at = start if unclosed is None else unclosed
    bracket = fault.source.text[at : at + 1]
    if bracket not in ("[", "{"):
        bracket = fault.source.text[opened.start] if opened else "["
    close = "]" if bracket == "[" else "}"
    if unclosed is not None:
        return broken(
            "unclosed-bracket",
            fault.source.span(unclosed, unclosed + 1),
            f'the "{bracket}" opened here isn\'t closed',
            _closing_hint(fault.source, unclosed, close),
        )
    return broken(
        "yaml-syntax",
        fault.point,
        f'this can\'t stand within "{bracket}" and "{close}"',
        "put a comma between items, and quotes around texts that hold "
        f"any of , : {bracket} {close} or begin with a special character",
    )


def _closing_hint(source: Source, opened: int, close: str) -> str:
    line = source.text[opened : source.line_at(opened)[1]]
    if close in line and re.search(rf"[ \t]#.*{re.escape(close)}", line):
        return 'a "#" behind a blank begins a comment, which hides what closes it: put the text in quotes'
    return f'close it with "{close}"; if it is text, put the whole text in quotes'


def _unclosed(fault: Fault, opened: Opened | None) -> int | None:
    """Where the bracket stands that nothing closes, on its line or in the file; None where that isn't the fault."""
    before = fault.source.text[: fault.at].rstrip()
    # The parser gives an opening bracket out only when it has seen what follows.
    at = opened.start if opened is not None else len(before) - 1 if before.endswith(("[", "{")) else None
    if at is None:
        return None
    at_end = not fault.source.text[fault.at :].strip()
    return at if at_end or fault.line_number(at) != fault.line_number(fault.at) else None


def _item_without_blank(source: Source, start: int, value: str) -> Break:
    """An item of a list whose dash nothing parts from what follows it."""
    message = 'a "-" that begins an item has a blank after it'
    hint = f"write - {clipped(value[1:])}"
    return broken("yaml-syntax", source.span(start, start + 1), message, hint, source.patched(start, start + 1, "- "))


def unquoted_text(fault: Fault) -> Break | None:
    """A text that begins with a special character, or holds ": "."""
    where = fault.at
    if fault.begun is not None and _BEGUN.search(fault.context):
        where = fault.begun
    start, end = value_at(fault.source, where)
    value = fault.source.text[start:end]
    if "mapping values" in fault.problem:
        if fault.last is not None or ":" not in value:
            return None
        return unquoted(
            fault.source, where, 'text with ": " in it has to be in quotes', fault.source.span(fault.at, fault.at + 1)
        )
    if not value or value[0] not in _INDICATORS or fault.at < start:
        return None
    if value[0] in "\"'":
        return unquoted(fault.source, where, f"the text goes on after its closing {value[0]}")
    if re.match(_ITEM, value):
        return _item_without_blank(fault.source, start, value)
    mark = value[:2] if value[:2] in ("**", "{{") else value[0]
    also = "; an item of a list goes on a line of its own" if value.startswith("- ") else ""
    return unquoted(fault.source, where, f'text that begins with "{mark}" has to be in quotes{also}')
