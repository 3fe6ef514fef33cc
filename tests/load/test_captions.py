from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostics, Span
from deckgen.load.captions import load_captions
from deckgen.worlds import MemoryWorld

SPAN = Span("slides/a.yaml", 3, 11, 3, 20)
CUE = "00:00.000 --> 00:02.000\nGood morning.\n"


def said(data: str | bytes) -> list[tuple[str, str]]:
    """(place, message) of what is said of a file of captions."""
    diags = Diagnostics()
    found = load_captions(MemoryWorld({"a.vtt": data}), "a.vtt", SPAN, diags)
    assert (found is None) == bool(diags.errors)
    return [(str(d.span), d.message) for d in diags]


@pytest.mark.parametrize(
    "text",
    [
        f"WEBVTT\n\n{CUE}",
        f"\ufeffWEBVTT - Our school\r\n\r\n1\r\n{CUE}",
        "WEBVTT\n\nNOTE A remark.\n\n01:00:00.000 --> 01:00:02.500 align:start line:0\nWords\n",
        "WEBVTT\n\n100:00:00.000 --> 100:00:01.000\nA long film\n",
    ],
)
def test_captions_are_taken_as_they_are(text: str) -> None:
    diags = Diagnostics()
    found = load_captions(MemoryWorld({"a.vtt": text}), "a.vtt", SPAN, diags)
    assert not len(diags) and found is not None
    assert found.data == text.encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("", "the file is empty"),
        ("   \n", "the file is empty"),
        (CUE, "the file doesn't begin with WEBVTT"),
        ("WEBVTTS\n", "the file doesn't begin with WEBVTT"),
        ("webvtt\n\n" + CUE, "the file doesn't begin with WEBVTT"),
        ("0:00:00.599,0:00:04.160\nhello\n", "the file doesn't begin with WEBVTT"),
        (b"\0\0\0\x18ftypmp42" + b"\0" * 50, "it is a film"),
        (b"PK\3\4" + b"x" * 50, "it is an archive or a document"),
        (b"%PDF-1.7\n", "it is a PDF"),
        (b"\x7fELF\0\0\0\0", "it is no text"),
        ("WEBVTT\n" + "x" * 3_000_000, "the file is 3 MB large"),
    ],
)
def test_what_is_no_webvtt_is_refused_where_it_is_named(data: str | bytes, told: str) -> None:
    assert said(data) == [("slides/a.yaml:3:11", f'the captions "a.vtt" can\'t be used: {told}')]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"WEBVTT\n\n00:00.000 --> 00:02.000\nCaf\xe9\n", ("a.vtt:4:4", 'in Windows-1252 it is "é"')),
        (("WEBVTT\n\n" + CUE).encode("utf-16"), ("a.vtt:1:1", "saved as UTF-16")),
        (("WEBVTT\n\n" + CUE).encode("utf-16-le"), ("a.vtt:1:1", "saved as UTF-16")),
    ],
)
def test_what_is_not_utf_8_is_told_where_it_is_not(data: bytes, told: tuple[str, str]) -> None:
    ((place, message),) = said(data)
    assert place == told[0] and told[1] in message


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("assets/video/fell.vtt", 'did you mean "Fell.vtt"?'),
        ("assets/video/fel.vtt", 'did you mean "Fell.vtt"?'),
        ("../fell.vtt", "copy the file into the project"),
        ("https://example.org/fell.vtt", "save the file in the project and write its path"),
        ("nowhere.vtt", "paths begin at the project's folder"),
    ],
)
def test_a_file_that_is_not_there_is_told_with_what_to_do(path: str, hint: str) -> None:
    diags = Diagnostics()
    assert load_captions(MemoryWorld({"assets/video/Fell.vtt": "WEBVTT"}), path, SPAN, diags) is None
    (one,) = diags
    assert (str(one.span), one.hint) == ("slides/a.yaml:3:11", hint)


SUBRIP = """\
1
00:00:01,000 --> 00:00:02,500
<i>Hello</i> &amp; <font color="red">x < y & z</font>

2
0:00:03,000-->0:00:04,000
{\\an8}12


3
00:00:05,000 --> 00:00:06,000 X1:40 X2:600
A --> B

"""


def test_subrip_becomes_webvtt() -> None:
    for text in (SUBRIP, "\ufeff" + SUBRIP.replace("\n", "\r\n")):
        diags = Diagnostics()
        found = load_captions(MemoryWorld({"a.srt": text}), "a.srt", SPAN, diags)
        assert not len(diags) and found is not None
        assert found.data.decode() == (
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<i>Hello</i> &amp; x &lt; y &amp; z\n\n"
            "00:00:03.000 --> 00:00:04.000 line:0\n12\n\n00:00:05.000 --> 00:00:06.000\nA --&gt; B\n"
        )
        assert (found.begins, str(found.last)) == ((1000, 3000, 5000), "a.vtt:11:1".replace("vtt", "srt"))


def test_mistakes_in_subrip_have_their_own_places() -> None:
    assert said("1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:05,0 -> 00:00:06,000\nB\n") == [
        ("a.vtt:6:1", "this is no time that captions can have")
    ]
    assert said("1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:0x,000 --> 00:00:06,000\nB\n") == [
        ("a.vtt:5:1", "this is no time that captions can have")
    ]


def test_empty_lines_before_the_first_are_left_out() -> None:
    found = load_captions(MemoryWorld({"a.vtt": f"\n\nWEBVTT\n\n{CUE}"}), "a.vtt", SPAN, Diagnostics())
    assert found is not None and found.data == f"WEBVTT\n\n{CUE}".encode()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("00:03 --> 00:04", "00:00:03.000 --> 00:00:04.000"),
        ("00:00:03,000 --> 00:00:04,500", "00:00:03.000 --> 00:00:04.500"),
        ("1:04:03.5 -> 1:04:04.250", "01:04:03.500 --> 01:04:04.250"),
        ("00:03.000 → 00:04.000", "00:00:03.000 --> 00:00:04.000"),
        ("00:03.000 —> 00:04.000", "00:00:03.000 --> 00:00:04.000"),
        ("00:61.000 --> 00:62.000", "00:01:01.000 --> 00:01:02.000"),
        ("soon --> later", "00:01:04.500 --> 00:01:08.000"),
    ],
)
def test_a_time_that_is_none_is_given_back_as_it_was_meant(written: str, meant: str) -> None:
    diags = Diagnostics()
    assert load_captions(MemoryWorld({"a.vtt": f"WEBVTT\n\n  {written}\nWords\n"}), "a.vtt", SPAN, diags) is None
    (one,) = diags
    assert (str(one.span), one.hint) == ("a.vtt:3:3", f"write it so: {meant}")


def test_of_many_mistakes_the_first_are_told_and_how_many_more() -> None:
    told = said("WEBVTT\n\n" + "0:01 --> 0:02\nx\n\n" * 30)
    assert [place for place, _ in told] == [f"a.vtt:{line}:1" for line in (3, 6, 9, 12, 15)]
    assert told[-1][1].endswith("; 25 more lines of this file are wrong as well")


def cues(*times: str) -> str:
    return "WEBVTT\n\n" + "\n\n".join(f"{time}\nWords" for time in times) + "\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            cues("00:00.000 --> 00:05.000", "00:01.000 --> 00:02.000", "00:04.000 --> 00:06.000"),
            ("a.vtt:6:1", "these captions begin while those before them are still shown (and 1 more)"),
        ),
        (
            cues("00:09.000 --> 00:10.000", "00:01.000 --> 00:02.000"),
            ("a.vtt:6:1", "these captions begin before those above them, and players may leave them out"),
        ),
        (
            f"WEBVTT\n\n{CUE}<v Amara>If <b>x</b> < 5 <script>\n",
            ("a.vtt:5:22", "what begins with this < is taken for a mark, and not shown (and 1 more)"),
        ),
    ],
)
def test_what_players_show_badly_is_warned_of_once(text: str, told: tuple[str, str]) -> None:
    assert said(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        cues("00:00.000 --> 00:05.000", "00:00.000 --> 00:06.000"),  # two people at once
        cues("00:00.000 --> 00:05.000", "00:05.000 --> 00:06.000"),
        cues("00:00.000 --> 00:05.000 line:0", "00:01.000 --> 00:06.000"),
        f"WEBVTT\n\n{CUE}<v Amara Osei><i.loud>Well,</i> <00:00:01.000>no\n",
        f"WEBVTT\n\n{CUE}\nNOTE <to do>\n9:00 -> 10:30\n",
        f"WEBVTT\n\n{CUE}9:00 à 10:30\nou 11:15 → 12:00\n",
        "1\n00:00:01,000 --> 00:00:02,000\n9:00 -> 10:30\n3:1 --> 4:1\n",
    ],
)
def test_what_is_meant_so_is_not_warned_of(text: str) -> None:
    assert said(text) == []


def test_hostile_words_stay_words() -> None:
    text = f"WEBVTT\n\n{CUE}\u202eevil\x07 ]]> &lt;/script> 😀{'x' * 10_000}\n"
    found = load_captions(MemoryWorld({"a.vtt": text}), "a.vtt", SPAN, Diagnostics())
    assert found is not None and found.data == text.encode()


def test_what_no_player_shows_is_reported_at_its_line() -> None:
    text = f"WEBVTT\n\n{CUE}\n00:03 --> 00:04\nNo\n\n00:09.000 --> 00:08.000\nNo\n\n00:61.000 --> 00:62.000\nNo\n"
    assert said(text) == [
        ("a.vtt:6:1", "this is no time that captions can have"),
        ("a.vtt:9:1", "these captions end before they begin"),
        ("a.vtt:12:1", "this is no time that captions can have"),
    ]


def test_captions_without_any_are_reported() -> None:
    assert said("WEBVTT\n\nNOTE Nothing yet\n") == [("a.vtt:1:1", "there are no captions in this file")]
