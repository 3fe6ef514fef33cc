"""What is said when a node has the wrong shape: a list for a text, a colon that made a mapping."""

from __future__ import annotations

import re

from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.spec.slots import BindContext, describe, is_reported

_PROSE = frozenset({"a text", "a line", "a cell", "a text or a list of texts", "a formula", "a plain value"})
"""What may well hold brackets or braces of its own."""

_MARKED = r"([-–—•*·]|\d+[.)])\s*(\S[^\n]*)"
"""A line that begins as an item does in other programs."""


def scalar(node: Node, context: BindContext, *, wanted: str) -> ScalarNode | None:
    """`node` as a scalar that says something, or None after reporting what it is instead."""
    if isinstance(node, ScalarNode):
        if not node.is_null:
            return None if node.reported else node
        context.diags.error("empty", node.span, f"{wanted} is wanted here", hint="write it, or delete the line")
        return None
    if isinstance(node, MapNode) and (wanted in _PROSE or _alone(node) is None) and (words := colon_trap(node)):
        report_colon(node, words, wanted, context)
    elif wanted not in _PROSE and (alone := _alone(node)):
        hint = f"write it without the {'braces' if isinstance(node, MapNode) else 'brackets'}: {alone}"
        hint = "write true or false" if wanted == "true or false" else hint
        context.diags.error("wrong-type", node.span, f"{wanted} is wanted here, not {describe(node)}", hint=hint)
    elif isinstance(node, SeqNode) and (written := _flow_words(node)):
        context.diags.error(
            "wrong-type",
            node.span,
            f"{wanted} is wanted here, and square brackets make a list",
            hint=f"if they belong to the words, put it in quotes: {quoted(written)}",
        )
    else:
        hint = "write one text, without the hyphens" if isinstance(node, SeqNode) else "write one text"
        context.diags.error("wrong-type", node.span, f"{wanted} is wanted here, not {describe(node)}", hint=hint)
    return None


def _alone(node: Node) -> str | None:
    """What stands in brackets or braces that nothing wanted: `a` in [a] and {file: a}; None for anything else."""
    if isinstance(node, SeqNode):
        items: tuple[Node, ...] = tuple(node.items)
    else:
        items = tuple(entry.value for entry in node.entries.values()) if isinstance(node, MapNode) else ()
    if not items or not isinstance(node, (SeqNode, MapNode)) or not _closed(node, items[-1]):
        return None
    if isinstance(node, MapNode) and len(items) > 1:
        return None
    words = [item.text for item in items if isinstance(item, ScalarNode) and not item.is_null]
    return ",".join(words)[:60] if len(words) == len(items) else None


def colon_trap(node: MapNode) -> str | None:
    """The words that an unquoted colon made a mapping of, or None when it is likely meant as one."""
    entries = list(node.entries.values())
    if len(entries) != 1 or not isinstance(entries[0].value, ScalarNode):
        return None
    value = entries[0].value
    return f"{entries[0].key.text}: {'' if value.is_null else value.text}".rstrip()


def report_colon(node: MapNode, words: str, wanted: str, context: BindContext) -> None:
    """Report a text that its own colon has cut in two."""
    in_braces = _closed(node, next(iter(node.entries.values())).value)
    context.diags.error(
        "unquoted-colon",
        node.span,
        f"{wanted} is wanted here, and the {'braces make' if in_braces else 'colon makes'} it a mapping",
        hint=f"put it in quotes: {quoted(f'{{{words}}}' if in_braces else words)}",
    )


def quoted(words: str) -> str:
    """`words` as a quoted text of YAML, shortened for a message."""
    words = words.replace("\n", " ")
    if len(words) > 90:
        words = words[:80] + " …"
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def _closed(node: MapNode | SeqNode, last: Node) -> bool:
    """Whether a bracket or brace stands after `last`, on the line where the list or mapping began."""
    span = node.span
    return span.line == span.end_line and (span.end_line, span.end_col) > (last.span.end_line, last.span.end_col)


def _flow_words(node: SeqNode) -> str | None:
    """The words of `[a, b]` as they were likely meant, or None for a list in lines."""
    if not node.items or not _closed(node, node.items[-1]):
        return None
    if not all(isinstance(item, ScalarNode) for item in node.items):
        return None
    return "[" + ", ".join(item.text for item in node.items if isinstance(item, ScalarNode)) + "]"


def check_count(node: Node, found: int, least: int, most: int | None, context: BindContext) -> bool:
    """Whether a list has as many entries as its slot takes; if not, that is reported."""
    if found >= least and (most is None or found <= most):
        return True
    entries = "1 entry stands here" if found == 1 else f"{found or 'no'} entries stand here"
    limit = f"at least {least}" if found < least else f"at most {most}"
    context.diags.error(
        "wrong-count",
        node.span,
        f"{entries}; wanted: {limit}",
        hint=_count_hint(found, least),
    )
    return False


def _count_hint(found: int, least: int) -> str:
    if found > least:
        return "put the rest on another slide"
    return f"write {least - found} more" if found else "write the first, or leave the key out"


def mapping(node: Node, context: BindContext, *, wanted: str, hint: str) -> MapNode | None:
    """`node` as a mapping, or None after reporting what it is instead; `wanted` is how the message begins."""
    if isinstance(node, MapNode):
        return node
    if not is_reported(node):
        context.diags.error("wrong-type", node.span, f"{wanted}, not {describe(node)}", hint=hint)
    return None


def sequence(node: Node, context: BindContext, *, wanted: str, hint: str = "") -> SeqNode | None:
    """`node` as a list, or None after reporting what it is instead, with `hint` or how lists are written."""
    if isinstance(node, SeqNode):
        return node
    if is_reported(node):
        return None
    given, hint = hint, hint or "begin each entry on a line of its own with a hyphen and a space"
    if not given and isinstance(node, ScalarNode) and not node.is_null:
        hint += _first_entry(node.text)
    context.diags.error("wrong-type", node.span, f"{wanted} is wanted here, not {describe(node)}", hint=hint)
    return None


def table_hint(node: Node) -> str:
    """How the first row is written of a table in one text: Markdown, or CSV; "" for anything else."""
    lines = [line.strip() for line in node.text.strip().split("\n")] if isinstance(node, ScalarNode) else []
    mark = next((mark for mark in ("|", "\t", ";", ",") if all(mark in line for line in lines)), "")
    if len(lines) < 2 or not mark:
        return ""
    row = next((line for line in lines[1:] if not re.fullmatch(r"[|:\s-]+", line)), lines[0]).strip("|")
    cells = ", ".join(cell.strip() for cell in row.split(mark))[:60]
    return (
        f"write each row as a list: - [{cells}]; or save the lines as a CSV file, and write data: assets/data/rows.csv"
    )


def _first_entry(text: str) -> str:
    """': - words': how the first entry is written, of what stands there as one text."""
    words = text.strip()
    if marked := re.match(_MARKED, words):  # the lines have run on: the next mark begins the next entry
        following = r"\d+" + re.escape(marked[1][-1]) if marked[1][0].isdigit() else re.escape(marked[1])
        words = re.split(rf"\s+{following}\s*(?=\S)", marked[2])[0]
    words = words.partition("\n")[0]
    if re.fullmatch(r"[^,:#\[\]{}]{1,30}(?:, ?[^,:#\[\]{}]{1,30})+", words):
        return f", or write all in brackets: [{words[:60]}]"
    return f": - {words[:60]}" if words else ""


def count_range(least: int, most: int | None, what: str) -> str:
    """'2–6 items', 'exactly 2 figures', 'at least 1 item': for the manual."""
    if most is None:
        return f"{what}, {least} or more" if least else what
    return f"{least}–{most} {what}" if least != most else f"{least} {what}"
