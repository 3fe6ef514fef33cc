"""Cases: small projects with the diagnostics that they must give. See tests/cases/README.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.world import World
from deckgen.worlds import MemoryWorld

ROOT = Path(__file__).parents[1] / "cases"

_EXPECTED = re.compile(
    r"# (?P<severity>error|warning) (?:(?P<file>[^\s:]+):)?(?P<line>\d+):(?P<col>\d+) (?P<code>[a-z0-9-]+)"
    r"(?:: (?P<text>.*))?"
)
_PLACELESS = re.compile(r"# (?P<severity>error|warning) - (?P<code>[a-z0-9-]+)(?:: (?P<text>.*))?")
_FILE = re.compile(r"# file: (\S+)")
DECK = "title: Case\nbrand: plain\nlanguage: en-GB\nslides:\n  - use: case\n"


@dataclass(frozen=True)
class Expected:
    """One line of expectation. `text` has to be found in the message or the hint."""

    place: str
    severity: str
    code: str
    text: str

    def met_by(self, found: Diagnostic) -> bool:
        """Whether `found` is what was expected."""
        head = (found.severity.value, place_of(found), found.code)
        return head == (self.severity, self.place, self.code) and self.text in f"{found.message} = {found.hint}"


@dataclass
class Case:
    """A project in memory and what is expected of it. `main` is the file that bare places are in."""

    path: Path
    main: str
    files: dict[str, str | bytes] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)

    def world(self) -> World:
        """The project."""
        return MemoryWorld(self.files)


def place_of(found: Diagnostic) -> str:
    """`file:line:col`, or "" where no file is meant."""
    return str(found.span) if found.span.file else ""


def all_cases() -> list[Path]:
    """The cases' files and folders, by group."""
    groups = sorted(path for path in ROOT.iterdir() if path.is_dir())
    return [case for group in groups for case in sorted(group.iterdir()) if case.suffix == ".yaml" or case.is_dir()]


def read_case(path: Path) -> Case:
    """The case at `path`: a file, or a folder laid out as a project."""
    if path.is_dir():
        return _folder(path)
    head, body = split_head(path.read_text(encoding="utf-8"))
    files = dict(_sections(body))
    if list(files) == [""]:
        main = f"decks/{path.stem}.yaml" if re.search(r"^slides:", body, re.MULTILINE) else "slides/case.yaml"
        case = Case(path, main, {main: body})
    else:
        case = Case(path, next(name for name in files if name), {k: v for k, v in files.items() if k})
    case.expected = [_expectation(line, case.main) for line in head]
    if not any(name.startswith("decks/") for name in case.files):
        case.files["decks/case.yaml"] = DECK
    case.files.setdefault("deckgen.yaml", "")
    return case


def _folder(path: Path) -> Case:
    """Every file of the folder, its own leading expectations taken off."""
    case = Case(path, "")
    for file in sorted(file for file in path.rglob("*") if file.is_file()):
        name = file.relative_to(path).as_posix()
        if file.suffix != ".yaml":
            case.files[name] = file.read_bytes()
            continue
        head, case.files[name] = split_head(file.read_text(encoding="utf-8"))
        case.expected += [_expectation(line, name) for line in head]
    case.files.setdefault("deckgen.yaml", "")
    return case


def split_head(text: str) -> tuple[list[str], str]:
    """The leading lines that say what is expected, and the rest."""
    lines = text.splitlines(keepends=True)
    count = 0
    while count < len(lines) and lines[count].startswith(("# error ", "# warning ")):
        count += 1
    return [line.rstrip() for line in lines[:count]], "".join(lines[count:])


def _sections(body: str) -> Iterable[tuple[str, str]]:
    """(name, text) of each part that a line `# file: name` begins; "" names a text with no such line."""
    name, lines = "", []
    for line in body.splitlines(keepends=True):
        match = _FILE.fullmatch(line.rstrip())
        if match:
            if name or "".join(lines).strip():
                yield name, "".join(lines)
            name, lines = match[1], []
        else:
            lines.append(line)
    yield name, "".join(lines)


def _expectation(line: str, main: str) -> Expected:
    """What a line of a case's head says; AssertionError where it isn't well put."""
    match = _EXPECTED.fullmatch(line)
    if match:
        place = f"{match['file'] or main}:{match['line']}:{match['col']}"
        return Expected(place, match["severity"], match["code"], match["text"] or "")
    match = _PLACELESS.fullmatch(line)
    assert match, f"an expectation is '# error line:col code: text', not {line!r}"
    return Expected("", match["severity"], match["code"], match["text"] or "")


def differences(case: Case, found: Diagnostics) -> list[str]:
    """What was expected and not found ('missing'), and the other way round ('unexpected')."""
    left = list(found)
    missing = []
    for expected in case.expected:
        met = next((one for one in left if expected.met_by(one)), None)
        if met is None:
            missing.append(f"missing: {expected.severity} {expected.place} {expected.code}: {expected.text}")
        else:
            left.remove(met)
    return missing + [f"unexpected: {as_line(one, '')[2:]}  = {one.hint}" for one in left]


def as_line(found: Diagnostic, main: str) -> str:
    """The expectation that `found` meets, as a case's head has it."""
    place = place_of(found).removeprefix(f"{main}:") if main else place_of(found)
    return f"# {found.severity.value} {place or '-'} {found.code}: {found.message}"


def accept(case: Case, found: Diagnostics) -> None:
    """Rewrite the case's head to expect what was found; lines that were met stay as they are."""
    if case.path.is_dir():
        for name in [name for name in case.files if (case.path / name).suffix == ".yaml"]:
            if (case.path / name).exists():
                _rewrite(case.path / name, case, [one for one in found if one.span.file == name], name)
    else:
        _rewrite(case.path, case, list(found), case.main)


def _rewrite(file: Path, case: Case, found: list[Diagnostic], main: str) -> None:
    head, body = split_head(file.read_text(encoding="utf-8"))
    lines = []
    for one in found:
        met = next((line for line in head if _expectation(line, main).met_by(one)), None)
        lines.append(met or as_line(one, main))
    file.write_text("".join(f"{line}\n" for line in lines) + body, encoding="utf-8", newline="\n")


Check = Callable[[World], Diagnostics]
