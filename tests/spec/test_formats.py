"""Numbers and dates: read exactly, shown as asked for, in the marks of the deck's language."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from babel import Locale, numbers
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from deckgen.spec.formats import Format, Unfit, excel_code, parse_format, show_date, show_number
from deckgen.spec.locales import _CALENDARS, _MARKS, locale
from deckgen.spec.numbers import decimal_mark, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("-0.5", "-0.5"),
        ("−3", "-3"),
        ("+3", "3"),
        ("1200", "1200"),
        ("1,200,300.25", "1200300.25"),
        ("1 200", "1200"),
        ("1\u202f200", "1200"),
        ("94.2%", "0.942"),
        ("94.2 %", "0.942"),
        ("-£1,200", "-1200"),
        ("12 €", "12"),
        ("1.5e3", "1500"),
        ("0.10", "0.10"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_words_that_are_numbers(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "%", "£", "007", "1.2.3", "1,20", "1,2000", "24-7", "1/2", "NaN", "inf", "1e999", "0x1", "١٢"),
        *("1 2", "5 %%", "=1", "1234567890123456", "12 £€", "1,200 300", "twelve", "1\n200", "9" * 5000),
    ],
)
def test_words_that_are_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["1,5", "x"], ","),
        (["1.200,5"], ","),
        (["1.5"], "."),
        (["1,200.5"], "."),
        (["1,234,567"], "."),
        (["1.234.567"], ","),
        (["0,125"], ","),
        (["1,200"], "either"),
        (["1.200"], "either"),
        (["1,200", "1,5"], ","),
        (["1,200", "1.5"], "."),
        (["12.5", "12,5"], "."),
        (["24.11.2026", "Smith, J.", "v1.2"], None),
        ([], None),
    ],
)
def test_the_mark_before_decimals(texts: list[str], mark: str | None) -> None:
    assert decimal_mark(texts) == mark


@pytest.mark.parametrize(
    ("number", "shown", "language", "expected"),
    [
        ("1234.5", "number", "en-GB", "1,234.5"),
        ("1234.5", "number:0", "en-GB", "1,235"),
        ("2.675", "number:2", "en-GB", "2.68"),
        ("-0.4", "number:0", "en-GB", "0"),
        ("-1234.5", "number:2", "cy-GB", "−1,234.50"),
        ("1234.5", "number", "de", "1.234,5"),
        ("1234.5", "number", "fr-FR", "1\u202f234,5"),
        ("1234", "number", "es", "1234"),
        ("12345", "number", "es", "12.345"),
        ("1234567", "number", "hi", "12,34,567"),
        ("2026", "plain", "en-GB", "2026"),
        ("0.945", "percent", "en-GB", "95%"),
        ("0.942", "percent:1", "de", "94,2\u00a0%"),
        ("94.2", "percent100:1", "en-GB", "94.2%"),
        ("1250", "currency:GBP", "en-GB", "£1,250"),
        ("-1250.5", "currency:GBP", "en-GB", "−£1,250.50"),
        ("1250", "currency:EUR:2", "de", "1.250,00\u00a0€"),
        ("12", "currency:CHF", "en-GB", "CHF\u00a012"),
        ("1e-7", "number", "en-GB", "0.000000"),
    ],
)
def test_numbers_are_shown(number: str, shown: str, language: str, expected: str) -> None:
    assert show_number(Decimal(number), parse_format(shown), language) == expected


@pytest.mark.parametrize(
    ("shown", "language", "code"),
    [
        ("number:1", "en-GB", "#,##0.0"),
        ("number", "en-GB", "#,##0"),
        ("plain:2", "en-GB", "0.00"),
        ("percent:1", "en-GB", "0.0%"),
        ("percent", "fr", '0"\u00a0"%'),
        ("percent100:1", "en-GB", '0.0"%"'),
        ("currency:GBP:2", "en-GB", "[$£]#,##0.00"),
        ("currency:EUR:0", "de", '#,##0"\u00a0"[$€]'),
        ("date:short", "en-GB", "d mmm yyyy"),
    ],
)
def test_excel_has_a_code_for_each(shown: str, language: str, code: str) -> None:
    assert excel_code(parse_format(shown), language) == code


@pytest.mark.parametrize(
    "text",
    ["", "percentage", "number:7", "number:x", "number:-1", "currency", "currency:pounds", "date:day"],
)
def test_other_formats_are_refused(text: str) -> None:
    with pytest.raises(Unfit):
        parse_format(text)


@pytest.mark.parametrize("text", ["number:1", "currency:GBP:2", "date:short", "percent", "plain:0"])
def test_a_format_is_written_as_it_is_read(text: str) -> None:
    assert str(parse_format(text)) == text


NUMBERS = st.decimals(-(10**12), 10**12, places=3)
LANGUAGES = sorted(_MARKS)


@given(NUMBERS, st.integers(0, 3), st.sampled_from(LANGUAGES))
def test_what_is_shown_can_be_read_again(number: Decimal, places: int, language: str) -> None:
    shown = show_number(number, Format("number", places), language)
    marks = locale(language)
    plain = shown.replace(marks.group, "").replace(marks.decimal, ".").replace("−", "-")
    assert Decimal(plain) == number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if not re.fullmatch(r"−?[1-9]\d{0,2}[.,]\d{3}", shown):
        mark = decimal_mark([shown])
        assert parse_number(shown, mark if mark in (".", ",") else ".") == Decimal(plain)


@given(NUMBERS)
def test_a_written_number_is_read_exactly(number: Decimal) -> None:
    assert parse_number(str(number)) == number
    assert parse_number(f"{number:,}") == number
    assert parse_number(f"{number}%") == number / 100


@given(st.text(max_size=50))
def test_nothing_makes_reading_fail(text: str) -> None:
    for mark in (".", ","):
        parse_number(text, mark)
    decimal_mark([text])


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_are_those_of_cldr(language: str) -> None:
    tag = "_".join(part.upper() if number else part for number, part in enumerate(language.split("-")))
    known = {"en": "en_GB", "sco": "en_GB", "no": "nb"}.get(language, tag)
    found = Locale.parse(known)

    def ours(text: str) -> str:
        return re.sub("[\u200e\u200f]", "", text.replace("-", "−"))

    for number in ("1234567.5", "12345", "-0.25"):
        shown = show_number(Decimal(number), Format("number"), language)
        assert shown == ours(numbers.format_decimal(Decimal(number), locale=found, numbering_system="latn"))
    if language not in ("tr", "eu"):  # which write the sign before the number
        percent = numbers.format_percent(Decimal("0.25"), locale=found, numbering_system="latn")
        assert show_number(Decimal("0.25"), Format("percent"), language) == ours(percent)
    money = numbers.format_currency(Decimal(25), "EUR", locale=found, format_type="standard", numbering_system="latn")
    assert show_number(Decimal(25), Format("currency", 2, "EUR"), language) == ours(money).replace("EUR", "€")


@pytest.mark.parametrize("language", sorted(_CALENDARS))
def test_dates_are_those_of_cldr(language: str) -> None:
    known = Locale.parse({"en": "en_GB", "en-us": "en_US"}.get(language, language))
    for month in range(1, 13):
        day = date(2026, month, 5)
        assert show_date(day.isoformat(), "", language) == format_date(day, "long", locale=known)
        assert show_date(day.isoformat(), "year", language) == "2026"


def test_a_date_in_a_language_without_months_here_stays_as_it_is() -> None:
    assert show_date("2026-11-05", "", "fi") == "2026-11-05"
    assert show_date("2026-11-05", "month", "fi") == "2026-11"


@pytest.mark.parametrize("text", ["2026-02-30", "24.11.2026", "", "2026-1-1", "٢٠٢٦-١١-٢٤"])
def test_other_dates_are_refused(text: str) -> None:
    with pytest.raises(Unfit):
        show_date(text, "", "en-GB")
