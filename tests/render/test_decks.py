"""Every deck of the project, printed by LibreOffice and held against its scene."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.decks.library import builds, deck
from tests.render.office import differs, print_fonts


@pytest.mark.render
@pytest.mark.parametrize(("name", "audience"), builds())
def test_what_is_drawn_is_what_was_laid_out(name: str, audience: str, office_pdf: Callable[..., Path]) -> None:
    built = deck(name, audience)
    assert differs(built, office_pdf(built.data, fonts_conf=print_fonts())) == []
