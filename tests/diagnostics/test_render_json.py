"""Diagnostics for programs: the shape, to the letter."""

from __future__ import annotations

import json

from deckgen.diagnostics import NOWHERE, Diagnostics, Note, Span
from deckgen.diagnostics.render_json import render_json


def test_the_shape_is_stable() -> None:
    diags = Diagnostics()
    diags.error(
        "unknown-kind",
        Span("slides/é.yaml", 1, 7, 1, 13),
        'unknown kind "pionts"',
        hint="did you?",
        notes=(Note(Span("b.yaml", 2, 1, 3, 2), "first"),),
    )
    diags.warning("no-place", NOWHERE, "message")
    assert json.loads(render_json(diags, {}.get)) == {
        "version": 1,
        "errors": 1,
        "warnings": 1,
        "diagnostics": [
            {
                "severity": "error",
                "code": "unknown-kind",
                "message": 'unknown kind "pionts"',
                "hint": "did you?",
                "file": "slides/é.yaml",
                "line": 1,
                "col": 7,
                "end_line": 1,
                "end_col": 13,
                "notes": [{"message": "first", "file": "b.yaml", "line": 2, "col": 1, "end_line": 3, "end_col": 2}],
            },
            {
                "severity": "warning",
                "code": "no-place",
                "message": "message",
                "hint": None,
                "file": "",
                "line": 0,
                "col": 0,
                "end_line": 0,
                "end_col": 0,
                "notes": [],
            },
        ],
    }


def test_nothing_found_is_an_account_too() -> None:
    assert json.loads(render_json(Diagnostics(), {}.get)) == {
        "version": 1,
        "errors": 0,
        "warnings": 0,
        "diagnostics": [],
    }


def test_a_lone_surrogate_does_not_stop_it() -> None:
    diags = Diagnostics()
    diags.error("code", Span("a\udce9.yaml", 1, 1, 1, 1), "x\ud800y\x1b")
    found = json.loads(render_json(diags, {}.get))["diagnostics"][0]
    assert (found["file"], found["message"]) == ("a?.yaml", "x?y\x1b")
