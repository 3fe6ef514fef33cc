from __future__ import annotations

from deckgen.brand.art import Palette, Place, draw
from deckgen.brand.model import Surface
from deckgen.brand.svg import Drawing, read_svg
from deckgen.diagnostics import Diagnostics
from deckgen.scene import Color, Path, Shape
from deckgen.units import box

THEME = {
    "dk1": "#000000",
    "lt1": "#FFFFFF",
    "dk2": "#331447",
    "lt2": "#EEEEEE",
    "hlink": "#123456",
    "folHlink": "#654321",
    **{f"accent{i}": f"#{i}{i}{i}{i}{i}{i}" for i in range(1, 7)},
}
RULE = Color("dk2", 85_000, 14_000)
SURFACE = Surface("ground", Color("dk2"), {"mark": Color("accent2"), "rule": RULE}, dark=True)


def shapes(body: str, *, place: Place = Place(0, 0, 1), diags: Diagnostics | None = None) -> tuple[Shape, ...]:
    said = Diagnostics() if diags is None else diags
    drawing = read_svg(f'<svg viewBox="0 0 960 540">{body}</svg>'.encode(), "art.svg", said)
    assert isinstance(drawing, Drawing)
    made = draw(drawing, name="Art", place=place, palette=Palette(THEME, SURFACE), diags=said)
    if diags is None:
        assert list(said) == []
    return made


def test_dots_of_one_colour_are_one_freeform() -> None:
    (shape,) = shapes('<g class="rule"><circle cx="10" cy="10" r="2"/><circle cx="20" cy="30" r="2"/></g>')
    assert (shape.name, shape.fill, shape.rect) == ("Art rule", RULE, box(8, 8, 14, 24))
    assert shape.geometry == Path(
        14 * 12_700,
        24 * 12_700,
        (("O", 2 * 12_700, 2 * 12_700, 2 * 12_700), ("O", 12 * 12_700, 22 * 12_700, 2 * 12_700)),
    )
    assert shape.decorative


def test_roles_come_before_colours_and_a_hexadecimal_fill_of_the_theme_is_its_slot() -> None:
    made = shapes(
        '<circle class="mark" cx="5" cy="5" r="2"/><circle class="accent3" cx="15" cy="5" r="2"/>'
        '<circle fill="#444" cx="25" cy="5" r="2"/>'
        '<circle class="big accent5" cx="35" cy="5" r="2"/>'
    )
    assert [shape.fill for shape in made] == [Color(f"accent{i}") for i in (2, 3, 4, 5)]


def test_a_rectangle_or_circle_alone_is_no_freeform() -> None:
    made = shapes('<rect class="mark" x="1" y="2" width="3" height="4"/><circle class="rule" cx="50" cy="5" r="2"/>')
    assert [(shape.geometry, shape.rect) for shape in made] == [
        ("rect", box(1, 2, 3, 4)),
        ("ellipse", box(48, 3, 4, 4)),
    ]


def test_drawing_is_placed_and_scaled() -> None:
    (shape,) = shapes('<rect class="mark" x="10" y="20" width="30" height="40"/>', place=Place(100, 200, 0.5))
    assert shape.rect == box(105, 210, 15, 20)


def test_a_figure_does_not_slip_below_one_of_another_colour() -> None:
    made = shapes(
        '<rect class="mark" width="9" height="9"/><rect class="rule" x="5" width="9" height="9"/>'
        '<rect class="mark" x="10" width="9" height="9"/>'
        '<rect class="rule" x="40" width="1" height="1"/>'
    )
    assert [shape.name for shape in made] == ["Art mark", "Art rule", "Art mark"]


def test_unknown_colours_are_said_where_they_stand() -> None:
    diags = Diagnostics()
    shapes(
        '<circle class="acent1" r="2"/>\n<circle fill="#ABCDEF" r="2"/>\n<circle r="2"/>\n'
        '<circle class="hlink" r="1"/>',
        diags=diags,
    )
    assert [(str(d.span), d.message) for d in diags] == [
        ("art.svg:1:28", '"acent1" is no colour of the theme and no role of a surface'),
        ("art.svg:2:1", 'the theme has no colour "#ABCDEF"'),
        ("art.svg:3:1", 'the theme has no colour "black"'),
        ("art.svg:4:1", '"hlink" is no colour of the theme and no role of a surface'),
    ]
    assert diags.errors[0].hint == 'did you mean "accent1"?'
