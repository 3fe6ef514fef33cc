"""Prints how our pictures agree with LibreOffice's of the same .pptx, for every kind in every brand.

    python tools/agreement.py [-o FOLDER] [--worst N] [BRAND ...]

The table has a line for each slide: how alike the pages are (structural similarity), by how much the colours of a place
differ (of 255), how far the worst lines of text are off, across and in height (points), and how many there are; then
what is further off than it may be, or why it is. With a folder, the worst slides are put there side by side, ours on
the left. Needs LibreOffice.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.decks.library import BRANDS, kinds  # noqa: E402
from tests.render.agreement import Compared, Pair  # noqa: E402
from tests.render.limits import known, too_far  # noqa: E402
from tests.render.office import print_fonts  # noqa: E402
from tests.support import tools  # noqa: E402

STORE = ROOT / ".pytest_cache" / "render"
WIDE = 1280
HEAD = "slide           brand    alike   tone     dx     dy  lines"


def main() -> int:
    """Print the table, and put the worst side by side; the exit code."""
    options = _options()
    found: list[tuple[str, Pair, Compared]] = []
    print(HEAD)
    for brand in options.brands or BRANDS:
        built = kinds(brand)
        pair = Pair(built, tools.office_pdf(built.data, STORE, fonts_conf=print_fonts()))
        for compared in pair.compared():
            found.append((brand, pair, compared))
            print(row(brand, compared), flush=True)
    worst = sorted(found, key=lambda one: one[2].alike)[: options.worst]
    print("\nleast alike:")
    for brand, pair, compared in worst:
        print(row(brand, compared))
        if options.out:
            _beside(pair, compared.number - 1).save(
                options.out / f"{compared.alike:.3f}-{brand}-{compared.number:03d}-{compared.slide.kind}.png"
            )
    return 0


def row(brand: str, compared: Compared) -> str:
    """A slide's line of the table; what is too far is told, else why it may be as far as it is."""
    dx, dy = compared.dx, compared.dy
    return (
        f"{compared.slide.id:15} {brand:8} {compared.alike:6.3f} {compared.tone:5.0f} "
        f"{dx.dx if dx else 0:+6.2f} {dy.dy if dy else 0:+6.2f} {len(compared.offsets):4d}  "
        f"{'; '.join(too_far(brand, compared)) or known(brand, compared).why}"
    ).rstrip()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("brands", nargs="*", help="brands to compare; all when none is named")
    parser.add_argument("-o", "--out", type=Path, help="where to put the worst slides, side by side")
    parser.add_argument("--worst", type=int, default=5, help="how many of them (5)")
    options = parser.parse_args()
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    return options


def _beside(pair: Pair, index: int) -> Image.Image:
    """Our picture and LibreOffice's."""
    ours, office = pair.ours(index, WIDE), pair.office(index, WIDE)
    both = Image.new("RGB", (2 * WIDE + 16, ours.height), (255, 0, 255))
    both.paste(ours, (0, 0))
    both.paste(office, (WIDE + 16, 0))
    return both


if __name__ == "__main__":
    sys.exit(main())
