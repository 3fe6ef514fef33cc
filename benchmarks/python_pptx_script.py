"""The talk made with python-pptx in the brand's own template, the way a good engineer would write it.

    python benchmarks/python_pptx_script.py FOLDER OUT.pptx

The template carries the look: theme, wordmark, art, and a layout for each sort of slide (it is what
`deckgen brand export` gives a designer, saved as .pptx). Texts go into the layouts' placeholders, runs
carry emphasis and links, every slide has notes. It measures nothing, checks nothing, and leaves out what
python-pptx has no call for: deckgen's dots, sections and marks for screen readers.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import pptx
from pptx.util import Pt


def main(folder: str, target: str) -> None:
    with open(os.path.join(folder, "content.json"), encoding="utf-8") as file:
        slides = json.load(file)
    make_deck(slides, folder).save(target)


def make_deck(slides: list[dict[str, Any]], folder: str) -> Any:
    presentation = pptx.Presentation(os.path.join(folder, "brand.pptx"))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for content in slides:
        add_slide(presentation, layouts[content["layout"]], content, folder)
    presentation.core_properties.title = "Joining a Trust"
    presentation.core_properties.author = "Leora Cruddas CBE"
    return presentation


def add_slide(presentation: Any, layout: Any, content: dict[str, Any], folder: str) -> None:
    slide = presentation.slides.add_slide(layout)
    placeholders = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
    for text in content["texts"]:
        if text["idx"] is not None:
            fill(placeholders[text["idx"]].text_frame, text["paragraphs"])
        else:
            frame = slide.shapes.add_textbox(*text["rect"]).text_frame
            frame.word_wrap = True
            fill(frame, text["paragraphs"], size=text["size"])
    for picture in content["pictures"]:
        shape = placeholders[picture["idx"]].insert_picture(os.path.join(folder, picture["file"]))
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
            if run["bold"]:
                added.font.bold = True
            if run["italic"]:
                added.font.italic = True
            if run["link"]:
                added.hyperlink.address = run["link"]


if __name__ == "__main__":
    main(*sys.argv[1:])
