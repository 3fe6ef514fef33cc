"""Diagnostics as workflow commands: one line each, escaped."""

from __future__ import annotations

from deckgen.diagnostics import NOWHERE, Diagnostics, Note, Span
from deckgen.diagnostics.render_github import render_github


def test_a_command_names_place_title_message_and_hint() -> None:
    diags = Diagnostics()
    diags.error("unknown-kind", Span("slides/a.yaml", 2, 7, 2, 13), "unknown kind", hint="did you mean it?")
    assert render_github(diags, {}.get) == (
        "::error file=slides/a.yaml,line=2,col=7,endColumn=13,title=unknown-kind::"
        "unknown kind%0Ahint: did you mean it?\n"
    )


def test_several_lines_have_an_end_line_and_no_end_column() -> None:
    diags = Diagnostics()
    diags.warning("code", Span("a.yaml", 2, 7, 4, 3), "m", notes=(Note(Span("b.yaml", 1, 2, 1, 3), "first"),))
    assert render_github(diags, {}.get) == (
        "::warning file=a.yaml,line=2,col=7,endLine=4,title=code::m%0Ab.yaml:1:2: first\n"
    )


def test_what_would_end_or_forge_a_command_is_escaped() -> None:
    diags = Diagnostics()
    diags.error("code", Span("a,b:c%.yaml", 1, 1, 1, 2), "50%0A\r\n::set-env name=x::y, z: ok")
    text = render_github(diags, {}.get)
    assert text.startswith("::error file=a%2Cb%3Ac%25.yaml,line=1,")
    assert text.endswith("::50%250A␍␊::set-env name=x::y, z: ok\n")
    assert text.count("\n") == 1


def test_a_place_in_no_file_is_left_out_and_a_folder_put_before_the_others() -> None:
    diags = Diagnostics()
    diags.error("code", NOWHERE, "m")
    assert render_github(diags, {}.get, folder="talks/") == "::error title=code::m\n"
    diags.error("code", Span("a.yaml", 1, 1, 1, 1), "m")
    assert "file=talks/a.yaml," in render_github(diags, {}.get, folder="talks/")
