"""A deck of every kind of slide, in invented words, that shows a designer a brand.

It has the kinds' own examples, with pictures that ship with deckgen, and what of `slides/` they don't show: other
charts, grounds and arrangements. A slide of the name of a kind there takes the place of its example.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from importlib.util import find_spec

from deckgen.kinds.manual import example
from deckgen.kinds.registry import get_kind, kind_names
from deckgen.overlay import OverlayWorld
from deckgen.world import World

DECK = "showcase"
"""What the deck is called, and the folder of its slides."""
_HERE = os.path.dirname(os.path.abspath(__file__))
_ASSETS = f"assets/{DECK}"
_PICTURE = re.compile(r"assets/gallery/[\w-]+\.svg")
_FIRST, _LAST = ("cover", "agenda"), ("questions", "links", "references", "closing")


def slides() -> dict[str, str]:
    """The YAML of every slide, by id, in the order of a talk."""
    own = {name.removesuffix(".yaml"): data.decode() for name, data in _files("slides").items()}
    found: dict[str, str] = {}
    for kind in _kinds():
        picture = f"{_ASSETS}/{'portrait' if kind == 'people' else 'landscape'}.svg"
        found[kind] = own.pop(kind, "") or _PICTURE.sub(picture, example(get_kind(kind)))
        found |= {name: text for name, text in own.items() if f"kind: {kind}\n" in text}
    return found


def showing(world: World, brand: str, without: Collection[str] = ()) -> OverlayWorld:
    """The project of `world` with the deck in it, in a brand; slides of the ids `without` are left out."""
    shown = {name: text for name, text in slides().items() if name not in without}
    order = "".join(f"  - use: {DECK}/{name}\n" for name in shown)
    files: dict[str, str | bytes] = {f"slides/{DECK}/{name}.yaml": text for name, text in shown.items()}
    files |= {f"{_ASSETS}/{name}": data for name, data in _files("pictures").items()}
    files[f"decks/{DECK}.yaml"] = f"title: {brand}\nbrand: {brand}\nlanguage: en-GB\nslides:\n{order}"
    return OverlayWorld(files, below=world)


def _kinds() -> list[str]:
    """The kinds as a talk has them; formulas only where they can be set."""
    names = [name for name in kind_names() if name != "formula" or find_spec("latex2mathml")]
    return [*_FIRST, *(name for name in names if name not in (*_FIRST, *_LAST)), *_LAST]


def _files(folder: str) -> dict[str, bytes]:
    """The files of a folder of this package, by name."""
    found = {}
    for name in sorted(os.listdir(os.path.join(_HERE, folder))):
        with open(os.path.join(_HERE, folder, name), "rb") as file:
            found[name] = file.read()
    return found
