"""Every deck of the project opens without repair: what the validators and readers say of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openxml_audit
import pptx
import pytest

from deckgen.verify import verify_package
from tests.decks.library import builds, deck

every_build = pytest.mark.parametrize(("name", "audience"), builds())


@pytest.mark.validator
@every_build
def test_the_sdk_finds_nothing(name: str, audience: str, sdk_errors: Callable[..., list[str]]) -> None:
    assert sdk_errors(deck(name, audience).data) == []


@every_build
def test_openxml_audit_finds_nothing(name: str, audience: str, tmp_path: Path) -> None:
    copy = tmp_path / "deck.pptx"
    copy.write_bytes(deck(name, audience).data)
    assert [str(e) for e in openxml_audit.validate_pptx(copy).errors] == []


@every_build
def test_verify_finds_nothing(name: str, audience: str) -> None:
    assert list(verify_package(deck(name, audience).data)) == []


@every_build
def test_python_pptx_reads_it(name: str, audience: str) -> None:
    built = deck(name, audience)
    presentation = pptx.Presentation(io.BytesIO(built.data))
    titles = [slide.shapes.title for slide in presentation.slides]
    read = [t.text_frame.text.replace("\v", "\n") for t in titles if t]
    assert read == [s.title for s in built.scene.slides]
