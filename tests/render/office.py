"""A built deck as LibreOffice prints it, with the fonts that it was measured in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deckgen.brand.model import Brand
from deckgen.fonts.measure import Measurer
from tests.decks.library import Built
from tests.render.compare import Sheet, differences
from tests.render.fontconfig import write_fonts_conf
from tests.render.pdf import Page, pages
from tests.support.tools import ROOT, locked

NESTED_BULLET = "–"


@cache
def print_fonts() -> Path:
    """The fontconfig file to print with: the shipped faces and no others, office faces as their twins."""
    # The same folder in each run, for what is printed is kept by what this file says.
    folder = ROOT / ".pytest_cache" / "render" / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder / "lock"):
        return write_fonts_conf(folder)


def differs(built: Built, pdf: Path) -> list[str]:
    """What differs between a deck's scene and its printed pages, slide by slide; [] when nothing does."""
    printed = pages(pdf)
    shown = [slide for slide in built.scene.slides if not slide.hidden]
    if len(printed) != len(shown):
        return [f"{len(shown)} slides, but {len(printed)} pages"]
    brand = built.template.brand
    measurer = Measurer(brand.fonts, built.world)
    bullets = (brand.bullet.char, NESTED_BULLET)
    found = []
    for number, (slide, page) in enumerate(zip(shown, printed, strict=True), 1):
        sheet = Sheet(slide, built.template.layout(slide.layout), number, bullets)
        said = (*differences(sheet, page, measurer), *_strange_faces(page, brand))
        found += [f"slide {number} ({slide.kind}): {s}" for s in said]
    return found


def _strange_faces(page: Page, brand: Brand) -> list[str]:
    """The faces on a page that are none of the brand's build twins: a substitute was taken."""
    own = {family.build.replace(" ", "") for family in brand.fonts.values()}
    strange = {g.font for g in page.glyphs if g.font.partition("-")[0] not in own}
    return [f"set in {font}, which is no face of the brand's" for font in sorted(strange)]
