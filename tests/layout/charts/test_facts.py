"""Facts among a chart's own numbers: exact in its workbook, shown as its format has them, remembered."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from deckgen.api import ProjectBuild, open_project
from deckgen.diagnostics import Diagnostics
from deckgen.recording import Used
from deckgen.resolve.facts import read_facts
from deckgen.scene import Chart
from deckgen.spec.deck_facts import DeckFacts
from deckgen.spec.types.amounts import AmountsType
from deckgen.spec.variables import Variables
from deckgen.worlds import MemoryWorld
from tests.spec.reading import bound

FACTS = """attendance: {value: 0.94234, format: "percent:1", expires: 2026-08-31}
shares: {value: 12.5%}
cost: {value: 1250.5, format: "currency:GBP"}
pupils: {value: 22000, format: number}
"""
DECK = "title: T\nbrand: plain\nlanguage: {}\ndate: {}\nslides:\n  - use: a\n"


def project(values: str, more: str = "", *, facts: str = FACTS, decks: Mapping[str, str] = {}) -> ProjectBuild:
    slide = (
        "kind: chart\ntitle: T\nsource: Own data\ncategories: [A, B]\n"
        f"series: {{name: Ours, values: [{values}]}}\n{more}\n"
    )
    made = {f"decks/{name}.yaml": deck for name, deck in {"d": DECK.format("en-GB", "2026-08-01"), **decks}.items()}
    return open_project(
        MemoryWorld({"deckgen.yaml": "", "slides/a.yaml": slide, "assets/data/facts.yaml": facts, **made})
    )


def drawn(build: ProjectBuild, deck: str = "d") -> Chart:
    compiled = build.compile(deck)
    assert compiled.data is not None and compiled.scene is not None, [str(d) for d in build.diagnostics]
    [found] = [node for node in compiled.scene.slides[0].nodes if isinstance(node, Chart)]
    return found


@pytest.mark.parametrize(
    ("values", "more", "held", "code"),
    [
        ('94.1, "{{ fact.attendance }}"', 'unit: "%"', ("94.1", "94.234"), '#,##0.0"%"'),
        ('94.1, "{{ fact.attendance }}"', "format: percent100:1", ("94.1", "94.234"), '0.0"%"'),
        ('0.95, "{{ fact.attendance }}"', "", ("0.95", "0.94234"), "0.0%"),
        ('0.95, "{{ fact.attendance | percent }}"', "format: percent", ("0.95", "0.94234"), "0%"),
        ('20000, "{{ fact.pupils }}"', "type: doughnut", ("20000", "22000"), "#,##0"),
        ('1000, "{{ fact.cost.value }}"', "", ("1000", "1250.5"), "[$£]#,##0.00"),
        ('"{{ fact.shares }}", "{{ fact.shares }}"', 'unit: "%"', ("12.5", "12.5"), '#,##0.0"%"'),
        ('"{{ fact.pupils }}", "{{ fact.cost }}"', "", ("22000", "1250.5"), "#,##0.0"),
    ],
)
def test_a_fact_is_its_exact_value(values: str, more: str, held: tuple[str, ...], code: str) -> None:
    build = project(values, more)
    [series] = drawn(build).series
    assert (series.values, series.format) == (held, code)
    assert not len(build.diagnostics)


def test_a_share_beside_per_cents_is_warned_of() -> None:
    build = project('94.1, "{{ fact.attendance }}"')
    assert drawn(build).series[0].values == ("94.1", "0.94234")
    assert [d.code for d in build.diagnostics] == ["shares"]


def test_an_expired_fact_is_warned_of_in_the_deck_where_it_has() -> None:
    build = project(
        '0.95, "{{ fact.attendance }}"',
        decks={"e": DECK.format("en-GB", "2026-11-24"), "f": DECK.format("de", "2026-08-02")},
    )
    drawn(build)
    assert not len(build.diagnostics)
    drawn(build, "e")
    assert [d.code for d in build.diagnostics] == ["expired-fact"]
    assert drawn(build, "f").series[0].values == ("0.95", "0.94234")


def test_a_use_in_a_chart_is_listed() -> None:
    [use] = project('0.95, "{{ fact.attendance }}"').fact_uses()["attendance"]
    assert (str(use.span), use.decks) == ("slides/a.yaml:5:38", ("d",))


def test_what_a_slide_depends_on_names_the_exact_value() -> None:
    file = read_facts(MemoryWorld({"assets/data/facts.yaml": FACTS}), Diagnostics())
    facts = DeckFacts(lambda: file, "en-GB", None)
    used = Used(Variables({}, facts))
    found, diags = bound(AmountsType(), "value: [0.95, '{{ fact.attendance }}', ~]\n", variables=used, facts=facts)
    assert not len(diags)
    assert [amount and amount.value for amount in found] == [Decimal("0.95"), Decimal("0.94234"), None]
    assert used.asked["fact.attendance.value"] == "0.94234"


def test_a_broken_fact_is_said_once() -> None:
    build = project('0.95, "{{ fact.broken }}"', facts="broken: {value: lots, format: number}\n")
    assert build.compile("d").data is None
    assert [f"{d.span.file} {d.code}" for d in build.diagnostics] == ["assets/data/facts.yaml bad-value"]
