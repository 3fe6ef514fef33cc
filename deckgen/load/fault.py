"""Where libyaml gave up, and what was known by then: what the explanations of a mistake go by."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.load.compose import Composer
from deckgen.load.source import Source


class Fault(Struct):
    """Where the parser stopped (`at`), what it says, and how far the composer had come.

    `begun` is where the thing began that it was in the middle of, if it says so. Offsets are code
    points.
    """

    source: Source
    composer: Composer
    problem: str
    context: str
    at: int
    begun: int | None

    @property
    def line(self) -> tuple[int, int]:
        """Where the line of `at` begins and ends."""
        return self.source.line_at(self.at)

    @property
    def first(self) -> int:
        """The offset of the first thing on the line."""
        begin, end = self.line
        text = self.source.text[begin:end]
        return begin + len(text) - len(text.lstrip())

    @property
    def in_flow(self) -> bool:
        """Whether a `[` or `{` is open."""
        return any(one.flow for one in self.composer.opened)

    @property
    def outermost(self) -> int | None:
        """Where the first of the brackets begins that the parser was within; None for none."""
        begun = [one.start for one in self.composer.opened if one.flow]
        # The parser gives an opening bracket out only when it has seen what follows.
        before = len(self.source.text[: self.at].rstrip()) - 1
        begun += [at for at in (self.begun, before) if at is not None and self.source.text[at : at + 1] in ("[", "{")]
        return min(begun, default=None)

    @property
    def last(self) -> tuple[int, int, str] | None:
        """Start, end and quote of the last text read, if it goes over several lines and ends here."""
        event = self.composer.last
        if event is None or event.start_mark.line == event.end_mark.line:
            return None
        begin, end = self.line
        if not begin <= event.end_mark.index <= end:
            return None
        return event.start_mark.index, event.end_mark.index, event.style or ""

    def line_number(self, offset: int) -> int:
        """The line of an offset."""
        return self.source.span(offset, offset).line

    @property
    def point(self) -> Span:
        """The place the parser stopped at: one character."""
        return self.source.span(self.at, self.at + 1)
