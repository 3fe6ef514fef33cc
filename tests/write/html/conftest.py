"""The files that tests of presentations open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support import talks


@pytest.fixture(scope="session")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of talks.TALK."""
    file = tmp_path_factory.mktemp("html") / "talk.html"
    file.write_bytes(talks.talk_html())
    return file


@pytest.fixture
def show(browser: Browser, talk: Path) -> Callable[..., AbstractContextManager[Page]]:
    """`show(address="", **settings)`: the talk in a window of its own; see `talks.opened`."""
    return partial(talks.opened, browser, talk)
