"""The test machinery itself: skips fail in CI, a render is shared, the validator is heard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.tools import ROOT

SKIPPING = """
import pytest

def test_needs_something_absent():
    pytest.skip("no such thing here")
"""


@pytest.mark.parametrize(("ci", "outcome"), [("true", 1), ("", 0)])
def test_a_skip_fails_in_ci_only(tmp_path: Path, ci: str, outcome: int) -> None:
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    (tmp_path / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text())
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "."],
        cwd=tmp_path,
        env=dict(os.environ, CI=ci, PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
    )
    assert done.returncode == outcome, done.stdout
    assert "no such thing here" in done.stdout or not ci


def _deck() -> bytes:
    import io

    import pptx

    buffer = io.BytesIO()
    presentation = pptx.Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[0])
    presentation.save(buffer)
    return buffer.getvalue()


@pytest.mark.render
def test_a_deck_is_rendered_once_per_content(tmp_path: Path) -> None:
    from tests.support.tools import office_pdf

    deck = _deck()
    first = office_pdf(deck, tmp_path)
    stamp = first.stat().st_mtime_ns
    assert first.read_bytes().startswith(b"%PDF")
    assert office_pdf(deck, tmp_path).stat().st_mtime_ns == stamp


@pytest.mark.validator
def test_the_validator_finds_nothing_in_a_sound_deck(sdk_errors: Callable[..., list[str]]) -> None:
    assert sdk_errors(_deck()) == []


@pytest.mark.validator
def test_the_validator_finds_a_stray_element(sdk_errors: Callable[..., list[str]]) -> None:
    import io
    import zipfile

    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_deck())) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "ppt/slides/slide1.xml":
                content = content.replace(b"<p:cSld>", b"<p:stray/><p:cSld>", 1)
            new.writestr(name, content)
    assert any("Sch_InvalidElement" in line for line in sdk_errors(broken.getvalue()))
