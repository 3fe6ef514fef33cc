"""How far a long command is: on a terminal, and only once it has taken a while."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 0.7
"""Seconds without a bar: most commands are over by then, and rich takes 0.05 s to import."""


class Progress:
    """`with Progress(total) as progress:` and `progress.step("what is at hand")` for each of `total`."""

    def __init__(self, total: int, *, shown: bool = True) -> None:
        self._total, self._done = total, 0
        self._shown = shown and sys.stderr.isatty()
        self._begun = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, what: str) -> None:
        """The next piece of work begins."""
        self._done += 1
        self.tell(what)

    def tell(self, what: str) -> None:
        """What is at hand within the piece of work."""
        if self._shown and not self._bar and time.monotonic() - self._begun > PATIENCE:
            self._start()
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=max(0, self._done - 1), description=what)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar

        self._bar = Bar(console=Console(stderr=True), transient=True)
        self._task = self._bar.add_task("", total=self._total)
        self._bar.start()
