"""What a brand writes itself: its bullet and its name have glyphs, and its name has room."""

from __future__ import annotations

import pytest

from tests.brand.test_load import PLAIN, changed, load, png, sound

BULLET = 'bullet: {char: "–", scale: 85}'
LINES = "lines: [Wren Valley, Schools Trust]"


def with_logo(file: str) -> str:
    """The packaged brand with a logo, 24 pt high at the foot and 44 on a cover."""
    yaml = PLAIN.replace(LINES, f"{LINES}\n  logo: {file}", 1)
    yaml = yaml.replace("{x: 48, y: 492,", "{x: 48, mark_height: 24, y: 492,")
    return yaml.replace("{x: 48, y: 42,", "{x: 48, mark_height: 44, y: 42,")


def test_a_bullet_that_the_face_lacks_is_refused_at_its_place() -> None:
    _, said = changed(BULLET, 'bullet: {char: "➤", scale: 85}')
    assert said == [
        "no-glyph: the brand's face has no glyph for ➤ (U+27A4) = write • – or », or name a face that has it"
    ]


@pytest.mark.parametrize("char", "•–»■")
def test_a_bullet_that_the_face_has_is_taken(char: str) -> None:
    sound(BULLET, f'bullet: {{char: "{char}", scale: 85}}')


def test_a_letter_of_the_name_that_no_face_has_is_refused() -> None:
    _, said = changed(LINES, 'lines: [Wren 学校 Trust, "学"]')
    assert said == [
        "no-glyph: the brand's face has no glyph for 学 (U+5B66), 校 (U+6821)"
        " = write other characters, or name a face that has it"
    ]


def test_a_name_too_long_for_one_line_is_refused_where_it_runs_into_something() -> None:
    name = "The Confederation of Wren Valley and Upper Moor Church Schools"
    _, said = changed(LINES, f"lines: [{name}]")
    # At 12 pt bold the name is some 370 pt wide, and there is room from 48 to 320; the band of a cover holds it at 20.
    assert len(said) == 1
    assert (
        said[0].startswith("too-wide: the wordmark ends 1")
        and "pt too far to the right at the foot of slides" in said[0]
    )
    sound(LINES, "lines: [The Confederation of Wren Valley, and Upper Moor Church Schools]")


def test_a_wide_logo_is_refused_where_it_runs_into_something() -> None:
    yaml = with_logo("logo.png")
    _, said = load(yaml, **{"logo.png": png(1200, 80)})  # 15 to 1: 360 pt wide at a height of 24
    assert [line.partition(" = ")[0] for line in said] == [
        "too-wide: the wordmark ends 88 pt too far to the right at the foot of slides"
    ]
    brand, said = load(yaml, **{"logo.png": png(880, 80)})
    assert brand and not said


def test_a_name_at_the_right_may_end_at_the_margin() -> None:
    sound("footer: {x: 48,", "footer: {x: 640,")


def test_a_logo_that_is_not_there_is_told_as_any_file_of_the_pack() -> None:
    _, said = load(with_logo("art/logo.png"))
    assert said == [
        'missing-file: the brand pack\'s "art/logo.png" cannot be read: there is no such file'
        " = the pack is assets/brands/own/"
    ]
