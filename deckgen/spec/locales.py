"""How languages write numbers and dates, after Unicode CLDR: as much of it as formats.py needs.

A library that knows them all (babel) takes longer to import than a deck takes to build; the tests hold
this table against it.
"""

from __future__ import annotations

from msgspec import Struct

_NBSP, _THIN = "\u00a0", "\u202f"


class Locale(Struct, frozen=True):
    """Marks of one language. Numbers of fewer than `least` digits before the decimals are not grouped.

    `indian`: groups of two above the thousands (12,34,567). `before`: a currency's sign stands before the
    number. `gap` stands between the two, `percent` before the per cent sign.
    """

    decimal: str = "."
    group: str = ","
    least: int = 4
    indian: bool = False
    before: bool = True
    gap: str = ""
    percent: str = ""


_POINT = Locale()
_COMMA = Locale(",", ".", before=False, gap=_NBSP)
_COMMA_SPACED = Locale(",", ".", before=False, gap=_NBSP, percent=_NBSP)
_SPACE = Locale(",", _NBSP, before=False, gap=_NBSP)
_SPACE_SPACED = Locale(",", _NBSP, before=False, gap=_NBSP, percent=_NBSP)
_FIVE = Locale(",", _NBSP, least=5, before=False, gap=_NBSP)
_LAKH = Locale(indian=True)
_NUMBERS = (
    ("en cy ga gd gv kw sco ur zh ja ko so th", _POINT),
    ("it el is sr vi", _COMMA),
    ("de ca da gl hr ro sl", _COMMA_SPACED),
    ("et hu lv uk", _SPACE),
    ("cs fi fr-ca lt nb nn no ru sk sv", _SPACE_SPACED),
    ("pl pt-pt bg", _FIVE),
    ("hi gu pa ta en-in", _LAKH),
    ("es", Locale(",", ".", least=5, before=False, gap=_NBSP, percent=_NBSP)),
    ("es-mx es-us", _POINT),
    ("fr", Locale(",", _THIN, before=False, gap=_NBSP, percent=_NBSP)),
    ("fr-ch", Locale(",", _THIN, before=False, gap=_NBSP)),
    ("de-at", Locale(",", ".", gap=_NBSP, percent=_NBSP)),
    ("de-ch", Locale(".", "’", gap=_NBSP)),
    ("nl pt", Locale(",", ".", gap=_NBSP)),
    ("tr id", Locale(",", ".")),
    ("sw", Locale(gap=_NBSP)),
    ("ar he", Locale(before=False, gap=_NBSP)),
)


class Calendar(Struct, frozen=True):
    """Names of the months, and where day, month and year stand in a date and in a month of a year.

    `short` are the names' short forms; "" where the first three letters are.
    """

    months: str
    short: str = ""
    day: str = "{d} {m} {y}"
    month: str = "{m} {y}"


_ENGLISH = "January February March April May June July August September October November December"
_DE = ("{d} de {m} de {y}", "{m} de {y}")
_CALENDARS = {
    "en": Calendar(_ENGLISH),
    "en-us": Calendar(_ENGLISH, day="{m} {d}, {y}"),
    "cy": Calendar(
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
        "Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag",
    ),
    "ga": Calendar(
        "Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Meán_Fómhair Deireadh_Fómhair Samhain Nollaig",
        "Ean Feabh Márta Aib Beal Meith Iúil Lún MFómh DFómh Samh Noll",
    ),
    "fr": Calendar(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    ),
    "de": Calendar(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
        "{d}. {m} {y}",
    ),
    "es": Calendar(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sept oct nov dic",
        *_DE,
    ),
    "pt": Calendar(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
        *_DE,
    ),
    "it": Calendar(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    ),
    "nl": Calendar(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
    ),
    "pl": Calendar(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    ),
    "sv": Calendar(
        "januari februari mars april maj juni juli augusti september oktober november december",
        "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.",
    ),
    "da": Calendar(
        "januar februar marts april maj juni juli august september oktober november december",
        "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
        "{d}. {m} {y}",
    ),
    "nb": Calendar(
        "januar februar mars april mai juni juli august september oktober november desember",
        "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
        "{d}. {m} {y}",
    ),
    "ro": Calendar(
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.",
    ),
    "ur": Calendar(
        "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        "{d} {m}، {y}",
    ),
    "ar": Calendar(
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    ),
}
_MARKS = {language: marks for languages, marks in _NUMBERS for language in languages.split()}


def locale(language: str) -> Locale:
    """The marks of a language tag; those of English where this table has no better."""
    return _MARKS.get(language.lower()) or _MARKS.get(language.lower().partition("-")[0], _POINT)


def calendar(language: str) -> Calendar | None:
    """The months of a language tag, or None where this table hasn't got them."""
    return _CALENDARS.get(language.lower()) or _CALENDARS.get(language.lower().partition("-")[0])
