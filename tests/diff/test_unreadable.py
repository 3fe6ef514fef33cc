"""Files that can't be compared: each says why in a line, and what to do next."""

from __future__ import annotations

import io
import random
import zipfile
from functools import cache
from pathlib import Path

import pytest

from deckgen.diff.read.deck import read_deck
from deckgen.diff.read.opened import Unreadable, open_file, open_package
from tests.diff.decks import COVER, POINTS, built, edited, read
from tests.support.zips import encrypted

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


@cache
def deck() -> bytes:
    return built(COVER, POINTS)


def archive(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def without(data: bytes, *parts: str, **changed: bytes) -> bytes:
    """A package without some parts, or with others in their place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, changed.get(name, old.read(name)))
    return made.getvalue()


def main_part(kind: str) -> bytes:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/main.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="main.xml"/>'
        "</Relationships>"
    )
    files = {"[Content_Types].xml": types.encode(), "_rels__.rels": relations.encode(), "main.xml": b"<main/>"}
    return archive(**files)


def refused(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as found:
        read_deck(open_package(data))
    assert "\n" not in found.value.reason and found.value.hint
    return found.value


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"just words", "it is not a PowerPoint file"),
        (b"%PDF-1.7 ...", "it is a PDF file"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "it is protected by a password"),
        (_OLE + "PowerPoint Document".encode("utf-16-le"), "it is in the old format .ppt"),
        (_OLE + "WordDocument".encode("utf-16-le"), "it is an old Word document"),
        (_OLE, "it is an old Office file, or protected by a password"),
        (main_part("wordprocessingml.document"), "it is a Word document"),
        (main_part("spreadsheetml.sheet"), "it is an Excel workbook"),
        (
            archive(mimetype=b"application/vnd.oasis.opendocument.presentation"),
            "it is an OpenDocument presentation (.odp)",
        ),
        (archive(Index__Document=b"x" * 3, **{"Index__Slide.iwa": b"x"}), "it is a Keynote presentation"),
        (archive(**{"a.txt": b"x"}), "it is an archive without a presentation in it"),
    ],
)
def test_what_is_no_presentation_is_named(data: bytes, reason: str) -> None:
    assert refused(data).reason == reason


def test_a_file_cut_short_is_damaged() -> None:
    assert "cut short" in refused(deck()[:-5000]).reason


@pytest.mark.parametrize("part", ["[Content_Types].xml", "ppt/presentation.xml", "ppt/slides/slide2.xml"])
def test_an_encrypted_entry_says_what_has_been_done_to_the_file(part: str) -> None:
    found = refused(encrypted(deck(), part))
    assert found.reason == f"a zip program has put a password on it ({part})" and "without one" in found.hint


def test_a_slide_that_is_no_xml_is_named_by_its_number() -> None:
    assert (
        refused(without(deck(), **{"ppt/slides/slide2.xml": b"<p:sld"})).reason
        == "slide 2 is damaged (ppt/slides/slide2.xml)"
    )


def test_a_presentation_without_slides() -> None:
    def emptied(opened: object) -> None:
        for entry in list(opened.slides._sldIdLst):  # type: ignore[attr-defined]
            opened.slides._sldIdLst.remove(entry)  # type: ignore[attr-defined]

    assert refused(edited(deck(), emptied)).reason == "it has no slides"


def test_strict_open_xml_says_how_to_save_it() -> None:
    with zipfile.ZipFile(io.BytesIO(deck())) as opened:
        strict = opened.read("ppt/presentation.xml").replace(
            b"http://schemas.openxmlformats.org/presentationml/2006/main",
            b"http://purl.oclc.org/ooxml/presentationml/main",
        )
    assert "Strict" in refused(without(deck(), **{"ppt/presentation.xml": strict})).reason


def test_a_bomb_is_refused_from_its_directory() -> None:
    bomb = without(deck(), **{"ppt/slides/slide2.xml": b"<a>" + b" " * 60_000_000 + b"</a>"})
    found = refused(bomb)
    assert "packed more than 100 to 1" in found.reason


def test_folders_pipes_and_huge_files_are_not_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.pptx"
    with huge.open("wb") as file:
        file.truncate(2 * 1024**3)
    for path, reason in (
        (tmp_path, "it is a folder"),
        (Path("/dev/null"), "it is a device or a pipe"),
        (huge, "it is larger than 500 MB"),
    ):
        with pytest.raises(Unreadable) as found:
            open_file(str(path))
        assert found.value.reason.startswith(reason)


def test_parts_that_are_gone_leave_what_is_there() -> None:
    layouts = [f"ppt/slideLayouts/slideLayout{n}.xml" for n in range(1, 80)]
    found = read(without(deck(), "docProps/app.xml", "docProps/core.xml", "ppt/theme/theme1.xml", *layouts))
    assert [slide.title for slide in found.slides] == ["Growing well", "What every school keeps"]


def test_damage_anywhere_is_told_or_read_over_and_never_raises() -> None:
    chance = random.Random(4)
    data = deck()
    for _ in range(150):
        spoilt = bytearray(data)
        for _ in range(chance.choice((1, 5, 50))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        try:
            read_deck(open_package(bytes(spoilt)))
        except Unreadable as found:
            assert found.hint


def test_markup_that_says_anything_is_read() -> None:
    """Attributes of any value: numbers that are none, too large, of no type that there is."""
    chance = random.Random(5)
    values = (
        b"-1",
        b"99999999999999999999",
        b"x",
        b"",
        b"1e999",
        b"NaN",
        b"-99999999999",
        b"#GGGGGG",
        b"0.5",
        b"\xe2\x80\xae",
    )
    with zipfile.ZipFile(io.BytesIO(deck())) as opened:
        names = [
            n for n in opened.namelist() if n.endswith(".xml") and ("slides/" in n or "Layout" in n or "Master1" in n)
        ]
        markup = {name: opened.read(name) for name in names}
    for _ in range(60):
        changed = {}
        for name, content in markup.items():
            parts = content.split(b'="')
            for n in range(1, len(parts)):
                if chance.random() < 0.05 and not parts[n].startswith((b"http", b"rId", b"1.0", b"UTF", b"yes")):
                    parts[n] = chance.choice(values) + b'"' + parts[n].partition(b'"')[2]
            changed[name] = b'="'.join(parts)
        try:
            read_deck(open_package(without(deck(), **changed)))
        except Unreadable as found:
            assert found.hint
