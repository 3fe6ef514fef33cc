"""Contacts of a closing: what belongs together stands together."""

from __future__ import annotations

from itertools import pairwise

from deckgen.scene import Slide
from deckgen.units import to_pt
from tests.layout.slides import box_of, fitting, set_slide

MAIL = "office@example.org"
PHONE = {"label": "Call us on:", "phone": "01632 960000"}
VISIT = {"label": "Visit us:", "text": "Mill Lane"}


def closing(*contacts: object, **more: object) -> Slide:
    return fitting(kind="closing", message="Come and see us", contacts=list(contacts), **more)


def steps(slide: Slide) -> list[float]:
    """From baseline to baseline of the contacts, in points."""
    lines = box_of(slide, "contacts").lines
    return [round(to_pt(lower.baseline - upper.baseline), 1) for upper, lower in pairwise(lines)]


def test_a_label_stands_nearer_to_what_it_names_than_to_the_contact_before() -> None:
    assert steps(closing(MAIL, VISIT)) == [38.5, 33.2]  # a line of 28.5 and 10, and with 4.7


def test_what_follows_a_number_with_a_label_is_set_off_from_it() -> None:
    *_, last = steps(closing(PHONE, MAIL))
    *_, close = steps(closing({"phone": "01632 960000"}, MAIL))
    assert round(last - close, 1) == 10


def test_contacts_without_labels_are_one_list() -> None:
    assert steps(closing(MAIL, "www.example.org", "@WrenValley")) == [28.5, 28.5]


def test_contacts_close_up_where_the_slide_is_full_before_the_address_gets_smaller() -> None:
    where, aside = "Wren Valley Schools Trust, Mill Lane", ["Come and see us.", "Sign up for letters."]
    full = fitting(kind="closing", address=where, contacts=[PHONE, MAIL], aside=aside)
    free = fitting(kind="closing", address=where, contacts=[PHONE, MAIL])
    assert box_of(full, "title").style.size == box_of(free, "title").style.size == 28
    assert round(steps(free)[-1] - steps(full)[-1], 1) == 10


def test_contacts_that_have_no_room_push_the_thanks_up_towards_a_short_message() -> None:
    few = closing(VISIT, thanks="Thank you")
    many = closing({"label": "Write:", "text": MAIL}, VISIT, PHONE, thanks="Thank you")
    thanks, contacts = box_of(many, "thanks"), box_of(many, "contacts")
    up = to_pt(box_of(few, "thanks").rect.y - thanks.rect.y)
    assert up == to_pt(box_of(few, "contacts").rect.y - contacts.rect.y) > 60  # three lines more, at 28.5 pt
    assert to_pt(contacts.lines[-1].baseline) < 510
    assert box_of(many, "title").rect == box_of(few, "title").rect
    assert thanks.rect.y > box_of(many, "title").lines[-1].baseline


def test_a_long_message_leaves_contacts_no_room_to_go_up() -> None:
    message = "Come and see any of our fourteen schools on whichever Tuesday morning suits you and your governors best"
    contacts = [{"label": "Write:", "text": MAIL}, VISIT, {"label": "Ask:", "text": MAIL}, PHONE]
    _, said = set_slide(kind="closing", message=message, contacts=contacts, thanks="Thank you")
    assert [one.code for one in said] == ["too-long"]
