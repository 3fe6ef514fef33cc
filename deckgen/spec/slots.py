"""Slots: what a kind, a deck or a brand file may hold, declared once.

A `Spec` lists its slots as class attributes. From that one list come the binder (YAML nodes to typed
values, all mistakes reported at their places), the JSON Schema and the table in the manual.

    class PointsSpec(Spec):
        title = slot(TextType(), required=True, placeholder="title")
        points = slot(ItemsType(2, 6), required=True, advice=Advice(words=130))

On the class a slot is its declaration; on a bound value it is the value. A typed-model library
reports positions of its own, not of the YAML, and the one that reports all errors (pydantic) costs
more to import than the whole of a deck takes; so this table is ours.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar, overload

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.load.nodes import MapNode, Node, ScalarNode

if TYPE_CHECKING:
    from deckgen.scene import Captions, Film, Image
    from deckgen.spec.deck_facts import DeckFacts
    from deckgen.spec.sheet import Sheet, SheetFile

T = TypeVar("T")
_ELSEWHERE = {
    "brand": "a brand is the deck's",
    "language": "a language is the deck's, or an audience's",
    "overflow": "slides of this kind can't be split: make two of it",
    "rtl": "the deck's language says which way it is written: language: ar",
}
"""What to do about keys that mean something in other places."""

S = TypeVar("S", bound="Spec")


class ReadPicture(Protocol):
    """Reads the picture at a path, or one frame of it (from 1); what is wrong is reported at the span."""

    def __call__(self, path: str, span: Span, frame: int | None = None, /) -> Image | None: ...


class BindContext(Struct, frozen=True):
    """What binding needs beside the nodes.

    `variables` are the values of {{ names }}. `picture` reads a picture below the project's folder,
    reporting at the span it is given; `sheet` reads a file of data, `film` and `captions` a film and its captions
    likewise. `source` gives a file's text, for places within a text. `slides` are the ids that `slide:ID` may name
    (None: any). `mend` says whether marks are made typographic, as `language` sets them. `facts` say more
    of those among the variables.
    """

    diags: Diagnostics
    variables: Mapping[str, str] = {}
    picture: ReadPicture = lambda path, span, frame=None: None
    source: Callable[[str], str] | None = None
    slides: Collection[str] | None = None
    mend: bool = True
    language: str = "en-GB"
    sheet: Callable[[SheetFile], Sheet | None] = lambda asked: None
    facts: DeckFacts | None = None
    film: Callable[[str, Span], Film | None] = lambda path, span: None
    captions: Callable[[str, Span], Captions | None] = lambda path, span: None


class Advice(Struct, frozen=True):
    """Limits of taste (design/KINDS.md): beyond them the author is warned, never refused."""

    words: int | None = None
    characters: int | None = None

    def __str__(self) -> str:
        limits = ((self.words, "words"), (self.characters, "characters"))
        return " and ".join(f"at most {n} {unit}" for n, unit in limits if n) or "–"


class SlotType(Protocol[T]):
    """How one sort of value is read. `bind` returns None after reporting what is wrong."""

    name: str
    """What the manual calls it: 'text', '2–6 items'."""

    def bind(self, node: Node, context: BindContext) -> T | None: ...
    def schema(self) -> dict[str, Any]: ...
    def count(self, value: T) -> tuple[int, int]:
        """(words, characters) of a value, for the advice."""
        ...


class Slot(Generic[T]):
    """A named part of a spec: a declaration on the class, the bound value on an instance."""

    def __init__(
        self, kind: SlotType[Any], *, required: bool, default: Any, advice: Advice, placeholder: str, doc: str
    ) -> None:
        self.type, self.required, self.default = kind, required, default
        self.advice, self.placeholder, self.doc = advice, placeholder, doc
        self.key = ""

    def __set_name__(self, owner: type[Spec], name: str) -> None:
        self.attribute = name
        # `except` and `not` are words of Python's: there the attribute ends in an underscore.
        self.key = name.rstrip("_").replace("__", "-")

    @overload
    def __get__(self, instance: None, owner: type[Spec]) -> Self: ...
    @overload
    def __get__(self, instance: Spec, owner: type[Spec]) -> T: ...
    def __get__(self, instance: Spec | None, owner: type[Spec]) -> Self | T:
        if instance is None:
            return self
        value: T = instance.values.get(self.key, self.default)
        return value


def required(kind: SlotType[T], *, advice: Advice = Advice(), placeholder: str = "", doc: str = "") -> Slot[T]:
    """A slot that must be filled."""
    return Slot(kind, required=True, default=None, advice=advice, placeholder=placeholder, doc=doc)


@overload
def optional(
    kind: SlotType[T],
    *,
    advice: Advice = ...,
    placeholder: str = ...,
    doc: str = ...,
) -> Slot[T | None]: ...
@overload
def optional(
    kind: SlotType[T], default: T, *, advice: Advice = ..., placeholder: str = ..., doc: str = ...
) -> Slot[T]: ...
def optional(
    kind: SlotType[T], default: T | None = None, *, advice: Advice = Advice(), placeholder: str = "", doc: str = ""
) -> Slot[Any]:
    """A slot that may be left out; then it is `default`."""
    return Slot(kind, required=False, default=default, advice=advice, placeholder=placeholder, doc=doc)


class Spec:
    """A bound mapping: slots by name, and where each value stands."""

    slots: dict[str, Slot[Any]] = {}

    def __init_subclass__(cls) -> None:
        found = dict(cls.slots)
        found.update({s.key: s for s in vars(cls).values() if isinstance(s, Slot)})
        cls.slots = found

    def __init__(self, values: dict[str, Any], spans: dict[str, Span], span: Span) -> None:
        self.values, self.spans, self.span = values, spans, span

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.values!r})"

    def at(self, key: str) -> Span:
        """The place of a slot's value; where it is absent, of the mapping that lacks it."""
        return self.spans.get(key, self.span)

    def having(self, **values: Any) -> Self:
        """The same with other values."""
        return type(self)({**self.values, **values}, self.spans, self.span)

    @classmethod
    def hint_unknown(cls, key: str, beside: tuple[str, ...] = ()) -> str | None:
        """What to do about a key that is no slot of this spec; `beside` are keys that may be meant."""
        from deckgen.spec.other_names import other_name  # only mistakes pay for this import

        hints = [did_you_mean(key, cls.slots) or "", other_name(key, cls.slots) or "", did_you_mean(key, beside) or ""]
        near = next((hint for hint in hints if hint.startswith("did")), None)
        return near or _ELSEWHERE.get(key, hints[0]) or None

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> bool | None:
        """Report what concerns several slots at once. Called when every slot is right by itself. False where the spec
        can't be used for what was reported before, when its file was loaded."""


def bind(spec: type[S], node: Node, context: BindContext, *, what: str, beside: tuple[str, ...] = ()) -> S | None:
    """The mapping `node` as a `spec`, or None when something in it is wrong (all of it reported).

    `what` names the mapping in messages: 'slide', 'kind "points"'. `beside` are keys that stand in the same
    mapping of the file and are read elsewhere; an unknown key may have been meant as one of them.
    """
    bound, sound = bind_partly(spec, node, context, what=what, beside=beside)
    if bound is None or not sound:
        return None
    before = len(context.diags.errors)
    usable = spec.check(bound, context) is not False
    return bound if usable and len(context.diags.errors) == before else None


def bind_partly(
    spec: type[S], node: Node, context: BindContext, *, what: str, beside: tuple[str, ...] = ()
) -> tuple[S | None, bool]:
    """What of the mapping `node` is right, as a `spec`, and whether all of it is; None for no mapping.

    For what has to go on after a mistake to find the others. `spec.check` is not called.
    """
    if not isinstance(node, MapNode):
        if not is_reported(node):
            words = clipped(node.text, 40) if isinstance(node, ScalarNode) and not node.is_null else "…"
            context.diags.error(
                "wrong-type",
                node.span,
                f"{article(what)} is a mapping of keys to values, not {describe(node)}",
                hint=f"write {next(iter(spec.slots), 'key')}: {words}",
            )
        return None, False
    if len(node.entries) == 1 and _report_pair(spec, node, context.diags, what):
        return None, False
    values: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    meant = _report_unknown(spec, node, context.diags, what, beside)
    sound = not meant
    for key, declared in spec.slots.items():
        entry = node.entries.get(key)
        if entry is None or (isinstance(entry.value, ScalarNode) and entry.value.is_null):
            if declared.required and f'did you mean "{key}"?' not in meant:
                _report_missing(declared, entry.key.span if entry else None, _head(node), context.diags, what)
                sound = False
            continue
        value = declared.type.bind(entry.value, context)
        if value is None:
            sound = False
            continue
        values[key], spans[key] = value, entry.value.span
        _advise(declared, value, entry.value.span, context.diags)
    return spec(values, spans, node.span), sound


def _report_unknown(
    spec: type[Spec], node: MapNode, diags: Diagnostics, what: str, beside: tuple[str, ...]
) -> list[str | None]:
    """The hints given for keys that the spec doesn't have; what one of them was meant as isn't missing."""
    hints = []
    for key, value in [(e.key, e.value) for k, e in node.entries.items() if k not in spec.slots]:
        hint = _of_looks(key.text, what, spec.slots) or spec.hint_unknown(key.text, beside)
        if _is_torn(key, value):
            hint = "within braces a comma ends a text: put the whole text in quotes"
        diags.error("unknown-key", key.span, f'{article(what)} has no "{key.text[:60]}"', hint=hint)
        hints.append(hint)
    return hints


def _report_pair(spec: type[Spec], node: MapNode, diags: Diagnostics, what: str) -> bool:
    """Report an entry whose key and value are the two that the spec wants; whether it is one."""
    key, entry = next(iter(node.entries.items()))
    if key in spec.slots:
        return False
    from deckgen.spec.pairs import as_pair  # only mistakes pay for this import

    hint = as_pair(spec, entry)
    if hint is None:
        return False
    diags.error("unknown-key", entry.key.span, f'{article(what)} has no "{clipped(key)}"', hint=hint)
    return True


def _of_looks(key: str, what: str, known: Mapping[str, object]) -> str | None:
    from deckgen.spec.other_names import of_looks  # only mistakes pay for this import

    return of_looks(key, what, known)


def _is_torn(key: ScalarNode, value: Node) -> bool:
    """Whether a key is the rest of a text that its own comma has cut in two: nothing follows it, not even a colon."""
    follows = (value.span.line, value.span.col) == (key.span.end_line, key.span.end_col)
    return (" " in key.text or "." in key.text) and isinstance(value, ScalarNode) and value.is_null and follows


def _head(node: MapNode) -> Span:
    """The place to name for the whole of a mapping: where it is long, its first key."""
    if node.span.line == node.span.end_line or not node.entries:
        return node.span
    return next(iter(node.entries.values())).key.span


def _report_missing(declared: Slot[Any], empty: Span | None, head: Span, diags: Diagnostics, what: str) -> None:
    """`empty` is where the key stands with nothing behind it."""
    key = declared.key
    hint = f'{"write it after" if empty else "add"} "{key}:" ({declared.type.name})'
    diags.error("missing", empty or head, f'this {what} has no "{key}"', hint=hint)


def _advise(declared: Slot[Any], value: Any, span: Span, diags: Diagnostics) -> None:
    advice = declared.advice
    if advice.words is None and advice.characters is None:
        return
    words, characters = declared.type.count(value)
    for count, limit, unit in ((words, advice.words, "words"), (characters, advice.characters, "characters")):
        if limit is not None and count > limit:
            diags.warning(
                "long-text",
                span,
                f'"{declared.key}" has {count} {unit}; it reads well up to {limit}',
                hint=f"cut {count - limit} {unit if count - limit > 1 else unit[:-1]}, or leave it if it fits",
            )


def clipped(text: str, most: int = 60) -> str:
    """`text`, short enough for a message."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def article(what: str) -> str:
    """`what` with its article; a title in round brackets or quotes keeps the noun's."""
    return f"{'an' if what[:1] in 'aeiou' else 'a'} {what}"


def is_reported(node: Node) -> bool:
    """Whether what is wrong with `node` has been said when it was loaded."""
    return isinstance(node, ScalarNode) and node.reported


def describe(node: Node) -> str:
    """What a node is, in the words of a message."""
    match node:
        case MapNode():
            return "a mapping"
        case ScalarNode():
            return "nothing" if node.is_null else f'"{node.text[:40].strip().replace(chr(10), " ")}"'
        case _:
            return "a list"
