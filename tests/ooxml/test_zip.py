from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from deckgen.ooxml.zip import FAST, archive, archived, deflated, lead_of, stored

CONTENTS = [b"", b"x", b"<a/>" * 10_000, bytes(range(256)) * 300]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda c: str(len(c)))
@pytest.mark.parametrize("level", [1, FAST, 6, 9])
def test_what_is_deflated_inflates_to_what_it_was(content: bytes, level: int) -> None:
    made = deflated(content, level)
    assert zlib.decompress(made.data, -15) == content
    assert (made.method, made.size, made.crc) == (8, len(content), zlib.crc32(content))


def test_an_archive_is_read_by_others() -> None:
    made = archive(
        [(f"folder/{n}", pack(content)) for n, content in enumerate(CONTENTS) for pack in (deflated,)]
        + [("stored.png", stored(b"png"))]
    )
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert opened.testzip() is None
        assert [opened.read(name) for name in opened.namelist()] == [*CONTENTS, b"png"]


def test_members_stand_in_the_order_given_with_no_time_and_one_system() -> None:
    made = archive([("b", stored(b"1")), ("a", stored(b"2"))])
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        infos = opened.infolist()
    assert [info.filename for info in infos] == ["b", "a"]
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {(info.create_system, info.external_attr) for info in infos} == {(3, 0o600 << 16)}


def test_small_parts_are_packed_no_larger_than_zlib_packs_them() -> None:
    part = b"".join(b'<a:off x="%d" y="%d"/>' % (n, n * n) for n in range(150))
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    usual = len(packer.compress(part) + packer.flush())
    assert len(deflated(part).data) <= usual * 1.01


def test_what_archives_begin_with_lies_there_as_its_members_would() -> None:
    members = [(f"ppt/{n}.xml", deflated(b"<a/>" * n)) for n in range(1, 9)]
    first, rest = archived(members[5:], lead_of(members[:5]))
    assert isinstance(first, bytes) and isinstance(rest, bytes)
    assert first + rest == archive(members)
