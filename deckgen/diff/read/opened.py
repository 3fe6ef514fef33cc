"""A file that somebody names, opened as a presentation; or why it is none, in a line, with what to do."""

from __future__ import annotations

import os
import stat
from typing import BinaryIO

from deckgen.verify.package import Broken, Package

LARGEST = 500 * 1024 * 1024
"""Larger files are not read (bytes)."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT = 4 * 1024 * 1024
_STRICT = "http://purl.oclc.org/ooxml/"

_OTHERS = {
    "wordprocessingml": ("a Word document", "save the slides as .pptx"),
    "ms-word": ("a Word document", "save the slides as .pptx"),
    "spreadsheetml": ("an Excel workbook", "name a .pptx file"),
    "ms-excel": ("an Excel workbook", "name a .pptx file"),
}
_IN_POWERPOINT = "open it in PowerPoint and save it as .pptx"


class Unreadable(Exception):
    """A file that can't be compared: why, and what to do next."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason, self.hint = reason, hint


class Presentation(Package):
    """A package whose parts are known by content."""

    def size(self, name: str) -> int:
        """How large the part is (bytes)."""
        return self._infos[name].file_size

    def identity(self, name: str) -> str:
        """What tells its content from another: the archive has its length and checksum, so nothing is unpacked."""
        info = self._infos[name]
        return f"{info.file_size:x}-{info.CRC:08x}"


def open_file(path: str) -> Presentation:
    """The presentation in the file at `path`; Unreadable where there is none that can be read."""
    try:
        info = os.stat(path)
        if stat.S_ISDIR(info.st_mode):
            raise Unreadable("it is a folder", "name a .pptx file in it")
        if not stat.S_ISREG(info.st_mode):
            raise Unreadable("it is a device or a pipe, not a file", "name a .pptx file")
        if info.st_size > LARGEST:
            raise Unreadable(f"it is larger than {LARGEST >> 20} MB", "take films out of it, or shrink its pictures")
        with open(path, "rb") as file:
            return open_package(file.read())
    except OSError as error:
        raise Unreadable((error.strerror or str(error)).lower(), "close it elsewhere, or check its rights") from None


def open_package(data: bytes | BinaryIO) -> Presentation:
    """The presentation in `data`; Unreadable where it is none."""
    if isinstance(data, bytes):
        _refuse_others(data)
    try:
        package = Presentation(data)
        _refuse_other_packages(package)
        root = package.root(package.presentation) if package.presentation else None
    except Broken as broken:
        raise unreadable(broken) from None
    if root is None:
        raise Unreadable("it has no presentation in it", _IN_POWERPOINT)
    if _STRICT in root.tag:
        raise Unreadable("it is in the format “Strict Open XML”", "save it as “PowerPoint Presentation (.pptx)”")
    return package


def unreadable(broken: Broken) -> Unreadable:
    """What a fault of the package means to who wants to compare it."""
    found = broken.finding
    what = f"{found.part} {found.message}" if found.part else found.message
    if found.rule == "not-a-package":
        return Unreadable("it is damaged or cut short: the archive has no directory", "copy or download it again")
    if found.rule == "encrypted":
        return Unreadable(f"a zip program has put a password on it ({found.part})", "ask for the file without one")
    if found.rule == "too-large":
        return Unreadable(f"{what}, which no presentation needs", "do not open it, unless you know where it is from")
    return Unreadable(f"it is damaged: {what}", "open it in PowerPoint, let it repair the file, and save it")


def _refuse_others(data: bytes) -> None:
    """Raise Unreadable for what its first bytes show to be something else."""
    if not data:
        raise Unreadable("it is empty", "copy or download it again")
    if data.startswith(_OLE):
        raise _old_file(data[:_LOOKED_AT])
    if data.startswith(b"%PDF"):
        raise Unreadable("it is a PDF file", "name the .pptx that it was made from")
    if not data.startswith(b"PK"):
        raise Unreadable("it is not a PowerPoint file", "name a .pptx file")


def _old_file(head: bytes) -> Unreadable:
    """What a compound file is ([MS-CFB]), by the names of its streams."""
    if "EncryptedPackage".encode("utf-16-le") in head:
        return Unreadable("it is protected by a password", "open it in PowerPoint and save it without one")
    if "PowerPoint Document".encode("utf-16-le") in head:
        return Unreadable("it is in the old format .ppt", _IN_POWERPOINT)
    for stream, what in (("WordDocument", "an old Word document"), ("Workbook", "an old Excel workbook")):
        if stream.encode("utf-16-le") in head:
            return Unreadable(f"it is {what}", "name a .pptx file")
    return Unreadable("it is an old Office file, or protected by a password", _IN_POWERPOINT)


def _refuse_other_packages(package: Package) -> None:
    """Raise Unreadable for archives that hold something else than a presentation."""
    names = package.names
    if "mimetype" in names:
        kind = package.head("mimetype", 100).decode("ascii", "replace")
        if "opendocument.presentation" in kind:
            raise Unreadable("it is an OpenDocument presentation (.odp)", "save it as .pptx from LibreOffice")
        raise Unreadable("it is an OpenDocument file, not a presentation", "name a .pptx file")
    if any(name.endswith(".iwa") or name == "Index.zip" for name in names):
        raise Unreadable("it is a Keynote presentation", "export it from Keynote as PowerPoint (.pptx)")
    main = package.content_type(package.presentation) if package.presentation else ""
    for mark, (what, hint) in _OTHERS.items():
        if mark in main:
            raise Unreadable(f"it is {what}", hint)
    if "presentationml" not in main and "ms-powerpoint" not in main:
        raise Unreadable("it is an archive without a presentation in it", "name a .pptx file")
