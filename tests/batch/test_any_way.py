"""However rows are built, their files are those of one worker's plain run: by chance, from seeds that are named."""

from __future__ import annotations

import csv
import hashlib
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROWS = 300
PIECES = (
    *("St Mary's", "“Oak” Primary", "Ysgol Ŵyl a'r Ddŵr", "École", "Łąka", "e\u0301\u0302cole", "ﬁ", "İstanbul", "ß"),
    *("مدرسة النور", "שלום", "日本人学校", "a\u202eb", "a\u00adb", "👩\u200d🏫", "two\nlines", "tab\there", " "),
    *("CON", "nul.txt", "..", "a/b\\c", "x:y*z?", "<b>&amp;</b>", "]]>", "</script>", "$&`|;", "W" * 30),
    *(
        "=1+1",
        "+44",
        "@SUM(A1)",
        "-5",
        "#N/A",
        "0.5",
        "1,204",
        "{{ urn }}",
        "\\{{",
        "*bold*",
        "[a](javascript:x)",
        "^u^",
    ),
    "Upper Wharfedale Church of England Voluntary Aided Primary School and Nursery " * 3,
)
FOLDERS = ("Kirklees", "St. Helens", "Bristol, City of", "con", "Ynys Môn", "a/b", "..x", "لندن", "kirklees x ")
DECK = """title: "For {{ school | default: all }}"
brand: plain
date: 2026-11-24
audiences: {special: , members: }
slides:
  - {kind: cover, id: cover, title: Working together, subtitle: "{{ school | default: a school }}"}
  - use: figures
  - {kind: quote, id: words, only: [members], quotation: "{{ says | default: Well. }}", source: Heads}
  - {kind: points, id: more, except: [special], title: More, points: ["{{ says | default: One }}", Two]}
"""
FIGURES = """kind: chart
title: Attendance
columns: [Where, {name: Share, format: percent:1}]
rows: [[Your school, "{{ share }}"], [England, "0.928"]]
focus: [Your school]
source: Invented
alt: "{{ share | percent: 1 | default: not known }}"
"""


def made(folder: Path, chance: random.Random) -> list[list[str]]:
    """A project, and its rows."""
    for name, text in {"decks/talk.yaml": DECK, "slides/figures.yaml": FIGURES}.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text)
    return [
        [
            str(100 + number),
            " ".join(chance.sample(PIECES, chance.choice((1, 1, 2, 3)))),
            chance.choice(FOLDERS),
            chance.choice(("0.9", "0.875", "", "91%", "..", "much")),
            chance.choice(("", *PIECES)),
            chance.choice(("", "", "special", "Members")),
        ]
        for number in range(ROWS)
    ]


def written(file: Path, rows: Sequence[Sequence[str]]) -> str:
    with file.open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened).writerows([("urn", "school", "la", "share", "says", "audience"), *rows])
    return file.name


def build(project: Path, out: str, *more: str, killed: float = 0) -> str:
    """What a build says; one may be killed after so many seconds."""
    naming = ("--name", "{{ urn }}-{{ school | slug }}", "--by", "{{ la }}")
    command = [sys.executable, "-m", "deckgen", "build", "talk", "--out", out, *naming, *more]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if killed:
        time.sleep(killed)
        process.kill()
    told, wrong = process.communicate(timeout=120)
    assert killed or "Traceback" not in wrong, wrong
    return told


def contents(folder: Path) -> dict[str, str]:
    """Every file in a folder but the ledger; a half-written one would be among them."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.name != ".deckgen-rows.jsonl"]
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def spoilt(cache: Path, chance: random.Random) -> None:
    """Files of the cache are changed, cut, or gone."""
    files = sorted(file for file in cache.rglob("*") if file.is_file())
    for file in chance.sample(files, len(files) // 5):
        content = file.read_bytes()
        at = chance.randrange(len(content) + 1)
        change = chance.choice((b"", content[:at], content[:at] + b"x" + content[at + 1 :]))
        file.write_bytes(change) if change else file.unlink()


def some_way(project: Path, out: str, rows: Sequence[Sequence[str]], chance: random.Random) -> Iterator[str]:
    """Steps that end with all rows built; each says what it was."""
    slide = project / "slides/figures.yaml"
    for _ in range(chance.randrange(1, 4)):
        cache = ("--cache", "cache") if chance.random() < 0.6 else ()
        if cache and chance.random() < 0.4:
            spoilt(project / "cache", chance)
        some = chance.sample(rows, len(rows)) if chance.random() < 0.5 else rows
        file = written(project / "some.csv", some[: chance.choice((50, ROWS))])
        jobs, of = chance.choice("123"), chance.choice((1, 1, 3, 8))
        slide.write_text(FIGURES.replace("Attendance", chance.choice(("Attendance", "Attendance", "Other"))))
        for number in chance.sample(range(1, of + 1), chance.randrange(1, of + 1)):
            killed = chance.uniform(0.2, 1.5) if chance.random() < 0.5 else 0
            step = ("--rows", file, "--jobs", jobs, "--shard", f"{number}/{of}", *cache)
            build(project, out, *step, killed=killed)
            yield f"{' '.join(step)} killed {killed:.2f}"
    slide.write_text(FIGURES)
    last = ("--rows", "rows.csv", "--jobs", chance.choice("12"), *chance.choice(((), ("--cache", "cache"))))
    yield f"{' '.join(last)}: {build(project, out, *last)}"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_whatever_way_rows_are_built_their_files_are_those_of_one_plain_run(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    rows = made(tmp_path, chance)
    written(tmp_path / "rows.csv", rows)
    told = build(tmp_path, "plain", "--rows", "rows.csv", "--jobs", "1")
    expected = contents(tmp_path / "plain/talk")
    assert ROWS / 3 < len(expected) < ROWS, told  # there are rows that nothing can be built of
    for way in range(2):
        steps = list(some_way(tmp_path, f"way-{way}", rows, chance))
        found = contents(tmp_path / f"way-{way}/talk")
        differ = sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))
        assert not differ, "\n".join([*differ, *steps])
