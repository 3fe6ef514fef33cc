"""Slot types that only brand.yaml has: colours, measures in points, files of the pack, tables by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from deckgen.brand.color import THEME_SLOTS, parse_color
from deckgen.diagnostics import did_you_mean
from deckgen.load.nodes import Node, ScalarNode
from deckgen.scene import Color
from deckgen.spec.slots import BindContext, SlotType
from deckgen.spec.types.shape import mapping, scalar

T = TypeVar("T")


def _words(text: str) -> tuple[int, int]:
    return len(text.split()), len(text)


def _as_hex(text: str) -> str:
    """What to write for a colour that is not written as '#331447': the same, where it is one as web pages have it."""
    bare = text.strip(" “”„‘’'\"")
    parts = re.fullmatch(r"(?i)rgba?\(?\s*(\d{1,3})[,\s]+(\d{1,3})[,\s]+(\d{1,3})\s*(?:[,/][\s\d.%]*)?\)?", bare)
    if parts and all(int(part) < 256 for part in parts.groups()):
        return f'write "#{"".join(f"{int(part):02X}" for part in parts.groups())}", in quotes'
    digits = bare.removeprefix("#").removeprefix("0x")
    if re.fullmatch(r"[0-9A-Fa-f]{6}[Ff]{2}", digits):  # how opaque it is: wholly
        digits = digits[:6]
    if re.fullmatch(r"[0-9A-Fa-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    if re.fullmatch(r"[0-9A-Fa-f]{6}", digits):
        return f'write "#{digits.upper()}", in quotes'
    return 'write six hexadecimal digits in quotes: "#331447"'


class HexType:
    """A colour as '#RRGGBB'."""

    name = "a colour, as '#331447'"

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The colour in capitals, or None after reporting."""
        found = scalar(node, context, wanted="a colour")
        if found is None:
            return None
        text = found.text
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
            context.diags.error(
                "bad-colour",
                node.span,
                f'"{text}" is not a colour',
                hint=_as_hex(text),
            )
            return None
        return text.upper()

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}

    def count(self, value: str) -> tuple[int, int]:
        """Words and characters."""
        return _words(value)


class ShadeType:
    """A colour of the theme, or a shade of one: 'accent2', 'lt2*86', 'dk2*85+14'."""

    name = "a theme colour, as 'accent2' or 'lt2*86'"

    def bind(self, node: Node, context: BindContext) -> Color | None:
        """The colour, or None after reporting."""
        found = scalar(node, context, wanted="a theme colour")
        if found is None:
            return None
        text = found.text
        color = parse_color(text)
        if color is None:
            context.diags.error(
                "bad-colour",
                node.span,
                f'"{text}" is not a colour of the theme',
                hint="write a slot (accent2) or a shade of one (lt2*86, dk2*85+14)",
            )
            return None
        if color.slot not in THEME_SLOTS:
            context.diags.error(
                "unknown-colour",
                node.span,
                f'a theme has no colour "{color.slot}"',
                hint=did_you_mean(color.slot, THEME_SLOTS),
            )
            return None
        return color

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        slots = "|".join(THEME_SLOTS)
        return {"type": "string", "pattern": rf"^({slots})(\*\d{{1,3}}(\+\d{{1,3}})?)?$"}

    def count(self, value: Color) -> tuple[int, int]:
        """Words and characters."""
        return 1, len(value.slot)


class PaintType:
    """A colour of a chart: one of the theme, or a hexadecimal one that the theme lacks."""

    name = "a theme colour or '#9485A5'"

    def bind(self, node: Node, context: BindContext) -> Color | str | None:
        """The colour, or None after reporting."""
        fixed = isinstance(node, ScalarNode) and node.text.startswith("#")
        return HexType().bind(node, context) if fixed else ShadeType().bind(node, context)

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        return {"anyOf": [ShadeType().schema(), HexType().schema()]}

    def count(self, value: Color | str) -> tuple[int, int]:
        """Words and characters."""
        return 1, len(str(value))


class PackFileType:
    """A file of the pack, below its folder."""

    def __init__(self, *endings: str) -> None:
        self.endings = endings
        self.name = f"a file of the pack ({', '.join(endings)})"

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The path, or None after reporting. Whether it is there, the loader says."""
        found = scalar(node, context, wanted="a file's name")
        if found is None:
            return None
        text = found.text
        parts = text.split("/")
        if text.startswith("/") or "\\" in text or ".." in parts or "" in parts:
            context.diags.error(
                "bad-path",
                node.span,
                f'"{text}" is not a path within the pack',
                hint="write it as seen from brand.yaml, with forward slashes: art/mark.svg",
            )
            return None
        if not text.lower().endswith(self.endings):
            context.diags.error(
                "bad-file",
                node.span,
                f'"{text}" is not a kind of file that can stand here',
                hint=f"wanted: {', '.join(self.endings)}",
            )
            return None
        return text

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        endings = "|".join(re.escape(e) for e in self.endings)
        return {"type": "string", "pattern": rf"^[^/\\].*({endings})$"}

    def count(self, value: str) -> tuple[int, int]:
        """Words and characters."""
        return 1, len(value)


class TableType(Generic[T]):
    """A mapping whose keys are known names and whose values are all of one type.

    With `complete`, every name must be there.
    """

    def __init__(self, keys: Iterable[str], value: SlotType[T], *, what: str, complete: bool = False) -> None:
        self.keys, self.value, self.what, self.complete = tuple(keys), value, what, complete
        self.name = f"{what} by name, each {value.name}"

    def bind(self, node: Node, context: BindContext) -> dict[str, T] | None:
        """The values by name, or None after reporting all that is wrong."""
        given = mapping(node, context, wanted=f"{self.what} are wanted here by name", hint=f"write: {self.keys[0]}: …")
        if given is None:
            return None
        sound = True
        bound: dict[str, T] = {}
        for key, entry in given.entries.items():
            value = self.value.bind(entry.value, context) if key in self.keys else None
            if value is not None:
                bound[key] = value
                continue
            sound = False
            if key not in self.keys:
                context.diags.error(
                    "unknown-key",
                    entry.key.span,
                    f'there is no "{key}" among {self.what}',
                    hint=did_you_mean(key, self.keys),
                )
        missing = [key for key in self.keys if self.complete and key not in given.entries]
        if missing:
            context.diags.error(
                "missing",
                node.span,
                f"{self.what} lack {', '.join(missing)}",
                hint=f'add "{missing[0]}:" ({self.value.name})',
            )
        return bound if sound and not missing else None

    def schema(self) -> dict[str, Any]:
        """Its JSON Schema."""
        made: dict[str, Any] = {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: self.value.schema() for key in self.keys},
        }
        return {**made, "required": list(self.keys)} if self.complete else made

    def count(self, value: dict[str, T]) -> tuple[int, int]:
        """Words and characters."""
        return 0, 0
