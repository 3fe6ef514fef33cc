"""What may be overwritten, what is reported, what is removed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.output import NotWritten, Output, OutputFolder, open_folder

TALK = Output(deck="talk", audience="full", source="decks/talk.yaml")
PARENTS = Output(deck="talk", audience="parents", source="decks/talk.yaml")
OTHER = Output(deck="other", audience="full", source="decks/other.yaml")
Opener = Callable[..., OutputFolder]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


@pytest.fixture
def build(project: Path) -> Opener:
    """The project's output folder, opened anew at each call."""
    return lambda **options: open_folder(str(project / "build"), project=str(project), **options)


def put(folder: OutputFolder, *outputs: Output, content: bytes = b"deck") -> list[str]:
    with folder:
        return [folder.write(o, content, inputs={o.source: "00"}) for o in outputs]


def records(project: Path) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads((project / "build/.deckgen.json").read_text())["outputs"]
    return found


def refusal(folder: OutputFolder, output: Output = TALK, content: bytes = b"new") -> NotWritten:
    with folder, pytest.raises(NotWritten) as caught:
        folder.write(output, content, inputs={})
    return caught.value


def test_a_deck_is_written_and_entered(project: Path, build: Opener) -> None:
    assert put(build(), TALK, PARENTS) == ["written", "written"]
    assert (project / "build/talk/talk.parents.pptx").read_bytes() == b"deck"
    entry = records(project)["talk/talk.parents.pptx"]
    assert (entry["deck"], entry["audience"], entry["source"]) == ("talk", "parents", "decks/talk.yaml")
    assert entry["inputs"] == {"decks/talk.yaml": "00"}
    assert sorted(p.name for p in (project / "build").iterdir()) == [".deckgen.json", "talk"]


def test_the_manifest_names_no_place_outside_the_project(project: Path, build: Opener) -> None:
    put(build(), TALK)
    assert str(project) not in (project / "build/.deckgen.json").read_text()


def test_the_same_deck_again_is_not_written_again(project: Path, build: Opener) -> None:
    put(build(), TALK)
    before = [(p, p.stat().st_mtime_ns) for p in sorted((project / "build").rglob("*"))]
    assert put(build(), TALK) == ["unchanged"]
    assert [(p, p.stat().st_mtime_ns) for p in sorted((project / "build").rglob("*"))] == before


def test_a_new_version_replaces_deckgens_own(project: Path, build: Opener) -> None:
    put(build(), TALK, content=b"old")
    assert put(build(), TALK, content=b"new") == ["written"]
    assert (project / "build/talk/talk.pptx").read_bytes() == b"new"


def test_an_edited_deck_is_not_overwritten(project: Path, build: Opener) -> None:
    put(build(), TALK)
    (project / "build/talk/talk.pptx").write_bytes(b"edited an hour before the talk")
    found = refusal(build())
    assert found.code == "output-edited"
    assert "talk/talk.pptx has been edited" in found.reason and "--force" in (found.hint or "")
    assert (project / "build/talk/talk.pptx").read_bytes() == b"edited an hour before the talk"
    assert refusal(build()).code == "output-edited", "refusing must not make it deckgen's own"


def test_an_edited_deck_is_overwritten_when_forced(project: Path, build: Opener) -> None:
    put(build(), TALK)
    (project / "build/talk/talk.pptx").write_bytes(b"edited")
    assert put(build(force=True), TALK) == ["written"]
    assert put(build(), TALK, content=b"newer") == ["written"]


def test_an_edited_deck_that_came_to_equal_the_new_one_is_fine(project: Path, build: Opener) -> None:
    put(build(), TALK)
    (project / "build/talk/talk.pptx").write_bytes(b"new")
    assert put(build(), TALK, content=b"new") == ["unchanged"]


def test_a_strangers_file_is_not_overwritten(project: Path, build: Opener) -> None:
    (project / "build/talk").mkdir(parents=True)
    (project / "build/talk/talk.pptx").write_bytes(b"mine")
    assert refusal(build()).code == "output-foreign"
    assert put(build(force=True), TALK, content=b"new") == ["written"]


def test_another_projects_deck_is_neither_overwritten_nor_pruned(tmp_path: Path) -> None:
    shared = str(tmp_path / "out")
    put(open_folder(shared, project=str(tmp_path / "one")), TALK)
    assert refusal(open_folder(shared, project=str(tmp_path / "two"))).code == "output-foreign"
    with open_folder(shared, project=str(tmp_path / "two")) as folder:
        assert folder.prune(set()).removed == ()
    assert (tmp_path / "out/talk/talk.pptx").exists()


@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_never_written_through(project: Path, build: Opener, force: bool) -> None:
    (project / "elsewhere.pptx").write_bytes(b"mine")
    (project / "build/talk").mkdir(parents=True)
    (project / "build/talk/talk.pptx").symlink_to(project / "elsewhere.pptx")
    assert "is a link" in refusal(build(force=force)).reason
    assert (project / "elsewhere.pptx").read_bytes() == b"mine"


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_or_pipe_of_that_name_is_left_alone(project: Path, build: Opener, force: bool) -> None:
    (project / "build/talk/talk.pptx").mkdir(parents=True)
    os.mkfifo(project / "build/talk/talk.parents.pptx")
    assert "is a folder" in refusal(build(force=force)).reason
    assert "is no ordinary file" in refusal(build(force=force), PARENTS).reason


def test_a_decks_folder_that_is_a_link_is_left_alone(project: Path, build: Opener) -> None:
    (project / "build").mkdir()
    (project / "elsewhere").mkdir()
    (project / "build/talk").symlink_to(project / "elsewhere")
    assert "build/talk is a link" in refusal(build()).reason
    assert list((project / "elsewhere").iterdir()) == []


def test_a_decks_folder_that_is_a_file_is_told_in_a_line(project: Path, build: Opener) -> None:
    (project / "build").mkdir()
    (project / "build/talk").write_text("notes")
    assert "build/talk is a file, not a folder" in refusal(build()).reason


def test_an_output_folder_that_is_a_file_is_told_in_a_line(project: Path, build: Opener) -> None:
    (project / "build").write_text("notes")
    with pytest.raises(NotWritten, match="build is a file, not a folder"):
        build()


def test_an_output_folder_linked_out_of_the_project_is_refused_unless_asked_for(
    tmp_path: Path, project: Path, build: Opener
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / "build").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotWritten, match="leads out of the project"):
        build(confined=True)
    assert put(build(), TALK) == ["written"]


def test_a_folder_the_system_guards_is_told_in_a_line(project: Path) -> None:
    with pytest.raises(NotWritten) as caught:
        open_folder("/proc/self/decks", project=str(project))
    assert "can't be written: " in caught.value.reason


def test_two_builds_in_one_folder_are_one_too_many(build: Opener) -> None:
    with build(), pytest.raises(NotWritten, match="another deckgen is writing into"):
        build()
    with build():
        pass


def test_a_failed_decks_file_is_marked_stale_until_it_is_built_again(project: Path, build: Opener) -> None:
    put(build(), TALK)
    with build() as folder:
        assert [Path(p).name for p in folder.mark_stale("talk", "full")] == ["talk.pptx"]
        assert folder.mark_stale("talk", "parents") == ()
    assert records(project)["talk/talk.pptx"]["stale"] is True
    put(build(), TALK)
    assert records(project)["talk/talk.pptx"]["stale"] is False


def test_all_files_of_a_deck_that_cant_be_read_are_marked_stale(project: Path, build: Opener) -> None:
    put(build(), TALK, PARENTS, OTHER)
    (project / "build/talk/talk.parents.pptx").unlink()
    with build() as folder:
        assert [Path(p).name for p in folder.mark_stale("talk")] == ["talk.pptx"]
    assert [entry["stale"] for _, entry in sorted(records(project).items())] == [False, True, True]


def test_outputs_no_longer_made_are_removed_with_their_folder(project: Path, build: Opener) -> None:
    put(build(), TALK, PARENTS, OTHER)
    with build() as folder:
        pruned = folder.prune({TALK})
    assert [Path(p).name for p in pruned.removed] == ["other.pptx", "talk.parents.pptx"]
    assert sorted(p.name for p in (project / "build").iterdir()) == [".deckgen.json", "talk"]
    assert list(records(project)) == [TALK.name]


def test_an_edited_output_no_longer_made_is_kept_and_said_once(project: Path, build: Opener) -> None:
    put(build(), TALK)
    (project / "build/talk/talk.pptx").write_bytes(b"edited")
    with build() as folder:
        assert [Path(p).name for p in folder.prune(set()).kept] == ["talk.pptx"]
    with build() as folder:
        assert folder.prune(set()).kept == ()
    assert (project / "build/talk/talk.pptx").read_bytes() == b"edited"
    assert refusal(build()).code == "output-foreign"


def test_what_may_still_be_made_is_not_removed(project: Path, build: Opener) -> None:
    put(build(), TALK, OTHER)
    with build() as folder:
        assert len(folder.prune({TALK}, unsure={"other"}).removed) == 0
    assert (project / "build/other/other.pptx").exists()


def test_nothing_behind_a_link_is_removed(tmp_path: Path, project: Path, build: Opener) -> None:
    put(build(), TALK)
    (project / "build/talk").rename(tmp_path / "moved")
    (project / "build/talk").symlink_to(tmp_path / "moved")
    with build() as folder:
        assert folder.prune(set()).removed == ()
    assert (tmp_path / "moved/talk.pptx").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"version": 9, "outputs": {}}',
        "\xff",
        '{"outputs": {"../x": {"sha256":"","deck":"","audience":"","source":"","project":""}}}',
    ],
)
def test_a_damaged_manifest_is_refused_unless_forced(project: Path, build: Opener, text: str) -> None:
    put(build(), TALK)
    (project / "build/.deckgen.json").write_text(text, encoding="latin-1")
    with pytest.raises(NotWritten, match=r"build/\.deckgen\.json is"):
        build()
    assert put(build(force=True), TALK, content=b"new") == ["written"]
    assert put(build(), TALK, content=b"newer") == ["written"]


def test_a_pipe_in_place_of_the_manifest_hangs_nothing(project: Path, build: Opener) -> None:
    (project / "build").mkdir()
    os.mkfifo(project / "build/.deckgen.json")
    os.mkfifo(project / "build/.deckgen-journal.tmp")
    assert put(build(), TALK) == ["written"]


def test_a_killed_runs_leftovers_are_removed(project: Path, build: Opener) -> None:
    put(build(), TALK)
    (project / "build/.deckgen-1-2.tmp").write_bytes(b"half")
    (project / "build/talk/.deckgen-1-2.tmp").write_bytes(b"half")
    (project / "build/.cache").mkdir()
    (project / "build/.cache/.83b3cd1f5c5d9c2c.77.tmp").write_bytes(b"half")
    (project / "build/talk/notes.tmp").write_bytes(b"mine")
    with build():
        pass
    assert sorted(p.name for p in project.rglob("*.tmp")) == ["notes.tmp"]


def test_leftovers_among_slides_go_before_any_of_them_is_known(project: Path, build: Opener) -> None:
    slides = project / "build/talk/talk.slides"
    slides.mkdir(parents=True)
    (slides / ".deckgen-1-2.tmp").write_bytes(b"half")
    with build():
        pass
    assert list(slides.iterdir()) == []


def test_the_file_of_another_audience_is_not_taken_for_ones_own(project: Path, build: Opener) -> None:
    pdf = Output(deck="talk", audience="notes", source="decks/talk.yaml", format="pdf", suffix=".pdf")
    notes = Output(deck="talk", audience="full", source="decks/talk.yaml", format="notes", suffix=".notes.pdf")
    put(build(), pdf)
    found = refusal(build(), notes)
    assert found.code == "output-foreign" and "is the pdf of talk for notes" in found.reason


def test_a_manifest_of_before_there_were_formats_is_understood(project: Path, build: Opener) -> None:
    put(build(), TALK)
    manifest = project / "build/.deckgen.json"
    manifest.write_text(manifest.read_text().replace('"format": "pptx",', ""))
    assert put(build(), TALK, content=b"new") == ["written"]


def test_a_full_disk_keeps_the_old_deck_and_the_next_build_goes_on(small_disk: Path, project: Path) -> None:
    def opened() -> OutputFolder:
        return open_folder(str(small_disk), project=str(project))

    put(opened(), TALK, content=b"old")
    found = refusal(opened(), content=os.urandom(400_000))
    assert "there is no space left" in found.reason
    assert (small_disk / "talk/talk.pptx").read_bytes() == b"old"
    assert put(opened(), TALK, content=b"new") == ["written"]
    assert sorted(p.name for p in small_disk.rglob("*.*")) == [".deckgen.json", "talk.pptx"]
