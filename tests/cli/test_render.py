"""`deckgen render`: one slide, whatever state the others are in."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Deckgen
from tests.support.tools import ROOT


def text_of(pdf: bytes) -> list[str]:
    """The words of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return [page.get_textpage().get_text_bounded().replace("\r\n", " ") for page in document]


def write(project: Path, name: str, text: str) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rendered(project: Path, deckgen: Deckgen, *arguments: str) -> list[str]:
    ran = deckgen("render", *arguments, "-o", "x.pdf")
    assert (ran.code, ran.err) == (0, ""), ran.err
    return text_of((project / "x.pdf").read_bytes())


def test_a_slide_of_the_library_is_drawn(project: Path, deckgen: Deckgen) -> None:
    [words] = rendered(project, deckgen, "points")
    assert "Two things" in words and "One" in words and "Hello" not in words


def test_it_has_the_number_that_it_has_in_its_deck(project: Path, deckgen: Deckgen) -> None:
    [words] = rendered(project, deckgen, "points")
    assert words.split()[-1] == "2"


@pytest.mark.parametrize("name", ["slides/points.yaml", "points.yaml", "./points.yaml"])
def test_a_slide_may_be_named_by_its_file(
    project: Path, deckgen: Deckgen, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / ("slides" if name != "slides/points.yaml" else "."))
    assert deckgen("render", name, "-o", str(project / "x.pdf")).code == 0
    assert "Two things" in text_of((project / "x.pdf").read_bytes())[0]


def test_a_slide_that_stands_in_a_deck_is_named_with_it(project: Path, deckgen: Deckgen) -> None:
    assert "It depends on the weather." in rendered(project, deckgen, "talk/ours")[0]


def test_a_slide_of_the_library_comes_before_one_of_a_deck(project: Path, deckgen: Deckgen) -> None:
    write(project, "slides/talk/ours.yaml", "kind: points\ntitle: From the library\npoints: [One, Two]\n")
    assert "From the library" in rendered(project, deckgen, "talk/ours")[0]


def test_a_slide_that_no_deck_uses_has_its_variables_names(project: Path, deckgen: Deckgen) -> None:
    write(project, "slides/spare.yaml", "kind: quote\nquotation: “Well, {{ group | title }}.”\nsource: Somebody\n")
    assert "“Well, Group.”" in rendered(project, deckgen, "spare")[0]


def test_a_deck_gives_a_slide_its_variables_and_the_audience_its_words(project: Path, deckgen: Deckgen) -> None:
    write(
        project,
        "slides/spare.yaml",
        "kind: quote\nquotation: “Well, {{ what }}.”\nsource: Somebody\n"
        "variants: {parents: {quotation: “Dear parents.”}}\n",
    )
    assert "“Well, the weather.”" in rendered(project, deckgen, "spare", "--deck", "talk")[0]
    assert "“Well, rain.”" in rendered(project, deckgen, "spare", "--deck", "talk", "--set", "what=rain")[0]
    assert "“Dear parents.”" in rendered(project, deckgen, "spare", "--deck", "talk", "--audience", "parents")[0]


def test_an_entry_of_the_running_order_has_its_own_words(project: Path, deckgen: Deckgen) -> None:
    deck = (project / "decks/talk.yaml").read_text(encoding="utf-8")
    write(
        project,
        "decks/talk.yaml",
        deck.replace("  - use: welcome\n", "  - use: welcome\n    with: {title: Good day}\n"),
    )
    assert "Good day" in rendered(project, deckgen, "welcome")[0]


def test_a_slide_that_the_audience_never_sees_is_drawn_and_that_is_said(project: Path, deckgen: Deckgen) -> None:
    for slide, audience, seeing in (("points", "staff", "full, parents"), ("talk/ours", "parents", "staff")):
        ran = deckgen("render", slide, "-a", audience, "-o", "x.pdf")
        name = slide.rpartition("/")[2]
        told = f'warning[unseen-slide]: talk never shows "{name}" to {audience}; it is drawn as if it did\n'
        assert ran.code == 0 and ran.err.startswith(told) and "--> decks/talk.yaml:" in ran.err, ran.err
        assert f"hint: it is seen by {seeing}\n" in ran.err and text_of((project / "x.pdf").read_bytes())
    account = deckgen("render", "points", "-d", "talk", "-a", "staff", "-o", "x.pdf", "--format", "json").json
    assert [one["code"] for one in account["diagnostics"]] == ["unseen-slide"]
    assert rendered(project, deckgen, "points", "-a", "parents") and rendered(project, deckgen, "talk/ours")


def test_a_slide_wears_the_brand_that_is_asked_for(project: Path, deckgen: Deckgen) -> None:
    (project / "assets/brands").mkdir(parents=True)
    (project / "assets/brands/cst").symlink_to(ROOT / "assets/brands/cst")
    # A link out of the project is none of its brands.
    assert deckgen("render", "points", "--brand", "cst").code == 2
    (project / "assets/brands/cst").unlink()
    subprocess.run(["cp", "-r", str(ROOT / "assets/brands/cst"), str(project / "assets/brands/cst")], check=True)
    assert "Wren Valley" in rendered(project, deckgen, "points")[0]
    assert "Wren Valley" not in rendered(project, deckgen, "points", "--brand", "cst")[0]


def test_a_hidden_slide_is_shown_to_who_asks_for_it(project: Path, deckgen: Deckgen) -> None:
    write(project, "slides/points.yaml", "kind: points\nhidden: true\ntitle: Two things\npoints: [One, Two]\n")
    assert "Two things" in rendered(project, deckgen, "points")[0]


def test_mistakes_of_other_slides_are_in_nobodys_way(project: Path, deckgen: Deckgen) -> None:
    write(project, "slides/welcome.yaml", "kind: covr\n")
    write(project, "slides/spare.yaml", "kind: [\n")
    assert "Two things" in rendered(project, deckgen, "points")[0]


def test_a_slides_own_mistake_is_told_at_its_place_and_the_old_picture_stays(project: Path, deckgen: Deckgen) -> None:
    rendered(project, deckgen, "points")
    before = (project / "x.pdf").read_bytes()
    write(project, "slides/points.yaml", "kind: points\ntitel: Two\npoints: [One, Two]\n")
    ran = deckgen("render", "points", "-o", "x.pdf")
    assert ran.code == 1 and "slides/points.yaml:2:1" in ran.err and 'did you mean "title"?' in ran.err
    assert (project / "x.pdf").read_bytes() == before and ran.out == ""


def test_warnings_are_told_and_strict_about(project: Path, deckgen: Deckgen) -> None:
    write(project, "slides/points.yaml", "kind: points\ntitle: Two\npoints: ['[One]()', Two]\n")
    ran = deckgen("render", "points", "-o", "x.pdf")
    assert ran.code == 0 and "warning[" in ran.err
    assert deckgen("render", "points", "-o", "x.pdf", "--strict").code == 1


def test_a_picture_is_as_wide_as_is_asked_for(project: Path, deckgen: Deckgen) -> None:
    for arguments, size in (([], (1920, 1080)), (["--width", "640"], (640, 360))):
        assert deckgen("render", "points", "-o", "x.png", *arguments).code == 0
        with Image.open(project / "x.png") as picture:
            assert picture.size == size and picture.format == "PNG"


def test_a_drawing_is_a_drawing(project: Path, deckgen: Deckgen) -> None:
    assert deckgen("render", "points", "-o", "x.SVG").code == 0
    assert b"<svg" in (project / "x.SVG").read_bytes()[:200]


def test_a_split_slide_gives_as_many_pictures(project: Path, deckgen: Deckgen) -> None:
    points = "".join(f"  - Point number {n} is told at no great length\n" for n in range(14))
    write(project, "slides/points.yaml", f"kind: points\noverflow: split\ntitle: Many\npoints:\n{points}")
    assert len(rendered(project, deckgen, "points")) > 1
    assert deckgen("render", "points", "-o", "x.png").out.splitlines()[:2] == ["written  x.png", "written  x-2.png"]
    ran = deckgen("render", "points", "-o", "-")
    assert ran.code == 2 and "goes on on" in ran.err and "--to pdf" in ran.err


def test_unasked_it_goes_below_build(project: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert deckgen("render", "talk/ours", "--to", "pdf").out == "written  build/render/talk/ours.pdf\n"
    monkeypatch.chdir(project / "slides")
    assert deckgen("render", "points", "--to", "pdf").code == 0
    assert (project / "build/render/points.pdf").exists()
    monkeypatch.chdir(project)
    assert deckgen("build").code == 0 and (project / "build/render/points.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pionts"], 'there is no slide "pionts" in this project; did you mean "points"?'),
        (["talk/our"], 'did you mean "talk/ours"?'),
        (["slides/pionts.yaml"], 'did you mean "points"?'),
        (["points", "--deck", "tlak"], 'did you mean "talk"?'),
        (["nothing", "--deck", "talk"], 'there is no slide "nothing" in talk or in slides/'),
        (["points", "-b", "plane"], 'there is no brand "plane"; did you mean "plain"?'),
        (["points", "-a", "parent"], 'there is no audience "parent" of talk; did you mean "parents"?'),
        (["spare", "-a", "parents"], 'no deck uses "spare"'),
        (["talk"], "talk is a deck; name one of its slides: talk/ID"),
        (["decks/talk.yaml"], "decks/talk.yaml is a deck; name one of its slides: talk/ID"),
        (["../points.yaml"], "is not below slides/"),
        (["points", "-o", "x.gif"], "x.gif should end in one of .png, .svg and .pdf"),
        (["points", "-o", "x"], "x should end in .png"),
        (["points", "-o", "x.png", "--to", "svg"], "x.png should end in .svg"),
        (["points", "--to", "gif"], "'gif' is not one of"),
        (["points", "--to", "pdf", "--width", "100"], "--width is for pictures in pixels, not for PDF"),
        (["points", "-o", "assets/x.png"], "assets/x.png lies in assets/"),
        (["points", "-o", ""], "the path is empty"),
        (["points", "--set", "waht=x"], 'did you mean "what"?'),
    ],
)
def test_what_isnt_there_is_wrong_usage(project: Path, deckgen: Deckgen, arguments: list[str], said: str) -> None:
    ran = deckgen("render", *arguments)
    assert (ran.code, ran.out) == (2, "") and said in ran.err


def test_a_folder_that_isnt_there_is_told_in_a_line(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("render", "points", "-o", "no/such/x.pdf")
    told = "no/such/x.pdf can't be written: its folder isn't there; make the folder no/such, or write somewhere else: "
    assert ran.code == 1 and f"{told}-o FILE\n" in ran.err


def test_a_link_in_place_of_the_folder_is_not_followed(project: Path, deckgen: Deckgen, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / "build").mkdir()
    (project / "build/render").symlink_to(tmp_path / "elsewhere")
    ran = deckgen("render", "points", "--to", "pdf")
    assert ran.code == 1 and "build/render is a link" in ran.err and not list((tmp_path / "elsewhere").iterdir())


def test_programs_are_told_the_files(project: Path, deckgen: Deckgen) -> None:
    account = deckgen("render", "points", "--to", "pdf", "--format", "json").json
    assert (account["command"], account["files"]) == ("render", ["build/render/points.pdf"])


def test_stdout_gets_the_bytes_and_nothing_else(project: Path) -> None:
    command = [sys.executable, "-m", "deckgen", "render", "points", "--to", "pdf", "-o", "-"]
    done = subprocess.run(command, cwd=project, capture_output=True, env={"PYTHONPATH": str(ROOT)}, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"") and "Two things" in text_of(done.stdout)[0]


def test_the_same_slide_gives_the_same_bytes(project: Path, deckgen: Deckgen) -> None:
    rendered(project, deckgen, "points")
    before = (project / "x.pdf").read_bytes()
    rendered(project, deckgen, "points")
    assert (project / "x.pdf").read_bytes() == before
