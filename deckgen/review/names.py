"""How the two sides of a comparison are named.

    talk.pptx                a file, whoever saved it
    talk                     a deck of this project, as it lies there; all of it
    talk:governors           the same for an audience
    HEAD~1:talk              the deck as a revision has it
    HEAD~1:talk:governors    the same for an audience
    HEAD~1:build/talk.pptx   a file as a revision has it

A name with one colon may mean two things. Where both exist, it is refused with how to write either:
`decks/talk.yaml:parents` is always a deck and an audience, `main:talk:full` always a revision and a deck.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from typing import Protocol

from msgspec import Struct

from deckgen.diagnostics import did_you_mean

_FILES = re.compile(
    r"\.(pptx|potx|ppsx|pptm|potm|ppsm|ppt|pot|pps|odp|otp|key|pdf|docx?|xlsx?|ods|odt|zip|html?)$", re.IGNORECASE
)


class Wrong(Exception):
    """A name that can't be used, in a line with the next act: wrong usage."""


class Name(Struct, frozen=True, kw_only=True):
    """A side: a file at `path`, or `deck` for `audience`, "" where none was named. `revision` "" is what lies there."""

    path: str = ""
    deck: str = ""
    audience: str = ""
    revision: str = ""

    @property
    def told(self) -> str:
        """How it is called in messages: 'talk for governors at HEAD~1'."""
        told = self.path or self.deck
        if self.audience and self.audience != "full":
            told += f" for {self.audience}"
        return f"{told} at {self.revision}" if self.revision else told


class Known(Protocol):
    """What there is to be named."""

    def decks(self, revision: str = "") -> Collection[str]:
        """The decks of the project, or of a revision of it."""
        ...

    def audiences(self, deck: str) -> Collection[str]:
        """The audiences of a deck of the project."""
        ...

    def is_revision(self, text: str) -> bool:
        """Whether git knows it as one."""
        ...

    def revisions(self) -> Collection[str]:
        """The names of branches and tags."""
        ...


def parsed(text: str, known: Known) -> Name:
    """What a side's name means; Wrong where it means nothing, or two things."""
    if not text.strip():
        raise Wrong("a name is empty: give a file, a deck, or REVISION:DECK")
    if os.path.isfile(text) and not _is_deck_file(text) and (_FILES.search(text) or text not in known.decks()):
        return Name(path=text)
    revision, colon, path = text.partition(":")
    if _FILES.search(text):
        in_revision = bool(colon) and len(revision) > 1 and known.is_revision(revision)
        return Name(path=path, revision=revision) if in_revision else Name(path=text)
    parts = text.split(":")
    if len(parts) > 3 or not all(parts[1:]):
        raise Wrong(f'"{text}" can\'t be read: write DECK, DECK:AUDIENCE, REVISION:DECK or REVISION:DECK:AUDIENCE')
    if len(parts) == 3:
        return Name(revision=parts[0], deck=deck_id(parts[1]), audience=parts[2])
    if len(parts) == 2:
        return _of_two(parts[0], parts[1], known)
    return _deck(deck_id(text), text, known)


def may_be_revision(text: str, known: Known) -> bool:
    """Whether a name by itself means a revision: git knows it, and it is neither a file nor a deck."""
    if os.path.isfile(text) or _FILES.search(text) or _is_deck_file(text) or ":" in text:
        return False
    return text not in known.decks() and known.is_revision(text)


def _of_two(first: str, second: str, known: Known) -> Name:
    """DECK:AUDIENCE or REVISION:DECK."""
    version = Name(deck=deck_id(first), audience=second)
    past = Name(deck=deck_id(second), revision=first)
    if _is_deck_file(first):
        return version
    is_deck, is_revision = first in known.decks(), known.is_revision(first)
    if is_deck and is_revision:
        return _chosen(version, past, known)
    if is_deck or is_revision:
        return version if is_deck else past
    hint = did_you_mean(first, known.decks())
    raise Wrong(f'"{first}" is neither a deck of this project nor a revision' + (f"; {hint}" if hint else ""))


def _chosen(version: Name, past: Name, known: Known) -> Name:
    """What is meant where a deck and a revision have the same name: what makes sense, if only one does."""
    as_version = version.audience in known.audiences(version.deck)
    as_past = past.deck in known.decks(past.revision)
    if as_version and as_past:
        raise Wrong(
            f'"{version.deck}:{version.audience}" means two things: write decks/{version.deck}.yaml:{version.audience} '
            f"for the audience, or {past.revision}:{past.deck}:full for the revision"
        )
    return past if as_past else version


def _deck(deck: str, text: str, known: Known) -> Name:
    if deck in known.decks():
        return Name(deck=deck)
    if os.path.exists(text):  # a folder: what is wrong with it is told when it is opened
        return Name(path=text)
    if text != deck or not known.is_revision(text):
        hints = [did_you_mean(deck, names) or "" for names in (known.decks(), known.revisions())]
        hint = next((hint for hint in hints if hint.startswith("did")), hints[0])
        raise Wrong(f'there is no deck or file "{text}"' + (f"; {hint}" if hint else ""))
    raise Wrong(f'"{text}" is a revision: write {text}:DECK')


def _is_deck_file(text: str) -> bool:
    return text.endswith((".yaml", ".yml"))


def deck_id(text: str) -> str:
    """A deck's name, or its file's as the shell completes it."""
    if not _is_deck_file(text):
        return text
    path = os.path.splitext(os.path.normpath(text))[0].replace(os.sep, "/")
    return path.rpartition("decks/")[2]
