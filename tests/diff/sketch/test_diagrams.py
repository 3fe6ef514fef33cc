"""SmartArt as PowerPoint has drawn it: shapes with their words, in the diagram's place."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Pt

from deckgen.drawing.model import Outline, Words
from deckgen.drawing.turning import words_box
from tests.diff.decks import read
from tests.diff.sketch.test_sketch import inside, page

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWN = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"


def box(word: str, x: int, *, turn: int = 0, back: int = 0) -> str:
    """A box of 120 by 80 points, its text in the middle 100 of it."""
    return (
        f'<dsp:sp modelId="{{{word}}}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr>'
        f'<a:xfrm rot="{turn * 60_000}"><a:off x="{Pt(x)}" y="{Pt(10)}"/><a:ext cx="{Pt(120)}" cy="{Pt(80)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></dsp:spPr><dsp:style>'
        '<a:lnRef idx="0"><a:srgbClr val="000000"/></a:lnRef>'
        '<a:fillRef idx="1"><a:schemeClr val="accent2"/></a:fillRef><a:effectRef idx="0"/>'
        '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></dsp:style>'
        '<dsp:txBody><a:bodyPr lIns="0" rIns="0"/>'
        f'<a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr sz="1600"/><a:t>{word}</a:t></a:r></a:p></dsp:txBody>'
        f'<dsp:txXfrm rot="{-60_000 * back}"><a:off x="{Pt(x + 10)}" y="{Pt(20)}"/>'
        f'<a:ext cx="{Pt(100)}" cy="{Pt(60)}"/></dsp:txXfrm></dsp:sp>'
    )


def drawing(*shapes: str) -> str:
    tree = f"<dsp:spTree><dsp:nvGrpSpPr/><dsp:grpSpPr/>{''.join(shapes)}</dsp:spTree>"
    return f"<dsp:drawing {NAMES}>{tree}</dsp:drawing>"


def deck(drawn: str | None, *words: str) -> bytes:
    """A slide with a diagram of these words at 200, 150, its drawing in a part of its own."""
    opened = Presentation()
    slide = opened.slides.add_slide(opened.slide_layouts[6])

    def part(name: str, kind: str, xml: str) -> str:
        uri = PackURI(f"/ppt/diagrams/{name}1.xml")
        made = Part(uri, f"application/vnd.openxmlformats-officedocument.drawingml.{name}+xml", slide.part.package)
        made._blob = xml.encode()
        found: str = slide.part.relate_to(made, kind)
        return found

    told = part("drawing", DRAWN, drawn) if drawn is not None else "rId99"
    points = "".join(f"<dgm:pt><dgm:t><a:bodyPr/><a:p><a:r><a:t>{w}</a:t></a:r></a:p></dgm:t></dgm:pt>" for w in words)
    kept = f'<dgm:extLst><a:ext uri="{{x}}"><dsp:dataModelExt relId="{told}" minVer="x"/></a:ext></dgm:extLst>'
    data = part(
        "data",
        f"{RELATIONS}/diagramData",
        f"<dgm:dataModel {NAMES}><dgm:ptLst>{points}</dgm:ptLst>{kept}</dgm:dataModel>",
    )
    frame = (
        f'<p:graphicFrame {NAMES}><p:nvGraphicFramePr><p:cNvPr id="7" name="Diagram 6"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{Pt(200)}" y="{Pt(150)}"/>'
        f'<a:ext cx="{Pt(400)}" cy="{Pt(100)}"/></p:xfrm>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
        f'<dgm:relIds r:dm="{data}" r:lo="x" r:qs="x" r:cs="x"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    slide.shapes._spTree.append(parse_xml(frame))
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue()


def filled(made: Any) -> list[tuple[str, float, float]]:
    return [(mark.fill, float(mark.path[0][1]), float(mark.path[0][2])) for mark in inside(made, Outline) if mark.fill]


def test_a_diagram_is_drawn_as_powerpoint_has_drawn_it() -> None:
    made = page(deck(drawing(box("Plan", 0), box("Do", 200)), "Plan", "Do"))
    assert filled(made) == [("#C0504D", 200, 160), ("#C0504D", 400, 160)]
    plan, do = inside(made, Words)
    assert (plan.text, do.text) == ("Plan", "Do") and {plan.color, do.color} == {"#FFFFFF"}
    assert plan.x + plan.width / 2 == pytest.approx(200 + 60, abs=0.5)
    assert do.x + do.width / 2 == pytest.approx(400 + 60, abs=0.5)
    assert 170 < plan.baseline < 230


@pytest.mark.parametrize(("back", "comes_to"), [(0, 90), (90, 0)])
def test_text_turns_with_its_shape_and_is_turned_back(back: int, comes_to: float) -> None:
    (words,) = inside(page(deck(drawing(box("Plan", 0, turn=90, back=back)), "Plan")), Words)
    left, top, right, bottom = words_box(words, 0.5, 0)
    assert words.turn % 360 == comes_to
    middle = (top + bottom) / 2 - 200 if comes_to else (left + right) / 2 - 260
    assert middle == pytest.approx(0, abs=0.5)


@pytest.mark.parametrize(
    "drawn", [None, "<x/>", f"<dsp:drawing {NAMES}/>", drawing()], ids=["none", "another", "empty", "without shapes"]
)
def test_a_diagram_without_a_drawing_shows_its_words(drawn: str | None) -> None:
    assert [words.text for words in inside(page(deck(drawn, "Plan", "Do")), Words)] == ["Plan", "Do"]


def test_a_drawing_that_holds_its_own_diagram_ends() -> None:
    inner = (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="again"/></p:nvGraphicFramePr>'
        '<p:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{Pt(40)}" cy="{Pt(40)}"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
        '<dgm:relIds r:dm="rId3"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    assert "Plan" in [words.text for words in inside(page(deck(drawing(box("Plan", 0), inner), "Plan")), Words)]


def test_what_is_compared_of_a_diagram_are_its_words() -> None:
    (shape,) = read(deck(drawing(box("Plan", 0)), "Plan", "Do")).slides[0].shapes
    assert (shape.kind, shape.body.text) == ("diagram", "Plan\nDo")
