"""The account as JUnit XML, which CI systems show as a list of tests (after the schema of Apache Ant)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from deckgen.ooxml.xml import Xml, document, el, join, text
from deckgen.report.model import Built, Report


def junit_xml(report: Report) -> bytes:
    """A suite for each deck, a case for each of its files; what was not written has failed."""
    ordered = sorted(report.decks, key=lambda one: (one.deck, one.name))
    suites = [_suite(deck, list(built)) for deck, built in groupby(ordered, key=lambda one: one.deck)]
    return document(el("testsuites", {"time": f"{report.seconds:.3f}"}, *suites))


def _suite(deck: str, built: list[Built]) -> Xml:
    counts: dict[str, str | int | None] = {
        "name": deck,
        "tests": len(built),
        "failures": sum(one.bad for one in built),
        "time": f"{sum(one.seconds for one in built):.3f}",
    }
    return el("testsuite", counts, join(_cases(built)))


def _cases(built: list[Built]) -> Iterator[Xml]:
    for one in built:
        named = {"classname": one.deck, "name": one.name, "time": f"{one.seconds:.4f}"}
        said = "\n".join(one.messages)
        if one.bad:
            first = one.messages[0] if one.messages else one.status
            yield el("testcase", named, el("failure", {"type": one.status, "message": first}, text(said)))
        elif said:
            yield el("testcase", named, el("system-out", None, text(said)))
        else:
            yield el("testcase", named)
