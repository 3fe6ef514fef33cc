from __future__ import annotations

import hashlib
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from deckgen.cli.main import cli
from deckgen.ooxml.chunks import Pieces
from deckgen.overlay import OverlayWorld
from deckgen.pipeline import Compiled, Pipeline
from deckgen.verify import verify_package
from deckgen.verify.names import NS
from deckgen.worlds import DiskWorld
from tests.decks.library import BRANDS, TODAY
from tests.kinds.clicks import played
from tests.support.films import film, movie, track
from tests.support.tools import ROOT

POSTER = "poster: {file: assets/gallery/valley-film.png, alt: The valley}\n"
VIDEO = f"kind: video\ntitle: A morning\nvideo: film.mp4\ncaptions: film.vtt\n{POSTER}"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nGood morning.\n"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
P173 = "{http://schemas.microsoft.com/office/powerpoint/2017/3/main}"
R = f"{{{NS['r']}}}"


def made(*slides: str, brand: str = "plain", files: dict[str, bytes] | None = None) -> tuple[Compiled, Pipeline]:
    """A deck of these slides, in a project with a film and its captions."""
    held: dict[str, str | bytes] = {"film.mp4": film(), "film.vtt": CAPTIONS, **(files or {})}
    held |= {f"slides/s{n}.yaml": slide for n, slide in enumerate(slides)}
    order = "".join(f"  - use: s{n}\n" for n in range(len(slides)))
    held["decks/talk.yaml"] = f"title: T\nbrand: {brand}\nslides:\n{order}"
    pipeline = Pipeline(OverlayWorld(held, below=DiskWorld(str(ROOT), today=TODAY)))
    return pipeline.compile("talk", "full"), pipeline


@cache
def parts(*slides: str) -> dict[str, bytes]:
    """The parts of a deck of these slides."""
    data = made(*slides)[0].data
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def relations(found: dict[str, bytes], slide: int = 1) -> dict[str, tuple[str, str, bool]]:
    """(kind, target, whether outside) of a slide's relationships by id."""
    root = etree.fromstring(found[f"ppt/slides/_rels/slide{slide}.xml.rels"])
    return {r.get("Id", ""): (r.get("Type", ""), r.get("Target", ""), r.get("TargetMode") == "External") for r in root}


def picture(found: dict[str, bytes], slide: int = 1) -> etree._Element:
    shape = etree.fromstring(found[f"ppt/slides/slide{slide}.xml"]).find(".//p:pic", NS)
    assert shape is not None
    return shape


def test_a_film_lies_in_the_deck_as_it_is() -> None:
    found = parts(VIDEO)
    name = f"ppt/media/{hashlib.sha256(film()).hexdigest()[:32]}.mp4"
    assert found[name] == film()
    assert b'Extension="mp4" ContentType="video/mp4"' in found["[Content_Types].xml"]


def test_a_film_is_led_to_as_the_standard_and_as_powerpoint_want_it() -> None:
    found = parts(VIDEO)
    shape, known = picture(found), relations(found)
    led, media = shape.find(".//a:videoFile", NS), shape.find(f".//{P14}media")
    assert led is not None and media is not None
    kinds = [known[led.get(f"{R}link", "")], known[media.get(f"{R}embed", "")]]
    assert [kind for kind, _, _ in kinds] == [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/video",
        "http://schemas.microsoft.com/office/2007/relationships/media",
    ]
    assert kinds[0][1:] == kinds[1][1:]
    click = shape.find(".//a:hlinkClick", NS)
    assert click is not None and (click.get(f"{R}id"), click.get("action")) == ("", "ppaction://media")
    ph = shape.find(".//p:ph", NS)
    assert ph is not None and ph.get("type") == "media"


def test_captions_are_tracks_of_the_film() -> None:
    found = parts(VIDEO)
    track = picture(found).find(f".//{P173}track")
    assert track is not None
    kind, target, _ = relations(found)[track.get(f"{R}embed", "")]
    assert kind == "http://schemas.microsoft.com/office/2017/04/relationships/track"
    assert found[target.replace("..", "ppt")] == CAPTIONS.encode()
    assert (track.get("lang"), track.get("label")) == ("en-GB", "English")
    assert b'Extension="vtt" ContentType="text/vtt"' in found["[Content_Types].xml"]


def test_it_plays_on_the_next_click_and_pauses_on_one_on_it() -> None:
    found = parts(VIDEO)
    root = etree.fromstring(found["ppt/slides/slide1.xml"])
    commands = {c.get("cmd"): c for c in root.iter(f"{{{NS['p']}}}cmd")}
    assert list(commands) == ["playFrom(0.0)", "togglePause"]
    nodes = {name: _sequence(command) for name, command in commands.items()}
    assert nodes == {"playFrom(0.0)": "mainSeq", "togglePause": "interactiveSeq"}
    playing = commands["playFrom(0.0)"].find("p:cBhvr/p:cTn", NS)
    assert playing is not None and playing.get("dur") == "4000"
    shape = picture(found).find("p:nvPicPr/p:cNvPr", NS)
    assert shape is not None
    assert {target.get("spid") for target in root.iter(f"{{{NS['p']}}}spTgt")} == {shape.get("id")}
    assert played(found["ppt/slides/slide1.xml"]).hidden == set()


def _sequence(command: etree._Element) -> str:
    types = [node.get("nodeType") or "" for node in command.iterancestors(f"{{{NS['p']}}}cTn")]
    return next(found for found in types if found.endswith("Seq"))


def test_a_film_that_two_slides_show_is_stored_once() -> None:
    found = parts(VIDEO, VIDEO.replace("A morning", "Again"), VIDEO.replace("film.mp4", "./film.mp4"))
    assert sum(name.endswith(".mp4") for name in found) == 1
    assert sum(name.endswith(".vtt") for name in found) == 1


@pytest.mark.parametrize(
    ("link", "target", "media"),
    [
        (
            "https://www.youtube.com/watch?v=abcDEF12345",
            "https://www.youtube.com/embed/abcDEF12345?feature=oembed",
            False,
        ),
        ("https://youtu.be/abcDEF12345?t=3", "https://www.youtube.com/embed/abcDEF12345?feature=oembed", False),
        ("https://vimeo.com/123456", "https://player.vimeo.com/video/123456?app_id=122963", False),
        ("https://www.example.org/film.mp4", "https://www.example.org/film.mp4", False),
        ("films/our film.mp4", "films/our%20film.mp4", True),
    ],
)
def test_a_film_outside_is_led_to_and_not_fetched(link: str, target: str, media: bool) -> None:
    found = parts(f"kind: video\ntitle: A morning\nlink: {link}\nsilent: true\n{POSTER}")
    outside = [(kind.rpartition("/")[2], address) for kind, address, out in relations(found).values() if out]
    assert outside == [("video", target), *([("media", target)] if media else [])]
    assert not any(name.endswith(".mp4") for name in found)
    assert (picture(found).find(f".//{P14}media") is not None) is media


@pytest.mark.parametrize(
    ("size", "shown"), [((1280, 720), (616, 346)), ((640, 480), (462, 346)), ((720, 1280), (194, 346))]
)
def test_the_frame_has_the_films_own_shape(size: tuple[int, int], shown: tuple[int, int]) -> None:
    compiled, _ = made(VIDEO, files={"film.mp4": film(movie(), track(*size))})
    assert compiled.scene is not None
    rect = next(node for node in compiled.scene.slides[0].nodes if node.name == "video").rect
    assert (rect.w // 12_700, rect.h // 12_700) == shown
    assert abs(rect.w / rect.h - size[0] / size[1]) < 0.001, "a player stretches"


@pytest.mark.parametrize("brand", BRANDS)
def test_a_deck_with_a_film_is_sound(brand: str) -> None:
    data = made(VIDEO, brand=brand)[0].data
    assert data is not None and verify_package(data) == ()


@pytest.mark.validator
def test_the_sdk_finds_nothing(sdk_errors: Callable[..., list[str]]) -> None:
    outside = f"kind: video\ntitle: Outside\nlink: films/film.mp4\ncaptions: film.vtt\n{POSTER}"
    web = f"kind: video\ntitle: On the web\nlink: https://vimeo.com/123456\n{POSTER}"
    data = made(VIDEO, outside, web)[0].data
    assert data is not None and sdk_errors(data) == []


@pytest.mark.render
def test_libreoffice_shows_the_poster(office_pdf: Callable[..., Path]) -> None:
    data = made(VIDEO)[0].data
    assert data is not None and office_pdf(data).stat().st_size > 5_000


def test_python_pptx_opens_it() -> None:
    from pptx import Presentation

    data = made(VIDEO)[0].data
    assert data is not None
    shapes = Presentation(io.BytesIO(data)).slides[0].shapes
    assert [shape.name for shape in shapes] == ["title", "video", "slide-number"]


def test_the_same_film_gives_the_same_bytes() -> None:
    assert made(VIDEO)[0].data == made(VIDEO)[0].data


def test_a_film_is_not_held_in_memory(tmp_path: Path) -> None:
    """Thirty megabytes of film, written to a disk, cost no thirty megabytes."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "film.mp4").write_bytes(film(picture=bytes(30_000_000)))
    (tmp_path / "poster.png").write_bytes(Path(ROOT, "assets/gallery/valley-film.png").read_bytes())
    slide = "{kind: video, title: A, video: film.mp4, silent: true, poster: {file: poster.png, alt: A}}"
    (tmp_path / "decks" / "talk.yaml").write_text(f"title: T\nbrand: plain\nslides: [{slide}]\n")
    compiled = Pipeline(DiskWorld(str(tmp_path), today=TODAY)).compile("talk", "full")
    assert compiled.chunks is not None
    assert sum(not isinstance(chunk, bytes) for chunk in compiled.chunks) == 1
    assert sum(len(chunk) for chunk in compiled.chunks if isinstance(chunk, bytes)) < 1_000_000
    tracemalloc.start()
    size = sum(len(piece) for chunk in compiled.chunks for piece in ((chunk,) if isinstance(chunk, bytes) else chunk))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 30_000_000 > 10 * peak


def test_a_build_writes_it_and_knows_it_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    (tmp_path / "decks").mkdir()
    (tmp_path / "film.mp4").write_bytes(film())
    (tmp_path / "poster.png").write_bytes(Path(ROOT, "assets/gallery/valley-film.png").read_bytes())
    slide = "{kind: video, title: A, video: film.mp4, silent: true, poster: {file: poster.png, alt: A}}"
    (tmp_path / "decks" / "talk.yaml").write_text(f"title: T\nbrand: plain\nslides: [{slide}]\n")
    monkeypatch.chdir(tmp_path)
    first, second = (CliRunner().invoke(cli, ["build"]) for _ in range(2))
    assert first.exit_code == second.exit_code == 0, first.output
    (written,) = (tmp_path / "build").rglob("*.pptx")
    assert verify_package(written.read_bytes()) == ()
    assert "film.mp4" in (tmp_path / "build" / ".deckgen.json").read_text()
    assert "unchanged" in second.output


def test_without_a_film_all_chunks_are_held() -> None:
    compiled, _ = made("kind: statement\ntitle: T\ntext: It is so.\n")
    assert compiled.chunks and all(isinstance(chunk, bytes) for chunk in compiled.chunks)


def test_pieces_are_read_anew_each_time() -> None:
    compiled, _ = made(VIDEO)
    assert compiled.chunks is not None
    (one,) = (chunk for chunk in compiled.chunks if not isinstance(chunk, bytes))
    again: Pieces = one
    assert b"".join(one) == b"".join(again) == film()
