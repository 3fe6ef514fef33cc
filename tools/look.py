"""Renders decks for people to look at: one PNG a slide, and a sheet of each deck.

    python tools/look.py [-o FOLDER] [--kinds] [DECK ...]

Without a deck, every deck of the project, for every audience; `--kinds` adds each kind's emptiest, example and
fullest slide in the three brands. Needs LibreOffice and poppler; the fonts are those deckgen ships.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from deckgen.api import open_project  # noqa: E402
from deckgen.kinds.manual import example  # noqa: E402
from deckgen.kinds.registry import get_kind, kind_names  # noqa: E402
from deckgen.overlay import OverlayWorld  # noqa: E402
from deckgen.worlds import DiskWorld  # noqa: E402
from tests.render.fontconfig import soffice_to_pdf  # noqa: E402

BRANDS = ("cst", "cranmer", "plain")
SLIDES = ROOT / "tests" / "kinds" / "slides"
DPI = 120
THUMB, ACROSS, GAP = 640, 3, 8


def main() -> int:
    """Write the pictures; the exit code."""
    options = _options()
    world = DiskWorld(str(ROOT), today=date(2026, 1, 1))
    with tempfile.TemporaryDirectory() as folder:
        decks = list(_decks(world, options.decks, Path(folder)))
        if options.kinds:
            decks += [_kinds(world, brand, Path(folder)) for brand in BRANDS]
        for pdf in soffice_to_pdf(decks, Path(folder)):
            pages = _pages(pdf, options.out)
            _sheet(pages).save(options.out / f"{pdf.stem}.png")
            print(options.out / f"{pdf.stem}.png", len(pages))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("decks", nargs="*", help="decks to render; all when none is named")
    parser.add_argument("-o", "--out", type=Path, default=ROOT / "build" / "look")
    parser.add_argument("--kinds", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    return options


def _decks(world: DiskWorld, wanted: list[str], folder: Path) -> Iterator[Path]:
    project = open_project(world)
    for deck in wanted or project.decks():
        for audience in project.audiences(deck):
            data = project.compile(deck, audience).data
            if data is None:
                raise SystemExit("\n".join(f"{d.span}: {d.message}" for d in project.diagnostics.errors))
            path = folder / f"{deck}.{audience}.pptx"
            path.write_bytes(data)
            yield path


def _kinds(world: DiskWorld, brand: str, folder: Path) -> Path:
    """A deck of every kind in `brand`."""
    files: dict[str, str | bytes] = {}
    for kind in kind_names():
        files[f"slides/{kind}-example.yaml"] = example(get_kind(kind))
        for case in ("emptiest", "fullest"):
            files[f"slides/{kind}-{case}.yaml"] = (SLIDES / f"{kind}-{case}.yaml").read_text(encoding="utf-8")
    order = [f"{kind}-{case}" for kind in kind_names() for case in ("emptiest", "example", "fullest")]
    uses = "".join(f"  - use: {slide}\n" for slide in order)
    files["decks/kinds.yaml"] = f"title: Kinds\nbrand: {brand}\nslides:\n{uses}"
    project = open_project(OverlayWorld(files, below=world))
    data = project.compile("kinds").data
    if data is None:
        raise SystemExit("\n".join(f"{d.span}: {d.message}" for d in project.diagnostics.errors))
    path = folder / f"kinds-{brand}.pptx"
    path.write_bytes(data)
    return path


def _pages(pdf: Path, out: Path) -> list[Path]:
    for old in out.glob(f"{pdf.stem}-*.png"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(pdf), str(out / pdf.stem)], check=True)
    return sorted(out.glob(f"{pdf.stem}-*.png"))


def _sheet(pages: list[Path]) -> Image.Image:
    """The pages side by side."""
    thumbs = [Image.open(page).convert("RGB") for page in pages]
    height = round(THUMB * thumbs[0].height / thumbs[0].width)
    rows = -(-len(thumbs) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * (THUMB + GAP) + GAP, rows * (height + GAP) + GAP), (110, 110, 110))
    for number, thumb in enumerate(thumbs):
        row, column = divmod(number, ACROSS)
        place = GAP + column * (THUMB + GAP), GAP + row * (height + GAP)
        sheet.paste(thumb.resize((THUMB, height), Image.Resampling.LANCZOS), place)
    return sheet


if __name__ == "__main__":
    raise SystemExit(main())
