"""docs/images.md: what it shows is taken, and all of it is shown."""

from __future__ import annotations

import re

from deckgen.icons.lucide import ICONS
from deckgen.spec.types.picture import PictureSpec
from tests.spec.test_types import picture
from tests.support.tools import ROOT

PAGE = (ROOT / "docs/images.md").read_text(encoding="utf-8")


def test_its_example_is_a_picture_and_shows_every_key() -> None:
    found = re.search(r"```yaml\n(picture:\n.*?)```", PAGE, re.DOTALL)
    assert found is not None
    yaml = found[1].replace("picture:", "value:", 1).replace("assets/pictures/fell-view.jpg", "assets/a.png")
    value, _ = picture(yaml)
    assert (value.focus, value.contain, value.crop) == ((0.3, 0.4), True, (0.1, 0, 0, 0.05))
    assert set(re.findall(r"^  (\w+):", found[1], re.MULTILINE)) == set(PictureSpec.slots) - {"decorative"}
    assert "decorative: true" in found[1]


def test_it_counts_the_icons() -> None:
    assert f"one of {len(ICONS)} icons" in PAGE
