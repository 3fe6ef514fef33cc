"""`deckgen list --facts`, and expired facts under --strict."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Deckgen

FACTS = """attendance: {value: 0.9423, format: "percent:1", source: DfE, expires: 2026-03-31}
pupils: 22000
budget: {value: 1250000, format: "currency:GBP", expires: 2030-08-31}
"""


@pytest.fixture
def facts(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795478400")  # 2026-11-24
    (project / "assets/data").mkdir(parents=True)
    (project / "assets/data/facts.yaml").write_text(FACTS, encoding="utf-8")
    words = "kind: statement\ntitle: A\ntext: Of {{ fact.pupils | number }} pupils {{ fact.attendance }} came\n"
    (project / "slides/welcome.yaml").write_text(words, encoding="utf-8")
    (project / "slides/spare.yaml").write_text(words.replace("pupils |", "pupil |"), encoding="utf-8")
    return project


def test_each_with_its_value_and_its_uses(facts: Path, deckgen: Deckgen) -> None:
    ran = deckgen("list", "--facts")
    assert ran.code == 0
    assert ran.out == (
        "attendance  94.2%, expired on 2026-03-31\n"
        "  slides/spare.yaml:3:43  (in no deck)\n"
        "  slides/welcome.yaml:3:44  talk\n"
        "pupils      22000\n"
        "  slides/welcome.yaml:3:10  talk\n"
        "budget      £1,250,000, expires on 2030-08-31, not used\n"
        "pupil       there is no such fact\n"
        "  slides/spare.yaml:3:10  (in no deck)\n"
    )


def test_for_programs(facts: Path, deckgen: Deckgen) -> None:
    told = {fact["fact"]: fact for fact in deckgen("list", "--facts", "--format", "json").json["facts"]}
    assert told["attendance"]["expired"] and told["attendance"]["value"] == "0.9423"
    assert told["pupils"]["uses"] == [{"file": "slides/welcome.yaml", "line": 3, "col": 10, "decks": ["talk"]}]
    assert told["pupil"]["missing"] and not told["budget"]["uses"]


def test_a_project_without_facts_is_told_where_they_stand(project: Path, deckgen: Deckgen) -> None:
    assert "assets/data/facts.yaml" in deckgen("list", "--facts").out


def test_an_expired_fact_is_an_error_under_strict(facts: Path, deckgen: Deckgen) -> None:
    (facts / "slides/spare.yaml").unlink()
    assert deckgen("build").code == 0
    ran = deckgen("build", "--strict")
    assert ran.code == 1 and "expired-fact" in ran.err and "it stands here" in ran.err
