"""Lays each slide of a built deck beside the picture it was designed as, for people to look at.

    python tools/contact_sheet.py DECK.pptx PICTURE.png... -o FOLDER

gives one picture a slide, the design on the left and what LibreOffice draws on the right, and a sheet of
them all. A PDF may be given in place of the deck. Needs LibreOffice and poppler.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).parents[1]
WIDTH = 1600
"""Pixels across a slide; the design's pictures are drawn at this size."""
GUTTER = 24
GREY = (96, 96, 96)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheets; the exit code."""
    options = _options(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    drawn = draw(options.deck, fonts_conf=options.fonts)
    pairs = [
        beside(_opened(picture), slide, differing=options.difference)
        for picture, slide in zip(options.pictures, drawn, strict=False)
    ]
    for picture, pair in zip(options.pictures, pairs, strict=False):
        pair.save(options.out / picture.name)
    sheet(pairs).save(options.out / "sheet.png")
    if len(drawn) != len(options.pictures):
        print(f"{len(drawn)} slides, {len(options.pictures)} pictures", file=sys.stderr)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("deck", type=Path, help="a .pptx or a .pdf")
    parser.add_argument("pictures", type=Path, nargs="+", help="the design, in the slides' order")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder for the sheets")
    parser.add_argument("--fonts", type=Path, help="fontconfig file that names the faces' twins")
    parser.add_argument("--difference", action="store_true", help="add a third picture: what differs")
    return parser.parse_args(arguments)


def draw(deck: Path, *, fonts_conf: Path | None = None) -> list[Image.Image]:
    """The slides of a deck or a PDF as pictures, WIDTH pixels wide."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = deck if deck.suffix == ".pdf" else _printed(deck, Path(folder), fonts_conf)
        size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-png", *size, str(pdf), f"{folder}/slide"], check=True)
        return [_opened(png) for png in sorted(Path(folder).glob("slide-*.png"))]


def _printed(deck: Path, folder: Path, fonts_conf: Path | None) -> Path:
    sys.path.insert(0, str(ROOT))
    from tests.support import tools

    return tools.office_pdf(deck.read_bytes(), folder, fonts_conf=fonts_conf)


def beside(design: Image.Image, slide: Image.Image, *, differing: bool = False) -> Image.Image:
    """The design, the slide and, where asked for, what differs, from left to right."""
    design = design.resize(slide.size)
    row = [design, slide]
    if differing:
        row.append(ImageChops.invert(ImageChops.difference(design, slide)))
    canvas = Image.new("RGB", ((slide.width + GUTTER) * len(row) - GUTTER, slide.height), GREY)
    for index, picture in enumerate(row):
        canvas.paste(picture, (index * (slide.width + GUTTER), 0))
    return canvas


def sheet(pairs: Sequence[Image.Image], *, scale: float = 0.4) -> Image.Image:
    """All pairs on one picture, two abreast."""
    small = [p.resize((round(p.width * scale), round(p.height * scale))) for p in pairs]
    width, height = small[0].width + GUTTER, small[0].height + GUTTER
    canvas = Image.new("RGB", (2 * width - GUTTER, -(-len(small) // 2) * height - GUTTER), GREY)
    for index, picture in enumerate(small):
        canvas.paste(picture, (index % 2 * width, index // 2 * height))
    return canvas


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB")


if __name__ == "__main__":
    raise SystemExit(main())
