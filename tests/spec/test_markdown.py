"""Inline Markdown, alone and held against markdown-it-py."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckgen.spec.markdown import Look, parse_markdown


def looks(text: str) -> list[tuple[str, Look]]:
    """The stretches of `text`, neighbours of one look made one."""
    found: list[tuple[str, Look]] = []
    for words, look in parse_markdown(text):
        if not words:
            continue
        if found and found[-1][1] == look:
            found[-1] = (found[-1][0] + words, look)
        else:
            found.append((words, look))
    return found


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("*a*", [("a", Look(italic=True))]),
        ("_a_", [("a", Look(italic=True))]),
        ("**a**", [("a", Look(bold=True))]),
        ("__a__", [("a", Look(bold=True))]),
        ("***a***", [("a", Look(bold=True, italic=True))]),
        ("**a *b* c**", [("a ", Look(bold=True)), ("b", Look(bold=True, italic=True)), (" c", Look(bold=True))]),
        ("un*frigging*likely", [("un", Look()), ("frigging", Look(italic=True)), ("likely", Look())]),
        ("x^2^", [("x", Look()), ("2", Look(position="super"))]),
        ("H~2~O", [("H", Look()), ("2", Look(position="sub")), ("O", Look())]),
        ("[a](b:c)", [("a", Look(link="b:c"))]),
        ("[**a**](b:c)", [("a", Look(bold=True, link="b:c"))]),
        ("**[a](b:c)**", [("a", Look(bold=True, link="b:c"))]),
        ("[a [b] c](d:e)", [("a [b] c", Look(link="d:e"))]),
        ("[a]()", [("a", Look(link=""))]),
        ("[a](https://x.org/(b)?c_d*e*)", [("a", Look(link="https://x.org/(b)?c_d*e*"))]),
        (r"[a](https://x.org/b\)c)", [("a", Look(link="https://x.org/b)c"))]),
        (r"\*a\* \_b\_ \[c\](d) \^e\^ \~f\~", [("*a* _b_ [c](d) ^e^ ~f~", Look())]),
        ("*a\nb*", [("a\nb", Look(italic=True))]),
    ],
)
def test_markup(written: str, expected: list[tuple[str, Look]]) -> None:
    assert looks(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A * B",
        "a*",
        "*a",
        "* a *",
        "** a **",
        "a_b_c",
        "snake_case_name",
        "@Leora_Cruddas_CST",
        "2^10",
        "2^10+3^5",
        "x^",
        "~5",
        "~5 to ~10",
        "~~a~~",
        "5*4*3",
        "[a]",
        "[a] (b)",
        "a](b)",
        "[Incorporating HC 981, Session 2013–14]",
        "[a](b c d)",
        "[sic](the author's word)",
        "<b>a</b>",
        "&amp; &copy;",
        "`a`",
        "https://x.org/a_b",
        "C:\\temp",
        "\\",
        "a\\",
        "\\\\host\\a",
        "# a",
        "> a",
        "1. a",
        "---",
        "a  \nb",
        "“*” and *",
        "…",
        "",
    ],
)
def test_every_other_character_stays(text: str) -> None:
    assert "".join(words for words, _ in parse_markdown(text)) == text
    assert {look for _, look in parse_markdown(text)} <= {Look()}


def test_marks_of_other_languages_that_are_warned_of_can_be_meant() -> None:
    assert looks(r"\<br> \&nbsp; \{name} *a*") == [("<br> &nbsp; {name} ", Look()), ("a", Look(italic=True))]


def test_a_link_without_text_is_told() -> None:
    assert parse_markdown("a [](b:c)") == [("a ", Look()), ("", Look(link="b:c"))]


def test_a_link_holds_no_link() -> None:
    assert looks("[a [b](c:d) e](f:g)") == [("[a ", Look()), ("b", Look(link="c:d")), (" e](f:g)", Look())]


def test_marks_outside_a_link_dont_pair_with_marks_inside() -> None:
    assert looks("*a [b* c](d:e)") == [("*a ", Look()), ("b* c", Look(link="d:e"))]


@pytest.mark.parametrize("unit", ["[", "*a ", "[a](", "*", "^a", "[a](b ", "a**b", "_a*", "](", "*a_ ", "[a", "~x"])
def test_time_grows_with_length(unit: str) -> None:
    started = time.process_time()
    parse_markdown(unit * (20_000 // len(unit)))
    assert time.process_time() - started < 1


def _theirs(text: str) -> list[tuple[str, Look]]:
    """What markdown-it-py makes of emphasis and links."""
    md = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    found: list[tuple[str, Look]] = []
    bold = italic = 0
    link: str | None = None
    for token in md.parseInline(text)[0].children or []:
        bold += token.nesting if token.type.startswith("strong") else 0
        italic += token.nesting if token.type.startswith("em") else 0
        if token.type.startswith("link"):
            link = str(token.attrs["href"]) if token.nesting == 1 else None
        if token.content:
            _add(found, token.content, Look(bold=bold > 0, italic=italic > 0, link=link))
    return found


def _add(found: list[tuple[str, Look]], words: str, look: Look) -> None:
    if found and found[-1][1] == look:
        found[-1] = (found[-1][0] + words, look)
    else:
        found.append((words, look))


_PIECES: Any = st.sampled_from(["*", "**", "***", "_", "__", "a", "b", " ", ".", "“", "é", "\\*", "(", "\n", "–", " "])


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=16).map("".join))
def test_emphasis_is_that_of_markdown_it(text: str) -> None:
    text = re.sub(r"\s+", " ", text).strip()
    assert looks(text) == _theirs(text)


_LABELS: Any = st.sampled_from(["*", "**", "a", "b", " a ", "[", "]", "](x:y)", "[a](x:y)", "é"])


@settings(max_examples=300, deadline=None)
@given(st.lists(_LABELS, max_size=10).map("".join))
def test_links_are_those_of_markdown_it(text: str) -> None:
    text = text.strip()
    # markdown-it takes a link's end for the end of the text when it looks at what follows a mark; CommonMark doesn't.
    if not re.search(r"[*][\]]|[\[][*]", text):
        assert looks(text) == _theirs(text)
