"""The scene: the laid-out deck as pure data."""

from deckgen.scene.nodes import (
    LINE_BREAK,
    Align,
    Anchor,
    Color,
    Crop,
    Deck,
    FontRole,
    Group,
    Image,
    Line,
    Link,
    Node,
    Paragraph,
    Path,
    Picture,
    PlaceholderRef,
    Rule,
    Run,
    Shape,
    Slide,
    TextBox,
    TextStyle,
)

__all__ = [
    "LINE_BREAK", "Align", "Anchor", "Color", "Crop", "Deck", "FontRole", "Group", "Image", "Line",
    "Link", "Node", "Paragraph", "Path", "Picture", "PlaceholderRef", "Rule", "Run", "Shape", "Slide",
    "TextBox", "TextStyle",
]
