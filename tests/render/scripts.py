"""Seeded paragraphs of other writing systems in boxes, drawn by LibreOffice, and the lines that it made of them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from deckgen.brand.model import FontFamily
from deckgen.fonts.measure import Measurer
from deckgen.scene import TextStyle
from deckgen.scripts import SYSTEMS, Writing, writing_of
from deckgen.units import pt
from tests.fonts import families
from tests.render.pdf import Glyph, pages

SENTENCES = {
    "ar": (
        "نريد لكل طفل أن يقرأ عشرين دقيقة كل يوم، وأن يأخذ كتابا إلى البيت في نهاية الأسبوع.",
        "يجتمع مجلس المدرسة مرة في كل فصل لينظر في الحضور والميزانية (حوالي 1,240 جنيها لكل تلميذ).",
        "زار مفتشو Ofsted المدرسة في عام 2024 وقالوا إن التعليم فيها جيد؛ فماذا نفعل بعد ذلك؟",
        "اتصلوا بمدرسة Wren Valley Primary School على الرقم 01632 960 123 قبل الساعة 8:45 صباحا.",
    ),
    "ur": (
        "ہم چاہتے ہیں کہ ہر بچہ روزانہ بیس منٹ پڑھے اور ہفتے کے آخر میں ایک کتاب گھر لے جائے۔",
        "سکول کا بورڈ ہر ٹرم میں ایک بار ملتا ہے اور حاضری، عملے اور اخراجات پر غور کرتا ہے (تقریباً 12.5% زیادہ)۔",
        "اگر آپ کا بچہ بیمار ہو تو صبح 8:45 سے پہلے Wren Valley Primary School کو فون کریں۔",
    ),
    "he": (
        "אנחנו רוצים שכל ילד יקרא עשרים דקות בכל יום, וייקח הביתה ספר בסוף השבוע.",
        "מועצת בית הספר נפגשת פעם בכל עונה כדי לבחון את הנוכחות, הצוות והתקציב (כ-1,240 לירות לתלמיד).",
        "המפקחים של Ofsted ביקרו ב-2024 ואמרו: ״ההוראה כאן טובה״; ומה עושים עכשיו?",
    ),
    "zh": (
        "我们希望每个孩子每天读书二十分钟，周末把一本书带回家，和家长一起读。",
        "学校董事会每学期开会一次，讨论出勤、教师和预算（每名学生约1,240英镑）。",
        "“谁来决定？”她问道。2024年，Ofsted评定我们学校为“良好”；接下来怎么办？",
        "如果孩子生病，请在早上8:45之前致电Wren Valley Primary School，电话01632 960 123。",
    ),
    "ja": (
        "すべての子どもが毎日二十分間読書をして、週末には一冊の本を家に持って帰ってほしいと思います。",
        "学校の理事会は学期ごとに一回集まり、出席・職員・予算（生徒一人あたり約1,240ポンド）について話し合います。",
        "「だれが決めるのですか？」と彼女はたずねた。Ofstedは2024年に「良い」と評価しました。",
    ),
    "ko": (
        "우리는 모든 어린이가 날마다 이십 분씩 책을 읽고, 주말에는 책 한 권을 집에 가져가기를 바랍니다.",
        "학교 이사회는 학기마다 한 번 모여 출석, 교직원, 예산(학생 한 명당 약 1,240파운드)을 살펴봅니다.",
        "“누가 결정합니까?” 하고 그녀가 물었습니다. Ofsted는 2024년에 우리 학교를 ‘좋음’으로 평가했습니다.",
    ),
}
SIDE, COLUMN = 3_960, 990
SEAT = 0.95
PITCH = 1.188
ABOVE = 0.3
"""How far above its line's baseline, in em, a glyph's origin may lie; below, letters' dots lie up to .6 em."""


class Specimen(NamedTuple):
    """A paragraph, how it is written, its faces, and the width of its box in points."""

    writing: Writing
    family: FontFamily
    style: TextStyle
    text: str
    width: float

    def measurer(self) -> Measurer:
        """A measurer with these faces."""
        return families.measurer({"minor": families.GELASIO}, script=self.family, writing=self.writing)


class Placed(NamedTuple):
    """A specimen's box: page, left and top in points."""

    specimen: Specimen
    page: int
    x: float
    y: float


def specimens(seed: int, language: str, family: FontFamily, count: int) -> list[Specimen]:
    """`count` paragraphs in a language and a face."""
    random = Random(f"{seed} {language} {family.build}")
    found = []
    for _ in range(count):
        size = random.randint(12, 40)
        style = families.style(size, bold=random.random() < 0.25)
        text = " ".join(random.sample(SENTENCES[language], k=random.choice((1, 2))))
        width = min(size * random.uniform(9, 30), COLUMN - 60)
        found.append(Specimen(writing_of(language), family, style, text, round(width, 2)))
    return found


def write_pptx(found: Sequence[Specimen], path: Path) -> list[Placed]:
    """A deck with a text box for each specimen, insets 0 and 99 % line spacing; where each one stands."""
    from lxml import etree
    from pptx import Presentation
    from pptx.util import Pt

    deck = Presentation()
    deck.slide_width = deck.slide_height = Pt(SIDE)
    placed: list[Placed] = []
    page, x, y = 0, 30.0, 20.0
    for specimen in found:
        height = (len(specimen.text) * specimen.style.size / specimen.width + 4) * PITCH * specimen.style.size
        if y + height > SIDE:
            x, y = x + COLUMN, 20.0
        if x + COLUMN > SIDE + 60:
            page, x, y = page + 1, 30.0, 20.0
        placed.append(Placed(specimen, page, x, y))
        y += height
    slides = [deck.slides.add_slide(deck.slide_layouts[6]) for _ in range(page + 1)]
    for number, place in enumerate(placed):
        slides[place.page].shapes._spTree.append(etree.fromstring(_shape(place, number + 2)))
    deck.save(str(path))
    return placed


def _shape(place: Placed, number: int) -> str:
    specimen = place.specimen
    x, y, w = (pt(value) for value in (place.x, place.y, specimen.width))
    slot = SYSTEMS[specimen.writing.system].slot
    faces = {"latin": families.GELASIO.office, "ea": "", "cs": ""} | {slot: specimen.family.office}
    named = "".join(f"<a:{tag} typeface={quoteattr(face)}/>" for tag, face in faces.items() if face)
    rules = 'algn="r" rtl="1"' if specimen.writing.rtl else 'eaLnBrk="1" latinLnBrk="0" hangingPunct="0"'
    look = f'lang="{specimen.writing.language}" sz="{specimen.style.size * 100}" b="{int(specimen.style.bold)}"'
    return (
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<p:nvSpPr><p:cNvPr id="{number}" name="Box {number}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{pt(20)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
        f'<a:p><a:pPr {rules}><a:lnSpc><a:spcPct val="99000"/></a:lnSpc></a:pPr>'
        f"<a:r><a:rPr {look}>{named}</a:rPr><a:t>{escape(specimen.text)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def drawn_lines(pdf: Path, placed: Sequence[Placed]) -> list[list[list[Glyph]]]:
    """The glyphs of every line of every box."""
    printed = pages(pdf)
    found: list[dict[int, list[Glyph]]] = [{} for _ in placed]
    for page, sheet in enumerate(printed):
        boxes = [(index, place) for index, place in enumerate(placed) if place.page == page]
        for glyph in sheet.glyphs:
            index, place = _box_of(glyph, boxes)
            size = place.specimen.style.size
            line = int((glyph.y - place.y + (ABOVE - SEAT) * size) // (PITCH * size))
            found[index].setdefault(line, []).append(glyph)
    return [[glyphs for _, glyphs in sorted(lines.items())] for lines in found]


def _box_of(glyph: Glyph, boxes: Sequence[tuple[int, Placed]]) -> tuple[int, Placed]:
    near = [box for box in boxes if box[1].x - 30 <= glyph.x and box[1].y <= glyph.y]
    return max(near, key=lambda box: (box[1].x, box[1].y))


def letters(text: str) -> Counter[str]:
    """What a line says, in whatever order: letters join and dots are drawn apart, so only these can be counted."""
    kept = unicodedata.normalize("NFKC", text)
    return Counter(char for char in kept if char.isalnum() and not unicodedata.combining(char))
