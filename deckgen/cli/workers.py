"""The processes that build rows. Some get ready while the command reads what it is to build."""

from __future__ import annotations

from deckgen.batch.pool import Processes, cores

EARLY = 4
"""So many processes at most are started before it is known whether there are rows for them."""


class Workers:
    """So many processes of this machine as `jobs` says, or as it has cores; none where a cluster does the work, nor for
    one job, which this process does itself."""

    def __init__(self, jobs: int | None, *, scheduler: str | None) -> None:
        self.count = jobs or cores()
        self._wanted = scheduler is None and self.count > 1
        self._early: Processes | None = None

    def start(self) -> None:
        """Have processes get ready, if that has not been done."""
        if self._wanted and self._early is None:
            self._early = Processes(self.count, early=EARLY)

    def take(self) -> Processes:
        """Those that were started, or else new ones: each deck of several has its own. Whoever takes them ends them."""
        early, self._early = self._early, None
        return early or Processes(self.count)

    def dismiss(self) -> None:
        """End those that nobody has taken."""
        if self._early is not None:
            self._early.shutdown(cancel_futures=True)
            self._early = None
