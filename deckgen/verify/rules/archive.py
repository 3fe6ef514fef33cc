"""Rules of the archive itself (ECMA-376 part 2, 7)."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.verify.names import CONTENT_TYPES, PACKAGE_RELATIONSHIPS
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule


@rule("duplicate-member")
def duplicate_member(package: Package) -> Iterator[Fault]:
    """Two members of one name, capitals counting as equal: which one is read is a matter of luck."""
    counts = Counter(info.filename.lower() for info in package.members)
    for name, count in counts.items():
        if count > 1:
            yield name, f"is in the archive {count} times"


@rule("packing-method")
def packing_method(package: Package) -> Iterator[Fault]:
    """Packages allow stored and deflated members only (ECMA-376 part 2, annex B)."""
    for info in package.members:
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield info.filename, f"is packed by method {info.compress_type}, not stored or deflated"


@rule("folder-entry", Severity.WARNING)
def folder_entry(package: Package) -> Iterator[Fault]:
    """Folders are no parts; some readers stumble over their entries."""
    for info in package.members:
        if info.filename.endswith("/"):
            yield info.filename, "is a folder's entry, which a package doesn't need"


@rule("missing-start")
def missing_start(package: Package) -> Iterator[Fault]:
    """Without content types, relationships and a presentation there is nothing to open."""
    for name in (CONTENT_TYPES, PACKAGE_RELATIONSHIPS):
        if name not in package:
            yield name, "is missing"
    if PACKAGE_RELATIONSHIPS in package and package.presentation not in package:
        yield PACKAGE_RELATIONSHIPS, "leads to no presentation"


@rule("malformed")
def malformed(package: Package) -> Iterator[Fault]:
    """A part that is no well-formed XML can't be read at all."""
    for _ in package.markup():
        pass
    for name, reason in package.faults:
        yield name, f"is not well-formed: {reason}"


@rule("doctype")
def doctype(package: Package) -> Iterator[Fault]:
    """Document types are forbidden in packages (ECMA-376 part 2, 6.2.5); they hide attacks."""
    for _ in package.markup():
        pass
    for name in package.doctypes:
        yield name, "has a DOCTYPE"
