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
        (b"WEBVTT\n\n00:00.000 --> 00:02.000\nCaf\xe9\n", "the file is not in UTF-8"),
        ("1\n00:00:01,000 --> 00:00:02,000\nWords\n", "these are SubRip captions (.srt)"),
        ("\n1\n00:00:01,000 --> 00:00:02,000\n", "these are SubRip captions (.srt)"),
        (CUE, "the file doesn't begin with WEBVTT"),
        ("WEBVTTS\n", "the file doesn't begin with WEBVTT"),
    ],
)
def test_what_is_no_webvtt_is_refused_where_it_is_named(data: str | bytes, told: str) -> None:
    assert said(data) == [("slides/a.yaml:3:11", f'the captions "a.vtt" can\'t be used: {told}')]


def test_what_no_player_shows_is_reported_at_its_line() -> None:
    text = f"WEBVTT\n\n{CUE}\n00:03 --> 00:04\nNo\n\n00:09.000 --> 00:08.000\nNo\n\n00:61.000 --> 00:62.000\nNo\n"
    assert said(text) == [
        ("a.vtt:6:1", "this is no time that captions can have"),
        ("a.vtt:9:1", "these captions end before they begin"),
        ("a.vtt:12:1", "this is no time that captions can have"),
    ]


def test_captions_without_any_are_reported() -> None:
    assert said("WEBVTT\n\nNOTE Nothing yet\n") == [("a.vtt:1:1", "there are no captions in this file")]
