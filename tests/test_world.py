"""The two worlds: what is read, what is refused and why, and what is kept for later."""

from __future__ import annotations

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from deckgen.world import MAX_FILE, Refused, World, below_root, epoch_seconds
from deckgen.worlds import CACHE, DiskWorld, MemoryWorld

TODAY = date(2026, 1, 5)
FILES = {
    "decks/talk.yaml": b"slides: []\n",
    "slides/a.yaml": b"kind: points\n",
    "slides/x/b.yaml": b"b\n",
    "slides/x/\u00e9 \u2013 1.yaml": b"c\n",
    "slides/picture.png": b"\x89PNG",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The files, in a folder beside one that isn't the project's."""
    for path, data in FILES.items():
        file = tmp_path / "project" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    (tmp_path / "secret.yaml").write_text("secret")
    return tmp_path / "project"


@pytest.fixture(params=["disk", "memory"])
def world(request: pytest.FixtureRequest, project: Path) -> World:
    """Both worlds with the same files."""
    return DiskWorld(str(project), today=TODAY) if request.param == "disk" else MemoryWorld(FILES, today=TODAY)


def refusal(world: World, path: str) -> str:
    with pytest.raises(Refused) as refused:
        world.read(path)
    assert not world.exists(path)
    return f"{refused.value.reason} = {refused.value.hint}"


@pytest.mark.parametrize("kind", ["disk", "memory"])
@pytest.mark.parametrize("there", ["caf\u00e9/p\u00e9.yaml", "cafe\u0301/pe\u0301.yaml"])
def test_a_letter_with_an_accent_may_be_spelled_either_way(tmp_path: Path, kind: str, there: str) -> None:
    (tmp_path / there).parent.mkdir()
    (tmp_path / there).write_bytes(b"x")
    world: World = DiskWorld(str(tmp_path), today=TODAY) if kind == "disk" else MemoryWorld({there: b"x"})
    assert list(world.list("", ".yaml")) == ["caf\u00e9/p\u00e9.yaml"]
    for asked in ("caf\u00e9/p\u00e9.yaml", "cafe\u0301/p\u00e9.yaml", "cafe\u0301/pe\u0301.yaml"):
        assert world.read(asked) == b"x" and world.exists(asked)
        with world.open(asked) as file:
            assert file.read() == b"x"
    assert "did you mean" in refusal(world, "caf\u00e9/p\u00e8.yaml")


def test_files_are_read_and_listed_alike(world: World) -> None:
    for path, data in FILES.items():
        assert world.read(path) == data and world.exists(path)
    assert world.read("slides/../slides//./x/b.yaml") == b"b\n"
    assert list(world.list("slides", ".yaml")) == ["slides/a.yaml", "slides/x/b.yaml", "slides/x/\u00e9 \u2013 1.yaml"]
    assert list(world.list("slides/x", "")) == ["slides/x/b.yaml", "slides/x/\u00e9 \u2013 1.yaml"]
    assert list(world.list("nowhere", "")) == []
    assert list(world.list("", ".png")) == ["slides/picture.png"]
    assert (world.today, world.epoch) == (TODAY, None)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../secret.yaml", "leaves the project"),
        ("slides/../../secret.yaml", "leaves the project"),
        ("/etc/passwd", "only paths within the project"),
        ("~/x.png", "only paths within the project"),
        ("C:\\x.png", "only paths within the project"),
        ("c:/x.png", "only paths within the project"),
        ("\\\\host\\share\\x.png", "only paths within the project"),
        ("\\x", "only paths within the project"),
        ("slides\\a.yaml", 'backslash = write "slides/a.yaml"'),
        ("slides/a.yaml\0.png", "control character"),
        ("slides/\ud800", "control character"),
        ("file:///etc/passwd", "nothing is fetched"),
        ("http://169.254.169.254/x", "nothing is fetched"),
        ("data:x", "nothing is fetched"),
        ("slides/a.yaml:b", "colon"),
        ("CON", "device"),
        ("slides/NUL.png", "device"),
        ("com1.yaml", "device"),
        ("a/lpt9/b", "device"),
        ("slides/a.yaml.", "ends in a dot"),
        ("slides /a.yaml", "ends in a dot or a space"),
        ("", "empty"),
        ("x/" * 600, "too long"),
        ("slides", "folder"),
        ("slides/c.yaml", "no such file"),
        ("slides/a.yml", 'no such file = did you mean "a.yaml"?'),
        ("slides/a.yaml/b", "no such file"),
    ],
)
def test_paths_that_are_no_file_of_the_project_are_refused_alike(world: World, path: str, reason: str) -> None:
    assert reason in refusal(world, path)


def test_links_are_followed_within_the_project_only(project: Path) -> None:
    world = DiskWorld(str(project), today=TODAY)
    (project / "inside.yaml").symlink_to("slides/a.yaml")
    (project / "shared").symlink_to("slides/x")
    (project / "outside.yaml").symlink_to("../secret.yaml")
    (project / "up").symlink_to("..")
    (project / "loop").symlink_to("loop")
    (project / "slides" / "circle").symlink_to(".")
    assert world.read("inside.yaml") == b"kind: points\n"
    assert world.read("shared/b.yaml") == b"b\n"
    assert "link that leaves" in refusal(world, "outside.yaml")
    assert "link that leaves" in refusal(world, "up/secret.yaml")
    assert "link" in refusal(world, "loop")
    (project / "gone").symlink_to("nothing")
    with pytest.raises(Refused, match="something that isn't there") as refused:
        world.read("gone")
    assert refused.value.hint == "copy the file itself into the project"
    assert "shared/b.yaml" in world.list("", ".yaml")
    assert "up/secret.yaml" not in world.list("", ".yaml")
    assert world.list("slides", "a.yaml") == ["slides/a.yaml"]


def test_a_root_behind_a_link_is_no_way_out(project: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(project)
    world = DiskWorld(str(tmp_path / "link"), today=TODAY)
    assert world.read("slides/a.yaml") == b"kind: points\n"
    assert "leaves" in refusal(world, "../secret.yaml")


def test_a_hint_names_another_file(project: Path) -> None:
    world = DiskWorld(str(project), today=TODAY)
    (project / "loop.png").symlink_to("loop.png")
    with pytest.raises(Refused) as refused:
        world.read("loop.png")
    assert refused.value.hint == "copy the file itself into the project"


def test_a_locale_that_cant_name_a_file_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lstat(path: str) -> os.stat_result:
        raise UnicodeEncodeError("ascii", path, 0, 1, "ordinal not in range(128)")

    world = DiskWorld(str(project), today=TODAY)
    monkeypatch.setattr(os, "lstat", lstat)
    with pytest.raises(Refused, match="in this locale"):
        world.read("slides/ä.yaml")


def test_pipes_and_devices_are_refused_without_hanging(project: Path) -> None:
    world = DiskWorld(str(project), today=TODAY)
    os.mkfifo(project / "pipe.yaml")
    (project / "zero.png").symlink_to("/dev/zero")
    begun = time.process_time()
    assert "a device or a pipe" in refusal(world, "pipe.yaml")
    assert "leaves" in refusal(world, "zero.png")
    assert time.process_time() - begun < 1
    with pytest.raises(Refused, match="device or a pipe"):
        world.stamp("pipe.yaml")


def test_a_large_file_is_refused_before_it_is_read(project: Path) -> None:
    with open(project / "large.png", "wb") as file:
        file.truncate(MAX_FILE + 1)
    with pytest.raises(Refused, match="64 MB large; at most 64 MB are read"):
        DiskWorld(str(project), today=TODAY).read("large.png")


def test_a_file_without_permission_is_refused(project: Path) -> None:
    (project / "slides" / "a.yaml").chmod(0)
    world = DiskWorld(str(project), today=TODAY)
    if os.geteuid() == 0:  # the superuser may read everything
        assert world.read("slides/a.yaml") == FILES["slides/a.yaml"]
        return
    with pytest.raises(Refused, match="this account may not read it"):
        world.read("slides/a.yaml")


def test_hidden_files_are_not_listed(project: Path) -> None:
    (project / "slides" / ".a.yaml.swp.yaml").write_text("x")
    (project / "slides" / ".git").mkdir()
    (project / "slides" / ".git" / "b.yaml").write_text("x")
    assert len(DiskWorld(str(project), today=TODAY).list("slides", ".yaml")) == 3


def test_a_stamp_changes_with_the_file(project: Path) -> None:
    world = DiskWorld(str(project), today=TODAY)
    before = world.stamp("slides/a.yaml")
    assert world.stamp("slides/a.yaml") == before
    (project / "slides" / "a.yaml").write_text("kind: pointz\n")
    os.utime(project / "slides" / "a.yaml", ns=(1, 1))
    assert world.stamp("slides/a.yaml") != before


@pytest.mark.parametrize(
    ("value", "seconds"), [(None, None), ("", None), ("0", 0), ("1767225600", 1_767_225_600), (5, 5)]
)
def test_the_epoch_is_whole_seconds(value: str | int | None, seconds: int | None) -> None:
    assert epoch_seconds(value) == seconds
    assert MemoryWorld({}, epoch=value).epoch == seconds


@pytest.mark.parametrize("value", ["now", "1.5", "-1", " 1", "1e9", "0x10", "253402300800", "²", "9" * 5000])
def test_a_malformed_epoch_is_refused_when_the_world_is_made(value: str) -> None:
    with pytest.raises(Refused, match="SOURCE_DATE_EPOCH is"):
        DiskWorld(".", today=TODAY, epoch=value)


def test_the_cache_gives_back_what_was_kept(world: World) -> None:
    key = "0123abcd" * 8
    assert world.cache_read(key) is None
    world.cache_write(key, b"one")
    world.cache_write(key, b"two")
    assert world.cache_read(key) == b"two"
    with pytest.raises(ValueError, match="hexadecimal"):
        world.cache_write("../../x", b"")
    with pytest.raises(ValueError, match="hexadecimal"):
        world.cache_read("no key")


def test_the_cache_is_whole_or_not_there(project: Path) -> None:
    world = DiskWorld(str(project), today=TODAY)
    world.cache_write("ab" * 32, b"data")
    assert sorted(os.listdir(project / CACHE)) == ["ab" * 32]
    assert DiskWorld(str(project), today=TODAY).cache_read("ab" * 32) == b"data"


def test_where_nothing_can_be_kept_nothing_happens(project: Path) -> None:
    (project / "build").write_text("a file in the way")
    world = DiskWorld(str(project), today=TODAY)
    world.cache_write("ab" * 32, b"data")
    assert world.cache_read("ab" * 32) is None
    assert (project / "build").read_text() == "a file in the way"


def test_the_cache_never_leads_out_of_the_project(project: Path, tmp_path: Path) -> None:
    key = "ab" * 32
    (tmp_path / "elsewhere").mkdir()
    (project / "build").symlink_to(tmp_path / "elsewhere")
    world = DiskWorld(str(project), today=TODAY)
    world.cache_write(key, b"data")
    assert not list((tmp_path / "elsewhere").iterdir())
    (project / "build").unlink()
    (project / CACHE).mkdir(parents=True)
    (project / CACHE / key).symlink_to(tmp_path / "secret.yaml")
    assert world.cache_read(key) is None
    world.cache_write(key, b"data")
    assert (tmp_path / "secret.yaml").read_text() == "secret"


def test_shipped_files_are_found(world: World) -> None:
    assert world.packaged("units.py").startswith(b'"""Lengths.')
    assert Path(world.packaged_path("units.py")).is_file()


def test_reading_is_fast(project: Path) -> None:
    world = DiskWorld(str(project), today=TODAY)
    taken = []
    for _ in range(20):
        begun = time.perf_counter()
        world.read("slides/x/b.yaml")
        taken.append(time.perf_counter() - begun)
    # 0.01 ms on a quiet machine; the bound leaves room for a busy one.
    assert min(taken) < 0.000_2


def test_paths_are_put_into_one_form() -> None:
    assert [below_root(p) for p in ("a//b/./c", "a/../b", "./a", "a/b/../..")] == ["a/b/c", "b", "a", ""]


def test_a_project_that_has_gone_refuses_its_files_in_a_line(project: Path) -> None:
    world = DiskWorld(str(project), today=TODAY)
    shutil.rmtree(project)
    with pytest.raises(Refused):
        world.read("decks/talk.yaml")
