"""The parser's complaints in our own words, each with what to do next.

libyaml says where it gave up and what it wanted there. What the author did is found from the line,
the lists and mappings that were open, and the last text read: one function per mistake (`odd_marks.py`,
`enclosures.py`, `lines.py`), the first that knows it answers.
"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from deckgen.load.aside import Aside, lines_aside, value_aside
from deckgen.load.compose import Composer
from deckgen.load.enclosures import item_in_bracket, open_bracket, open_quote, unquoted_text
from deckgen.load.fault import Fault
from deckgen.load.lines import indentation, no_colon, run_on, second_document
from deckgen.load.odd_marks import conflict, directive, escape, odd_space, tab
from deckgen.load.pasted import other_comment, other_items, space_after
from deckgen.load.quoting import Break, broken
from deckgen.load.source import Source

_RULES: tuple[Callable[[Fault], Break | None], ...] = (
    tab,
    conflict,
    odd_space,
    other_items,
    other_comment,
    space_after,
    escape,
    directive,
    open_quote,
    item_in_bracket,
    open_bracket,
    unquoted_text,
    run_on,
    no_colon,
    second_document,
    indentation,
)

_OF_BRACKETS = (item_in_bracket, open_bracket)
_OF_LINES = (run_on, no_colon, indentation, directive)


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
            if found.patched is None:
                found.aside = _aside(rule, fault, found)
            return found
    return broken(
        "yaml-syntax",
        fault.point,
        "YAML can't be read on from here",
        "if this belongs to a text, put the whole text in quotes; else look for a quote or "
        "bracket above that isn't closed",
    )


def _aside(rule: Callable[[Fault], Break | None], fault: Fault, found: Break) -> Aside | None:
    """The file without what `rule` complains of; None where too little of it would be left to go by."""
    if rule in _OF_BRACKETS and (opened := fault.outermost) is not None:
        return value_aside(fault.source, opened)
    if rule in _OF_LINES:
        line = fault.source.offset(found.diagnostic.span.line)
        above = fault.last[0] if rule is run_on and fault.last is not None else line
        return lines_aside(fault.source, line, above)
    return None
