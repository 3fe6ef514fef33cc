"""A project as a revision has it: read from git's objects, whatever lies on the disk."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.git import GitError, Repository, RevisionWorld
from deckgen.world import Refused
from deckgen.worlds import MemoryWorld

AUTHOR = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ("git", *arguments), cwd=folder, env={**os.environ, **AUTHOR}, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a project in a subfolder, two commits and a tag."""
    root = tmp_path / "work" / "talks"
    (root / "decks").mkdir(parents=True)
    (root / "slides").mkdir()
    git(root.parent, "init", "-q", "-b", "main")
    (root / "decks" / "talk.yaml").write_text("first\n")
    (root / "slides" / "größe – 1.yaml").write_text("named oddly\n")
    (root.parent / "outside.txt").write_text("outside\n")
    (root / "link.yaml").symlink_to("decks/talk.yaml")
    (root / "there").symlink_to("decks")
    (root / "away.txt").symlink_to("../outside.txt")
    (root / "round").symlink_to("round")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "one")
    git(root, "tag", "first")
    (root / "decks" / "talk.yaml").write_text("second\n")
    git(root, "commit", "-qam", "two")
    (root / "decks" / "talk.yaml").write_text("on the disk\n")
    return root


@pytest.fixture
def at(folder: Path) -> Iterator[RevisionWorld]:
    repository = Repository(str(folder))
    world = RevisionWorld(repository, repository.commit("first"), MemoryWorld({}))
    yield world
    world.close()


def test_files_are_those_of_the_revision(at: RevisionWorld) -> None:
    assert at.read("decks/talk.yaml") == b"first\n"
    assert at.open("decks/talk.yaml").read() == b"first\n"
    assert at.list("slides", ".yaml") == ["slides/größe – 1.yaml"]
    assert at.exists("decks/talk.yaml") and not at.exists("decks/tale.yaml")


def test_only_what_is_below_the_project_is_there(at: RevisionWorld) -> None:
    assert at.list("", ".txt") == ["away.txt"]
    with pytest.raises(Refused, match="leaves the project"):
        at.read("../outside.txt")


def test_links_are_followed_within_the_project(at: RevisionWorld) -> None:
    assert at.read("link.yaml") == at.read("there/talk.yaml") == b"first\n"
    with pytest.raises(Refused, match="leaves the project"):
        at.read("away.txt")
    with pytest.raises(Refused, match="back to itself"):
        at.read("round")


def test_a_name_misspelt_is_told_with_what_is_meant(at: RevisionWorld) -> None:
    with pytest.raises(Refused) as found:
        at.read("decks/tolk.yaml")
    assert found.value.hint == 'did you mean "talk.yaml"?'


@pytest.mark.parametrize(
    ("revision", "content"),
    [("HEAD", b"second\n"), ("HEAD~1", b"first\n"), ("main", b"second\n"), ("first", b"first\n")],
)
def test_revisions_are_named_as_git_names_them(folder: Path, revision: str, content: bytes) -> None:
    repository = Repository(str(folder))
    world = RevisionWorld(repository, repository.commit(revision), MemoryWorld({}))
    assert world.read("decks/talk.yaml") == content
    world.close()


def test_three_dots_mean_where_the_work_left(folder: Path) -> None:
    git(folder, "stash")
    git(folder, "checkout", "-qb", "work", "first")
    git(folder, "commit", "-qm", "three", "--allow-empty")
    assert Repository(str(folder)).commit("main...") == git(folder, "rev-parse", "first")


def test_unknown_revisions_are_told_with_those_that_are_known(folder: Path) -> None:
    repository = Repository(str(folder))
    with pytest.raises(GitError) as found:
        repository.commit("mian")
    assert (found.value.reason, found.value.hint) == ('there is no revision "mian"', 'did you mean "main"?')
    for odd in ("--all", "", "-x", "HEAD\nHEAD", "HEAD:decks"):
        with pytest.raises(GitError):
            repository.commit(odd)


def test_a_shallow_clone_says_so(folder: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{folder.parent}", "shallow")
    with pytest.raises(GitError) as found:
        Repository(str(tmp_path / "shallow" / "talks")).commit("HEAD~1")
    assert "git fetch --unshallow" in found.value.hint


def test_no_repository_no_commit_and_no_project_in_it(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(GitError, match="no git repository"):
        Repository(str(tmp_path))
    empty = tmp_path / "empty"
    empty.mkdir()
    git(empty, "init", "-q")
    with pytest.raises(GitError) as found:
        Repository(str(empty)).commit("HEAD")
    assert found.value.hint == "this repository has no commit yet"
    git(folder, "mv", "decks", "old")
    (folder / "new").mkdir()
    with pytest.raises(GitError, match='the folder "talks/new" is not in it'):
        RevisionWorld(Repository(str(folder / "new")), "HEAD", MemoryWorld({}))


def test_a_submodule_is_told(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q", "-b", "main")
    (other / "slide.yaml").write_text("x\n")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "one")
    git(folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "talks/slides/other")
    git(folder, "commit", "-qam", "three")
    repository = Repository(str(folder))
    world = RevisionWorld(repository, repository.commit("HEAD"), MemoryWorld({}))
    with pytest.raises(Refused, match="submodule"):
        world.read("talks/slides/other/slide.yaml")
    world.close()


def test_pointers_of_large_files_are_followed_where_these_were_fetched(folder: Path) -> None:
    content = b"a picture"
    digest = hashlib.sha256(content).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(content)}\n"
    (folder / "picture.png").write_text(pointer)
    git(folder, "add", "picture.png")
    git(folder, "commit", "-qm", "three")
    repository = Repository(str(folder))
    world = RevisionWorld(repository, repository.commit("HEAD"), MemoryWorld({}))
    with pytest.raises(Refused) as found:
        world.read("picture.png")
    assert "Git LFS" in found.value.reason and found.value.hint == "git lfs fetch --all"
    kept = Path(repository.lfs_object(digest))
    kept.parent.mkdir(parents=True)
    kept.write_bytes(content)
    assert world.read("picture.png") == content
    world.close()


def test_what_is_kept_for_revisions_is_not_what_is_kept_for_the_disk(at: RevisionWorld) -> None:
    at.cache_write("ab" * 8, b"x")
    assert at.cache_read("ab" * 8) == b"x"
    assert at.cache_read("cd" * 8) is None
