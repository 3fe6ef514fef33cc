"""What the outputs are called, and which names can't stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.world import is_device

FULL = "full"
"""The audience whose deck bears the deck's own name."""

# What no Windows name may hold, or be: a deck built here is opened there.
_UNNAMEABLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]$|^ |^$|^\.')
_LONGEST = 255 - len(".deckgen-0123456789.tmp")


class Output(Struct, frozen=True, kw_only=True):
    """One deck for one audience, on its way to a file. `source` is the deck's YAML."""

    deck: str
    audience: str
    source: str

    @property
    def name(self) -> str:
        """The path below the output folder, with forward slashes: `talk/talk.governors.pptx`."""
        last = self.deck.rpartition("/")[2]
        return f"{self.deck}/{last}.pptx" if self.audience == FULL else f"{self.deck}/{last}.{self.audience}.pptx"


def refuse_names(outputs: Iterable[Output], diags: Diagnostics) -> tuple[Output, ...]:
    """The outputs that can be written; names that clash or that a disk can't hold are reported.

    Two names clash when a disk that ignores case, or writes é in two characters, takes them for one.
    """
    taken: dict[str, Output] = {}
    sound = []
    for output in outputs:
        place = Span.of_file(output.source)
        other = taken.setdefault(_folded(output.name), output)
        if other is not output:
            diags.error(
                "output-name",
                place,
                f'"{output.name}" would be written twice',
                hint="rename one of the decks or audiences",
                notes=(Note(Span.of_file(other.source), f'also written here, as "{other.name}"'),),
            )
        elif (bad := _unnameable(output.name)) is not None:
            diags.error(
                "output-name",
                place,
                f'"{bad}" is no name for a file',
                hint="use letters, digits, hyphens and underscores in names of decks and audiences",
            )
        else:
            sound.append(output)
    return tuple(sound)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _unnameable(name: str) -> str | None:
    for part in name.split("/"):
        if _UNNAMEABLE.search(part) or is_device(part) or len(part.encode("utf-8", "replace")) > _LONGEST:
            return part
    return None
