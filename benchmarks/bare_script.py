"""The same words with python-pptx in its own default template: the least that one would write.

    python benchmarks/bare_script.py FOLDER OUT.pptx

Nobody's brand: eleven layouts, of which it uses two; a title, one body, and text boxes where the slide has
more. The wordmark is on the master, prepared once. Beside the script that makes the same slides this says
how much of python-pptx's time is the template's.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import pptx

from benchmarks.python_pptx_script import fill

TITLE_AND_CONTENT, TITLE_ONLY = 1, 5


def main(folder: str, target: str) -> None:
    with open(os.path.join(folder, "content.json"), encoding="utf-8") as file:
        slides = json.load(file)
    make_deck(slides, folder).save(target)


def make_deck(slides: list[dict[str, Any]], folder: str) -> Any:
    presentation = pptx.Presentation(os.path.join(folder, "bare.pptx"))
    for content in slides:
        add_slide(presentation, content, folder)
    presentation.core_properties.title = "Joining a Trust"
    presentation.core_properties.author = "Leora Cruddas CBE"
    return presentation


def add_slide(presentation: Any, content: dict[str, Any], folder: str) -> None:
    titles = [text for text in content["texts"] if text["title"]]
    others = [text for text in content["texts"] if not text["title"]]
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_AND_CONTENT if others else TITLE_ONLY])
    for text in titles:
        fill(slide.shapes.title.text_frame, text["paragraphs"])
    for number, text in enumerate(others):
        if number == 0:
            fill(slide.placeholders[1].text_frame, text["paragraphs"])
            continue
        frame = slide.shapes.add_textbox(*text["rect"]).text_frame
        frame.word_wrap = True
        fill(frame, text["paragraphs"], size=text["size"])
    for picture in content["pictures"]:
        x, y, width, _ = picture["rect"]
        shape = slide.shapes.add_picture(os.path.join(folder, picture["file"]), x, y, width=width)
        shape._element.nvPicPr.cNvPr.set("descr", picture["alt"])
    slide.notes_slide.notes_text_frame.text = "\n".join(content["notes"])


if __name__ == "__main__":
    main(*sys.argv[1:])
