"""The names of audiences that a deck and its slides use, held against those that there are."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.resolve.entries import DeckEntry
from deckgen.resolve.project import DeckFile, Project
from deckgen.resolve.slides import Slide
from deckgen.spec.deck import FULL


def check_entry(entry: DeckEntry, deck: DeckFile, diags: Diagnostics) -> None:
    """Report audiences in `only`, `except` and the entry's variants that the deck doesn't declare."""
    known = deck.spec.audiences or {}
    for name in (*(entry.only or ()), *entry.excepted):
        if name.text != FULL and name.text not in known:
            diags.error(
                "unknown-audience",
                name.span,
                f'this deck has no audience "{name.text}"',
                hint=did_you_mean(name.text, [*known, FULL]),
            )
    own = entry.slide.variants if entry.slide else {}
    for key in [variant.key for variant in (*entry.variants.values(), *own.values())]:
        if key.text == FULL:
            _report_full(key.span, diags)
        elif key.text not in known:
            diags.error(
                "unknown-audience",
                key.span,
                f'this deck has no audience "{key.text}"',
                hint=did_you_mean(key.text, known) or 'declare it under "audiences:"',
            )


def check_slide(slide: Slide, known: frozenset[str], project: Project, diags: Diagnostics) -> None:
    """Report variants for an audience that no deck of the project declares.

    `known` are the audiences at hand; the other decks are read only for one that is not among them.
    """
    for name, entry in slide.variants.items():
        if name == FULL:
            _report_full(entry.key.span, diags)
        elif name not in known and name not in project.audiences():
            diags.error(
                "unknown-audience",
                entry.key.span,
                f'no deck of this project has an audience "{name}"',
                hint=did_you_mean(name, project.audiences()),
            )


def _report_full(span: Span, diags: Diagnostics) -> None:
    diags.error(
        "reserved-name",
        span,
        f'"{FULL}" is the whole deck, which takes no variants',
        hint="what the slide says itself is what the whole deck says",
    )
