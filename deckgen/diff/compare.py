"""Two decks into what differs between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from deckgen.diff.align import longest_rising
from deckgen.diff.changes import (
    Change,
    Counts,
    Difference,
    FactChange,
    NotesChange,
    ShapeChange,
    SlideChange,
    Status,
)
from deckgen.diff.match import Content, Matched, matched
from deckgen.diff.match_shapes import Pair, matched_shapes, words_of
from deckgen.diff.shapes import shape_changes
from deckgen.diff.texts import Known, edits
from deckgen.diff.view import Deck, Slide
from deckgen.units import EMU_PER_PT

COPY = 0.85
"""An added slide that is as alike to another one is a copy of it."""
LIFTED = 0.8
"""What changed in the same way on so large a share of the slides is told once, of the deck."""
_LIFTABLE = ("layout", "transition")
_FEW = 3


def compare(before: Deck, after: Deck, *, places: bool = False) -> Difference:
    """What is other in `after` than it was in `before`. With `places` also where things stand: of decks that deckgen
    has laid out that only says what their words have come to."""
    pairs = matched(before.slides, after.slides)
    kept = longest_rising([pair.before for pair in pairs])
    known = _known(before, after, pairs)
    told = {
        pair.after: _both(before, after, pair, moved=place not in kept, known=known, places=places)
        for place, pair in enumerate(pairs)
    }
    lifted, told = _lifted(told)
    facts = (*_deck_facts(before, after), *lifted)
    slides = tuple(_in_order(before, after, pairs, kept, told))
    return Difference(counts=_counts(before, after, slides), deck=facts, slides=slides)


def _known(before: Deck, after: Deck, pairs: Sequence[Matched]) -> Known:
    slides = {f"slide {pair.before + 1}": f"slide {pair.after + 1}" for pair in pairs}
    return Known(faces=dict(zip(before.faces, after.faces, strict=True)), slides=slides)


def _both(before: Deck, after: Deck, pair: Matched, *, moved: bool, known: Known, places: bool) -> SlideChange:
    """A slide that both decks have."""
    one, other = before.slides[pair.before], after.slides[pair.after]
    changes = () if _equal(one, other, known) else tuple(_changes(one, other, known, (before, after), places=places))
    renamed = bool(one.name and other.name and one.name != other.name)
    status: list[Status] = []
    if moved:
        status.append("moved")
    if renamed:
        status.append("renamed")
    if changes:
        status.append("changed")
    return SlideChange(
        status=tuple(status) or ("same",),
        before=one.number,
        after=other.number,
        title=other.title or one.title,
        id_before=one.name,
        id_after=other.name,
        changes=changes,
    )


def _equal(one: Slide, other: Slide, known: Known) -> bool:
    """Whether nothing at all differs, which most slides are; links to slides are looked at by themselves."""
    if any(was != now for was, now in known.slides.items()):
        return False
    same = {"number": 0, "slide_id": "", "created": "", "name": "", "backdrop": ()}
    alike: bool = replace(one, **same) == replace(other, **same)
    return alike


def _changes(one: Slide, other: Slide, known: Known, decks: tuple[Deck, Deck], *, places: bool) -> Iterator[Change]:
    pairs = matched_shapes(one.shapes, other.shapes)
    pairs = [pair for pair in pairs if not pair.after.is_foot]
    for pair in pairs:
        yield from shape_changes(pair, known, places=places)
    yield from _unmatched(one, other, pairs)
    said = edits(one.notes, other.notes, replace(known, bare=True))
    if said:
        yield NotesChange(edits=said)
    yield from _slide_facts(one, other, pairs, decks)


def _unmatched(one: Slide, other: Slide, pairs: Sequence[Pair]) -> Iterator[Change]:
    """What only one of the slides has: not decoration, nor a placeholder with nothing in it."""
    left = {id(pair.before) for pair in pairs}, {id(pair.after) for pair in pairs}
    for how, slide, there in (("gone", one, left[0]), ("added", other, left[1])):
        for shape in slide.shapes:
            empty = shape.kind in ("text", "formula") and not shape.body.text.strip()
            if id(shape) in there or shape.decorative or empty or shape.is_foot:
                continue
            yield ShapeChange(
                label=shape.name or shape.kind,
                how="gone" if how == "gone" else "added",
                kind=shape.kind,
                text=words_of(shape),
                shape=shape.key,
            )


def _slide_facts(one: Slide, other: Slide, pairs: Sequence[Pair], decks: tuple[Deck, Deck]) -> Iterator[FactChange]:
    names = {pair.before.name: pair.after.name for pair in pairs}
    facts = [
        ("layout", one.layout, other.layout),
        ("hidden", _yes(one.hidden), _yes(other.hidden)),
        ("transition", one.transition or "none", other.transition or "none"),
        ("build", _build(one, names), _build(other, {})),
        ("background", *_grounds(one, other)),
    ]
    if all("minutes" in deck.facts for deck in decks):
        facts.append(("minutes", _minutes(one.minutes), _minutes(other.minutes)))
    sections = [{slide.section for slide in deck.slides} for deck in decks]
    if one.section in sections[1] and other.section in sections[0]:
        facts.append(("section", one.section, other.section))
    yield from (FactChange(what=what, before=was, after=now) for what, was, now in facts if was != now)


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _minutes(minutes: float | None) -> str:
    return "" if minutes is None else f"{minutes:g}"


def _build(slide: Slide, names: Mapping[str, str]) -> str:
    """What comes in on each click, in words; shapes by what they are called on the other side. The foot, which is the
    deck's, is left out."""
    feet = {shape.name for shape in slide.shapes if shape.is_foot}
    clicks = (
        ", ".join(f"{names.get(name, name)}{part}" for name, part in click if name not in feet) for click in slide.build
    )
    return "; then ".join(clicks)


def _grounds(one: Slide, other: Slide) -> tuple[str, str]:
    """What is behind everything, where a picture came or went, or a colour that is not the theme's."""
    from deckgen.diff.read.palette import near

    pictures = [slide.ground_picture.content if slide.ground_picture else "" for slide in (one, other)]
    if pictures[0] != pictures[1]:
        was, now = ("a picture" if slide.ground_picture else _ink(slide) for slide in (one, other))
        return (was, now) if was != now else (was, "another picture")
    if one.ground and other.ground and not near(one.ground, other.ground):
        return _ink(one), _ink(other)
    return "", ""


def _ink(slide: Slide) -> str:
    return slide.ground.rgb if slide.ground else "none"


def _deck_facts(before: Deck, after: Deck) -> Iterator[FactChange]:
    for what in dict.fromkeys([*before.facts, *after.facts]):
        was, now = before.facts.get(what), after.facts.get(what)
        if was is not None and now is not None and was != now:
            yield FactChange(what=what, before=was, after=now)
    sizes = [f"{deck.width / EMU_PER_PT:g} × {deck.height / EMU_PER_PT:g} pt" for deck in (before, after)]
    if sizes[0] != sizes[1]:
        yield FactChange(what="slide size", before=sizes[0], after=sizes[1])
    sections = [", ".join(dict.fromkeys(s.section for s in deck.slides if s.section)) for deck in (before, after)]
    if sections[0] != sections[1]:
        yield FactChange(what="sections", before=sections[0], after=sections[1])


def _lifted(told: dict[int, SlideChange]) -> tuple[list[FactChange], dict[int, SlideChange]]:
    """What is other on nearly all slides, as facts of the deck; and the slides without these."""
    facts = []
    for what in _LIFTABLE:
        found = {place: fact for place, slide in told.items() for fact in _facts_named(slide, what)}
        if len(found) < max(_FEW, LIFTED * len(told)):
            continue
        facts.append(
            FactChange(
                what=f"{what}s",
                before=_most([change.before for change in found.values()]),
                after=_most([change.after for change in found.values()]),
            )
        )
        told = {place: _without(slide, what) for place, slide in told.items()}
    return facts, told


def _facts_named(slide: SlideChange, what: str) -> list[FactChange]:
    """What is told of the slide itself by this name."""
    facts = [change for change in slide.changes if isinstance(change, FactChange)]
    return [fact for fact in facts if fact.what == what and not fact.label]


def _most(values: Sequence[str]) -> str:
    """The three that come most, and how many there are beside."""
    found = [name for name, _ in Counter(values).most_common()]
    return ", ".join(found[:3]) + (f" and {len(found) - 3} more" if len(found) > 3 else "")


def _without(slide: SlideChange, what: str) -> SlideChange:
    without = _facts_named(slide, what)
    changes = tuple(change for change in slide.changes if change not in without)
    if changes or not slide.changes:
        return replace(slide, changes=changes)
    status = tuple(one for one in slide.status if one != "changed")
    return replace(slide, changes=(), status=status or ("same",))


def _in_order(
    before: Deck, after: Deck, pairs: Sequence[Matched], kept: set[int], told: Mapping[int, SlideChange]
) -> Iterator[SlideChange]:
    """Slides as the second deck has them; those that are gone behind what they stood behind."""
    stayed = {pair.before: pair.after for place, pair in enumerate(pairs) if place in kept}
    there = {pair.before for pair in pairs}
    gone: dict[int, list[SlideChange]] = {}
    anchor = -1
    for place, slide in enumerate(before.slides):
        anchor = stayed.get(place, anchor)
        if place not in there:
            gone.setdefault(anchor, []).append(_one_sided(slide, "gone"))
    yield from gone.get(-1, ())
    for place, slide in enumerate(after.slides):
        yield told[place] if place in told else replace(_one_sided(slide, "added"), copy_of=_copied(slide, after, told))
        yield from gone.get(place, ())


def _one_sided(slide: Slide, status: Status) -> SlideChange:
    there = status == "added"
    return SlideChange(
        status=(status,),
        before=None if there else slide.number,
        after=slide.number if there else None,
        title=slide.title,
        id_before="" if there else slide.name,
        id_after=slide.name if there else "",
    )


def _copied(slide: Slide, deck: Deck, told: Mapping[int, SlideChange]) -> int | None:
    """The number of the slide that an added one is a copy of."""
    own = Content(slide)
    alike = [(own.likeness(Content(deck.slides[place])), -place) for place in told] if own.words else []
    best, place = max(alike, default=(0.0, 0))
    return 1 - place if best >= COPY else None


def _counts(before: Deck, after: Deck, slides: Sequence[SlideChange]) -> Counts:
    found = Counter(status for slide in slides for status in slide.status)
    changed = sum("changed" in slide.status or "renamed" in slide.status for slide in slides)
    return Counts(
        added=found["added"],
        gone=found["gone"],
        moved=found["moved"],
        changed=changed,
        same=found["same"],
        before=len(before.slides),
        after=len(after.slides),
    )
