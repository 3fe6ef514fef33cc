"""Rules of relationships (ECMA-376 part 2, 6.5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from deckgen.diagnostics import Severity
from deckgen.verify.names import CONTENT_TYPES, NS
from deckgen.verify.package import Package, relations_name
from deckgen.verify.registry import Fault, rule

_REFERENCE = f"{{{NS['r']}}}"
_LINKS = ("hyperlink",)
_SAFE = re.compile(r"(https?|mailto|tel):|ppaction:|[^:/\\]*$|#", re.IGNORECASE)


@rule("dangling-id")
def dangling_id(package: Package) -> Iterator[Fault]:
    """Markup that refers to a relationship that isn't there: the commonest cause of a repair."""
    for name, root in package.markup():
        known = {relation.id for relation in package.relations(name)}
        for reference in sorted(_references(root) - known):
            yield name, f"refers to relationship {reference}, which it doesn't have"


@rule("duplicate-relationship")
def duplicate_relationship(package: Package) -> Iterator[Fault]:
    """Ids of relationships are unique in a part."""
    for name in _sources(package):
        for number, count in Counter(relation.id for relation in package.relations(name)).items():
            if count > 1:
                yield relations_name(name), f"has relationship {number} {count} times"


@rule("missing-target")
def missing_target(package: Package) -> Iterator[Fault]:
    """A relationship must lead to a part of the package, or say that it leads outside."""
    for name in _sources(package):
        for relation in package.relations(name):
            if not relation.external and relation.target not in package:
                yield relations_name(name), f"{relation.id} leads to {relation.target}, which is not there"


@rule("orphan-part", Severity.WARNING)
def orphan_part(package: Package) -> Iterator[Fault]:
    """A part that nothing leads to is dead weight; PowerPoint drops it or offers a repair."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for relation in package.relations(waiting.pop()):
            if not relation.external and relation.target not in reached and relation.target in package:
                reached.add(relation.target)
                waiting.append(relation.target)
    for name in package.names:
        if name not in reached and name != CONTENT_TYPES and not name.endswith(".rels"):
            yield name, "belongs to nothing in the package"


@rule("external-content", Severity.WARNING)
def external_content(package: Package) -> Iterator[Fault]:
    """Pictures, sounds and objects outside the file vanish elsewhere, and tell others who opens it."""
    for name in _sources(package):
        for relation in package.relations(name):
            if relation.external and relation.kind not in _LINKS:
                yield relations_name(name), f"takes a {relation.kind} from outside: {relation.target[:200]}"


@rule("unsafe-link", Severity.WARNING)
def unsafe_link(package: Package) -> Iterator[Fault]:
    """A click on a slide should lead to the web, a mail or a telephone number, and to nothing that runs."""
    for name in _sources(package):
        for relation in package.relations(name):
            if relation.external and relation.kind in _LINKS and not _SAFE.match(relation.target):
                yield relations_name(name), f"links to {relation.target[:200]}"


def _references(root: Any) -> set[str]:
    """The relationship ids in a part's markup. An empty one is a link that only has an action."""
    return {
        value for element in root.iter("*") for key, value in element.items() if key.startswith(_REFERENCE) and value
    }


def _sources(package: Package) -> list[str]:
    return ["", *(name for name in package.names if not name.endswith(".rels"))]
