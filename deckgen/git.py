"""A project as a git revision has it: a world over the tree, read through git's plumbing, nothing checked out."""

from __future__ import annotations

import hashlib
import io
import os
import posixpath
import subprocess
from datetime import date
from typing import BinaryIO

from msgspec import Struct

from deckgen.world import MAX_FILE, MAX_FILM, Refused, World, below_root

LIMIT = 60
"""Seconds after which git counts as hung."""
_POINTER = b"version https://git-lfs.github.com/spec/v1\n"
_LINKED = 10


class GitError(Exception):
    """Git can't give what was asked for: why, and what to do next."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


class Entry(Struct, frozen=True, gc=False):
    """A file of a tree: its mode ('100644', '120000' a link, '160000' a submodule), its object, its size."""

    mode: str
    object: str
    size: int


class Repository:
    """The repository that a project's folder lies in."""

    def __init__(self, root: str) -> None:
        """GitError where `root` is in none, or git is not there."""
        self.root = os.path.realpath(root)
        self.prefix = self._asked("rev-parse", "--show-prefix").rstrip("\n").strip("/")

    def commit(self, revision: str) -> str:
        """The commit that a revision means; 'main...' is where the work left main. GitError for none."""
        if revision.endswith("..."):
            return self._base(revision.removesuffix("..."))
        if not revision or revision.startswith("-"):
            raise GitError(f'"{revision}" is no revision', "name a branch, a tag or a commit")
        found = self._try("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found is None:
            raise GitError(f'there is no revision "{revision}"', self._why_unknown(revision))
        return found.strip()

    def _base(self, revision: str) -> str:
        found = self._try("merge-base", self.commit(revision), self.commit("HEAD"))
        if found is None:
            raise GitError(f'"{revision}" and HEAD have no commit in common', f'write "{revision}"')
        return found.strip()

    def _why_unknown(self, revision: str) -> str:
        if self._try("rev-parse", "--verify", "--quiet", "HEAD") is None:
            return "this repository has no commit yet"
        if self._asked("rev-parse", "--is-shallow-repository").strip() == "true":
            return "this is a shallow clone, which lacks older commits: git fetch --unshallow"
        from deckgen.diagnostics import did_you_mean

        return did_you_mean(revision, self.names()) or "name a branch, a tag or a commit"

    def names(self) -> list[str]:
        """The names of branches and tags, and HEAD."""
        return [*self._asked("for-each-ref", "--format=%(refname:short)").split(), "HEAD"]

    def is_revision(self, text: str) -> bool:
        """Whether a text means a revision."""
        try:
            self.commit(text)
        except GitError:
            return False
        return True

    def tree(self, commit: str) -> dict[str, Entry]:
        """The files of the project's folder in a commit, by path below it; GitError where it isn't in there."""
        where = f"{commit}:{self.prefix}" if self.prefix else commit
        listed = self._try("ls-tree", "-r", "-z", "-l", "--full-tree", "--end-of-options", where)
        if listed is None:
            raise GitError(f'the folder "{self.prefix}" is not in it', "name a revision that has the project")
        return dict(_entry(line) for line in listed.split("\0") if line)

    def lfs_object(self, digest: str) -> str:
        """Where Git LFS keeps the content of this digest, if it has been fetched."""
        common = self._asked("rev-parse", "--git-common-dir").strip()
        return os.path.join(self.root, common, "lfs", "objects", digest[:2], digest[2:4], digest)

    def _asked(self, *arguments: str) -> str:
        found = self._run(*arguments)
        if found.returncode:
            raise _failed(found.stderr.decode("utf-8", "replace"))
        return found.stdout.decode("utf-8", "surrogateescape")

    def _try(self, *arguments: str) -> str | None:
        found = self._run(*arguments)
        return None if found.returncode else found.stdout.decode("utf-8", "surrogateescape")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603 - --end-of-options keeps revisions from being options
                ("git", *arguments),  # noqa: S607 - wherever it is
                check=False,
                cwd=self.root,
                capture_output=True,
                timeout=LIMIT,
                env=environment(),
            )
        except FileNotFoundError:
            raise GitError("git is not installed", "install git, or compare two files") from None
        except subprocess.TimeoutExpired:
            raise GitError("git does not answer", "see what `git status` says") from None


def environment() -> dict[str, str]:
    """Git asks nobody, fetches nothing, locks nothing, and speaks English."""
    own = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    return {**os.environ, **own}


def _failed(said: str) -> GitError:
    line = next(iter(said.strip().splitlines()), "it gives no reason").removeprefix("fatal: ")
    if "not a git repository" in line:
        return GitError("this project is in no git repository", "compare two files, or two audiences of a deck")
    if "dubious ownership" in line:
        return GitError(
            "git does not trust this folder, which is another account's", "see git help config, safe.directory"
        )
    return GitError(f"git says: {line[:200]}", "see what `git status` says")


def _entry(line: str) -> tuple[str, Entry]:
    facts, _, path = line.partition("\t")
    mode, _, name, size = facts.split()
    return path, Entry(mode, name, int(size) if size.isdigit() else 0)


class RevisionWorld:
    """The project's files in a commit. Symbolic links are followed within it. `below` has the clock and the cache."""

    def __init__(self, repository: Repository, commit: str, below: World) -> None:
        """GitError where the commit doesn't have the project's folder."""
        self.commit = commit
        self._repository, self._below = repository, below
        self._files = repository.tree(commit)
        self._git: subprocess.Popen[bytes] | None = None

    def read(self, path: str) -> bytes:
        """The file's bytes; Refused as a disk refuses, and for submodules and for LFS files that were not fetched."""
        return self._content(self._entry(path), MAX_FILE)

    def open(self, path: str) -> BinaryIO:
        """The file, open for reading."""
        entry = self._entry(path)
        content = self._content(entry, MAX_FILM)
        return io.BytesIO(content)

    def _content(self, entry: Entry, most: int) -> bytes:
        if entry.size > most:
            raise Refused(
                f"it is {entry.size / 2**20:,.0f} MB large; at most {most // 2**20:,} MB are read", "make it smaller"
            )
        content = self._object(entry)
        return self._fetched(content, most) if content.startswith(_POINTER) else content

    def _entry(self, path: str, followed: int = 0) -> Entry:
        inside = below_root(path)
        entry = self._files.get(inside)
        if entry is None:
            return self._along(inside, followed)
        if entry.mode == "120000":
            return self._linked(inside, entry, followed)
        if entry.mode == "160000":
            raise Refused(
                "it is a submodule, whose files are in a repository of its own", "copy the file into the project"
            )
        return entry

    def _linked(self, inside: str, entry: Entry, followed: int) -> Entry:
        """What the link at `inside` leads to."""
        return self._entry(self._target(inside, entry, followed), followed + 1)

    def _target(self, link: str, entry: Entry, followed: int) -> str:
        """Where a link leads; Refused where that is outside of the project, or round in circles."""
        if followed >= _LINKED:
            raise Refused("it is a link that leads back to itself")
        target = self._object(entry).decode("utf-8", "surrogateescape")
        leads = posixpath.normpath(posixpath.join(posixpath.dirname(link), target))
        if target.startswith("/") or leads.startswith(".."):
            raise Refused("it is a link that leaves the project's folder", "copy the file itself into the project")
        return leads

    def _along(self, inside: str, followed: int) -> Entry:
        """What lies below a folder that is a link or a submodule; Refused where there is no such file."""
        folder = inside
        while folder := folder.rpartition("/")[0]:
            entry = self._files.get(folder)
            if entry is not None and entry.mode == "160000":
                raise Refused(
                    f'"{folder}" is a submodule, whose files are in a repository of its own',
                    "copy the file into the project",
                )
            if entry is not None and entry.mode == "120000":
                return self._entry(self._target(folder, entry, followed) + inside[len(folder) :], followed + 1)
        raise Refused("there is no such file", self._near(inside))

    def _near(self, inside: str) -> str | None:
        from deckgen.diagnostics import did_you_mean

        folder, _, name = inside.rpartition("/")
        beside = [path.rpartition("/")[2] for path in self._files if path.rpartition("/")[0] == folder]
        hint = did_you_mean(name, beside)
        return hint if hint and hint.startswith("did") else None

    def _object(self, entry: Entry) -> bytes:
        """An object's content, from a git that goes on answering (git-cat-file, --batch)."""
        git = self._asking()
        assert git.stdin is not None and git.stdout is not None
        try:
            git.stdin.write(f"{entry.object}\n".encode())
            git.stdin.flush()
            head = git.stdout.readline().split()
            if len(head) != 3:
                raise Refused("git does not have its content", "git fetch --refetch, or name another revision")
            content = git.stdout.read(int(head[2]))
            git.stdout.read(1)
        except OSError:
            raise Refused("git stopped while it was read", "see what `git fsck` says") from None
        return content

    def _asking(self) -> subprocess.Popen[bytes]:
        if self._git is None:
            self._git = subprocess.Popen(
                ("git", "cat-file", "--batch"),  # noqa: S607 - wherever it is
                cwd=self._repository.root,
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._git

    def close(self) -> None:
        """Let git go."""
        if self._git is not None:
            self._git.communicate()
            self._git = None

    def _fetched(self, pointer: bytes, most: int) -> bytes:
        """What a pointer of Git LFS stands for (git-lfs, docs/spec.md); Refused where it was not fetched."""
        facts = dict(line.split(" ", 1) for line in pointer.decode("ascii", "replace").splitlines() if " " in line)
        digest = facts.get("oid", "").removeprefix("sha256:")
        path = self._repository.lfs_object(digest) if len(digest) == 64 and digest.isalnum() else ""
        try:
            with open(path, "rb") as file:
                return file.read(most)
        except OSError:
            raise Refused("Git LFS keeps it, and its content was not fetched", "git lfs fetch --all") from None

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        try:
            self._entry(path)
        except Refused:
            return False
        return True

    def list(self, folder: str, suffix: str) -> list[str]:
        """The files below `folder` that end in `suffix`, sorted; hidden ones are left out."""
        inside = below_root(folder) if folder not in ("", ".") else ""
        prefix = f"{inside}/" if inside else ""
        found = (path for path in self._files if path.startswith(prefix) and path.endswith(suffix))
        return sorted(path for path in found if path.isprintable() and not _is_hidden(path))

    def stamp(self, path: str) -> str:
        """The object's name."""
        return self._entry(path).object

    def packaged(self, path: str) -> bytes:
        """A file shipped inside the package deckgen."""
        return self._below.packaged(path)

    def packaged_path(self, path: str) -> str:
        """Where a shipped file lies on the disk."""
        return self._below.packaged_path(path)

    def cache_read(self, key: str) -> bytes | None:
        """What the world below has kept under `key` for revisions: its own brands are stamped otherwise."""
        return self._below.cache_read(_own_key(key))

    def cache_write(self, key: str, data: bytes) -> None:
        """Keep `data` in the world below."""
        self._below.cache_write(_own_key(key), data)

    @property
    def epoch(self) -> int | None:
        """SOURCE_DATE_EPOCH, as the world below has it."""
        return self._below.epoch

    @property
    def today(self) -> date:
        """As the world below says."""
        return self._below.today


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _own_key(key: str) -> str:
    return hashlib.blake2b(f"revision {key}".encode(), digest_size=16).hexdigest()
