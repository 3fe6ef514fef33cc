"""Processes that get ready while a command reads what it is to build."""

from __future__ import annotations

import pytest

from deckgen.cli.workers import Workers


def test_those_that_were_started_are_taken_once() -> None:
    workers = Workers(2, scheduler=None)
    workers.start()
    first, second = workers.take(), workers.take()
    try:
        assert first is not second
        assert [len(one.workers) for one in (first, second)] == [2, 2]
        assert first.submit(divmod, 7, 2).result() == (3, 1)
    finally:
        first.shutdown()
        second.shutdown()


def test_those_that_nobody_takes_are_gone_when_they_are_dismissed() -> None:
    workers = Workers(2, scheduler=None)
    workers.start()
    started = workers._early
    assert started is not None
    workers.dismiss()
    workers.dismiss()  # a second time does nothing
    assert not any(worker.process and worker.process.is_alive() for worker in started.workers)


@pytest.mark.parametrize(("jobs", "scheduler"), [(1, None), (2, "tcp://127.0.0.1:1")])
def test_none_are_started_where_none_are_needed(jobs: int, scheduler: str | None) -> None:
    workers = Workers(jobs, scheduler=scheduler)
    workers.start()
    assert workers._early is None
