"""Rules of `[Content_Types].xml` (ECMA-376 part 2, 7.2.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckgen.verify.names import CONTENT_TYPES, NS
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule


@rule("missing-content-type")
def missing_content_type(package: Package) -> Iterator[Fault]:
    """A part without a content type can't be interpreted."""
    for name in package.names:
        if name != CONTENT_TYPES and not package.content_type(name):
            yield name, "has no content type"


@rule("phantom-override")
def phantom_override(package: Package) -> Iterator[Fault]:
    """A content type for a part that isn't there makes PowerPoint offer a repair, silently to all else."""
    present = {f"/{name}".lower() for name in package.names}
    for name in _overrides(package):
        if name.lower() not in present:
            yield CONTENT_TYPES, f"names {name}, which is not in the package"


@rule("duplicate-override")
def duplicate_override(package: Package) -> Iterator[Fault]:
    """A part has one content type."""
    for name, count in Counter(name.lower() for name in _overrides(package)).items():
        if count > 1:
            yield CONTENT_TYPES, f"gives {name} a content type {count} times"


def _overrides(package: Package) -> list[str]:
    root = package.root(CONTENT_TYPES)
    return [] if root is None else [e.get("PartName", "") for e in root.iterfind("ct:Override", NS)]
