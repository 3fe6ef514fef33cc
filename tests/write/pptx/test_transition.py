from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from deckgen.overlay import OverlayWorld
from deckgen.pipeline import Pipeline
from deckgen.scene import Transition
from deckgen.verify import verify_package
from deckgen.worlds import DiskWorld
from deckgen.write.pptx.transition import transition_xml
from tests.decks.library import TODAY
from tests.support.tools import ROOT

NS = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p159": "http://schemas.microsoft.com/office/powerpoint/2015/09/main",
}
DUR = "{http://schemas.microsoft.com/office/powerpoint/2010/main}dur"
SLIDE = "kind: statement\ntitle: T\ntext: It is so.\n"


def pipeline(**decks: str) -> Pipeline:
    """A project of one slide, `a`, and decks in brand plain with these lines."""
    files = {f"decks/{name}.yaml": f"title: T\nbrand: plain\n{lines}" for name, lines in decks.items()}
    return Pipeline(OverlayWorld({**files, "slides/a.yaml": SLIDE}, below=DiskWorld(str(ROOT), today=TODAY)))


def transitions(data: bytes | None) -> list[str]:
    """What each slide's file says, in short: 'fade 400 fast, else fade fast'."""
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("ppt/slides/slide"))
        return [_told(etree.fromstring(archive.read(name))) for name in names]


def _told(slide: etree._Element) -> str:
    exact = slide.find("mc:AlternateContent/mc:Choice/p:transition", NS)
    plain = slide.find("mc:AlternateContent/mc:Fallback/p:transition", NS)
    if exact is None or plain is None:
        assert not list(slide.iter("{*}transition"))
        return "none"
    assert [etree.QName(child).localname for child in slide][1:3] == ["clrMapOvr", "AlternateContent"]
    ways = [etree.QName(transition[0]).localname for transition in (exact, plain)]
    return f"{ways[0]} {exact.get(DUR)} {exact.get('spd')}, else {ways[1]} {plain.get('spd')}"


@pytest.mark.parametrize(
    ("transition", "told"),
    [
        ("fade", "fade 400 fast, else fade fast"),
        ("push", "push 600 med, else push med"),
        ("morph", "morph 1000 slow, else fade slow"),
        ("none", "none"),
    ],
)
def test_a_deck_has_one_for_all_its_slides(transition: str, told: str) -> None:
    lines = f"transition: {transition}\nslides: [{{use: a}}, {{use: a, id: b}}]\n"
    assert transitions(pipeline(talk=lines).compile("talk", "full").data) == [told, told]


def test_the_nearest_that_says_one_is_taken() -> None:
    lines = (
        "transition: fade\nslides:\n  - {use: a, id: deck}\n  - {use: a, id: own, transition: push}\n"
        "  - {section: Two, transition: morph}\n  - {use: a, id: section}\n  - {use: a, id: never, transition: none}\n"
        "  - {section: Three}\n  - {use: a, id: again}\n"
    )
    made = pipeline(talk=lines).compile("talk", "full")
    assert made.scene is not None
    assert [(slide.id, slide.transition) for slide in made.scene.slides] == [
        ("deck", "fade"),
        ("own", "push"),
        ("section", "morph"),
        ("never", None),
        ("again", "fade"),
    ]


def test_a_section_may_have_none() -> None:
    lines = "transition: fade\nslides:\n  - {section: One, transition: none}\n  - use: a\n"
    assert transitions(pipeline(talk=lines).compile("talk", "full").data) == ["none"]


def test_one_audience_may_see_another() -> None:
    lines = "transition: fade\naudiences: {heads: }\nslides: [{use: a, variants: {heads: {transition: push}}}]\n"
    found = pipeline(talk=lines)
    assert transitions(found.compile("talk", "full").data) == ["fade 400 fast, else fade fast"]
    assert transitions(found.compile("talk", "heads").data) == ["push 600 med, else push med"]


def test_a_slide_of_two_decks_is_laid_out_once_and_passes_each_its_way() -> None:
    found = pipeline(one="transition: fade\nslides: [{use: a}]\n", two="transition: push\nslides: [{use: a}]\n")
    one, two = found.compile("one", "full"), found.compile("two", "full")
    assert one.scene and two.scene
    assert one.scene.slides[0].nodes is two.scene.slides[0].nodes
    assert transitions(one.data) + transitions(two.data) == [
        "fade 400 fast, else fade fast",
        "push 600 med, else push med",
    ]


def test_the_first_deck_may_be_the_one_without() -> None:
    found = pipeline(one="slides: [{use: a}]\n", two="transition: push\nslides: [{use: a}]\n")
    assert transitions(found.compile("one", "full").data) == ["none"]
    assert transitions(found.compile("two", "full").data) == ["push 600 med, else push med"]


def every_transition() -> bytes:
    entries = "".join(f"  - {{use: a, id: {name}, transition: {name}}}\n" for name in ("fade", "push", "morph", "none"))
    data = pipeline(talk=f"slides:\n{entries}").compile("talk", "full").data
    assert data is not None
    return data


def test_a_deck_of_all_is_sound() -> None:
    assert verify_package(every_transition()) == ()


@pytest.mark.validator
@pytest.mark.parametrize("version", ["Office2013", "Microsoft365"])
def test_the_sdk_finds_nothing(version: str, sdk_errors: Callable[..., list[str]]) -> None:
    assert sdk_errors(every_transition(), version=version) == []


@pytest.mark.render
def test_libreoffice_opens_it(office_pdf: Callable[..., object]) -> None:
    assert office_pdf(every_transition())


def test_what_it_needs_is_declared_where_it_is_used() -> None:
    ways: tuple[Transition, ...] = ("fade", "push", "morph")
    for way in ways:
        assert f"xmlns:{'p159' if way == 'morph' else 'p14'}=" in transition_xml(way)


def test_slides_go_on_as_words_do() -> None:
    assert 'dir="l"' in transition_xml("push") and 'dir="r"' in transition_xml("push", rtl=True)
