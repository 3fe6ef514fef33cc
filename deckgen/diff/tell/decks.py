"""All decks of a project, in the words that every output uses; each change once, with the audiences that have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from deckgen.diagnostics.screen import shown
from deckgen.diff.changes import FactChange
from deckgen.diff.decks import DeckChange, Fate, ProjectDifference, Version, facts_of, slides_of
from deckgen.diff.tell import markdown, text
from deckgen.diff.tell.data import VERSION
from deckgen.diff.tell.phrases import counted, fact

_FATES: tuple[Fate, ...] = ("changed", "added", "gone", "failed", "same")
_TOLD = {"failed": "can't be compared", "same": "the same"}
HERE = "what lies here"


def summary(difference: ProjectDifference) -> str:
    """'2 decks changed, 1 added, 3 the same'; 'no difference in 4 decks'."""
    if difference.nothing:
        return f"no difference in {counted(len(difference.decks), 'deck')}"
    counts = Counter(deck.status for deck in difference.decks)
    told = [f"{counts[fate]:,} {_fate(fate)}" for fate in _FATES if counts[fate]]
    first, _, rest = told[0].partition(" ")
    return ", ".join([f"{first} deck{'' if first == '1' else 's'} {rest}", *told[1:]])


def as_text(difference: ProjectDifference, *, color: bool = False) -> str:
    """The account for people at a terminal, its summary first; decks that are the same are only counted."""
    paint = text.painter(color=color)
    lines = [paint(summary(difference), "head"), paint(shown(_between(difference)), "faint")]
    for deck in _told(difference):
        lines += ["", f"{paint(shown(_title(deck)), 'head')}  {paint(f'[{_fate(deck.status)}]', _style(deck))}"]
        lines += [f"  {shown(line)}" for line in _remarks(deck)]
        for slide, audiences in slides_of(deck):
            lines += [f"  {line}" for line in text.slide_lines(slide, paint, _who(deck, audiences))]
    return "\n".join(lines) + "\n"


def as_markdown(difference: ProjectDifference) -> str:
    """The account as a comment to a pull request; cut where a forge would refuse it."""
    lines = [f"### {markdown.plain(summary(difference))}", "", markdown.plain(_between(difference))]
    room = markdown.MOST - sum(map(len, lines))
    for block in _blocks(difference):
        room -= sum(len(line) + 1 for line in block)
        if room < 0:
            lines += ["", "*… and more: see `deckgen diff DECK --format html`*"]
            break
        lines += block
    return "\n".join(lines) + "\n"


def as_data(difference: ProjectDifference) -> dict[str, Any]:
    """The account for programs. docs/diff.md says what each key means; keys are only ever added."""
    return {
        "version": VERSION,
        "command": "diff",
        "different": not difference.nothing,
        "before": difference.before,
        "after": difference.after,
        "decks": [
            {"deck": deck.deck, "status": deck.status, "row": deck.row, "audiences": list(map(_version, deck.versions))}
            for deck in difference.decks
        ],
    }


def _version(version: Version) -> dict[str, Any]:
    made = {"audience": version.audience, "status": version.status, "before": version.before, "after": version.after}
    return made | (msgspec.to_builtins(version.difference) if version.difference else {})


def _blocks(difference: ProjectDifference) -> Iterator[list[str]]:
    """Lines that belong together: a deck's heading, then each of its slides."""
    for deck in _told(difference):
        heading = f"#### {markdown.plain(_title(deck))} · {_fate(deck.status)}"
        remarks = [f"- {markdown.plain(line)}" for line in _remarks(deck)]
        yield ["", heading, *([""] if remarks else []), *remarks]
        for slide, audiences in slides_of(deck):
            yield ["", *markdown.slide_lines(slide, _who(deck, audiences))]


def _told(difference: ProjectDifference) -> Iterator[DeckChange]:
    return (deck for deck in difference.decks if deck.status != "same")


def _between(difference: ProjectDifference) -> str:
    return f"from {difference.before or HERE} to {difference.after or HERE}"


def _title(deck: DeckChange) -> str:
    return f"{deck.deck} for {deck.row}" if deck.row else deck.deck


def _fate(status: Fate) -> str:
    return _TOLD.get(status, status)


def _style(deck: DeckChange) -> str:
    return {"added": "added", "gone": "lost"}.get(deck.status, "other")


def _remarks(deck: DeckChange) -> Iterator[str]:
    """What there is to say of the deck beside its slides: audiences that came, went or failed; its own facts."""
    for version in deck.versions:
        size = _size(version)
        if version.status == deck.status and size:  # all of the deck came or went
            yield f"{_for(version.audience)}: {size}"
        elif version.status in ("added", "gone") or (version.status == "failed" and _is_partly(deck)):
            yield f"{_for(version.audience)}: {_fate(version.status)}{size and f', {size}'}"
    for change, audiences in facts_of(deck):
        yield f"{_fact(change)}{_who(deck, audiences)}"


def _fact(change: FactChange) -> str:
    return f"the deck's {fact(change)}"


def _size(version: Version) -> str:
    """How many slides came or went with an audience."""
    slides = {"added": version.after, "gone": version.before}.get(version.status)
    return "" if slides is None else counted(slides, "slide")


def _is_partly(deck: DeckChange) -> bool:
    return len({version.status for version in deck.versions}) > 1


def _for(audience: str) -> str:
    return "the whole deck" if audience in ("", "full") else f"for {audience}"


def _who(deck: DeckChange, audiences: tuple[str, ...]) -> str:
    """The audiences that have a change, where others don't."""
    compared = [version.audience for version in deck.versions if version.difference]
    if len(audiences) == len(compared):
        return "" if len(deck.versions) == 1 else "  for everyone"
    return f"  for {', '.join('the whole deck' if one == 'full' else one for one in audiences)}"
