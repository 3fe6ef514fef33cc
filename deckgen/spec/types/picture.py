"""A picture: its file, and what it shows in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Span
from deckgen.load.nodes import MapNode, Node, ScalarNode
from deckgen.spec.slots import BindContext, Spec, bind_partly, optional, required
from deckgen.spec.types.lists import One, spec_schema
from deckgen.spec.types.shape import scalar
from deckgen.spec.types.values import ChoiceType, FlagType, NumberType
from deckgen.spec.types.words import WordType

if TYPE_CHECKING:
    from deckgen.scene import Image

_SHARES = r"(\d{1,3})%\s+(\d{1,3})%|(0(?:\.\d{1,4})?|1(?:\.0{1,4})?)\s*,\s*(0(?:\.\d{1,4})?|1(?:\.0{1,4})?)"
_FILE_NAME = (
    r"(?i)[\w()-]+\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|svg|heic)|(?:img|dsc|dscn|dscf|pxl|screenshot)[_ -]?\d+\w*"
)
_PLACES = {"centre": (0.5, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0), "left": (0.0, 0.5), "right": (1.0, 0.5)}


class PictureValue(Struct, frozen=True, kw_only=True):
    """A picture that has been read. `alt` is "" only where it is decorative.

    `focus` is the point to keep in the middle when the picture is cropped, as shares of width and height from the
    upper left; None leaves it to the kind. `crop` is what to cut first, of left, top, right and bottom. `contain`
    shows the picture whole, within its box.
    """

    file: str
    image: Image
    alt: str = ""
    decorative: bool = False
    focus: tuple[float, float] | None = None
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    contain: bool = False
    span: Span = NOWHERE


class FocusType:
    """The point of a picture that shall stay in sight."""

    name = "centre, top, bottom, left, right, or as 60% 20% or 0.6,0.2"

    def bind(self, node: Node, context: BindContext) -> tuple[float, float] | None:
        """Shares of width and height."""
        found = scalar(node, context, wanted="a place in the picture")
        if found is None:
            return None
        shares = re.fullmatch(_SHARES, found.text)
        if shares and shares[3]:
            return float(shares[3]), float(shares[4])
        if shares and int(shares[1]) <= 100 and int(shares[2]) <= 100:
            return int(shares[1]) / 100, int(shares[2]) / 100
        if found.text in _PLACES:
            return _PLACES[found.text]
        context.diags.error(
            "bad-focus",
            found.span,
            f'"{found.text[:40]}" is no place in a picture',
            hint=_quoted(found.text) or f"write {self.name} (from the left, from the top)",
        )
        return None

    def schema(self) -> dict[str, Any]:
        """A word or two shares."""
        return {"anyOf": [{"enum": list(_PLACES)}, {"type": "string", "pattern": f"^({_SHARES})$"}]}

    def count(self, value: tuple[float, float]) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


def _quoted(text: str) -> str:
    """What to do about half a focus, which the comma within braces has cut in two."""
    return f'put it in quotes: focus: "{text},0.5"' if re.fullmatch(r"[01](\.\d+)?", text) else ""


class CropSpec(Spec):
    """What to cut from a picture's sides, in per cent of its width and height."""

    left = optional(NumberType(0, 99), 0.0, doc="per cent of the width")
    top = optional(NumberType(0, 99), 0.0, doc="per cent of the height")
    right = optional(NumberType(0, 99), 0.0, doc="per cent of the width")
    bottom = optional(NumberType(0, 99), 0.0, doc="per cent of the height")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        """At least a hundredth of each side is left."""
        if spec.left + spec.right > 99 or spec.top + spec.bottom > 99:
            context.diags.error(
                "bad-crop", spec.span, "this crop leaves nothing of the picture", hint="cut less than 99 per cent"
            )


class CropType(One[CropSpec]):
    """What to cut; not a shape, as other programs have it."""

    def __init__(self) -> None:
        super().__init__(CropSpec, "crop")

    def bind(self, node: Node, context: BindContext) -> CropSpec | None:
        """The mapping, bound."""
        if isinstance(node, ScalarNode) and not node.is_null and not node.reported:
            hint = "write {left: 10, right: 10}, in per cent; a picture fills its place without any"
            message = f'a crop says how much to cut from each side, not "{node.text[:40]}"'
            context.diags.error("wrong-type", node.span, message, hint=hint)
            return None
        return super().bind(node, context)


class PictureSpec(Spec):
    """A picture as the author gives it."""

    file = required(WordType("a file"), doc="path below the project's folder")
    alt = optional(WordType("a description of the picture"), doc="what the picture shows, for those who can't see it")
    decorative = optional(FlagType(), False, doc="true: it says nothing that the words don't")
    focus = optional(FocusType(), doc="the point to keep when the picture is cropped to fill its box")
    fit = optional(ChoiceType("fill", "contain"), "fill", doc="contain: the picture is shown whole")
    crop = optional(CropType(), doc="what to cut from its sides first, in per cent")
    frame = optional(NumberType(1, 9_999), doc="which frame or page of the file, from 1")

    @classmethod
    def checked(cls, spec: PictureSpec, context: BindContext, *, named: bool) -> bool:
        """Whether the picture either says something or doesn't (WCAG 2.2, 1.1.1); if not, that is reported.

        One that is `named` by the words beside it may do without words of its own.
        """
        if spec.frame is not None and spec.frame != int(spec.frame):
            context.diags.error("bad-number", spec.at("frame"), "a frame is a whole number", hint="write frame: 2")
            return False
        if spec.decorative and spec.alt:
            context.diags.error(
                "alt-text", spec.at("alt"), 'a decorative picture has no "alt"', hint="keep one of the two"
            )
        elif not spec.decorative and not spec.alt and not named:
            _report_no_alt(spec.span, context)
        elif spec.alt and re.fullmatch(_FILE_NAME, spec.alt):
            context.diags.warning(
                "alt-text",
                spec.at("alt"),
                f'"{spec.alt[:60]}" says nothing to those who can\'t see the picture',
                hint="say what it shows, as you would on the telephone; or decorative: true",
            )
        return not (spec.decorative and spec.alt) and bool(named or spec.decorative or spec.alt)


class PictureType:
    """A picture: {file, alt} or {file, decorative: true}, and where wanted its focus, fit, crop and frame.

    One that is `named` by the words beside it (a portrait) may be a file alone: its kind says what it shows.
    """

    def __init__(self, *, named: bool = False) -> None:
        self.named = named
        self.name = "file or {file, alt}" if named else "{file, alt}"

    def bind(self, node: Node, context: BindContext) -> PictureValue | None:
        """The picture, read through the context."""
        if isinstance(node, ScalarNode) and not node.is_null and not node.reported:
            return self._alone(node, context)
        spec, sound = bind_partly(PictureSpec, node, context, what="picture")
        if spec is None or not isinstance(node, MapNode):
            return None
        if sound:
            sound = PictureSpec.checked(spec, context, named=self.named)
        image = _read(spec, context) if "file" in spec.values else None
        if image is None or not sound:
            return None
        return _value(spec, image, node.span)

    def _alone(self, node: ScalarNode, context: BindContext) -> PictureValue | None:
        """A file by itself."""
        if markdown := re.fullmatch(r"!\[([^\]]*)\]\(\s*([^)\s]+)[^)]*\)", node.text.strip()):
            hint = f'write {{file: {markdown[2][:60]}, alt: "{markdown[1][:60] or "what it shows"}"}}'
            context.diags.error("wrong-type", node.span, "a picture is no Markdown here", hint=hint)
            return None
        if not self.named:
            _report_no_alt(node.span, context, node.text)
        image = context.picture(node.text, node.span)  # which reports what is wrong with the file as well
        return PictureValue(file=node.text, image=image, span=node.span) if image and self.named else None

    def schema(self) -> dict[str, Any]:
        """A file with its alternative text, or decorative."""
        schema = spec_schema(PictureSpec)
        if self.named:
            return {"anyOf": [{"type": "string"}, schema]}
        return schema | {"anyOf": [{"required": ["alt"]}, {"required": ["decorative"]}]}

    def count(self, value: PictureValue) -> tuple[int, int]:
        """Nothing to read on the slide."""
        return 0, 0


def _read(spec: PictureSpec, context: BindContext) -> Image | None:
    """The picture's file, at the frame that is wanted."""
    if spec.frame is None:
        return context.picture(spec.file, spec.at("file"))
    return context.picture(spec.file, spec.at("file"), int(spec.frame))


def _value(spec: PictureSpec, image: Image, span: Span) -> PictureValue:
    cut = spec.crop
    return PictureValue(
        file=spec.file,
        image=image,
        alt=spec.alt or "",
        decorative=spec.decorative,
        focus=spec.focus,
        crop=(cut.left / 100, cut.top / 100, cut.right / 100, cut.bottom / 100) if cut else (0, 0, 0, 0),
        contain=spec.fit == "contain",
        span=span,
    )


def _report_no_alt(span: Span, context: BindContext, file: str = "…") -> None:
    context.diags.error(
        "alt-text",
        span,
        "this picture has no words for those who can't see it",
        hint=f'write {{file: {file[:60]}, alt: "what it shows"}}, or decorative: true',
    )
