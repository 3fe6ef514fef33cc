"""Ctrl-C at any moment of a run ends it with 130 and no traceback.

`DECKGEN_KILLS=200` presses it as often as that.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.tools import LIMIT, ROOT

PRESSED = int(os.environ.get("DECKGEN_KILLS", "12"))

# What Ctrl-C does before deckgen's first line is Python's to say.
STARTED = """
import sys
from deckgen.__main__ import end_quietly, run
end_quietly()
print("started", flush=True)
run()
"""

# Ctrl-C in the moment in which workers are about to be known, while the first is spawned and not yet told what to do.
HALF_STARTED = """
import threading, time
from multiprocessing import util
from deckgen.__main__ import run
from deckgen.batch.pool import Processes

begin, spawn, spawned = Processes.__init__, util.spawnv_passfds, threading.Event()

def spawn_slowly(path, arguments, files):
    found = spawn(path, arguments, files)
    if "--multiprocessing-fork" in map(str, arguments):
        spawned.set()
        time.sleep(0.5)
    return found

def begin_in_vain(self, *given, **options):
    begin(self, *given, **options)
    spawned.wait()
    raise KeyboardInterrupt

util.spawnv_passfds, Processes.__init__ = spawn_slowly, begin_in_vain
run()
"""

# pikepdf's extension makes enumerations in Python while it is imported; Ctrl-C there aborts the process.
FLOODED = """
import os, signal, sys, threading, time
from deckgen.interrupts import interrupt_between_imports

def flood():
    while "pikepdf" not in sys.modules:
        time.sleep(0.0002)
    until = time.monotonic() + 5
    while "pikepdf.models" not in sys.modules and time.monotonic() < until:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.0005)

interrupt_between_imports()
flooding = threading.Thread(target=flood)
flooding.start()
try:
    import pikepdf
    time.sleep(5)
    print("never interrupted")
except KeyboardInterrupt:
    print("interrupted, and", "whole" if hasattr(pikepdf, "Pdf") else "spoilt")
flooding.join()
"""


def test_ctrl_c_at_any_moment_ends_quietly(project: Path) -> None:
    moments = random.Random(7)
    codes = set()
    for _ in range(PRESSED):
        run = _begun("-c", STARTED, "build", "--to", "pdf,pptx", "--force")
        assert run.stdout and run.stdout.readline() == "started\n"
        time.sleep(moments.random() * 0.35)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=LIMIT)
        codes.add(run.returncode)
        assert run.returncode in (130, 0) and "Traceback" not in out + err and "rror" not in err, err
    assert 130 in codes


def test_an_import_is_done_before_ctrl_c_counts(project: Path) -> None:
    run = _begun("-c", FLOODED)
    assert run.communicate(timeout=LIMIT) == ("interrupted, and whole\n", "")


def test_a_program_that_runs_deckgen_while_it_is_imported_is_interrupted_as_well(project: Path) -> None:
    (project / "program.py").write_text(STARTED, encoding="utf-8")
    run = _begun("-c", "import sys; sys.path.insert(0, '.'); import program", "build", "--watch")
    assert run.stdout and run.stdout.readline() == "started\n"
    while "Watching" not in run.stdout.readline():
        pass
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=LIMIT)
    assert run.returncode == 0 and "Stopped watching." in out and "Traceback" not in err, err


def test_ctrl_c_is_left_to_who_has_kept_it_from_us(project: Path) -> None:
    ignored = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    run = _begun("-c", ignored + STARTED, "build", "--format", "json")
    assert run.stdout and run.stdout.readline() == "started\n"
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=LIMIT)
    assert (run.returncode, err) == (0, "")


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no process groups here")
def test_workers_that_are_just_starting_say_nothing(project: Path) -> None:
    (project / "rows.csv").write_text("urn\n" + "\n".join(map(str, range(400))) + "\n", encoding="utf-8")
    moments = random.Random(7)
    for _ in range(PRESSED):
        arguments = ("build", "talk", "--rows", "rows.csv", "--jobs", "2", "--force")
        run = _begun("-c", STARTED, *arguments, group=True)
        assert run.stdout and run.stdout.readline() == "started\n"
        time.sleep(0.2 + moments.random() * 0.2)
        os.killpg(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=LIMIT)
        assert run.returncode == 130 and "Traceback" not in out + err, err


def test_a_worker_whose_start_ctrl_c_finds_half_done_says_nothing(project: Path) -> None:
    (project / "rows.csv").write_text("urn\n1\n2\n3\n", encoding="utf-8")
    run = _begun("-c", HALF_STARTED, "build", "talk", "--rows", "rows.csv", "--jobs", "2")
    _, err = run.communicate(timeout=LIMIT)
    assert (run.returncode, err) == (130, "\nStopped.\n"), err


def _begun(*arguments: str, group: bool = False) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        start_new_session=group,
    )
