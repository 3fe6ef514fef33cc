"""Imports run one way, start-up stays short, and nothing names the machine it was written on."""

from __future__ import annotations

import ast
import os
import re
import resource
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.tools import ROOT

PACKAGE = ROOT / "deckgen"

DATA = {
    "units",
    "version",
    "interrupts",
    "diagnostics",
    "world",
    "worlds",
    "overlay",
    "recording",
    "room",
    "git",
    "later",
    "memo",
    "own_files",
    "spec",
    "scene",
    "scripts",
    "ooxml",
    "icons",
    "brand.model",
    "load.nodes",
}
"""What any part may import: values, and the door to what is outside."""

STAGES: dict[str, set[str]] = {
    "fonts": {"brand.faces"},  # which faces ship
    "load": set(),
    "resolve": {"load"},
    "brand": {"load", "fonts"},
    "layout": {"fonts", "kinds.base"},  # names no kind
    "kinds": {"layout"},
    "bind": {"kinds", "load", "resolve", "brand.spec"},  # the schema of all three kinds of file
    "checks": {"fonts"},
    "drawing": {"brand", "fonts"},
    "write": {"brand", "kinds.registry", "drawing", "fonts"},  # which layouts a brand's template has
    "verify": set(),
    "diff": {"brand", "drawing", "fonts", "load", "verify", "write"},  # reads, compares and shows decks
    "output": set(),
    "report": {"output"},
}
"""What a stage may import beside data."""

ABOVE = {
    "assets": {"load"},
    "brands": set(STAGES),
    "slide_memo": {"resolve"},
    "pipeline": {*STAGES, "assets", "brands", "slide_memo"},
    "api": {*STAGES, "pipeline"},
    "review": {*STAGES, "api", "pipeline"},
    "batch": {*STAGES, "pipeline", "api"},
    "showcase": {"kinds"},
    "": {"api"},
}
ALLOWED = {**{part: set() for part in DATA}, **STAGES, **ABOVE}

HEAVY = {"PIL", "asyncio", "dataclasses", "fontTools", "json", "lxml", "openpyxl", "pptx", "pydantic", "rich"}
"""What costs more to import than a deck takes to build (PERFORMANCE.md, 'Pieces')."""


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package: its name below `deckgen`, and its file."""
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), file


def imported(tree: ast.AST, *, lazily: bool) -> Iterator[str]:
    """Names of modules imported in `tree`, other than for type checking; `lazily`: in functions, too."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if not lazily and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        yield from imported(node, lazily=lazily)


def is_within(module: str, parts: set[str]) -> bool:
    return any(module == part or module.startswith(f"{part}.") for part in parts)


def test_imports_run_one_way() -> None:
    wrong = []
    for name, file in modules():
        own = max((part for part in ALLOWED if part == name or name.startswith(f"{part}.")), key=len, default=None)
        if name.partition(".")[0] in ("cli", "__main__"):
            continue
        assert own is not None, f"deckgen.{name} has no place in the layers: add it to this test"
        for target in imported(ast.parse(file.read_text(encoding="utf-8")), lazily=True):
            below = target.removeprefix("deckgen").removeprefix(".")
            if not target.startswith("deckgen.") or (PACKAGE / Path(*below.split("."))).is_dir():
                continue
            if not is_within(below, {own, own.partition(".")[0], *DATA, *ALLOWED[own]}):
                wrong.append(f"deckgen.{name} imports {target}")
    assert wrong == []


def test_nothing_heavy_is_imported_by_the_top_of_a_module() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, file in modules()
        if not name.startswith("verify.")
        for target in imported(ast.parse(file.read_text(encoding="utf-8")), lazily=False)
        if target.partition(".")[0] in HEAVY
    ]
    assert wrong == []


def run(*arguments: str, code: str = "", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """deckgen in a process of its own; `code` is run in it afterwards."""
    program = f"import sys; sys.argv = ['deckgen', *{arguments!r}]; from deckgen.cli.main import main; main(); {code}"
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        timeout=60,
    )


def test_help_imports_little_and_is_quick() -> None:
    done = run("--help", code="print('MODULES', *sys.modules)")
    loaded = set(done.stdout.partition("MODULES ")[2].split())
    assert loaded, done.stderr
    assert not loaded & {
        "yaml",
        "msgspec",
        "uharfbuzz",
        "markdown_it",
        *HEAVY - {"json", "dataclasses"},
    }
    taken = []
    for _ in range(3):
        begun = children_seconds()
        run("--help")
        taken.append(children_seconds() - begun)
    # 0.12 s (PERFORMANCE.md). Processor time: what else the machine does doesn't count.
    assert min(taken) < 0.5


def children_seconds() -> float:
    """The processor's seconds that finished child processes took, in their own code and in the system's."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tracked() -> list[Path]:
    """The files of the project: git's, or without git all but what is installed or built."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    outside = {".venv", "node_modules", "build", ".git", ".pytest_cache", ".mypy_cache", ".ruff_cache"}
    return [file for file in ROOT.rglob("*") if file.is_file() and not outside & set(file.relative_to(ROOT).parts)]


MACHINE = re.compile(rb"/home/\w|/Users/\w|/root/\w|/work/\w|/tmp/w\b|[A-Za-z]:\\Users\\", re.IGNORECASE)


def test_no_file_names_the_machine_it_was_written_on() -> None:
    found = {}
    for file in tracked():
        if file == Path(__file__):
            continue
        content = file.read_bytes()
        if b"\0" not in content[:1024] and (match := MACHINE.search(content)):
            found[str(file.relative_to(ROOT))] = match[0]
    assert found == {}


def test_locks_pin_with_hashes_and_name_no_host() -> None:
    for name in ("runtime", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        pins = re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE)
        assert len(pins) > 10 and "://" not in text
        assert len(re.findall(r"==[^\n]*\\\n    --hash=sha256:", text)) == len(pins)


def test_the_dev_lock_has_the_runtime_locks_versions() -> None:
    runtime, dev = (
        set(re.findall(r"^\S+==\S+", (ROOT / "requirements" / f"{name}.txt").read_text(), re.MULTILINE))
        for name in ("runtime", "dev")
    )
    assert runtime <= dev


PROVIDES = {
    "PIL": "pillow",
    "docx": "python-docx",
    "fontTools": "fonttools",
    "markdown_it": "markdown-it-py",
    "openxml_audit": "openxml-audit",
    "pptx": "python-pptx",
    "skimage": "scikit-image",
    "yaml": "pyyaml",
}


NAMED = {"brotli", "s3fs"}
"""Imported by others for us: by fonttools and by fsspec."""


def declared(names: list[str]) -> set[str]:
    return {re.split(r"[ <>=~!\[]", name)[0] for name in names}


def used(*folders: str) -> set[str]:
    """The distributions that the code of these folders imports, lazily or not."""
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.py")]
    tops = {
        target.partition(".")[0]
        for file in files
        for target in imported(ast.parse(file.read_text(encoding="utf-8")), lazily=True)
    }
    return {
        PROVIDES.get(name, name)
        for name in tops - set(sys.stdlib_module_names) - {"deckgen", "tests", "benchmarks", "tools"}
    }


def test_what_the_package_imports_is_what_it_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [wanted for extra in project["optional-dependencies"].values() for wanted in extra]
    assert used("deckgen") | NAMED == declared([*project["dependencies"], *extras])


def test_what_tests_and_tools_import_is_declared() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [wanted for extra in settings["project"]["optional-dependencies"].values() for wanted in extra]
    needed = [*settings["project"]["dependencies"], *extras, *settings["dependency-groups"]["dev"]]
    everything = declared(needed)
    assert used("tests", "benchmarks", "tools") <= everything


def test_the_version_is_said_once_and_the_same_everywhere() -> None:
    from deckgen.version import VERSION

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert run("--version").stdout == f"deckgen {VERSION}\n"


@pytest.mark.parametrize("name", ["Makefile", ".ci/run", "tools/venv", "tools/get-tools", "tools/find-python"])
def test_scripts_can_be_run(name: str) -> None:
    assert name == "Makefile" or os.access(ROOT / name, os.X_OK)
