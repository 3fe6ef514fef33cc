"""A slide show of one slide, played from its timing tree: what is there before the first click and after each."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from deckgen.verify.names import NS


class Part(NamedTuple):
    """A shape, or a paragraph or a series of it."""

    shape: str
    paragraph: int | None = None
    series: int | None = None


class Effect(NamedTuple):
    """What comes in, how, in how many milliseconds, and how many after its click it begins."""

    part: Part
    filter: str
    ms: int
    begins: int


class Show(NamedTuple):
    """The effects of each click, and the names of the slide's shapes."""

    clicks: list[list[Effect]]
    shapes: list[str]

    @property
    def hidden(self) -> set[Part]:
        """What is not there before the first click: whatever an effect brings."""
        return {effect.part for click in self.clicks for effect in click}

    def after(self, count: int) -> set[Part]:
        """What is still not there after so many clicks."""
        return self.hidden - {effect.part for click in self.clicks[:count] for effect in click}


def played(slide: bytes) -> Show:
    """The show of a slide's part. Every effect has to stand in a group, and every group in a click."""
    root = etree.fromstring(slide)
    shapes = {
        shape.get("id"): shape.get("name") for shape in root.iter(f"{{{NS['p']}}}cNvPr") if shape.get("id") != "1"
    }
    path = "p:timing/p:tnLst/p:par/p:cTn/p:childTnLst/p:seq/p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par/p:cTn"
    clicks = [_effects(click, shapes) for click in root.iterfind(path, NS)]
    return Show(clicks, list(shapes.values()))


def _effects(click: Any, shapes: dict[str, str]) -> list[Effect]:
    assert click.find("p:stCondLst/p:cond", NS).get("delay") == "indefinite", "it waits for a click"
    found = []
    for group in click.iterfind("p:childTnLst/p:par/p:cTn", NS):
        begins = int(group.find("p:stCondLst/p:cond", NS).get("delay"))
        for effect in group.iterfind("p:childTnLst/p:par/p:cTn", NS):
            if effect.get("presetClass") == "entr":
                assert effect.get("nodeType") == _trigger(first=not found, waits=begins > 0, among=found, begins=begins)
                found.append(_effect(effect, shapes, begins))
    return found


def _trigger(*, first: bool, waits: bool, among: list[Effect], begins: int) -> str:
    if first:
        return "clickEffect"
    return "afterEffect" if waits and among[-1].begins != begins else "withEffect"


def _effect(effect: Any, shapes: dict[str, str], begins: int) -> Effect:
    shown, filtered = effect.find("p:childTnLst/p:set", NS), effect.find("p:childTnLst/p:animEffect", NS)
    assert shown.find("p:to/p:strVal", NS).get("val") == "visible"
    assert shown.findtext("p:cBhvr/p:attrNameLst/p:attrName", "", NS) == "style.visibility"
    parts = [_part(behaviour.find("p:cBhvr/p:tgtEl/p:spTgt", NS), shapes) for behaviour in (shown, filtered)]
    assert parts[0] == parts[1], "what is shown is what is filtered"
    assert filtered.get("transition") == "in"
    return Effect(parts[0], filtered.get("filter"), int(filtered.find("p:cBhvr/p:cTn", NS).get("dur")), begins)


def _part(target: Any, shapes: dict[str, str]) -> Part:
    name, text, chart = (
        shapes[target.get("spid")],
        target.find("p:txEl/p:pRg", NS),
        target.find("p:graphicEl/a:chart", NS),
    )
    if text is not None:
        assert text.get("st") == text.get("end"), "one paragraph an effect, as PowerPoint has it"
        return Part(name, paragraph=int(text.get("st")))
    return Part(name) if chart is None else Part(name, series=int(chart.get("seriesIdx")))
