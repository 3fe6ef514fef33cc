"""Marks as a printer sets them: curly quotation marks, spaced en dashes, closed-up ranges.

Only marks change, never a word, an order or a number (design/PRINCIPLES.md 10, 11). Addresses that
stand in the text are left alone, as is every number that may be a telephone number, a date or a score.
"""

from __future__ import annotations

import re

from deckgen.scripts import is_plain, writing_of

# `re` compiles and keeps these when they are first used: most are for texts that few decks have.
_HYPHENS = "[ \u00a0]--?[ \u00a0\n]|\\d-\\d"
_ADDRESS = r"(?i)(?:https?://|www\.)[^\s'\"<>]+|[^\s'\"<>@][^\s\"<>@]{0,63}@[\w-]+\.[\w.-]+"
_DASH = "(?<=[^\\s][ \u00a0])(?:--?)(?=[ \u00a0\n])"
_RANGE = r"(?<![\w,/:+#@-])(?<!\d\.)(\d{1,4})-(\d{1,4})(?![\w/:-]|[.,]\d)"
_PAGES = "(?i)(?:pp?\\.|pages?)[ \u00a0]?$"
_PHONE_BEFORE, _PHONE_AFTER = "\\d[ \u00a0]$", "[ \u00a0]\\d{3,}"
_ELISION = r"(?i)(?:\d0s|tis|twas|em|til|cos|n)\b(?!-)"
_GROUPED = r"(?<=\d) (?=\d)"
_SHORT_YEAR = r"\d\d(?![\w.,%])[^']*$"
_CURLED = frozenset({"en", "cy", "ga", "gd", "gv", "kw", "sco"})
"""Languages that set “these” and ‘these’; in others only the apostrophe is certain."""

_OPENERS = frozenset("([{<“‘—–-/\n")


def mend(text: str, language: str = "en-GB") -> str:
    """`text` with its marks set, as long as before except that `--` becomes one dash."""
    return "".join(mend_characters(text, language))


def mend_characters(text: str, language: str) -> list[str]:
    """What each character of `text` becomes (a second hyphen: nothing), so that runs keep their ends."""
    marks = list(text)
    if not needs_mending(text, language):
        return marks
    if writing_of(language).system or not is_plain(text):
        _numbers(text, marks)
    if writing_of(language).system:
        return marks
    kept = [found.span() for found in re.finditer(_ADDRESS, text)]
    if "-" in text:
        _dashes(text, marks, kept)
        _ranges(text, marks, kept)
    if "'" in text or '"' in text:
        _quotes(text, marks, kept, curl=language.split("-")[0].lower() in _CURLED)
    return marks


def needs_mending(text: str, language: str = "en-GB") -> bool:
    """Whether there is any mark to look at. Other writing systems have marks of their own, which stay as typed."""
    writing = writing_of(language)
    if (writing.rtl or not is_plain(text)) and re.search(_GROUPED, text):
        return True
    if writing.system:
        return False
    return "'" in text or '"' in text or ("-" in text and re.search(_HYPHENS, text) is not None)


def _numbers(text: str, marks: list[str]) -> None:
    """A number in groups stays one: amid right-to-left text, a plain blank would put the last group first (UAX #9)."""
    for found in re.finditer(_GROUPED, text):
        marks[found.start()] = "\u00a0"


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _dashes(text: str, marks: list[str], kept: list[tuple[int, int]]) -> None:
    """A hyphen, or two, between spaces is a dash."""
    for found in re.finditer(_DASH, text):
        if not _inside(found.start(), kept):
            marks[found.start() : found.end()] = ["–"] + [""] * (len(found[0]) - 1)


def _ranges(text: str, marks: list[str], kept: list[tuple[int, int]]) -> None:
    """Between two numbers that rise, a hyphen is an en dash."""
    for found in re.finditer(_RANGE, text):
        if not _inside(found.start(), kept) and _rises(found, text):
            marks[found.end(1)] = "–"


def _rises(found: re.Match[str], text: str) -> bool:
    """351-393, 2013-14 and 9-12 are ranges; 555-1234, 24-7, 2-1 and 50-50 may be something else."""
    first, last = found[1], found[2]
    before = text[max(0, found.start() - 8) : found.start()]
    if re.search(_PAGES, before):
        return True
    if re.search(_PHONE_BEFORE, before) or re.compile(_PHONE_AFTER).match(text, found.end()):
        return False
    if len(last) < len(first):
        return len(last) == 2 and (int(last) > int(first[-2:]) or (len(first), last) == (4, "00"))
    if (len(first), len(last)) == (3, 4) or (first[0] == "0" and len(first) > 1):
        return False
    return int(last) > int(first)


def _quotes(text: str, marks: list[str], kept: list[tuple[int, int]], *, curl: bool) -> None:
    is_open = single_open = False
    for position, mark in enumerate(text):
        if mark in "“”":
            is_open = mark == "“"
        if mark not in "'\"" or _inside(position, kept):
            continue
        before = marks[position - 1] if position else "\n"
        after = text[position + 1] if position + 1 < len(text) else "\n"
        if mark == "'":
            marks[position] = _single(text, position, before, is_open=single_open, curl=curl)
            single_open = single_open or marks[position] == "‘"
        elif curl:
            marks[position] = _double(before, after, is_open=is_open)
            is_open = marks[position] == "“" or (is_open and marks[position] != "”")


def _double(before: str, after: str, *, is_open: bool) -> str:
    """The mark that `"` stands for between two characters; an inch stays as it is."""
    if _opens(before) and not after.isspace() and not (is_open and after in ".,;:!?)]}"):
        return "“"
    if before.isspace() or (before.isdigit() and not is_open):
        return '"'
    return "”"


def _single(text: str, position: int, before: str, *, is_open: bool, curl: bool) -> str:
    """The mark that `'` stands for: an apostrophe, or one of a pair; feet and minutes stay."""
    after = text[position + 1 : position + 2] or "\n"
    if before.isalnum() and after.isalnum():
        return "’"
    if not curl:
        return "'"
    if _opens(before) and not after.isspace():
        short = re.compile(_ELISION).match(text, position + 1) or re.compile(_SHORT_YEAR).match(text, position + 1)
        return "’" if short else "‘"
    if before.isspace():
        return "'"
    return "'" if before.isdigit() and not is_open else "’"


def _opens(before: str) -> bool:
    return before.isspace() or before in _OPENERS or before == ""
