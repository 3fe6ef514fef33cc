"""The stages in order. Read this page first.

    load      YAML -> nodes with positions                      deckgen.load
    resolve   one audience: running order, variants, variables  deckgen.resolve
    bind      typed slots, mistakes at their places             deckgen.bind
    lay_out   kind + brand -> scene                             deckgen.layout, deckgen.kinds
    check     rules over the laid-out deck                      deckgen.checks
    write     scene -> .pptx                                    deckgen.write
    draw      scene -> marks on pages -> .pdf, .png, .html ...  deckgen.drawing, deckgen.write

A stage is a function from value to value. `Pipeline` runs them for the decks of one project and keeps
what several decks share: read files, compiled brands, shaped text, laid-out and serialised slides.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from deckgen.assets import Assets
from deckgen.bind.bind import bind_slide, check_defaults
from deckgen.bind.model import BoundSlide
from deckgen.brand.model import Brand
from deckgen.brands import Brands, Style
from deckgen.checks.registry import check_deck, check_slide
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.later import Later
from deckgen.layout.compose import lay_out_all
from deckgen.layout.footer import check_footer
from deckgen.memo import Once
from deckgen.ooxml.chunks import Chunk, joined
from deckgen.recording import RecordingWorld, Used
from deckgen.resolve.model import ResolvedDeck, ResolvedSlide, Settings
from deckgen.resolve.project import Project
from deckgen.resolve.resolve import resolve, resolve_alone, resolve_one, resolve_unused
from deckgen.scene import Deck, Slide
from deckgen.scripts import writing_of
from deckgen.slide_memo import LaidOut, SlideMemo
from deckgen.spec.deck_facts import DeckFacts
from deckgen.spec.slots import BindContext
from deckgen.spec.types.names import Name
from deckgen.spec.variables import AnyVariables
from deckgen.world import World
from deckgen.write.pptx.deck import pptx_chunks
from deckgen.write.pptx.ready import SlideCache

if TYPE_CHECKING:
    from deckgen.drawing import Drawing
    from deckgen.write.formats import File, Options

FIXED_EPOCH = 315_532_800
"""1980-01-01, the time of a deck that has no date, where SOURCE_DATE_EPOCH says none either."""


KNOWN = 5_000
"""So many slides of decks are known by the objects that they are: more than a project has, most likely."""


class Compiled(Struct, frozen=True, kw_only=True):
    """A deck for one audience. `chunks` and `data` are None when it has errors, `scene` when it could not be laid out.

    `chunks` are the file; what it holds of films is read when it is written. `files` are the paths that went in
    (`Pipeline.inputs` gives their hashes). `style` is the brand that the scene was laid out in. `first` is the number
    of its first slide, which is not 1 where one slide was compiled by itself.
    """

    deck: str
    audience: str
    chunks: tuple[Chunk, ...] | None = None
    scene: Deck | None = None
    style: Style | None = None
    files: frozenset[str] = frozenset()
    first: int = 1

    @property
    def data(self) -> bytes | None:
        """The whole file, held in memory."""
        return None if self.chunks is None else joined(self.chunks)


@contextmanager
def collection_paused() -> Iterator[None]:
    """No garbage is looked for meanwhile, where it is at all.

    A deck makes tens of thousands of values and no cycles; going through them in search of some takes a
    twelfth of the time that the deck does.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class Pipeline:
    """Compiles the decks of one project. `diags` gathers what is said of all of them."""

    def __init__(self, world: World, *, settings: Settings = Settings(), brands: Brands | None = None) -> None:
        self.world = RecordingWorld(world)
        self.brands = brands or Brands(self.world)
        self.settings = settings
        self.project = Project(self.world)
        self.diags = Diagnostics()
        # Slides that are written alike have one number, by which they are found sooner than by all that is in them.
        self._numbers: dict[tuple[object, ...], int] = {}
        self._written: Once[ResolvedSlide, int] = Once(KNOWN)
        self._sources: Once[tuple[ResolvedSlide, ...], frozenset[str]] = Once(KNOWN)
        self._slides = SlideMemo()
        # Of a running order those slides that are the same in each of its decks, by their places in it.
        self._fixed: Once[tuple[ResolvedSlide, ...], dict[int, tuple[Slide, ...]]] = Once(KNOWN)
        self._ready = SlideCache()
        self._assets = Assets(self.world)

    def forget(self, paths: Collection[str]) -> None:
        """Take note that these files have changed, come or gone: what was made of them is made anew, the rest stays.

        Diagnostics begin anew.
        """
        self.diags = Diagnostics()
        self.world.forget(paths)
        self.project.forget(paths)
        self._assets.forget(paths)
        self._fixed = Once(KNOWN)
        if self.brands.forget(paths):
            self._slides, self._ready = SlideMemo(), SlideCache()
        else:
            self._slides.forget(paths)

    def compile(
        self, deck: str, audience: str, said: Diagnostics | None = None, *, settings: Settings | None = None
    ) -> Compiled:
        """The deck for the audience, from its YAML to the bytes of a .pptx. What there is to say of it is added to
        `said`, if given, and else to `diags`. `settings` are those of this deck alone: a row's, say."""
        with collection_paused():
            found = Diagnostics()
            resolved = resolve(self.project, deck, audience, found, settings=settings or self.settings)
            if resolved is None:
                # Its slides can still be looked at by themselves: one run shows all mistakes.
                self.check_unused(frozenset())
            compiled = self._compiled(resolved, found, Compiled(deck=deck, audience=audience))
        self._tell(found, said)
        return compiled

    def _tell(self, found: Diagnostics, said: Diagnostics | None = None) -> None:
        told = self.diags if said is None else said
        for diagnostic in found:
            told.add(diagnostic)

    def compile_slide(self, slide: str, deck: str, audience: str, *, brand: str | None = None) -> Compiled:
        """One slide by itself, as the deck shows it to the audience: of its running order, else of the library.

        `brand` is worn instead of the deck's. Without a deck ("") a slide of the library wears `brand`, or plain, and
        variables stand for themselves. A hidden slide is shown; one that is split is several.
        """
        with collection_paused():
            from deckgen.brand.pack import SHIPPED  # whole decks name their brands

            found = Diagnostics()
            if deck:
                resolved = resolve_one(self.project, deck, audience, slide, found, settings=self.settings)
            else:
                resolved = resolve_unused(self.project, slide, brand or SHIPPED, found)
            if resolved:
                worn = Name(brand, NOWHERE) if brand else resolved.brand
                resolved = replace(resolved, brand=worn, slides=tuple(map(_unhidden, resolved.slides)))
            compiled = self._compiled(resolved, found, Compiled(deck=deck, audience=audience))
        self._tell(found)
        return compiled

    def _compiled(self, resolved: ResolvedDeck | None, found: Diagnostics, made: Compiled) -> Compiled:
        """`made` with what comes of the deck."""
        files: set[str] = set()
        scene, style = self._scene(resolved, found, files) if resolved else (None, None)
        chunks = None
        if scene is not None and style is not None and not found.errors:
            chunks = pptx_chunks(scene, style.template, cache=self._ready)
        first = resolved.first if resolved else 1
        return replace(made, chunks=chunks, scene=scene, style=style, files=frozenset(files), first=first)

    def inputs(self, compiled: Compiled) -> dict[str, str]:
        """The files that went into a deck, each with the SHA-256 of its content, sorted by path."""
        return self.world.hashes(compiled.files)

    def drawing(self, compiled: Compiled) -> Drawing:
        """The pages of a deck without errors, for the formats that draw it. ValueError for one with errors."""
        from deckgen.drawing import Drawing  # most builds draw nothing

        if compiled.chunks is None or compiled.scene is None or compiled.style is None:
            raise ValueError("a deck with errors can't be drawn")
        template, measurer = compiled.style.template, compiled.style.setter.measurer
        layouts = Later(template.layouts, lambda part: part.layout)
        return Drawing(compiled.scene, template.brand, layouts, measurer, first=compiled.first)

    def files(
        self, compiled: Compiled, format: str, options: Options | None = None, said: Diagnostics | None = None
    ) -> Iterator[File]:
        """The files of a deck without errors in a format, made one by one as they are asked for. What there is to say
        of drawing them is added to `said`, if given, and else to `diags`.

        ValueError for a deck with errors, KeyError for a format that isn't there.
        """
        from deckgen.write.formats import File, Options, format_of

        if compiled.chunks is None:
            raise ValueError("a deck with errors can't be written")
        if format == "pptx":
            return iter((File(".pptx", compiled.chunks),))
        return format_of(format).files(
            self.drawing(compiled), options or Options(), self.diags if said is None else said
        )

    def _scene(self, resolved: ResolvedDeck, found: Diagnostics, files: set[str]) -> tuple[Deck | None, Style | None]:
        files.add(resolved.source)
        files.update(self._sources.get(resolved.slides, _sources))
        check_defaults(resolved.defaults, found)
        writing = writing_of(resolved.language)
        style = self.brands.style(resolved.brand.text, found, resolved.brand.span, writing, resolved.language_span)
        if style is None:
            self._bind_only(resolved, found)
            return None, None
        files.update(path for path in style.template.brand.files if not path.startswith("package:"))
        check_footer(style.setter, resolved.footer, resolved.footer_span, found)
        slides = self._laid_out(resolved, style, found, files)
        if resolved.facts and resolved.facts.file:
            files.add(resolved.facts.file)
        scene = _deck(resolved, slides, self.world)
        check_deck(scene, found)
        return scene, style

    def _bind_only(self, resolved: ResolvedDeck, found: Diagnostics) -> None:
        """Report what is wrong with the slides of a deck that has no brand to be laid out in."""
        context = self._context(resolved, found, resolved.variables, set())
        for slide in resolved.slides:
            bind_slide(slide, context)

    def _laid_out(self, resolved: ResolvedDeck, style: Style, found: Diagnostics, files: set[str]) -> tuple[Slide, ...]:
        """The deck's slides bound and laid out, each once for all that word it the same."""
        fixed = self._fixed.get(resolved.slides, lambda _: {}, among=(*_worn(resolved), resolved.footer))
        slides: list[Slide] = []
        for number, slide in enumerate(resolved.slides):
            placed = fixed.get(number)
            if placed is None:
                made = self._slide(slide, resolved, style)
                files.update(made.files)
                for diagnostic in made.said:
                    found.add(diagnostic)
                around = slide.transition.value if slide.transition else None
                placed = made.among(slide.section, around, resolved.footer)
                if made.fixed:
                    fixed[number] = placed
            slides += placed
        return tuple(slides)

    def _slide(self, slide: ResolvedSlide, resolved: ResolvedDeck, style: Style) -> LaidOut:
        """The slide bound and laid out, or those that it goes on on."""
        written = self._written.get(slide, lambda one: self._numbers.setdefault(_written(one), len(self._numbers)))
        key = written, *_worn(resolved)
        made = self._slides.find(key, resolved.variables, resolved.ids)
        if made is None:
            made = self._lay_out(slide, resolved, style)
            if not isinstance(resolved.variables, AnyVariables):  # which don't remember what was asked for
                self._slides.keep(key, made, resolved.ids)
        return made

    def _lay_out(self, slide: ResolvedSlide, resolved: ResolvedDeck, style: Style) -> LaidOut:
        said = Diagnostics()
        used, read = Used(resolved.variables), set[str]()
        variables = resolved.variables if isinstance(resolved.variables, AnyVariables) else used
        bound = bind_slide(slide, self._context(resolved, said, variables, read))
        made = lay_out_all(bound, style.setter, said, language=_tag(resolved)) if bound else ()
        if bound and not made:
            from deckgen.layout.longest import naming_longest  # nearly everything fits

            said = naming_longest(said, used.asked)
        for one in made:
            check_slide(one, said)
        return LaidOut(slide, used.asked, made, tuple(read), tuple(said))

    def _context(
        self, resolved: ResolvedDeck, diags: Diagnostics, variables: Mapping[str, str], files: set[str]
    ) -> BindContext:
        read = self._assets.reader(diags, files)
        return BindContext(
            diags,
            variables,
            read.picture,
            self.project.source,
            resolved.ids,
            resolved.mend,
            resolved.language,
            read.sheet,
            resolved.facts,
            read.film,
            read.captions,
        )

    def brand(self, name: str) -> Brand | None:
        """The brand of this name; None after reporting what is wrong with it."""
        style = self.brands.style(name, self.diags, NOWHERE)
        return style.template.brand if style else None

    def check_unused(self, used: frozenset[str]) -> None:
        """Report what is wrong with slide files that no deck uses; words they ask for are not known."""
        for unused in (found for found in self.project.slide_ids() if found not in used):
            slide = resolve_alone(self.project, unused, self.diags)
            if slide is not None:
                bind_alone(slide, self.project, self._assets, self.diags)


def bind_alone(slide: ResolvedSlide, project: Project, assets: Assets, diags: Diagnostics) -> BoundSlide | None:
    """A slide outside of any deck, bound; a variable stands for itself, since only a deck gives it a value."""

    read = assets.reader(diags, set())
    facts = DeckFacts(lambda: project.facts(diags), "en-GB", None)
    known = AnyVariables(facts)
    context = BindContext(
        diags,
        known,
        read.picture,
        project.source,
        sheet=read.sheet,
        facts=facts,
        film=read.film,
        captions=read.captions,
    )
    return bind_slide(slide, context)


def _worn(resolved: ResolvedDeck) -> tuple[str, str, bool]:
    """What of a deck's own all of its slides depend on."""
    return resolved.brand.text, resolved.language, resolved.mend


def _written(slide: ResolvedSlide) -> tuple[object, ...]:
    """What a slide depends on beside its deck. Nodes live as long as the project: their identity tells them apart."""
    return slide.id, slide.kind.text, tuple([(key, id(field.value)) for key, field in slide.fields.items()])


def _sources(slides: tuple[ResolvedSlide, ...]) -> frozenset[str]:
    """The YAML files that slides were resolved from."""
    found: set[str] = set()
    for slide in slides:
        found.update((slide.span.file, slide.kind.span.file, *(f.value.span.file for f in slide.fields.values())))
    return frozenset(found)


def _unhidden(slide: ResolvedSlide) -> ResolvedSlide:
    """The slide, shown: whoever asks for it by its name wants to see it."""
    return replace(slide, fields={key: field for key, field in slide.fields.items() if key != "hidden"})


def _tag(resolved: ResolvedDeck) -> str:
    """The deck's language as PowerPoint knows it."""
    return writing_of(resolved.language).language


def _deck(resolved: ResolvedDeck, slides: tuple[Slide, ...], world: World) -> Deck:
    speaker = resolved.speaker.name if resolved.speaker else ""
    return Deck(
        title=resolved.title,
        brand=resolved.brand.text,
        language=_tag(resolved),
        slides=slides,
        author=speaker,
        source=resolved.source,
        audience=resolved.audience,
        label=resolved.label,
        date=resolved.date.isoformat() if resolved.date else "",
        minutes=resolved.minutes,
        epoch=_epoch(resolved, world),
        span=resolved.span,
    )


def _epoch(resolved: ResolvedDeck, world: World) -> int:
    """The deck's own date; else SOURCE_DATE_EPOCH; else a fixed moment. Never now: builds repeat."""
    if resolved.date is not None:
        return (resolved.date - date(1970, 1, 1)).days * 86_400
    return FIXED_EPOCH if world.epoch is None else world.epoch
