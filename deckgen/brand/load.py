"""Brands: from a pack's folder to a `Brand`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from deckgen.brand.art import Palette, Place, draw
from deckgen.brand.chart_colors import chart_colors
from deckgen.brand.color import themed
from deckgen.brand.faces import OFFICE, SCRIPTS, TWINS, shipped_family
from deckgen.brand.fontfile import FontFacts, font_facts
from deckgen.brand.model import (
    Brand,
    Bullet,
    ChartColors,
    ColorRole,
    CoverDesign,
    FontFamily,
    Surface,
    SurfaceName,
)
from deckgen.brand.own_words import check_own_words
from deckgen.brand.pack import BRANDS, Pack, brand_names, find_pack
from deckgen.brand.spec import BrandSpec, CoverSpec, FontSpec, ScriptFontSpec, SurfaceSpec, WordmarkSpec
from deckgen.brand.svg import Drawing, read_svg
from deckgen.brand.tokens import Typography, text_styles
from deckgen.brand.wordmark import WordmarkArt, WordmarkMaker
from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.load.yaml import load_yaml
from deckgen.scene import FontRole, Image
from deckgen.scripts import SYSTEMS
from deckgen.spec.slots import BindContext, bind
from deckgen.units import pt
from deckgen.world import World

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")  # longer ones are no folders anywhere


def load_brand(world: World, name: str, diags: Diagnostics, span: Span) -> Brand | None:
    """The brand `name`, or None after reporting; `span` is where it is asked for.

    A pack in assets/brands comes before the one that ships with deckgen.
    """
    pack = find_pack(world, name) if NAME.fullmatch(name) else None
    if pack is None:
        diags.error("unknown-brand", span, f'there is no brand "{name[:60]}"', hint=_hint(world, name))
        return None
    before = len(diags.errors)
    node = load_yaml(pack.view(), pack.path("brand.yaml"), diags)
    spec = bind(BrandSpec, node, BindContext(diags), what="brand") if node else None
    if spec is None:
        return None
    brand = _Maker(pack, spec, diags).make()
    if len(diags.errors) == before:
        check_own_words(brand, spec, pack.view(), diags)
    return brand if len(diags.errors) == before else None


def _hint(world: World, name: str) -> str | None:
    """The brand that was probably meant; or that the folder is there, and only its brand.yaml isn't."""
    bare = name.removeprefix(f"{BRANDS}/").removesuffix("/brand.yaml").rstrip("/")
    if bare in brand_names(world):
        return f"write {bare}"
    if NAME.fullmatch(name) and (there := list(world.list(f"{BRANDS}/{name}", ""))):
        meant = [path for path in there if path.lower() in (f"{BRANDS}/{name}/brand{end}".lower() for end in _ENDINGS)]
        return f"rename {meant[0]} to brand.yaml" if meant else f"the folder {BRANDS}/{name} has no brand.yaml"
    if loose := [path for path in world.list(BRANDS, "") if path in (f"{BRANDS}/{name}.yaml", f"{BRANDS}/{name}.yml")]:
        return f"move {loose[0]} to {BRANDS}/{name}/brand.yaml"
    return did_you_mean(name, brand_names(world))


_ENDINGS = (".yaml", ".yml", ".yaml.txt", ".txt", ".json")


class _Maker:
    """Makes one brand from its bound file, reading what the file names."""

    def __init__(self, pack: Pack, spec: BrandSpec, diags: Diagnostics) -> None:
        self.pack, self.spec, self.diags = pack, spec, diags
        self.files = [pack.path("brand.yaml")]
        self.drawings: dict[str, Drawing | None] = {}

    def make(self) -> Brand:
        """The brand; where a file of the pack is wrong, that is reported and left out."""
        spec = self.spec
        theme = spec.theme
        surfaces: dict[SurfaceName, Surface] = {
            name: _surface(name, found, dark=spec.is_dark(name))  # type: ignore[misc, arg-type]
            for name, found in spec.surfaces.items()
        }
        typography = self._typography()

        def palette(surface: Surface) -> Palette:
            return Palette(theme, surface)

        return Brand(
            name=self.pack.name,
            title=spec.name,
            theme=theme,
            dark_map=spec.color_map(),
            surfaces=surfaces,
            fonts=dict(typography.fonts),
            scripts=self._scripts(typography.fonts),
            figure_font=typography.figure_font,
            styles=text_styles(typography),
            bullet=Bullet(spec.bullet.char, round(spec.bullet.scale)),
            wordmark=WordmarkMaker(
                spec.wordmark, self._wordmark_art(spec.wordmark), typography, palette, self.diags
            ).make(surfaces),
            cover=self._cover(spec.cover, palette(surfaces[spec.cover.surface])),  # type: ignore[index]
            chart=_chart(spec),
            banded_tables=spec.tables is not None and spec.tables.banded,
            files=tuple(dict.fromkeys(self.files)),
            span=spec.span,
        )

    def _typography(self) -> Typography:
        spec = self.spec
        fonts: dict[FontRole, FontFamily] = {
            "major": self._family(spec.fonts.major),
            "minor": self._family(spec.fonts.minor),
            "mono": self._family(spec.fonts.mono),
        }
        title = spec.weights.title if spec.weights else "bold"
        size = round(spec.cover_title.size), round(spec.cover_title.lead)
        return Typography(
            fonts=fonts,
            figure_font="major" if spec.fonts.figure == "major" else "minor",
            bold_titles=title == "bold",
            tracking=spec.tracking,
            cover_title=size,
        )

    def _family(self, font: FontSpec) -> FontFamily:
        known = OFFICE.get(font.office)
        share = font.share or (known.share if known else None)
        if font.files is None:
            twin = TWINS[font.build]
            return FontFamily(font.office, font.build, share or 1, twin.paths(), twin.quote)
        facts = {style: self._font_facts(file, font.files.at(style)) for style, file in font.files.values.items()}
        regular, bold = facts["regular"], facts.get("bold", facts["regular"])
        return FontFamily(
            font.office,
            font.build,
            share or regular.share,
            {style: self.pack.path(file) for style, file in font.files.values.items()},
            (regular.quote, bold.quote),
        )

    def _scripts(self, fonts: Mapping[FontRole, FontFamily]) -> dict[str, dict[FontRole, FontFamily]]:
        """The faces of other writing systems: the role's own, else the brand's, else those that ship with deckgen."""
        spec = self.spec.fonts
        own = {"major": spec.major.scripts, "minor": spec.minor.scripts, "mono": spec.mono.scripts}
        found: dict[str, dict[FontRole, FontFamily]] = {}
        for system in SYSTEMS:
            for role, latin in fonts.items():
                given = own[role].get(system) or spec.scripts.get(system)
                if given is not None:
                    found.setdefault(system, {})[role] = self._script_family(given, latin)
                elif system in SCRIPTS:
                    found.setdefault(system, {})[role] = shipped_family(*SCRIPTS[system])
        return found

    def _script_family(self, font: ScriptFontSpec, latin: FontFamily) -> FontFamily:
        known = OFFICE.get(font.office)
        if font.files is None:
            family = shipped_family(font.office, font.build)
        else:
            facts = self._font_facts(font.files.regular, font.files.at("regular"))
            files = {style: self.pack.path(file) for style, file in font.files.values.items()}
            own = facts.share if font.office == font.build else latin.share
            family = FontFamily(font.office, font.build, known.share if known else own, files)
        return replace(family, share=font.share or family.share, leading=round(font.leading))

    def _font_facts(self, file: str, span: Span) -> FontFacts:
        """The facts of a font file; where it can't be read, that is reported and some stand in."""
        data = self.pack.read(file, self.diags, span)
        facts = font_facts(data) if data else None
        if data and facts is None:
            self.diags.error(
                "bad-font",
                span,
                f'"{file}" is not a font that can be measured, or not a whole one',
                hint="give a TrueType or OpenType file (.ttf, .otf), saved to its end",
            )
        return facts or FontFacts(0.5, 1)

    def _cover(self, cover: CoverSpec, palette: Palette) -> CoverDesign:
        art = self._drawing(cover.art, cover.at("art")) if cover.art else None
        shapes = (
            draw(art, name="Art", place=Place(0, 0, 960 / art.width), palette=palette, diags=self.diags) if art else ()
        )
        return CoverDesign(
            arrangement="band" if cover.arrangement == "band" else "side",
            surface=palette.surface.name,
            title_width=pt(cover.title_width),
            art=shapes,
            subtitle_font="major" if cover.subtitle_font == "major" else "minor",
            note_surface=cover.note_surface,  # type: ignore[arg-type]
        )

    def _wordmark_art(self, spec: WordmarkSpec) -> WordmarkArt:
        marks: dict[SurfaceName, Drawing] = {}
        logos: dict[SurfaceName, Drawing | Image] = {}
        for name in self.spec.surfaces:
            mark = (spec.marks or {}).get(name, spec.mark)
            logo = (spec.logos or {}).get(name, spec.logo)
            if logo:
                given = self._logo(logo, spec.at(_key("logo", name, spec.logos)))
                if given:
                    logos[name] = given  # type: ignore[index]
            elif mark:
                drawn = self._drawing(mark, spec.at(_key("mark", name, spec.marks)))
                if drawn:
                    marks[name] = drawn  # type: ignore[index]
        return WordmarkArt(marks, logos)

    def _logo(self, file: str, span: Span) -> Drawing | Image | None:
        if file.lower().endswith(".svg"):
            return self._drawing(file, span)
        from deckgen.load.picture import load_picture

        if self.pack.read(file, self.diags, span) is None:
            return None
        self.files.append(self.pack.path(file))
        return load_picture(self.pack.view(), self.pack.path(file), span, self.diags)

    def _drawing(self, file: str, span: Span) -> Drawing | None:
        if file not in self.drawings:
            data = self.pack.read(file, self.diags, span)
            self.files.append(self.pack.path(file))
            self.drawings[file] = read_svg(data, self.pack.path(file), self.diags) if data else None
        return self.drawings[file]


def _key(key: str, surface: str, overrides: Mapping[str, str] | None) -> str:
    """Which key of the wordmark names the file for a surface: 'mark', or 'marks' where that has its own."""
    return f"{key}s" if overrides and surface in overrides else key


def _surface(name: SurfaceName, spec: SurfaceSpec, *, dark: bool) -> Surface:
    roles: tuple[ColorRole, ...] = ("text", "title", "muted", "emph", "link", "rule", "bullet", "mark")
    return Surface(name, spec.bg, {role: spec.values[role] for role in roles}, dark)


def _chart(spec: BrandSpec) -> ChartColors:
    theme = spec.theme
    if spec.chart is None:
        paper = spec.surfaces["paper"]
        return chart_colors(paper.emph, paper.muted, (paper.emph, paper.muted), theme)
    focus, context, *sequence = (
        themed(color, theme) for color in (spec.chart.focus, spec.chart.context, *spec.chart.sequence)
    )
    return chart_colors(focus, context, sequence, theme)
