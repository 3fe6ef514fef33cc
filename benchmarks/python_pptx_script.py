"""The talk made with python-pptx, the way a good engineer would write it.

    python benchmarks/python_pptx_script.py FOLDER OUT.pptx

The template holds size, master and wordmark; titles and main texts go into placeholders, the rest into
text boxes; runs carry emphasis and links; every slide has notes. It measures nothing, checks nothing and
draws no art: what deckgen does beyond this is deckgen's own affair.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import pptx
from pptx.util import Pt

TITLE_AND_CONTENT, TITLE_ONLY = 1, 5


def main(folder: str, target: str) -> None:
    with open(os.path.join(folder, "content.json"), encoding="utf-8") as file:
        slides = json.load(file)
    make_deck(slides, folder).save(target)


def make_deck(slides: list[dict[str, Any]], folder: str) -> Any:
    presentation = pptx.Presentation(os.path.join(folder, "template.pptx"))
    for content in slides:
        add_slide(presentation, content, folder)
    presentation.core_properties.title = "Joining a Trust"
    presentation.core_properties.author = "Leora Cruddas CBE"
    return presentation


def add_slide(presentation: Any, content: dict[str, Any], folder: str) -> None:
    layout = presentation.slide_layouts[TITLE_AND_CONTENT if content["body"] else TITLE_ONLY]
    slide = presentation.slides.add_slide(layout)
    fill(slide.shapes.title.text_frame, content["title"])
    if content["body"]:
        fill(slide.placeholders[1].text_frame, content["body"])
    for box in content["boxes"]:
        frame = slide.shapes.add_textbox(*box["rect"]).text_frame
        frame.word_wrap = True
        fill(frame, box["paragraphs"], size=box["size"])
    for picture in content["pictures"]:
        x, y, width, _ = picture["rect"]
        shape = slide.shapes.add_picture(os.path.join(folder, picture["file"]), x, y, width=width)
        shape._element.nvPicPr.cNvPr.set("descr", picture["alt"])
    slide.notes_slide.notes_text_frame.text = "\n".join(content["notes"])


def fill(frame: Any, paragraphs: list[list[dict[str, Any]]], size: int | None = None) -> None:
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if size:
            paragraph.font.size = Pt(size)
        for run in runs:
            if run["text"] == "\n":
                paragraph.add_line_break()
                continue
            added = paragraph.add_run()
            added.text = run["text"]
            if run.get("bold"):
                added.font.bold = True
            if run.get("italic"):
                added.font.italic = True
            if run.get("link"):
                added.hyperlink.address = run["link"]


if __name__ == "__main__":
    main(*sys.argv[1:])
