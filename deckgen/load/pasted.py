"""What comes out of other programs by the clipboard: bullets, numbers, comments and spaces that are none of YAML's."""

from __future__ import annotations

import re

from deckgen.load.fault import Fault
from deckgen.load.quoting import Break, broken
from deckgen.load.source import Source
from deckgen.load.traps import clipped

_BULLET = "(?:[•◦▪▫‣⁃∙·●○■□►▶➢➤✓✔✗✘☐☑–—‒−\uf0b7\uf0a7\uf0d8]|o(?=\t))"
_NUMBER = r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)])(?=[ \t\u00a0])"
_ITEM = re.compile(rf"(?m)^( *)({_BULLET}|{_NUMBER}|\*(?=[ \t\u00a0]))[ \t\u00a0]*(?=\S)(.*)$")
_COMMENT = re.compile(r"(?m)^ *(//+|;+|/\*|<!--|REM\b)")
_AFTER = re.compile("(?m)^( *(?:- +)*(?:[\\w-]+:|-))([\u00a0\u2000-\u200b\u202f\u3000]+)(?=\\S)")


def other_items(fault: Fault) -> Break | None:
    """Items that begin as in Word, or in Markdown: with a bullet or a number."""
    source, found = fault.source, _at_line(_ITEM, fault)
    if found is None:
        return None
    patched = source
    for match in reversed(_run(source, found)):
        patched = patched.patched(match.start(2), match.start(3), "- ")
    return broken(
        "yaml-syntax",
        source.span(found.start(2), found.end(2)),
        f"{_shown(found[2])} begins no item of a list",
        f"begin each item with a hyphen and a blank: - {clipped(found[3].strip())}",
        patched,
    )


def _shown(mark: str) -> str:
    """A mark as a message has it; Word's own bullets are no characters of any other face."""
    return f"U+{ord(mark):04X}" if "\ue000" <= mark <= "\uf8ff" else f'"{mark}"'


def other_comment(fault: Fault) -> Break | None:
    """A line that is a comment in other languages."""
    found = _at_line(_COMMENT, fault)
    if found is None:
        return None
    return broken(
        "yaml-syntax",
        fault.source.span(found.start(1), found.end(1)),
        f'"{found[1]}" begins no comment',
        'begin comments with "# "',
        fault.source.patched(found.start(1), found.end(1), "#" + " " * (len(found[1]) - 1)),
    )


def space_after(fault: Fault) -> Break | None:
    """A colon or a dash with a space behind it that YAML doesn't count."""
    source, found = fault.source, _at_line(_AFTER, fault)
    if found is None:
        return None
    patched = source
    for match in reversed(list(_AFTER.finditer(source.text))):
        patched = patched.patched(*match.span(2), " " * len(match[2]))
    what = "a colon" if found[1].endswith(":") else "a dash"
    return broken(
        "odd-space",
        source.span(*found.span(2)),
        f"U+{ord(found[2][0]):04X} looks like a space, but {what} wants an ordinary one behind it",
        "replace it with a space",
        patched,
    )


def _at_line(pattern: re.Pattern[str], fault: Fault) -> re.Match[str] | None:
    """What the pattern finds where the line begins that the parser couldn't read: it may have read on for some."""
    starts = (fault.last[0] if fault.last else None, fault.begun, fault.at)
    begins = dict.fromkeys(fault.source.line_at(start)[0] for start in starts if start is not None)
    return next((found for begin in begins if (found := pattern.match(fault.source.text, begin))), None)


def _run(source: Source, first: re.Match[str]) -> list[re.Match[str]]:
    """The items of the list that begins with `first`: those in its column, and of its sort."""
    numbered = first[2][-1] in ".)"
    items = _ITEM.finditer(source.text, first.start())
    return [item for item in items if item[1] == first[1] and (item[2][-1] in ".)") == numbered]
