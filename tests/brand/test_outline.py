from __future__ import annotations

import math

import pytest

from deckgen.brand.outline import BadOutline, Outline, bounds, ellipse_outline, path_outline, transformed


def near(outline: Outline, other: Outline) -> bool:
    return [c[0] for c in outline] == [c[0] for c in other] and all(
        one[1:] == pytest.approx(two[1:], abs=1e-9) for one, two in zip(outline, other, strict=True)
    )


SQUARE: Outline = (("M", 1.0, 2.0), ("L", 5.0, 2.0), ("L", 5.0, 6.0), ("L", 1.0, 6.0), ("Z",))


@pytest.mark.parametrize(
    "data",
    [
        "M1 2 L5 2 L5 6 L1 6 Z",
        "M 1,2 5,2 5,6 1,6z",  # numbers after a moveto are linetos
        "m1 2l4 0 0 4-4 0z",
        "M1 2H5V6H1Z",
        "m1 2h4v4h-4z",
        "M1e0 2.0H5.V6H.1e1Z",
    ],
)
def test_lines_are_read_in_every_writing(data: str) -> None:
    assert near(path_outline(data), SQUARE)


def test_closing_returns_to_where_the_figure_began() -> None:
    assert path_outline("m1 1 h2 v2 z l1 1")[-1] == ("L", 2.0, 2.0)


def test_curves_are_absolute_and_smooth_ones_mirror_the_control_point() -> None:
    outline = path_outline("m10 10 c0 5 5 10 10 10 s10 5 10 10")
    assert outline[1] == ("C", 10.0, 15.0, 15.0, 20.0, 20.0, 20.0)
    # The mirrored control point: 2 x (20, 20) - (15, 20).
    assert outline[2] == ("C", 25.0, 20.0, 30.0, 25.0, 30.0, 30.0)


def test_smooth_curve_after_a_line_starts_where_it_is() -> None:
    assert path_outline("M0 0 L3 3 S6 0 6 6")[2][1:3] == (3.0, 3.0)


def test_quadratic_becomes_the_cubic_that_equals_it() -> None:
    _, curve, smooth = path_outline("M0 0 Q3 6 6 0 T12 0")
    assert curve == ("C", 2.0, 4.0, 4.0, 4.0, 6.0, 0.0)
    assert smooth == ("C", 8.0, -4.0, 10.0, -4.0, 12.0, 0.0)


@pytest.mark.parametrize(("flags", "middle"), [("0 1", (10, 0)), ("0 0", (10, 20))])
def test_half_circle_turns_the_way_its_flag_says(flags: str, middle: tuple[float, float]) -> None:
    _, first, second = path_outline(f"M0 10 A10 10 0 {flags} 20 10")
    assert first[5:] == pytest.approx(middle, abs=1e-9)
    assert second[5:] == pytest.approx((20, 10), abs=1e-9)


@pytest.mark.parametrize(("large", "sweep"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_points_of_an_arc_lie_on_its_circle(large: int, sweep: int) -> None:
    outline = path_outline(f"M3 0 A5 5 0 {large} {sweep} 0 4")
    # 5 is the distance of the ends, so the centre is half a height of an equilateral triangle away.
    centres = [(1.5 + s * math.sqrt(3) / 2 * 4, 2 + s * math.sqrt(3) / 2 * 3) for s in (1, -1)]
    ends = [(float(c[5]), float(c[6])) for c in outline[1:]]
    assert any(all(math.hypot(x - cx, y - cy) == pytest.approx(5) for x, y in ends) for cx, cy in centres)
    assert len(ends) == (4 if large else 1)  # 300 and 60 degrees, a quarter at most each


def test_radii_too_short_for_the_chord_grow() -> None:
    outline = path_outline("M0 0 A1 1 0 0 1 20 0")
    assert bounds(outline)[1] == pytest.approx(-10, abs=1e-9)


def test_turned_ellipse_ends_where_it_should() -> None:
    outline = path_outline("M10 20 A30 10 45 0 1 40 50")
    assert outline[-1][5:] == pytest.approx((40, 50))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("L1 1", "begins with M"),
        ("5 5", "begins with M"),
        ("M1", "left over"),
        ("M1 1 L2", "left over"),
        ("M1 1 L2 Z", "left over"),
        ("M1 1 Q&2", '"&" means nothing'),
    ],
)
def test_broken_path_data_says_why(data: str, reason: str) -> None:
    with pytest.raises(BadOutline, match=reason):
        path_outline(data)


def test_circle_stays_one_under_equal_scales_and_becomes_curves_under_others() -> None:
    circle = ellipse_outline(10, 10, 5, 5)
    assert transformed(circle, (2, 2, 1, 0)) == (("O", 21, 20, 10),)
    squeezed = transformed(circle, (2, 1, 0, 0))
    assert [c[0] for c in squeezed] == ["M", "C", "C", "C", "C", "Z"]
    assert bounds(squeezed) == pytest.approx((10, 5, 30, 15))
