"""Text as the author means it: runs with emphasis and links, lists with depth."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span

LINE_BREAK = "\n"


class TextRun(Struct, frozen=True):
    """Words of one look. A line break the author typed is a run whose text is LINE_BREAK alone.

    `link` is a checked target: http, https, mailto or tel, or `slide:ID`; "" is a link whose
    address is still wanted (`[name]()`), set as plain text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    position: Literal["", "super", "sub"] = ""
    link: str | None = None


class Text(Struct, frozen=True):
    """One paragraph of inline Markdown, variables filled in."""

    runs: tuple[TextRun, ...]
    span: Span = NOWHERE

    @property
    def plain(self) -> str:
        """The words alone; a typed line break is a newline."""
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> int:
        """How many words, as the limits in design/KINDS.md count them."""
        return len(self.plain.split())

    def __bool__(self) -> bool:
        return bool(self.runs)


class Item(Struct, frozen=True):
    """An item of a list and the list below it."""

    text: Text
    children: tuple[Item, ...] = ()


class Block(Struct, frozen=True):
    """A paragraph (`bullet` False) or a list item at `level`, as a body or the notes hold them."""

    text: Text
    bullet: bool = False
    level: int = 0
