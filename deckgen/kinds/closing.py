"""Closing: thanks, and how to reach us."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout, Placeholder
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import register
from deckgen.layout.frames import LEFT, Frame
from deckgen.layout.paragraphs import paragraph
from deckgen.layout.setter import Attempt, Fill, Page, Setter
from deckgen.scene import Paragraph
from deckgen.spec.one_of import check_one_of
from deckgen.spec.slots import Advice, BindContext, Spec, optional, required
from deckgen.spec.text import Text
from deckgen.spec.types import EitherType, ListOf, One, TextType
from deckgen.units import Emu, pt, to_pt

CONTACT_FOOT, ASIDE_FOOT = 510, 528
"""Contacts end here, and what may stand below them."""
UNDER_LABEL = pt(4.7)
"""From a label to what it names; more than that stands between a contact with a label and its neighbours."""
APART = (pt(10), 0)
"""That, best first: where contacts fill the slide it is given up before the message gets smaller."""
THANKS, CONTACTS = {"message": 361, "address": 320}, {"message": 399, "address": 360}
"""Their first baselines below a message and below an address."""
CLEAR = 18
"""Between the message and the thanks that contacts have pushed up, at least."""


class ContactSpec(Spec):
    """A way to reach us, with a label."""

    label = optional(TextType())
    text = optional(TextType(), doc="an address of any sort, or a link")
    phone = optional(TextType(), doc="a number to call, set large")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        check_one_of(spec, "text", "phone", context, message='a contact has either a "text" or a "phone"')


class ClosingSpec(Spec):
    """What a closing holds."""

    message = optional(TextType(), advice=Advice(words=16), placeholder="title", doc="a last sentence")
    address = optional(TextType(), placeholder="title", doc="or where we are")
    thanks = optional(TextType(), placeholder="body")
    contacts = required(ListOf(EitherType[Text, ContactSpec](TextType(), One(ContactSpec)), 1, 4), placeholder="body")
    aside = optional(ListOf(TextType(), 1, 2), placeholder="body", doc="one or two lines beside the art")

    @classmethod
    def check(cls, spec: Any, context: BindContext) -> None:
        message = 'a closing has either a "message" or an "address"'
        check_one_of(spec, "message", "address", context, message=message, remark="it is the slide’s title")


@register("closing")
class Closing(Kind):
    """Thanks, and how to reach us, with the art of the cover.

    Slots:
        slot              type                        required  advice            placeholder
        message           text                        no        at most 16 words  title
            a last sentence
        address           text                        no        –                 title
            or where we are
        thanks            text                        no        –                 body
        contacts          1 to 4 of: text or mapping  yes       –                 body
        contacts[].label  text                        no        –                 –
        contacts[].text   text                        no        –                 –
            an address of any sort, or a link
        contacts[].phone  text                        no        –                 –
            a number to call, set large
        aside             1 to 2 of: text             no        –                 body
            one or two lines beside the art

    Example:
        kind: closing
        message: Come and see us on a Tuesday morning
        thanks: Thank you
        contacts:
          - "[office@example.org](mailto:office@example.org)"
          - {label: "Call us on:", phone: 01632 960000}
    """

    spec = ClosingSpec

    def layouts(self, brand: Brand) -> tuple[Layout, ...]:
        return _layout(brand, address=False), _layout(brand, address=True)

    def title(self, spec: ClosingSpec) -> str:
        return (spec.message or spec.address).plain  # type: ignore[union-attr]

    def attempts(self, spec: ClosingSpec, setter: Setter) -> Iterator[Attempt]:
        page = setter.on("Closing" if spec.message else "Closing with address")
        for style in ("quote", "quote_s") if spec.message else ("lead", "body"):
            title = page.fill("title", spec.message or spec.address, style=style)
            for apart in APART:
                yield _attempt(page, spec, title, apart)
            if (up := _missing(page, spec)) and up <= _free(page, title):
                yield _attempt(page, spec, title, APART[0], up)


def _attempt(page: Page, spec: ClosingSpec, title: Fill | None, apart: Emu, up: float = 0) -> Attempt:
    """Thanks and contacts where the layout has them, or so many points higher."""
    thanks = page.fill("thanks", spec.thanks, baseline=THANKS[_top(spec)] - up if up else None)
    contacts = _contacts(page, spec, apart, up)
    return page.attempt(title, thanks, contacts, _aside(page, spec, contacts))


def _top(spec: ClosingSpec) -> str:
    return "message" if spec.message else "address"


def _missing(page: Page, spec: ClosingSpec) -> float:
    """By how many points the contacts, and what stands below them, are too high for their place."""
    contacts = _contacts(page, spec, APART[0])
    over = _foot(page, contacts) - CONTACT_FOOT
    aside = _aside(page, spec, contacts)
    if aside and not page.setter.brand.cover.note_surface:
        over = max(over, _foot(page, aside) - ASIDE_FOOT)
    return max(0.0, over)


def _free(page: Page, title: Fill | None) -> float:
    """How many points there are between the title and the thanks for them to go up."""
    return to_pt(page.layout.placeholder("thanks").rect.y) - _foot(page, title) - CLEAR


def _foot(page: Page, fill: Fill | None) -> float:
    """Where a text ends."""
    return to_pt(fill.rect.y) + page.height(fill) if fill else 0


def _layout(brand: Brand, *, address: bool) -> Layout:
    frame, top = Frame(brand, "ground"), "address" if address else "message"
    title = (
        frame.hang("title", "Address", idx=0, style="lead", x=LEFT, baseline=198, w=480, h=118, type_="title")
        if address
        else frame.hang(
            "title", "Message", idx=0, style="quote", x=LEFT, baseline=163, w=470, h=168, role="title", type_="title"
        )
    )
    thanks = frame.hang(
        "thanks",
        "Thanks",
        idx=60,
        style="lead_bold",
        x=LEFT,
        baseline=THANKS[top],
        w=400,
        h=36,
        role="emph",
        max_lines=1,
    )
    contacts = frame.hang(
        "contacts",
        "Contacts",
        idx=1,
        style="body",
        x=LEFT,
        baseline=CONTACTS[top],
        w=480 if address else 440,
        h=130 if address else 96,
    )
    art = brand.cover.art if brand.cover.arrangement == "side" else ()
    return frame.layout(
        "closing",
        "Closing with address" if address else "Closing",
        title,
        thanks,
        contacts,
        _aside_box(frame),
        nodes=art,
        wordmark="cover",
        number=False,
    )


def _aside_box(frame: Frame) -> Placeholder:
    """The lines beside the art: at the foot of the art's field, else below the contacts."""
    if frame.brand.cover.note_surface:
        return frame.stand(
            "aside",
            "Aside",
            idx=61,
            style="body",
            x=656,
            baseline=381,
            w=270,
            h=190,
            gap=14,
            on=frame.brand.cover.note_surface,
        )
    return frame.hang("aside", "Aside", idx=61, style="small", x=LEFT, baseline=500, w=440, h=52, role="muted", gap=4)


def _contacts(page: Page, spec: ClosingSpec, apart: Emu, up: float = 0) -> Fill | None:
    """The contacts, those with a label `apart` from the others; all so many points higher."""
    placeholder = page.layout.placeholder("contacts")
    made: list[Paragraph] = []
    for before, contact in zip((None, *spec.contacts), spec.contacts, strict=False):
        if made and apart and (_labelled(before) or _labelled(contact)):
            made[-1] = replace(made[-1], space_after=apart)
        made += _contact(page, placeholder, contact)
    room = CONTACT_FOOT - to_pt(placeholder.rect.y) + up
    moved = CONTACTS[_top(spec)] - up if up else None
    height = max(to_pt(placeholder.rect.h), room) if up else None
    return page.fill("contacts", made, baseline=moved, height=height, limit=room, span=spec.at("contacts"))


def _labelled(contact: Any) -> bool:
    return isinstance(contact, ContactSpec) and contact.label is not None


def _contact(page: Page, placeholder: Placeholder, contact: Any) -> Iterator[Paragraph]:
    if not isinstance(contact, ContactSpec):
        yield paragraph(contact, placeholder)
        return
    brand = page.setter.brand
    if contact.label:
        muted = brand.surface("ground").color("muted")
        yield replace(paragraph(contact.label, placeholder), color=muted, space_after=UNDER_LABEL)
    if contact.phone:
        yield replace(paragraph(contact.phone, placeholder), style=brand.style("phone"))
    elif contact.text:
        yield paragraph(contact.text, placeholder)


def _aside(page: Page, spec: ClosingSpec, contacts: Fill | None) -> Fill | None:
    if page.setter.brand.cover.note_surface or not spec.aside:
        return page.fill("aside", spec.aside)
    below = _foot(page, contacts) + 34
    return page.fill("aside", spec.aside, baseline=below, limit=ASIDE_FOOT - below + page.seat("small"))
