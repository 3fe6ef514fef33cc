"""Code: a few lines of text for machines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import BODY_X, Frame, Ink
from deckgen.layout.setter import Attempt, Setter
from deckgen.scene import Paragraph, Run
from deckgen.spec.slots import Advice, Spec, optional, required
from deckgen.spec.text import Text
from deckgen.spec.types import TextType
from deckgen.spec.types.code import CodeType

TOP, FOOT = 42, 456
"""The panel's upper and lower edge."""
INSIDE = 28
FIRST, NOTE, NOTE_LOW = 90, 400, 438
"""First baseline of the code and of the note; and the note's last where the code needs the room."""
STEPS = ((34, NOTE), (34, NOTE_LOW), (28, NOTE_LOW))
"""From line to line, and where the note stands. Lines never turn: what is between them is space after a paragraph."""
CLEAR = 14

_KEY = re.compile(r"(\s*(?:- )?)([\w.-]+:)(?=\s|$)")


class CodeSpec(Spec):
    """What code holds."""

    title = required(TextType(), placeholder="title")
    lines = required(CodeType(2, 10, advised=46), placeholder="body", doc="as they are: no Markdown, no variables")
    note = optional(TextType(), advice=Advice(words=20), placeholder="body")


@register("code")
class Code(Kind):
    """A few lines of text for machines, in the monospaced face. The keys of `key: value` lines stand out.

    Slots:
        slot   type        required  advice            placeholder
        title  text        yes       –                 title
        lines  2–10 lines  yes       –                 body
            as they are: no Markdown, no variables
        note   text        no        at most 20 words  body

    Example:
        kind: code
        title: A slide is five lines of text
        lines: |
          kind: number
          number: 94%
          meaning: of our teachers planned a lesson
          comparison: Two years ago it was 61%.
          source: Trust staff survey, May 2026
        note: Save the file, and the deck is built in your colours.
    """

    spec = CodeSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        frame = Frame(brand)
        x, w = BODY_X + INSIDE, 560
        lines = frame.hang(
            "lines", "Code", idx=1, style="code", x=x, baseline=FIRST, w=w, h=350, on="tint", gap=10.2, emphasis=True
        )
        note = frame.stand(
            "note", "Note", idx=60, style="small", x=x, baseline=NOTE, w=540, h=52, role="muted", on="tint"
        )
        panel = Ink(brand, "tint").panel("Panel", BODY_X, TOP, 960 - BODY_X, FOOT - TOP)
        return (frame.layout("code", "Code", frame.title_side(), lines, note, nodes=(panel,)),)

    def attempts(self, spec: CodeSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Code")
        turned = page.pitch("small") * (page.lines(page.fill("note", spec.note)) - 1)
        made = [_line(line, page.layout.placeholder("lines")) for line in spec.lines]
        for pitch, low in STEPS:
            last = min(low + turned, NOTE_LOW)
            note = page.fill("note", spec.note, baseline=last)
            foot = last - page.height(note) - CLEAR if note else FOOT - INSIDE
            gap = pitch - page.pitch("code")
            # A line that turned would be read as two: it takes room that the lines don't have.
            room = min(foot - FIRST + page.seat("code"), len(made) * pitch - gap + 1)
            lines = page.fill("lines", made, gap=gap, limit=room, span=spec.at("lines"))
            yield page.attempt(page.fill("title", spec.title), lines, note)


def _line(line: Text, placeholder: Placeholder) -> Paragraph:
    """One line, its key in bold."""
    found = _KEY.match(line.plain)
    if not found:
        return Paragraph(tuple([Run(run.text) for run in line.runs]))
    before, key, rest = found[1], found[2], line.plain[found.end() :]
    bold = Run(key, bold=True, color=placeholder.emph)
    return Paragraph(tuple([run for run in (Run(before), bold, Run(rest)) if run.text]))
