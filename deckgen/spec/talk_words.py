"""What deckgen says around a speaker's words, in scripts, notes and handouts, by language.

A language that the table lacks has names, signs and numbers alone (`NEUTRAL`).
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from deckgen.spec.formats import Format, show_number


class TalkWords(Struct, frozen=True):
    """{n} is a number of minutes, {rate} one of words in a minute."""

    speaker: str = ""
    audience: str = ""
    time: str = ""
    planned: str = "Σ"
    backup: str = "+"
    click: str = "▸"
    minutes: str = "{n} min"
    estimate: str = "≈: {rate}/min"


NEUTRAL = TalkWords()
_LANGUAGES = {
    "ar": TalkWords(
        "المتحدث",
        "الجمهور",
        "الوقت",
        "وقت الشرائح",
        "شرائح احتياطية",
        "نقرة",
        "{n} د",
        "≈ تقدير بحسب عدد الكلمات: {rate} كلمة في الدقيقة",
    ),
    "cy": TalkWords(
        "Siaradwr",
        "Cynulleidfa",
        "Amser",
        "Y sleidiau",
        "Sleidiau wrth gefn",
        "clic",
        "{n} mun",
        "≈ amcangyfrif o nifer y geiriau: {rate} gair y funud",
    ),
    "de": TalkWords(
        "Es spricht",
        "Publikum",
        "Zeit",
        "Folien",
        "Reservefolien",
        "Klick",
        "{n} min",
        "≈ nach der Zahl der Wörter geschätzt: {rate} in der Minute",
    ),
    "en": TalkWords(
        "Speaker",
        "Audience",
        "Time",
        "Slides take",
        "Back-up slides",
        "click",
        "{n} min",
        "≈ estimated from the number of words: {rate} a minute",
    ),
    "es": TalkWords(
        "Ponente",
        "Público",
        "Tiempo",
        "Diapositivas",
        "Diapositivas de reserva",
        "clic",
        "{n} min",
        "≈ estimado según el número de palabras: {rate} por minuto",
    ),
    "fr": TalkWords(
        "Intervenant",
        "Public",
        "Durée",
        "Diapositives",
        "Diapositives de réserve",
        "clic",
        "{n} min",
        "≈ estimé d’après le nombre de mots : {rate} par minute",
    ),
    "it": TalkWords(
        "Relatore",
        "Pubblico",
        "Tempo",
        "Diapositive",
        "Diapositive di riserva",
        "clic",
        "{n} min",
        "≈ stimato dal numero di parole: {rate} al minuto",
    ),
    "nl": TalkWords(
        "Spreker",
        "Publiek",
        "Tijd",
        "Dia’s",
        "Reservedia’s",
        "klik",
        "{n} min",
        "≈ geschat naar het aantal woorden: {rate} per minuut",
    ),
    "pl": TalkWords(
        "Prelegent",
        "Odbiorcy",
        "Czas",
        "Slajdy",
        "Slajdy zapasowe",
        "kliknięcie",
        "{n} min",
        "≈ oszacowano z liczby słów: {rate} na minutę",
    ),
    "pt": TalkWords(
        "Orador",
        "Público",
        "Tempo",
        "Diapositivos",
        "Diapositivos de reserva",
        "clique",
        "{n} min",
        "≈ estimado pelo número de palavras: {rate} por minuto",
    ),
    "ur": TalkWords(
        "مقرر",
        "سامعین",
        "وقت",
        "سلائیڈوں کا وقت",
        "اضافی سلائیڈیں",
        "کلک",
        "{n} منٹ",
        "≈ الفاظ کی تعداد سے اندازہ: فی منٹ {rate}",
    ),
    "zh": TalkWords(
        "演讲人",
        "听众",
        "时间",
        "幻灯片用时",
        "备用幻灯片",
        "单击",
        "{n} 分钟",
        "≈ 按字数估算：每分钟 {rate} 词",
    ),
    "zh-hant": TalkWords(
        "講者",
        "聽眾",
        "時間",
        "投影片用時",
        "備用投影片",
        "按一下",
        "{n} 分鐘",
        "≈ 按字數估算：每分鐘 {rate} 詞",
    ),
}
_TAGS = {**_LANGUAGES, **dict.fromkeys(("zh-hk", "zh-mo", "zh-tw"), _LANGUAGES["zh-hant"])}


def talk_words_of(language: str) -> TalkWords:
    """The words of a language tag: of its longest beginning that the table has, else `NEUTRAL`."""
    tag = language.lower()
    while tag and tag not in _TAGS:
        tag = tag.rpartition("-")[0]
    return _TAGS.get(tag, NEUTRAL)


def said_minutes(minutes: float, language: str, *, estimated: bool = False) -> str:
    """'2.5 min', or '≈ 2.5 min' where it is an estimate, in the marks of `language`."""
    number = show_number(Decimal(str(round(minutes, 2))), Format("number"), language)
    said = talk_words_of(language).minutes.format(n=number).replace(" ", "\u00a0")
    return f"≈\u00a0{said}" if estimated else said
