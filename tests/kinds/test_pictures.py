"""The kinds that show pictures: what they say of them, and what they do when there is more to say or less."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.kinds.people import initials
from deckgen.scene import Picture, Shape, TextBox
from deckgen.units import Rect, pt, to_pt
from tests.layout.slides import box_of, fitting, set_slide, words

GREY = {
    "grey.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 114"><rect width="99" height="114"/></svg>'
}
SHOWN = {"file": "grey.svg", "alt": "Grey"}


def person(n: int = 0, **more: Any) -> dict[str, Any]:
    names = (
        "Amara Osei",
        "Daniel Wright",
        "Ruth Pennington",
        "Samira Khan",
        "Owen Price",
        "Grace Adeyemi",
        "Li Na",
        "Jo",
    )
    return {"name": names[n], "role": "Head of Millbrook", **more}


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amara Osei", "AO"),
        ("Dame Ruth Pennington DBE", "RP"),
        ("Professor Sir Tim Brighouse", "TB"),
        ("Leora Cruddas, CBE", "LC"),
        ("Cher", "C"),
        ("Dr", "D"),
        ("Ana Clara de Souza", "AS"),
        ("Étienne Ó Briain", "ÉB"),
    ],
)
def test_initials_are_those_of_first_and_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_portrait_says_whose_it_is_unless_its_author_does() -> None:
    people = [
        person(0, picture="grey.svg"),
        person(1, picture={"file": "grey.svg"}),
        person(2, picture={"file": "grey.svg", "alt": "Ruth at her desk"}),
        person(3, picture={"file": "grey.svg", "decorative": True}),
    ]
    slide = fitting(kind="people", title="Who is who", people=people, beside=GREY)
    shown = [node for node in slide.nodes if isinstance(node, Picture)]
    assert [p.alt for p in shown] == ["Portrait of Amara Osei", "Portrait of Daniel Wright", "Ruth at her desk", ""]
    assert [p.decorative for p in shown] == [False, False, False, True]


def test_who_has_no_picture_has_initials_that_are_not_read_twice() -> None:
    slide = fitting(kind="people", title="Who is who", people=[person(0)])
    box = box_of(slide, "people[0].picture")
    assert box.paragraphs[0].text == "AO" and box.decorative and box.placeholder is None
    assert box.look is not None and box.look.fill is not None
    assert box.rect == Rect(pt(48), pt(114), pt(198), pt(228))
    # In the middle, across and down.
    line = box.lines[0]
    assert line.x + line.width // 2 == pytest.approx(pt(48 + 99), abs=pt(1))


@pytest.mark.parametrize(
    ("count", "layout"),
    [(1, "People"), (4, "People"), (5, "People, two rows"), (6, "People, two rows"), (8, "People, three rows")],
)
def test_people_stand_in_as_many_rows_as_they_need(count: int, layout: str) -> None:
    slide = fitting(kind="people", title="Who is who", people=[person(n) for n in range(count)])
    assert slide.layout == layout
    assert sum(node.name.endswith(".name") for node in slide.nodes) == count


def test_roles_of_a_row_stand_on_one_line_below_the_longest_name() -> None:
    people = [person(0), person(1, name="Dame Ruth Pennington-Featherstone")]
    slide = fitting(kind="people", title="Who is who", people=people)
    baselines = {box_of(slide, f"people[{n}].role").lines[0].baseline for n in range(2)}
    assert len(box_of(slide, "people[1].name").lines) == 3 and len(baselines) == 1


def test_large_portraits_give_way_to_a_title_of_two_lines() -> None:
    title = "Who you will hear from today, and who will answer for what you have been promised"
    slide = fitting(kind="people", title=title, people=[person(0, name="Dame Ruth Pennington-Featherstone")])
    assert to_pt(box_of(slide, "people[0].picture").rect.h) < 228
    assert to_pt(box_of(slide, "people[0].role").lines[-1].baseline) <= 474


def test_names_that_fit_in_no_size_are_refused_with_how_much_to_cut() -> None:
    slide, said = set_slide(kind="people", title="Who", people=[person(n, name=words(9)) for n in range(8)])
    assert slide is None and {d.code for d in said} == {"too-long"}
    assert "cut about" in (said[0].hint or "")


def test_a_caption_takes_the_wide_panel_before_it_is_refused() -> None:
    def panel(caption: str, **more: str) -> TextBox:
        return box_of(fitting(kind="picture", picture=SHOWN, caption=caption, beside=GREY, **more), "caption")

    assert to_pt(panel("Our schools.").rect.w) == 542
    assert to_pt(panel(words(13)).rect.w) == 912
    slide, said = set_slide(kind="picture", picture=SHOWN, caption=words(40), beside=GREY)
    assert slide is None and said[0].code == "too-long"
    # With a credit the panel is higher, and lower again below a single line.
    two, one = panel(words(8), credit="Ours").rect, panel("Ours", credit="Ours").rect
    assert two.bottom == one.bottom == pt(540) and to_pt(two.h) == 108 and one.h < two.h


def test_a_captions_panel_is_its_placeholders_own() -> None:
    caption = box_of(fitting(kind="picture", picture=SHOWN, caption="Home.", beside=GREY), "caption")
    assert caption.placeholder is not None and caption.placeholder.type == "title" and not caption.moved
    assert caption.look is not None and caption.look.fill is not None and to_pt(caption.lines[0].x) == 48


def test_an_icon_stands_where_the_picture_would() -> None:
    slide = fitting(kind="picture-text", title="A bus", text="For everybody", icon="bus")
    icon = next(node for node in slide.nodes if isinstance(node, Shape))
    assert (slide.layout, icon.decorative, icon.round) == ("Icon and text", True, True)
    assert to_pt(icon.rect.x + icon.rect.w // 2) == 566 + 394 / 2


def test_words_beside_a_picture_step_down_and_are_refused() -> None:
    def body(count: int) -> TextBox:
        return box_of(fitting(kind="picture-text", title="A bus", text=words(count), icon="bus"), "text")

    assert body(30).style.name == "body" and body(70).style.name == "small"
    assert set_slide(kind="picture-text", title="A bus", text=words(140), icon="bus")[0] is None


def test_compared_pictures_have_one_height_and_their_words_one_line() -> None:
    pictures = [{"picture": SHOWN, "label": "Before"}, {"picture": SHOWN, "label": words(9), "note": words(9)}]
    slide = fitting(kind="compare", title="A yard", pictures=pictures, source="Ours", beside=GREY)
    shown = [node for node in slide.nodes if isinstance(node, Picture)]
    assert len({(p.rect.y, p.rect.h) for p in shown}) == 1 and shown[0].crop == shown[1].crop
    first = {box_of(slide, f"pictures[{n}].label").lines[0].baseline for n in range(2)}
    assert len(first) == 1


def test_a_note_stands_below_its_own_label_however_many_lines_the_others_have() -> None:
    pictures = [{"picture": SHOWN, "label": label, "note": "A note"} for label in ("Before", words(9))]
    slide = fitting(kind="compare", title="A yard", pictures=pictures, source="Ours", beside=GREY)
    labels, notes = ([box_of(slide, f"pictures[{n}].{slot}").lines for n in range(2)] for slot in ("label", "note"))
    assert [len(lines) for lines in labels] == [1, 2]
    gaps = [to_pt(note[0].baseline - label[-1].baseline) for label, note in zip(labels, notes, strict=True)]
    assert gaps == [28, 28]


def test_notes_too_long_for_any_height_are_refused() -> None:
    pictures = [{"picture": SHOWN, "label": "Before"}, {"picture": SHOWN, "label": "After", "note": words(60)}]
    slide, said = set_slide(kind="compare", title="A yard", pictures=pictures, beside=GREY)
    assert slide is None and said[0].code == "too-long"
