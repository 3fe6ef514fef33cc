"""Laid-out slides and decks as values: what the writer is given, without a layout stage."""

from __future__ import annotations

import hashlib
import io
import random
from functools import cache

from msgspec.structs import replace

from deckgen.scene import (
    Color,
    Crop,
    Deck,
    Group,
    Image,
    Line,
    Link,
    Node,
    Paragraph,
    Picture,
    PlaceholderRef,
    Rule,
    Run,
    Shape,
    Slide,
    TextBox,
)
from deckgen.units import box, pt
from deckgen.write.pptx.compile import compile_template
from deckgen.write.pptx.template import Template
from tests.write.pptx import samples

ACCENT = Color("accent2")
LEXICON = """trust school group children learn collaborate structure teachers leaders quality evidence purpose
single legal moral governance arrangement improvement shared hold"""


@cache
def template() -> Template:
    """The sample brand, compiled."""
    return compile_template(samples.brand(), samples.layouts())


@cache
def photo(width: int = 160, height: int = 90, seed: int = 1) -> Image:
    """A JPEG of noise, which packs no smaller."""
    from PIL import Image as Pillow

    noise = random.Random(seed).randbytes(width * height * 3)
    stream = io.BytesIO()
    Pillow.frombytes("RGB", (width, height), noise).save(stream, "JPEG", quality=40)
    data = stream.getvalue()
    return Image(hashlib.sha256(data).hexdigest(), "jpeg", width, height, data)


def words(text: str, **look: object) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text),), **look)  # type: ignore[arg-type]


def text(slot: str, *paragraphs: Paragraph, layout: str = "Points", **more: object) -> TextBox:
    """Text in the placeholder of a slot, as the layout has it unless `more` says otherwise."""
    given = template().layout(layout).placeholder(slot)
    look: dict[str, object] = {
        "name": slot,
        "rect": given.rect,
        "paragraphs": paragraphs,
        "style": given.style,
        "space_after": given.space_after,
        "color": given.color,
        "anchor": given.anchor,
        "wrap": given.wrap,
        "placeholder": PlaceholderRef(given.type, given.idx),
        "lines": (Line(paragraphs[0].text if paragraphs else "", 0, given.rect.x, given.rect.y, pt(90)),),
    }
    return TextBox(**{**look, **more})  # type: ignore[arg-type]


def slide(name: str, *nodes: Node, layout: str = "Points", **more: object) -> Slide:
    """A slide of these nodes."""
    look: dict[str, object] = {"id": name, "kind": "points", "layout": layout, "title": name, "nodes": nodes}
    return Slide(**{**look, **more})  # type: ignore[arg-type]


def deck(*slides: Slide, **more: object) -> Deck:
    """A deck of these slides."""
    look: dict[str, object] = {
        "title": "A talk",
        "brand": "sample",
        "language": "en-GB",
        "slides": slides,
        "author": "Leora",
        "source": "decks/talk.yaml",
        "epoch": 1_764_000_000,
    }
    return Deck(**{**look, **more})  # type: ignore[arg-type]


def cover(name: str = "talk/cover") -> Slide:
    """A slide on the dark layout."""
    return slide(
        name,
        text("title", words("Joining a Trust"), layout="Cover"),
        text("speaker", words("Leora Cruddas CBE"), layout="Cover"),
        layout="Cover",
        title="Joining a Trust",
        section="Opening",
    )


def everything() -> Slide:
    """A slide with a node of every sort and a run of every look."""
    looks = Paragraph(
        (
            Run("Plain, "),
            Run("bold", bold=True, color=ACCENT),
            Run(" italic", italic=True),
            Run("\n"),
            Run("2", baseline=30_000),
            Run("a link", link=Link(url="https://example.org/a?b=1&c=2")),
            Run("own", color=ACCENT, link=Link(url="https://example.org/ü b")),
            Run("there", link=Link(slide="talk/cover")),
            Run("“", tracking=0),
        ),
        margin=pt(30),
        indent=-pt(10),
        space_after=pt(6),
    )
    own = words("In a style of its own", style=samples.style("small"), bold=True, color=ACCENT)
    free = TextBox(
        name="note",
        rect=box(40, 450, 300, 40),
        paragraphs=(words("Free <text> & more"),),
        lines=(),
        style=samples.style("small"),
        color=Color("accent6"),
    )
    return slide(
        "talk/everything",
        text("title", words("Everything at once")),
        text(
            "points",
            words("First"),
            words("Below", level=1),
            looks,
            own,
            Paragraph(()),
            words("Bulleted", bullet=True),
            words("Not bulleted", bullet=False),
            style=samples.style("body"),
            restyled=True,
            space_after=pt(9),
            right_inset=pt(12),
            moved=True,
        ),
        Picture(
            name="portrait",
            rect=box(344, 380, 60, 60),
            image=photo(),
            alt="A “portrait”",
            crop=Crop(left=21_875, right=21_875),
            placeholder=PlaceholderRef("pic", 80),
        ),
        Picture(name="free", rect=box(700, 380, 60, 60), image=photo(), alt="", decorative=True),
        free,
        samples.DOTS,
        Rule(name="rule", rect=box(40, 440, 300, 0), color=ACCENT, width=pt(1)),
        Group(
            name="pair",
            rect=box(400, 450, 200, 40),
            alt="Two boxes",
            nodes=(
                Shape(name="left", rect=box(400, 450, 90, 40), fill=ACCENT),
                Shape(
                    name="right",
                    rect=box(510, 450, 90, 40),
                    geometry="ellipse",
                    stroke=ACCENT,
                    stroke_width=pt(1),
                ),
            ),
        ),
        section="The evidence",
        title="Everything at once",
        notes=(
            words("Say this."),
            words("and this", bullet=True),
            words("below", bullet=True, level=1),
            Paragraph((Run("Look at "), Run("the source", link=Link(url="https://example.org/")))),
        ),
    )


def sample() -> Deck:
    """A deck with everything in it: a dark slide, a hidden one, one of each node, two sections."""
    contrast = slide(
        "talk/contrast",
        text("better", words("The better question:"), layout="Contrast"),
        text("quote", words("“How can we?”"), layout="Contrast"),
        layout="Contrast",
        hidden=True,
    )
    return deck(cover(), everything(), contrast)


def talk(count: int = 14) -> Deck:
    """A talk of the benchmark's size: notes on every slide, a photograph of about 264 kB, links, lists."""
    rng = random.Random(7)
    lexicon = LEXICON.split()

    def sentence(length: int) -> str:
        return " ".join(rng.choice(lexicon) for _ in range(length)).capitalize() + "."

    def point() -> Paragraph:
        return Paragraph((Run(sentence(4) + " "), Run(sentence(2), bold=True, color=ACCENT), Run(" " + sentence(9))))

    slides = [cover()]
    for number in range(1, count):
        linked = Paragraph((Run("See "), Run(sentence(5), link=Link(url=f"https://example.org/{number}"))))
        nodes: list[Node] = [
            text("title", words(sentence(4))),
            text("points", *(point() for _ in range(4)), linked, restyled=True, style=samples.style("body")),
        ]
        if number == 5:
            nodes.append(
                Picture(
                    name="portrait",
                    rect=box(344, 380, 60, 60),
                    image=photo(1160, 650),
                    alt="A photograph",
                    placeholder=PlaceholderRef("pic", 80),
                )
            )
        slides.append(slide(f"talk/{number}", *nodes, section="The evidence", notes=(words(sentence(25)),)))
    return deck(*(replace(s, notes=s.notes or (words("Welcome."),)) for s in slides))
