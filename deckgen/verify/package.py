"""A package opened for looking at, within bounds: nothing in it can make us read without end.

The bounds are those of RELIABILITY.md 4: what is beyond them is a `Broken` package, said in words.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from deckgen.diagnostics import Severity
from deckgen.verify.finding import Finding
from deckgen.verify.names import CONTENT_TYPES, NS, PACKAGE_RELATIONSHIPS

MAX_MEMBERS = 10_000
MAX_INFLATED = 500 * 1024 * 1024
MAX_RATIO = 100
MAX_MARKUP = 64 * 1024 * 1024
"""Of one part (bytes)."""
MAX_TAGS = 1_000_000
"""In all parts together; a crowded slide has a few thousand."""
MAX_ATTRIBUTES = 1_000
"""Of one tag; libxml2 takes time in the square of them."""
_RATIO_COUNTS_FROM = 1024 * 1024
"""Small parts may be as repetitive as they like (bytes)."""

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
    EOFError,
)
"""What reading a damaged archive raises, measured by damaging thousands."""

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


class Broken(Exception):
    """The bytes are no package that can be looked at, with the rule that says so and why."""

    def __init__(self, rule: str, message: str, part: str = "") -> None:
        super().__init__(message)
        self.finding = Finding(rule=rule, severity=Severity.ERROR, part=part, message=message)


class Relation(Struct, frozen=True):
    """A relationship as it stands: `target` is a part's name, or an address where `external`."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The members of an archive, their markup and their relationships, read when asked for."""

    def __init__(self, data: bytes | BinaryIO) -> None:
        """`data` is the archive, or a file of it that stays open as long as it is looked at."""
        file = io.BytesIO(data) if isinstance(data, bytes) else data
        self.members = _members(file)
        self._archive = zipfile.ZipFile(file)
        self._infos = {info.filename: info for info in self.members}
        self._tags = 0
        self._inflated: dict[str, bytes] = {}
        self._roots: dict[str, Any] = {}
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self._types: tuple[dict[str, str], dict[str, str]] | None = None
        self.faults: list[tuple[str, str]] = []
        """Parts that are not well-formed XML, with the reason."""
        self.doctypes: list[str] = []
        """Parts with a document type, which packages may not have; they are not read further."""

    @property
    def names(self) -> list[str]:
        """The names of all files in the archive, each once."""
        return [name for name in self._infos if not name.endswith("/")]

    def __contains__(self, name: object) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The content of a part, no more of it than the archive says there is."""
        if name not in self._inflated:
            if self._infos[name].file_size > MAX_MARKUP:
                raise Broken("too-large", f"is larger than {MAX_MARKUP >> 20} MB", name)
            self._inflated[name] = _inflate(self._archive, self._infos[name])
        return self._inflated[name]

    def head(self, name: str, size: int) -> bytes:
        """The first `size` bytes of a member."""
        if name in self._inflated:
            return self._inflated[name][:size]
        return _inflate(self._archive, self._infos[name], size)

    def root(self, name: str) -> Any:
        """The root element of a part, or None where there is none to read (which `faults` then says)."""
        if name not in self._roots:
            self._roots[name] = self._parse(name) if name in self else None
        return self._roots[name]

    def _parse(self, name: str) -> Any:
        content = self.read(name)
        if _DOCTYPE.search(content):
            self.doctypes.append(name)
            return None
        self._check_size(name, content)
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            self.faults.append((name, str(error)))
            return None
        if root.getroottree().docinfo.doctype:  # in another encoding than the search above sees
            self.doctypes.append(name)
            return None
        return root

    def _check_size(self, name: str, content: bytes) -> None:
        """Raise `Broken` for markup that would take too long to parse."""
        self._tags += content.count(b"<")
        if self._tags > MAX_TAGS:
            raise Broken("too-large", f"brings the package to more than {MAX_TAGS:,} tags", name)
        # No attribute's value holds a '<', so a tag is never longer than the stretch between two.
        if any(len(tag) > 2 * MAX_ATTRIBUTES and tag.count(b"=") > MAX_ATTRIBUTES for tag in content.split(b"<")):
            raise Broken("too-large", f"has a tag of more than {MAX_ATTRIBUTES:,} attributes", name)

    def markup(self) -> Iterator[tuple[str, Any]]:
        """(name, root) of every part that holds XML, in the archive's order."""
        for name in self.names:
            if name.endswith((".xml", ".rels")):
                root = self.root(name)
                if root is not None:
                    yield name, root

    def parts(self, kind: str) -> list[str]:
        """The parts whose content type ends in `kind`: 'slide+xml', 'slideLayout+xml'."""
        return [name for name in self.names if self.content_type(name).endswith(f".{kind}")]

    def content_type(self, name: str) -> str:
        """A part's content type, "" where none is given."""
        if self._types is None:
            self._types = _types(self.root(CONTENT_TYPES))
        overrides, defaults = self._types
        return overrides.get(f"/{name}".lower()) or defaults.get(name.rpartition(".")[2].lower(), "")

    def relations(self, name: str) -> tuple[Relation, ...]:
        """The relationships of a part ("" = of the package)."""
        if name not in self._relations:
            self._relations[name] = tuple(_relations(name, self.root(relations_name(name))))
        return self._relations[name]

    def related(self, name: str, kind: str) -> list[str]:
        """The parts that `name` has a relationship of this kind to."""
        return [r.target for r in self.relations(name) if r.kind == kind and not r.external]

    @property
    def presentation(self) -> str:
        """The name of the presentation part, "" where the package names none."""
        main = self.related("", "officeDocument")
        return main[0] if main else ""


def relations_name(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    if not part:
        return PACKAGE_RELATIONSHIPS
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _members(file: BinaryIO) -> list[zipfile.ZipInfo]:
    """What the archive says is in it. Raises `Broken` where that is no archive or too much."""
    try:
        with zipfile.ZipFile(file) as opened:
            infos = opened.infolist()
    except _UNREADABLE as error:
        file.seek(0)
        raise Broken("not-a-package", _why_no_archive(file.read(8), error)) from None
    _check_bounds(infos)
    return infos


def _check_bounds(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_MEMBERS:
        raise Broken("too-large", f"has {len(infos):,} members; more than {MAX_MEMBERS:,} are not looked at")
    if sum(info.file_size for info in infos) > MAX_INFLATED:
        raise Broken("too-large", f"holds more than {MAX_INFLATED >> 20} MB when unpacked")
    for info in infos:
        if info.file_size > max(_RATIO_COUNTS_FROM, MAX_RATIO * info.compress_size):
            raise Broken("too-large", f"is packed more than {MAX_RATIO} to 1", info.filename)
        if info.flag_bits & 1:
            raise Broken("encrypted", "is encrypted: a zip program has put a password on it", info.filename)


def _why_no_archive(head: bytes, error: Exception) -> str:
    if head == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "this is an older .ppt file, or it is protected by a password; save it as .pptx without one"
    return f"this is not a PowerPoint file ({error})"


def _inflate(archive: zipfile.ZipFile, info: zipfile.ZipInfo, size: int | None = None) -> bytes:
    """The member's content, or its first `size` bytes. Its length is counted while it is unpacked."""
    try:
        with archive.open(info) as stream:
            content = stream.read(info.file_size + 1 if size is None else size)
    except _UNREADABLE as error:
        raise Broken("unreadable-member", f"can't be unpacked: {error}", info.filename) from None
    if size is None and len(content) != info.file_size:
        raise Broken("unreadable-member", "is longer or shorter than the archive says", info.filename)
    return content


def _types(root: Any) -> tuple[dict[str, str], dict[str, str]]:
    """(overrides by lower-case name, defaults by lower-case extension)."""
    if root is None:
        return {}, {}
    overrides, defaults = root.iterfind("ct:Override", NS), root.iterfind("ct:Default", NS)
    return (
        {entry.get("PartName", "").lower(): entry.get("ContentType", "") for entry in overrides},
        {entry.get("Extension", "").lower(): entry.get("ContentType", "") for entry in defaults},
    )


def _relations(part: str, root: Any) -> Iterator[Relation]:
    if root is None:
        return
    folder = posixpath.dirname(part)
    for element in root.iterfind("rel:Relationship", NS):
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            # A fragment points inside the part; names in packages are compared unescaped.
            path = unquote(target.partition("#")[0])
            target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/") if path else part
        yield Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external)
