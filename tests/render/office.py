"""A built deck as LibreOffice prints it, with the fonts that it was measured in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deckgen.brand.model import Brand
from deckgen.fonts.measure import Measurer
from deckgen.scene import Formula
from deckgen.units import Rect, pt
from tests.decks.library import Built
from tests.render.compare import Sheet, differences
from tests.render.fontconfig import write_fonts_conf
from tests.render.pdf import Glyph, Page, pages
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


def sheets(built: Built, pdf: Path) -> list[tuple[Sheet, Page]]:
    """The slides of a deck, each with the page that shows it."""
    brand = built.template.brand
    bullets = (brand.bullet.char, NESTED_BULLET)
    shown = [slide for slide in built.scene.slides if not slide.hidden]
    due = [Sheet(s, built.template.layout(s.layout), n, bullets) for n, s in enumerate(shown, 1)]
    printed = pages(pdf)
    assert len(printed) == len(due), f"{len(due)} slides, but {len(printed)} pages"
    return [(sheet, _without_formulas(sheet, page)) for sheet, page in zip(due, printed, strict=True)]


def _without_formulas(sheet: Sheet, page: Page) -> Page:
    """The page without what is drawn within its formulas' boxes, which is set in a face of its own.

    What leaves the box stays, and is then found to be drawn without being in the scene.
    """
    boxes = [node.rect for node in sheet.slide.nodes if isinstance(node, Formula)]
    kept = [g for g in page.glyphs if not any(_within(g, rect) for rect in boxes)]
    assert not boxes or len(kept) < len(page.glyphs), f"slide {sheet.number}: no formula is drawn"
    return page._replace(glyphs=tuple(kept))


def _within(glyph: Glyph, rect: Rect) -> bool:
    x, y = pt(glyph.x), pt(glyph.y)
    slack = pt(1)  # a slanted letter begins a little before its box
    return rect.x - slack <= x <= rect.right + slack and rect.y <= y <= rect.bottom


def differs(built: Built, pdf: Path) -> list[str]:
    """What differs between a deck's scene and its printed pages, slide by slide; [] when nothing does."""
    brand = built.template.brand
    measurer = Measurer(brand.fonts, built.world)
    found = []
    for sheet, page in sheets(built, pdf):
        said = (*differences(sheet, page, measurer), *_strange_faces(page, brand))
        found += [f"slide {sheet.number} ({sheet.slide.kind}): {s}" for s in said]
    return found


def _strange_faces(page: Page, brand: Brand) -> list[str]:
    """The faces on a page that are none of the brand's build twins: a substitute was taken."""
    own = {family.build.replace(" ", "") for family in brand.fonts.values()}
    strange = {g.font for g in page.glyphs if g.font.partition("-")[0] not in own}
    return [f"set in {font}, which is no face of the brand's" for font in sorted(strange)]
