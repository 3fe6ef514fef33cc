"""The faces deckgen knows: office faces by their metrics, and the build twins that ship with it."""

from __future__ import annotations

from msgspec import Struct

from deckgen.brand.model import FontFamily


class OfficeFace(Struct, frozen=True):
    """A face that PowerPoint's readers have on their machines.

    `share` is the part of a 1.2 em line above the baseline, 1.2 x a / (a + d) with usWinAscent a and
    usWinDescent d: what PowerPoint seats the first line by (NATIVE.md 2). `twin` has its advances.
    """

    share: float
    twin: str


class Twin(Struct, frozen=True):
    """A free face that ships with deckgen: its files, and the advances of its opening quotation mark.

    `quote` is in em, regular and bold.
    """

    folder: str
    files: dict[str, str]
    quote: tuple[float, float]

    def paths(self) -> dict[str, str]:
        """Where its files are, by 'regular', 'bold', 'italic' and 'bold_italic'."""
        return {style: f"package:fonts/files/{self.folder}/{file}" for style, file in self.files.items()}


OFFICE: dict[str, OfficeFace] = {
    "Georgia": OfficeFace(1.2 * 1878 / (1878 + 449), "Gelasio"),
    "Calibri": OfficeFace(1.2 * 1950 / (1950 + 550), "Carlito"),
    "Arial": OfficeFace(1.2 * 1854 / (1854 + 434), "Liberation Sans"),
    "Consolas": OfficeFace(0.943, "Liberation Mono"),
    "Times New Roman": OfficeFace(1.2 * 1825 / (1825 + 443), "Noto Naskh Arabic"),
    # 2060 and 451 of 2048: published as this face's own in the tests of a PDF library.
    "Century Gothic": OfficeFace(1.2 * 2060 / (2060 + 451), "TeX Gyre Adventor"),
}


def _files(stem: str, ending: str, *, italics: bool = True) -> dict[str, str]:
    files = {"regular": f"{stem}-Regular.{ending}", "bold": f"{stem}-Bold.{ending}"}
    if italics:
        files |= {"italic": f"{stem}-Italic.{ending}", "bold_italic": f"{stem}-BoldItalic.{ending}"}
    return files


TWINS: dict[str, Twin] = {
    "Carlito": Twin("carlito", _files("Carlito", "ttf"), (0.4185, 0.4351)),
    "Gelasio": Twin("gelasio", _files("Gelasio", "ttf"), (0.4102, 0.519)),
    "Liberation Sans": Twin("liberation-sans", _files("LiberationSans", "ttf"), (0.333, 0.5)),
    "Liberation Mono": Twin("liberation-mono", _files("LiberationMono", "ttf", italics=False), (0.6001, 0.6001)),
    "Noto Sans Arabic": Twin("noto-sans-arabic", _files("NotoSansArabic", "ttf", italics=False), (0.359, 0.445)),
    "Noto Naskh Arabic": Twin("noto-naskh-arabic", _files("NotoNaskhArabic", "ttf", italics=False), (0.45, 0.489)),
    "TeX Gyre Adventor": Twin(
        "texgyre-adventor",
        {
            "regular": "texgyreadventor-regular.otf",
            "bold": "texgyreadventor-bold.otf",
            "italic": "texgyreadventor-italic.otf",
            "bold_italic": "texgyreadventor-bolditalic.otf",
        },
        (0.502, 0.48),
    ),
}

SCRIPTS: dict[str, tuple[str, str]] = {"arabic": ("Arial", "Noto Sans Arabic"), "hebrew": ("Arial", "Liberation Sans")}
"""Office face and twin of the writing systems that deckgen ships faces for, where a brand names none."""


def shipped_family(office: str, build: str) -> FontFamily:
    """The family of an office face and a twin that ships with deckgen."""
    known, twin = OFFICE.get(office), TWINS[build]
    return FontFamily(office, build, known.share if known else 1, twin.paths(), twin.quote)
