"""Names that one file gives to something in another: a brand, a slide, a kind, an audience."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.load.nodes import MapNode, Node, ScalarNode, SeqNode
from deckgen.spec.slots import BindContext, describe
from deckgen.spec.types.shape import scalar
from deckgen.world import composed

LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-([A-Za-z0-9]{5,8}|\d\w{3}))*"
"""A language tag, as far as decks need them (RFC 5646, 2.1)."""


_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
"""The languages that have a code of two letters (ISO 639-1)."""


_IN_ENGLISH = {
    "arabic": "ar",
    "bengali": "bn",
    "chinese": "zh-CN",
    "english": "en-GB",
    "french": "fr",
    "german": "de",
    "gujarati": "gu",
    "hebrew": "he",
    "hindi": "hi",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "persian": "fa",
    "polish": "pl",
    "portuguese": "pt",
    "punjabi": "pa",
    "romanian": "ro",
    "spanish": "es",
    "tamil": "ta",
    "turkish": "tr",
    "ukrainian": "uk",
    "urdu": "ur",
    "welsh": "cy",
}
"""Languages that schools write in, by what English calls them."""


class Name(Struct, frozen=True, gc=False):
    """A name and where it stands, for the message that nothing is called so."""

    text: str
    span: Span


class NameType:
    """A name; what it names is for others to find. `wanted` says what in messages, `listed` where they are."""

    def __init__(self, wanted: str, listed: str = "") -> None:
        self.wanted = wanted
        self.name = f"{wanted}; {listed}" if listed else wanted

    def bind(self, node: Node, context: BindContext) -> Name | None:
        """The name as written."""
        if not isinstance(node, ScalarNode):
            self._report_collection(node, context)
            return None
        found = scalar(node, context, wanted=self.wanted)
        if found is None:
            return None
        if not found.text.strip():
            context.diags.error("empty", found.span, f"{self.wanted} is wanted here", hint=f"write {self.name}")
            return None
        return Name(composed(found.text), found.span)

    def _report_collection(self, node: SeqNode | MapNode, context: BindContext) -> None:
        only = node.items[0] if isinstance(node, SeqNode) and len(node.items) == 1 else None
        hint = f"write {only.text[:60]}" if isinstance(only, ScalarNode) and not only.is_null else "write one name"
        context.diags.error("wrong-type", node.span, f"{self.wanted} is wanted here, not {describe(node)}", hint=hint)

    def schema(self) -> dict[str, Any]:
        """A text."""
        return {"type": "string"}

    def count(self, value: Name) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


class IdType(NameType):
    """A name that others may use: letters, digits, `-`, `_`, `.` and `/`."""

    pattern = r"[^\W_][\w.-]*(/[^\W_][\w.-]*)*"

    def bind(self, node: Node, context: BindContext) -> Name | None:
        """The name, if it can be used in a link."""
        name = super().bind(node, context)
        if name and (len(name.text) > 200 or not re.fullmatch(self.pattern, name.text)):
            context.diags.error(
                "bad-name",
                name.span,
                f'"{name.text[:60]}" can\'t be {self.wanted}',
                hint="use letters, digits and hyphens: further-reading",
            )
            return None
        return name


class LanguageType:
    """A language tag: en-GB, cy, de."""

    name = "language tag, as en-GB"

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The tag as PowerPoint writes them: language small, country in capitals."""
        found = scalar(node, context, wanted="a language tag")
        if found is None:
            return None
        tag = found.text.replace("_", "-")
        if _is_language(found.text) and not tag.lower().endswith("-uk"):
            return tag
        meant = tag[:-2] + "GB" if tag.lower().endswith("-uk") else _IN_ENGLISH.get(tag.lower(), tag)
        hint = f"write {meant}" if _is_language(meant) else "write a language and a country: en-GB"
        context.diags.error("bad-language", found.span, f'"{found.text[:40]}" is not a language tag', hint=hint)
        return None

    def schema(self) -> dict[str, Any]:
        """A text of that form."""
        return {"type": "string", "pattern": f"^{LANGUAGE}$"}

    def count(self, value: str) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0


def _is_language(text: str) -> bool:
    if re.fullmatch(LANGUAGE, text, re.ASCII) is None:
        return False
    language = text.partition("-")[0].lower()
    return len(language) != 2 or language in _TWO_LETTERS.split()
