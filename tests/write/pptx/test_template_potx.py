"""The template as a file: what PowerPoint's readers say to it, and what LibreOffice draws."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from deckgen.brand.model import Layout
from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.scene import Group, Node, PlaceholderRef, TextBox
from deckgen.verify.verify import verify_package
from deckgen.worlds import DiskWorld
from deckgen.write.pptx.cache import load_template
from deckgen.write.pptx.deck import write_pptx
from deckgen.write.pptx.potx import export_potx
from deckgen.write.pptx.template import Template
from tests.render.fontconfig import soffice_to_pdf
from tests.render.pdf import pages
from tests.support import tools
from tests.write.pptx import decks

ROOT = Path(__file__).parents[3]
BRANDS = ("cranmer", "cst", "plain")


class ColdWorld(DiskWorld):
    """The project's files without a cache: nothing is left behind, nothing old is met."""

    def cache_read(self, key: str) -> bytes | None:
        return None

    def cache_write(self, key: str, data: bytes) -> None:
        pass


@cache
def compiled(name: str) -> Template:
    """A brand of the project with the layouts of every kind; "sample" is the tests' own."""
    if name == "sample":
        return decks.template()
    diags = Diagnostics()
    found = load_template(ColdWorld(str(ROOT), today=date(2026, 1, 5)), name, diags, NOWHERE)
    assert found, [d.message for d in diags]
    return found


def as_deck(potx: bytes) -> bytes:
    """The template called a presentation, since python-pptx opens nothing else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(potx)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"template.main+xml", b"presentation.main+xml")
            made.writestr(name, content)
    return out.getvalue()


def empty_deck(template: Template) -> bytes:
    """A slide on each layout with nothing in it."""
    slides = (decks.slide(f"slide-{part.number}", layout=name) for name, part in template.layouts.items())
    return write_pptx(decks.deck(*slides), template)


@pytest.mark.parametrize("brand", ["sample", *BRANDS])
def test_the_package_is_sound(brand: str) -> None:
    assert verify_package(export_potx(compiled(brand))) == ()


@pytest.mark.validator
@pytest.mark.parametrize("brand", ["sample", *BRANDS])
def test_the_sdk_finds_nothing(brand: str, tmp_path: Path) -> None:
    assert tools.sdk_errors(as_deck(export_potx(compiled(brand))), tmp_path) == []
    assert tools.sdk_errors(empty_deck(compiled(brand)), tmp_path) == []


@pytest.mark.parametrize("brand", ["sample", *BRANDS])
def test_openxml_audit_finds_nothing(brand: str, tmp_path: Path) -> None:
    from openxml_audit import validate_pptx

    file = tmp_path / "template.potx"
    file.write_bytes(export_potx(compiled(brand)))
    assert [str(error) for error in validate_pptx(file).errors] == []


@pytest.mark.parametrize("brand", ["sample", *BRANDS])
def test_python_pptx_opens_it_and_fills_every_layout(brand: str) -> None:
    template = compiled(brand)
    opened = Presentation(io.BytesIO(as_deck(export_potx(template))))
    assert [layout.name for layout in opened.slide_layouts] == list(template.layouts)
    assert (opened.slide_width, opened.slide_height) == (Pt(960), Pt(540))
    assert opened.core_properties.author == ""
    for given in opened.slide_layouts:
        slide = opened.slides.add_slide(given)
        slots = template.layout(given.name).placeholders
        assert {p.placeholder_format.idx for p in slide.placeholders} == {slot.idx for slot in slots}
        named = {p.placeholder_format.idx: p for p in given.placeholders}
        for slot in slots:
            box = named[slot.idx]
            assert (box.name, box.left, box.top) == (slot.name, slot.rect.x, slot.rect.y)


@pytest.mark.parametrize("brand", BRANDS)
def test_every_layout_has_placeholders_of_its_own(brand: str) -> None:
    for part in compiled(brand).layouts.values():
        indices = [p.idx for p in part.layout.placeholders]
        assert len(indices) == len(set(indices)), part.layout.name
        assert not {10, 11, 12, 92, 93, 94} & set(indices), part.layout.name
        titles = [p.name for p in part.layout.placeholders if p.type in ("title", "ctrTitle")]
        assert len(titles) == 1, part.layout.name


@pytest.mark.render
@pytest.mark.parametrize("brand", ["sample", *BRANDS])
def test_a_slide_shows_its_number_and_neither_prompts_nor_date(brand: str, tmp_path: Path) -> None:
    template = compiled(brand)
    deck = tmp_path / "titles.pptx"
    slides = (
        decks.slide(f"slide-{part.number}", title(part.layout), layout=name) for name, part in template.layouts.items()
    )
    deck.write_bytes(write_pptx(decks.deck(*slides), template))
    (pdf,) = soffice_to_pdf([deck], tmp_path)
    marks = {*"I", *(word for part in template.layouts.values() for word in _words(part.layout.nodes))}
    for part, page in zip(template.layouts.values(), pages(pdf), strict=True):
        number = [glyph for glyph in page.glyphs if glyph.x > 838 and glyph.y > 500]
        assert "".join(glyph.text for glyph in number) == (str(part.number) if part.layout.number else "")
        assert [glyph.y for glyph in number] == pytest.approx([518] * len(number), abs=0.3), part.layout.name
        others = {glyph.text for glyph in page.glyphs if glyph not in number}
        assert others <= marks, part.layout.name


@pytest.mark.render
def test_a_footer_that_is_switched_on_has_the_layouts_look(tmp_path: Path) -> None:
    template = compiled("cst")
    deck = tmp_path / "footer.pptx"
    opened = Presentation(io.BytesIO(as_deck(export_potx(template))))
    given = next(layout for layout in opened.slide_layouts if layout.name == "Contrast")
    slide = opened.slides.add_slide(given)
    footer = next(p for p in given.placeholders if p.placeholder_format.type == PP_PLACEHOLDER.FOOTER)
    slide.shapes.clone_placeholder(footer)
    slide.placeholders[footer.placeholder_format.idx].text_frame.text = "Leeds"
    opened.save(str(deck))
    (pdf,) = soffice_to_pdf([deck], tmp_path)
    (page,) = pages(pdf)
    words = [glyph for glyph in page.glyphs if glyph.y > 500 and 340 < glyph.x < 700]
    assert "".join(glyph.text for glyph in words) == "Leeds"
    assert (words[0].x, words[0].y) == pytest.approx((344, 518), abs=0.3)
    assert "Carlito" in words[0].font


def title(layout: Layout) -> TextBox:
    """The layout's title, filled with one letter."""
    given = next(p for p in layout.placeholders if p.type in ("title", "ctrTitle"))
    return TextBox(
        name=given.slot,
        rect=given.rect,
        paragraphs=(decks.words("I"),),
        lines=(),
        style=given.style,
        space_after=given.space_after,
        color=given.color,
        placeholder=PlaceholderRef(given.type, given.idx),
    )


def _words(nodes: tuple[Node, ...]) -> set[str]:
    """The characters of a wordmark."""
    found: set[str] = set()
    for node in nodes:
        match node:
            case TextBox():
                found |= set("".join(paragraph.text for paragraph in node.paragraphs))
            case Group():
                found |= _words(node.nodes)
            case _:
                pass
    return found
