"""deckgen's side of the comparison: whole decks with nothing memoised, and single stages."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.talk import DECK
from deckgen.bind.bind import bind_slide
from deckgen.bind.model import BoundSlide
from deckgen.brands import Brands
from deckgen.checks.registry import check_deck, check_slide
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.fonts.measure import Measurer
from deckgen.layout.compose import lay_out
from deckgen.layout.setter import Setter
from deckgen.pipeline import Compiled, Pipeline
from deckgen.resolve.resolve import resolve
from deckgen.scene import Deck
from deckgen.worlds import MemoryWorld
from deckgen.write.pptx.cache import load_template
from deckgen.write.pptx.deck import write_pptx
from deckgen.write.pptx.template import Template

_WORD = re.compile(r"(?<=[a-z,] )[a-z]{3,}(?= [a-z])")


def read_files(project: Path) -> dict[str, bytes]:
    """The project's files, as a MemoryWorld takes them."""
    return {
        file.relative_to(project).as_posix(): file.read_bytes()
        for file in project.rglob("*")
        if file.is_file() and "build" not in file.relative_to(project).parts
    }


def long_deck(files: dict[str, bytes], times: int, reworded: Callable[[str], str]) -> MemoryWorld:
    """A project whose deck "long" has the talk's slides `times` over, each of them `reworded`."""
    files = dict(files)
    entries = []
    deck = files[f"decks/{DECK}.yaml"].decode()
    for name in re.findall(r"^  - use: (\S+)$", deck, re.MULTILINE):
        if f"slides/{name}.yaml" not in files or f"slides/0/{name}.yaml" in files:
            continue
        for turn in range(times):
            files[f"slides/{turn}/{name}.yaml"] = reworded(files[f"slides/{name}.yaml"].decode()).encode()
            entries.append(f"  - use: {turn}/{name}\n")
    head = deck.partition("\nslides:\n")[0]
    files["decks/long.yaml"] = f"{head}\nslides:\n{''.join(entries)}".encode()
    return MemoryWorld(files, today=date(2026, 1, 5))


class Bench:
    """The talk in memory, its brand compiled and open, as in a process that makes deck after deck."""

    def __init__(self, project: Path) -> None:
        self._files = read_files(project)
        self._letters = random.Random(14)
        self.world = MemoryWorld(self._files, today=date(2026, 1, 5))
        self._brands = Brands(self.world)
        self.scene = self._scene()
        self.template = self._template()

    def _scene(self) -> Deck:
        compiled = self.compile(self.world)
        assert compiled.scene is not None
        return compiled.scene

    def _template(self) -> Template:
        template = load_template(self.world, self.scene.brand, Diagnostics(), NOWHERE)
        assert template is not None
        return template

    def compile(self, world: MemoryWorld, deck: str = DECK) -> Compiled:
        """The deck from YAML to bytes. Nothing is known of it: no file read, no text shaped, no slide made."""
        self._brands.forget_texts()
        pipeline = Pipeline(world, brands=self._brands)
        compiled = pipeline.compile(deck, "full")
        if compiled.data is None:
            raise SystemExit("\n".join(f"{d.span}: {d.message}" for d in pipeline.diags.errors))
        return compiled

    def renew(self) -> None:
        """Give every paragraph of the project other words of the same width: nothing is known of them yet."""
        for name, content in self._files.items():
            if name.startswith("slides/"):
                self.world.files[name] = self._reworded(content.decode()).encode()

    def _reworded(self, text: str) -> str:
        """The letters of every word within a sentence in another order."""
        return _WORD.sub(lambda found: "".join(self._letters.sample(found[0], len(found[0]))), text)

    def write(self) -> bytes:
        """The scene written, every slide serialised and deflated anew."""
        return write_pptx(self.scene, self.template)

    def grown(self, times: int) -> MemoryWorld:
        """A project whose deck has the talk's slides `times` over, each time in other words."""
        return long_deck(self._files, times, self._reworded)

    def bound_slides(self) -> tuple[BoundSlide, ...]:
        """The talk's slides, bound and ready to be laid out."""
        pipeline = Pipeline(self.world)
        resolved = resolve(pipeline.project, DECK, "full", Diagnostics(), settings=pipeline.settings)
        assert resolved is not None
        context = pipeline._context(resolved, Diagnostics(), resolved.variables, set())
        return tuple(self._bound(resolved.slides, context))

    def _bound(self, slides: object, context: object) -> Iterator[BoundSlide]:
        for slide in slides:  # type: ignore[attr-defined]
            bound = bind_slide(slide, context)  # type: ignore[arg-type]
            assert bound is not None
            yield bound

    def setter(self) -> Setter:
        """A setter that has shaped nothing yet."""
        brand = self.template.brand
        layouts = {name: part.layout for name, part in self.template.layouts.items()}
        return Setter(brand, layouts, Measurer(brand.fonts, self.world))

    def lay_out_all(self, slides: tuple[BoundSlide, ...], setter: Setter) -> None:
        """Every slide laid out."""
        for slide in slides:
            lay_out(slide, setter, Diagnostics(), language="en-GB")

    def check_all(self) -> None:
        """Every check over the scene."""
        diags = Diagnostics()
        for slide in self.scene.slides:
            check_slide(slide, diags)
        check_deck(self.scene, diags)
