"""Presentations in a browser: made once, opened from disk, watched for whatever goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

from deckgen.diagnostics import Diagnostics
from deckgen.pipeline import Pipeline
from deckgen.worlds import MemoryWorld
from deckgen.write.formats import Options, format_of
from tests.decks.library import TODAY, assets
from tests.support import tools

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

TALK = """\
title: Growing well
brand: plain
language: en-GB
minutes: 10
transition: fade
slides:
  - kind: cover
    id: cover
    title: Growing well
    speaker: Amara Osei
    minutes: 1
    notes: |
      Wait for **silence**. *Then* smile.

      - Say who you are
        - and why
      - [The guide](https://example.org/guide)
  - section: What we keep
  - kind: points
    id: points
    title: What every school keeps
    points: [Its name, "Its head, [see who](slide:spare)", "Its say:": [a body, a seat]]
    build: true
    transition: push
    minutes: 2
  - kind: statement
    id: spare
    title: Spare
    text: Only for who asks
    hidden: true
  - kind: contrast
    id: better/turn
    lesser: {label: "The wrong question:", text: Which school is best?}
    better: {label: "The better question:", text: What does each do best?}
    build: true
    transition: morph
    minutes: 3
    notes: Leave it standing.
  - kind: statement
    id: points/2
    title: An id
    text: It looks like a step
    minutes: 2
  - kind: closing
    id: closing
    message: Thank you
    contacts: [office@example.org]
    minutes: 2
"""
"""A deck with builds, links, notes, a hidden slide, and an id that another slide's step could have."""


def compiled(deck: str, **files: bytes) -> Any:
    """A pipeline and what it made of a deck given as YAML."""
    world = MemoryWorld({**assets(), **files, "decks/talk.yaml": deck.encode()}, today=TODAY)
    pipeline = Pipeline(world)
    made = pipeline.compile("talk", "full")
    assert made.chunks, [f"{found.span} {found.message}" for found in pipeline.diags.errors]
    return pipeline, made


def html(pipeline: Pipeline, made: Any, diags: Diagnostics | None = None, *, notes: bool = True) -> bytes:
    """The HTML file of a compiled deck."""
    drawing = pipeline.drawing(made)
    (file,) = format_of("html").files(drawing, Options(notes=notes), Diagnostics() if diags is None else diags)
    assert file.suffix == ".html"
    return file.data


@cache
def talk_html() -> bytes:
    """TALK as HTML."""
    return html(*compiled(TALK))


def launched(playwright: Playwright) -> Browser:
    """The system's Chromium."""
    return playwright.chromium.launch(executable_path=tools.chromium(), args=FLAGS)


class Watch:
    """What a browser's pages have complained of, and asked the network or the disk for, beside their own file."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def over(self, page: Page) -> Page:
        """Watch a page from now on."""
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", lambda request: self._asked(request.url, request.is_navigation_request()))
        return page

    def _asked(self, url: str, navigation: bool) -> None:
        if not navigation and not url.startswith("data:"):
            self.requests.append(url)


@contextmanager
def opened(browser: Browser, file: Path, address: str = "", **settings: Any) -> Iterator[Page]:
    """A file opened from disk in a context of its own. When it is closed, it must have complained of nothing and asked
    for nothing."""
    watch = Watch()
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 720}, **settings})
    context.on("page", watch.over)
    page = context.new_page()
    page.goto(file.as_uri() + address)
    yield page
    context.close()
    assert watch.complaints == [], watch.complaints
    assert watch.requests == [], watch.requests


def place(page: Page) -> str:
    """Where the talk is, as the address says it."""
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def shown(page: Page) -> str:
    """The id of the slide that shows."""
    return str(page.evaluate("document.querySelector('.slide.current').id"))


def unseen(page: Page) -> int:
    """How many parts of the slide that shows are still to come; what is in one of them is no part by itself."""
    return int(page.evaluate("document.querySelectorAll('.slide.current .unseen:not(.unseen .unseen)').length"))


def press(page: Page, *keys: str) -> None:
    """Press keys one after another."""
    for key in keys:
        page.keyboard.press(key)


def moves(page: Page) -> Callable[[], list[list[Any]]]:
    """Watch what a page animates from now on; what is returned gives what moved since it was asked last: the slide or
    node, for how many milliseconds, and what it begins with."""
    page.evaluate(
        """() => {
            const animate = Element.prototype.animate;
            window.moved = [];
            Element.prototype.animate = function (frames, options) {
                moved.push([this.dataset.node || this.id, options.duration, frames[0]]);
                return animate.call(this, frames, options);
            };
        }"""
    )
    return lambda: list(page.evaluate("moved.splice(0)"))


def violations(page: Page) -> list[str]:
    """What axe-core says against a page as it is now, a line each."""
    script = tools.axe()
    assert script, "ask with the marker `browser`"
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(Path(script).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {rule['help']}: {json.dumps([node['html'][:160] for node in rule['nodes'][:3]])}"
        for rule in found["violations"]
    ]
