"""`{{ name }}` and `{{ name | filter: argument }}` within a text.

A variable is taken out before Markdown is parsed, a mark that no text can hold standing in for it, and
its value is put in afterwards. So a value is only ever words: it can't become markup. `\\{{` is the
literal two braces, and braces that aren't a pair of `{{ }}` stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from deckgen.diagnostics import Span, did_you_mean
from deckgen.load.nodes import ScalarNode
from deckgen.spec.clean import clean
from deckgen.spec.filters import FILTERS, Unfit
from deckgen.spec.place import place
from deckgen.spec.slots import BindContext

MAX_VALUE = 10_000
"""A value with its filters may not be longer (characters)."""

# U+FDD0 and U+FDD1 are noncharacters: `clean` has refused every text that holds them.
_STAND_IN = re.compile("\ufdd0(\\d+)\ufdd1")
_BRACES = re.compile(r"\\\{\{|\{\{(.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"\s*([A-Za-z_][\w-]*(?:\.[\w-]+)*)\s*(\|.*)?", re.DOTALL)
_FILTER = re.compile(r"""\|\s*([A-Za-z]+)\s*(?::\s*("[^"]*"|'[^']*'|[^|"']*?)\s*)?(?=\||$)""")


class Protected(Struct):
    """A text with stand-ins for its variables, what they stand for, and what the author wrote."""

    text: str
    values: tuple[str, ...] = ()
    written: tuple[str, ...] = ()

    def fill(self, text: str, change: Callable[[str], str] = str) -> str:
        """`text`, a part of this one, with each value (as `change` has it) in its place."""
        return _STAND_IN.sub(lambda m: change(self.values[int(m[1])]), text) if self.values else text

    def restore(self, text: str) -> str:
        """`text`, a part of this one, as the author wrote it."""
        return _STAND_IN.sub(lambda m: self.written[int(m[1])], text) if self.written else text


def protect(text: str, node: ScalarNode, before: str, context: BindContext) -> Protected | None:
    """`text` with its variables set aside, or None after reporting the ones that are wrong.

    `before` is what stands in front of `text` in its node; it tells which `{{` of the file this is.
    """
    values: list[str | None] = []
    written: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        written.append(found[0])
        if found[1] is None:
            values.append("{{")
        else:
            nth = (before + text[: found.start()]).count(found[0])
            values.append(_value(found[1], place(node, found[0], nth, context), context))
        return f"\ufdd0{len(values) - 1}\ufdd1"

    marked = _BRACES.sub(set_aside, text)
    sound = tuple(value for value in values if value is not None)
    return Protected(marked, sound, tuple(written)) if len(sound) == len(values) else None


def _value(inside: str, span: Span, context: BindContext) -> str | None:
    """The value that the words between the braces ask for."""
    name = _NAME.fullmatch(inside)
    calls = _calls(name[2] or "") if name else None
    if name is None or calls is None:
        context.diags.error("bad-variable", span, f'"{inside.strip()[:40]}" is not a variable',
                            hint="write {{ name }} or {{ name | filter: argument }}; for braces that "
                            "shall be seen, write \\{{")
        return None
    value = context.variables.get(name[1])
    if value is None:
        if not any(call == "default" for call, _ in calls):
            _report_unknown(name[1], span, context)
            return None
        value = ""
    return _filtered(value, calls, span, context)


def _calls(text: str) -> list[tuple[str, str | None]] | None:
    """The filters of `| a | b: argument`, or None when it isn't written so."""
    found: list[tuple[str, str | None]] = []
    position = 0
    while position < len(text):
        call = _FILTER.match(text, position)
        if call is None:
            return None
        argument = call[2]
        if argument is not None and argument[:1] in ("'", '"'):
            argument = argument[1:-1]
        found.append((call[1], argument))
        position = call.end()
    return found


def _filtered(value: str, calls: list[tuple[str, str | None]], span: Span,
              context: BindContext) -> str | None:
    for name, argument in calls:
        if name not in FILTERS:
            context.diags.error("unknown-filter", span, f'there is no filter "{name}"',
                                hint=did_you_mean(name, FILTERS))
            return None
        try:
            value = FILTERS[name](value, argument)
        except Unfit as reason:
            context.diags.error("bad-value", span, f'the filter "{name}" can\'t be used here: {reason}')
            return None
    if len(value) > MAX_VALUE:
        context.diags.error("value-too-long", span, f"this value has {len(value):,} characters; "
                            f"at most {MAX_VALUE:,} can stand in a text")
        return None
    return clean(value, span, context)


def _report_unknown(name: str, span: Span, context: BindContext) -> None:
    hint = did_you_mean(name, context.variables)
    context.diags.error("unknown-variable", span, f'there is no variable "{name}"', hint=hint or
                        f'give it a value under "vars:" in the deck, or with --set {name}=…')
