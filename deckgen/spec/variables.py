"""`{{ name }}` and `{{ name | filter: argument }}` within a text.

A variable is taken out before Markdown is parsed, a mark that no text can hold standing in for it, and
its value is put in afterwards. So a value is only ever words: it can't become markup. `\\{{` is the
literal two braces; two braces that open or close nothing are a mistake, single ones stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckgen.diagnostics import Note, Span, did_you_mean
from deckgen.load.nodes import ScalarNode
from deckgen.spec.clean import clean
from deckgen.spec.place import place
from deckgen.spec.slots import BindContext, clipped

if TYPE_CHECKING:
    from deckgen.spec.deck_facts import DeckFacts

MAX_VALUE = 10_000
"""A value with its filters may not be longer (characters)."""

FACT = "fact."
"""What the names of facts begin with."""

EXPIRED = "expired"
"""What binding asks of a fact: the last day that it held, "" while it does."""

RAW = "raw"
"""What is asked of a fact's part for a filter: a day as 2026-11-24."""

FACT_USE = r"\{\{\s*fact\.([A-Za-z_][\w-]*)"
"""A fact that a text asks for."""

# U+FDD0 and U+FDD1 are noncharacters: `clean` has refused every text that holds them.
_STAND_IN = "\ufdd0(\\d+)\ufdd1"
# Not every deck has variables: `re` compiles and keeps these when they are first used.
_BRACES = r"\\\{\{|\{\{([^{}]*)\}\}"
_NAME = r"(?s)\s*([A-Za-z_][\w-]*(?:\.[\w-]+)*)\s*(\|.*)?"
_FILTER = r"""\|\s*([A-Za-z]+)\s*(?::\s*("[^"]*"|'[^']*'|[^|"']*?)\s*)?(?=\||$)"""


class Protected(Struct):
    """A text with stand-ins for its variables, what they stand for, and what the author wrote.

    It is not `sound` where a variable has no value (reported): then it is only good for finding other mistakes.
    """

    text: str
    values: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    sound: bool = True

    def fill(self, text: str, change: Callable[[str], str] = str) -> str:
        """`text`, a part of this one, with each value (as `change` has it) in its place."""
        return re.sub(_STAND_IN, lambda m: change(self.values[int(m[1])]), text) if self.values else text

    def restore(self, text: str) -> str:
        """`text`, a part of this one, as the author wrote it."""
        return re.sub(_STAND_IN, lambda m: self.written[int(m[1])], text) if self.written else text


def protect(text: str, node: ScalarNode, before: str, context: BindContext) -> Protected:
    """`text` with its variables set aside; those that are wrong are reported.

    `before` is what stands in front of `text` in its node; it tells which `{{` of the file this is.
    """
    values: list[str] = []
    written: list[str] = []
    sound = True

    def set_aside(found: re.Match[str]) -> str:
        nonlocal sound
        value: str | None = None

        def spot() -> Span:
            return place(node, found[0], (before + text[: found.start()]).count(found[0]), context)

        try:
            value = "{{" if found[1] is None else clean(_value(found[1], spot, context), node.span, context)
        except _Wrong as wrong:
            context.diags.error(wrong.code, spot(), wrong.message, hint=wrong.hint)
        sound = sound and value is not None
        values.append(value or "")
        written.append(found[0])
        return f"\ufdd0{len(values) - 1}\ufdd1"

    marked = re.sub(_BRACES, set_aside, text)
    found = Protected(marked, tuple(values), tuple(written), sound)
    if ("{{" in marked or "}}" in marked) and _report_lone(found, node, before, context):
        found.sound = False
    return found


def _report_lone(found: Protected, node: ScalarNode, before: str, context: BindContext) -> bool:
    """Report two braces that have no other two, and whether there are any: on a slide they would be read out."""
    lone = list(re.finditer(r"\{\{|\}\}", found.text))
    for _ in range(found.written.count(r"\{{")):  # braces that shall be seen, closed in their own way
        lone = _without(lone, "}}")
    for one in lone:
        nth = (before + found.restore(found.text[: one.start()])).count(one[0])
        context.diags.error(
            "bad-variable",
            place(node, one[0], nth, context),
            f"these braces {'open' if one[0] == '{{' else 'close'} nothing",
            hint="write {{ name }}; for braces that shall be seen, write \\{{",
        )
    return bool(lone)


def _without(found: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """All but the first that is `text`."""
    first = next((one for one in found if one[0] == text), None)
    return [one for one in found if one is not first]


class _Asked(dict[str, str]):
    """Values of which some are known only when they are asked for (`__missing__`), by `get` too."""

    def get(self, name: str, default: Any = None) -> Any:
        """The value, or `default`."""
        try:
            return self[name]
        except KeyError:
            return default


class Variables(_Asked):
    """The variables of a deck, and its facts, which are not read before one is asked for."""

    def __init__(self, values: dict[str, str], facts: DeckFacts) -> None:
        super().__init__(values)
        self._facts = facts

    def __missing__(self, name: str) -> str:
        found = self._facts.get(name) if name.startswith(FACT) else None
        if found is None:
            raise KeyError(name)
        return found


class AnyVariables(dict[str, str]):
    """Every variable there could be, for a slide that no deck uses yet: its name stands in for its value.

    Facts are known without a deck. A filter may refuse the name (`number`), which says nothing of the value to
    come, so it is passed over.
    """

    def __init__(self, facts: DeckFacts | None = None) -> None:
        super().__init__()
        self._facts = facts

    def get(self, name: str, default: object = None) -> Any:
        """The name itself; of a fact its words."""
        return self._facts.get(name) if self._facts and name.startswith(FACT) else name

    def stands_in(self, name: str) -> bool:
        """Whether a name is all that is known of the value."""
        return True


class DoubtfulVariables(_Asked, AnyVariables):
    """The variables of a deck whose `vars`, `speaker` or `date` (`doubt` says which) couldn't be read, which has been
    reported: what they may have given stands in for itself, instead of being reported wherever it is used."""

    def __init__(self, values: dict[str, str], facts: DeckFacts | None, doubt: Collection[str]) -> None:
        super().__init__(facts)
        self.update(values)
        self._doubt = doubt

    def __missing__(self, name: str) -> str:
        found = self._facts.get(name) if self._facts and name.startswith(FACT) else None
        if found is None and self.stands_in(name):
            return name
        if found is None:
            raise KeyError(name)
        return found

    def stands_in(self, name: str) -> bool:
        """Whether the name is none that is known, and might be one of those that couldn't be read."""
        first, dot, _ = name.partition(".")
        giver = {"deck.date": "date"}.get(name, first if dot else "vars")
        return name not in self and giver in self._doubt


class _Wrong(Exception):
    """A variable that can't be filled in."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def _value(inside: str, spot: Callable[[], Span], context: BindContext) -> str:
    """The value that the words between the braces ask for; `_Wrong` when there is none. `spot` is where."""
    name = re.fullmatch(_NAME, inside)
    calls = _calls(name[2] or "") if name else None
    if name is None or calls is None:
        raise _Wrong(
            "bad-variable",
            f'"{clipped(inside.strip())}" is not a variable' if inside.strip() else "no name is between these braces",
            _as_column(inside, context)
            or "write {{ name }} or {{ name | filter: argument }}; for braces that shall be seen, write \\{{",
        )
    value = context.variables.get(_asked(name[1], calls))
    if value is not None and name[1].startswith(FACT):
        _warn_expired(name[1], spot, context)
    if value is None and any(call == "default" for call, _ in calls):
        _warn_capitals(name[1], spot, context)
    elif value is None:
        if name[1].startswith(FACT) and context.facts is None:
            raise _Wrong("unknown-fact", "no fact can stand here", "write the words themselves")
        what = "fact" if name[1].startswith(FACT) else "variable"
        raise _Wrong(f"unknown-{what}", f'there is no {what} "{name[1].removeprefix(FACT)}"', _meant(name[1], context))
    filtered = _filtered(value or "", calls, context, strict=not _stands_in(name[1], context)) if calls else value or ""
    if filtered[:1] == "#":
        _refuse_fault(name[1], filtered)
    if len(filtered) > MAX_VALUE:
        message = f"this value has {len(filtered):,} characters; at most {MAX_VALUE:,} can stand in a text"
        raise _Wrong("value-too-long", message, "shorten the value")
    return filtered


def _warn_capitals(name: str, spot: Callable[[], Span], context: BindContext) -> None:
    """Warn where `default` speaks for a variable that nobody gave, and one is there that differs in capitals alone."""
    meant = next((known for known in context.variables if known.casefold() == name.casefold()), None)
    if meant is not None:
        message = f'there is no variable "{name}", so the words of its default stand here in every deck'
        context.diags.warning("unknown-variable", spot(), message, hint=f'did you mean "{meant}"?')


def _refuse_fault(name: str, value: str) -> None:
    """Refuse to show what a workbook shows where a formula has failed: #N/A."""
    from deckgen.spec.numbers import is_fault

    if is_fault(value):
        hint = f"empty its cell, or say what stands there then: {{{{ {name} | default: … }}}}"
        raise _Wrong("bad-value", f'"{name}" is {value.strip()}, as a workbook shows that a formula has failed', hint)


def _stands_in(name: str, context: BindContext) -> bool:
    """Whether the value only stands in for the one to come, or for a fact whose mistake has been said."""
    if isinstance(context.variables, AnyVariables) and context.variables.stands_in(name):
        return True
    fact = context.facts.find(name) if context.facts and name.startswith(FACT) else None
    return fact is not None and fact.broken


def _asked(name: str, calls: Sequence[tuple[str, str | None]]) -> str:
    """The name that is looked up: a filter for numbers and dates takes a fact's value, not its words."""
    if not name.startswith(FACT) or not calls:
        return name
    from deckgen.spec.filters import OF_VALUES

    if calls[0][0] not in OF_VALUES:
        return name
    return f"{name}.{RAW}" if name.count(".") > 1 else f"{name}.value"


def _warn_expired(name: str, spot: Callable[[], Span], context: BindContext) -> None:
    """Warn where a figure is shown that no longer holds. Its source and its days may be spoken of."""
    _, fact, *part = name.split(".")
    if context.facts is None or part not in ([], ["value"]):
        return
    day = context.variables.get(f"{FACT}{fact}.{EXPIRED}")
    found = context.facts.find(name)
    if day and found:
        context.diags.warning(
            "expired-fact",
            spot(),
            f'the fact "{fact}" expired on {day}',
            hint="bring its value up to date where it stands, and its as_of and expires",
            notes=(Note(found.span, "it stands here"),),
        )


def _meant(name: str, context: BindContext) -> str:
    """The variable that was probably meant; else how to give this one a value."""
    if name.startswith(FACT):
        return _meant_fact(name, context)
    hint = did_you_mean(name, context.variables)
    if hint is not None and hint.startswith("did"):
        return hint
    if name == FACT.rstrip(".") and context.facts:
        return _meant_fact(FACT, context)
    how = f'give it a value under "vars:" in the deck, or with --set {name}=…'
    return f"{how}; {hint}" if hint else how


def _as_column(inside: str, context: BindContext) -> str | None:
    """The variable of a column whose name is written as it stands in its file: `{{ School name }}`."""
    words, pipe, calls = inside.partition("|")
    name = "_".join(re.findall(r"[\w-]+", words.casefold()))
    if not pipe and name in context.variables:
        return f"write {{{{ {name} }}}}"
    return f"write {{{{ {name} |{calls.rstrip()} }}}}" if name in context.variables else None


def _meant_fact(name: str, context: BindContext) -> str:
    known = tuple(context.facts.names(name)) if context.facts else ()
    return did_you_mean(name, known) or "write it into assets/data/facts.yaml: attendance: {value: 0.942}"


@lru_cache(200)
def _calls(text: str) -> tuple[tuple[str, str | None], ...] | None:
    """The filters of `| a | b: argument`, or None when it isn't written so. Thousands of rows ask for the same ones."""
    found: list[tuple[str, str | None]] = []
    position = 0
    while position < len(text):
        call = re.compile(_FILTER).match(text, position)
        if call is None:
            return None
        argument = call[2]
        if argument is not None and argument[:1] in ("'", '"'):
            argument = argument[1:-1]
        found.append((call[1], argument))
        position = call.end()
    return tuple(found)


def _filtered(value: str, calls: Sequence[tuple[str, str | None]], context: BindContext, *, strict: bool) -> str:
    from deckgen.spec.filters import FILTERS, OF_VALUES, OTHER
    from deckgen.spec.formats import Unfit
    from deckgen.spec.grid import is_missing
    from deckgen.spec.numbers import is_fault

    for number, (name, argument) in enumerate(calls, 1):
        if name == OTHER:
            other = _other(argument, context)
            value = value if value.strip() and not is_fault(value) else other
            continue
        if name not in FILTERS:
            raise _Wrong("unknown-filter", f'there is no filter "{name}"', did_you_mean(name, (*FILTERS, OTHER)))
        if name in OF_VALUES and is_missing(value) and any(later in ("default", OTHER) for later, _ in calls[number:]):
            value = ""  # the words for that follow
            continue
        try:
            value = FILTERS[name](value, argument, context.language)
        except Unfit as reason:
            if strict:
                message = f'the filter "{name}" can\'t be used here: {reason}'
                raise _Wrong("bad-value", message, _unfit_hint(value, calls, number)) from None
    return value


def _unfit_hint(value: str, calls: Sequence[tuple[str, str | None]], number: int) -> str:
    """What to do where one of `calls`, counted from 1, can't take a value."""
    from deckgen.spec.filters import OF_VALUES
    from deckgen.spec.grid import is_missing

    name = calls[number - 1][0]
    if name in OF_VALUES and any(later == "default" for later, _ in calls[number:]):
        return "change the value, or empty it: the words of its default stand there then"
    if name in OF_VALUES and (is_missing(value) or ("default", value) in calls[:number]):
        return f"where a value may be missing, say last what stands there: | {name} | default: not known"
    return "change the value, or take the filter out"


def _other(name: str | None, context: BindContext) -> str:
    """The value of the variable that stands in for an empty one. It has to be there even where it isn't wanted: a
    mistake in its name would be found by the one row that has an empty cell."""
    if name is None or not re.fullmatch(_NAME, name):
        raise _Wrong(
            "bad-value", "this filter takes the name of another variable", "write {{ short_name | or: school }}"
        )
    value = context.variables.get(name)
    if value is None:
        raise _Wrong("unknown-variable", f'there is no variable "{name}"', _meant(name, context))
    found: str = value
    return found
