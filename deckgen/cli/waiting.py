"""Waiting until something may have changed in some folders."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from watchfiles._rust_notify import RustNotify

Seen = TypeVar("Seen")

QUIET = 0.04
"""Seconds without a change after which a save is taken to be over: some editors empty a file before they fill it."""
LONGEST = 1.0
"""Seconds after which changes that go on are built all the same."""
LOOK = 2_000
"""Milliseconds after which the disk is looked at though nothing was heard: some disks never tell."""
DEBOUNCE, STEP = 20, 20
"""Milliseconds that changes are gathered for before they are told, and without one that end it."""
POLL = 0.5
"""Seconds between two looks where the disk is not asked to tell."""


def settled(look: Callable[[], Seen], seen: Seen) -> Seen:
    """What is seen when it has stopped changing, `seen` being what it was last."""
    end = time.monotonic() + LONGEST
    while True:
        time.sleep(QUIET)
        now = look()
        if now == seen or time.monotonic() > end:
            return now
        seen = now


class Waiting:
    """`wait(folders)` returns when something may have changed in one of them. With `poll`, it looks now and then."""

    def __init__(self, *, poll: bool) -> None:
        self._poll = poll
        self._folders: frozenset[str] = frozenset()
        self._ear: RustNotify | None = None

    def wait(self, folders: Collection[str]) -> None:
        """Return when the files directly in these folders may have changed. KeyboardInterrupt at Ctrl-C."""
        if self._poll:
            time.sleep(POLL)
            return
        try:
            if self._ear is None or self._folders != folders:
                self._listen(frozenset(folders))  # and have it looked again: what came before this was not heard
            elif self._ear.watch(DEBOUNCE, STEP, LOOK, None) == "signal":
                raise KeyboardInterrupt
        except FileNotFoundError:  # a folder that has just gone
            self.close()
            time.sleep(QUIET)
        except OSError as error:
            self.close()
            self._poll = True
            click.echo(f"The system tells of no changes ({str(error).lower()}); files are looked at instead.", err=True)

    def _listen(self, folders: frozenset[str]) -> None:
        from watchfiles._rust_notify import RustNotify

        self.close()
        debug, polling, delay, recursive, ignore_denied = False, False, 0, False, True
        self._ear = RustNotify(sorted(folders), debug, polling, delay, recursive, ignore_denied)
        self._folders = folders

    def close(self) -> None:
        """Hear of nothing any more."""
        if self._ear is not None:
            self._ear.close()
        self._ear = None
