"""A film and what belongs to it: its file or its address, and its captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from deckgen.load.nodes import MapNode, Node
from deckgen.spec.slots import BindContext, Spec, optional, required
from deckgen.spec.types.lists import Partly, spec_schema
from deckgen.spec.types.names import LanguageType
from deckgen.spec.types.shape import scalar
from deckgen.spec.types.words import WordType

if TYPE_CHECKING:
    from deckgen.scene import Captions, Film

_LANGUAGES = {
    "ar": "العربية",
    "cy": "Cymraeg",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ga": "Gaeilge",
    "pl": "Polski",
    "so": "Soomaali",
    "uk": "Українська",
    "ur": "اردو",
}
"""What speakers call their language, for the menu of captions."""
_YOUTUBE = r"https://(?:www\.|m\.)?(?:youtube\.com/watch\?(?:.*&)?v=|youtu\.be/|youtube\.com/shorts/)([\w-]{6,20}).*"
_NO_FILM = r"https://(?:www\.|m\.)?(?:youtube\.com|youtu\.be)(?:/(?!embed/|live/).*)?"
_VIMEO = r"https://(?:www\.)?vimeo\.com/(\d+).*"
_WEB = r"https://[^\s/?#]+\.[^\s]+"
_BESIDE = r"(?!/)(?:(?!\.\.?/)[^\s\\:?*\"<>|/][^\\:?*\"<>|/]*/)*[^\\:?*\"<>|/]+\.(?:mp4|m4v|mov)"


class FilmType:
    """A film's file, which goes into the deck."""

    name = "file"

    def bind(self, node: Node, context: BindContext) -> Film | None:
        """The film, read through the context."""
        found = scalar(node, context, wanted="a file")
        return context.film(found.text, found.span) if found else None

    def schema(self) -> dict[str, Any]:
        """A path."""
        return {"type": "string"}

    def count(self, value: Film) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


class FilmLinkType:
    """A film that stays where it is: on the web, or in a file that lies beside the deck when it is shown."""

    name = "address"

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The address as PowerPoint plays it: a page of YouTube's or Vimeo's becomes its player."""
        found = scalar(node, context, wanted="an address")
        if found is None:
            return None
        if page := re.fullmatch(_YOUTUBE, found.text):
            return f"https://www.youtube.com/embed/{page[1]}?feature=oembed"
        if page := re.fullmatch(_VIMEO, found.text):
            return f"https://player.vimeo.com/video/{page[1]}?app_id=122963"
        if re.fullmatch(_NO_FILM, found.text):
            message = f'"{found.text[:80]}" names no film of YouTube\'s'
            context.diags.error("bad-link", found.span, message, hint="copy the film's own address: https://youtu.be/…")
            return None
        if re.fullmatch(_WEB, found.text) or re.fullmatch(_BESIDE, found.text, re.IGNORECASE):
            return found.text
        context.diags.error(
            "bad-link",
            found.span,
            f'"{found.text[:80]}" is no address of a film',
            hint="write an address that begins with https://, or the name of a file beside the deck: film.mp4",
        )
        return None

    def schema(self) -> dict[str, Any]:
        """An address or a file's name."""
        return {"type": "string"}

    def count(self, value: str) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


class CaptionsSpec(Spec):
    """Captions as the author gives them."""

    file = required(WordType("a file"), doc="a WebVTT or SubRip file (.vtt, .srt) below the project's folder")
    language = optional(LanguageType(), doc="the language they are in, where it isn't the deck's")
    label = optional(WordType("a label"), doc="what people choose them by")


class CaptionsType:
    """Captions: a WebVTT or SubRip file, or {file, language, label}."""

    name = "file"

    def bind(self, node: Node, context: BindContext) -> Captions | None:
        """The captions, read through the context."""
        if isinstance(node, MapNode):
            spec = Partly(CaptionsSpec, "captions").bind(node, context)
            found = context.captions(spec.file, spec.at("file")) if spec and "file" in spec.values else None
            return _labelled(found, spec.language, spec.label, context) if spec and found else None
        asked = scalar(node, context, wanted="a file")
        found = context.captions(asked.text, asked.span) if asked else None
        return _labelled(found, None, None, context) if found else None

    def schema(self) -> dict[str, Any]:
        """A path, or a mapping."""
        return {"anyOf": [{"type": "string"}, spec_schema(CaptionsSpec)]}

    def count(self, value: Captions) -> tuple[int, int]:
        """Nothing to read on the slide."""
        return 0, 0


def _labelled(found: Captions, language: str | None, label: str | None, context: BindContext) -> Captions:
    spoken = language or context.language
    return replace(found, language=spoken, label=label or _LANGUAGES.get(spoken.partition("-")[0], spoken))
