"""What a slide holds beside the slots of its kind, in a file or in a deck."""

from __future__ import annotations

from typing import cast

from deckgen.scene import Transition
from deckgen.spec.slots import SlotType, Spec, optional, required
from deckgen.spec.types.body import BodyType
from deckgen.spec.types.lists import ListOf
from deckgen.spec.types.names import IdType, NameType
from deckgen.spec.types.raw import NamedSlotsType, SlotsType, later
from deckgen.spec.types.values import ChoiceType, FlagType, NumberType
from deckgen.spec.types.words import WordType

RESERVED = frozenset(
    {
        *("kind", "id", "notes", "minutes", "hidden", "build", "transition"),
        *("variants", "only", "except", "use", "with", "section"),
    }
)
"""Keys that no kind may have as a slot."""

_WAYS = frozenset({"use", "kind", "section"})
_ONE_WAY = "an entry uses a slide, or is one with its kind, or begins a section"
_VARIANTS = "slots, notes and minutes that an audience has its own way"

KIND = NameType("a kind", "`deckgen kinds` lists them")

FRAME = frozenset({"notes", "minutes", "hidden", "build", "transition"})
"""The reserved keys that a variant may change, as it may any slot."""


TRANSITION = cast("SlotType[Transition]", ChoiceType("fade", "push", "morph", "none"))
_TRANSITION = "how the slide takes the place of the one before it; what it says comes before its section and its deck"


class FrameSpec(Spec):
    """What belongs to a slide of any kind."""

    notes = optional(BodyType(), doc="what the speaker says: paragraphs and lists")
    minutes = optional(NumberType(0, 600), doc="how long the slide takes")
    hidden = optional(FlagType(), False, doc="true: PowerPoint passes it over in the show")
    build = optional(FlagType(), False, doc="true: its parts come in click by click, in the order of its kind")
    transition = optional(TRANSITION, doc=_TRANSITION)


class SlideSpec(Spec):
    """A slide file, beside the slots of its kind."""

    kind = required(KIND, doc="what the slide is; `deckgen kinds` lists them")
    notes = optional(later(FrameSpec.notes.type), doc=FrameSpec.notes.doc)
    minutes = optional(later(FrameSpec.minutes.type), doc=FrameSpec.minutes.doc)
    hidden = optional(later(FrameSpec.hidden.type), doc=FrameSpec.hidden.doc)
    build = optional(later(FrameSpec.build.type), doc=FrameSpec.build.doc)
    transition = optional(later(FrameSpec.transition.type), doc=FrameSpec.transition.doc)
    variants = optional(NamedSlotsType("audience"), doc=_VARIANTS)

    @classmethod
    def hint_unknown(cls, key: str, _: tuple[str, ...] = ()) -> str | None:
        """Only reserved keys are asked about: the others are slots."""
        return f'"{key}" belongs to the running order of a deck'


class _EntrySpec(Spec):
    """What every slide of a running order may say."""

    id = optional(IdType("an id"), doc="what links and messages call this slide in this deck")
    only = optional(ListOf(NameType("an audience")), doc="the audiences that see it")
    except_ = optional(ListOf(NameType("an audience")), doc="the audiences that don't")
    notes = optional(later(FrameSpec.notes.type), doc=FrameSpec.notes.doc)
    minutes = optional(later(FrameSpec.minutes.type), doc=FrameSpec.minutes.doc)
    hidden = optional(later(FrameSpec.hidden.type), doc=FrameSpec.hidden.doc)
    build = optional(later(FrameSpec.build.type), doc=FrameSpec.build.doc)
    transition = optional(later(FrameSpec.transition.type), doc=FrameSpec.transition.doc)
    variants = optional(NamedSlotsType("audience"), doc=_VARIANTS)


class UseSpec(_EntrySpec):
    """An entry of a running order that uses a slide file."""

    use = required(
        NameType("a slide's id", "`deckgen list` has them"), doc="the slide's path below slides/, without its ending"
    )
    with_ = optional(SlotsType(), doc="slots that this deck words its own way")

    @classmethod
    def hint_unknown(cls, key: str, beside: tuple[str, ...] = ()) -> str | None:
        """A slot of the slide stands under `with`."""
        if key in _WAYS:
            return _ONE_WAY
        hint = super().hint_unknown(key, beside)
        near = hint is not None and hint.startswith("did")
        return hint if near else f'a slot of the slide goes under "with:": {{{key}: …}}'


class InlineSpec(_EntrySpec):
    """A slide that stands in the running order itself, beside the slots of its kind."""

    kind = required(KIND, doc=SlideSpec.kind.doc)

    @classmethod
    def hint_unknown(cls, key: str, _: tuple[str, ...] = ()) -> str | None:
        """Only reserved keys are asked about: the others are slots."""
        return "write the slots into the slide itself" if key == "with" else _ONE_WAY


class SectionSpec(Spec):
    """The beginning of a section."""

    section = required(later(WordType()), doc="its title; it lasts to the next one")
    transition = optional(TRANSITION, doc="how its slides take the place of the ones before them")

    @classmethod
    def hint_unknown(cls, key: str, _: tuple[str, ...] = ()) -> str | None:
        """What is said of a section is its title and its transition."""
        return f'a section has a title and a transition: say "{key[:60]}" of its slides'
