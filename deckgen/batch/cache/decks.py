"""Finished decks by what they were made of.

A deck is a function of the project's files that went in, the cells its texts ask for, what the build says, and
deckgen with its libraries. Which files and cells those are is only known once a deck was made; so what earlier decks
of an audience were made from is kept beside them, and holds as long as the files' hashes do.

    asks/    by deckgen and what is said of an audience: the columns that its decks ask for, and the bases at hand
    decks/   by that and a row's cells, and by the inputs: the row's files, told by a base
    inputs/  by their id: files with their hashes
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from deckgen.batch.cache.folder import Folder
from deckgen.batch.cache.told_by import Base, Told, told_by, whole
from deckgen.batch.current import Current
from deckgen.batch.inputs import said_of
from deckgen.batch.task import NONE, CacheUse, Inputs, Job, Task
from deckgen.diagnostics import Diagnostic, Span

ASKS = 8
"""So many sets of columns are tried for a row; an audience's decks seldom ask for more than one."""
BASES = 4
"""So many bases an audience has at most in a format."""
UNLIKE = 24 * 1024
"""A file that has so many bytes of its own is told by another base, if there is to be one more."""
INPUTS = 500
"""So many inputs are held in memory: rows may have files of their own."""
HELD = 24 * 1024**2
"""Bytes of large pieces that are held in memory."""

Files = tuple[tuple[str, bytes], ...]
"""A row's files: what their names end in, and their contents."""


class Asked(Struct, frozen=True, array_like=True):
    """What is known of an audience: columns its decks have asked for, and bases by suffix."""

    asks: tuple[tuple[str, ...], ...] = ()
    bases: dict[str, tuple[str, ...]] = {}


class _Deck(Struct, frozen=True, array_like=True):
    """A row's deck: its files, how many slides it has, what was said of it ("" or the hash of that), and the day that
    it holds for, if only for one."""

    files: tuple[Told, ...]
    slides: int
    said: str
    day: str


class Found(Struct, frozen=True):
    """A row's deck out of the cache."""

    files: Files
    slides: int
    said: tuple[Diagnostic, ...]
    inputs: Inputs


class DeckCache:
    """The finished decks of a job. `hash_of` gives the SHA-256 of a project's file as it is now."""

    def __init__(self, job: Job, use: CacheUse, hash_of: Callable[[str], str]) -> None:
        self._job, self._use = job, use
        self._folder = Folder(use.folder, use.limit)
        self._current = Current(job, hash_of)
        self._keys: dict[str, str] = {}
        self._asked: dict[str, Asked] = {}
        self._names: dict[str, list[str]] = {}
        self._inputs: dict[str, Inputs | None] = {}
        self._bases: dict[str, Base] = {}
        self._large: dict[str, bytes] = {}

    def take_dropped(self) -> int:
        """How many files were not as they had been written, since this was asked last."""
        dropped, self._folder.dropped = self._folder.dropped, 0
        return dropped

    def find(self, task: Task) -> Found | None:
        """The row's deck as an earlier build made it of the same; None where there is none."""
        return next((found for name, inputs in self._made(task) if (found := self._opened(name, inputs))), None)

    def has(self, task: Task) -> bool:
        """Whether `find` would find the row's deck, as far as can be told without reading what it is put together
        from."""
        return any(self._deck(name) is not None for name, _ in self._made(task))

    def _made(self, task: Task) -> Iterator[tuple[str, Inputs]]:
        """The names of decks that were made of what the row's is made of now, and that."""
        for asks in self._known(self._key(task.audience)).asks:
            row = self._row(task, asks)
            for name in self._named(row):
                made_of = name[len(row) + 1 :]
                inputs = self._inputs_of(made_of)
                if inputs is not None and not self._current.difference(made_of, inputs, task.audience):
                    yield name, inputs

    def keep(self, task: Task, found: Found, *, day: str = "") -> None:
        """Keep a row's deck for whoever builds the same next. `day` is the one that it holds for, if only for one."""
        if any(span.file == task.span.file for one in found.said for span in _places(one)):
            return  # what is said of a cell says its line, which may be another one next time
        if self._folder.full:
            return
        key, inputs = self._key(task.audience), found.inputs
        self._write_once("inputs", inputs.id, lambda: msgspec.msgpack.encode(inputs))
        if inputs.asks not in self._known(key).asks or not self._folder.has("asks", key):
            self._note(key, inputs.asks)
        files = tuple([self._told(key, suffix, content) for suffix, content in found.files])
        deck = msgspec.msgpack.encode(_Deck(files, found.slides, self._keep_said(found.said), day))
        self._folder.write("decks", f"{self._row(task, inputs.asks)}-{inputs.id}", deck)

    def _opened(self, name: str, inputs: Inputs) -> Found | None:
        """The deck of this name; None, and it is removed, where it can't be put together."""
        deck = self._deck(name)
        try:
            if deck is None:
                return None
            files = tuple([(told.suffix, self._whole(told)) for told in deck.files])
            said = self._piece(deck.said) if deck.said else b"\x90"
            return Found(files, deck.slides, msgspec.msgpack.decode(said, type=tuple[Diagnostic, ...]), inputs)
        except (msgspec.MsgspecError, _Gone):
            return None
        except (LookupError, ValueError):
            self._folder.drop("decks", name)
            return None

    def _deck(self, name: str) -> _Deck | None:
        """What is kept of the deck of this name, if it holds today."""
        packed = self._folder.read("decks", name)
        try:
            deck = msgspec.msgpack.decode(packed, type=_Deck) if packed is not None else None
        except msgspec.MsgspecError:
            return None
        return deck if deck is not None and deck.day in ("", self._job.today) else None

    def _whole(self, told: Told) -> bytes:
        return whole(told, self._base(told.base) if told.base else None, self._piece)

    def _told(self, key: str, suffix: str, content: bytes) -> Told:
        """A file told by a base that is like it; by a new one where none is; else by whichever is most like it."""
        tried: dict[str, Told] = {}
        if "/" not in suffix and len(content) > UNLIKE // 4:
            for look in (self._known, self._fresh):  # another worker may have made one meanwhile
                for name in look(key).bases.get(suffix, ()):
                    if name not in tried and (told := self._told_by(name, suffix, content)):
                        tried[name] = told
                        if told.own <= UNLIKE:
                            return told
            if len(tried) < BASES and (made := self._new_base(key, suffix, content)):
                return made
        best = min(tried.values(), key=lambda told: told.own, default=None)
        return best or told_by(None, "", suffix, content, self._keep_piece)

    def _told_by(self, name: str, suffix: str, content: bytes) -> Told | None:
        """A file told by this base; None where it is gone, and where it can't be put back."""
        try:
            base = self._base(name)
        except _Gone:
            return None
        there = self._write_once("bases", name, base.packed)
        return told_by(base, name, suffix, content, self._keep_piece) if there else None

    def _new_base(self, key: str, suffix: str, content: bytes) -> Told | None:
        """The file told by itself; None where that can't be kept."""
        base = Base.cut_from(content)
        packed = base.packed()
        name = hashlib.sha256(packed).hexdigest()
        if not self._write_once("bases", name, lambda: packed):
            return None
        self._bases[name] = base
        self._note(key, None, {suffix: (name,)})
        return told_by(base, name, suffix, content, self._keep_piece)

    def _base(self, name: str) -> Base:
        if name not in self._bases:
            packed = self._folder.read("bases", name)
            if packed is None:
                raise _Gone(name)
            while len(self._bases) > 4 * BASES:
                del self._bases[next(iter(self._bases))]
            try:
                self._bases[name] = Base.of(packed)
            except msgspec.MsgspecError:
                raise _Gone(name) from None
        return self._bases[name]

    def _piece(self, name: str) -> bytes:
        """A large piece. What was read last is held, as far as there is room."""
        if name not in self._large:
            piece = self._folder.read("pieces", name)
            if piece is None:
                raise _Gone(name)
            self._hold(name, piece)
        return self._large[name]

    def _hold(self, name: str, piece: bytes) -> None:
        if name in self._large:
            return
        self._large[name] = piece
        room = HELD - sum(map(len, self._large.values()))
        while room < 0 and len(self._large) > 1:
            room += len(self._large.pop(next(iter(self._large))))

    def _keep_piece(self, name: str, piece: bytes) -> None:
        if self._write_once("pieces", name, lambda: piece):
            self._hold(name, piece)

    def _keep_said(self, said: Iterable[Diagnostic]) -> str:
        """The hash of what is said, which most decks have in common; "" for nothing."""
        listed = tuple(said)
        if not listed:
            return ""
        packed = msgspec.msgpack.encode(listed)
        name = hashlib.sha256(packed).hexdigest()
        self._keep_piece(name, packed)
        return name

    def _write_once(self, kind: str, name: str, body: Callable[[], bytes]) -> bool:
        """Keep what is named by what it holds, or was removed meanwhile; whether it is there."""
        return self._folder.has(kind, name) or self._folder.write(kind, name, body())

    def _inputs_of(self, id: str) -> Inputs | None:
        if id not in self._inputs:
            packed = self._folder.read("inputs", id)
            try:
                found = msgspec.msgpack.decode(packed, type=Inputs) if packed is not None else None
            except msgspec.MsgspecError:
                found = None
            while len(self._inputs) > INPUTS:
                del self._inputs[next(iter(self._inputs))]
            self._inputs[id] = found if found is not None and found.id == id else None
        return self._inputs[id]

    def _known(self, key: str) -> Asked:
        return self._asked[key] if key in self._asked else self._fresh(key)

    def _fresh(self, key: str) -> Asked:
        """What is known of an audience by now."""
        packed = self._folder.read("asks", key)
        try:
            self._asked[key] = msgspec.msgpack.decode(packed, type=Asked) if packed is not None else Asked()
        except msgspec.MsgspecError:
            self._asked[key] = Asked()
        return self._asked[key]

    def _note(self, key: str, asks: tuple[str, ...] | None, bases: Mapping[str, tuple[str, ...]] = {}) -> None:
        """Add to what is known of an audience. Where two do so at once, what one knew is found out again."""
        before = self._known(key)
        now = self._fresh(key)
        all_asks = dict.fromkeys([*((asks,) if asks is not None else ()), *now.asks, *before.asks])
        all_bases = {
            suffix: tuple(
                dict.fromkeys([one for each in (bases, now.bases, before.bases) for one in each.get(suffix, ())])
            )
            for suffix in {**bases, **now.bases, **before.bases}
        }
        known = Asked(tuple(all_asks)[:ASKS], {suffix: names[:BASES] for suffix, names in all_bases.items()})
        self._asked[key] = known
        self._folder.write("asks", key, msgspec.msgpack.encode(known))

    def _key(self, audience: str) -> str:
        """What the decks of an audience have in common, whatever their files and rows."""
        if audience not in self._keys:
            said = said_of(self._job, audience)
            self._keys[audience] = _hash(self._use.made_by, said, *sorted(self._job.formats))
        return self._keys[audience]

    def _row(self, task: Task, asks: tuple[str, ...]) -> str:
        """What a row's deck depends on, as far as it is known before its inputs are."""
        cells = [value for name in asks for value in (name, task.values.get(name, NONE))]
        return _hash(self._key(task.audience), *cells)

    def _named(self, row: str) -> list[str]:
        """The names of the decks that were made of these cells; those are left out that came after the first look."""
        if row[:2] not in self._names:
            self._names[row[:2]] = self._folder.names("decks", row)
        names = self._names[row[:2]]
        place = bisect_left(names, row)
        found = []
        while place < len(names) and names[place].startswith(f"{row}-"):
            found.append(names[place])
            place += 1
        return found


class _Gone(Exception):
    """Something that a deck is told by is not there any more: a run that prunes may have been here."""


def _hash(*texts: str) -> str:
    """A hash of texts, each by itself: "ab", "c" is another than "a", "bc"."""
    made = hashlib.sha256()
    for text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        made.update(len(encoded).to_bytes(8, "little"))
        made.update(encoded)
    return made.hexdigest()[:40]


def _places(one: Diagnostic) -> Iterable[Span]:
    return (one.span, *(note.span for note in one.notes))
