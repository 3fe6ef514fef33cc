"""Writes docs/kinds.md, the page of every kind, and the pictures of the gallery deck that it shows.

    python tools/gallery.py [--text]

`--text` writes the page alone, which a test holds to what the kinds say of themselves. The pictures need
LibreOffice and poppler; the fonts are those deckgen ships.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from deckgen.api import open_project  # noqa: E402
from deckgen.kinds.manual import example, manual, slot_table  # noqa: E402
from deckgen.kinds.registry import get_kind, kind_names  # noqa: E402
from deckgen.scene import Slide  # noqa: E402
from deckgen.worlds import DiskWorld  # noqa: E402
from tests.render.fontconfig import soffice_to_pdf  # noqa: E402

DECK = "gallery"
PAGE = ROOT / "docs" / "kinds.md"
PICTURES = ROOT / "docs" / "pictures" / DECK
WIDTH, DPI = 640, 96
COLOURS = 64
"""Of a picture's palette: slides are flat, and a page of forty pictures should load at once."""


def main(arguments: Sequence[str]) -> int:
    """Write the page and, unless only the text is wanted, the pictures; the exit code."""
    data, slides = built()
    PAGE.write_text(page(slides), encoding="utf-8")
    if "--text" not in arguments:
        draw(data, slides)
    return 0


def built() -> tuple[bytes, tuple[Slide, ...]]:
    """The gallery deck: its file's bytes, and its slides."""
    project = open_project(DiskWorld(str(ROOT), today=date(2026, 1, 1)))
    made = project.compile(DECK)
    if made.data is None or made.scene is None:
        raise SystemExit("\n".join(f"{d.span}: {d.message}" for d in project.diagnostics.errors))
    return made.data, made.scene.slides


def page(slides: Sequence[Slide]) -> str:
    """The page in Markdown: each kind with its pictures, its slots and an example."""
    return "\n".join(_lines(slides)) + "\n"


def _lines(slides: Sequence[Slide]) -> Iterator[str]:
    yield "# Kinds of slides"
    yield ""
    yield "<!-- Written by tools/gallery.py from what the kinds say of themselves; change it there. -->"
    yield ""
    yield (
        "A kind says what a slide is, never how it looks: the brand does that. The pictures are of the deck "
        f"[{DECK}](../decks/{DECK}.yaml) in the brand `plain`; `deckgen kinds KIND` prints the same on a terminal."
    )
    yield ""
    yield " · ".join(f"[{name}](#{name})" for name in kind_names())
    for name in kind_names():
        yield from _kind(name, [slide for slide in slides if slide.kind == name])


def _kind(name: str, shown: Sequence[Slide]) -> Iterator[str]:
    kind = get_kind(name)
    yield from ("", f"## {name}", "", manual(kind).partition("\n\nSlots:")[0], "")
    yield from (f"![{_plain(slide.title)}](pictures/{DECK}/{picture_name(slide)})" for slide in shown)
    yield from ("", "```", slot_table(kind.spec), "```", "", "```yaml", example(kind).rstrip(), "```")


def picture_name(slide: Slide) -> str:
    """The file of a slide's picture."""
    return f"{slide.id.replace('/', '-')}.png"


def _plain(title: str) -> str:
    return " ".join(title.split()).replace("[", "(").replace("]", ")")


def draw(data: bytes, slides: Sequence[Slide]) -> None:
    """Write the picture of every slide that is shown."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder) / f"{DECK}.pptx"
        deck.write_bytes(data)
        pdf = next(iter(soffice_to_pdf([deck], Path(folder))))
        subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(pdf), str(Path(folder) / "page")], check=True)
        printed = sorted(Path(folder).glob("page-*.png"))
        for slide, picture in zip((s for s in slides if not s.hidden), printed, strict=True):
            _small(picture).save(PICTURES / picture_name(slide), optimize=True)


def _small(picture: Path) -> Image.Image:
    whole = Image.open(picture).convert("RGB")
    height = round(WIDTH * whole.height / whole.width)
    return whole.resize((WIDTH, height), Image.Resampling.LANCZOS).quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
