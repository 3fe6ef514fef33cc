"""`deckgen build --watch` in a process of its own, and what it has said so far."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Self

from tests.support.tools import LIMIT, ROOT


class Watching:
    """`with Watching(project, "--poll") as watching:`; the project has been built once when the block begins."""

    def __init__(self, project: Path, *arguments: str) -> None:
        self._command = [sys.executable, "-u", "-m", "deckgen", "build", "--watch", *arguments]
        self._project = project
        self._lines: list[str] = []
        self._read = 0
        self._more = threading.Condition()

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command,
            cwd=self._project,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=dict(os.environ, PYTHONPATH=str(ROOT)),
        )
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._more:
                self._lines.append(line.rstrip("\n"))
                self._more.notify_all()
        with self._more:
            self._lines.append("(ended)")
            self._more.notify_all()

    def until(self, words: str) -> str:
        """Everything said since the last time, up to a line that holds `words`; AssertionError where none comes."""
        with self._more:
            found = self._more.wait_for(lambda: self._find(words) is not None, timeout=LIMIT)
            said = "\n".join(self._lines[self._read :])
            assert found, f"no line with {words!r} in:\n{said}"
            end = self._find(words)
            assert end is not None
            said = "\n".join(self._lines[self._read : end + 1])
            self._read = end + 1
            return said

    def _find(self, words: str) -> int | None:
        return next((n for n in range(self._read, len(self._lines)) if words in self._lines[n]), None)

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Send it Ctrl-C; its exit code, and what it said last."""
        self._process.send_signal(number)
        said = self.until("(ended)")
        return self._process.wait(timeout=LIMIT), said
