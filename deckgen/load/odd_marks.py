"""Characters that YAML gives another meaning, or none: tabs, odd spaces, marks of a merge, escapes."""

from __future__ import annotations

import re

from deckgen.load.characters import ESCAPE
from deckgen.load.fault import Fault
from deckgen.load.quoting import Break, broken
from deckgen.load.source import Source

_ODD_SPACES = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]"


def tab(fault: Fault) -> Break | None:
    """A tab that indents a line, or stands after a dash."""
    begin, _ = fault.line
    text = fault.source.text
    tab = text.find("\t", begin, fault.first)
    if text.startswith("\t", fault.at):
        tab = fault.at
    if tab < 0:
        return None
    end = tab + len(text[tab:]) - len(text[tab:].lstrip("\t"))
    line_is_empty = not text[slice(*fault.line)].strip()
    if line_is_empty or tab > fault.first:  # what the spaces mean is then certain
        patched = fault.source.patched(tab, end, " " * (end - tab))
    else:
        patched = _without_tabs(fault.source, begin)
    return broken(
        "tab", fault.source.span(tab, end), "a tab can't indent a line in YAML", "replace it with spaces", patched
    )


def _without_tabs(source: Source, begin: int) -> Source:
    """The source with spaces for the tabs that indent lines, from the line at `begin` on.

    An author who indents with tabs does so throughout, so that one message is enough. A tab counts for
    what the file's other lines are indented by.
    """
    indents = [len(spaces) for spaces in re.findall(r"(?m)^( +)\S", source.text)]
    width = min(indents, default=2)
    for match in reversed(list(re.finditer(r"(?m)^[ \t]*\t[ \t]*", source.text))):
        if match.start() >= begin:
            source = source.patched(*match.span(), match[0].replace("\t", " " * width))
    return source


def odd_space(fault: Fault) -> Break | None:
    """A line that begins with a space YAML doesn't count: it came from a web page or a word processor."""
    source, begin = fault.source, fault.source.line_at(fault.at if fault.begun is None else fault.begun)[0]
    found = [match for match in re.finditer(rf"(?m)^[ \t]*({_ODD_SPACES}+)", source.text) if match.start() >= begin]
    if not found or found[0].start() != begin:
        return None
    patched = source
    for match in reversed(found):
        patched = patched.patched(*match.span(1), " " * len(match[1]))
    return broken(
        "odd-space",
        source.span(*found[0].span(1)),
        f"U+{ord(found[0][1][0]):04X} looks like a space, but can't indent a line",
        "replace it with spaces",
        patched,
    )


def conflict(fault: Fault) -> Break | None:
    """A mark that a version control system has left."""
    for at in (fault.at, fault.begun):
        begin, end = fault.source.line_at(at) if at is not None else (0, 0)
        if re.match(r"<{7}|>{7}|={7}|\|{7}", fault.source.text[begin:end]):
            return broken(
                "merge-conflict",
                fault.source.span(begin, end),
                "a merge of two versions has left its mark here",
                "choose what shall stand here, and delete the lines of <, = and >",
            )
    return None


def escape(fault: Fault) -> Break | None:
    """A backslash in double quotes that makes no known character."""
    if "quoted scalar" not in fault.context or not re.search("escape|hexdecimal", fault.problem):
        return None
    start = fault.source.text.rfind("\\", 0, fault.at + 1)
    match = re.compile(ESCAPE).match(fault.source.text, start)
    end = match.end() if match else start + 1
    escape = fault.source.text[start:end]
    patched = fault.source.patched(start, end, "?" * (end - start))
    if "invalid" in fault.problem:
        return broken(
            "forbidden-character",
            fault.source.span(start, end),
            f'"{escape}" stands for no character{": it is half of one" if _is_half(escape) else ""}',
            "write the character itself, or delete it",
            patched,
        )
    return broken(
        "unknown-escape",
        fault.source.span(start, end),
        f'"{escape}" means nothing within double quotes',
        'write "\\\\" for a backslash, or put the text in single quotes',
        patched,
    )


def _is_half(escape: str) -> bool:
    """Whether an escape is one of the two with which JSON writes a character beyond U+FFFF."""
    return escape[:3].lower() == "\\ud"


def directive(fault: Fault) -> Break | None:
    """A line that begins with %."""
    if "directive" not in fault.context:
        return None
    begin, end = fault.line
    return broken(
        "yaml-syntax",
        fault.source.span(begin, end),
        'a line that begins with "%" is an instruction to YAML readers',
        "delete it, or if it is text put it in quotes",
    )
