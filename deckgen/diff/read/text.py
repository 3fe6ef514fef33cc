"""Text in shapes and cells: paragraphs and runs with everything they inherit (ECMA-376 21.1.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from deckgen.diff.read.maths import M, in_a_line
from deckgen.diff.read.numbering import numbered
from deckgen.diff.read.numbers import flag, fraction, length, whole
from deckgen.diff.read.styles import PLAIN, Level, Settings, Styler
from deckgen.diff.view import Body, Paragraph, Run, Setting
from deckgen.verify.names import NS, tag

Links = Callable[[Any], str]
"""Where an element with `a:hlinkClick` in it leads, "" for nowhere."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_P, _R, _BR, _FLD, _PPR, _RPR, _T = (tag(f"a:{name}") for name in ("p", "r", "br", "fld", "pPr", "rPr", "t"))
_ANCHORS = {"t": "t", "ctr": "ctr", "b": "b", "just": "t", "dist": "t"}
_TURNS = {"vert": 90, "vert270": 270, "eaVert": 90}


class TextReader:
    """Reads text by one styler; `links` says where its links lead."""

    def __init__(self, styler: Styler, links: Links) -> None:
        self._styler, self._links = styler, links

    def body(self, text: Any, settings: Settings = PLAIN, below: Iterable[Any] = ()) -> Body:
        """The text of a `p:txBody` or `a:txBody`; `below` are the `a:bodyPr` it inherits from, nearest first."""
        if text is None:
            return Body()
        settings = self._styler.layered(settings, text.find("a:lstStyle", NS))
        paragraphs = tuple(self.paragraphs(text, settings))
        return _boxed(Body(paragraphs=paragraphs), [text.find("a:bodyPr", NS), *below])

    def paragraphs(self, text: Any, settings: Settings) -> Iterator[Paragraph]:
        """Its paragraphs, numbered lists counted."""
        return numbered(self._paragraph(found, settings) for found in text.iterfind("a:p", NS))

    def _paragraph(self, element: Any, settings: Settings) -> Paragraph:
        props = element.find(_PPR)
        level = 0 if props is None else max(0, min(8, whole(props.get("lvl"))))
        setting = self._styler.paragraph(settings[level], props)
        runs = tuple(_merged(self._runs(element, setting)))
        end = self._styler.font(setting.font, element.find("a:endParaRPr", NS))
        size = max((run.font.size for run in runs if run.text.strip()), default=end.size)
        return _set(setting, level, runs, size)

    def _runs(self, element: Any, setting: Level) -> Iterator[Run]:
        for child in element:
            if child.tag in (_R, _FLD):
                text = child.find(_T)
                if text is not None and text.text:
                    yield from self._run(text.text, child.find(_RPR), setting)
            elif child.tag == _BR:
                yield Run("\n", setting.font)
            elif child.tag.startswith(M) or child.tag.endswith("}m"):
                yield Run(in_a_line(child), setting.font)

    def _run(self, text: str, props: Any, setting: Level) -> Iterator[Run]:
        font = self._styler.font(setting.font, props)
        link = self._links(props) if props is not None and len(props) else ""
        if link and not link.startswith("slide"):
            font = replace(font, color=self._styler.palette.slot("hlink"), underline=True)
        if "_x" in text:
            text = _ESCAPED.sub(_character, text)
        for number, line in enumerate(text.replace("\v", "\n").split("\n")):
            if number:
                yield Run("\n", font)
            if line:
                yield Run(line, font, link)


def _set(setting: Level, level: int, runs: tuple[Run, ...], size: float) -> Paragraph:
    """The paragraph, its gaps in points."""
    said = {name: getattr(setting, name) for name in Setting.__struct_fields__}
    for side in ("before", "after"):
        if said[side] < 0:
            said[side] *= -1.2 * size
    said["bullet"] = setting.bullet if runs else ""
    return Paragraph(**said, runs=runs, level=level, size=size)


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs with equal neighbours made one: where programs part them means nothing."""
    last: Run | None = None
    for run in runs:
        if last and last.font == run.font and last.link == run.link and "\n" not in (last.text, run.text):
            last = Run(last.text + run.text, run.font, run.link)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _boxed(body: Body, props: list[Any]) -> Body:
    """`body` in the box that the `a:bodyPr` say, nearest first."""
    said = [found for found in props if found is not None]

    def get(name: str) -> str | None:
        return next((found.get(name) for found in said if found.get(name) is not None), None)

    sides = tuple(
        length(get(name), otherwise)
        for name, otherwise in (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
    )
    anchor = _ANCHORS.get(get("anchor") or "t", "t")
    fit = next((found.find("a:normAutofit", NS) for found in said if _fits(found)), None)
    return replace(
        body,
        insets=sides,
        anchor=anchor,
        wrap=get("wrap") != "none",
        turned=_TURNS.get(get("vert") or "", 0),
        upright=flag(get("upright")),
        shrink=1 if fit is None else max(0.1, fraction(fit.get("fontScale"), 1)),
    )


def _fits(props: Any) -> bool:
    return any(child.tag.endswith(("utofit", "AutoFit")) for child in props)


def _character(match: re.Match[str]) -> str:
    """What `_x0041_` stands for (22.9.2.19), if it may stand in text."""
    code = int(match[1], 16)
    return chr(code) if code >= 32 and not 0xD800 <= code < 0xE000 and code < 0xFFFE else " "


def plain(paragraphs: Iterable[Paragraph]) -> str:
    """The words, a line a paragraph."""
    return "\n".join([paragraph.text for paragraph in paragraphs])
