"""The one part of a slide that its author calls the point: named by its words, or by its number."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.diagnostics import Span, did_you_mean
from deckgen.spec.slots import BindContext, clipped
from deckgen.spec.text import Text


def focus_index(focus: str | None, names: Sequence[Text | str]) -> int | None:
    """Which of `names` is meant, from 0; None where there is no focus, or it can't be told."""
    if focus is None:
        return None
    plain = [_plain(name) for name in names]
    found = [index for index, name in enumerate(plain) if name == _plain(focus)]
    if not found and focus in (numbers := [str(number) for number in range(1, len(names) + 1)]):
        return numbers.index(focus)
    return found[0] if len(found) == 1 else None


def check_focus(focus: str | None, names: Sequence[Text | str], span: Span, context: BindContext) -> None:
    """Report a focus that names nothing, or more than one thing."""
    if focus is None or focus_index(focus, names) is not None:
        return
    plain = [_plain(name) for name in names]
    if plain.count(_plain(focus)) > 1:
        which = [str(index + 1) for index, name in enumerate(plain) if name == _plain(focus)]
        context.diags.error(
            "ambiguous-focus",
            span,
            f'"{clipped(focus, 40)}" stands here more than once',
            hint=f"say which by its number: {' or '.join(which)}",
        )
        return
    words = [name if isinstance(name, str) else name.plain for name in names]
    context.diags.error(
        "unknown-focus",
        span,
        f'the focus "{clipped(focus, 40)}" names nothing on this slide',
        hint=did_you_mean(focus, words),
    )


def _plain(name: Text | str) -> str:
    words = name if isinstance(name, str) else name.plain
    return " ".join(words.split()).casefold()
