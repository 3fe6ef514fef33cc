"""A row's deck between its making and its place, and the result that comes of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from deckgen.batch.placing import Came
from deckgen.batch.store import Half, Placed
from deckgen.batch.task import Inputs, Result, Status, Task
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.output.atomic import NotWritten


class Made(Struct, kw_only=True):
    """A row's deck, made; what came of each of its files so far. `status` is what its row becomes when they are in
    their places."""

    task: Task
    said: Diagnostics
    status: Status
    files: list[Half | NotWritten]
    slides: int
    inputs: Inputs | None
    seconds: float = 0.0

    @property
    def halves(self) -> list[Half]:
        """The files that are on their way."""
        return [file for file in self.files if not isinstance(file, NotWritten)]

    def result(self, came: Iterable[Came]) -> Result:
        """The row's result; `came` is what came of its files on their way."""
        later = iter(came)
        placed = [file if isinstance(file, NotWritten) else next(later) for file in self.files]
        for one in placed:
            if isinstance(one, NotWritten):
                self.said.error(one.code, NOWHERE, one.reason, hint=one.hint)
        entries = tuple([one.entry for one in placed if isinstance(one, Placed)])
        status = self._status(placed)
        if self.inputs is not None and entries and status != "refused":
            known = {"made_of": self.inputs.id, "values": self.inputs.values(self.task.values)}
            entries = tuple([replace(entry, **known, warned=len(self.said) > 0) for entry in entries])
        return Result(
            number=self.task.number,
            name=self.task.name,
            audience=self.task.audience,
            status=status,
            entries=entries,
            said=tuple(self.said),
            slides=self.slides,
            seconds=self.seconds,
            inputs=self.inputs if status in ("written", "unchanged", "cached") and entries else None,
        )

    def _status(self, placed: list[Came]) -> Status:
        """One for all files."""
        if any(isinstance(one, NotWritten) for one in placed):
            return "refused"
        if self.status != "failed" and not any(isinstance(o, Placed) and o.status == "written" for o in placed):
            return "unchanged"
        return self.status
