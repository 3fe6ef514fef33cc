"""What stands in the HTML file, without a browser."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser

import msgspec
import pytest

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.ooxml.chunks import joined
from deckgen.scene import Film, Link, Paragraph, Run, Video
from deckgen.write.html import films
from deckgen.write.html.address import address
from deckgen.write.html.document import ASSETS, SCRIPTS, STYLES
from deckgen.write.html.markup import raw, tag, words
from deckgen.write.html.notes import notes_html
from tests.decks.library import project as decks
from tests.support import talks

VOID = {"meta", "link", "br", "source", "track"}


class Reader(HTMLParser):
    """The tags of a page, and whether each is closed where it may be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def text() -> str:
    return talks.talk_html().decode()


def test_every_element_is_closed() -> None:
    assert Reader(text()).open == []


def test_two_builds_are_the_same_bytes() -> None:
    assert talks.html(*talks.compiled(talks.TALK)) == talks.talk_html()


def test_slides_drawn_twice_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.write.html.slides.KEPT", 0)
    assert talks.html(*talks.compiled(talks.TALK)) == talks.talk_html()


def test_nothing_in_it_leads_to_the_network_but_what_the_author_linked() -> None:
    found = Reader(text())
    loaded = [value or "" for _, given in found.tags for name, value in given.items() if name in ("src", "poster")]
    loaded += [given["href"] or "" for tag in ("link", "image", "use") for given in found.all(tag)]
    assert all(value.startswith("data:") for value in loaded)
    addresses = re.findall(r"""url\(["']?([^"')]{0,9})""", text())
    assert addresses and all(found.startswith("data:") for found in addresses)
    assert {given["href"] for given in found.all("a")} == {"https://example.org/guide", "#spare"}


def test_only_its_own_scripts_and_styles_may_run() -> None:
    page = text()
    (rule,) = [given for given in Reader(page).all("meta") if given.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(part.split(" ", 1) for part in (rule["content"] or "").split("; "))
    contents = {kind: re.findall(f"<{kind}>(.*?)</{kind}>", page, re.DOTALL) for kind in ("script", "style")}
    for kind, found in contents.items():
        hashes = [f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" for content in found]
        assert found and set(hashes) <= set(rules[f"{kind}-src"].split())
    assert rules["default-src"] == "'none'" and "'unsafe-inline'" not in (rule["content"] or "")
    assert page.index("Content-Security-Policy") < page.index("<script>") < page.index("<style>")


def test_every_part_of_script_and_style_is_in_it() -> None:
    assert {file.stem for file in ASSETS.iterdir()} == {*STYLES, *SCRIPTS, "interface"}


def test_slides_say_what_they_are() -> None:
    sections = Reader(text()).all("section")[:6]
    assert [given["id"] for given in sections] == ["cover", "points", "spare", "better/turn", "points/2", "closing"]
    assert [given["class"] for given in sections] == ["slide"] * 2 + ["slide skipped"] + ["slide"] * 3
    first = {"role": "group", "aria-roledescription": "slide", "aria-label": "1: Growing well", "lang": "en-GB"}
    assert first.items() <= sections[0].items()
    assert [given.get("data-transition") for given in sections[:4]] == ["fade 400", "push 600", "fade 400", "fade 400"]
    build = msgspec.json.decode(sections[1]["data-build"] or "")
    assert build[1] == [["points", 1, 1, None, "fade", 300, 0]]


def test_notes_are_in_templates_alone() -> None:
    page = re.sub(r"<template>.*?</template>", "", text(), flags=re.DOTALL)
    assert "silence" in text() and "silence" not in page


def test_notes_can_be_left_out_for_those_who_are_sent_the_file() -> None:
    silent = talks.html(*talks.compiled(talks.TALK), notes=False).decode()
    assert "Leave it standing" in text() and "Leave it standing" not in silent
    assert not Reader(silent).all("template") and len(Reader(silent).all("section")) == len(
        Reader(text()).all("section")
    )


def test_notes_keep_their_formatting() -> None:
    said = re.findall(r"<template>(.*?)</template>", text(), re.DOTALL)[0]
    assert said == (
        "<p>Wait for <b>silence</b>. <i>Then</i> smile.</p><ul><li>Say who you are<ul><li>and why</li></ul></li>"
        '<li><a href="https://example.org/guide" rel="noreferrer">The guide</a></li></ul>'
    )


def test_notes_that_begin_deep_or_skip_a_level_are_lists_still() -> None:
    def item(text: str, level: int) -> Paragraph:
        return Paragraph((Run(text),), level=level, bullet=True)

    notes = notes_html([item("a", 1), item("b", 3), item("c", 0)])
    assert notes == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


HOSTILE = [
    "</script><script>alert(1)</script>",
    "</noscript></template><img src=x onerror=alert(1)>",
    "]]> <!-- --> &amp; &#x41; %s %",
    "{{x}} ${y} `z` \\u0041 %s {0}",
]


@pytest.mark.parametrize("said", HOSTILE)
def test_what_an_author_writes_is_words(said: str) -> None:
    whole = said.replace("{{x}}", "x")
    quoted = msgspec.json.encode(whole).decode()
    deck = (
        f"title: {quoted}\nbrand: plain\nslides:\n"
        f"- {{kind: statement, id: one, text: {quoted}, title: A, notes: {quoted}}}\n"
        f"- section: {quoted}\n- {{kind: statement, id: two, title: B, text: Two}}\n"
    )
    pipeline, made = talks.compiled(deck)
    page = talks.html(pipeline, made).decode()
    found = Reader(page)
    assert found.open == []
    assert len(found.all("script")) == 2 and found.all("img") == []
    assert found.all("main")[0]["aria-label"] == made.scene.title
    assert [given.get("data-part") for given in found.all("section")][:2] == [None, made.scene.slides[1].section]


def test_a_long_text_is_escaped_whole() -> None:
    assert words("<" * 10_000) == "&lt;" * 10_000


def test_elements_that_hold_nothing_are_closed_unless_they_are_void() -> None:
    assert tag("p") == "<p></p>" and tag("br") == "<br/>"


@pytest.mark.parametrize("content", ["a</script>", "a</SCRIPT >", "<!-- x"])
def test_a_script_that_would_end_early_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="script"):
        raw("script", content)


def test_addresses_of_slides_are_encoded() -> None:
    assert address(Link(slide="Größe/a b~2")) == "#Gr%C3%B6%C3%9Fe/a%20b~2"
    assert address(Link(url="https://example.org/?a=1&b")) == "https://example.org/?a=1&b"


class Bytes:
    """A film's content, in pieces that base64 can't take one by one."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter([self.data[at : at + 1000] for at in range(0, len(self.data), 1000)])


def video(size: int, data: bytes = b"") -> Video:
    scene = decks().compile("gallery", "full").scene
    assert scene
    (found,) = [node for slide in scene.slides for node in slide.nodes if isinstance(node, Video)]
    film = Film(sha256="0", format="mp4", size=size, crc=0, ms=4000, width=640, height=360, pieces=Bytes(data))
    return msgspec.structs.replace(found, film=film, span=NOWHERE)


def test_a_film_is_in_the_page_byte_for_byte_with_its_captions() -> None:
    data = bytes(range(256)) * 17 + b"x"
    told = joined(tuple(films.film_chunks(video(len(data), data), "en-GB")))
    found = re.search(rb'<source src="data:video/mp4;base64,([^"]+)"/>', told)
    assert found and b64decode(found[1]) == data
    assert b'<track kind="captions" srclang="en-GB"' in told and told.endswith(b"</video>")


def test_a_film_too_large_for_a_page_is_left_out_and_named() -> None:
    large, diags = video(films.LARGEST + 1), Diagnostics()
    assert list(films.film_chunks(large, "en-GB")) == []
    scene = decks().compile("gallery", "full").scene
    assert scene
    slide = msgspec.structs.replace(scene.slides[0], nodes=(large,))
    films.report_left_out(msgspec.structs.replace(scene, slides=(slide,)), diags)
    (said,) = diags.warnings
    assert said.code == "film-left-out" and "17 MB" in said.message and said.hint
