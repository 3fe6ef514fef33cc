"""What a row's files are called: a template of the row's values, made safe for every disk, and never the same twice."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from msgspec.structs import replace

from deckgen.diagnostics import Diagnostic, Diagnostics, Note, Severity, Span
from deckgen.load.nodes import ScalarNode
from deckgen.output.scratch import Scratch
from deckgen.spec.slots import BindContext
from deckgen.spec.types.words import WordType
from deckgen.world import is_device

LONGEST = 120
"""A name is cut after so many bytes of UTF-8, so that there is room for endings on any disk."""
MAX_REPORTED = 5

_UNSAFE = re.compile(r'[<>:"/|?*\\\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+')


class Template:
    """A name with variables in it: `{{ urn }}-{{ school | slug }}`. `language` is the deck's, for its filters."""

    def __init__(self, text: str, span: Span, language: str = "en-GB") -> None:
        self._node, self._language = ScalarNode(text, span), language

    def fill(self, values: Mapping[str, str], diags: Diagnostics, span: Span) -> str | None:
        """The name of the row at `span`; None where there is none (reported)."""
        found = Diagnostics()
        words = WordType("a name").bind(self._node, BindContext(found, values, language=self._language))
        name = safe_name(words) if words else ""
        if words and not name:
            found.error("output-name", span, f'"{words[:60]}" is no name for a file', hint="use letters or digits")
        for one in found:
            diags.add(self._told(one, values, span))
        return name or None

    def _told(self, one: Diagnostic, values: Mapping[str, str], span: Span) -> Diagnostic:
        """What is wrong, said of a name."""
        if one.code == "empty" and "{{" in self._node.text:
            return self._nameless(span)
        if one.code == "unknown-variable" and "vars:" in (one.hint or ""):  # of a deck: a name has the row's alone
            return replace(one, hint=f"a name is made of the row's columns: {', '.join(values)}")
        if one.code == "bad-value":  # the row's, as likely as the template's
            return replace(one, span=span, notes=(*one.notes, Note(one.span, "this asks for it, to name the files")))
        return one

    def _nameless(self, span: Span) -> Diagnostic:
        """Of a row whose cells give no letter: the row is what is wrong, not the template."""
        message = f'this row has no name: nothing stands in "{self._node.text[:100]}"'
        hint = "fill its cell, or name the files otherwise: name: in the deck, or --name"
        return Diagnostic(severity=Severity.ERROR, code="output-name", span=span, message=message, hint=hint)


def safe_name(words: str) -> str:
    """`words` as the name of a file or folder that every disk takes; "" where nothing remains of them.

    What no name may hold becomes a hyphen, and a name that Windows keeps for devices gets an underscore.
    """
    name = unicodedata.normalize("NFC", " ".join(_UNSAFE.sub("-", words).split()))
    name = name.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore").strip(" .-")
    return f"{name.partition('.')[0]}_{name[len(name.partition('.')[0]) :]}" if is_device(name) else name


_EXAMPLE = '--name "{{ urn }}-{{ school | slug }}"'
_DIFFERS = f"put a column into the name that differs in each row: {_EXAMPLE}"
_CUT = f"names are cut after {LONGEST} letters: put what differs in each row first: {_EXAMPLE}"


class Names:
    """The names given so far, as a disk tells them apart that ignores case. None of them is held in memory."""

    def __init__(self) -> None:
        self._taken = Scratch("TABLE names (hash BLOB PRIMARY KEY, line INTEGER) WITHOUT ROWID")
        self.clashes = 0

    def take(self, name: str, line: int, shown: str, diags: Diagnostics) -> bool:
        """Give `name` to the row that begins in `line` (or has this number); a clash is reported, the first few."""
        folded = unicodedata.normalize("NFC", name.casefold()).encode("utf-8", "replace")
        held = hashlib.blake2b(folded, digest_size=16).digest()
        if self._taken.do("INSERT OR IGNORE INTO names VALUES (?, ?)", held, line):
            return True
        (first,) = self._taken.first("SELECT line FROM names WHERE hash = ?", held) or (line,)
        self.clashes += 1
        if self.clashes <= MAX_REPORTED:
            diags.error(
                "output-name",
                Span(shown, line, 1, line, 1),
                f'"{name[:100]}" would be written twice',
                hint=_CUT if len(name.rpartition("/")[2].encode()) >= LONGEST - 3 else _DIFFERS,
                notes=(Note(Span(shown, first, 1, first, 1), "this row has the same name"),),
            )
        return False
