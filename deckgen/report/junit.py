"""The account as JUnit XML, which CI systems show as a list of tests (after the schema of Apache Ant)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from deckgen.ooxml.xml import DECLARATION, HOLE, Xml, document, el, text
from deckgen.report.model import Built, Report, Sums


def junit_xml(report: Report, *, strict: bool = False) -> Iterator[bytes]:
    """A suite for each deck, a case for each of its files; what was not written has failed, and where warnings end
    with an error, what there were some of. It comes in pieces."""
    time, sums = {"time": f"{report.seconds:.3f}"}, report.sums
    failures = report.flawed if strict else {deck: one.bad for deck, one in sums.items()}
    if not sums:
        yield document(el("testsuites", time))
        return
    begin, end = _around(el("testsuites", time, HOLE))
    yield DECLARATION + begin
    for deck, built in groupby(report.by_name, key=lambda one: one.deck):
        opening, closing = _around(el("testsuite", _counts(deck, sums[deck], failures.get(deck, 0)), HOLE))
        yield opening
        yield from (_case(one, failed=one.bad or (strict and one.warnings > 0)).encode() for one in built)
        yield closing
    yield end


def _around(element: Xml) -> tuple[bytes, bytes]:
    """What stands before and after the hole that is all that an element holds."""
    before, _, after = element.rpartition(HOLE)
    return before.encode(), after.encode()


def _counts(deck: str, sums: Sums, failures: int) -> dict[str, str | int | None]:
    return {"name": deck, "tests": sums.decks, "failures": failures, "time": f"{sums.seconds:.3f}"}


def _case(one: Built, *, failed: bool) -> Xml:
    named = {"classname": one.deck, "name": one.name, "time": f"{one.seconds:.4f}"}
    said = "\n".join(one.messages)
    if failed:
        first = one.messages[0] if one.messages else one.status
        return el(
            "testcase",
            named,
            el("failure", {"type": one.status if one.bad else "warning", "message": first}, text(said)),
        )
    return el("testcase", named, el("system-out", None, text(said))) if said else el("testcase", named)
