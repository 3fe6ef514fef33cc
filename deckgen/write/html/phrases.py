"""What the page itself says (toolbar, presenter's view, help), by language: a file of `phrases/` each.

A language that has none is presented in English, and the page says so to whoever reads it out. `{}` parts are filled in
with numbers, times and titles, so phrases are built to need no plural and no case.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct, json

FOLDER = Path(__file__).parent / "phrases"
_TRADITIONAL = dict.fromkeys(("zh-hk", "zh-mo", "zh-tw"), "zh-hant")
_RTL = frozenset({"ar", "ur"})


class Phrases(Struct, frozen=True):
    """Phrases by name, in the language of this tag."""

    language: str
    said: Mapping[str, str]

    @property
    def direction(self) -> str:
        """How they run, as `dir` has it."""
        return "rtl" if self.language in _RTL else "ltr"


@cache
def phrases_of(language: str) -> Phrases:
    """The phrases of a language tag: of its longest beginning that there is a file for, else of English."""
    files = {file.stem: file for file in FOLDER.glob("*.json")}
    tag = language.lower()
    while tag and _TRADITIONAL.get(tag, tag) not in files:
        tag = tag.rpartition("-")[0]
    found = files[_TRADITIONAL.get(tag, tag) or "en"]
    return Phrases(found.stem, json.decode(found.read_bytes(), type=dict[str, str]))
