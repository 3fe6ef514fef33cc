"""What the outputs are called, and which names can't stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics, Note, Span
from deckgen.world import is_device

FULL = "full"
"""The audience whose deck bears the deck's own name."""

# What no Windows name may hold, or be: a deck built here is opened there.
_UNNAMEABLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]$|^ |^$|^\.')
_LONGEST = 255 - len(".deckgen-0123456789.tmp")


class Output(Struct, frozen=True, kw_only=True):
    """A file of one deck for one audience, on its way to the disk. `source` is the deck's YAML; `suffix` is what the
    name has after the deck's, `.pptx` or of a picture of one slide `.slides/01-cover.png`."""

    deck: str
    audience: str
    source: str
    format: str = "pptx"
    suffix: str = ".pptx"

    @property
    def name(self) -> str:
        """The path below the output folder, with forward slashes: `talk/talk.governors.pptx`."""
        last = self.deck.rpartition("/")[2]
        return f"{self.deck}/{last}{'' if self.audience == FULL else f'.{self.audience}'}{self.suffix}"

    @property
    def owner(self) -> tuple[str, str]:
        """The deck and the audience, whose files there may be several of."""
        return self.deck, self.audience


def refuse_names(outputs: Iterable[Output], diags: Diagnostics) -> tuple[Output, ...]:
    """The outputs that can be written; names that clash or that a disk can't hold are reported.

    Two names clash when a disk that ignores case, or writes é in two characters, takes them for one; and when one
    would lie in the other's folder of slides, which is known by a suffix with a star: `.slides/*.png`.
    """
    outputs = tuple(outputs)
    folders = {_folded(o.name.partition("/*")[0]): o for o in reversed(outputs) if "*" in o.suffix}
    taken: dict[str, Output] = {}
    told: set[tuple[object, object]] = set()
    sound = []
    for output in outputs:
        other = taken.setdefault(_folded(output.name), output)
        if other is output:
            other = _around(output, folders)
        if other is not output:
            if (output.owner, other.owner) not in told:
                _report_twice(output, other, diags)
            told.add((output.owner, other.owner))
        elif (bad := _unnameable(replace(output, suffix=output.suffix.replace("*", "01")).name)) is not None:
            _report_unnameable(bad, output, diags)
        else:
            sound.append(output)
    return tuple(sound)


def _around(output: Output, folders: Mapping[str, Output]) -> Output:
    """Whose folder of slides an output would lie in; itself where in none but its own."""
    name = _folded(output.name)
    while name := name.rpartition("/")[0]:
        other = folders.get(name)
        if other is not None and other.owner != output.owner:
            return other
    return output


def _report_twice(output: Output, other: Output, diags: Diagnostics) -> None:
    diags.error(
        "output-name",
        Span.of_file(output.source),
        f'"{output.name}" would be written twice',
        hint="rename one of the decks or audiences",
        notes=(Note(Span.of_file(other.source), f'also written here, as "{other.name}"'),),
    )


def _report_unnameable(part: str, output: Output, diags: Diagnostics) -> None:
    diags.error(
        "output-name",
        Span.of_file(output.source),
        f'"{part}" is no name for a file',
        hint="use letters, digits, hyphens and underscores in names of decks and audiences",
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _unnameable(name: str) -> str | None:
    for part in name.split("/"):
        if _UNNAMEABLE.search(part) or is_device(part) or len(part.encode("utf-8", "replace")) > _LONGEST:
            return part
    return None
