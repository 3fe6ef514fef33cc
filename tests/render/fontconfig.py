"""The fonts that deckgen ships, made visible to LibreOffice, and LibreOffice run on several decks.

A test that renders must see the same faces as the measurer and no others: `write_fonts_conf` knows
only deckgen/fonts/files (and what a test adds), with the office faces as aliases of their build twins.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.support import tools

FILES = Path(__file__).parents[2] / "deckgen" / "fonts" / "files"
TWINS = {
    "Georgia": "Gelasio",
    "Calibri": "Carlito",
    "Century Gothic": "TeX Gyre Adventor",
    "Arial": "Liberation Sans",
    "Consolas": "Liberation Mono",
}
"""Office face -> the face of the same advances that stands in for it."""
ARABIC = {"Arial": "Noto Sans Arabic", "Times New Roman": "Noto Naskh Arabic"}
"""Office face -> what stands in for its Arabic letters, which the other has not."""


def write_fonts_conf(folder: Path, *, twins: Mapping[str, str] = TWINS, folders: Sequence[Path] = (FILES,)) -> Path:
    """A fonts.conf in `folder` that knows only the fonts of `folders`; its cache lies beside it.

    Give `twins` for a brand with faces of its own.
    """
    places = "".join(f"<dir>{escape(str(place))}</dir>" for place in folders)
    aliases = "".join(
        f'<alias binding="same"><family>{escape(office)}</family><accept>{_families(office, twins)}</accept></alias>'
        for office in {**twins, **ARABIC}
    )
    folder.mkdir(parents=True, exist_ok=True)
    conf = folder / "fonts.conf"
    conf.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{places}<cachedir>{escape(str(folder / 'cache'))}</cachedir>{aliases}</fontconfig>",
        encoding="utf-8",
    )
    return conf


def _families(office: str, twins: Mapping[str, str]) -> str:
    """What stands in for an office face, in the order of preference."""
    found = [names[office] for names in (twins, ARABIC) if office in names]
    return "".join(f"<family>{escape(name)}</family>" for name in found)


def font_environment(conf: Path) -> dict[str, str]:
    """The environment for a process that shall see only the fonts of `conf`."""
    # The plug-in svp draws without a display, whatever desktop is installed.
    return {**os.environ, "FONTCONFIG_FILE": str(conf), "SAL_USE_VCLPLUGIN": "svp"}


def soffice_to_pdf(paths: Sequence[Path], out: Path, *, fonts_conf: Path | None = None) -> list[Path]:
    """The PDFs that LibreOffice makes of `paths`, in their order, below `out`.

    One process converts them all, with a profile of its own. The fonts are deckgen's unless
    `fonts_conf` says otherwise. Mark the test `render`.
    """
    program = tools.soffice()
    assert program, "mark the test `render`"
    out.mkdir(parents=True, exist_ok=True)
    conf = fonts_conf or write_fonts_conf(out / "fontconfig")
    command = [
        program,
        f"-env:UserInstallation={(out / 'profile').absolute().as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        str(out),
        *map(str, paths),
    ]
    done = subprocess.run(command, env=font_environment(conf), capture_output=True, timeout=tools.LIMIT)
    pdfs = [out / f"{path.stem}.pdf" for path in paths]
    absent = [pdf.name for pdf in pdfs if not pdf.exists()]
    assert not absent, f"LibreOffice made no {', '.join(absent)}: {done.stderr.decode(errors='replace')}"
    return pdfs
