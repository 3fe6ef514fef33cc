"""Brand packs made and broken: every mistake with its place."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path as File

import pytest
from PIL import Image

from deckgen.brand.load import load_brand
from deckgen.brand.model import Brand
from deckgen.diagnostics import Diagnostics, Span
from deckgen.scene import Color, Picture, Shape, TextBox
from deckgen.units import box
from deckgen.worlds import MemoryWorld

ROOT = File(__file__).parents[2]
PLAIN = (ROOT / "deckgen/brand/plain/brand.yaml").read_text(encoding="utf-8")
MARK = '<svg viewBox="0 0 104 58"><circle class="mark" cx="10" cy="10" r="6"/></svg>'
SANS = (ROOT / "deckgen/fonts/files/liberation-sans/LiberationSans-Regular.ttf").read_bytes()
HERE = Span("decks/talk.yaml", 2, 8, 2, 12)
OWN = "assets/brands/own/"


def png(width: int, height: int) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), "#0B4638").save(made, "PNG")
    return made.getvalue()


def load(yaml: str, **files: str | bytes) -> tuple[Brand | None, list[str]]:
    below = {OWN + name: data for name, data in files.items()}
    world = MemoryWorld({OWN + "brand.yaml": yaml, **below}, today=date(2026, 1, 5))
    diags = Diagnostics()
    brand = load_brand(world, "own", diags, HERE)
    return brand, [f"{d.code}: {d.message}" + (f" = {d.hint}" if d.hint else "") for d in diags]


def changed(old: str, new: str, **files: str | bytes) -> tuple[Brand | None, list[str]]:
    assert old in PLAIN
    return load(PLAIN.replace(old, new, 1), **files)


def sound(old: str, new: str, **files: str | bytes) -> Brand:
    brand, said = changed(old, new, **files)
    assert said == []
    assert brand is not None
    return brand


def place_of(yaml: str, needle: str) -> tuple[int, int]:
    line = next(i for i, text in enumerate(yaml.splitlines(), 1) if needle in text)
    return line, yaml.splitlines()[line - 1].index(needle) + 1


def test_project_s_pack_comes_before_the_shipped_one() -> None:
    yaml = PLAIN.replace("name: Wren Valley Schools Trust", "name: Ours")
    world = MemoryWorld({"assets/brands/plain/brand.yaml": yaml})
    brand = load_brand(world, "plain", Diagnostics(), HERE)
    assert brand is not None
    assert (brand.title, brand.files) == ("Ours", ("assets/brands/plain/brand.yaml",))


def test_shipped_brand_needs_no_files_of_the_project() -> None:
    brand = load_brand(MemoryWorld({}), "plain", Diagnostics(), HERE)
    assert brand is not None
    assert brand.files == ("package:brand/plain/brand.yaml",)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("onw", 'did you mean "own"?'), ("zzzzzz", "known here: own, plain"), ("../own", 'did you mean "own"?')],
)
def test_unknown_brand_names_those_there_are(name: str, hint: str) -> None:
    diags = Diagnostics()
    world = MemoryWorld({OWN + "brand.yaml": PLAIN, OWN + "old/brand.yaml": PLAIN})
    assert load_brand(world, name, diags, HERE) is None
    assert [(d.span, d.message, d.hint) for d in diags] == [(HERE, f'there is no brand "{name}"', hint)]


def test_a_brand_s_folder_without_its_file_is_told() -> None:
    diags = Diagnostics()
    assert load_brand(MemoryWorld({OWN + "art/mark.svg": MARK}), "own", diags, HERE) is None
    assert [d.hint for d in diags] == ["the folder assets/brands/own has no brand.yaml"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: Wren", "nmae: Wren", 'unknown-key: a brand has no "nmae" = did you mean "name"?'),
        ('dk1: "#14181A"', 'dk1: "#14181"', 'bad-colour: "#14181" is not a colour'),
        ('dk1: "#14181A"', "dk1: rgb(20, 24, 26)", 'bad-colour: "rgb(20, 24, 26)" is not a colour = write "#14181A"'),
        ('dk1: "#14181A"', 'dk1: "#14181AFF"', 'bad-colour: "#14181AFF" is not a colour = write "#14181A"'),
        ('dk1: "#14181A"', "dk1: “#14181A”", 'bad-colour: "“#14181A”" is not a colour = write "#14181A"'),
        (
            'accent6: "#47514E"',
            'acent6: "#47514E"',
            'unknown-key: there is no "acent6" among theme colours = did you mean "accent6"?',
        ),
        (
            "text: dk1, title: dk1, muted: accent6, emph: accent1",
            "text: dk3, title: dk1, muted: accent6, emph: accent1",
            'unknown-colour: a theme has no colour "dk3" = did you mean "dk2"?',
        ),
        ("rule: lt2*86", "rule: lt2 86", 'bad-colour: "lt2 86" is not a colour of the theme'),
        (
            "  headline: -0.8",
            "  heading: -0.8",
            'unknown-key: there is no "heading" among styles = did you mean "headline"?',
        ),
        ("  headline: -0.8", "  headline: tight", 'bad-number: "tight" is not a number here'),
        (
            "size: 112, lead: 110",
            "size: 110, lead: 110",
            "bad-size: 110 pt is no step of the scale = nearest: 96 and 112",
        ),
        (
            "minor: {office: Arial, build: Liberation Sans}",
            "minor: {office: Arial, build: Helvetica}",
            'unknown-face: "Helvetica" does not ship with deckgen',
        ),
        (
            "minor: {office: Arial, build: Liberation Sans}",
            "minor: {office: Aptos, build: Liberation Sans}",
            'missing: deckgen does not know "Aptos"',
        ),
        (
            "arrangement: band",
            "arrangement: bend",
            'bad-choice: "bend" is not one of: side, band = did you mean "band"?',
        ),
        ('char: "–"', "char: --", 'bad-bullet: "--" is more than one character'),
        ("bg1: dk2, tx1: lt1", "bg1: dk2, tx1: dk2", "bad-map: bg1, tx1, bg2 and tx2 must be dk1, lt1, dk2 and lt2"),
        ("focus: accent1", "focus: accent9", 'unknown-colour: a theme has no colour "accent9"'),
        ('"#7FB3A2"', '"#7FB3A"', 'bad-colour: "#7FB3A" is not a colour'),
        (
            "arrangement: band,",
            "arrangement: band, art: ../other/art.svg,",
            'bad-path: "../other/art.svg" is not a path',
        ),
        ("arrangement: band,", "arrangement: band, art: art.jpg,", 'bad-file: "art.jpg" is not a kind of file'),
        (
            "arrangement: band,",
            "arrangement: band, art: art.svg,",
            'missing-file: the brand pack\'s "art.svg" cannot be read',
        ),
    ],
)
def test_mistakes_are_said_in_the_designer_s_words(old: str, new: str, message: str) -> None:
    brand, said = changed(old, new)
    assert brand is None
    assert said[0].startswith(message), said


def test_all_mistakes_are_said_at_once() -> None:
    yaml = PLAIN.replace('"#14181A"', "black").replace("arrangement: band", "arrangement: bend")
    _, said = load(yaml)
    assert [line.split(":")[0] for line in said] == ["bad-colour", "bad-choice"]


@pytest.mark.parametrize(
    ("role", "was", "color", "ratio", "need"),
    [
        ("muted", "accent6", "accent2", "3.18", "7"),
        ("emph", "accent1", "accent3", "1.75", "4.5"),
        ("title", "dk1", "accent4", "6.34", "7"),
    ],
)
def test_contrast_that_is_too_low_is_told_with_its_ratio(
    role: str, was: str, color: str, ratio: str, need: str
) -> None:
    yaml = PLAIN.replace(f"{role}: {was}", f"{role}: {color}", 1)
    diags = Diagnostics()
    load_brand(MemoryWorld({OWN + "brand.yaml": yaml}), "own", diags, HERE)
    (said,) = diags
    assert said.code == "low-contrast"
    assert f'"{role}" on "paper" has a contrast of {ratio} (' in said.message
    assert said.message.endswith(f"it needs {need}")
    line, col = place_of(yaml, f"{role}: {color}")
    assert (said.span.line, said.span.col) == (line, col + len(role) + 2)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ('"#F83"', 'write "#FF8833", in quotes'),
        ('"0a634e"', 'write "#0A634E", in quotes'),
        ("orange", 'write six hexadecimal digits in quotes: "#331447"'),
    ],
)
def test_a_colour_in_another_writing_is_given_as_it_has_to_be_written(written: str, hint: str) -> None:
    _, said = changed('accent1: "#0A634E"', f"accent1: {written}")
    assert [line.partition(" = ")[2] for line in said] == [hint]


def test_a_face_that_nobody_has_is_told_once_with_what_to_do() -> None:
    _, said = changed("minor: {office: Arial, build: Liberation Sans}", "minor: {office: Poppins, build: Poppins}")
    assert len(said) == 1 and said[0].startswith(
        'unknown-face: "Poppins" does not ship with deckgen = give its own files'
    )


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("muted: accent6, emph: accent1", "muted: accent2, emph: accent1", "write accent2*61, or a darker"),
        ("muted: lt2, emph: accent3", "muted: accent4, emph: accent3", "write accent4*"),
    ],
)
def test_low_contrast_names_the_nearest_shade_that_is_legible(old: str, new: str, hint: str) -> None:
    _, said = changed(old, new)
    assert said and hint in said[0]
    shade = said[0].partition("= write ")[2].partition(",")[0]
    assert not [
        line for line in changed(old, new.replace(new.split()[1].rstrip(","), shade))[1] if "low-contrast" in line
    ]


def test_link_colour_that_dark_layouts_give_to_another_is_refused() -> None:
    _, said = changed("emph: accent3, link: accent3", "emph: accent3, link: folHlink")
    assert any('"folHlink" means accent2 on dark layouts' in line for line in said)


def test_dark_map_follows_the_dark_ground_where_it_is_left_out() -> None:
    brand = sound("dark_map: {bg1: dk2, tx1: lt1, bg2: dk1, tx2: lt2, hlink: accent3, folHlink: accent2}", "")
    assert brand.dark_map == {
        "bg1": "dk2",
        "tx1": "lt1",
        "bg2": "dk1",
        "tx2": "lt2",
        "hlink": "accent3",
        "folHlink": "lt2",
    }


def test_surfaces_whose_words_are_lighter_than_their_ground_are_dark() -> None:
    brand = sound("name: Wren", "name: Wren")
    assert {name: surface.dark for name, surface in brand.surfaces.items()} == {
        "paper": False,
        "tint": False,
        "ground": True,
        "bright": False,
    }


WITH_MARK = (
    PLAIN.replace("lines: [Wren Valley, Schools Trust]", "lines: [Wren Valley, Schools Trust]\n  mark: mark.svg")
    .replace("baseline: 503}", "baseline: 501, mark_height: 22, gap: 8}")
    .replace("baseline: 60}", "baseline: 62, mark_height: 44, gap: 16}")
)


def test_mark_is_drawn_in_the_colour_of_its_surface() -> None:
    brand, said = load(WITH_MARK, **{"mark.svg": MARK})
    assert said == []
    assert brand is not None
    mark, words = brand.wordmark.footer_nodes["ground"]
    assert isinstance(mark, Shape)
    assert isinstance(words, TextBox)
    assert mark.fill == Color("lt1")
    # A field 104 wide at 22 of 58 units is 39.45 wide; (28 - 22) / 2 = 3 lower than the words.
    assert mark.rect == box(48 + 4 * 22 / 58, 495 + 4 * 22 / 58, 12 * 22 / 58, 12 * 22 / 58)
    assert words.rect.x == box(48 + 104 * 22 / 58 + 8, 0, 0, 0).x
    assert words.rect.y + words.style.seat == box(0, 501, 0, 0).y
    assert [paragraph.text for paragraph in words.paragraphs] == ["Wren Valley", "Schools Trust"]
    assert (words.style.bold, words.color, words.decorative) == (True, Color("lt1"), True)
    # A free box that wraps would be fitted, which LibreOffice 7.4 does with the face's own line height.
    assert not words.wrap


def test_a_mark_without_a_height_is_refused() -> None:
    _, said = changed(
        "lines: [Wren Valley, Schools Trust]", "lines: [Wren Valley]\n  mark: mark.svg", **{"mark.svg": MARK}
    )
    assert [line.partition(" = ")[0] for line in said] == ["missing: the mark has no height here"] * 2


def test_a_surface_may_have_a_mark_of_its_own() -> None:
    other = MARK.replace('class="mark"', 'class="accent3"')
    yaml = WITH_MARK.replace("mark: mark.svg", "mark: mark.svg\n  marks: {bright: other.svg}")
    brand, said = load(yaml, **{"mark.svg": MARK, "other.svg": other})
    assert said == []
    assert brand is not None
    marks = {name: nodes[0] for name, nodes in brand.wordmark.cover_nodes.items()}
    assert {name: mark.fill for name, mark in marks.items() if isinstance(mark, Shape)} == {
        "paper": Color("dk1"),
        "tint": Color("dk1"),
        "ground": Color("lt1"),
        "bright": Color("accent3"),
    }
    assert brand.files == tuple(OWN + name for name in ("brand.yaml", "mark.svg", "other.svg"))


def test_mistake_in_a_drawing_is_told_at_its_place_in_the_drawing() -> None:
    world = MemoryWorld({OWN + "brand.yaml": WITH_MARK, OWN + "mark.svg": MARK.replace("circle", "text")})
    diags = Diagnostics()
    assert load_brand(world, "own", diags, HERE) is None
    assert str(diags.errors[0].span) == OWN + "mark.svg:1:27"


def test_logo_replaces_mark_and_words() -> None:
    yaml = WITH_MARK.replace("mark: mark.svg", "logo: logo.png\n  logos: {ground: white.svg}")
    brand, said = load(yaml, **{"logo.png": png(300, 100), "white.svg": MARK})
    assert said == []
    assert brand is not None
    (logo,) = brand.wordmark.cover_nodes["paper"]
    assert isinstance(logo, Picture)
    assert (logo.rect, logo.decorative, logo.image.width) == (box(48, 42, 132, 44), True, 300)
    (drawn,) = brand.wordmark.cover_nodes["ground"]
    assert isinstance(drawn, Shape)


def test_logo_that_is_no_picture_is_refused() -> None:
    yaml = WITH_MARK.replace("mark: mark.svg", "logo: logo.png")
    (said,) = load(yaml, **{"logo.png": b"not a picture"})[1]
    assert said.startswith('unusable-picture: the picture "assets/brands/own/logo.png" can\'t be used')


def test_own_font_files_are_measured() -> None:
    brand = sound(
        "minor: {office: Arial, build: Liberation Sans}",
        "minor: {office: Ours, build: Ours, files: {regular: fonts/ours.ttf}}",
        **{"fonts/ours.ttf": SANS},
    )
    family = brand.fonts["minor"]
    assert family.files == {"regular": OWN + "fonts/ours.ttf"}
    assert family.share == pytest.approx(1.2 * 1854 / (1854 + 434))
    assert family.quote == pytest.approx((0.333, 0.333), abs=0.001)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, 'missing-file: the brand pack\'s "ours.ttf" cannot be read: there is no such file'),
        (b"nothing", 'bad-font: "ours.ttf" is not a font that can be measured'),
        (SANS[:20_000], 'bad-font: "ours.ttf" is not a font that can be measured, or not a whole one'),
        (SANS[:40], 'bad-font: "ours.ttf" is not a font that can be measured'),
    ],
)
def test_font_file_that_cannot_be_measured_is_refused(data: bytes | None, message: str) -> None:
    files = {} if data is None else {"ours.ttf": data}
    _, said = changed(
        "minor: {office: Arial, build: Liberation Sans}",
        "minor: {office: Ours, build: Ours, files: {regular: ours.ttf}}",
        **files,
    )
    assert len(said) == 1
    assert said[0].startswith(message)


@pytest.mark.parametrize("yaml", ["", "- a\n", "just words\n", "name: [\n", "name: Own\n", "theme: 5\n"])
def test_any_file_gives_a_diagnostic_and_no_brand(yaml: str) -> None:
    brand, said = load(yaml)
    assert brand is None
    assert said
