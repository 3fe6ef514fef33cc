"""Seeded paragraphs in boxes, drawn by LibreOffice, and the lines that it made of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from deckgen.brand.model import FontFamily
from deckgen.fonts.measure import Measurer
from deckgen.scene import LINE_BREAK, Link, Paragraph, Run, TextStyle
from deckgen.units import pt, to_pt
from tests.fonts import families
from tests.render.pdf import Glyph, pages

SENTENCES = {
    "english": (
        "The trust board meets once a term to look at attendance, staffing and the finances of its schools.",
        "Teachers who work together across schools improve their lessons faster than those who work alone.",
        "A difficult official report offers specific, efficient first aid for staff who feel left behind.",
        "We asked forty governors what they had gained; most of them said time, trust and better advice.",
        "Waiting costs more than acting: every year a child spends in a failing school is lost for good.",
        "What matters is not the badge on the blazer but who answers when a head teacher asks for help.",
        "Savings of 12.5% (about £1,240 a pupil) were spent on reading, music and a full-time counsellor.",
    ),
    "compounds": (
        "A self-evaluation of the well-run multi-academy trust shows long-term, peer-to-peer support.",
        "The 2019-2024 follow-up covers 16-19 provision, ISO-27001 and a decision-making, 3-tier model.",
        "Low-cost, high-impact, evidence-based tuition – often face-to-face – helps the hardest-to-reach.",
        "Part-time co-headship is a well-tried, family-friendly alternative to the one-size-fits-all post.",
        "The half-century-old, built-in assumption — one school, one head — is out-of-date.",
    ),
    "signs": (
        "“Who decides?” she asked (twice!); nobody—not even the chair—knew… or dared to say: ‘we do’.",
        "Open 24/7 and/or by appointment / call back: reading, writing & arithmetic [years 3–6] = £0*.",
        "More @work, less #talk: A/B tests, 50/50 shares, co-/re-funding, 7 km² and H₂O at −5 °C.",
    ),
    "breaks": (
        "Article\u00a07 of the 2021\u202f/\u202f22 plan asks for 40\u00a0% more, that is 1\u202f250\u00a0places.",
        "The non\u2011statutory guidance says nothing about mid\u2011year admissions or re\u2011banding.",
        "Mr\u00a0Smith, Ms\u00a0Jones and Dr\u00a0Patel met at 9\u00a0a.m. in room\u00a012 and left at 5.",
        "The inter\u00adnational accountability\u200b/responsibility of multi-\u2060academy trusts is un\u00adclear.",
    ),
    "addresses": (
        "See https://example.org/reports/2024/trusts-and-schools?page=2 for the tables and the method.",
        "Read more at www.example.org/about-us/our-schools/list.html or write to office@example.org today.",
    ),
    "german": (
        "Die Schulträger übernehmen größere Verantwortung für Qualität, Haushalt und Fortbildung der Kräfte.",
        "Zusammenarbeit über Ortsgrenzen hinweg löst Schwierigkeiten, die keine Schule allein bewältigt.",
    ),
    "french": (
        "L’établissement d’à côté n’est pas un concurrent\u00a0: c’est un allié pour les élèves et les familles.",
        "Où trouver les moyens de former et de garder les enseignants ? «\u00a0Ensemble !\u00a0», répond-on.",
    ),
    "spanish": (
        "¿Quién responde cuando una escuela pequeña necesita ayuda? Las demás de la red, y mañana también.",
        "La dirección compartida mejoró la enseñanza, redujo los gastos y devolvió la ilusión al equipo.",
    ),
    "polish": (
        "Współpraca szkół przynosi uczniom więcej niż rywalizacja: łączy siły, wiedzę i doświadczenie.",
        "Źródła finansowania są różne, lecz cel pozostaje ten sam: żadne dziecko nie może zostać w tyle.",
    ),
    "czech": (
        "Školy, které sdílejí zkušenosti, zlepšují výuku rychleji a učitelé v nich zůstávají déle.",
        "Příští rok čeká zřizovatele těžké rozhodování, ředitelé však vědí, že v tom nezůstanou sami.",
    ),
}
WEIGHTS = {
    "english": 8,
    "compounds": 5,
    "signs": 3,
    "breaks": 2,
    "addresses": 1,
    "german": 2,
    "french": 2,
    "spanish": 2,
    "polish": 1,
    "czech": 1,
}
"""How often each sort begins a paragraph."""

SIDE = 3_960
"""Width and height of a page in points, near the format's largest, so that it holds many boxes."""
COLUMN = 990
SEAT = 0.95
"""LibreOffice's first baseline in em below the box's top, at 99 % line spacing (design/NATIVE.md 2)."""


class Specimen(NamedTuple):
    """A paragraph in a face and style, and the width of its box in points."""

    family: FontFamily
    style: TextStyle
    paragraph: Paragraph
    width: float


class Placed(NamedTuple):
    """A specimen's box: page, left, top and the room below it, in points."""

    specimen: Specimen
    page: int
    x: float
    y: float
    height: float


def specimens(seed: int, count: int, *, narrow: bool = False, addresses: bool = True) -> list[Specimen]:
    """`count` paragraphs. `narrow` boxes may be narrower than their longest word."""
    random = Random(seed)
    measurers = {family.build: families.measurer({"minor": family}) for family in families.FAMILIES}
    found: list[Specimen] = []
    while len(found) < count:
        specimen = _specimen(random, addresses)
        measurer = measurers[specimen.family.build]
        if measurer.missing(specimen.paragraph, specimen.style):
            continue
        if narrow or not _too_wide(measurer, specimen):
            found.append(specimen)
    return found


def _too_wide(measurer: Measurer, specimen: Specimen) -> bool:
    width = pt(specimen.width)
    return bool(measurer.set_paragraph(specimen.paragraph, specimen.style, first=width, rest=width).too_wide)


def _specimen(random: Random, addresses: bool) -> Specimen:
    size = random.randint(9, 54)
    tracking = random.choice((0, 0, 0, -50, -20, 15, 40, 120)) if random.random() < 0.5 else 0
    style = families.style(size, bold=random.random() < 0.25, tracking=tracking)
    width = min(size * random.uniform(5, 34), COLUMN - 40)
    return Specimen(random.choice(families.FAMILIES), style, Paragraph(_runs(random, addresses)), round(width, 2))


def _runs(random: Random, addresses: bool) -> tuple[Run, ...]:
    text = _text(random, addresses)
    if random.random() > 0.35:
        return (Run(text, italic=random.random() < 0.15),)
    # Two cuts anywhere, also inside a word: the look changes there.
    first, second = sorted(random.sample(range(1, len(text)), 2))
    looks = [(random.random() < 0.5, random.random() < 0.5) for _ in range(3)]
    parts = (text[:first], text[first:second], text[second:])
    return tuple(Run(part, bold=bold, italic=italic) for part, (bold, italic) in zip(parts, looks, strict=True))


def _text(random: Random, addresses: bool) -> str:
    sorts = [sort for sort in SENTENCES if addresses or sort != "addresses"]
    sort = random.choices(sorts, [WEIGHTS[sort] for sort in sorts])[0]
    words = " ".join(random.sample(SENTENCES[sort], k=random.choice((1, 1, 2)))).split(" ")
    if random.random() < 0.5:
        random.shuffle(words)
    start = random.randrange(max(1, len(words) - 8))
    return " ".join(words[start : start + random.randint(6, 30)])


def write_pptx(found: Sequence[Specimen], path: Path) -> list[Placed]:
    """A deck with a text box for each specimen, insets 0 and 99 % line spacing; where each one stands."""
    from lxml import etree
    from pptx import Presentation
    from pptx.util import Pt

    deck = Presentation()
    deck.slide_width = deck.slide_height = Pt(SIDE)
    placed = list(_placed(found))
    slides = [deck.slides.add_slide(deck.slide_layouts[6]) for _ in range(placed[-1].page + 1)]
    for number, place in enumerate(placed):
        tree = slides[place.page].shapes._spTree
        tree.append(etree.fromstring(_shape(place, number + 2, slides[place.page])))
    deck.save(str(path))
    return placed


def _placed(found: Sequence[Specimen]) -> Iterator[Placed]:
    page, x, y = 0, 20.0, 20.0
    for specimen in found:
        height = _room(specimen)
        if y + height > SIDE:
            x, y = x + COLUMN, 20.0
        if x + COLUMN > SIDE + 20:
            page, x, y = page + 1, 20.0, 20.0
        yield Placed(specimen, page, x, y, height)
        y += height


def _room(specimen: Specimen) -> float:
    """A height that surely holds the text: characters 0.7 em wide, and four lines more."""
    em = specimen.style.size
    length = len(specimen.paragraph.text) * (0.7 * em + max(0, specimen.style.tracking) / 100)
    breaks = specimen.paragraph.text.count(LINE_BREAK)
    return (length / specimen.width * 1.3 + 4 + breaks) * to_pt(specimen.style.pitch)


def _shape(place: Placed, number: int, slide: object) -> str:
    specimen = place.specimen
    runs = "".join(_run(run, specimen, slide) for run in specimen.paragraph.runs)
    x, y, w = (pt(value) for value in (place.x, place.y, specimen.width))
    return (
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<p:nvSpPr><p:cNvPr id="{number}" name="Box {number}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{pt(20)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        '<a:p><a:pPr><a:lnSpc><a:spcPct val="99000"/></a:lnSpc></a:pPr>'
        f"{runs}</a:p></p:txBody></p:sp>"
    )


def _run(run: Run, specimen: Specimen, slide: object) -> str:
    style = specimen.style
    tracking = style.tracking if run.tracking is None else run.tracking
    attributes = f'lang="en-GB" sz="{style.size * 100}" b="{int(run.bold or style.bold)}" i="{int(run.italic)}"'
    attributes += f' spc="{tracking}"' if tracking else ""
    attributes += f' baseline="{run.baseline}"' if run.baseline else ""
    face = f"<a:latin typeface={quoteattr(specimen.family.office)}/>"
    link = _hyperlink(run.link, slide) if run.link else ""
    if run.text == LINE_BREAK:
        return f"<a:br><a:rPr {attributes}>{face}</a:rPr></a:br>"
    return f"<a:r><a:rPr {attributes}>{face}{link}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>"


def _hyperlink(link: Link, slide: object) -> str:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    rid = slide.part.relate_to(link.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)  # type: ignore[attr-defined]
    return f'<a:hlinkClick r:id="{rid}"/>'


def drawn_lines(pdf: Path, placed: Sequence[Placed]) -> list[list[str]]:
    """The lines of every box as they stand in the PDF, blanks left out."""
    printed = pages(pdf)
    found: list[list[str]] = []
    for page in range(len(printed)):
        boxes = [place for place in placed if place.page == page]
        found += _lines_of_page(printed[page].glyphs, boxes)
    return found


def _lines_of_page(glyphs: Sequence[Glyph], boxes: Sequence[Placed]) -> list[list[str]]:
    lines: list[dict[int, list[str]]] = [{} for _ in boxes]
    starts = [(box.x - 15, box.y) for box in boxes]
    for glyph in glyphs:
        index = max(i for i, (x, y) in enumerate(starts) if x <= glyph.x and (y <= glyph.y or not i))
        text = bare(glyph.text)
        lines[index].setdefault(_line_number(glyph, boxes[index]), []).append(text)
    return [["".join(line) for _, line in sorted(found.items())] for found in lines]


def _line_number(glyph: Glyph, box: Placed) -> int:
    style = box.specimen.style
    return round((glyph.y - box.y - SEAT * style.size) / to_pt(style.pitch))


def bare(text: str) -> str:
    """A line as `drawn_lines` gives it: blanks and invisible characters left out, ligatures resolved."""
    for invisible in "\u00ad\u200b\u2060":
        text = text.replace(invisible, "")
    return "".join(unicodedata.normalize("NFKC", text).split())
