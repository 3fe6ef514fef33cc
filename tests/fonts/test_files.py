"""The shipped font files: what the README says of them is so."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
import uharfbuzz as hb

from tests.fonts import families

FILES = Path(__file__).parents[2] / "deckgen" / "fonts" / "files"
FONTS = sorted(path for path in FILES.rglob("*") if path.suffix in (".ttf", ".otf"))


def _font(path: str) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FILES / path))))


def _advance(font: hb.Font, char: str) -> int:
    return int(font.get_glyph_h_advance(font.get_nominal_glyph(ord(char))))


def test_readme_lists_every_file_with_its_sha256():
    listed = dict(re.findall(r"^\| (\S+) \| `([0-9a-f]{64})` \|$", (FILES / "README.md").read_text(), re.M))
    found = {str(path.relative_to(FILES)): hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS}
    assert found == listed


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in FONTS}))
def test_each_family_carries_its_licence(folder):
    licences = [path.name for path in (FILES / folder).iterdir() if path.suffix == ".txt"]
    assert "OFL.txt" in licences or "GUST-FONT-LICENSE.txt" in licences


@pytest.mark.parametrize("family", families.FAMILIES, ids=lambda family: family.build)
def test_families_name_files_that_are_there(family):
    for file in family.files.values():
        assert (FILES.parents[1] / file.removeprefix("package:")).is_file()


def test_all_files_together_stay_below_seven_megabytes():
    assert sum(path.stat().st_size for path in FONTS) < 7_000_000


def test_gelasio_has_georgia_s_advances():
    # Georgia in units of 2048: space 494, T 1267, a 1032, the opening quotation mark .41 em = 840.
    font = _font("gelasio/Gelasio-Regular.ttf")
    assert [_advance(font, char) for char in " Ta“"] == [494, 1267, 1032, 840]


def test_carlito_has_calibri_s_quotation_marks():
    # .4185 em of 2048 units = 857; bold .435 em = 891 (design/NATIVE.md 6).
    regular, bold = _font("carlito/Carlito-Regular.ttf"), _font("carlito/Carlito-Bold.ttf")
    assert round(_advance(regular, "“") / 2048, 4) == 0.4185
    assert round(_advance(bold, "“") / 2048, 3) == 0.435


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_gelasio_covers_all_three_subsets_it_was_merged_from(face):
    font = _font(f"gelasio/Gelasio-{face}.ttf")
    missing = [char for char in "aé“–€ āłőžșŻ ắệỡự" if font.get_nominal_glyph(ord(char)) is None]
    assert missing == []


def test_merged_gelasio_kerns_the_catalan_l_once():
    # Each subset moves the point in L·L by -500 units, in the italic; united they must not move it twice.
    buffer = hb.Buffer()
    buffer.add_str("L·L")
    buffer.guess_segment_properties()
    buffer.language = "ca"
    hb.shape(_font("gelasio/Gelasio-Italic.ttf"), buffer)
    font = _font("gelasio/Gelasio-Italic.ttf")
    assert buffer.glyph_positions[0].x_advance == _advance(font, "L") - 500
