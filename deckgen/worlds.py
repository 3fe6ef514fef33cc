"""The two worlds: files on the disk below a project's root, and files in memory for tests."""

from __future__ import annotations

import contextlib
import os
import stat as modes
from collections.abc import Iterator, Mapping
from datetime import date
from typing import BinaryIO

from deckgen.world import MAX_FILE, MAX_FILM, Refused, below_root, cache_key, composed, epoch_seconds

CACHE = "build/.cache"
"""Where DiskWorld keeps what later runs can reuse, below the root."""
CACHE_BYTES, CACHE_FILES = 512 * 1024 * 1024, 4_000
"""How much is kept there; what was not asked for the longest goes first."""
_DAY = 86_400_000_000_000  # nanoseconds

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
# A FIFO must not block the opening, and a link put in place after the check must not be followed.
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class DiskWorld:
    """The project's folder. Symbolic links are followed as long as they stay below the root."""

    def __init__(self, root: str, *, today: date, epoch: str | int | None = None) -> None:
        """`epoch` is SOURCE_DATE_EPOCH as the environment has it; Refused where it is malformed."""
        self.root = os.path.realpath(root)
        self.epoch = epoch_seconds(epoch)
        self.today = today
        self._cached = self._writes = self._written = 0

    def read(self, path: str) -> bytes:
        """The file's bytes; Refused with the reason, in the user's words, where there are none."""
        real, info = self._regular(path)
        if info.st_size > MAX_FILE:
            raise Refused(_too_large(info.st_size), "make it smaller")
        try:
            return _read_regular(real)
        except OSError as error:
            raise _refused(error) from None

    def open(self, path: str) -> BinaryIO:
        """The file, open for reading."""
        real, info = self._regular(path)
        if info.st_size > MAX_FILM:
            raise Refused(_too_large(info.st_size, MAX_FILM), "make it smaller, or link to it")
        try:
            return open(real, "rb", opener=lambda name, _: os.open(name, _READ))
        except OSError as error:
            raise _refused(error) from None

    def path_of(self, path: str) -> str:
        """Where a file of the project really lies, for what has to be streamed; refused as `read` refuses."""
        return self._regular(path)[0]

    def exists(self, path: str) -> bool:
        """Whether `path` is a regular file within the project."""
        try:
            return modes.S_ISREG(self._status(below_root(path))[1].st_mode)
        except (Refused, OSError):
            return False

    def list(self, folder: str, suffix: str) -> list[str]:
        """The files below `folder` that end in `suffix`, sorted; hidden ones are left out."""
        inside = below_root(folder) if folder not in ("", ".") else ""
        try:
            real, info = self._resolved(inside)
        except Refused:
            return []
        if not modes.S_ISDIR(info.st_mode):
            return []
        prefix = f"{inside}/" if inside else ""
        return sorted(self._files(real, prefix, suffix, frozenset((real,))))

    def stamp(self, path: str) -> str:
        """Size, time and inode: changes when the file is written anew."""
        _, info = self._regular(path)
        return f"{info.st_size}-{info.st_mtime_ns}-{info.st_ino}"

    def packaged(self, path: str) -> bytes:
        """A file shipped inside the package deckgen."""
        with open(self.packaged_path(path), "rb") as file:
            return file.read()

    def packaged_path(self, path: str) -> str:
        """Where a shipped file lies on the disk."""
        return packaged_path(path)

    def cache_read(self, key: str) -> bytes | None:
        """What an earlier run kept under `key`, or None."""
        try:
            real, info = self._status(f"{CACHE}/{cache_key(key)}")
            content = _read_regular(real)
            self._mark_used(real, info)
        except (Refused, OSError):
            return None
        return content

    @staticmethod
    def _mark_used(real: str, info: os.stat_result) -> None:
        """Give an entry the time of day, once a day: what is asked for is pruned last."""
        import time

        if time.time_ns() - info.st_mtime_ns > _DAY:
            with contextlib.suppress(OSError):  # a cache that may only be read stays as it is
                os.utime(real)

    def cache_write(self, key: str, data: bytes) -> None:
        """Keep `data` in build/.cache, whole or not at all."""
        name = cache_key(key)
        if len(data) > MAX_FILE:  # it would not be read back
            return
        temporary = None
        try:
            folder = self._cache_folder()
            temporary = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
            with open(temporary, "xb") as file:
                file.write(data)
            os.replace(temporary, os.path.join(folder, name))
            self._prune(folder, name, len(data))
        except OSError:  # a full disk or a read-only folder costs time, not the build
            if temporary is not None:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)

    def _prune(self, folder: str, name: str, size: int) -> None:
        """Prune the cache, once it may have grown by a sixteenth: to go through thousands of files takes a while."""
        self._writes, self._written = self._writes + 1, self._written + size
        if self._writes > self._cached // 16 or self._written > CACHE_BYTES // 16:
            self._cached, self._writes, self._written = _prune(folder, name), 0, 0

    def _cache_folder(self) -> str:
        """The cache's folder, made where needed; OSError where a link would lead out of the root."""
        folder = self.root
        for part in CACHE.split("/"):
            folder = os.path.join(folder, part)
            try:
                os.mkdir(folder)
            except FileExistsError:
                if not modes.S_ISDIR(os.lstat(folder).st_mode):
                    raise
        return folder

    def _regular(self, path: str) -> tuple[str, os.stat_result]:
        """Where `path` really lies, and its status; Refused for all but regular files."""
        real, info = self._resolved(below_root(path))
        if modes.S_ISDIR(info.st_mode):
            raise Refused("it is a folder, not a file", "name a file in it")
        if not modes.S_ISREG(info.st_mode):
            raise Refused("it is a device or a pipe, not a file", "use a regular file")
        return real, info

    def _resolved(self, inside: str) -> tuple[str, os.stat_result]:
        """The path on the disk with links followed, and its status; Refused, with a hint, where nothing is."""
        try:
            return self._status(inside)
        except OSError as error:
            raise _refused(error, self._near(inside)) from None

    def _status(self, inside: str) -> tuple[str, os.stat_result]:
        """The same; OSError where nothing is.

        Each part is looked at by itself: one `lstat` a folder is a fraction of `realpath`'s cost,
        and only a link needs that.
        """
        real = self.root
        parts = inside.split("/") if inside else []
        try:
            info = os.lstat(real)
            for part in parts:
                folder, real = real, f"{real}{os.sep}{part}"
                info = os.lstat(real) if part.isascii() else os.lstat(real := _as_spelled(folder, part))
                if modes.S_ISLNK(info.st_mode) or os.name == "nt":  # Windows' junctions are no links
                    return self._followed(inside)
        except UnicodeEncodeError:  # LC_ALL=C, and told not to mend it
            raise Refused(
                "the names of files can't hold all its characters in this locale", "set PYTHONUTF8=1, or LC_ALL=C.UTF-8"
            ) from None
        return real, info

    def _followed(self, inside: str) -> tuple[str, os.stat_result]:
        """Where a path with links in it ends; Refused where that is outside the root."""
        real = os.path.realpath(os.path.join(self.root, inside))
        if os.path.commonpath((real, self.root)) != self.root:
            raise Refused("it is a link that leaves the project's folder", "copy the file itself into the project")
        try:
            return real, os.stat(real)
        except FileNotFoundError:
            raise Refused(
                "it is a link to something that isn't there", "copy the file itself into the project"
            ) from None

    def _near(self, inside: str) -> str | None:
        """A hint that names the file in the same folder whose name is most like it."""
        if not inside:  # the project's folder itself has gone
            return None
        folder, _, name = inside.rpartition("/")
        try:
            real, _ = self._resolved(folder)
            beside = os.listdir(real)
        except (OSError, Refused):
            beside = []
        return _named_like(name, beside)

    def _files(self, real: str, prefix: str, suffix: str, seen: frozenset[str]) -> Iterator[str]:
        """Paths of the files below the folder `real`; `seen` keeps links from going in circles."""
        try:
            entries = list(os.scandir(real))
        except OSError:
            return
        for entry in entries:
            if entry.name.startswith(".") or not entry.name.isprintable():
                continue
            if _is_folder(entry):
                below = os.path.realpath(entry.path) if entry.is_symlink() else entry.path
                if below not in seen and os.path.commonpath((below, self.root)) == self.root:
                    yield from self._files(below, f"{prefix}{composed(entry.name)}/", suffix, seen | {below})
            elif entry.name.endswith(suffix):
                yield prefix + composed(entry.name)


class MemoryWorld:
    """Files in memory, for tests: `MemoryWorld({"decks/talk.yaml": "brand: plain\\nslides: []\\n"})`."""

    def __init__(
        self, files: Mapping[str, str | bytes], *, today: date = date(2026, 1, 5), epoch: str | int | None = None
    ) -> None:
        self.files = {composed(path): data.encode() if isinstance(data, str) else data for path, data in files.items()}
        self.epoch = epoch_seconds(epoch)
        self.today = today
        self._cache: dict[str, bytes] = {}

    def read(self, path: str) -> bytes:
        """The file's bytes; Refused as DiskWorld refuses."""
        data = self._data(path)
        if len(data) > MAX_FILE:
            raise Refused(_too_large(len(data)), "make it smaller")
        return data

    def open(self, path: str) -> BinaryIO:
        """The file, open for reading."""
        import io

        return io.BytesIO(self._data(path))

    def _data(self, path: str) -> bytes:
        inside = below_root(path)
        data = self.files.get(composed(inside))
        if data is None:
            if any(known.startswith(f"{inside}/") for known in self.files):
                raise Refused("it is a folder, not a file", "name a file in it")
            folder, _, name = inside.rpartition("/")
            beside = [k.rpartition("/")[2] for k in self.files if k.rpartition("/")[0] == folder]
            raise Refused("there is no such file", _named_like(name, beside))
        return data

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        try:
            return composed(below_root(path)) in self.files
        except Refused:
            return False

    def list(self, folder: str, suffix: str) -> list[str]:
        """The files below `folder` that end in `suffix`, sorted."""
        inside = below_root(folder) if folder not in ("", ".") else ""
        prefix = f"{inside}/" if inside else ""
        return sorted(p for p in self.files if p.startswith(prefix) and p.endswith(suffix))

    def stamp(self, path: str) -> str:
        """A hash of the content."""
        import hashlib

        return hashlib.sha256(self.read(path)).hexdigest()

    def packaged(self, path: str) -> bytes:
        """A file shipped inside the package deckgen (these do lie on the disk)."""
        with open(packaged_path(path), "rb") as file:
            return file.read()

    def packaged_path(self, path: str) -> str:
        """Where a shipped file lies on the disk."""
        return packaged_path(path)

    def cache_read(self, key: str) -> bytes | None:
        """What was kept under `key`, or None."""
        return self._cache.get(cache_key(key))

    def cache_write(self, key: str, data: bytes) -> None:
        """Keep `data` as long as this world lives."""
        self._cache[cache_key(key)] = data


def _prune(folder: str, new: str) -> int:
    """Remove what was not used the longest where a cache holds too much; and what unfinished writes left. How many
    files are there."""
    found: list[tuple[int, str, int]] = []
    for entry in os.scandir(folder):
        with contextlib.suppress(OSError):  # another run may be pruning as well
            info = entry.stat(follow_symlinks=False)
            if modes.S_ISREG(info.st_mode) and entry.name != new:
                found.append((info.st_mtime_ns, entry.path, info.st_size))
    left, total = len(found), sum(size for *_, size in found)
    if total <= CACHE_BYTES and left <= CACHE_FILES:
        return left
    for _, path, size in sorted(found):
        if total <= CACHE_BYTES * 3 // 4 and left <= CACHE_FILES * 3 // 4:
            break  # some way below, so that the next entry doesn't begin it all again
        with contextlib.suppress(OSError):
            os.unlink(path)
        total, left = total - size, left - 1
    return left


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder, or a link to one; a link in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _as_spelled(folder: str, name: str) -> str:
    """Where a name lies in a folder that may have it in another spelling: é as one character, or as two."""
    asked = os.path.join(folder, name)
    if os.path.lexists(asked):
        return asked
    try:
        there = os.listdir(folder)
    except OSError:
        return asked
    return next((os.path.join(folder, one) for one in there if composed(one) == composed(name)), asked)


def packaged_path(path: str) -> str:
    """Where the file `path`, shipped inside the package deckgen, lies on the disk."""
    return os.path.join(_PACKAGE, *below_root(path).split("/"))


def _read_regular(real: str) -> bytes:
    """The bytes of a file that has just been seen to be regular; OSError if it no longer is."""
    handle = os.open(real, _READ)
    try:
        info = os.fstat(handle)
        if not modes.S_ISREG(info.st_mode):
            raise OSError("it is no longer a regular file")
        return _read_whole(handle, min(info.st_size, MAX_FILE))
    finally:
        os.close(handle)


def _read_whole(handle: int, size: int) -> bytes:
    """Up to `size` bytes of an open file. The system may give them in several parts; it seldom does."""
    content = os.read(handle, size)
    while len(content) < size and (more := os.read(handle, size - len(content))):
        content += more
    return content


_CURLY = "“”„‟‘’‚«»"


def _named_like(name: str, beside: list[str]) -> str | None:
    """A hint naming the file of `beside` that `name` probably means; None where none is near."""
    if name[-1:] in _CURLY:
        return "write it without the curly quotes around it"
    from deckgen.diagnostics import did_you_mean

    hint = did_you_mean(name, [other for other in beside if other.isprintable() and other != name])
    return hint if hint and hint.startswith("did") else None


def _too_large(size: int, most: int = MAX_FILE) -> str:
    """Why a file of `size` bytes isn't read."""
    return f"it is {size / 2**20:,.0f} MB large; at most {most // 2**20:,} MB are read"


def _refused(error: OSError, near: str | None = None) -> Refused:
    """What the operating system answered, in the user's words; `near` is the file that was probably meant."""
    import errno

    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Refused("there is no such file", near)
    known = {
        errno.EACCES: ("this account may not read it", "give it the right to: chmod u+r, or ask whose file it is"),
        errno.ELOOP: ("it is a link that leads back to itself", "copy the file itself into the project"),
        errno.ENAMETOOLONG: ("its name is too long", "give the file a shorter one"),
    }
    number = errno.EACCES if error.errno == errno.EPERM else error.errno
    told = known.get(number or 0, ((error.strerror or str(error)).lower(), "check the disk, or copy the file anew"))
    return Refused(told[0], near or told[1])
