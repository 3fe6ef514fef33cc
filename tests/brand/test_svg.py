from __future__ import annotations

import pytest

from deckgen.brand.svg import Drawing, read_svg
from deckgen.diagnostics import Diagnostics

FILE = "assets/brands/own/art/mark.svg"


def svg(body: str, *, head: str = "", field: str = 'viewBox="0 0 100 50"') -> bytes:
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" {field}>\n{body}</svg>'.encode()


def read(data: bytes) -> tuple[Drawing | None, list[str]]:
    diags = Diagnostics()
    drawing = read_svg(data, FILE, diags)
    return drawing, [f"{d.span.line}:{d.span.col} {d.code}: {d.message}" for d in diags]


def drawn(body: str) -> Drawing:
    drawing, said = read(svg(body))
    assert said == []
    assert drawing is not None
    return drawing


def test_field_is_the_view_box() -> None:
    drawing = drawn('<rect width="1" height="2"/>')
    assert (drawing.width, drawing.height) == (100, 50)


@pytest.mark.parametrize(
    ("element", "outline"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', [("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",)]),
        ('<circle cx="9px" cy="8" r="2"/>', [("O", 9, 8, 2)]),
        ('<ellipse cx="9" cy="8" rx="2" ry="2"/>', [("O", 9, 8, 2)]),
        ('<polygon points="0,0 4,0 4,3"/>', [("M", 0, 0), ("L", 4, 0), ("L", 4, 3), ("Z",)]),
        ('<path d="M0 0h4v3z"/>', [("M", 0, 0), ("L", 4, 0), ("L", 4, 3), ("Z",)]),
    ],
)
def test_shapes_become_outlines(element: str, outline: list[tuple[object, ...]]) -> None:
    assert list(drawn(element).figures[0].outline) == outline


def test_groups_move_and_scale_what_is_in_them() -> None:
    body = '<g transform="translate(10 20)"><g transform="scale(2)"><circle cx="1" cy="1" r="3"/></g></g>'
    assert drawn(body).figures[0].outline == (("O", 12, 22, 6),)


def test_transforms_of_one_element_apply_from_the_right() -> None:
    body = '<circle transform="translate(10,0) scale(2) translate(1)" cx="0" cy="0" r="1"/>'
    assert drawn(body).figures[0].outline == (("O", 12, 0, 2),)


def test_matrix_without_turning_is_understood() -> None:
    assert drawn('<circle transform="matrix(2 0 0 2 5 6)" r="1"/>').figures[0].outline == (("O", 5, 6, 2),)


def test_classes_and_fills_come_from_the_group_unless_the_shape_has_its_own() -> None:
    figures = drawn(
        '<g class="accent1"><circle r="1"/><circle class="mark big" r="1"/></g>'
        '<g fill="#123456"><circle r="1"/><circle style="fill: #ABC" r="1"/></g>'
    ).figures
    assert [f.paint.classes for f in figures] == [("accent1",), ("mark", "big"), (), ()]
    assert [f.paint.fill for f in figures] == [None, None, "#123456", "#ABC"]


def test_what_draws_nothing_is_passed_over() -> None:
    body = (
        "<title>Mark</title><desc>18 dots</desc><defs><style>.mark { fill: red }</style></defs>"
        '<metadata><x/></metadata><circle fill="none" r="9"/><circle r="0"/><rect width="5"/>'
        '<rect width="-5" height="5"/><path d=""/><path d="M1 1 L5 1 Z"/><circle r="1"/>'
    )
    assert len(drawn(body).figures) == 1


def test_editors_own_elements_are_passed_over() -> None:
    body = '<s:namedview xmlns:s="urn:editor"><s:grid/></s:namedview><circle r="1"/>'
    assert len(drawn(body).figures) == 1


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<text>Trust</text>", "2:1 bad-svg: <text> cannot be drawn"),
        ('<image href="file:///etc/passwd"/>', "2:1 bad-svg: <image> cannot be drawn"),
        ('<use href="https://elsewhere.example/x.svg#a"/>', "2:1 bad-svg: <use> cannot be drawn"),
        ("<script>alert(1)</script>", "2:1 bad-svg: <script> cannot be drawn"),
        ('<circle r="1" stroke="#000"/>', "2:1 bad-svg: strokes cannot be drawn"),
        ('<circle r="1" opacity="0.5"/>', "2:1 bad-svg: see-through colours cannot be drawn"),
        ('<circle r="1" style="filter:url(#f)"/>', '2:1 bad-svg: "filter" cannot be drawn'),
        ('<g transform="rotate(45)"><circle r="1"/></g>', '2:1 bad-svg: "rotate(45)" cannot be drawn'),
        ('<rect width="50%" height="1"/>', '2:1 bad-svg: width="50%" is no number of the drawing\'s own units'),
        ('<rect width="5" height="1" rx="1"/>', "2:1 bad-svg: corners are square"),
        ('<path d="M1 1 L2"/>', '2:1 bad-svg: "L" has numbers left over'),
        ('<polygon points="1 1 2 2"/>', "2:1 bad-svg: a polygon has at least three points"),
        ('<circle cx="1e300" r="1"/>', "2:1 bad-svg: this shape reaches far outside the drawing"),
        ('<path d="M0 0 L1e999 1 2 2Z"/>', "2:1 bad-svg: this shape reaches far outside the drawing"),
        ('<g transform="scale(0)"><path d="M0 0 L1 1e999 2 2Z"/></g>', "2:25 bad-svg: this shape reaches far"),
        ("<svg/>", "2:1 bad-svg: a drawing within a drawing cannot be drawn"),
    ],
)
def test_what_cannot_be_drawn_is_said_at_its_place(body: str, message: str) -> None:
    drawing, said = read(svg(body))
    assert drawing is None
    assert said[0].startswith(message)


def test_every_mistake_of_a_drawing_is_said_at_once() -> None:
    _, said = read(svg('<text/>\n<circle r="1" stroke="red"/>\n<image/>'))
    assert [line.split(" ")[0] for line in said] == ["2:1", "3:1", "4:1"]


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE svg>",
        '<!DOCTYPE svg SYSTEM "https://elsewhere.example/svg.dtd">',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_document_types_and_entities_are_refused(doctype: str) -> None:
    drawing, said = read(svg('<circle r="1"/>', head=doctype))
    assert drawing is None
    assert [line.partition(" ")[2] for line in said] == ["bad-svg: a drawing of a brand has no document type"]


@pytest.mark.parametrize("data", [b"", b"PNG\x00\xff", b"<svg", b"<svg></g>", b"<svg>\xed\xa0\x80</svg>"])
def test_what_is_not_xml_is_reported(data: bytes) -> None:
    drawing, said = read(data)
    assert drawing is None
    assert "this is not SVG" in said[0] or "viewBox" in said[0] or "how large" in said[0]


@pytest.mark.parametrize("field", ["", 'viewBox="0 0 0 5"', 'viewBox="5 5 10 10"', 'width="100" height="50"'])
def test_drawing_must_say_how_large_its_field_is(field: str) -> None:
    drawing, said = read(svg('<circle r="1"/>', field=field))
    assert drawing is None
    assert said == ["1:1 bad-svg: this drawing does not say how large its field is"]


def test_nothing_to_draw_is_a_mistake() -> None:
    assert read(svg("<g/>")) == (None, ["1:1 bad-svg: there is nothing to draw in this file"])


def test_depth_and_number_of_shapes_are_bounded() -> None:
    deep = "<g>" * 100 + '<circle r="1"/>' + "</g>" * 100
    many = '<circle r="1"/>' * 5_001
    for body in (deep, many):
        drawing, said = read(svg(body))
        assert drawing is None
        assert "too large" in said[0]
