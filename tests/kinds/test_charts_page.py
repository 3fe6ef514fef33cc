"""docs/charts.md: its examples make slides without a word, and its table says what the limits are."""

from __future__ import annotations

import re

import pytest

from deckgen.api import open_project
from deckgen.layout.charts.rules import LIMITS
from deckgen.scene import Chart
from deckgen.worlds import MemoryWorld
from tests.support.tools import ROOT

PAGE = (ROOT / "docs/charts.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
FILES = {
    "assets/data/results.csv": "School,Phase,2026\nFell View,primary,0.7\nMoor Lane,primary,0.8\nAsh,special,0.6\n",
    "assets/data/facts.yaml": "attendance: {value: 0.9423, format: percent, source: Attendance returns}\n",
    "decks/d.yaml": "title: T\nbrand: plain\nslides:\n  - use: a\n",
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_sound(example: str) -> None:
    build = open_project(MemoryWorld({**FILES, "slides/a.yaml": example}))
    compiled = build.compile("d")
    assert compiled.data is not None and compiled.scene is not None, [d.message for d in build.diagnostics]
    assert [d.message for d in build.diagnostics] == []
    assert any(isinstance(node, Chart) for node in compiled.scene.slides[0].nodes)


def test_the_alternative_text_that_it_shows_is_the_first_examples() -> None:
    compiled = open_project(MemoryWorld({**FILES, "slides/a.yaml": EXAMPLES[0]})).compile("d")
    assert compiled.scene is not None
    [alt] = [node.alt for node in compiled.scene.slides[0].nodes if isinstance(node, Chart)]
    [shown] = re.findall(r"\*(Bar chart:[^*]*) …\*", PAGE)
    assert alt.startswith(" ".join(shown.split()))


def test_every_form_is_in_its_table_with_its_limits() -> None:
    rows = dict(re.findall(r"^\| (`.*?) \|[^|]*\|([^|]*)\|", PAGE, re.MULTILINE))
    for form, limits in LIMITS.items():
        [said] = [words for names, words in rows.items() if f"`{form}`" in names]
        assert str(limits.categories) in said
        if "series" in said and form != "scatter":
            assert f"{limits.most} series" in said
