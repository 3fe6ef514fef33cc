"""Where a link in a text may lead: http, https, mailto, tel, and `slide:ID` within the deck."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckgen.diagnostics import Span, did_you_mean
from deckgen.spec.slots import BindContext, clipped

MAX_ADDRESS = 2083
"""PowerPoint and Windows open no longer address (characters)."""

# Not every deck has links of every sort: `re` compiles and keeps these when they are first used.
_SCHEME = r"([A-Za-z][A-Za-z0-9+.-]*):"
_UNSAFE = r"""[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"""
_WEB = r"(?is)https?://(?:[^\s/?#@]*@)?(\[[0-9A-Fa-f:.]+\]|[^\s/?#@\[\]:]+)(:\d{1,5})?(?:[/?#].*)?"
_MAIL = r"(?i)mailto:[^\s@?<>]+@[^\s@?<>]+(\?.*)?"
_TEL = r"(?i)tel:\+?[0-9().\-]{2,30}(;.*)?"
_TITLE = r"""(\S+)\s+(?:"[^"]*"|'[^']*'|\([^()]*\))"""


def check_address(address: str, spot: Callable[[], Span], context: BindContext) -> str | None:
    """The address as the deck shall hold it, percent-encoded, or None after reporting what is wrong.

    "" stands for an address still to come, which is a warning. `spot` finds the address in the file.
    """
    address = address.strip()
    if not address:
        context.diags.warning(
            "link-without-address",
            spot(),
            "this link has no address yet; it is set as plain text",
            hint="put the address between the round brackets",
        )
        return ""
    if reason := _wrong(address, context):
        context.diags.error("bad-link", spot(), f'"{clipped(address)}" {reason[0]}', hint=reason[1])
        return None
    return address if address.startswith("slide:") else encode(address)


def encode(text: str) -> str:
    """`text` with every character that may not stand in an address percent-encoded (RFC 3986)."""
    if "%" in text:
        text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return re.sub(_UNSAFE, _percent, text)


def encode_part(text: str) -> str:
    """A value on its way into an address: only unreserved characters stay (RFC 3986, 2.3)."""
    return re.sub(r"[^A-Za-z0-9\-._~]", _percent, text)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def _wrong(address: str, context: BindContext) -> tuple[str, str | None] | None:
    """What is wrong with an address and what to do, or None."""
    if len(address) > MAX_ADDRESS:
        return f"is an address of {len(address):,} characters", f"at most {MAX_ADDRESS:,} work everywhere"
    if address.startswith("slide:"):
        return _wrong_slide(address[len("slide:") :], context)
    scheme = re.match(_SCHEME, address)
    if space := re.search(r"\s", address):
        if titled := re.fullmatch(_TITLE, address):
            return "has more than an address", f"a link has no title: write only {titled[1]}"
        return _wrong_space(address, "space" if space[0] == " " else "line break", scheme[1] if scheme else "")
    match scheme[1].lower() if scheme else None:
        case "http" | "https":
            pattern, wrong = _WEB, ("is not a web address", "https://example.org is one")
        case "mailto":
            pattern, wrong = _MAIL, ("is not an address for mail", "mailto:name@example.org is one")
        case "tel":
            advice = "tel:+441617855082 is one: no spaces"
            pattern, wrong = _TEL, ("is not a telephone number for a link", advice)
        case _:
            return _wrong_scheme(address, scheme[1] if scheme else None)
    return None if re.fullmatch(pattern, address) else wrong


def _wrong_space(address: str, what: str, scheme: str) -> tuple[str, str]:
    hint = "write %20 for a space" if what == "space" else "write it on one line"
    if scheme.lower() == "tel":
        hint = f"write it without: {re.sub(chr(92) + 's', '', address)[:40]}"
    return f"has a {what} in it", hint


_FILES = "pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|zip|jpe?g|png|mp4"
"""How files end that people link to."""


def _wrong_scheme(address: str, scheme: str | None) -> tuple[str, str]:
    allowed = "a link leads to http, https, mailto, tel, or slide:ID within the deck"
    if address == "#":
        return "leads nowhere", "for a link whose address is still to come, write [name]()"
    if address.startswith("#"):
        return "names a place in a web page", f"for a slide of this deck, write slide:{address[1:]}"
    if re.fullmatch(rf"(?i)([^:?#./]+/)*[^:?#/]+\.({_FILES})", address):
        return (
            "is a file, and whoever gets the deck hasn't got it",
            "put the file on the web, and link its address there",
        )
    if meant := meant_address(address):
        return "has no scheme", f"write {meant}"
    return (f"leads to {scheme}:, which a deck may not open" if scheme else "is not an address"), allowed


def meant_address(text: str) -> str | None:
    """The address that a text is, with the scheme that it lacks; None for words."""
    if re.match(r"(?i)(https?://|mailto:|tel:)\S+$", text):
        return text
    if re.fullmatch(r"[^\s@/]+@[^\s@/]+\.[^\s@/]+", text):
        return f"mailto:{text}"
    # A domain ends in letters: "2.5" is a number, "e.g." no address.
    return f"https://{text}" if re.match(r"(www\.\S|[\w-]+(\.[\w-]+)*\.[^\W\d]{2,}(/|$|:\d))\S*$", text) else None


def _wrong_slide(slide: str, context: BindContext) -> tuple[str, str | None] | None:
    if context.slides is None or slide in context.slides:
        return None
    return "names no slide of this deck", did_you_mean(slide, context.slides)
