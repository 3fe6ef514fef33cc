"""brand.yaml: what a brand pack says of itself. docs/brands.md shows every key in use."""

from __future__ import annotations

from typing import Any

from deckgen.brand.color import FIXED_SLOTS, THEME_SLOTS, contrast, hex_of, luminance
from deckgen.brand.faces import OFFICE, TWINS
from deckgen.brand.slots import HexType, PackFileType, PaintType, ShadeType, TableType
from deckgen.brand.tokens import SCALE, STYLE_NAMES
from deckgen.scene import Color
from deckgen.scripts import SYSTEMS
from deckgen.spec.slots import BindContext, SlotType, Spec, optional, required
from deckgen.spec.types.lists import ListOf, One
from deckgen.spec.types.values import ChoiceType, FlagType, NumberType
from deckgen.spec.types.words import WordType

SURFACES = ("paper", "tint", "ground", "bright")
NEEDED_CONTRAST = {"text": 7.0, "title": 7.0, "muted": 7.0, "emph": 4.5, "link": 4.5}
"""The least contrast of each role with the background (WCAG 2.2, 1.4.3 and 1.4.6)."""

_GROUNDS = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}

_slot_name = ChoiceType(*THEME_SLOTS)
_paint: SlotType[Color | str] = PaintType()


class FilesSpec(Spec):
    """The files of a build face. Where one is left out, the nearest stands in."""

    regular = required(PackFileType(".ttf", ".otf"), doc="the upright regular")
    bold = optional(PackFileType(".ttf", ".otf"), doc="the upright bold")
    italic = optional(PackFileType(".ttf", ".otf"), doc="the italic")
    bold_italic = optional(PackFileType(".ttf", ".otf"), doc="the bold italic")


class ScriptFontSpec(Spec):
    """A face for another writing system."""

    office = required(WordType(), doc="the face's name in PowerPoint; it must be on the readers' machines")
    build = required(WordType(), doc="a face as wide: one that ships with deckgen, or `files`")
    share = optional(NumberType(0.5, 1.2), doc="as of any face; left out, that of the Latin face beside it")
    leading = optional(NumberType(100, 250), 100, doc="line spacing in per cent of the style's: Nastaliq needs 170")
    files = optional(One(FilesSpec, "set of font files"), doc="the pack's own files of the build face")

    @classmethod
    def check(cls, spec: ScriptFontSpec, context: BindContext) -> None:
        """The build face must be at hand."""
        _check_build(spec, context)


_scripts = TableType(tuple(SYSTEMS), One(ScriptFontSpec, "face"), what="writing systems")


class FontSpec(Spec):
    """A face: what PowerPoint shows, and the twin that deckgen measures and draws with."""

    office = required(WordType(), doc="the face's name in PowerPoint; it must be on the readers' machines")
    build = required(WordType(), doc="a face with the same advances: one that ships with deckgen, or `files`")
    share = optional(
        NumberType(0.7, 1.2),
        doc="1.2 × usWinAscent / (usWinAscent + usWinDescent) of the "
        "office face; read from `files` where those are the office face's own",
    )
    files = optional(One(FilesSpec, "set of font files"), doc="the pack's own files of the build face")
    scripts = optional(_scripts, {}, doc="faces of this role for other writing systems")

    @classmethod
    def check(cls, spec: FontSpec, context: BindContext) -> None:
        """The build face must be at hand, and the office face's share be known."""
        _check_build(spec, context)
        own = spec.build == spec.office and (spec.files is not None or spec.build not in TWINS)
        if spec.share is None and spec.office not in OFFICE and not own:
            context.diags.error(
                "missing",
                spec.at("office"),
                f'deckgen does not know "{spec.office}"',
                hint="give its own files under `files:`, and it as `build:`; or add `share:`, "
                "1.2 × usWinAscent / (usWinAscent + usWinDescent) of it",
            )


def _check_build(spec: FontSpec | ScriptFontSpec, context: BindContext) -> None:
    if spec.files is None and spec.build not in TWINS:
        context.diags.error(
            "unknown-face",
            spec.at("build"),
            f'"{spec.build}" does not ship with deckgen',
            hint=f"give its own files under `files:`, or take one of {', '.join(TWINS)}",
        )


class FontsSpec(Spec):
    """The faces of a brand."""

    major = required(One(FontSpec, "face"), doc="titles and quotations")
    minor = required(One(FontSpec, "face"), doc="everything else")
    mono = required(One(FontSpec, "face"), doc="code")
    figure = optional(ChoiceType("major", "minor"), "minor", doc="the face whose numerals line up")
    scripts = optional(_scripts, {}, doc="faces for other writing systems, where a role names no other")


class WeightsSpec(Spec):
    """How bold the brand is."""

    title = optional(ChoiceType("regular", "bold"), "bold", doc="weight of titles")


class SizeSpec(Spec):
    """A size with its lead."""

    size = required(NumberType(40, 136), doc="points, a step of the scale")
    lead = required(NumberType(36, 160), doc="points from baseline to baseline")

    @classmethod
    def check(cls, spec: SizeSpec, context: BindContext) -> None:
        """The size must be a step of the scale."""
        if spec.size not in SCALE:
            near = sorted(SCALE, key=lambda step: abs(step - spec.size))[:2]
            context.diags.error(
                "bad-size",
                spec.at("size"),
                f"{spec.size:g} pt is no step of the scale",
                hint=f"nearest: {min(near)} and {max(near)}",
            )


class SurfaceSpec(Spec):
    """A ground and what is legible on it."""

    bg = required(ShadeType(), doc="the ground")
    text = required(ShadeType(), doc="running text")
    title = required(ShadeType(), doc="titles and the wordmark's words")
    muted = required(ShadeType(), doc="sources, context, slide numbers")
    emph = required(ShadeType(), doc="bold words, focus")
    link = required(ShadeType(), doc="links")
    rule = required(ShadeType(), doc="hair lines and quiet art")
    bullet = required(ShadeType(), doc="bullets")
    mark = required(ShadeType(), doc="the wordmark's mark")


class BulletSpec(Spec):
    """The bullet of lists."""

    char = required(WordType(), doc="one character that the minor face has")
    scale = optional(NumberType(25, 400), 100, doc="its size in per cent of the text")

    @classmethod
    def check(cls, spec: BulletSpec, context: BindContext) -> None:
        """PowerPoint takes one character (ECMA-376 part 1, 21.1.2.4.3)."""
        if len(spec.char) != 1:
            context.diags.error(
                "bad-bullet", spec.at("char"), f'"{spec.char}" is more than one character', hint="choose one: • – ▪"
            )


class PlaceSpec(Spec):
    """Where a wordmark stands and how large it is."""

    x = optional(NumberType(0, 960), 48, doc="left edge of the mark, points")
    y = required(NumberType(0, 540), doc="top of the words, points")
    size = required(NumberType(8, 48), doc="size of the words, points")
    lead = required(NumberType(8, 60), doc="from baseline to baseline, points")
    baseline = required(NumberType(0, 540), doc="first baseline of the words, points")
    mark_height = optional(NumberType(0, 200), 0, doc="height of the mark or the logo, points")
    gap = optional(NumberType(0, 100), 0, doc="between mark and words, points")


class WordmarkSpec(Spec):
    """The organisation's name and mark, or its logo."""

    lines = required(ListOf(WordType(), 1, 3), doc="the name in one to three lines")
    font = optional(ChoiceType("major", "minor"), "major", doc="its face, set bold")
    mark = optional(PackFileType(".svg"), doc="the drawn mark")
    marks = optional(TableType(SURFACES, PackFileType(".svg"), what="surfaces"), doc="another mark on some surfaces")
    logo = optional(PackFileType(".svg", ".png", ".jpg", ".jpeg"), doc="a logo that replaces mark and words")
    logos = optional(
        TableType(SURFACES, PackFileType(".svg", ".png", ".jpg", ".jpeg"), what="surfaces"),
        doc="another logo on some surfaces",
    )
    footer = required(One(PlaceSpec, "wordmark's place"), doc="at the foot of slides")
    cover = required(One(PlaceSpec, "wordmark's place"), doc="on cover and closing")

    @classmethod
    def check(cls, spec: WordmarkSpec, context: BindContext) -> None:
        """What is drawn needs a height."""
        drawn = spec.mark or spec.marks or spec.logo or spec.logos
        for key, place in (("footer", spec.footer), ("cover", spec.cover)):
            if drawn and not place.mark_height:
                context.diags.error(
                    "missing", spec.at(key), "the mark has no height here", hint="add `mark_height:`, in points"
                )


class CoverSpec(Spec):
    """How the brand opens and closes a talk."""

    arrangement = required(
        ChoiceType("side", "band"), doc="side: words left, art right; band: a band of ground above, the title below it"
    )
    surface = optional(ChoiceType(*SURFACES), "ground", doc="what the title stands on")
    title_width = optional(NumberType(200, 912), 560, doc="of the title, points")
    art = optional(PackFileType(".svg"), doc="the art, drawn on a field of 960 × 540")
    subtitle_font = optional(ChoiceType("major", "minor"), "minor", doc="face of the subtitle")
    note_surface = optional(ChoiceType(*SURFACES), doc="surface of the art's field, where notes stand on it")


class ChartSpec(Spec):
    """Colours of charts."""

    focus = required(_paint, doc="the series that is the point")
    context = required(_paint, doc="the others")
    sequence = required(ListOf(_paint, 2, 8), doc="where no series is the point, in order")


class TablesSpec(Spec):
    """What tables look like."""

    banded = optional(FlagType(), False, doc="every other row on a tint, instead of a hair line between rows")


class BrandSpec(Spec):
    """A brand pack."""

    name = required(WordType(), doc="the organisation, in full")
    theme = required(TableType(THEME_SLOTS, HexType(), what="theme colours", complete=True), doc="the twelve colours")
    dark_map = optional(
        TableType(("bg1", "tx1", "bg2", "tx2", "hlink", "folHlink"), _slot_name, what="names of the colour map"),
        {},
        doc="what PowerPoint's own colour names mean on dark layouts",
    )
    fonts = required(One(FontsSpec, "set of faces"), doc="the faces")
    weights = optional(One(WeightsSpec, "set of weights"), doc="how bold titles are")
    cover_title = required(One(SizeSpec, "size of type"), doc="the title of the cover")
    tracking = optional(
        TableType(STYLE_NAMES, NumberType(-10, 10), what="styles"), {}, doc="letterspacing by style, points"
    )
    surfaces = required(
        TableType(SURFACES, One(SurfaceSpec, "surface"), what="surfaces", complete=True), doc="the four grounds"
    )
    bullet = required(One(BulletSpec, "bullet"), doc="the bullet of lists")
    wordmark = required(One(WordmarkSpec, "wordmark"), doc="name and mark, or logo")
    cover = required(One(CoverSpec, "cover"), doc="how a talk opens and closes")
    chart = optional(One(ChartSpec, "set of chart colours"), doc="colours of charts")
    tables = optional(One(TablesSpec, "set of table settings"), doc="what tables look like")

    @classmethod
    def check(cls, spec: BrandSpec, context: BindContext) -> None:
        """Every pair of text and ground must be legible, and every colour have a name on dark layouts."""
        for name, surface in spec.surfaces.items():
            for role, need in NEEDED_CONTRAST.items():
                _check_contrast(spec.theme, name, surface, role, need, context)
        mapped = spec.color_map()
        if {mapped[name] for name in _GROUNDS} != set(_GROUNDS.values()):
            context.diags.error(
                "bad-map",
                spec.at("dark_map"),
                "bg1, tx1, bg2 and tx2 must be dk1, lt1, dk2 and lt2 in some order",
                hint="give each of the four once",
            )
        on_dark = [name for name in SURFACES if spec.is_dark(name)]
        if spec.cover.note_surface and spec.is_dark(spec.cover.surface):
            on_dark.append(spec.cover.note_surface)
        for name in dict.fromkeys(on_dark):
            _check_named(name, spec.surfaces[name], mapped, context)

    def is_dark(self, surface: str) -> bool:
        """Whether a surface's words are lighter than its ground."""
        found = self.surfaces[surface]
        return luminance(hex_of(found.bg, self.theme)) < luminance(hex_of(found.text, self.theme))

    def color_map(self) -> dict[str, str]:
        """What PowerPoint's names mean on dark layouts: as given, else as the dark ground has it."""
        ground = self.surfaces["ground"]
        return {
            "bg1": "dk2",
            "tx1": "lt1",
            "bg2": "dk1",
            "tx2": "lt2",
            "hlink": ground.link.slot,
            "folHlink": ground.muted.slot,
            **self.dark_map,
        }


def _check_named(name: str, surface: SurfaceSpec, mapped: dict[str, str], context: BindContext) -> None:
    """Report roles whose colour no name stands for on dark layouts: hlink, where that means another."""
    for role, color in surface.values.items():
        if color.slot in FIXED_SLOTS or color.slot in mapped.values():
            continue
        meant = mapped[color.slot]
        context.diags.error(
            "unknown-colour",
            surface.at(role),
            f'"{color.slot}" means {meant} on dark layouts, so "{role}" on "{name}" cannot be it',
            hint=f"write {meant}, or another colour of the theme",
        )


def _legible(color: Color, ground: str, theme: dict[str, str], need: float) -> str:
    """What to write for a colour that is not legible on `ground`: the nearest shade of it that is."""
    light = contrast(ground, "#000000") > contrast(ground, "#FFFFFF")
    for step in range(1, 100):
        kept = 100 - step
        shade = Color(color.slot, kept * 1000, None if light else step * 1000)
        if contrast(hex_of(shade, theme), ground) >= need:
            written = f"{color.slot}*{kept}" if light else f"{color.slot}*{kept}+{step}"
            return f"write {written}, or a {'darker' if light else 'lighter'} colour of the theme"
    return f"choose another colour, or another ground: no shade of {color.slot} is legible on {ground}"


def _check_contrast(
    theme: dict[str, str], name: str, surface: SurfaceSpec, role: str, need: float, context: BindContext
) -> None:
    color: Any = surface.values[role]
    assert isinstance(color, Color)
    ink, ground = hex_of(color, theme), hex_of(surface.bg, theme)
    ratio = contrast(ink, ground)
    if ratio >= need:
        return
    # Cut, not rounded: 6.996 must not be said to be 7.00 and yet too little.
    context.diags.error(
        "low-contrast",
        surface.at(role),
        f'"{role}" on "{name}" has a contrast of {int(ratio * 100) / 100:.2f} ({ink} on {ground}); it needs {need:g}',
        hint=_legible(color, ground, theme, need),
    )
