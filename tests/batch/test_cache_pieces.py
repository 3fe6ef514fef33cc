"""Files told by others: put together again they are what they were, whatever is in them."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from deckgen.batch.cache.cut import SMALLEST, cut, directory
from deckgen.batch.cache.told_by import LARGE, Base, Told, told_by, whole
from deckgen.ooxml.zip import archive, deflated, stored

CONTENTS = st.one_of(
    st.binary(max_size=400),
    st.lists(st.sampled_from([b"obj 1 endobj\n", b"A" * 60, b"\n", b"PK\x03\x04", b"x" * 5000]), max_size=12).map(
        b"".join
    ),
    st.lists(st.binary(max_size=80), max_size=6).map(
        lambda held: archive([(f"m{n}", deflated(one)) for n, one in enumerate(held)])
    ),
)


def both_ways(content: bytes, base: Base | None) -> tuple[Told, bytes]:
    kept: dict[str, bytes] = {}
    told = told_by(base, "base", ".pptx", content, kept.__setitem__)
    return told, whole(told, base, kept.__getitem__)


@given(CONTENTS, CONTENTS)
def test_a_file_told_by_any_other_is_itself_again(content: bytes, other: bytes) -> None:
    for base in (None, Base.cut_from(other), Base.of(Base.cut_from(content).packed())):
        assert both_ways(content, base)[1] == content


def test_archives_alike_keep_only_the_members_that_differ() -> None:
    common = [(f"layout{n}.xml", deflated(f"<layout{n}/>".encode() * 40)) for n in range(30)]
    one = archive([*common, ("slide1.xml", deflated(b"<slide>one</slide>"))])
    two = archive([*common, ("slide1.xml", deflated(b"<slide>another</slide>"))])
    told, again = both_ways(two, Base.cut_from(one))
    assert again == two
    assert told.own < 100
    assert len(told.parts) == 2


def test_a_large_piece_is_kept_by_its_hash_wherever_it_is_new() -> None:
    one = archive([("a.xml", stored(b"<a/>"))])
    two = archive([("a.xml", stored(b"<a/>")), ("logo.png", stored(bytes(range(256)) * (LARGE // 200)))])
    told, again = both_ways(two, Base.cut_from(one))
    assert again == two
    assert len(told.large) == 1
    assert told.own == 0


def test_an_archive_of_somebody_elses_is_kept_as_it_is() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as foreign:
        foreign.writestr("a.txt", "a" * 100, zipfile.ZIP_DEFLATED)
        foreign.comment = b"not ours"
    content = held.getvalue()
    assert not cut(content)[1]
    assert both_ways(content, Base.cut_from(content))[1] == content


def test_the_directory_is_that_of_the_archives_that_deckgen_writes() -> None:
    content = archive([("[Content_Types].xml", deflated(b"<Types/>")), ("ppt/media/a.png", stored(b"\x89PNG"))])
    members, is_archive = cut(content)
    assert is_archive
    assert len(members) == 2
    assert content == b"".join(members) + directory(members)


def test_pieces_are_not_too_small() -> None:
    assert all(len(piece) >= SMALLEST for piece in cut(b"line\n" * 100)[0][:-1])
