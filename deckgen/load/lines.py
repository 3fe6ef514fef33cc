"""Lines that are no `key: value`, stand in a column of their own, or run into the text above."""

from __future__ import annotations

import re

from deckgen.load.compose import Opened
from deckgen.load.fault import Fault
from deckgen.load.quoting import Break, broken

_NO_SPACE = re.compile(r"[\w -]*\w:(?=[^\s/])")


def run_on(fault: Fault) -> Break | None:
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
        if found := _text_below_its_key(fault, begin):
            return found
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


def _text_below_its_key(fault: Fault, begin: int) -> Break | None:
    """A text on the lines below its key, in one of which a colon stands: without a mark for that it can't."""
    source = fault.source
    above = source.text[:begin].rstrip()
    key = re.search(r"(?m)^( *)(?:- +)?[\w-]+:$", above)
    last = above.rpartition("\n")[2]
    if key is None or last != key[0] or len(key[1]) >= len(source.text[begin:]) - len(source.text[begin:].lstrip(" ")):
        return None
    return broken(
        "unquoted-text",
        source.span(fault.at, fault.at + 1),
        'text over several lines with ": " in it has to say that it is one',
        f"put a | behind its key: {last.strip()} |",
        source.patched(len(above), len(above), " |"),
    )


def no_colon(fault: Fault) -> Break | None:
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


def second_document(fault: Fault) -> Break | None:
    """Something after the end of the document."""
    if "<document start>" not in fault.problem:
        return None
    hint = "a file holds one list or one mapping: look at the lines above"
    if re.search(r"^\.\.\.", fault.source.text[: fault.at], re.MULTILINE):
        hint = 'delete the "..." line above it'
    return broken("second-document", fault.point, "this stands after the end of what the file holds", hint)


def indentation(fault: Fault) -> Break | None:
    """A line whose column is none of those that are open."""
    if fault.at != fault.first or not fault.problem.startswith("did not find expected"):
        return None
    if fault.source.text.startswith(":", fault.at):
        return broken("bad-key", fault.point, "a key is missing before the colon", "write a word before the colon")
    if _after_comment(fault):
        return broken(
            "bad-indentation",
            fault.point,
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
        fault.point,
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
            fault.point,
            f'a list stands in this column since line {line}, and its items begin with "- "',
            'write "- " before this, or indent it differently',
        )
    return broken(
        "bad-indentation",
        fault.point,
        f'keys stand in this column since line {line}, and this is no "key: value"',
        "write a key and a colon; an item of a list is indented below the list's key",
    )


def _start_hint(opened: list[Opened], otherwise: str) -> str:
    """'start it in column 1 or 3; otherwise …'."""
    columns = " or ".join(map(str, sorted({one.column + 1 for one in opened if not one.flow})))
    return f"start it in column {columns}; {otherwise}" if columns else f"indent it less; {otherwise}"
