"""SVG drawings as pictures: what is kept, what is left out, what is refused and where, and the twin in pixels."""

from __future__ import annotations

import io
import time
from xml.etree import ElementTree

import pytest
from PIL import Image

from deckgen import scene
from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.picture import load_picture
from deckgen.worlds import MemoryWorld

HERE = Span("slides/a.yaml", 3, 8, 3, 20)
SVG = "http://www.w3.org/2000/svg"
OPEN = f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 96 64">'
CORNERS = '<rect width="48" height="32" fill="#c81414"/><rect x="48" y="32" width="48" height="32" fill="#1414c8"/>'


def load(svg: str | bytes, **options: int) -> tuple[scene.Image | None, list[str]]:
    diags = Diagnostics()
    data = svg.encode() if isinstance(svg, str) else svg
    image = load_picture(MemoryWorld({"a.svg": data}), "a.svg", HERE, diags, **options)
    return image, [f"{d.span.file}:{d.span.line} {d.severity.value} {d.code}: {d.message} = {d.hint}" for d in diags]


def sound(svg: str) -> scene.Image:
    image, told = load(svg)
    assert image is not None and told == []
    assert image.vector is not None and image.vector.format == "svg" and image.format == "png"
    return image


def kept(svg: str) -> str:
    vector = sound(svg).vector
    assert vector is not None
    ElementTree.fromstring(vector.data)
    return vector.data.decode()


def twin(image: scene.Image) -> Image.Image:
    decoded = Image.open(io.BytesIO(image.data))
    assert decoded.size == (image.width, image.height)
    return decoded.convert("RGBA")


def test_a_drawing_is_kept_with_a_twin_that_shows_the_same() -> None:
    image = sound(f"{OPEN}{CORNERS}</svg>")
    assert (image.width, image.height) == (2560, 1707)
    shown = twin(image)
    assert shown.getpixel((100, 100)) == (200, 20, 20, 255)
    assert shown.getpixel((2500, 1600)) == (20, 20, 200, 255)
    assert shown.getpixel((2500, 100))[3] == 0, "nothing is drawn there"
    assert shown.getpixel((2559, 1706))[3] == shown.getpixel((0, 0))[3] == 255, "no seam at the edges"
    assert sound(f"{OPEN}{CORNERS}</svg>") == image


def test_what_editors_leave_behind_goes() -> None:
    told = kept(
        f'<?xml version="1.0"?><!-- SecretCam --><svg xmlns="{SVG}" xmlns:i="http://inkscape.org/" viewBox="0 0 9 6">'
        '<metadata>SecretCam</metadata><title>SecretCam</title><i:view i:place="SecretCam"/>'
        '<rect i:label="SecretCam" data-place="SecretCam" id="a" class="b" width="9" height="6"/></svg>'
    )
    assert "SecretCam" not in told and '<rect id="a" class="b" width="9" height="6"></rect>' in told


def test_a_gradient_keeps_its_direction() -> None:
    body = (
        '<linearGradient id="g" x1="0" y1="0" x2="0" y2="1">'
        '<stop stop-color="#fff"/><stop offset="1"/></linearGradient>'
        '<rect width="96" height="64" fill="url(#g)"/>'
    )
    shown = twin(sound(f"{OPEN}{body}</svg>"))
    assert shown.getpixel((100, 20))[0] > 240 and shown.getpixel((2400, 20))[0] > 240
    assert shown.getpixel((100, 1690))[0] < 15
    assert 'x1="0" y1="0" x2="0" y2="1"' in kept(f"{OPEN}{body}</svg>")


def test_links_are_unwrapped_and_their_contents_stay() -> None:
    told = kept(f'{OPEN}<a id="x"><rect width="5" height="5"/></a></svg>')
    assert '<g id="x"><rect' in told and "<a" not in told.replace("<animate", "")


def test_parts_that_are_used_are_named_in_the_way_every_program_reads() -> None:
    told = kept(f'{OPEN}<defs><rect id="r" width="9" height="9"/></defs><use href="#r"/><use xlink:href="#r"/></svg>')
    assert told.count('<use xlink:href="#r">') == 2


def test_animation_stands_still_and_that_is_said() -> None:
    image, told = load(f'{OPEN}<rect width="9" height="9"><animate attributeName="x" to="9"/></rect></svg>')
    assert image is not None and image.vector is not None and b"animate" not in image.vector.data
    assert told[0].startswith('slides/a.yaml:3 warning picture-frames: the picture "a.svg" moves, and is shown')


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("\n<script>alert(1)</script>", "a.svg:2 error bad-svg: this drawing holds a script"),
        ('\n\n<rect onload="x()"/>', 'a.svg:3 error bad-svg: this drawing holds a script ("onload")'),
        ("\n<foreignObject><p/></foreignObject>", "a piece of a web page"),
        ('\n<image href="https://x.org/a.png"/>', "a picture of its own"),
        ('\n<image href="data:image/png;base64,AA"/>', "place that picture by itself"),
        ('\n<use href="other.svg#a"/>', 'something outside the drawing: "other.svg#a"'),
        ('\n<use xlink:href="https://x.org/#a"/>', "something outside the drawing"),
        ('\n<rect fill="url(https://x.org/#a)"/>', "something outside the drawing"),
        ('\n<rect style="fill:url( &quot;//x.org/a&quot; )"/>', "something outside the drawing"),
        ("\n<style>@import url(https://x.org/a.css);</style>", "a style sheet or a font"),
        ("\n<style>@font-face{font-family:x;src:url(#a)}</style>", "a style sheet or a font"),
        ("\n<style>rect{fill:u\\72l(//x.org)}</style>", "backslashes"),
        ("\n<style>rect{behavior: url(#a)}</style>", "a script"),
        ('\n<a href="javascript:alert(1)"><rect/></a>', 'something outside the drawing: "javascript'),
        ("\n<feImage/>", "a picture within a filter"),
        ("\n<video/>", "<video>, which can't be drawn"),
        ("\n<text font-family=\"'Proxima Nova', Arial\">Hi</text>", 'sets words in "Proxima Nova"'),
        ('\n<text style="font: 12px Papyrus">Hi</text>', "which is not there to draw them"),
        ('\n<g id="a"><use href="#a"/></g>', "this drawing uses itself"),
        ("\n<rect>", "this is not SVG: mismatched tag"),
        ("\n<x:rect/>", "this is not SVG: unbound prefix"),
    ],
)
def test_what_runs_reaches_out_or_cant_be_drawn_is_refused_where_it_stands(body: str, reason: str) -> None:
    image, told = load(f"{OPEN}{body}</svg>")
    assert image is None
    assert reason in told[0] and told[0].startswith("a.svg:") and not told[0].endswith("None")


def test_all_that_is_wrong_is_said_at_once() -> None:
    told = load(f'{OPEN}\n<script/>\n<rect onclick="x"/>\n<use href="b"/></svg>')[1]
    assert [line.split()[0] for line in told] == ["a.svg:2", "a.svg:3", "a.svg:4"]


def nested(outer: str, inner: str, last: str, levels: int = 9) -> str:
    """Parts that each hold the one before ten times; `{n}` is a part's number, `{m}` that of the one before."""
    parts = [outer.format(n=0, inside=last)]
    parts += [outer.format(n=n, inside=inner.format(m=n - 1) * 10) for n in range(1, levels)]
    return "".join(parts)


LAUGHS = nested('<!ENTITY l{n} "{inside}">', "&l{m};", "ha", 12)
USES = nested('<g id="u{n}">{inside}</g>', '<use href="#u{m}"/>', "<rect/>")
PATTERNS = nested('<pattern id="p{n}">{inside}</pattern>', '<rect class="c{m}"/>', "")
GRADIENTS = "".join(f'<linearGradient id="g{n}"/>' for n in range(19_000))
STYLED = "".join(f".c{n}{{fill:url(#g{n})}}" for n in range(19_000))
PATTERNS += "<style>" + "".join(f".c{n}{{fill:url(#p{n})}}" for n in range(9)) + "</style>"


@pytest.mark.parametrize(
    ("svg", "reason"),
    [
        (f"<!DOCTYPE svg [{LAUGHS}]>{OPEN}&l11;</svg>", "declares entities"),
        (f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{OPEN}&x;</svg>', "declares entities"),
        (f'{OPEN}<defs>{USES}</defs><use href="#u8"/></svg>', "unfolds to more than 300,000 parts"),
        (f'{OPEN}<defs>{PATTERNS}</defs><rect class="c8"/></svg>', "unfolds to more than"),
        (f"{OPEN}<style>{STYLED}</style>{GRADIENTS}</svg>", "names more than 400 parts"),
        (f"{OPEN}{'<g>' * 200}{'</g>' * 200}</svg>", "64 groups deep"),
        (f"{OPEN}{'<rect/>' * 30_000}</svg>", "more than 20,000 parts"),
        (f'<svg xmlns="{SVG}"><rect/></svg>', "does not say how large it is"),
        (f'<svg xmlns="{SVG}" width="100%" height="100%"/>', "does not say how large it is"),
        (f'<svg xmlns="{SVG}" viewBox="0 0 1e9 1e9"/>', "beyond all measure"),
        (f'<svg xmlns="{SVG}" viewBox="0 0 0 10"/>', "is empty"),
        (f'<svg xmlns="{SVG}" viewBox="0 0 9000 10"/>', "40 times as long as wide"),
        (f'<?xml-stylesheet href="https://x.org/a.css"?>{OPEN}</svg>', "a style sheet"),
        (f"{OPEN}{'x' * 4_100_000}</svg>", "at most 4 MB"),
        ("<svg ", "this is not SVG"),
    ],
)
def test_bombs_are_refused_at_once(svg: str, reason: str) -> None:
    begun = time.process_time()
    image, told = load(svg)
    assert time.process_time() - begun < 3
    assert image is None and reason in told[0]


def test_a_document_type_without_entities_does_no_harm() -> None:
    kind = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert "DOCTYPE" not in kept(f"<?xml version='1.0'?>\n{kind}\n{OPEN}{CORNERS}</svg>")


def test_words_are_drawn_in_the_faces_that_deckgen_has() -> None:
    words = '<text x="4" y="40" font-size="30" {}>Ag</text>'
    drawn = {
        face: sound(f"{OPEN}{words.format(face)}</svg>").data
        for face in ("", 'font-family="Georgia, serif"', 'style="font-family:Arial"')
    }
    plain, georgia, arial = drawn.values()
    assert plain == arial != georgia
    assert twin(sound(f"{OPEN}{words.format('')}</svg>")).getbbox() is not None
    assert 'font-family="Arial"' in kept(f"{OPEN}{words.format('')}</svg>"), "the file asks for the office face"


def test_a_drawing_measured_in_millimetres_keeps_its_shape() -> None:
    image = sound(f'<svg xmlns="{SVG}" width="210mm" height="105mm"><rect width="9" height="9"/></svg>')
    assert (image.width, image.height) == (2560, 1280)


@pytest.mark.parametrize(
    "size",
    [
        'viewBox="0,0,96,64"',
        'viewBox="0 0 96px 64px"',
        'viewBox="0 0 9.6e1 6.4e1" width="100%"',
        'width="96" height="64"',
    ],
)
def test_a_size_may_be_written_in_many_ways(size: str) -> None:
    told = kept(f'<svg xmlns="{SVG}" {size}>{CORNERS}</svg>')
    assert 'viewBox="0 0 96 64"' in told and 'width="96"' in told


def test_a_drawing_has_one_frame() -> None:
    assert load(f"{OPEN}{CORNERS}</svg>", frame=1)[1] == []
    assert "which has one frame" in load(f"{OPEN}{CORNERS}</svg>", frame=2)[1][0]


def test_the_cache_gives_back_the_drawing_with_its_twin() -> None:
    world = MemoryWorld({"a.svg": f"{OPEN}{CORNERS}</svg>"})
    first, second = (load_picture(world, "a.svg", HERE, Diagnostics()) for _ in range(2))
    assert first == second is not None and len(world._cache) == 1
