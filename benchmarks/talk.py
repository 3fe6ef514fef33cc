"""The benchmark's project: the talk with notes on every slide, one photograph, and the wordmark.

PERFORMANCE.md fixes it: 14 slides, one JPEG of 1600 x 900 and about 264 kB. Everybody else's input is
made from the laid-out deck, so that all of them say the same words.
"""

from __future__ import annotations

import json
import random
import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from deckgen.scene import LINE_BREAK, Deck, Paragraph, Picture, Slide, TextBox
from deckgen.write.pptx.potx import export_potx
from deckgen.write.pptx.template import Template

ROOT = Path(__file__).parents[1]
DECK = "joining-a-trust"
PHOTO = "assets/photo.jpg"
PHOTO_SIZE = 264_000

# The one slide that takes a picture: its quotation stands beside a portrait.
_PLAIN_QUOTE = "  - use: quotations/annan\n    except: [local-authorities, parents]\n"
_WITH_PHOTO = f"{_PLAIN_QUOTE}    with: {{portrait: {{file: {PHOTO}, alt: A bench by a lake}}}}\n"


def make_project(folder: Path) -> Path:
    """The project, in `folder`: the repository's own, with the photograph."""
    for name in ("decks", "slides", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    deck = folder / "decks" / f"{DECK}.yaml"
    text = deck.read_text(encoding="utf-8")
    if _PLAIN_QUOTE not in text:
        raise SystemExit(f"benchmarks/talk.py no longer knows the place of the photograph in {deck.name}")
    deck.write_text(text.replace(_PLAIN_QUOTE, _WITH_PHOTO), encoding="utf-8")
    (folder / PHOTO).write_bytes(photograph())
    return folder


def photograph() -> bytes:
    """A JPEG of 1600 x 900, about 264 kB: soft shapes and some grain, always the same."""
    from PIL import Image, ImageFilter

    grain = random.Random(1600)
    small = Image.new("RGB", (200, 113))
    small.putdata([(grain.randrange(256), grain.randrange(256), grain.randrange(256)) for _ in range(200 * 113)])
    soft = small.resize((1600, 900), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(2))
    best = b""
    for quality in range(30, 96):
        buffer = BytesIO()
        soft.save(buffer, "JPEG", quality=quality)
        if buffer.tell() > PHOTO_SIZE:
            break
        best = buffer.getvalue()
    return best


def write_inputs(deck: Deck, template: Template, folder: Path) -> None:
    """What the others read: content.json for the scripts, talk.md for pandoc, marp.md for Marp, and the templates."""
    slides = [_slide(slide) for slide in deck.slides]
    (folder / "content.json").write_text(json.dumps(slides, ensure_ascii=False), encoding="utf-8")
    (folder / "talk.md").write_text("\n".join(_markdown(slide) for slide in slides), encoding="utf-8")
    (folder / "marp.md").write_text(_marp(slides), encoding="utf-8")
    (folder / "brand.pptx").write_bytes(_as_presentation(export_potx(template)))
    _write_bare_template(folder / "bare.pptx")


def _slide(slide: Slide) -> dict[str, Any]:
    return {
        "layout": slide.layout,
        "texts": [_text(node) for node in slide.nodes if isinstance(node, TextBox)],
        "pictures": [_picture(node) for node in slide.nodes if isinstance(node, Picture)],
        "notes": [p.text for p in slide.notes],
    }


def _text(box: TextBox) -> dict[str, Any]:
    rect, place = box.rect, box.placeholder
    return {
        "idx": place.idx if place else None,
        "title": place is not None and place.type in ("title", "ctrTitle"),
        "rect": [rect.x, rect.y, rect.w, rect.h],
        "size": box.style.size,
        "paragraphs": [_runs(p) for p in box.paragraphs],
    }


def _picture(picture: Picture) -> dict[str, Any]:
    rect, place = picture.rect, picture.placeholder
    return {"file": PHOTO, "alt": picture.alt, "rect": [rect.x, rect.y, rect.w, rect.h], "idx": place and place.idx}


def _runs(paragraph: Paragraph) -> list[dict[str, Any]]:
    return [
        {"text": run.text, "bold": run.bold, "italic": run.italic, "link": run.link.url if run.link else None}
        for run in paragraph.runs
    ]


def _markdown(slide: dict[str, Any]) -> str:
    titles = [runs for text in slide["texts"] if text["title"] for runs in text["paragraphs"]]
    lines = [f"# {' '.join(map(_inline, titles))}"]
    for text in slide["texts"]:
        mark = "- " if len(text["paragraphs"]) > 1 else ""
        lines += ["", *(f"{mark}{_inline(runs)}" for runs in text["paragraphs"] if not text["title"])]
    lines += [line for picture in slide["pictures"] for line in ("", f"![{picture['alt']}]({picture['file']})")]
    notes = [line for text in slide["notes"] for line in (text, "")]
    return "\n".join([*lines, "", "::: notes", "", *notes, ":::", ""])


def _marp(slides: list[dict[str, Any]]) -> str:
    """The same words for Marp: slides between rules, notes in comments."""
    pages = [_markdown(slide).replace("::: notes", "<!--").replace(":::", "-->") for slide in slides]
    return "---\nmarp: true\npaginate: true\n---\n\n" + "\n---\n\n".join(pages)


def _inline(runs: list[dict[str, Any]]) -> str:
    return "".join(map(_marked, runs))


def _marked(run: dict[str, Any]) -> str:
    text: str = run["text"]
    if text == LINE_BREAK:
        return " "
    for mark in "\\`*_[]<>$^~#@|":
        text = text.replace(mark, f"\\{mark}")
    inner = text.strip()
    if not inner:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    for on, mark in ((run["bold"], "**"), (run["italic"], "*")):
        inner = f"{mark}{inner}{mark}" if on else inner
    link = run["link"]
    return f"{before}[{inner}]({link}){after}" if link else f"{before}{inner}{after}"


def _as_presentation(potx: bytes) -> bytes:
    """A template as the presentation that python-pptx takes; it refuses the other content type."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(potx)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"presentationml.template.main+xml", b"presentationml.presentation.main+xml")
            new.writestr(name, content)
    return buffer.getvalue()


def _write_bare_template(path: Path) -> None:
    """python-pptx's own template at 16:9 with a wordmark on its master, as one would prepare it once."""
    import pptx
    from PIL import Image
    from pptx.util import Pt

    mark = BytesIO()
    Image.radial_gradient("L").resize((300, 60)).save(mark, "PNG")
    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    master = presentation.slide_master
    # Pictures can be added to slides alone: made on one, moved to the master.
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    shape = slide.shapes.add_picture(mark, Pt(48), Pt(492), height=Pt(30))
    image, _ = master.part.get_or_add_image_part(mark)
    relation = master.part.relate_to(image, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image")
    shape._element.blipFill.find(".//{*}blip").set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", relation
    )
    master.shapes._spTree.append(shape._element)
    entry = presentation.slides._sldIdLst[0]
    presentation.part.drop_rel(entry.rId)
    presentation.slides._sldIdLst.remove(entry)
    presentation.save(str(path))
