"""The benchmark's project: the talk with notes on every slide, one photograph, and the wordmark.

PERFORMANCE.md fixes it: 14 slides, one JPEG of 1600 x 900 and about 264 kB. Everybody else's input is
made from the laid-out deck, so that all of them say the same words.
"""

from __future__ import annotations

import json
import random
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

from deckgen.scene import LINE_BREAK, Deck, Paragraph, Picture, TextBox

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


def write_inputs(deck: Deck, folder: Path) -> None:
    """What the others read: content.json for the script, talk.md for pandoc, and a template."""
    slides = [_slide(slide) for slide in deck.slides]
    (folder / "content.json").write_text(json.dumps(slides, ensure_ascii=False), encoding="utf-8")
    (folder / "talk.md").write_text("\n".join(_markdown(slide) for slide in slides), encoding="utf-8")
    _write_template(folder / "template.pptx")


def _slide(slide: Any) -> dict[str, Any]:
    boxes = [node for node in slide.nodes if isinstance(node, TextBox) and node.paragraphs]
    titles = [box for box in boxes if box.placeholder and box.placeholder.type in ("title", "ctrTitle")]
    rest = [box for box in boxes if box not in titles]
    main = max(rest, key=lambda box: sum(len(p.text) for p in box.paragraphs), default=None)
    return {
        "title": [_runs(p) for box in titles for p in box.paragraphs] or [[{"text": slide.title}]],
        "body": [_runs(p) for p in main.paragraphs] if main else [],
        "boxes": [_box(box) for box in rest if box is not main],
        "pictures": [_picture(node) for node in slide.nodes if isinstance(node, Picture)],
        "notes": [p.text for p in slide.notes],
    }


def _box(box: TextBox) -> dict[str, Any]:
    rect = box.rect
    return {
        "rect": [rect.x, rect.y, rect.w, rect.h],
        "size": box.style.size,
        "paragraphs": [_runs(p) for p in box.paragraphs],
    }


def _picture(picture: Picture) -> dict[str, Any]:
    rect = picture.rect
    return {"file": PHOTO, "alt": picture.alt, "rect": [rect.x, rect.y, rect.w, rect.h]}


def _runs(paragraph: Paragraph) -> list[dict[str, Any]]:
    return [
        {"text": run.text, "bold": run.bold, "italic": run.italic, "link": run.link.url if run.link else None}
        for run in paragraph.runs
    ]


def _markdown(slide: dict[str, Any]) -> str:
    lines = [f"# {' '.join(_inline(runs) for runs in slide['title'])}", ""]
    lines += [line for runs in slide["body"] for line in (f"- {_inline(runs)}",)]
    lines += [line for box in slide["boxes"] for runs in box["paragraphs"] for line in ("", _inline(runs))]
    lines += [line for picture in slide["pictures"] for line in ("", f"![{picture['alt']}]({picture['file']})")]
    notes = [line for text in slide["notes"] for line in (text, "")]
    return "\n".join([*lines, "", "::: notes", "", *notes, ":::", ""])


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
    for on, mark in ((run.get("bold"), "**"), (run.get("italic"), "*")):
        inner = f"{mark}{inner}{mark}" if on else inner
    link = run.get("link")
    return f"{before}[{inner}]({link}){after}" if link else f"{before}{inner}{after}"


def _write_template(path: Path) -> None:
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
