"""Projects: ids from paths, files read once, mistakes said to each who asks."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import NOWHERE, Diagnostics
from deckgen.resolve import audiences, load_project, resolve, resolve_alone
from deckgen.worlds import MemoryWorld
from tests.resolve.projects import HEAD, POINTS, STATEMENT, deck, project, resolved, said


class CountingWorld(MemoryWorld):
    """A world that counts what is read of it."""

    def read(self, path: str) -> bytes:
        self.__dict__.setdefault("asked", []).append(path)
        return super().read(path)


def test_ids_are_paths() -> None:
    found = project({"decks/a.yaml": "", "decks/b/c.yaml": "", "slides/d/e/f.yaml": "", "slides/g.yaml": ""})
    assert found.deck_ids() == ("a", "b/c")
    assert found.slide_ids() == ("d/e/f", "g")


def test_a_project_without_decks_is_told_so() -> None:
    diags = Diagnostics()
    load_project(MemoryWorld({}), diags)
    assert [one.code for one in diags] == ["no-decks"]


@pytest.mark.parametrize("path", ["decks/talk.yml", "decks/talk.YAML", "decks/talk.json"])
def test_a_deck_with_another_ending_is_told_to_be_renamed(path: str) -> None:
    diags = Diagnostics()
    load_project(MemoryWorld({path: "{}"}), diags)
    assert [one.hint for one in diags] == [f"rename {path} to end in .yaml"]


def test_only_what_a_deck_uses_is_read_and_once() -> None:
    world = CountingWorld(
        {
            "decks/talk.yaml": f"{HEAD}slides:\n  - use: a\n  - {{use: a, id: b}}\n",
            "decks/other.yaml": HEAD,
            "slides/a.yaml": POINTS,
            "slides/unused.yaml": POINTS,
        }
    )
    found = load_project(world, Diagnostics())
    for _ in range(2):
        resolve(found, "talk", "full", Diagnostics())
    assert world.__dict__["asked"] == ["decks/talk.yaml", "slides/a.yaml"]


def test_mistakes_of_a_file_are_said_to_every_deck_that_uses_it() -> None:
    found = project(
        {
            "decks/a.yaml": f"{HEAD}slides: [use: s]\n",
            "decks/b.yaml": f"{HEAD}slides: [use: s]\n",
            "slides/s.yaml": "kind: points\nkind: points\n",
        }
    )
    lines = []
    for name in ("a", "b"):
        diags = Diagnostics()
        resolve(found, name, "full", diags)
        lines.append(said(diags))
    assert lines[0] == lines[1]
    assert lines[0][0].startswith("error slides/s.yaml:2:1 duplicate-key")


def test_an_unknown_deck() -> None:
    diags = Diagnostics()
    assert resolve(deck("  - use: a\n", a=POINTS), "tlak", "full", diags) is None
    assert [(one.code, one.span, one.hint) for one in diags] == [("unknown-deck", NOWHERE, 'did you mean "talk"?')]


def test_a_slide_file_that_ends_in_yml_is_found_for_the_hint() -> None:
    found = project({"decks/talk.yaml": f"{HEAD}slides: [use: a]\n", "slides/a.yml": POINTS})
    assert resolved(found)[1] == [
        'error decks/talk.yaml:3:15 unknown-slide: there is no slide "a" (rename slides/a.yml to end in .yaml)'
    ]


def test_a_deck_is_built_for_full_and_its_audiences() -> None:
    diags = Diagnostics()
    found = project(
        {
            "decks/a.yaml": f"{HEAD}audiences: {{x: , y: }}\nslides: [use: s]\n",
            "decks/b.yaml": f"{HEAD}full: false\naudiences: {{x: }}\nslides: [use: s]\n",
            "decks/c.yaml": f"{HEAD}full: false\nslides: [use: s]\n",
            "slides/s.yaml": POINTS,
        }
    )
    decks = [found.deck(name, diags) for name in ("a", "b", "c")]
    assert [audiences(one) for one in decks if one] == [("full", "x", "y"), ("x",), ()]
    assert not said(diags)
    assert resolve(found, "b", "full", diags) is None
    assert resolve(found, "c", "full", diags) is None
    assert [one.code for one in diags] == ["unknown-audience", "no-audience"]


def test_slides_that_no_deck_uses_can_be_resolved_alone() -> None:
    diags = Diagnostics()
    found = project(
        {
            "decks/talk.yaml": f"{HEAD}audiences: {{parents: }}\nslides: [use: a]\n",
            "slides/a.yaml": STATEMENT,
            "slides/b.yaml": f"{POINTS}variants:\n  parents: {{title: Other}}\n  teachers: {{title: Other}}\n",
        }
    )
    slide = resolve_alone(found, "b", diags, audience="parents")
    assert slide is not None
    assert slide.fields["title"].layer == "variant parents"
    assert said(diags) == [
        "error slides/b.yaml:8:3 unknown-audience: no deck of this project has an audience "
        '"teachers" (declare it under "audiences:" in the deck; known here: parents)'
    ]


def test_the_source_of_a_file() -> None:
    found = project({"slides/a.yaml": "\ufeffkind: x"})
    assert found.source("slides/a.yaml") == "kind: x"
    assert found.source("slides/none.yaml") == ""


def test_a_mistake_at_the_head_of_a_deck_hides_none_below() -> None:
    head = "titel: A\nspeaker: {nmae: A}\nvars: {group: [a]}\naudiences: {x: {lable: A}}\nminutes: b\n"
    slide = "kind: statement\ntitle: '{{ group }}'\ntext: '{{ gruop }}'\n"
    found, lines = resolved(deck("  - use: a\n  - {use: b, only: [x, y]}\n", head, a=slide))
    assert found is not None
    assert (found.title, found.brand.text, [one.id for one in found.slides]) == ("", "plain", ["a"])
    assert [" ".join(line.split()[1:3]) for line in lines] == [
        "decks/talk.yaml:1:1 unknown-key:",
        "decks/talk.yaml:1:1 missing:",
        "decks/talk.yaml:2:11 unknown-key:",
        "decks/talk.yaml:5:10 bad-number:",
        "decks/talk.yaml:3:15 wrong-type:",
        "decks/talk.yaml:4:17 unknown-key:",
        "decks/talk.yaml:8:24 unknown-audience:",
    ]
