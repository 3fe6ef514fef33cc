"""Addresses: which may be opened, and what is said of the others."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostics, Span
from deckgen.spec.links import check_address
from deckgen.spec.slots import BindContext
from tests.spec.reading import said

HERE = Span("slides/a.yaml", 1, 1, 1, 2)


def check(address: str, slides: tuple[str, ...] | None = None) -> tuple[str | None, list[str]]:
    diags = Diagnostics()
    found = check_address(address, lambda: HERE, BindContext(diags, slides=slides))
    return found, said(diags)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.gov.uk/a-b?c=d#e", "https://www.gov.uk/a-b?c=d#e"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("HTTPS://X.org", "HTTPS://X.org"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("https://x.org/Schulträger", "https://x.org/Schultr%C3%A4ger"),
        ("https://x.org/100%", "https://x.org/100%25"),
        ("https://x.org/a%20b", "https://x.org/a%20b"),
        ('https://x.org/"<b>', "https://x.org/%22%3Cb%3E"),
        ("mailto:I.cruddas@cstuk.org.uk", "mailto:I.cruddas@cstuk.org.uk"),
        ("mailto:a@b.org?subject=Joining%20a%20trust", "mailto:a@b.org?subject=Joining%20a%20trust"),
        ("tel:+441617855082", "tel:+441617855082"),
        ("slide:annan", "slide:annan"),
    ],
)
def test_what_may_be_opened(address: str, expected: str) -> None:
    assert check(address) == (expected, [])


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("javascript:alert(1)", "may not open"),
        ("JavaScript:alert(1)", "may not open"),
        ("vbscript:a", "may not open"),
        ("data:text/html,a", "may not open"),
        ("file:///etc/passwd", "may not open"),
        ("ms-word:ofe|u|x", "may not open"),
        ("ppaction://program", "may not open"),
        ("\\\\evil\\share", "is not an address"),
        ("../a.html", "is not an address"),
        ("/a", "is not an address"),
        ("a", "is not an address"),
        ("#", "write [name]()"),
        ("#annan", "write slide:annan"),
        ("www.cstuk.org.uk", "write https://www.cstuk.org.uk"),
        ("cstuk.org.uk/a", "write https://cstuk.org.uk/a"),
        ("a@b.org", "write mailto:a@b.org"),
        ("https://", "not a web address"),
        ("http://[::", "not a web address"),
        ("https:///a", "not a web address"),
        ("https://a b.org", "%20"),
        ("https://x.org/a\nb", "on one line"),
        ('https://x.org "Title"', "write only https://x.org"),
        ("mailto:", "not an address for mail"),
        ("mailto:a b@c.org", "%20"),
        ("tel:0161 785 5082", "tel:01617855082"),
        ("tel:call-me", "not a telephone"),
        ("https://x.org/" + "a" * 2083, "2,097 characters"),
    ],
)
def test_what_may_not(address: str, words: str) -> None:
    found, lines = check(address)
    assert found is None
    assert len(lines) == 1
    assert lines[0].startswith("error 1:1 bad-link: ")
    assert any(word in lines[0] for word in words.split("|"))


def test_a_slide_of_the_deck_may_be_named_and_no_other() -> None:
    assert check("slide:annan", ("annan", "cover")) == ("slide:annan", [])
    assert check("slide:anan", ("annan", "cover"))[1] == [
        'error 1:1 bad-link: "slide:anan" names no slide of this deck (did you mean "annan"?)'
    ]
