"""A brand as values: colours, type, surfaces, and the layouts that the kinds make of them."""

# Annotations are values here: of text, msgspec would have to compile each when a compiled brand is read (1 ms).
from typing import Literal, TypeAlias

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.scene import Align, Anchor, Art, BoxLook, Color, FontRole, TextStyle
from deckgen.scripts import LATIN, Writing
from deckgen.units import Emu, Rect, pt

SurfaceName: TypeAlias = Literal["paper", "tint", "ground", "bright"]
ColorRole: TypeAlias = Literal["text", "title", "muted", "emph", "link", "rule", "bullet", "mark"]
PlaceholderType: TypeAlias = Literal["title", "ctrTitle", "subTitle", "body", "pic", "media", "tbl", "chart"]
ListStyle: TypeAlias = Literal["none", "bullets", "turnover", "hung"]
"""How a placeholder's paragraphs stand: flush; bulleted, hanging by 20 pt; turned lines in by 20 pt;
or with an opening quotation mark hung outside the text."""


class Surface(Struct, frozen=True):
    """A ground and the colours that are legible on it. `dark` surfaces carry the dark colour map."""

    name: SurfaceName
    background: Color
    colors: dict[ColorRole, Color]
    dark: bool

    def color(self, role: ColorRole) -> Color:
        """The colour that plays `role` here."""
        return self.colors[role]


class FontFamily(Struct, frozen=True):
    """An office face and its build twin, which has the same advances.

    `share` is the part of a 1.2 em line above the baseline in PowerPoint, from the office face's
    usWinAscent and usWinDescent (NATIVE.md 2). `files` maps "regular", "bold", "italic" and
    "bold_italic" to font files: below the project, or below the package after "package:".
    """

    office: str
    build: str
    share: float
    files: dict[str, str]
    quote: tuple[float, float] = (0.41, 0.435)
    """Advance of the opening quotation mark in em, regular and bold: what a hung quotation hangs by."""
    leading: int = 100
    """Line spacing of text in this face, in per cent of what its style has."""


class Bullet(Struct, frozen=True):
    """The brand's bullet: a character, and its size in per cent of the text."""

    char: str
    scale: int


class Wordmark(Struct, frozen=True):
    """The organisation's name beside its mark, or its logo, by surface: small at the foot of slides,
    large on a cover. All of it is decorative."""

    lines: tuple[str, ...]
    cover_nodes: dict[SurfaceName, tuple[Art, ...]]
    footer_nodes: dict[SurfaceName, tuple[Art, ...]]


class CoverDesign(Struct, frozen=True):
    """How the brand opens and closes a talk.

    `arrangement` "side": words left, art right, on `surface`. "band": a band of ground above, the
    title below it on paper, and three columns at the foot.
    """

    arrangement: Literal["side", "band"]
    surface: SurfaceName
    title_width: Emu
    art: tuple[Art, ...]
    subtitle_font: FontRole = "minor"
    note_surface: SurfaceName | None = None


class ChartColors(Struct, frozen=True):
    """Colours of charts: of the series that is the point, of what is context, and of several equal ones.

    `others` are those of the series beside the point (the first is `context`), `strong` and `rest` of the parts of a
    ring that are the point and that aren't; `dark` are those of them all that words stand light on.
    """

    focus: Color
    context: Color
    sequence: tuple[Color, ...]
    others: tuple[Color, ...]
    strong: tuple[Color, ...]
    rest: tuple[Color, ...]
    dark: tuple[Color, ...]


class Placeholder(Struct, frozen=True, kw_only=True):
    """A named, typed box of a layout that a slot's text or picture fills.

    `slot` is the slot path ("points", "links[0].name"); `name` what PowerPoint's selection pane shows.
    `color` is the text's, `emph` that of bold runs (None: bold keeps the text's colour),
    `link_color` None where the colour map already gives links the right one. `look` is the panel that its words stand
    on, where the panel has to cover what a slide shows below it.
    """

    slot: str
    name: str
    type: PlaceholderType
    idx: int
    rect: Rect
    style: TextStyle
    color: Color
    emph: Color | None = None
    bullet_color: Color | None = None
    link_color: Color | None = None
    anchor: Anchor = "t"
    align: Align = "l"
    list: ListStyle = "none"
    hang: Emu = 0
    space_after: Emu = 0
    max_lines: int | None = None
    prompt: str = ""
    wrap: bool = True
    look: BoxLook | None = None

    def indents(self, level: int) -> tuple[Emu, Emu]:
        """(marL, indent) of a list level, 0 outermost: layouts write it, the setter measures with it."""
        step = pt(20)
        match self.list:
            case "bullets":
                return step * (level + 1), -step
            case "turnover":
                return step * (level + 1), -step
            case "hung":
                return self.hang, -self.hang
            case _:
                return step * level, 0

    def bullet(self, level: int, bullet: Bullet, muted: Color) -> tuple[str, Color] | None:
        """The sign that a paragraph of a list level stands behind, and its colour: the brand's `bullet`, and `muted`
        dashes in lists within lists. None for none."""
        if self.list != "bullets":
            return None
        return (_DASH, muted) if level else (bullet.char, self.bullet_color or self.color)


_DASH = "–"
"""What marks a list inside a list, whatever the brand's bullet is."""


def space_after_at(space_after: Emu, level: int) -> Emu:
    """The gap after a paragraph of a list level: items below the first level stand half as far apart."""
    return space_after if level == 0 else space_after // 2


class Layout(Struct, frozen=True, kw_only=True):
    """A slide layout: one arrangement of one kind.

    `nodes` are its panels, rules, art and wordmark, all decorative, painted below the placeholders.
    `number` is the colour of the slide number (None: the layout shows none). `staged` are the names of those
    nodes that a build brings in: what is to come on a click has to lie on the slide.
    """

    name: str
    kind: str
    surface: SurfaceName
    placeholders: tuple[Placeholder, ...]
    nodes: tuple[Art, ...] = ()
    number: Color | None = None
    staged: tuple[str, ...] = ()

    @property
    def stage(self) -> "Layout":
        """The layout that built slides stand on: without the staged nodes, which they carry themselves."""
        if not self.staged:
            return self
        standing = tuple([node for node in self.nodes if node.name not in self.staged])
        return Layout(
            name=f"{self.name}, built",
            kind=self.kind,
            surface=self.surface,
            placeholders=self.placeholders,
            nodes=standing,
            number=self.number,
        )

    @property
    def props(self) -> tuple[Art, ...]:
        """The staged nodes."""
        return tuple([node for node in self.nodes if node.name in self.staged])

    def placeholder(self, slot: str) -> Placeholder:
        """The placeholder of a slot; KeyError when this arrangement has none."""
        for found in self.placeholders:
            if found.slot == slot:
                return found
        raise KeyError(f"layout {self.name!r} has no placeholder for slot {slot!r}")


class Brand(Struct, frozen=True, kw_only=True):
    """A brand pack, bound and resolved. Everything a kind asks about looks is asked here.

    `name` is the pack's folder, `title` the organisation's name. `files` are the files it was made
    of, below the project's root or, after "package:", below the package; font files are not among
    them. `banded_tables`: every other row of a table is tinted, instead of a line between rows. `scripts` are
    the faces of other writing systems, by system and role; `writing` is how the decks are written that it is for.
    """

    name: str
    title: str
    theme: dict[str, str]
    dark_map: dict[str, str]
    surfaces: dict[SurfaceName, Surface]
    fonts: dict[FontRole, FontFamily]
    figure_font: FontRole
    styles: dict[str, TextStyle]
    bullet: Bullet
    wordmark: Wordmark
    cover: CoverDesign
    chart: ChartColors
    banded_tables: bool = False
    scripts: dict[str, dict[FontRole, FontFamily]] = {}
    writing: Writing = LATIN
    files: tuple[str, ...] = ()
    span: Span = NOWHERE

    @property
    def font_files(self) -> frozenset[str]:
        """Every font file of the brand, of all writing systems: below the project, or the package after "package:"."""
        families = [*self.fonts.values(), *(one for by_role in self.scripts.values() for one in by_role.values())]
        return frozenset(file for family in families for file in family.files.values())

    def style(self, name: str) -> TextStyle:
        """The style of this name, as the brand sets it."""
        return self.styles[name]

    def surface(self, name: SurfaceName) -> Surface:
        """The surface of this name."""
        return self.surfaces[name]

    def hang(self, style: TextStyle) -> Emu:
        """How far an opening quotation mark hangs out in `style`: its own advance."""
        return pt(self.fonts[style.font].quote[style.bold] * style.size)
