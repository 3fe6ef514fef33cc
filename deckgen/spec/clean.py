"""Characters that a slide can hold, and those it can't."""

from __future__ import annotations

import re

from deckgen.diagnostics import Span
from deckgen.spec.slots import BindContext

MAX_TEXT = 20_000
"""Longer texts are refused before anything looks for markup in them (characters)."""

_NEVER = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_ODD = f"[{_NEVER}\u2028-\u202e\u2066-\u2069]"
_BREAK = "\r\n|[\r\x0b\x85\u2028\u2029]"
_OVERRIDES = "[\u202d\u202e]"
_OPEN_BIDI, _OPEN_ISOLATE = "[\u202a\u202b]", "[\u2066\u2067\u2068]"


def clean(text: str, span: Span, context: BindContext) -> str | None:
    """`text` with every line break as a newline, or None after reporting what no slide can hold.

    Control characters, lone surrogates and noncharacters are errors (XML 1.0, 2.2 and Unicode 23.7);
    bidirectional controls that are left open are a warning: they can hide the order of words.
    """
    if len(text) > MAX_TEXT:
        context.diags.error(
            "text-too-long",
            span,
            f"this text has {len(text):,} characters; no slide holds more than {MAX_TEXT:,}",
            hint="put it on several slides",
        )
        return None
    # No odd character is printable, so that nearly no text needs a closer look.
    if text.isprintable() or text.replace("\n", "").isprintable() or not re.search(_ODD, text):
        return text
    text = re.sub(_BREAK, "\n", text)
    if illegal := re.search(f"[{_NEVER}]", text):
        context.diags.error(
            "control-character",
            span,
            f"the character U+{ord(illegal[0]):04X} can't stand on a slide",
            hint="delete it; it is invisible, and was likely pasted",
        )
        return None
    if override := re.search(_OVERRIDES, text):
        _report_override(override[0], span, context)
        return None
    if _unbalanced(text):
        context.diags.warning(
            "bidi-control",
            span,
            "a control for the direction of writing is left open here",
            hint="close it with U+202C or U+2069, or delete it",
        )
    return text


def _report_override(char: str, span: Span, context: BindContext) -> None:
    """Report a character that makes words be read in another order than they are written (CVE-2021-42574)."""
    from deckgen.spec.place import place_within

    context.diags.error(
        "bidi-override",
        place_within(span, char, 0, context),
        f"the character U+{ord(char):04X} turns words round: a slide would show another text than it holds",
        hint="delete it; a deck's language says which way its words run",
    )


def _unbalanced(text: str) -> bool:
    opened, isolated = len(re.findall(_OPEN_BIDI, text)), len(re.findall(_OPEN_ISOLATE, text))
    return opened != text.count("\u202c") or isolated != text.count("\u2069")
