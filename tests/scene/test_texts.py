"""What nodes say, boxes and groups alike."""

from deckgen.diagnostics import Span
from deckgen.scene import Color, Group, Node, Paragraph, Rule, Run, TextBox, TextStyle
from deckgen.scene.texts import paragraphs, texts
from deckgen.units import Rect

STYLE = TextStyle(name="body", size=24, spacing=99, font="minor", bold=False, tracking=0, seat=0, foot=0)
SMALL = TextStyle(name="small", size=20, spacing=99, font="minor", bold=False, tracking=0, seat=0, foot=0)
RECT = Rect(0, 0, 10, 10)


def said(*words: str, line: int, style: TextStyle | None = None) -> TextBox:
    made = tuple(Paragraph((Run(word),), style=style) for word in words)
    span = Span("s.yaml", line, 1, line, 2)
    return TextBox(name=words[0], rect=RECT, paragraphs=made, lines=(), style=STYLE, span=span)


NODES: tuple[Node, ...] = (
    said("One", "two", line=1),
    Rule(name="rule", rect=RECT, color=Color("dk1"), width=1),
    Group(name="group", rect=RECT, nodes=(said("three", line=2, style=SMALL),)),
)


def test_words_come_box_by_box_with_their_places() -> None:
    assert [(text, span.line) for text, span in texts(NODES)] == [("One\ntwo", 1), ("three", 2)]


def test_paragraphs_come_with_the_style_they_are_set_in() -> None:
    found = [(p.text, style) for node in NODES for p, style in paragraphs(node)]
    assert found == [("One", STYLE), ("two", STYLE), ("three", SMALL)]
