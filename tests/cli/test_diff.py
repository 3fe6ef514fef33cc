"""`deckgen diff`: what is named, what is told, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.review import sides
from tests.cli.conftest import Deckgen
from tests.support.tools import ROOT
from tests.test_git import AUTHOR, git

CHANGED = "kind: points\ntitle: Two things\npoints:\n  - One\n  - Two or three\n"


@pytest.fixture
def committed(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project in a repository, with one commit."""
    for name, value in AUTHOR.items():
        monkeypatch.setenv(name, value)
    git(project, "init", "-q", "-b", "main")
    (project / ".gitignore").write_text("build/\n")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "one")
    return project


def write(project: Path, text: str = CHANGED) -> None:
    (project / "slides" / "points.yaml").write_text(text, encoding="utf-8")


def test_a_deck_alone_is_compared_with_the_last_commit(committed: Path, deckgen: Deckgen) -> None:
    assert deckgen("diff", "talk") == (0, "no difference: talk at HEAD and talk\n", "")
    write(committed)
    assert deckgen("diff", "talk").out == (
        "1 slide changed\nfrom talk at HEAD to talk\n\nSlide 2: Two things  [changed]\n  points: Two{+ or three+}\n"
    )


def test_differences_end_with_1_only_where_that_is_asked_for(committed: Path, deckgen: Deckgen) -> None:
    assert deckgen("diff", "talk", "--exit-code").code == 0
    write(committed)
    assert deckgen("diff", "talk").code == 0
    assert deckgen("diff", "talk", "--exit-code").code == 1


def test_with_exit_code_1_is_a_difference_and_nothing_else(committed: Path, deckgen: Deckgen) -> None:
    asked = ("diff", "talk", "--exit-code")
    write(committed)
    assert [deckgen(*asked, "-o", place).code for place in ("said.txt", "no/such/said.txt")] == [1, 2]
    write(committed, "kind: pionts\ntitle: Two things\n")
    assert (deckgen("diff", "talk").code, deckgen(*asked).code) == (1, 2)
    Path("old.pptx").write_bytes(b"%PDF-1.7")
    assert (deckgen("diff", "old.pptx", "talk").code, deckgen("diff", "old.pptx", "talk", "--exit-code").code) == (1, 2)
    assert deckgen("diff", "tolk", "--exit-code").code == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
def test_with_exit_code_an_error_of_the_system_is_trouble(committed: Path) -> None:
    write(committed)
    command = [sys.executable, "-m", "deckgen", "diff", "talk"]
    with Path("/dev/full").open("w") as full:
        codes = [
            subprocess.run([*command, *option], stdout=full, env=dict(os.environ, PYTHONPATH=str(ROOT))).returncode
            for option in ((), ("--exit-code",))
        ]
    assert codes == [1, 2]


def test_two_audiences(project: Path, deckgen: Deckgen) -> None:
    told = deckgen("diff", "talk:parents", "talk:staff").out
    assert told.startswith(
        "1 slide added, 1 gone, 1 change to the deck itself\nfrom talk for parents to talk for staff\n"
    )
    assert "  audience: parents → staff\n" in told


def test_revisions_by_name_and_by_option(committed: Path, deckgen: Deckgen) -> None:
    write(committed)
    git(committed, "commit", "-qam", "two")
    ways = (
        ("HEAD~1:talk", "talk"),
        ("HEAD~1:talk",),
        ("talk", "--rev", "HEAD~1"),
        ("talk", "--rev", "HEAD~1", "--rev", "HEAD"),
    )
    for arguments in ways:
        assert deckgen("diff", *arguments).out.startswith("1 slide changed\nfrom talk at HEAD~1 to talk"), arguments
    assert "for parents at HEAD~1" in deckgen("diff", "HEAD~1:talk:parents", "talk:parents").out


def test_what_somebody_changed_by_hand(project: Path, deckgen: Deckgen, tmp_path: Path) -> None:
    deckgen("build")
    opened = Presentation("build/talk/talk.parents.pptx")
    opened.slides[1].shapes[1].text_frame.paragraphs[0].runs[0].text = "Only one"
    back = str(tmp_path / "back.pptx")
    opened.save(back)
    expected = "Slide 2: Two things  [changed]\n  points: [-One-] {+Only one+}\n"
    for arguments in (("talk:parents", back), ("talk", back), (back,)):
        told = deckgen("diff", *arguments).out
        assert told.startswith(f"1 slide changed\nfrom talk for parents to {back}\n"), arguments
        assert told.endswith(expected)


def test_json_says_all_of_it(committed: Path, deckgen: Deckgen) -> None:
    write(committed)
    told = deckgen("diff", "talk", "--format", "json").json
    assert (told["version"], told["command"], told["different"]) == (1, "diff", True)
    assert (told["before"], told["after"]) == ("talk at HEAD", "talk")
    assert told["counts"] == {"added": 0, "gone": 0, "moved": 0, "changed": 1, "same": 1, "before": 2, "after": 2}
    (change,) = told["slides"][1]["changes"]
    assert (change["type"], change["label"]) == ("text", "points")
    assert change["edits"][0]["pieces"] == [{"kind": "same", "text": "Two"}, {"kind": "new", "text": " or three"}]


def test_outputs_go_to_a_file_and_are_the_same_each_time(committed: Path, deckgen: Deckgen) -> None:
    write(committed)
    for form in ("html", "markdown", "json", "text"):
        assert deckgen("diff", "talk", "--format", form, "-o", "one").code == 0
        assert deckgen("diff", "talk", "--format", form, "-o", "two").code == 0
        assert Path("one").read_bytes() == Path("two").read_bytes()
    assert b"\x1b" not in Path("one").read_bytes()


def test_a_page_needs_a_file(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("diff", "talk", "talk:parents", "--format", "html")
    assert ran.code == 2 and "add -o diff.html" in ran.err


def test_neither_side_is_written_over(project: Path, deckgen: Deckgen) -> None:
    deckgen("build")
    ran = deckgen("diff", "talk", "build/talk/talk.pptx", "-o", "build/talk/talk.pptx")
    assert ran.code == 2 and "one of the two that are compared" in ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("tolk",), 'there is no deck or file "tolk"; did you mean "talk"?'),
        (("talk:parnets", "talk"), '"talk" has no audience "parnets"; did you mean "parents"?'),
        (("talk", "--rev", "mian"), 'there is no revision "mian"; did you mean "main"?'),
        (("HEAD:tolk", "talk"), 'there is no deck "tolk" at HEAD; did you mean "talk"?'),
        (("talk", "new.pptx"), "there is no file new.pptx"),
        (("talk", "nowhere/new.pptx"), "there is no folder nowhere"),
        (("talk", "talk", "--rev", "HEAD"), "--rev goes with one DECK"),
        (("HEAD:talk", "--rev", "HEAD"), "both name a revision"),
        (("talk", "--rev", "a", "--rev", "b", "--rev", "c"), "twice at most"),
    ],
)
def test_wrong_usage_says_what_is_meant(
    committed: Path, deckgen: Deckgen, arguments: tuple[str, ...], told: str
) -> None:
    ran = deckgen("diff", *arguments)
    assert (ran.code, ran.out) == (2, "") and told in ran.err


def test_outside_of_a_repository_a_deck_alone_says_what_to_do(project: Path, deckgen: Deckgen) -> None:
    ran = deckgen("diff", "talk")
    assert ran.code == 2
    assert "this project is in no git repository; compare two files, or two audiences of a deck" in ran.err


def test_a_side_with_mistakes_shows_them_and_which_side_it_is(committed: Path, deckgen: Deckgen) -> None:
    write(committed, "kind: pionts\ntitle: Two things\n")
    git(committed, "commit", "-qam", "broken")
    write(committed)
    ran = deckgen("diff", "talk")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("talk at HEAD can't be compared: it has mistakes\nerror[unknown-kind]")
    assert "slides/points.yaml:1:7" in ran.err and "1 | kind: pionts" in ran.err


def test_a_file_that_cannot_be_read_is_told_in_a_line(project: Path, deckgen: Deckgen) -> None:
    Path("old.pptx").write_bytes(b"%PDF-1.7")
    ran = deckgen("diff", "talk", "old.pptx")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "old.pptx can't be compared: it is a PDF file; name the .pptx that it was made from\n"


def test_files_need_no_project(
    project: Path, deckgen: Deckgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deckgen("build")
    built = project / "build" / "talk"
    monkeypatch.chdir(tmp_path)
    ran = deckgen("diff", str(built / "talk.pptx"), str(built / "talk.staff.pptx"))
    assert ran.code == 0 and ran.out.startswith("1 slide added, 1 gone")
    ran = deckgen("diff", "talk")
    assert ran.code == 2 and 'there is no deck or file "talk"' in ran.err


def test_values_of_variables_hold_for_both_sides(project: Path, deckgen: Deckgen) -> None:
    told = deckgen("diff", "talk:parents", "talk:staff", "--set", "what=the tide", "--format", "json").out
    assert "the weather" not in told and json.loads(told)["different"]


def test_a_file_as_a_revision_has_it(committed: Path, deckgen: Deckgen) -> None:
    deckgen("build", "--out", "kept")
    git(committed, "add", "-A")
    git(committed, "commit", "-qm", "two")
    write(committed)
    deckgen("build", "--out", "kept")
    told = deckgen("diff", "HEAD:kept/talk/talk.pptx", "kept/talk/talk.pptx").out
    assert told.startswith("1 slide changed\nfrom kept/talk/talk.pptx at HEAD to kept/talk/talk.pptx\n")
    ran = deckgen("diff", "HEAD:kept/talk/tolk.pptx", "kept/talk/talk.pptx")
    assert ran.code == 1 and 'there is no such file; did you mean "talk.pptx"?' in ran.err


def test_decks_of_brands_that_have_changed_are_drawn_each_in_its_own(committed: Path, deckgen: Deckgen) -> None:
    deck = (committed / "decks" / "talk.yaml").read_text()
    pack = committed / "assets" / "brands" / "ours"
    shutil.copytree(ROOT / "assets" / "brands" / "cst", pack)
    (committed / "decks" / "talk.yaml").write_text(deck.replace("brand: plain", "brand: ours"))
    git(committed, "add", "-A")
    git(committed, "commit", "-qm", "two")
    brand = (pack / "brand.yaml").read_text()
    assert '"#331447"' in brand
    (pack / "brand.yaml").write_text(brand.replace('"#331447"', '"#331440"'))
    assert deckgen("diff", "talk", "--format", "html", "-o", "diff.html").code == 0
    page = Path("diff.html").read_text()
    assert "Colour dk2" in page and "#331447" in page and "#331440" in page
    assert deckgen("diff", "talk").out.startswith("no") is False
    assert deckgen("diff", "HEAD:talk", "HEAD:talk").out.startswith("no difference")


def deck_of(project: Path, name: str, text: str) -> None:
    (project / "decks" / f"{name}.yaml").write_text(text, encoding="utf-8")


ANOTHER = "title: Another\nbrand: plain\nslides:\n  - use: welcome\n"


@pytest.fixture
def branched(committed: Path) -> Path:
    """A branch on which one deck has changed, one has come, one is gone, and one is as it was."""
    for name in ("gone", "kept"):
        deck_of(committed, name, ANOTHER)
    git(committed, "add", "-A")
    git(committed, "commit", "-qm", "two")
    git(committed, "checkout", "-qb", "ours")
    write(committed)
    deck = (committed / "decks/talk.yaml").read_text(encoding="utf-8")
    deck_of(committed, "talk", deck.replace("parents: {label: Parents}", "parents: {label: Parents}\n  board: {}"))
    (committed / "decks/gone.yaml").unlink()
    deck_of(committed, "came", ANOTHER)
    return committed


REPORT = """\
1 deck changed, 1 added, 1 gone, 1 the same
from main to what lies here

came  [added]
  the whole deck: 1 slide

gone  [gone]
  the whole deck: 1 slide

talk  [changed]
  for board: added, 2 slides
  Slide 2: Two things  [changed]  for the whole deck, parents
    points: Two{+ or three+}
"""


def test_a_revision_alone_compares_all_decks_for_all_audiences(branched: Path, deckgen: Deckgen) -> None:
    assert deckgen("diff", "main") == (0, REPORT, "")
    for arguments in (("main...",), ("--rev", "main"), ()):
        told = REPORT.replace("from main ", f"from {arguments[-1] if arguments else 'HEAD'} ")
        assert deckgen("diff", *arguments).out == told
    git(branched, "add", "-A")
    git(branched, "commit", "-qm", "three")
    for arguments in (("main", "ours"), ("--rev", "main", "--rev", "ours")):
        assert deckgen("diff", *arguments).out == REPORT.replace("what lies here", "ours")
    assert deckgen("diff") == (0, "no difference in 3 decks\nfrom HEAD to what lies here\n", "")


def test_a_change_that_all_audiences_see_is_told_once(branched: Path, deckgen: Deckgen) -> None:
    (branched / "slides/welcome.yaml").write_text("kind: cover\ntitle: Hello, all\nspeaker: Amara Osei\n")
    told = deckgen("diff", "main").out
    assert "Slide 1: Hello, all  [changed]  for everyone\n" in told and told.count("Slide 1: Hello, all") == 2
    kept = told.partition("\nkept  [changed]\n")[2].partition("\n\n")[0]
    assert "for everyone" not in kept and "Slide 1: Hello, all  [changed]\n" in kept


def test_the_report_of_all_decks_as_markdown_and_for_programs(branched: Path, deckgen: Deckgen) -> None:
    told = deckgen("diff", "main", "--format", "markdown").out
    assert told.startswith("### 1 deck changed, 1 added, 1 gone, 1 the same\n\nfrom main to what lies here\n")
    assert "#### talk · changed\n\n- for board: added, 2 slides\n\n**Slide 2: Two things** · changed" in told
    assert "- points: Two<ins> or three</ins>\n" in told
    account = deckgen("diff", "main", "--format", "json").json
    assert (account["different"], account["before"], account["after"]) == (True, "main", "")
    decks = {deck["deck"]: deck for deck in account["decks"]}
    assert {name: deck["status"] for name, deck in decks.items()} == {
        "came": "added",
        "gone": "gone",
        "kept": "same",
        "talk": "changed",
    }
    versions = {one["audience"]: one for one in decks["talk"]["audiences"]}
    assert {name: one["status"] for name, one in versions.items()} == {
        "full": "changed",
        "parents": "changed",
        "board": "added",
        "staff": "same",
    }
    assert versions["full"]["counts"]["changed"] == 1 and versions["board"]["after"] == 2


def test_a_report_that_no_forge_would_take_is_cut(committed: Path, deckgen: Deckgen) -> None:
    point = "word " * 30
    slides = "".join(f"  - {{kind: points, id: s{n}, title: T{n}, points: [{point}, {point}]}}\n" for n in range(140))
    deck_of(committed, "long", f"title: Long\nbrand: plain\nslides:\n{slides}")
    git(committed, "add", "-A")
    git(committed, "commit", "-qm", "two")
    deck_of(committed, "long", f"title: Long\nbrand: plain\nslides:\n{slides.replace('word ', 'other ')}")
    told = deckgen("diff", "HEAD", "--format", "markdown").out
    assert len(told) < 65_536 and told.endswith("*… and more: see `deckgen diff DECK --format html`*\n")


def test_a_deck_with_mistakes_is_told_and_the_others_are_compared(branched: Path, deckgen: Deckgen) -> None:
    deck_of(branched, "kept", ANOTHER.replace("use: welcome", "use: welcom"))
    ran = deckgen("diff", "main")
    assert ran.code == 1 and "kept  [can't be compared]\n" in ran.out and "points: Two{+ or three+}" in ran.out
    assert ran.out.startswith("1 deck changed, 1 added, 1 gone, 1 can't be compared\n")
    assert ran.err.startswith("kept can't be compared: it has mistakes\nerror[")
    assert "decks/kept.yaml:4:10" in ran.err and ran.err.count("can't be compared") == 1
    assert deckgen("diff", "main", "--exit-code").code == 2
    account = deckgen("diff", "main", "--format", "json").json
    assert [one["status"] for deck in account["decks"] for one in deck["audiences"] if deck["deck"] == "kept"] == [
        "failed"
    ]


def test_exit_code_of_all_decks(branched: Path, deckgen: Deckgen) -> None:
    assert (deckgen("diff", "main", "--exit-code").code, deckgen("diff", "main", "main", "--exit-code").code) == (1, 0)


def test_decks_with_rows_are_compared_for_one_of_them(committed: Path, deckgen: Deckgen) -> None:
    (committed / "rows.csv").write_text("urn,what\n1,rain\n2,snow\n", encoding="utf-8")
    deck = "title: For {{ urn }}\nbrand: plain\nrows: rows.csv\nslides:\n  - use: points\n"
    deck_of(committed, "each", deck)
    git(committed, "add", "-A")
    git(committed, "commit", "-qm", "two")
    write(committed)
    told = deckgen("diff").out
    assert "each for its first row  [changed]\n  Slide 1: Two things  [changed]\n" in told
    assert "the weather" not in told and "rain" not in told
    assert "each for row urn=2  [changed]\n" in deckgen("diff", "--row", "urn=2").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("main", "talk"), '"main" is a revision: write main:DECK'),
        (("talk", "main"), '"main" is a revision: write main:DECK'),
        (("main", "--rev", "HEAD"), '"main" and --rev both name a revision'),
        (("--rev", "a", "--rev", "b", "--rev", "c"), "twice at most"),
        (("mian",), 'there is no deck or file "mian"; did you mean "main"?'),
        (("--rev", "mian"), 'there is no revision "mian"; did you mean "main"?'),
        (("main", "--format", "html", "-o", "x.html"), "a page is of one deck"),
    ],
)
def test_wrong_usage_of_revisions(committed: Path, deckgen: Deckgen, arguments: tuple[str, ...], told: str) -> None:
    ran = deckgen("diff", *arguments)
    assert (ran.code, ran.out) == (2, "") and told in ran.err


def test_outside_of_a_repository_or_a_project_all_decks_say_what_to_do(
    project: Path, deckgen: Deckgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = deckgen("diff")
    assert ran.code == 2 and "this project is in no git repository" in ran.err
    monkeypatch.chdir(tmp_path)
    assert "no deckgen project here" in deckgen("diff").err


def test_a_deck_named_as_a_branch_is_the_deck(committed: Path, deckgen: Deckgen) -> None:
    git(committed, "branch", "talk")
    assert deckgen("diff", "talk").out == "no difference: talk at HEAD and talk\n"
    assert deckgen("diff", "--rev", "talk").out.startswith("no difference in 1 deck\nfrom talk to")


def test_a_deck_that_is_the_same_on_both_sides_is_read_once(
    branched: Path, deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    whole = sides.read_deck
    monkeypatch.setattr(sides, "read_deck", lambda package: read.append(package) or whole(package))
    assert deckgen("diff", "main", "main").code == 0
    assert len(read) == 5  # gone, kept, and talk for three audiences
