"""deckgen from Python: open a project, compile its decks, or compile one that code has made.

import deckgen

project = deckgen.open_folder("path/to/project")
compiled = project.compile("joining-a-trust", "governors")
for diagnostic in project.diagnostics:
    print(diagnostic.span, diagnostic.message)

for file in project.write(compiled, "pdf"):
    print(f"talk{file.suffix}", len(file.data))

deck = {"title": "Growing well", "brand": "plain", "slides": [{"kind": "cover", "title": "Growing well"}]}
data = deckgen.compile_deck(deck).data
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from deckgen.diagnostics import Diagnostics, Span
from deckgen.pipeline import Compiled, Pipeline
from deckgen.resolve.entries import DeckEntry
from deckgen.resolve.model import Settings
from deckgen.resolve.project import load_project
from deckgen.resolve.resolve import audiences
from deckgen.world import World

if TYPE_CHECKING:
    from deckgen.drawing import Drawing
    from deckgen.spec.facts import FactFile
    from deckgen.spec.row_file import RowFileSpec
    from deckgen.write.formats import File


class Use(Struct, frozen=True):
    """Where a slide is used: the deck, and the slide's id there."""

    deck: str
    id: str


class Shown(Struct, frozen=True):
    """Where a deck's running order shows a slide, and the audiences that see it there."""

    span: Span
    audiences: tuple[str, ...]


class FactUse(Struct, frozen=True):
    """Where a fact is asked for, and the decks that show it."""

    span: Span
    decks: tuple[str, ...]


class ProjectBuild:
    """A project, open for building. What is shared by its decks is made once.

    `diagnostics` gathers what has been said of everything compiled so far.
    """

    def __init__(self, world: World, settings: Mapping[str, str]) -> None:
        self.pipeline = Pipeline(world, settings=Settings(variables=dict(settings)))
        load_project(world, self.diagnostics)

    @property
    def diagnostics(self) -> Diagnostics:
        """Everything said so far, each thing once."""
        return self.pipeline.diags

    def reread(self, paths: Collection[str]) -> None:
        """Take note that these files have changed, come or gone since they were read; diagnostics begin anew.

        What was made of others is kept, so that compiling a deck again takes a fraction of the time.
        """
        self.pipeline.forget(frozenset(paths))
        load_project(self.pipeline.world, self.diagnostics)

    def decks(self) -> tuple[str, ...]:
        """The ids of the decks, sorted."""
        return self.pipeline.project.deck_ids()

    def slides(self) -> tuple[str, ...]:
        """The ids of the slide files, sorted."""
        return self.pipeline.project.slide_ids()

    def audiences(self, deck: str) -> tuple[str, ...]:
        """The audiences a deck is built for, "full" first; none when it can't be read (reported)."""
        found = self.pipeline.project.deck(deck, self.diagnostics)
        return audiences(found) if found else ()

    def rows(self, deck: str) -> RowFileSpec | None:
        """The file of rows that a deck is built for; None where it has none, or can't be read (reported)."""
        found = self.pipeline.project.deck(deck, self.diagnostics)
        return found.spec.rows if found else None

    def is_for_rows(self, deck: str) -> bool:
        """Whether a deck is meant to be built for rows, be it that what it says of them is wrong (reported)."""
        found = self.pipeline.project.deck(deck, self.diagnostics)
        return found is not None and found.for_rows

    def take_row(self, values: Mapping[str, str], span: Span) -> None:
        """Give the variables what a row has: whatever is compiled from now on is for this row, which is at `span`."""
        self.pipeline.settings = replace(self.pipeline.settings, row=dict(values), row_span=span)

    def knows_audiences(self, deck: str) -> bool:
        """Whether `audiences` are all that the deck means to have; not where they can't be read (reported)."""
        found = self.pipeline.project.deck(deck, self.diagnostics)
        return found is not None and found.declared is not None

    def variables(self) -> frozenset[str] | None:
        """Every variable that a deck gives a value or a text asks for; None where a deck can't be read."""
        return self.pipeline.project.variables()

    def uses(self) -> dict[str, tuple[Use, ...]]:
        """Where each slide file is used; unused ones with ()."""
        found: dict[str, list[Use]] = {slide: [] for slide in self.slides()}
        for deck in self.decks():
            for entry in self._entries(deck):
                if entry.use is not None:
                    found.setdefault(entry.use.text, []).append(Use(deck, entry.id.text))
        return {slide: tuple(uses) for slide, uses in found.items()}

    def slide_ids(self, deck: str) -> tuple[str, ...]:
        """The ids of the slides in a deck's running order, whoever sees them; none where it can't be read."""
        return tuple(entry.id.text for entry in self._entries(deck))

    def shown(self, deck: str, slide: str) -> tuple[Shown, ...]:
        """Where a deck shows a slide, by its id there or in the library; none where it doesn't, or can't be read."""
        return tuple(
            Shown(entry.span, tuple(filter(entry.seen_by, self.audiences(deck))))
            for entry in self._entries(deck)
            if slide in (entry.id.text, entry.use and entry.use.text)
        )

    def _entries(self, deck: str) -> tuple[DeckEntry, ...]:
        found = self.pipeline.project.deck(deck, Diagnostics())
        return found.entries if found else ()

    def facts(self) -> FactFile | None:
        """The facts of the project; None where there is no file of them. What is wrong with it is reported."""
        return self.pipeline.project.facts(self.diagnostics)

    def fact_uses(self) -> dict[str, tuple[FactUse, ...]]:
        """Where each fact is asked for by name; those that nobody asks for with ()."""
        from deckgen.resolve.facts import fact_uses
        from deckgen.spec.slots import BindContext

        file = self.facts()
        found: dict[str, list[FactUse]] = {name: [] for name in (file.facts if file else ())}
        context = BindContext(self.diagnostics, source=self.pipeline.project.source)
        users = {f"slides/{slide}.yaml": {use.deck for use in uses} for slide, uses in self.uses().items()}
        users |= {f"decks/{deck}.yaml": {deck} for deck in self.decks()}
        for path, node in self.pipeline.project.files():
            for name, span in fact_uses(node, context):
                found.setdefault(name, []).append(FactUse(span, tuple(sorted(users[path]))))
        return {name: tuple(uses) for name, uses in found.items()}

    def compile(self, deck: str, audience: str = "full", said: Diagnostics | None = None) -> Compiled:
        """The deck for the audience. Its `data` is None when it has errors: see `diagnostics`, or `said` if given."""
        return self.pipeline.compile(deck, audience, said)

    def compile_slide(
        self, slide: str, deck: str | None = None, audience: str | None = None, *, brand: str | None = None
    ) -> Compiled:
        """One slide by itself: as the deck shows it to the audience, or of the library, as if the deck used it.

        Without a deck it is as in the first that uses it; where none does, the slide wears the brand `plain`, and
        variables stand for themselves. Without an audience it is for the first that sees it. `brand` is worn instead.
        """
        users = self.uses().get(slide, ()) if deck is None else ()
        if users:
            deck, slide = users[0].deck, users[0].id
        seen_by = audience or (self._first_audience(deck, slide) if deck else "full")
        return self.pipeline.compile_slide(slide, deck or "", seen_by, brand=brand)

    def _first_audience(self, deck: str, slide: str) -> str:
        """The first audience of a deck that sees the slide; where none does, the deck's first."""
        named = self.audiences(deck) or ("full",)
        entry = next((entry for entry in self._entries(deck) if entry.id.text == slide), None)
        return next((name for name in named if entry and entry.seen_by(name)), named[0])

    def drawing(self, compiled: Compiled) -> Drawing:
        """The pages of a compiled deck, for the formats that draw it. ValueError for one with errors."""
        return self.pipeline.drawing(compiled)

    def write(
        self, compiled: Compiled, format: str = "pptx", *, width: int = 1920, per_page: int = 3, notes: bool = True
    ) -> Iterator[File]:
        """The files of a compiled deck as "pptx", "pdf", "png", "svg", "html", "notes", "handout" or "script".

        Each is made when it is asked for: `file.suffix` is what its name has after the deck's (`.pdf`,
        `.slides/01-cover.png`), `file.data` its bytes. `width` is that of PNG pictures in pixels, `per_page` how many
        slides a sheet of a handout has (2, 3 or 6), `notes` whether HTML holds the speaker's
        notes. What there is to say goes to `diagnostics`.

        ValueError for a deck with errors, KeyError for a format that isn't there.
        """
        from deckgen.write.formats import Options

        return self.pipeline.files(compiled, format, Options(width=width, per_page=per_page, notes=notes))

    def inputs(self, compiled: Compiled) -> dict[str, str]:
        """The files that went into a compiled deck, each with the SHA-256 of its content."""
        return self.pipeline.inputs(compiled)

    def check(self, decks: Collection[str] = ()) -> Diagnostics:
        """Everything that is wrong anywhere in the project: all decks for all audiences, and unused slides; or in these
        `decks` alone.

        Decks that are built for rows are left out: what they say depends on the row (`deckgen.batch`).
        """
        for deck in decks or self.decks():
            if self.is_for_rows(deck):
                continue
            for audience in self.audiences(deck):
                self.compile(deck, audience)
        if self.decks():
            from deckgen.resolve.unused import check_variables

            check_variables(self.pipeline.project, decks or self.decks(), self.diagnostics)
        if not decks:
            self.pipeline.check_unused(frozenset(slide for slide, uses in self.uses().items() if uses))
        return self.diagnostics


def open_project(world: World, *, settings: Mapping[str, str] | None = None) -> ProjectBuild:
    """The project of `world`. `settings` give variables their values, as `--set` does."""
    return ProjectBuild(world, settings or {})


def open_folder(path: str, *, settings: Mapping[str, str] | None = None) -> ProjectBuild:
    """The project in the folder `path`, which holds `decks/`."""
    import os

    from deckgen.worlds import DiskWorld

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return open_project(DiskWorld(path, today=date.today(), epoch=epoch), settings=settings)


def check_project(world: World) -> Diagnostics:
    """Everything that is wrong anywhere in the project of `world`."""
    return open_project(world).check()


def compile_deck(deck: Mapping[str, Any], *, audience: str = "full", world: World | None = None) -> Compiled:
    """A deck given as Python values, shaped as a deck file is. Raises `DeckError` when it can't be built.

    Its brand is the packaged `plain`, or one of the project of `world`, whose slides it may use too.
    """
    import msgspec

    from deckgen.overlay import OverlayWorld

    text = msgspec.json.format(msgspec.json.encode(deck), indent=2).decode()
    project = open_project(OverlayWorld({"decks/deck.yaml": text}, below=world))
    compiled = project.compile("deck", audience)
    if compiled.chunks is None:
        raise DeckError(project.diagnostics)
    return compiled


class DeckError(ValueError):
    """A deck that code has made can't be built; `diagnostics` say why."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        super().__init__("; ".join(f"{d.span}: {d.message}" for d in diagnostics.errors))
        self.diagnostics = diagnostics


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of "deck", "slide", "brand" or "facts" files."""
    from deckgen.bind.schema import json_schema

    return json_schema(name)
