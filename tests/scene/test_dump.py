from __future__ import annotations

from msgspec.structs import replace

from deckgen.diagnostics import Span
from deckgen.scene import Color, Line, Paragraph, Path, Run, Shape
from deckgen.scene.dump import dump
from deckgen.units import box, pt
from tests.write.pptx.decks import cover, deck, everything, sample, slide, text, words

EVERYTHING = """\
slide talk/everything  points on "Points"  en-GB  section "The evidence"
  title "Everything at once"
  text title  48.0,60.0 252.0×300.0  title 0
    title 34/98% major tracking -20  dk2
    ¶
      "Everything at once"
    | 48.0 60.0 90.0  Everything at once
  text points  344.0,60.0 568.0×300.0  body 1 moved
    body 24/99% minor  restyled  gap 9.0  inset 12.0  dk1
    ¶
      "First"
    | 344.0 60.0 90.0  First
    ¶  level 1
      "Below"
    ¶  gap 6.0  margin 30.0  indent -10.0
      "Plain, "
      "bold"  bold  accent2
      " italic"  italic
      break
      "2"  raised
      "a link"  -> https://example.org/a?b=1&c=2
      "own"  accent2  -> https://example.org/ü b
      "there"  -> slide talk/cover
      "“"  tracking 0
    ¶  small 20/99% minor  accent2  bold
      "In a style of its own"
    ¶
    ¶  bullet
      "Bulleted"
    ¶  no bullet
      "Not bulleted"
"""


def test_a_slide_reads_as_what_is_on_it() -> None:
    assert dump(everything()).startswith(EVERYTHING)


def test_figures_say_their_place_paint_and_words() -> None:
    told = dump(everything())
    for line in (
        "    jpeg 160×90 ",
        'crop 21.9% 0.0% 21.9% 0.0%  alt "A “portrait”"\n',
        "  picture free  700.0,380.0 60.0×60.0  free  decorative\n",
        "  shape Dots  600.0,60.0 300.0×300.0  path of 2 (",
        "  rule rule  40.0,440.0 300.0×0.0  1.0 accent2  decorative\n",
        '  group pair  400.0,450.0 200.0×40.0  alt "Two boxes"\n',
        "    shape right  510.0,450.0 90.0×40.0  ellipse  stroke 1.0 accent2  decorative\n",
    ):
        assert line in told


def test_notes_are_read_as_well() -> None:
    assert dump(everything()).endswith(
        '  notes\n    ¶\n      "Say this."\n    ¶  bullet\n      "and this"\n    ¶  level 1  bullet\n'
        '      "below"\n    ¶\n      "Look at "\n      "the source"  -> https://example.org/\n'
    )


def test_a_deck_says_what_it_is_and_then_its_slides() -> None:
    told = dump(sample()).splitlines()
    assert told[0] == 'deck "A talk"  brand sample  en-GB  audience full  author "Leora"  source "decks/talk.yaml"'
    assert [line.split()[1] for line in told if line.startswith("slide ")] == [
        "talk/cover",
        "talk/everything",
        "talk/contrast",
    ]
    assert [line.endswith("hidden") for line in told if line.startswith("slide ")] == [False, False, True]


def test_shades_are_said_in_per_cent() -> None:
    told = dump(slide("x", Shape(name="s", rect=box(0, 0, 1, 1), fill=Color("dk2", 85_000, 14_000))))
    assert "fill dk2*85+14" in told


def test_where_a_slide_was_written_changes_nothing() -> None:
    here = replace(cover(), span=Span("slides/a.yaml", 3, 1, 4, 1))
    assert dump(here) == dump(cover())


def test_a_moved_line_changes_one_line() -> None:
    one, two = (
        dump(slide("x", text("points", words("Words"), lines=(Line("Words", 0, pt(20), y, pt(90)),))))
        for y in (pt(72), pt(72.4))
    )
    changed = [pair for pair in zip(one.splitlines(), two.splitlines(), strict=True) if pair[0] != pair[1]]
    assert changed == [("    | 20.0 72.0 90.0  Words", "    | 20.0 72.4 90.0  Words")]


def test_another_path_is_another_text() -> None:
    one, two = (
        dump(slide("x", Shape(name="s", rect=box(0, 0, 1, 1), geometry=Path(9, 9, (("O", r, r, r),))))) for r in (3, 4)
    )
    assert one != two


def test_a_lowered_run_and_minus_nothing() -> None:
    told = dump(slide("x", text("points", Paragraph((Run("2", baseline=-25_000),), indent=-1))))
    assert '"2"  lowered' in told and "indent 0.0" in told


def test_a_deck_without_slides() -> None:
    assert dump(deck()).count("\n") == 1
