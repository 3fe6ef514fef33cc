"""A picture: its file, and what it shows in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.load.nodes import MapNode, Node, ScalarNode
from deckgen.spec.slots import BindContext, Spec, bind_partly, optional, required
from deckgen.spec.types.lists import spec_schema
from deckgen.spec.types.shape import scalar
from deckgen.spec.types.values import FlagType
from deckgen.spec.types.words import WordType

if TYPE_CHECKING:
    from deckgen.scene import Image

_SHARES = r"(\d{1,3})%\s+(\d{1,3})%"
_PLACES = {"centre": (0.5, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0), "left": (0.0, 0.5), "right": (1.0, 0.5)}


class PictureValue(Struct, frozen=True, kw_only=True):
    """A picture that has been read. `alt` is "" only where it is decorative.

    `focus` is the point to keep when the picture is cropped, as shares of width and height from the
    upper left.
    """

    file: str
    image: Image
    alt: str = ""
    decorative: bool = False
    focus: tuple[float, float] = (0.5, 0.5)
    span: Span = NOWHERE


class FocusType:
    """The point of a picture that shall stay in sight."""

    name = "centre, top, bottom, left, right, or as 60% 20%"

    def bind(self, node: Node, context: BindContext) -> tuple[float, float] | None:
        """Shares of width and height."""
        found = scalar(node, context, wanted="a place in the picture")
        if found is None:
            return None
        shares = re.fullmatch(_SHARES, found.text)
        if shares and int(shares[1]) <= 100 and int(shares[2]) <= 100:
            return int(shares[1]) / 100, int(shares[2]) / 100
        if found.text in _PLACES:
            return _PLACES[found.text]
        context.diags.error(
            "bad-focus",
            found.span,
            f'"{found.text[:40]}" is no place in a picture',
            hint=f"write {self.name} (from the left, from the top)",
        )
        return None

    def schema(self) -> dict[str, Any]:
        """A word or two shares."""
        return {"anyOf": [{"enum": list(_PLACES)}, {"type": "string", "pattern": f"^{_SHARES}$"}]}

    def count(self, value: tuple[float, float]) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


class PictureSpec(Spec):
    """A picture as the author gives it."""

    file = required(WordType("a file"), doc="path below the project's folder")
    alt = optional(WordType("a description of the picture"), doc="what the picture shows, for those who can't see it")
    decorative = optional(FlagType(), False, doc="true: it says nothing that the words don't")
    focus = optional(FocusType(), (0.5, 0.5), doc="the point to keep when the picture is cropped")

    @classmethod
    def checked(cls, spec: PictureSpec, context: BindContext) -> bool:
        """Whether the picture either says something or doesn't (WCAG 2.2, 1.1.1); if not, that is reported."""
        if spec.decorative and spec.alt:
            context.diags.error(
                "alt-text", spec.at("alt"), 'a decorative picture has no "alt"', hint="keep one of the two"
            )
        elif not spec.decorative and not spec.alt:
            _report_no_alt(spec.span, context)
        return spec.decorative != bool(spec.alt)


class PictureType:
    """A picture: {file, alt} or {file, decorative: true}, and where wanted its focus."""

    name = "{file, alt}"

    def bind(self, node: Node, context: BindContext) -> PictureValue | None:
        """The picture, read through the context."""
        if isinstance(node, ScalarNode) and not node.is_null and not node.reported:
            _report_no_alt(node.span, context, node.text)
            context.picture(node.text, node.span)  # which reports what is wrong with the file as well
            return None
        spec, sound = bind_partly(PictureSpec, node, context, what="picture")
        if spec is None or not isinstance(node, MapNode):
            return None
        if sound:
            sound = PictureSpec.checked(spec, context)
        image = context.picture(spec.file, spec.at("file")) if "file" in spec.values else None
        if image is None or not sound:
            return None
        return PictureValue(
            file=spec.file,
            image=image,
            alt=spec.alt or "",
            decorative=spec.decorative,
            focus=spec.focus,
            span=node.span,
        )

    def schema(self) -> dict[str, Any]:
        """A file with its alternative text, or decorative."""
        return spec_schema(PictureSpec) | {"anyOf": [{"required": ["alt"]}, {"required": ["decorative"]}]}

    def count(self, value: PictureValue) -> tuple[int, int]:
        """Nothing to read on the slide."""
        return 0, 0


def _report_no_alt(span: Span, context: BindContext, file: str = "…") -> None:
    context.diags.error(
        "alt-text",
        span,
        "this picture has no words for those who can't see it",
        hint=f'write {{file: {file[:60]}, alt: "what it shows"}}, or decorative: true',
    )
