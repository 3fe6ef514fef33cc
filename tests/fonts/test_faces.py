from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import uharfbuzz as hb

from deckgen.fonts.faces import INSIDE, FaceSet
from deckgen.world import Refused
from deckgen.worlds import MemoryWorld
from tests.fonts import families

FILES = Path(__file__).parents[2] / "deckgen" / "fonts" / "files"


def faces(world=None, **fonts):
    world = world or MemoryWorld({}, today=date(2026, 1, 5))
    return FaceSet(fonts or {"major": families.GELASIO, "minor": families.CARLITO, "mono": families.MONO}, world)


def carlito():
    return faces().face("minor", bold=False, italic=False)


def test_a_face_knows_its_units_per_em():
    assert carlito().upem == 2048


def test_advances_include_kerning():
    # Carlito: A 1185, V 1162 units, the pair closer by 89.
    kerned, unkerned = carlito().shape("AV", "kerned"), carlito().shape("AV", "unkerned")
    assert list(unkerned.advances) == [1185, 1162]
    assert list(kerned.advances) == [1185 - 89, 1162]


def test_powerpoint_sets_no_ligatures_and_libreoffice_does():
    assert len(carlito().shape("ti", "kerned").advances) == 2
    ligated = carlito().shape("ti", "ligated")
    assert ligated.advances[1] == INSIDE
    assert ligated.inside == (1,)


def test_a_character_of_several_glyphs_keeps_them_in_one_cluster():
    shaped = carlito().shape("x\u0301y", "kerned")
    assert shaped.starts == [0, 0, 2]
    assert shaped.inside == (1,)


def test_right_to_left_text_is_shaped_without_complaint():
    assert sum(carlito().shape("שלום", "ligated").advances) > 0


def test_missing_characters_are_named_once_each_and_invisible_ones_never():
    assert carlito().missing("a\u00ad\u200b漢字漢\n") == "漢字"


def test_a_text_is_shaped_once():
    face = carlito()
    assert face.shape("once", "kerned") is face.shape("once", "kerned")


def test_clearing_forgets_and_shapes_the_same_again():
    all_faces = faces()
    face = all_faces.face("minor", bold=False, italic=False)
    before = face.shape("once", "kerned")
    all_faces.clear()
    after = face.shape("once", "kerned")
    assert after is not before
    assert after.advances == before.advances


def test_roles_that_share_a_file_share_its_face():
    found = faces(major=families.CARLITO, minor=families.CARLITO)
    assert found.face("major", bold=False, italic=False) is found.face("minor", bold=False, italic=False)


def test_a_family_without_italics_falls_back_to_its_upright_faces():
    found = faces()
    assert found.face("mono", bold=True, italic=True) is found.face("mono", bold=True, italic=False)
    assert found.face("mono", bold=False, italic=True) is found.face("mono", bold=False, italic=False)


def test_a_font_of_the_project_is_read_through_the_world():
    data = (FILES / "carlito" / "Carlito-Regular.ttf").read_bytes()
    world = MemoryWorld({"assets/brands/x/fonts/Own.ttf": data}, today=date(2026, 1, 5))
    own = families.CARLITO.__class__(
        office="Own", build="Own", share=0.9, files={"regular": "assets/brands/x/fonts/Own.ttf"}
    )
    own_face = faces(world, minor=own).face("minor", bold=False, italic=False)
    assert own_face.shape("Own", "kerned").advances == carlito().shape("Own", "kerned").advances


def test_only_faces_that_are_used_are_opened():
    absent = families.family("Absent", "Absent", "nowhere", "Absent.ttf")
    found = faces(major=absent, minor=families.CARLITO)
    assert found.face("minor", bold=False, italic=False).upem == 2048


def test_a_font_that_is_not_there_is_refused():
    absent = families.CARLITO.__class__(office="X", build="X", share=0.9, files={"regular": "fonts/absent.ttf"})
    with pytest.raises(Refused):
        faces(minor=absent).face("minor", bold=False, italic=False)


def clusters(text, shaping="ligated"):
    """Of which character each glyph is, as HarfBuzz says."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(FILES / "carlito" / "Carlito-Regular.ttf"))))
    hb.shape(font, buffer, {} if shaping == "ligated" else {"liga": False, "clig": False})
    return [info.cluster for info in buffer.glyph_infos]


@pytest.mark.parametrize(
    "text",
    [
        "ti",
        "attitude",
        "A difficult official report offers staff first aid",
        "fft ffi",
        "plain",
        "né",
        "“fifty–fifty”",
        "tt\u00ad\u200bfi",
        "éti tié",
    ],
)
def test_characters_without_a_glyph_of_their_own_are_found(text):
    joined = tuple(sorted(set(range(len(text))) - set(clusters(text))))
    shaped = carlito().shape(text, "ligated")
    assert shaped.inside == joined
    if shaped.starts is None:
        assert [place for place, advance in enumerate(shaped.advances) if advance == INSIDE] == list(joined)


def test_where_nothing_is_joined_both_renderers_share_a_shape():
    face = carlito()
    assert face.shape("School", "kerned") is face.shape("School", "ligated")
    assert face.shape("attitude", "kerned") is not face.shape("attitude", "ligated")
    assert clusters("attitude", "kerned") == list(range(8))


def test_a_character_is_looked_up_once():
    face = carlito()
    assert face.missing("ab漢") == "漢"
    assert face.missing("ba") == ""
    assert face.missing("漢a字漢") == "漢字"
