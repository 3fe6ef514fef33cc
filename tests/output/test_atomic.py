"""Files are whole: the old one or the new one, whatever happens in between."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from deckgen.output import NotWritten, write_atomically, write_where_asked
from deckgen.output.atomic import not_written
from tests.support.tools import ROOT


def in_a_child(code: str, *, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`code` run by itself, for what would harm the test's own process."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=cwd,
        capture_output=True,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        timeout=60,
    )


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_atomically(str(tmp_path / "a.pptx"), b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["a.pptx"]
    assert (tmp_path / "a.pptx").read_bytes() == b"new"


def test_the_old_file_is_there_until_the_new_one_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"old")
    seen = []
    write_atomically(str(target), b"new", before_replace=lambda: seen.append(target.read_bytes()))
    assert (seen, target.read_bytes()) == ([b"old"], b"new")


def test_ctrl_c_leaves_the_old_file_and_no_leftover(tmp_path: Path) -> None:
    target = tmp_path / "a.pptx"
    target.write_bytes(b"old")

    def interrupt() -> None:
        signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        write_atomically(str(target), b"new", before_replace=interrupt)
    assert [p.name for p in tmp_path.iterdir()] == ["a.pptx"]
    assert target.read_bytes() == b"old"


FULL_DISK = """
    import resource, sys
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, resource.RLIM_INFINITY))
    from deckgen.output import NotWritten, write_atomically
    try:
        write_atomically(sys.argv[1] if len(sys.argv) > 1 else "a.pptx", b"new" * 100_000)
    except NotWritten as refusal:
        print(refusal.code, refusal.reason, "|", refusal.hint)
"""


def test_a_file_that_outgrows_its_limit_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(b"old")
    done = in_a_child(FULL_DISK, cwd=tmp_path)
    assert done.stdout.startswith("output-failed a.pptx can't be written: the file would be larger"), done.stderr
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.pptx", b"old")]


def test_a_full_disk_leaves_the_old_file(small_disk: Path) -> None:
    target = small_disk / "a.pptx"
    target.write_bytes(b"old")
    with pytest.raises(NotWritten, match="there is no space left on the disk"):
        write_atomically(str(target), os.urandom(400_000))
    assert [(p.name, p.read_bytes()) for p in small_disk.iterdir()] == [("a.pptx", b"old")]


def test_a_folder_without_permission_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "a.pptx").write_bytes(b"old")
    (tmp_path / "closed").chmod(0o555)
    tmp_path.chmod(0o755)
    done = in_a_child(
        """
        import os
        from deckgen.output import NotWritten, write_atomically
        if os.getuid() == 0:  # root may do everything: be somebody else
            os.setuid(65534)
        try:
            write_atomically("closed/a.pptx", b"new")
        except NotWritten as refusal:
            print(refusal.reason, refusal.hint, sep="; ")
    """,
        cwd=tmp_path,
    )
    told = "closed/a.pptx can't be written: writing is not allowed there; close what is open in another program, "
    assert done.stdout.startswith(told) and done.stdout.endswith("or write somewhere else: --out DIR\n"), done.stderr
    assert (tmp_path / "closed" / "a.pptx").read_bytes() == b"old"


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_whatever_the_system_says_there_is_a_next_act(number: int) -> None:
    refusal = not_written("out/a.pptx", OSError(number, os.strerror(number)))
    assert refusal.reason == f"out/a.pptx can't be written: {refusal.cause}" and refusal.cause
    assert refusal.hint and not refusal.hint[0].isupper()
    assert refusal.line("-o FILE") == f"{refusal.reason}; {refusal.hint.replace('--out DIR', '-o FILE')}"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NotWritten, match="its folder isn't there") as caught:
        write_atomically("no/such/a.pptx", b"")
    assert caught.value.hint == "make the folder no/such, or write somewhere else: --out DIR"


def test_a_target_below_a_file_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "talk").write_bytes(b"a file")
    with pytest.raises(NotWritten, match="a part of its path is a file"):
        write_atomically(str(tmp_path / "talk" / "a.pptx"), b"new")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are not on Windows")
def test_a_pipe_that_is_named_is_written_into_and_stays(tmp_path: Path) -> None:
    pipe, content = tmp_path / "pipe", b"x" * 300_000  # more than a pipe holds
    os.mkfifo(pipe)
    with (tmp_path / "read").open("wb") as read, subprocess.Popen(["cat", str(pipe)], stdout=read):
        write_where_asked(str(pipe), content)
    assert (tmp_path / "read").read_bytes() == content and pipe.is_fifo()


@pytest.mark.skipif(sys.platform == "win32", reason="there it has another name")
def test_the_null_device_takes_anything_and_stays_a_device(tmp_path: Path) -> None:
    link = tmp_path / "null"  # through a link, so that a mistake of ours hurts nobody
    link.symlink_to("/dev/null")
    write_where_asked(str(link), b"anything")
    assert link.is_char_device() and link.is_symlink()


def test_a_file_that_is_named_is_whole_or_not_there(tmp_path: Path) -> None:
    write_where_asked(str(tmp_path / "a.html"), b"new")
    assert (tmp_path / "a.html").read_bytes() == b"new"
    with pytest.raises(NotWritten):
        write_where_asked(str(tmp_path / "none" / "a.html"), b"new")
