from __future__ import annotations

import pytest

from deckgen.fonts.breaking import broken
from deckgen.fonts.faces import FaceSet
from deckgen.fonts.renderers import HALVES, Grids, room
from deckgen.fonts.segments import Piece, Segment
from deckgen.units import pt
from deckgen.worlds import MemoryWorld
from tests.fonts import families
from tests.render.specimens import SENTENCES

TEXTS = [text for texts in SENTENCES.values() for text in texts]
FACES = FaceSet({"minor": families.CARLITO, "major": families.GELASIO}, MemoryWorld({}))


def piece(text, size=24, *, role="minor", tracking=0, last=True, link=False):
    return Piece(text, FACES.face(role, bold=False, italic=False), size, False, tracking, last, link)


def segment(*pieces):
    return Segment([piece(made) if isinstance(made, str) else made for made in pieces], Grids())


def test_what_fits_on_a_line_is_one():
    found = segment("one line")
    width = found.width("powerpoint")
    assert [(line.start, line.stop, line.width) for line in found.lines("powerpoint", width, 0)] == [(0, 8, width)]
    assert len(found.lines("powerpoint", width - 1, width)) == 2


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("model", ["powerpoint", "libreoffice", "ideal"])
def test_a_text_that_need_not_be_broken_is_set_as_if_it_were(text, model):
    found = segment(text)
    at, widths = found.breaks(model)
    for width in (0.999, 1, 1.001):
        wide = round(found.width(model) * width)
        as_broken = broken(at, widths, first=room(model, wide), rest=room(model, wide))
        assert found.lines(model, wide, wide) == as_broken


def test_spaces_at_the_end_and_soft_hyphens_are_not_even():
    assert [segment(text).even for text in ("even", "a b", "", "odd ", "odd\t", "o\u00add")] == [True] * 3 + [False] * 3


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("size", "tracking"), [(9, 0), (14, 0), (28, 0), (31, -20), (56, -60), (24, 100)])
@pytest.mark.parametrize("role", ["minor", "major"])
def test_ideal_lines_are_never_wider_than_said(text, size, tracking, role):
    found = segment(piece(text, size, role=role, tracking=tracking))
    at, widths = found.breaks("ideal")
    for start, stop in zip((0, *at.ends), at.trims, strict=False):
        exact = widths.all[stop] - widths.all[start]
        # A pixel of 1/600 inch has 3,048 half EMU, and each advance may be half of one off.
        assert exact <= found.ideal_at_most(start, stop) <= exact * 1.02 + (stop - start + 1) * 3_100


def test_ideal_lines_of_several_sizes_are_as_wide_as_they_are():
    found = segment(piece("large ", 40), piece("and small", 12))
    assert found.ideal_at_most(0, 15) == found.width("ideal")


def test_tracking_after_the_last_sign_of_a_paragraph_is_left_out_by_libreoffice():
    def spread(**options):
        found = segment(piece("abc", tracking=100, **options))
        return found.width("libreoffice") - segment(piece("abc", **options)).width("libreoffice")

    # 1 pt is 35 hundredths of a millimetre.
    assert spread(last=False) == 3 * 35 * 360 * HALVES
    assert spread(last=True) == 2 * 35 * 360 * HALVES


def test_nothing_is_worked_out_before_it_is_asked_for():
    face = FaceSet({"minor": families.CARLITO}, MemoryWorld({})).face("minor", bold=False, italic=False)
    found = Segment([Piece("Teachers work together", face, 24, False, 0, True, False)], Grids())
    assert not any(face._shaped.values())
    found.lines("powerpoint", pt(900) * HALVES, pt(900) * HALVES)
    assert any(face._shaped.values())
    assert not found._widths
