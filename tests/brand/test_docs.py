"""docs/brands.md: its example is a brand, and shows every key."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path as File
from typing import Any

from PIL import Image

from deckgen.brand.load import load_brand
from deckgen.brand.slots import TableType
from deckgen.brand.spec import BrandSpec
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.spec.slots import Spec
from deckgen.spec.types.lists import One
from deckgen.worlds import MemoryWorld

ROOT = File(__file__).parents[2]
PAGE = (ROOT / "docs/brands.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
DRAWING = re.findall(r"```xml\n(.*?)```", PAGE, re.DOTALL)[0]
FOLDER = "assets/brands/harbour/"


def keys(spec: type[Spec]) -> set[str]:
    found = set(spec.slots)
    for slot in spec.slots.values():
        kind: Any = slot.type.value if isinstance(slot.type, TableType) else slot.type
        if isinstance(kind, One):
            found |= keys(kind.spec)
    return found


def test_example_is_a_brand() -> None:
    font = (ROOT / "deckgen/fonts/files/liberation-sans/LiberationSans-Regular.ttf").read_bytes()
    picture = BytesIO()
    Image.new("RGB", (90, 30)).save(picture, "PNG")
    logo = picture.getvalue()
    files: dict[str, str | bytes] = {FOLDER + "brand.yaml": EXAMPLE}
    for path in re.findall(r"[\w-]+/[\w-]+\.(?:svg|png|ttf)", EXAMPLE):
        files[FOLDER + path] = font if path.endswith("ttf") else logo if path.endswith("png") else DRAWING
    diags = Diagnostics()
    assert load_brand(MemoryWorld(files), "harbour", diags, NOWHERE) is not None
    assert list(diags) == []


def test_example_shows_every_key() -> None:
    assert {key for key in keys(BrandSpec) if not re.search(rf"\b{key}:", EXAMPLE)} == set()
