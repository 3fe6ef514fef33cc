"""The parser's complaints in our own words, each with what to do next.

libyaml says where it gave up and what it wanted there. What the author did is found from the line,
the lists and mappings that were open, and the last text read: one function per mistake, the first
that knows it answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.load.characters import ESCAPE
from deckgen.load.compose import Composer, Opened
from deckgen.load.quoting import Break, broken, unclosed_quote, unquoted, value_at
from deckgen.load.source import Source

_INDICATORS = "{[*&!%@`|>,]}\"'?-"
_BEGUN = re.compile("alias|anchor|tag|block scalar|block node|parsing a node")
_ODD_SPACES = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]"
_NO_SPACE = re.compile(r"[\w -]*\w:(?=[^\s/])")


class Fault(Struct):
    """Where the parser stopped (`at`), what it says, and how far the composer had come.

    `begun` is where the thing began that it was in the middle of, if it says so. Offsets are code
    points.
    """

    source: Source
    composer: Composer
    problem: str
    context: str
    at: int
    begun: int | None

    @property
    def line(self) -> tuple[int, int]:
        """Where the line of `at` begins and ends."""
        return self.source.line_at(self.at)

    @property
    def first(self) -> int:
        """The offset of the first thing on the line."""
        begin, end = self.line
        text = self.source.text[begin:end]
        return begin + len(text) - len(text.lstrip())

    @property
    def in_flow(self) -> bool:
        """Whether a `[` or `{` is open."""
        return any(one.flow for one in self.composer.opened)

    @property
    def last(self) -> tuple[int, int, str] | None:
        """Start, end and quote of the last text read, if it goes over several lines and ends here."""
        event = self.composer.last
        if event is None or event.start_mark.line == event.end_mark.line:
            return None
        begin, end = self.line
        if not begin <= event.end_mark.index <= end:
            return None
        return event.start_mark.index, event.end_mark.index, event.style or ""

    def line_number(self, offset: int) -> int:
        """The line of an offset."""
        return self.source.span(offset, offset).line


def explain(error: yaml.YAMLError, source: Source, composer: Composer) -> Break:
    """What the author did that `error` complains of."""
    mark = getattr(error, "problem_mark", None)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return broken(
            "yaml-syntax",
            source.span(0, 0),
            "this file can't be read as YAML",
            "look for quotes and brackets that aren't closed",
        )
    context_mark = error.context_mark
    fault = Fault(
        source,
        composer,
        str(error.problem),
        str(error.context or ""),
        mark.index,
        None if context_mark is None else context_mark.index,
    )
    for rule in _RULES:
        found = rule(fault)
        if found is not None:
            return found
    return broken(
        "yaml-syntax",
        _point(fault),
        "YAML can't be read on from here",
        "if this belongs to a text, put the whole text in quotes; else look for a quote or "
        "bracket above that isn't closed",
    )


def _tab(fault: Fault) -> Break | None:
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


def _odd_space(fault: Fault) -> Break | None:
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


def _conflict(fault: Fault) -> Break | None:
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


def _escape(fault: Fault) -> Break | None:
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
            f'"{escape}" stands for no character',
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


def _open_quote(fault: Fault) -> Break | None:
    """A quote that nothing closes, or that the next quote in the file closes by accident."""
    start = None
    if "quoted scalar" in fault.context and "unexpected" in fault.problem:
        start = fault.begun
    elif fault.last is not None and fault.last[2] in ("'", '"') and not fault.in_flow:
        start = fault.last[0]
    if start is None:
        return None
    return unclosed_quote(fault.source, start)


def _open_bracket(fault: Fault) -> Break | None:
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
            f'close it with "{close}"; if it is text, put the whole text in quotes',
        )
    return broken(
        "yaml-syntax",
        _point(fault),
        f'this can\'t stand within "{bracket}" and "{close}"',
        "put a comma between items, and quotes around texts that hold "
        f"any of , : {bracket} {close} or begin with a special character",
    )


def _unclosed(fault: Fault, opened: Opened | None) -> int | None:
    """Where the bracket stands that nothing closes, on its line or in the file; None where that isn't the fault."""
    before = fault.source.text[: fault.at].rstrip()
    # The parser gives an opening bracket out only when it has seen what follows.
    at = opened.start if opened is not None else len(before) - 1 if before.endswith(("[", "{")) else None
    if at is None:
        return None
    at_end = not fault.source.text[fault.at :].strip()
    return at if at_end or fault.line_number(at) != fault.line_number(fault.at) else None


def _unquoted(fault: Fault) -> Break | None:
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
    mark = value[:2] if value[:2] in ("**", "{{") else value[0]
    also = "; an item of a list goes on a line of its own" if value.startswith("- ") else ""
    return unquoted(fault.source, where, f'text that begins with "{mark}" has to be in quotes{also}')


def _run_on(fault: Fault) -> Break | None:
    """A `key:` that is read as part of the text of the lines above it."""
    if "mapping values" not in fault.problem or fault.last is None:
        return None
    source, (start, _, _) = fault.source, fault.last
    begin, end = source.line_at(start)
    first_line = source.text[begin:end]
    above = fault.line_number(start)
    colon = _NO_SPACE.match(first_line, start - begin)
    if colon and source.text[begin:start].strip(" -") == "":
        at = begin + colon.end()
        fixed = f"{first_line[: colon.end()]} {first_line[colon.end() :]}".strip()
        return broken(
            "yaml-syntax",
            source.span(at - 1, at),
            "a space is missing after this colon",
            f"write {fixed}",
            source.patched(at, at, " "),
        )
    if not source.text[begin:start].strip(" "):
        return broken(
            "yaml-syntax",
            source.span(start, end),
            'this line is no "key: value"',
            'put a colon and a space after the key, or put "- " before an item of a list',
        )
    return broken(
        "bad-indentation",
        source.span(fault.first, fault.at + 1),
        f"this line is indented so far that it belongs to the text that begins in line {above}",
        _start_hint(fault.composer.opened[-1:], "if it is text, put the whole text in quotes"),
    )


def _no_colon(fault: Fault) -> Break | None:
    """A line that is neither a key nor an item."""
    if "could not find expected ':'" not in fault.problem or fault.begun is None:
        return None
    begin, end = fault.source.line_at(fault.begun)
    colon = _NO_SPACE.match(fault.source.text, fault.begun, end)
    if colon:
        at = colon.end()
        line = fault.source.text[begin:at] + " " + fault.source.text[at:end]
        return broken(
            "yaml-syntax",
            fault.source.span(at - 1, at),
            "a space is missing after this colon",
            f"write {line.strip()}",
            fault.source.patched(at, at, " "),
        )
    return broken(
        "yaml-syntax",
        fault.source.span(fault.begun, end),
        'this line is no "key: value"',
        "put a colon and a space after the key; if it belongs to the text above, indent it further",
    )


def _second_document(fault: Fault) -> Break | None:
    """Something after the end of the document."""
    if "<document start>" not in fault.problem:
        return None
    hint = "a file holds one list or one mapping: look at the lines above"
    if re.search(r"^\.\.\.", fault.source.text[: fault.at], re.MULTILINE):
        hint = 'delete the "..." line above it'
    return broken("second-document", _point(fault), "this stands after the end of what the file holds", hint)


def _indentation(fault: Fault) -> Break | None:
    """A line whose column is none of those that are open."""
    if fault.at != fault.first or not fault.problem.startswith("did not find expected"):
        return None
    if fault.source.text.startswith(":", fault.at):
        return broken("bad-key", _point(fault), "a key is missing before the colon", "write a word before the colon")
    if _after_comment(fault):
        return broken(
            "bad-indentation",
            _point(fault),
            "the comment in the line above ends the text there, so this line is left over",
            "put the whole text in quotes, or move the comment",
        )
    here = [*fault.composer.opened, *(one for one in fault.composer.closed if one.end == fault.at)]
    here = [one for one in here if not one.flow]
    column = fault.at - fault.line[0]
    same = next((one for one in here if one.column == column), None)
    if same is not None:
        return _wrong_sort(fault, same)
    is_item = fault.source.text.startswith(("- ", "-\n"), fault.at)
    fitting = [one for one in here if one.is_list == is_item] or here
    return broken(
        "bad-indentation",
        _point(fault),
        f"this line starts in column {column + 1}, and nothing above that it could belong to does",
        _start_hint(fitting, "then it belongs to what stands there"),
    )


def _after_comment(fault: Fault) -> bool:
    """Whether the line above is a text with a comment."""
    above = fault.source.text[: fault.line[0]].rstrip("\r\n").rpartition("\n")[2]
    return re.search(r"\S\s+#", above) is not None


def _wrong_sort(fault: Fault, same: Opened) -> Break:
    """The Break for a key among items, or an item among keys."""
    line = fault.line_number(same.start)
    if same.is_list:
        return broken(
            "bad-indentation",
            _point(fault),
            f'a list stands in this column since line {line}, and its items begin with "- "',
            'write "- " before this, or indent it differently',
        )
    return broken(
        "bad-indentation",
        _point(fault),
        f'keys stand in this column since line {line}, and this is no "key: value"',
        "write a key and a colon; an item of a list is indented below the list's key",
    )


def _start_hint(opened: list[Opened], otherwise: str) -> str:
    """'start it in column 1 or 3; otherwise …'."""
    columns = " or ".join(map(str, sorted({one.column + 1 for one in opened if not one.flow})))
    return f"start it in column {columns}; {otherwise}" if columns else f"indent it less; {otherwise}"


def _directive(fault: Fault) -> Break | None:
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


def _point(fault: Fault) -> Span:
    """The place the parser stopped at: one character."""
    return fault.source.span(fault.at, fault.at + 1)


_RULES: tuple[Callable[[Fault], Break | None], ...] = (
    _tab,
    _conflict,
    _odd_space,
    _escape,
    _directive,
    _open_quote,
    _open_bracket,
    _unquoted,
    _run_on,
    _no_colon,
    _second_document,
    _indentation,
)
