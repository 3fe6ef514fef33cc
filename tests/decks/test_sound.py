"""Every deck opens without repair: what validators and readers say of the project's own, and of every kind."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import openxml_audit
import pptx
import pytest

from deckgen.verify import verify_package
from tests.decks.library import BRANDS, Built, builds, deck, kinds

DECKS = [*(f"{name} for {audience}" for name, audience in builds()), *(f"every kind in {b}" for b in BRANDS)]
_MATHS_RUN = re.compile(r"/oMath\b.*Unexpected element 'rPr' found")
"""What openxml-audit says of a run's DrawingML properties in a formula, which PowerPoint writes itself
([MS-ODRAWXML] 2.6.1) and the SDK takes."""

every_deck = pytest.mark.parametrize("which", DECKS)


def built(which: str) -> Built:
    """The deck that DECKS names."""
    name, _, audience = which.partition(" for ")
    return deck(name, audience) if audience else kinds(which.rpartition(" ")[2])


@pytest.mark.validator
@every_deck
def test_the_sdk_finds_nothing(which: str, sdk_errors: Callable[..., list[str]]) -> None:
    assert sdk_errors(built(which).data) == []


@every_deck
def test_openxml_audit_finds_nothing(which: str, tmp_path: Path) -> None:
    copy = tmp_path / "deck.pptx"
    copy.write_bytes(built(which).data)
    assert [said for e in openxml_audit.validate_pptx(copy).errors if not _MATHS_RUN.search(said := str(e))] == []


@every_deck
def test_verify_finds_nothing(which: str) -> None:
    assert list(verify_package(built(which).data)) == []


@every_deck
def test_python_pptx_reads_every_title(which: str) -> None:
    presentation = pptx.Presentation(io.BytesIO(built(which).data))
    titles = [slide.shapes.title for slide in presentation.slides]
    read = [t.text_frame.text.replace("\v", "\n") for t in titles if t]
    assert read == [s.title for s in built(which).scene.slides]
