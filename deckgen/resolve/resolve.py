"""Resolve a deck for one audience."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from deckgen.diagnostics import NOWHERE, Diagnostics, did_you_mean
from deckgen.recording import Used
from deckgen.resolve.entries import DeckEntry
from deckgen.resolve.layers import slide_fields
from deckgen.resolve.model import Inherited, ResolvedDeck, ResolvedSlide, Settings
from deckgen.resolve.names import check_entry, check_slide
from deckgen.resolve.project import DeckFile, Project
from deckgen.resolve.variables import deck_variables, plain_words
from deckgen.spec.deck import FULL
from deckgen.spec.deck_facts import DeckFacts
from deckgen.spec.slots import BindContext
from deckgen.spec.types import WordType
from deckgen.spec.types.names import Name
from deckgen.spec.variables import AnyVariables


def audiences(deck: DeckFile) -> tuple[str, ...]:
    """The audiences that the deck is built for: "full" first, unless the deck says `full: false`."""
    return (*((FULL,) if deck.spec.full else ()), *(deck.spec.audiences or {}))


def resolve(
    project: Project, deck_id: str, audience: str, diags: Diagnostics, *, settings: Settings = Settings()
) -> ResolvedDeck | None:
    """The deck for `audience`, or None when there is no such deck or audience (reported).

    Slides that are wrong are reported and left out; the others stand in the audience's order.
    """
    deck = project.deck(deck_id, diags)
    if deck is None or not _has(deck, audience, diags):
        return None
    found, context = _around(project, deck, audience, diags, settings)
    slides = _order(project, deck, audience, settings, context)
    return replace(found, slides=slides, ids=frozenset(slide.id for slide in slides))


def _order(
    project: Project, deck: DeckFile, audience: str, settings: Settings, context: BindContext
) -> tuple[ResolvedSlide, ...]:
    """The slides of one audience. They are the same for all rows, unless a section's title asks for a variable."""

    def find(diags: Diagnostics) -> tuple[tuple[ResolvedSlide, ...], bool]:
        used = Used(context.variables)
        order = _Slides(project, deck, audience, settings, replace(context, diags=diags, variables=used))
        return order.resolved(), plain and not used.asked

    plain = settings.defaults is None
    return project.found(("order", deck.id, audience, plain), find, context.diags)


def resolve_one(
    project: Project, deck_id: str, audience: str, slide_id: str, diags: Diagnostics, *, settings: Settings = Settings()
) -> ResolvedDeck | None:
    """The deck for `audience` with one slide alone: that of its running order, else that of the library, which is set
    in the deck as if it were used there. The other slides are not looked at. None after reporting."""
    deck = project.deck(deck_id, diags)
    if deck is None or not _has(deck, audience, diags):
        return None
    found, context = _around(project, deck, audience, diags, settings)
    slide = _Slides(project, deck, audience, settings, context).one(slide_id)
    seen = [entry.id.text for entry in deck.entries if entry.seen_by(audience)]
    number = seen.index(slide_id) + 1 if slide_id in seen else 1
    return replace(found, slides=(slide,), ids=frozenset((*seen, slide_id)), first=number) if slide else None


def _around(
    project: Project, deck: DeckFile, audience: str, diags: Diagnostics, settings: Settings
) -> tuple[ResolvedDeck, BindContext]:
    """The deck for `audience` with no slide yet, and what its slides are to be read with."""
    own = (deck.spec.audiences or {}).get(audience)
    mend, language = deck.spec.typography == "mend", (own and own.language) or deck.spec.language
    facts = _facts(project, deck, language, diags)
    bare = BindContext(diags, source=project.source, mend=mend, language=language, facts=facts)
    variables = deck_variables(deck, audience, settings, bare)
    minutes = own.minutes if own and own.minutes is not None else deck.spec.minutes
    found = ResolvedDeck(
        id=deck.id,
        audience=audience,
        label=variables["audience.label"],
        title=variables["deck.title"],
        brand=deck.spec.values.get("brand") or Name("plain", deck.spec.span),  # a stand-in: that it lacks is reported
        language=language,
        language_span=own.at("language") if own and own.language else deck.spec.at("language"),
        date=deck.spec.date,
        speaker=deck.spec.speaker,
        minutes=minutes,
        mend=mend,
        variables=variables,
        facts=facts,
        footer=plain_words(deck.spec.footer, variables, bare),
        footer_span=deck.spec.at("footer"),
        slides=(),
        ids=frozenset(),
        source=deck.file,
        span=deck.spec.at("title"),
        defaults=deck.spec.defaults,
    )
    return found, replace(bare, variables=variables)


def _facts(project: Project, deck: DeckFile, language: str, diags: Diagnostics) -> DeckFacts:
    """The project's facts as the deck shows them. They hold on its date, else on SOURCE_DATE_EPOCH, else today:
    no more than a warning comes of it, so that what is built stays the same."""
    day = deck.spec.date
    if day is None:
        epoch = project.world.epoch
        day = project.world.today if epoch is None else date(1970, 1, 1) + timedelta(seconds=epoch)
    return DeckFacts(lambda: project.facts(diags), language, day)


def resolve_alone(project: Project, slide_id: str, diags: Diagnostics, *, audience: str = FULL) -> ResolvedSlide | None:
    """A slide file as `audience` would see it, outside of any deck; None after reporting."""
    slide = project.slide(slide_id, NOWHERE, diags)
    if slide is None:
        return None
    check_slide(slide, frozenset(), project, diags)
    fields = slide_fields(slide, {}, {}, audience, ())
    return ResolvedSlide(id=slide_id, kind=slide.kind, fields=fields, section=None, span=slide.span)


def resolve_unused(project: Project, slide_id: str, brand: str, diags: Diagnostics) -> ResolvedDeck | None:
    """A slide file in a deck of its own in this brand, where a variable stands for itself; None after reporting."""
    slide = resolve_alone(project, slide_id, diags)
    if slide is None:
        return None
    facts = DeckFacts(lambda: project.facts(diags), "en-GB", None)
    return ResolvedDeck(
        id="",
        audience=FULL,
        label="",
        title=slide_id,
        brand=Name(brand, NOWHERE),
        language="en-GB",
        language_span=NOWHERE,
        date=None,
        speaker=None,
        minutes=None,
        mend=True,
        variables=AnyVariables(facts),
        facts=facts,
        footer="",
        footer_span=NOWHERE,
        slides=(slide,),
        ids=frozenset((slide_id,)),
        source=slide.span.file,
        span=slide.span,
    )


def _has(deck: DeckFile, audience: str, diags: Diagnostics) -> bool:
    """Whether the deck is built for `audience`; if not, that is reported."""
    known = audiences(deck)
    if audience in known:
        return True
    if not known:
        diags.error(
            "no-audience",
            deck.spec.at("full"),
            "nothing is built of this deck: it has no audiences, and full: false",
            hint="declare an audience, or leave full: false out",
        )
    else:
        diags.error(
            "unknown-audience",
            NOWHERE,
            f'the deck "{deck.id}" has no audience "{audience}"',
            hint=did_you_mean(audience, known),
        )
    return False


class _Slides:
    """The running order of one audience, slide by slide."""

    def __init__(
        self, project: Project, deck: DeckFile, audience: str, settings: Settings, context: BindContext
    ) -> None:
        self.project, self.deck, self.audience, self.context = project, deck, audience, context
        self.known = frozenset(deck.spec.audiences or {})
        self.defaults = (("brand", settings.defaults), ("deck", deck.spec.defaults))

    def resolved(self) -> tuple[ResolvedSlide, ...]:
        """The slides that the audience sees, and those that a misspelt name keeps from everybody, so that what else is
        wrong with them is found; that there is none is reported."""
        named = [check_entry(entry, self.deck, self.context.diags) for entry in self.deck.entries]
        if all(named) and self.deck.declared == self.known:
            self._report_unseen()
        seen = [
            entry
            for entry, sound in zip(self.deck.entries, named, strict=True)
            if entry.seen_by(self.audience) or not (sound or self._is_seen(entry))
        ]
        if not seen and named and all(named):
            self.context.diags.error(
                "no-slides",
                self.deck.spec.at("slides"),
                f'no slide is left for the audience "{self.audience}"',
                hint="look at only and except",
            )
        slides = [self._slide(entry) for entry in seen]
        return tuple(slide for slide in slides if slide is not None)

    def one(self, id: str) -> ResolvedSlide | None:
        """The slide of this id in the running order, else that of the library."""
        entry = next((entry for entry in self.deck.entries if entry.id.text == id), None)
        if entry is not None:
            check_entry(entry, self.deck, self.context.diags)
            return self._slide(entry)
        slide = self.project.slide(id, NOWHERE, self.context.diags)
        if slide is None:
            return None
        check_slide(slide, self.known, self.project, self.context.diags)
        fields = slide_fields(slide, {}, {}, self.audience, self.defaults)
        return ResolvedSlide(id=id, kind=slide.kind, fields=fields, section=None, span=slide.span)

    def _report_unseen(self) -> None:
        """Warn of slides that `only` and `except` keep from everybody."""
        for entry in self.deck.entries:
            if not self._is_seen(entry):
                self.context.diags.warning(
                    "unseen-slide", entry.span, "nobody sees this slide", hint="look at only and except"
                )

    def _is_seen(self, entry: DeckEntry) -> bool:
        return any(entry.seen_by(audience) for audience in audiences(self.deck))

    def _slide(self, entry: DeckEntry) -> ResolvedSlide | None:
        diags = self.context.diags
        slide = self.project.slide(entry.use.text, entry.use.span, diags) if entry.use else entry.slide
        if slide is None:
            return None
        if entry.use:
            check_slide(slide, self.known, self.project, diags)
        fields = slide_fields(slide, entry.fields, entry.variants, self.audience, self.defaults)
        return ResolvedSlide(
            id=entry.id.text,
            kind=slide.kind,
            fields=fields,
            section=self._section(entry),
            transition=entry.transition or self._deck_transition(),
            span=slide.span,
        )

    def _deck_transition(self) -> Inherited | None:
        said = self.deck.spec.transition
        return Inherited(said, "deck", self.deck.spec.at("transition")) if said else None

    def _section(self, entry: DeckEntry) -> str | None:
        return WordType("a section's title").bind(entry.section, self.context) if entry.section else None
