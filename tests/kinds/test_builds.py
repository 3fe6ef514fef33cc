"""Builds: what each click of a built slide brings, in the file as it is written."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckgen.brand.foot import FootKind, foot_rect
from deckgen.diagnostics import Diagnostic
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import get_kind, kind_names
from deckgen.overlay import OverlayWorld
from deckgen.pipeline import Pipeline
from deckgen.scene import FOOTER, NUMBER, WIPE, WIPE_BACK, Reveal, Shape, Slide, TextBox
from deckgen.scene.mirror import mirrored_build
from deckgen.units import Rect
from deckgen.verify import verify_package
from deckgen.worlds import DiskWorld
from deckgen.write.pptx.deck import write_pptx
from tests.decks.library import BRANDS, TODAY, Built, compiled
from tests.kinds.clicks import Show, played
from tests.kinds.test_kinds import CASES, slide_text
from tests.render.office import differs, print_fonts
from tests.support.tools import ROOT

BUILT = tuple(name for name in kind_names() if type(get_kind(name)).build is not Kind.build)
every_brand = pytest.mark.parametrize("brand", BRANDS)

FEET: dict[FootKind, str] = {"sldNum": NUMBER, "ftr": FOOTER}
ORDERS = {
    "points": ["points ¶0", "points ¶1", "points ¶2 ¶3 ¶4"],
    "definition": ["paragraphs ¶0", "paragraphs ¶1"],
    "contrast": ["lesser.label + lesser.text", "Panel (wipe) + better.label + better.text + slide-number"],
    "evidence": ["finding"],
    "picture": ["caption"],
    "compare": [
        "pictures[0].picture + pictures[0].label + pictures[0].note",
        "pictures[1].picture + pictures[1].label + pictures[1].note",
    ],
    "quote": ["source"],
    "equation": ["Length A + Length B", "Side A", "Field A × B + formula", "text"],
    "figures": [
        "figures[0].78 of 100 dots + figures[0].22 of 100 dots + figures[0].value + figures[0].label",
        "figures[1].91 of 100 dots + figures[1].9 of 100 dots + figures[1].value + figures[1].label",
        "tail",
    ],
    "report": [
        "Document + Document rule + document.publisher + document.name + document.series + document.foot",
        "quotation",
    ],
    "columns": [f"columns[{i}].heading + columns[{i}].body" for i in range(3)],
    "number": ["comparison"],
    "formula": ["formula", "where"],
    "timeline": [f"milestones[{i}].node + milestones[{i}].date + milestones[{i}].text" for i in range(5)],
    "steps": [
        "steps[0].number + steps[0].name + steps[0].text",
        *(f"steps[{i}].arrow + steps[{i}].number + steps[{i}].name + steps[{i}].text" for i in (1, 2, 3)),
    ],
    "matrix": [
        "Axis, up + Axis, across + axes.top + axes.bottom + axes.left + axes.right",
        "quadrants.top-right.name + quadrants.top-right.items",
        "quadrants.bottom-left.name + quadrants.bottom-left.items",
        "quadrants.bottom-right.name + quadrants.bottom-right.items",
        "quadrants.top-left.panel + quadrants.top-left.name + quadrants.top-left.items",
    ],
    "process": ["stages[0]", "stages[0] to stages[1] + stages[1]", "stages[1] to stages[2] + stages[2]"],
    "cycle": [
        "stages[0]",
        *(f"stages[{i}] to stages[{i + 1}] + stages[{i + 1}]" for i in (0, 1, 2)),
        "stages[3] to stages[0]",
    ],
    "org-chart": [
        "line to top.reports[0] + line to top.reports[0].reports[0] + line to top.reports[0].reports[1]"
        " + top.reports[0] + top.reports[0].reports[0] + top.reports[0].reports[1]",
        "line to top.reports[1] + top.reports[1]",
        "line to top.reports[2] + line to top.reports[2].reports[0] + top.reports[2] + top.reports[2].reports[0]",
    ],
}
"""What each click of a kind's example brings (design/KINDS.md, Build)."""


def built_text(kind: str, case: str) -> str:
    """The YAML of a kind's slide that is to be built."""
    return f"{slide_text(kind, case)}\nbuild: true\n"


@cache
def pipeline() -> Pipeline:
    """A deck in each brand of every slide of every kind with an order, built, and one as they are."""
    files: dict[str, str | bytes] = {}
    for name in BUILT:
        for case in CASES:
            files[f"slides/{name}/{case}.yaml"] = slide_text(name, case)
            files[f"slides/built/{name}/{case}.yaml"] = built_text(name, case)
    for brand in BRANDS:
        for deck, folder in ((f"{brand}-built", "built/"), (f"{brand}-plain", "")):
            entries = "".join(f"  - use: {folder}{name}/{case}\n" for name in BUILT for case in CASES)
            files[f"decks/{deck}.yaml"] = f"title: Built\nbrand: {brand}\nslides:\n{entries}"
            files[f"decks/{deck}-footed.yaml"] = f"title: Built\nbrand: {brand}\nfooter: Spring\nslides:\n{entries}"
    return Pipeline(OverlayWorld(files, below=DiskWorld(str(ROOT), today=TODAY)))


@cache
def deck(brand: str) -> Built:
    """Every kind's slides, built."""
    return compiled(pipeline(), f"{brand}-built")


@cache
def shows(brand: str) -> dict[str, tuple[Slide, Show]]:
    """Each slide of the deck by its id, and the show it gives."""
    made = deck(brand)
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        return {
            slide.id.removeprefix("built/"): (slide, played(archive.read(f"ppt/slides/slide{n}.xml")))
            for n, slide in enumerate(made.scene.slides, 1)
        }


def said(show: Show) -> list[str]:
    """The clicks of a show in words."""
    told = []
    for click in show.clicks:
        shapes: dict[str, str] = {}
        for effect in click:
            part = "" if effect.part.paragraph is None else f" ¶{effect.part.paragraph}"
            wiped = " (wipe)" if effect.filter == "wipe(left)" else ""
            shapes[effect.part.shape] = shapes.get(effect.part.shape, effect.part.shape) + part + wiped
        told.append(" + ".join(shapes.values()))
    return told


@every_brand
@pytest.mark.parametrize("kind", ORDERS)
def test_each_click_brings_what_the_kind_says(kind: str, brand: str) -> None:
    assert said(shows(brand)[f"{kind}/example"][1]) == ORDERS[kind]


@every_brand
@pytest.mark.parametrize("kind", BUILT)
def test_after_the_last_click_everything_is_there(kind: str, brand: str) -> None:
    for case in CASES:
        slide, show = shows(brand)[f"{kind}/{case}"]
        assert len(show.clicks) == len(slide.build)
        assert show.after(len(show.clicks)) == set()
        for number in range(len(show.clicks)):
            assert show.after(number + 1) < show.after(number), "each click brings something"


@every_brand
@pytest.mark.parametrize("kind", BUILT)
def test_a_box_that_comes_by_paragraphs_comes_whole(kind: str, brand: str) -> None:
    for case in CASES:
        slide, show = shows(brand)[f"{kind}/{case}"]
        for box in (node for node in slide.nodes if isinstance(node, TextBox)):
            brought = {part.paragraph for part in show.hidden if part.shape == box.name}
            words = {n for n, paragraph in enumerate(box.paragraphs) if paragraph.text.strip()}
            assert brought in (set(), {None}, words), f"{box.name} of {kind}-{case}"


@every_brand
@pytest.mark.parametrize("kind", BUILT)
def test_a_built_slide_looks_as_one_that_is_not(kind: str, brand: str) -> None:
    plain = {slide.id: slide for slide in compiled(pipeline(), f"{brand}-plain").scene.slides}
    template = deck(brand).template
    for case in CASES:
        slide, still = shows(brand)[f"{kind}/{case}"][0], plain[f"{kind}/{case}"]
        stage, layout = template.layout(slide.layout), template.layout(still.layout)
        assert sorted((n.name, n.rect) for n in (*stage.nodes, *slide.nodes)) == sorted(
            (n.name, n.rect) for n in (*layout.nodes, *still.nodes)
        )
        assert (stage.placeholders, stage.number, stage.surface) == (layout.placeholders, layout.number, layout.surface)


@every_brand
@pytest.mark.parametrize("kind", BUILT)
def test_names_of_nodes_are_their_own(kind: str, brand: str) -> None:
    for case in CASES:
        names = [node.name for node in shows(brand)[f"{kind}/{case}"][0].nodes]
        assert len(set(names)) == len(names), "a build finds its nodes by name"


@every_brand
def test_number_and_footer_are_never_there_without_the_panel_they_are_legible_on(brand: str) -> None:
    made = compiled(pipeline(), f"{brand}-built-footed")
    asked = 0
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        for position, slide in enumerate(made.scene.slides, 1):
            show = played(archive.read(f"ppt/slides/slide{position}.xml"))
            for kind, name in FEET.items():
                place = foot_rect(kind, made.template.brand.style("footer"), rtl=False)
                below = {node.name for node in slide.nodes if isinstance(node, Shape) and covers(node.rect, place)}
                for clicks in range(len(show.clicks) + 1 if below and name in show.shapes else 0):
                    away = {part.shape for part in show.after(clicks)}
                    assert (name in away) == bool(below & away), f"{slide.id}: {name} after {clicks} clicks"
                    asked += 1
    assert asked > 0


def covers(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_lengths_are_those_of_the_design() -> None:
    effects = {(e.filter, e.ms) for _, show in shows("plain").values() for click in show.clicks for e in click}
    assert effects == {("fade", 300), ("wipe(left)", 400)}


def test_the_docs_say_which_kinds_are_built() -> None:
    rows = re.findall(r"^\| ([a-z, -]+) \| (.*) \|$", (ROOT / "docs" / "builds.md").read_text(), re.MULTILINE)[1:]
    told = {name: clicks for names, clicks in rows for name in names.split(", ")}
    assert {name for name in kind_names() if not told.get(name, "none").startswith("none")} == set(BUILT)
    assert set(kind_names()) <= set(told)


@every_brand
def test_a_built_deck_is_sound(brand: str) -> None:
    assert verify_package(deck(brand).data) == ()


@every_brand
@pytest.mark.validator
def test_the_sdk_finds_nothing(brand: str, sdk_errors: Callable[..., list[str]]) -> None:
    assert sdk_errors(deck(brand).data) == []


def test_python_pptx_opens_it() -> None:
    from pptx import Presentation

    opened = Presentation(io.BytesIO(deck("plain").data))
    assert len(opened.slides) == len(BUILT) * len(CASES)


@pytest.mark.render
@every_brand
def test_libreoffice_prints_everything(brand: str, office_pdf: Callable[..., Path]) -> None:
    assert differs(deck(brand), office_pdf(deck(brand).data, fonts_conf=print_fonts())) == []


@pytest.mark.render
def test_libreoffice_draws_a_built_slide_as_one_that_is_not(office_pdf: Callable[..., Path]) -> None:
    built, plain = (compiled(pipeline(), f"cst-{name}-footed") for name in ("built", "plain"))
    drawn = [_drawn(office_pdf(made.data, fonts_conf=print_fonts())) for made in (built, plain)]
    assert len(drawn[0]) == len(built.scene.slides)
    differ = [slide.id for slide, one, other in zip(built.scene.slides, *drawn, strict=True) if one != other]
    assert differ == []


def _drawn(pdf: Path) -> list[bytes]:
    """The pages of a PDF as pixels."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "48", str(pdf), f"{folder}/page"], check=True)
        return [page.read_bytes() for page in sorted(Path(folder).iterdir())]


def test_the_same_slides_give_the_same_bytes() -> None:
    again = Pipeline(pipeline().world).compile("plain-built", "full")
    assert again.data == deck("plain").data


def test_what_is_wiped_in_comes_from_where_words_begin() -> None:
    steps = ((Reveal("Panel", effect=WIPE), Reveal("text")),)
    assert mirrored_build(steps) == ((Reveal("Panel", effect=WIPE_BACK), Reveal("text")),)
    slide = replace(shows("plain")["contrast/example"][0])
    turned = replace(slide, build=mirrored_build(slide.build))
    data = write_pptx(replace(deck("plain").scene, slides=(turned,)), deck("plain").template)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        effects = [e for click in played(archive.read("ppt/slides/slide1.xml")).clicks for e in click]
    assert [(e.part.shape, e.ms) for e in effects if e.filter == "wipe(right)"] == [("Panel", 400)]


def test_what_follows_begins_when_the_one_before_it_is_there() -> None:
    slide = shows("plain")["contrast/example"][0]
    step = (Reveal("Panel", effect=WIPE), Reveal("better.label", after=True), Reveal("better.text"))
    last = (Reveal("lesser.label"), Reveal("lesser.text", after=True))
    turned = replace(slide, build=(step, last))
    data = write_pptx(replace(deck("plain").scene, slides=(turned,)), deck("plain").template)
    assert verify_package(data) == ()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        show = played(archive.read("ppt/slides/slide1.xml"))
    assert [[(e.part.shape, e.begins) for e in click] for click in show.clicks] == [
        [("Panel", 0), ("better.label", 400), ("better.text", 400)],
        [("lesser.label", 0), ("lesser.text", 300)],
    ]


def project(**slides: str) -> Pipeline:
    """A project with these slides in one deck of two audiences."""
    order = "".join(f"  - use: {name}\n" for name in slides)
    files = {f"slides/{name}.yaml": text for name, text in slides.items()}
    files["decks/talk.yaml"] = f"title: T\nbrand: plain\naudiences: {{heads: , parents: }}\nslides:\n{order}"
    return Pipeline(OverlayWorld(files, below=DiskWorld(str(ROOT), today=TODAY)))


def clicks(found: Pipeline, audience: str = "full") -> list[int]:
    """How many clicks each slide of the deck takes."""
    made = found.compile("talk", audience)
    assert made.scene is not None
    return [len(slide.build) for slide in made.scene.slides]


POINTS = "kind: points\ntitle: T\npoints: [One, Two]\n"


def test_a_variant_is_built_its_own_way() -> None:
    found = project(a=f"{POINTS}build: true\nvariants: {{heads: {{build: false}}, parents: {{points: [A, B, C]}}}}\n")
    assert [clicks(found), clicks(found, "heads"), clicks(found, "parents")] == [[2], [0], [3]]
    assert found.diags.errors == ()


def test_an_entry_says_whether_its_slide_is_built() -> None:
    found = project(a=POINTS)
    world = OverlayWorld(
        {"decks/talk.yaml": "title: T\nbrand: plain\nslides: [{use: a, build: true}, {use: a, id: b}]\n"},
        below=found.world,
    )
    assert clicks(Pipeline(world)) == [2, 0]


def warnings(slide: str) -> list[Diagnostic]:
    found = project(a=slide)
    found.compile("talk", "full")
    assert found.diags.errors == ()
    return [d for d in found.diags if d.code == "no-build"]


def test_a_kind_without_an_order_says_so_at_its_place() -> None:
    (said,) = warnings("kind: statement\ntitle: T\ntext: It is so.\nbuild: true\n")
    assert (str(said.span), said.message) == ("slides/a.yaml:4:8", 'a slide of kind "statement" has no build')


def test_a_slide_with_nothing_to_wait_for_says_so() -> None:
    (said,) = warnings("kind: evidence\ntitle: T\nfinding: It is so.\nsource: S\nbuild: true\n")
    assert said.message == "nothing on this slide comes after anything else"


def test_build_false_says_nothing() -> None:
    assert warnings("kind: statement\ntitle: T\ntext: It is so.\nbuild: false\n") == []
