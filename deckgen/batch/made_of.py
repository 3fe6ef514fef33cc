"""What a process's decks were made from: reckoned once for all rows whose decks are made of the same files."""

from __future__ import annotations

from deckgen.batch.inputs import asked_names, said_of
from deckgen.batch.task import Inputs, Job
from deckgen.fonts.faces import PACKAGE
from deckgen.pipeline import Compiled, Pipeline

MOST = 200
"""So many are held: each row may have files of its own."""


class MadeOf:
    """What the decks of a job are made from."""

    def __init__(self, job: Job, pipeline: Pipeline) -> None:
        self._job, self._pipeline = job, pipeline
        self._inputs: dict[tuple[str, frozenset[str]], Inputs] = {}
        self._asks: dict[frozenset[str], tuple[str, ...]] = {}

    def inputs(self, compiled: Compiled) -> Inputs:
        """What a deck was made from."""
        files = compiled.files | _fonts(compiled)
        key = compiled.audience, files
        if key not in self._inputs:
            if len(self._inputs) == MOST:
                self._inputs.clear()
            said = said_of(self._job, compiled.audience)
            hashes = self._pipeline.world.hashes(files)
            self._inputs[key] = Inputs(files=hashes, asks=self._asked(files), said=said)
        return self._inputs[key]

    def _asked(self, files: frozenset[str]) -> tuple[str, ...]:
        """The names that these files ask for."""
        texts = frozenset([file for file in files if file.endswith(".yaml")])
        if texts not in self._asks:
            source = self._pipeline.project.source
            self._asks[texts] = asked_names([source(file) for file in texts])
        return self._asks[texts]


def _fonts(compiled: Compiled) -> frozenset[str]:
    """The font files of the deck's brand that lie in the project."""
    if compiled.style is None:
        return frozenset()
    named = compiled.style.template.brand.font_files
    return frozenset(file for file in named if not file.startswith(PACKAGE))
