"""Rules of the core properties (ECMA-376 part 2, 8.3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from deckgen.verify.names import tag
from deckgen.verify.package import Package
from deckgen.verify.registry import Fault, rule

_DATES = ("dcterms:created", "dcterms:modified")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?", re.ASCII)


@rule("core-properties")
def core_properties(package: Package) -> Iterator[Fault]:
    """A file says each thing about itself once, and its dates are dates (W3CDTF)."""
    parts = package.related("", "core-properties")
    if len(parts) > 1:
        yield "", f"has {len(parts)} parts of core properties"
    for name in parts:
        root = package.root(name)
        if root is None:
            continue
        for element, count in Counter(child.tag for child in root.iterchildren("*")).items():
            if count > 1:
                yield name, f"says {element.rpartition('}')[2]} {count} times"
        for date in _DATES:
            said = root.findtext(tag(date))
            if said is not None and not _is_date(said.strip()):
                yield name, f"{date.partition(':')[2]} is {said[:40]!r}, which is no date"


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        if len(value) >= len("2026-01-05"):
            datetime.strptime(value[:10], "%Y-%m-%d")
        if "T" in value:
            datetime.strptime(value[11:16], "%H:%M")
    except ValueError:
        return False
    return True
