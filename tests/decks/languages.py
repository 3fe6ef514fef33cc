"""Decks in other writing systems, each compiled once per process."""

from __future__ import annotations

from functools import cache

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.pipeline import Pipeline
from deckgen.scripts import writing_of
from deckgen.worlds import MemoryWorld
from deckgen.write.pptx.cache import load_template
from tests.decks.library import BRANDS, TODAY, Built, assets
from tests.support.tools import ROOT

FONTS = ROOT / "tests" / "data" / "fonts"
LANGUAGES = (*((language, brand) for language in ("ar", "he", "ur") for brand in BRANDS), ("zh", "own"))
"""(language, brand). No face for Chinese ships with deckgen, so a brand names its own: a subset for tests."""

_OWN = """\
  scripts:
    chinese: {office: Noto Sans SC, build: Noto Sans SC, files: {regular: fonts/NotoSansSC-Subset.ttf}}
    urdu:
      office: Noto Nastaliq Urdu
      build: Noto Nastaliq Urdu
      leading: 170
      files: {regular: fonts/NotoNastaliqUrdu-Subset.ttf}
"""


@cache
def own_brand() -> dict[str, bytes]:
    """The files of the brand "own": the shipped one with faces of its own for Chinese and Urdu."""
    shipped = (ROOT / "deckgen" / "brand" / "plain" / "brand.yaml").read_text(encoding="utf-8")
    brand = shipped.replace("fonts:\n", f"fonts:\n{_OWN}", 1)
    fonts = {f"assets/brands/own/fonts/{file.name}": file.read_bytes() for file in FONTS.glob("*.ttf")}
    return {"assets/brands/own/brand.yaml": brand.encode(), **fonts}


@cache
def written(language: str, brand: str) -> Built:
    """tests/data/languages/<language>.yaml in a brand."""
    pipeline = project(language, brand)
    made = pipeline.compile("talk", "full")
    assert made.data and made.scene, [f"{d.span} {d.message}" for d in pipeline.diags.errors]
    template = load_template(pipeline.world, brand, Diagnostics(), NOWHERE, writing=writing_of(language))
    assert template
    return Built(made.data, made.scene, template, pipeline.world)


def project(language: str, brand: str) -> Pipeline:
    """A project of that one deck, not yet compiled."""
    slides = (ROOT / "tests" / "data" / "languages" / f"{language}.yaml").read_text(encoding="utf-8")
    deck = f"title: Talk\nbrand: {brand}\nlanguage: {language}\nslides:\n{slides}".encode()
    return Pipeline(MemoryWorld({**assets(), **own_brand(), "decks/talk.yaml": deck}, today=TODAY))
