"""Whether decks that were made from some inputs would be made from the same ones now."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.batch.inputs import listed, said_of
from deckgen.batch.task import Inputs, Job

HELD = 1_000
"""So many hashes and comparisons are held: each row may have files of its own."""


class Current:
    """Compares inputs with what the files hold now. `hash_of` gives the SHA-256 of a project's file, "" for none; files
    that rows share are asked for once in a thousand rows or more, and so are the inputs that they share compared."""

    def __init__(self, job: Job, hash_of: Callable[[str], str]) -> None:
        self._job, self._read_hash = job, hash_of
        self._hashes: dict[str, str] = {}
        self._differs: dict[tuple[str, str], str] = {}

    def difference(self, id: str, inputs: Inputs, audience: str) -> str:
        """What of the inputs of this id is other than it was, in a few words; "" for nothing."""
        key = id, audience
        if key not in self._differs:
            if len(self._differs) >= HELD:
                self._differs.clear()
            self._differs[key] = self._compared(inputs, audience)
        return self._differs[key]

    def _compared(self, inputs: Inputs, audience: str) -> str:
        if inputs.said != said_of(self._job, audience):
            return "deckgen, the audience, --set, an option or SOURCE_DATE_EPOCH is another"
        changed = [path for path, known in inputs.files.items() if self.hash_of(path) != known]
        return f"{listed(changed)} {'has' if len(changed) == 1 else 'have'} changed" if changed else ""

    def hash_of(self, path: str) -> str:
        """The SHA-256 of a project's file, "" for none."""
        if path not in self._hashes:
            if len(self._hashes) >= HELD:
                self._hashes.clear()
            self._hashes[path] = self._read_hash(path)
        return self._hashes[path]
