"""The scene: the laid-out deck as pure data."""

from deckgen.scene.build import FADE, TRANSITION_MS, WIPE, WIPE_BACK, Effect, Reveal, Step, Transition
from deckgen.scene.diagram import BoxLook, Connector, End
from deckgen.scene.film import Captions, Film, Video
from deckgen.scene.image import Crop, Image
from deckgen.scene.math import Formula, Math
from deckgen.scene.nodes import (
    Deck,
    Group,
    Node,
    Path,
    Picture,
    Rule,
    Shape,
    Slide,
    TextBox,
)
from deckgen.scene.table import Cell, Table, TableRow
from deckgen.scene.text import (
    LINE_BREAK,
    Align,
    Anchor,
    Color,
    FontRole,
    Line,
    Link,
    Paragraph,
    PlaceholderRef,
    Run,
    Script,
    TextStyle,
)

__all__ = [
    "FADE",
    "LINE_BREAK",
    "TRANSITION_MS",
    "WIPE",
    "WIPE_BACK",
    "Align",
    "Anchor",
    "BoxLook",
    "Captions",
    "Cell",
    "Color",
    "Connector",
    "Crop",
    "Deck",
    "Effect",
    "End",
    "Film",
    "FontRole",
    "Formula",
    "Group",
    "Image",
    "Line",
    "Link",
    "Math",
    "Node",
    "Paragraph",
    "Path",
    "Picture",
    "PlaceholderRef",
    "Reveal",
    "Rule",
    "Run",
    "Script",
    "Shape",
    "Slide",
    "Step",
    "Table",
    "TableRow",
    "TextBox",
    "TextStyle",
    "Transition",
    "Video",
]
