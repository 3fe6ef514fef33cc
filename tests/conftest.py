"""Markers, shared fixtures, and the rule that nothing is skipped in CI."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import tools

if TYPE_CHECKING:
    from playwright.sync_api import Browser

IN_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` rewrites the goldens that differ; the diff is read in review."""
    parser.addoption("--accept", action="store_true", help="rewrite goldens with what was found")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a program that isn't here, saying which."""
    for item in items:
        for marker in ("render", "writer", "validator", "browser"):
            reason = tools.missing(marker) if item.get_closest_marker(marker) else None
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"with CI=true nothing may be skipped: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test is a failed one."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a skipped module is a failed one."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def office_pdf(request: pytest.FixtureRequest) -> Callable[..., Path]:
    """`office_pdf(pptx, fonts_conf=None)`: the deck printed by LibreOffice, once per content and fonts,
    also across workers and runs. Mark the test `render`."""
    store = Path(request.config.rootpath, ".pytest_cache", "render")
    return lambda pptx, fonts_conf=None: tools.office_pdf(pptx, store, fonts_conf=fonts_conf)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, started once. Mark the test `browser` and keep it in that group."""
    from playwright.sync_api import sync_playwright

    from tests.support import talks

    with sync_playwright() as playwright:
        started = talks.launched(playwright)
        yield started
        started.close()


@pytest.fixture
def sdk_errors(tmp_path: Path) -> Callable[..., list[str]]:
    """`sdk_errors(pptx)`: what the Open XML SDK says, a line each. Mark the test `validator`."""
    return lambda pptx, **options: tools.sdk_errors(pptx, tmp_path / "sdk", **options)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path | str, str], None]:
    """`golden("tests/golden/x.txt", text)`: `text` is what the file holds; `--accept` rewrites it."""
    accept: Any = request.config.getoption("--accept")

    def compare(path: Path | str, text: str) -> None:
        file = Path(request.config.rootpath, path)
        if accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.exists(), f"no golden {path} yet: look at the text and run pytest --accept"
        assert text == file.read_text(encoding="utf-8"), f"{path} differs (pytest --accept if it is meant)"

    return compare
