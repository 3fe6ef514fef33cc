"""The names of audiences that a deck and its slides use, held against those that there are."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.resolve.entries import DeckEntry
from deckgen.resolve.project import DeckFile, Project
from deckgen.resolve.slides import Slide
from deckgen.spec.deck import FULL


def check_entry(entry: DeckEntry, deck: DeckFile, diags: Diagnostics) -> bool:
    """Whether the deck declares the audiences in `only`, `except` and the entry's variants; others are reported.

    Nothing is said where the deck's own audiences can't be told.
    """
    known = deck.declared
    unknown = [name for name in (*(entry.only or ()), *entry.excepted) if name.text not in (known or ())]
    named = [(name.text, name.span, True) for name in unknown if name.text != FULL]
    own = entry.slide.variants if entry.slide else {}
    for key in [variant.key for variant in (*entry.variants.values(), *own.values())]:
        if key.text == FULL:
            _report_full(key.span, diags)
        elif key.text not in (known or ()):
            named.append((key.text, key.span, False))
    for text, span, full in named if known is not None else ():
        hint = _meant(text, [*(known or ()), *([FULL] if full else ())])
        diags.error("unknown-audience", span, f'this deck has no audience "{text[:60]}"', hint=hint)
    return not named


def check_slide(slide: Slide, known: frozenset[str], project: Project, diags: Diagnostics) -> None:
    """Report variants for an audience that no deck of the project declares.

    `known` are the audiences at hand; the other decks are read only for one that is not among them.
    """
    for name, entry in slide.variants.items():
        if name == FULL:
            _report_full(entry.key.span, diags)
        elif name not in known and (declared := project.audiences()) is not None and name not in declared:
            diags.error(
                "unknown-audience",
                entry.key.span,
                f'no deck of this project has an audience "{name[:60]}"',
                hint=_meant(name, declared),
            )


def _meant(name: str, known: Iterable[str]) -> str:
    """The audience that was probably meant; else where audiences are declared."""
    hint = did_you_mean(name, known)
    if hint is not None and hint.startswith("did"):
        return hint
    return f'declare it under "audiences:" in the deck{f"; {hint}" if hint else ""}'


def _report_full(span: Span, diags: Diagnostics) -> None:
    diags.error(
        "reserved-name",
        span,
        f'"{FULL}" is the whole deck, which takes no variants',
        hint="what the slide says itself is what the whole deck says",
    )
