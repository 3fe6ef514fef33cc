"""What a build tells of itself: as JSON, as JUnit XML, as a page."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deckgen.report import Built, Report
from deckgen.report.junit import junit_xml
from deckgen.report.page import FIRST, report_page
from deckgen.report.write import report_json
from tests.batch.project import make_project
from tests.cli.test_rows import build
from tests.support.talks import opened, violations


def built(number: int, status: str = "written", **others: object) -> Built:
    usual = {"deck": "talk", "audience": "full", "seconds": number / 1e4, "slides": 3, "size": 90_000}
    return Built(name=f"{number:05}", status=status, **(usual | others))  # type: ignore[arg-type]


def report_of(*decks: Built) -> Report:
    report = Report()
    report.extend(decks)
    report.seconds = 2.5
    return report


def text_of(report: Report) -> str:
    """The page."""
    return b"".join(report_page(report)).decode()


NASTY = "slides/a.yaml:3:5: </script><b>&\"' ]]> \u202e"


def test_failures_come_first_and_the_slowest_are_named() -> None:
    report = report_of(*[built(n) for n in range(30)], built(99, "failed", errors=1, messages=("a: b",)))
    data = json.loads(b"".join(report_json(report)))
    assert data["decks"][0]["name"] == "00099"
    assert data["slowest"][:2] == ["00099", "00029"]
    assert len(data["slowest"]) == 10
    assert data["totals"]["statuses"] == {"failed": 1, "written": 30}
    assert (data["totals"]["decks"], data["totals"]["slides"], data["totals"]["errors"]) == (31, 93, 1)


def test_the_order_of_workers_does_not_show() -> None:
    decks = [built(n) for n in range(20)]
    assert [*report_json(report_of(*decks))] == [*report_json(report_of(*reversed(decks)))]


def test_warnings_are_failures_of_junit_where_they_end_a_build_with_an_error() -> None:
    report = report_of(built(1), built(2, warnings=1, messages=("a.yaml:1:1: too long",)), built(3, "failed", errors=1))
    suite = ET.fromstring(b"".join(junit_xml(report, strict=True)))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    failed = {case[0].get("type"): case[0].get("message") for case in suite if len(case)}
    assert failed == {"warning": "a.yaml:1:1: too long", "failed": "failed"}
    assert ET.fromstring(b"".join(junit_xml(report)))[0].get("failures") == "1"


def test_junit_says_what_failed_and_why() -> None:
    suite = ET.fromstring(b"".join(junit_xml(report_of(built(1), built(2, "failed", errors=1, messages=(NASTY,))))))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert (failure.get("message"), failure.text) == (NASTY, NASTY)
    assert [case.get("name") for case in suite] == ["00001", "00002"]


def test_a_build_of_rows_leaves_its_account(tmp_path: Path) -> None:
    project = make_project(tmp_path, 2, lines=f"900,{'Oak ' * 200},special,80,\n")
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1", "--junit", "junit.xml")
    assert done.returncode == 1
    data = json.loads((project / "build/report.json").read_text())
    assert [(one["name"], one["status"]) for one in data["decks"]] == [
        ("900", "failed"), ("100", "written"), ("101", "written")
    ]  # fmt: skip
    assert "schools.csv" in "".join(data["decks"][0]["messages"]) or data["decks"][0]["errors"] == 1
    assert all(one["size"] > 10_000 and one["slides"] == 3 for one in data["decks"][1:])
    assert ET.parse(project / "junit.xml").getroot()[0].get("failures") == "1"
    assert "report.html" in done.stdout


def test_accounts_of_builds_that_wrote_nothing_are_written_too(tmp_path: Path) -> None:
    project = make_project(tmp_path, 1, lines="100,Twice,primary,9,\n")
    done = build(project, "talk", "--rows", "schools.csv", "--out", "some/where", "--junit", "other/place/junit.xml")
    assert done.returncode == 1 and "output-failed" not in done.stderr
    assert (project / "some/where/report.html").exists() and (project / "other/place/junit.xml").exists()


def test_a_plain_build_leaves_one_where_it_is_wanted(tmp_path: Path) -> None:
    project = make_project(tmp_path, 0)
    deck = project / "decks/talk.yaml"
    deck.write_text("vars: {school: Ash, pupils: 9, row: x}\n" + deck.read_text().replace("{{ row.phase }}", "All"))
    assert build(project).returncode == 0
    assert not (project / "build/report.json").exists()
    assert build(project, "--report").returncode == 0
    data = json.loads((project / "build/report.json").read_text())
    assert {one["name"] for one in data["decks"]} == {
        "talk/talk.pptx", "talk/talk.governors.pptx", "talk/talk.parents.pptx"
    }  # fmt: skip
    assert {one["status"] for one in data["decks"]} == {"unchanged"}


def test_archives_hold_the_decks_of_each_folder_and_repeat(tmp_path: Path) -> None:
    project = make_project(tmp_path, 3, lines="900,Oak,special,80,\n")
    arguments = ("talk", "--rows", "schools.csv", "--by", "{{ phase }}", "--zip")
    done = build(project, *arguments, "-j", "2")
    assert done.returncode == 0
    assert "archive    build/talk/primary.zip\narchive    build/talk/special.zip\n" in done.stdout
    first = {file.name: file.read_bytes() for file in (project / "build/talk").glob("*.zip")}
    assert sorted(first) == ["primary.zip", "special.zip"]
    with zipfile.ZipFile(project / "build/talk/primary.zip") as archive:
        assert archive.namelist() == ["100.pptx", "101.pptx", "102.pptx"]
        assert archive.read("101.pptx") == (project / "build/talk/primary/101.pptx").read_bytes()
        assert archive.testzip() is None
    assert build(project, *arguments, "-j", "1", "--force").returncode == 0
    assert {file.name: file.read_bytes() for file in (project / "build/talk").glob("*.zip")} == first


def test_an_archive_that_was_edited_is_not_overwritten(tmp_path: Path) -> None:
    project = make_project(tmp_path, 1)
    build(project, "talk", "--rows", "schools.csv", "--zip")
    (project / "build/talk/talk.zip").write_bytes(b"edited")
    done = build(project, "talk", "--rows", "schools.csv", "--zip")
    assert done.returncode == 1
    assert "talk.zip has been edited" in done.stderr


@pytest.fixture(scope="module")
def page_of_many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    many = [built(n, "cached" if n % 3 else "written") for n in range(22_000)]
    file.write_bytes(b"".join(report_page(report_of(*many, built(99_999, "failed", errors=1, messages=(NASTY,))))))
    return file


def test_without_scripts_the_first_decks_are_there() -> None:
    page = text_of(report_of(*[built(n) for n in range(500)]))
    assert page.count("<tr><td>") == FIRST + 10
    assert NASTY not in text_of(report_of(built(1, "failed", messages=(NASTY,))))


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_the_page_finds_and_pages_thousands_of_decks(browser: Browser, page_of_many: Path) -> None:
    with opened(browser, page_of_many) as page:
        rows = page.locator("#all tbody tr")
        assert rows.count() == 100
        assert NASTY in (rows.first.text_content() or "")
        page.get_by_role("button", name="Next").click()
        assert "page 2 of 221" in (page.locator("#shown").text_content() or "")
        page.get_by_label("Status").select_option("failed")
        assert rows.count() == 1
        page.get_by_label("Status").select_option("")
        page.get_by_label("Find").fill("21999")
        assert [rows.count(), rows.first.locator("td").first.text_content()] == [1, "21999"]


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_the_page_is_accessible(browser: Browser, page_of_many: Path) -> None:
    with opened(browser, page_of_many) as page:
        assert violations(page) == []


def test_what_is_said_of_drawing_a_deck_is_in_the_account(tmp_path: Path) -> None:
    project = make_project(tmp_path, 0)
    common = project / "slides/common.yaml"
    common.write_text(f"{common.read_text()}notes: Point at \U00013000.\n")
    deck = project / "decks/talk.yaml"
    deck.write_text("vars: {school: Ash, pupils: 9, row: x}\n" + deck.read_text().replace("{{ row.phase }}", "All"))
    done = build(project, "talk", "-a", "full", "--to", "notes", "--report")
    data = json.loads((project / "build/report.json").read_text())
    assert done.stderr.count("U+13000") == 1
    assert "U+13000" in "".join(data["decks"][0]["messages"])


def test_rows_that_nothing_can_be_built_of_are_failures_of_the_account(tmp_path: Path) -> None:
    project = make_project(tmp_path, 2, lines="900,Oak\n901,Ash,primary,80,nobody\n")
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1", "--junit", "junit.xml")
    assert "2 written, 2 left out" in done.stdout
    suite = ET.parse(project / "junit.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("failures")) == ("4", "2")
    failed = {case.get("name"): case[0].get("message", "") for case in suite if len(case)}
    assert list(failed) == ["schools.csv:4", "schools.csv:5"]
    assert failed["schools.csv:4"].startswith("schools.csv:4:1: row 3 has 2 cells")
    assert 'no audience "nobody"' in failed["schools.csv:5"]
    page = (project / "build/report.html").read_text()
    assert "2 of 4 could not be built" in page
    account = json.loads((project / "build/report.json").read_text())
    assert account["totals"]["statuses"] == {"left out": 2, "written": 2}


def test_rows_of_one_name_are_told_to_stop_everything(tmp_path: Path) -> None:
    project = make_project(tmp_path, 2, lines="101,Oak,primary,80,\n")
    done = build(project, "talk", "--rows", "schools.csv", "-j", "1", "--name", "{{ urn }}")
    assert "nothing is built while rows share a name" in done.stdout
    assert not list((project / "build").glob("talk/*.pptx"))
