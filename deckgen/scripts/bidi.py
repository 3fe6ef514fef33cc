"""The Unicode bidirectional algorithm (UAX #9, revision 44): which way each character of a text runs.

Own code, because no kept library with a licence that deckgen may take has it for Python: python-bidi is
LGPL, HarfBuzz leaves it to its callers, and the standard library knows only the classes of characters.
The tests hold it against ICU's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

MAX_DEPTH = 125
"""Deepest level that explicit controls reach (BD2)."""
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
"""What rule X9 takes out: such a character has its neighbour's level."""
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_BLANK = frozenset({"WS", "LRI", "RLI", "FSI", "PDI", *_REMOVED})
_PAIRS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b\u2329"
    "\u232a\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6"
    "\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b"
    "\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc"
    "\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008"
    "\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59"
    "\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
"""BidiBrackets.txt: each opening bracket and the one that closes it."""
_SAME = {"\u2329": "\u3008", "\u232a": "\u3009"}
"""Brackets that are canonically equivalent to others (BD14, BD15)."""
_CLOSING = {opening: _SAME.get(close, close) for opening, close in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
_CLOSED = frozenset(_CLOSING.values())
_MAX_OPEN = 63


def levels(text: str, *, rtl: bool) -> list[int]:
    """The embedding level of each character of one paragraph; odd ones run from right to left.

    `rtl` is the paragraph's direction, which is never guessed from its words.
    """
    base = int(rtl)
    originals = [unicodedata.bidirectional(char) or "L" for char in text]
    classes = list(originals)
    resolved = _explicit(classes, base)
    for places in list(_sequences(originals, resolved)):
        _Sequence(text, originals, resolved, places, base).resolve(classes)
    _implicit(classes, resolved)
    _whitespace(originals, resolved, base)
    return resolved


def visual(levels: Sequence[int]) -> list[int]:
    """The places of a line's characters from left to right (rule L2), by their levels."""
    order = list(range(len(levels)))
    odd = min((level for level in levels if level % 2), default=0)
    for level in range(max(levels, default=0), odd - 1 if odd else 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and levels[order[stop]] >= level:
                stop += 1
            order[start:stop] = reversed(order[start:stop])
            start = max(stop, start + 1)
    return order


def _first_strong(classes: Sequence[str]) -> str:
    """'L', 'R' or '' for none: the direction of the first letter outside of isolates (P2 and P3)."""
    depth = 0
    for kind in classes:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in ("L", "R", "AL"):
            return "L" if kind == "L" else "R"
    return ""


def leaning(text: str) -> str:
    """'L' or 'R': the direction that most letters of `text` run in; '' where it has none."""
    kinds = list(map(unicodedata.bidirectional, text))
    left, right = kinds.count("L"), kinds.count("R") + kinds.count("AL")
    return "" if not left + right else "R" if right > left else "L"


def _explicit(classes: list[str], base: int) -> list[int]:
    """Levels by embeddings, overrides and isolates (X1 to X8); overridden classes are replaced."""
    explicit = _Explicit(classes, base)
    return [explicit.level(place, kind) for place, kind in enumerate(list(classes))]


class _Explicit:
    """The stack of directions that controls of direction build up (BD2, X1)."""

    def __init__(self, classes: list[str], base: int) -> None:
        self._classes, self._base = classes, base
        self._partner = _partners(classes)
        self._stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self._over_isolates = self._over_embeddings = self._isolates = 0

    def level(self, place: int, kind: str) -> int:
        """The level of the character at `place`, of class `kind`; characters come in order."""
        level, override, _ = self._stack[-1]
        if kind in _EMBEDDINGS:
            self._embed(level, *_EMBEDDINGS[kind])
        elif kind in _ISOLATES:
            self._overridden(place, override)
            self._isolate(level, place, kind)
        elif kind == "PDI":
            self._end_isolate()
            level, override, _ = self._stack[-1]
            self._overridden(place, override)
        elif kind == "PDF":
            self._end_embedding()
        elif kind == "B":
            return self._base
        elif kind != "BN":
            self._overridden(place, override)
        return level

    def _overridden(self, place: int, override: str) -> None:
        if override:
            self._classes[place] = override

    def _room(self, above: int) -> bool:
        return above <= MAX_DEPTH and not self._over_isolates and not self._over_embeddings

    def _embed(self, level: int, odd: int, forced: str) -> None:
        above = _above(level, odd)
        if self._room(above):
            self._stack.append((above, forced, False))
        elif not self._over_isolates:
            self._over_embeddings += 1

    def _isolate(self, level: int, place: int, kind: str) -> None:
        odd = int(kind == "RLI")
        if kind == "FSI":
            end = self._partner.get(place, len(self._classes))
            odd = int(_first_strong(self._classes[place + 1 : end]) == "R")
        above = _above(level, odd)
        if self._room(above):
            self._isolates += 1
            self._stack.append((above, "", True))
        else:
            self._over_isolates += 1

    def _end_isolate(self) -> None:
        if self._over_isolates:
            self._over_isolates -= 1
        elif self._isolates:
            self._over_embeddings = 0
            while not self._stack[-1][2]:
                self._stack.pop()
            self._stack.pop()
            self._isolates -= 1

    def _end_embedding(self) -> None:
        if self._over_isolates:
            return
        if self._over_embeddings:
            self._over_embeddings -= 1
        elif not self._stack[-1][2] and len(self._stack) > 1:
            self._stack.pop()


def _above(level: int, odd: int) -> int:
    """The least level above `level` that is odd, or even."""
    return level + 1 + ((level + 1) % 2 != odd)


def _partners(classes: Sequence[str]) -> dict[int, int]:
    """Where each isolate ends (BD9)."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, kind in enumerate(classes):
        if kind in _ISOLATES:
            opened.append(place)
        elif kind == "PDI" and opened:
            found[opened.pop()] = place
    return found


def _sequences(classes: Sequence[str], levels: Sequence[int]) -> Iterator[list[int]]:
    """The isolating run sequences (BD13): places of one level that read on over what is isolated."""
    partner = _partners(classes)
    kept = [place for place, kind in enumerate(classes) if kind not in _REMOVED]
    runs: list[list[int]] = []
    for place in kept:
        if runs and levels[runs[-1][-1]] == levels[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    by_start = {run[0]: run for run in runs}
    continued = {partner[run[-1]] for run in runs if run[-1] in partner}
    for run in runs:
        if run[0] in continued:
            continue
        sequence = list(run)
        while (end := partner.get(sequence[-1])) is not None and end in by_start:
            sequence += by_start[end]
        yield sequence


class _Sequence:
    """One isolating run sequence, resolved in place. `places` are its characters in `text`."""

    def __init__(self, text: str, classes: Sequence[str], levels: Sequence[int], places: list[int], base: int) -> None:
        self._text, self._classes, self._places = text, classes, places
        self._level = levels[places[0]]
        self._own = "R" if self._level % 2 else "L"
        self._kinds: list[str] = []
        self._sos = self._edge(levels, base, before=True)
        self._eos = self._edge(levels, base, before=False)

    def resolve(self, classes: list[str]) -> None:
        """Weak types, brackets, neutrals (W1 to W7, N0 to N2), in `classes`, where overrides have been."""
        self._kinds = [classes[place] for place in self._places]
        self._weak()
        self._brackets()
        self._neutrals()
        for place, kind in zip(self._places, self._kinds, strict=True):
            classes[place] = kind

    def _edge(self, levels: Sequence[int], base: int, *, before: bool) -> str:
        """The direction at the sequence's start or end (X10)."""
        step = -1 if before else 1
        place = self._places[0 if before else -1]
        # An isolate that is never closed ends with the paragraph.
        unclosed = not before and self._classes[place] in _ISOLATES
        place += step
        while 0 <= place < len(levels) and self._classes[place] in _REMOVED:
            place += step
        outside = base if unclosed or not 0 <= place < len(levels) else levels[place]
        return "R" if max(outside, self._level) % 2 else "L"

    def _weak(self) -> None:
        self._marks()
        self._digits()
        self._separators()
        self._terminators()
        strong = self._sos
        for index, kind in enumerate(self._kinds):
            if kind in ("L", "R"):
                strong = kind
            elif kind in ("ES", "ET", "CS"):
                self._kinds[index] = "ON"  # W6
            elif kind == "EN" and strong == "L":
                self._kinds[index] = "L"  # W7

    def _marks(self) -> None:
        """W1: a combining mark is as what it stands on."""
        before = self._sos
        for index, kind in enumerate(self._kinds):
            if kind == "NSM":
                self._kinds[index] = "ON" if before in _ISOLATES or before == "PDI" else before
            before = self._kinds[index] if kind == "NSM" else kind

    def _digits(self) -> None:
        """W2 and W3: European digits after Arabic letters are Arabic; those letters are R."""
        strong = self._sos
        for index, kind in enumerate(self._kinds):
            if kind in ("L", "R", "AL"):
                strong = kind
            elif kind == "EN" and strong == "AL":
                self._kinds[index] = "AN"
        self._kinds = ["R" if kind == "AL" else kind for kind in self._kinds]

    def _separators(self) -> None:
        """W4: a single separator between two numbers belongs to them."""
        kinds = self._kinds
        for index in range(1, len(kinds) - 1):
            around = kinds[index - 1], kinds[index + 1]
            if kinds[index] in ("ES", "CS") and around == ("EN", "EN"):
                kinds[index] = "EN"
            elif kinds[index] == "CS" and around == ("AN", "AN"):
                kinds[index] = "AN"

    def _terminators(self) -> None:
        """W5: a row of terminators beside a European number belongs to it."""
        kinds = self._kinds
        index = 0
        while index < len(kinds):
            stop = index
            while stop < len(kinds) and kinds[stop] == "ET":
                stop += 1
            beside = (index > 0 and kinds[index - 1] == "EN") or (stop < len(kinds) and kinds[stop] == "EN")
            if stop > index and beside:
                kinds[index:stop] = ["EN"] * (stop - index)
            index = max(stop, index + 1)

    def _brackets(self) -> None:
        """N0: a pair of brackets runs as what is within, or as the text around."""
        for first, last in self._pairs():
            inner = {_direction(kind) for kind in self._kinds[first + 1 : last]}
            if self._own in inner:
                self._paired(first, last, self._own)
            elif inner & {"L", "R"}:
                before = next((d for k in reversed(self._kinds[:first]) if (d := _direction(k))), self._sos)
                self._paired(first, last, before if before != self._own else self._own)

    def _paired(self, first: int, last: int, direction: str) -> None:
        for index in (first, last):
            self._kinds[index] = direction
            for mark in range(index + 1, len(self._kinds)):
                if unicodedata.bidirectional(self._text[self._places[mark]]) != "NSM":
                    break
                self._kinds[mark] = direction

    def _pairs(self) -> list[tuple[int, int]]:
        """The bracket pairs (BD16), by their openings."""
        found: list[tuple[int, int]] = []
        opened: list[tuple[str, int]] = []
        for index, place in enumerate(self._places):
            char = self._text[place]
            if self._kinds[index] != "ON":
                continue
            if char in _CLOSING:
                if len(opened) == _MAX_OPEN:
                    return []
                opened.append((_CLOSING[char], index))
            elif (char := _SAME.get(char, char)) in _CLOSED:
                depth = next((d for d in range(len(opened) - 1, -1, -1) if opened[d][0] == char), None)
                if depth is not None:
                    found.append((opened[depth][1], index))
                    del opened[depth:]
        return sorted(found)

    def _neutrals(self) -> None:
        """N1 and N2: neutrals between like directions take that one, others the sequence's own."""
        kinds = self._kinds
        index, before = 0, self._sos
        while index < len(kinds):
            if kinds[index] not in _NEUTRAL:
                before = _direction(kinds[index]) or before
                index += 1
                continue
            stop = index
            while stop < len(kinds) and kinds[stop] in _NEUTRAL:
                stop += 1
            after = _direction(kinds[stop]) if stop < len(kinds) else self._eos
            kinds[index:stop] = [before if before == after else self._own] * (stop - index)
            index = stop


def _direction(kind: str) -> str:
    """The direction that a class stands for among neutrals: numbers count as R."""
    return "L" if kind == "L" else "R" if kind in ("R", "AN", "EN") else ""


def _implicit(classes: Sequence[str], levels: list[int]) -> None:
    """I1 and I2: letters and numbers against the level's own direction rise above it."""
    for place, kind in enumerate(classes):
        if kind in _REMOVED:
            continue
        if levels[place] % 2:
            levels[place] += kind in ("L", "EN", "AN")
        else:
            levels[place] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _whitespace(originals: Sequence[str], levels: list[int], base: int) -> None:
    """L1 for the whole paragraph as one line, and a level for what X9 has taken out."""
    trailing = True
    for place in range(len(levels) - 1, -1, -1):
        kind = originals[place]
        if kind in ("S", "B"):
            trailing = True
            levels[place] = base
        elif trailing and kind in _BLANK:
            levels[place] = base
        else:
            trailing = False
    for place, kind in enumerate(originals):
        if kind in _REMOVED and levels[place] != base:
            levels[place] = levels[place - 1] if place else base
