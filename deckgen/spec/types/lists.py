"""Lists, tables by name, and mappings of slots, whose values are of other types."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.spec.slots import BindContext, SlotType, Spec, article, bind, bind_partly, clipped, describe
from deckgen.spec.types.shape import check_count, colon_trap, count_range, mapping, report_colon, sequence

T = TypeVar("T")
U = TypeVar("U")
S = TypeVar("S", bound=Spec)


class One(Generic[S]):
    """One mapping with the slots of `spec`; `what` names it in messages."""

    def __init__(self, spec: type[S], what: str = "") -> None:
        self.spec = spec
        self.what = what or spec.__name__.removesuffix("Spec").lower()
        self.name = f"{{{', '.join(spec.slots)}}}"

    def bind(self, node: Node, context: BindContext) -> S | None:
        """The mapping, bound."""
        return bind(self.spec, node, context, what=self.what)

    def schema(self) -> dict[str, Any]:
        """An object with the spec's slots and no others."""
        return spec_schema(self.spec)

    def count(self, value: S) -> tuple[int, int]:
        """Words and characters of all slots."""
        counts = [self.spec.slots[key].type.count(found) for key, found in value.values.items()]
        return sum(words for words, _ in counts), sum(characters for _, characters in counts)


class Partly(One[S]):
    """One mapping of which the sound slots are taken when others are wrong, so that later stages can go on.

    What is wrong is reported, which keeps the deck from being built.
    """

    def bind(self, node: Node, context: BindContext) -> S | None:
        """The mapping, as far as it is right."""
        if isinstance(node, ScalarNode) and not node.is_null and not node.reported:
            wanted = f"{article(self.what)} is a mapping of keys to values"
            hint = f"write {{{next(iter(self.spec.slots))}: {clipped(node.text, 40)}}}"
            context.diags.error("wrong-type", node.span, f"{wanted}, not {describe(node)}", hint=hint)
            return None
        return bind_partly(self.spec, node, context, what=self.what)[0]


class ListOf(Generic[T]):
    """`least` to `most` values of one type. Where one is enough, it may stand without a list.

    `shown` is the number that the manual gives, where a slide may take more only as several.
    """

    def __init__(
        self, value: SlotType[T], least: int = 1, most: int | None = None, *, shown: int | None = None
    ) -> None:
        self.value, self.least, self.most = value, least, most
        self.name = f"{count_range(least, shown or most, 'of')}: {value.name}"

    def bind(self, node: Node, context: BindContext) -> tuple[T, ...] | None:
        """The values in order; one that is wrong refuses the list."""
        if self._alone(node):
            only = self.value.bind(node, context)
            return None if only is None else (only,)
        found = sequence(node, context, wanted="a list")
        if found is None:
            return None
        counted = check_count(found, len(found.items), self.least, self.most, context)
        values = [self.value.bind(item, context) for item in found.items]
        sound = tuple(value for value in values if value is not None)
        return sound if counted and len(sound) == len(values) else None

    def _alone(self, node: Node) -> bool:
        return self.least <= 1 and not isinstance(node, SeqNode) and not (isinstance(node, ScalarNode) and node.is_null)

    def schema(self) -> dict[str, Any]:
        """An array, or where one is enough the value alone."""
        schema: dict[str, Any] = {"type": "array", "items": self.value.schema(), "minItems": self.least}
        if self.most is not None:
            schema["maxItems"] = self.most
        return {"anyOf": [schema, self.value.schema()]} if self.least <= 1 else schema

    def count(self, value: tuple[T, ...]) -> tuple[int, int]:
        """Words and characters of all values."""
        counts = [self.value.count(found) for found in value]
        return sum(words for words, _ in counts), sum(characters for _, characters in counts)


class MapOf(Generic[T]):
    """Values of one type under names of the author's choosing."""

    def __init__(self, value: SlotType[T], what: str = "name") -> None:
        self.value, self.what = value, what
        self.name = f"{what}: {value.name}"

    def bind(self, node: Node, context: BindContext) -> dict[str, T] | None:
        """The values by name, in the file's order."""
        given = mapping(
            node, context, wanted="a mapping is wanted here", hint=f"write {self.what}: … on a line of its own for each"
        )
        if given is None:
            return None
        values = {key: self.value.bind(entry.value, context) for key, entry in given.entries.items()}
        sound = {key: value for key, value in values.items() if value is not None}
        return sound if len(sound) == len(values) else None

    def schema(self) -> dict[str, Any]:
        """An object whose every value is of the type."""
        return {"type": "object", "additionalProperties": self.value.schema()}

    def count(self, value: dict[str, T]) -> tuple[int, int]:
        """Words and characters of all values."""
        counts = [self.value.count(found) for found in value.values()]
        return sum(words for words, _ in counts), sum(characters for _, characters in counts)


class EitherType(Generic[T, U]):
    """A plain value of one type, or a mapping of another."""

    def __init__(self, plain: SlotType[T], mapping: SlotType[U]) -> None:
        self.plain, self.mapping = plain, mapping
        self.name = f"{plain.name} or {mapping.name}"

    def bind(self, node: Node, context: BindContext) -> T | U | None:
        """Whichever of the two `node` is."""
        if not isinstance(node, MapNode):
            return self.plain.bind(node, context)
        if self._is_text(node) and (words := colon_trap(node)):
            report_colon(node, words, "a text", context)
            return None
        return self.mapping.bind(node, context)

    def _is_text(self, node: MapNode) -> bool:
        """Whether the only key is none of the mapping's: then its colon belongs to a text."""
        mapping = self.mapping
        return isinstance(mapping, One) and not any(key in mapping.spec.slots for key in node.entries)

    def schema(self) -> dict[str, Any]:
        """Either schema."""
        return {"anyOf": [self.plain.schema(), self.mapping.schema()]}

    def count(self, value: T | U) -> tuple[int, int]:
        """Words and characters of whichever it is."""
        chosen: SlotType[Any] = self.mapping if isinstance(value, Spec | dict) else self.plain
        return chosen.count(value)


def spec_schema(spec: type[Spec]) -> dict[str, Any]:
    """The JSON Schema of a spec: its slots with their descriptions, and no other keys."""
    schema: dict[str, Any] = {"type": "object", "properties": {}, "additionalProperties": False}
    for key, slot in spec.slots.items():
        schema["properties"][key] = slot.type.schema() | ({"description": slot.doc} if slot.doc else {})
    required = [key for key, slot in spec.slots.items() if slot.required]
    return schema | ({"required": required} if required else {})
