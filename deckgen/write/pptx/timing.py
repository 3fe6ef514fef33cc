"""Timing trees: what comes in on which click (ECMA-376 part 1, 19.5), nested as PowerPoint nests them.

A slide has one main sequence. In it stands a `p:par` for each click; in that one for each group of effects that
begin together, told when by its delay; in that one for each effect. PowerPoint repairs what is nested otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import TypeAlias

from msgspec import Struct

from deckgen.ooxml.xml import Xml, el, join
from deckgen.scene import Effect, Formula, Node, Reveal, Shape, Step, TextBox, Video

_Said: TypeAlias = dict[str, str | int | None]
"""An element's attributes."""

_AT_ONCE = el("p:stCondLst", None, el("p:cond", {"delay": 0}))
_ON_CALL = el("p:stCondLst", None, el("p:cond", {"delay": "indefinite"}))
_AT_END = el("p:endSync", {"evt": "end", "delay": 0}, el("p:rtn", {"val": "all"}))
_SLIDE = el("p:tgtEl", None, el("p:sldTgt"))
_TURNS = join(
    el(f"p:{name}CondLst", None, el("p:cond", {"evt": event, "delay": 0}, _SLIDE))
    for name, event in (("prev", "onPrev"), ("next", "onNext"))
)
_VISIBLE = el("p:attrNameLst", None, el("p:attrName", None, Xml("style.visibility")))
_TO_VISIBLE = el("p:to", None, el("p:strVal", {"val": "visible"}))
_SEQUENCE: _Said = {"concurrent": 1, "nextAc": "seek"}

# How PowerPoint's own gallery calls an effect: (preset, subtype, filter).
_PRESETS = {"fade": (10, 0, "fade"), "wipe": (22, 8, "wipe(left)"), "wipe-back": (22, 2, "wipe(right)")}


class Actor(Struct, frozen=True):
    """A shape of the slide that a timing tree speaks of: its number, and the node it was drawn from. Its foot's
    placeholders have none."""

    id: int
    node: Node | None = None


def timing_xml(steps: Sequence[Step], actors: Mapping[str, Actor]) -> Xml:
    """`p:timing` (19.3.1.48) of a slide with these clicks and its films; nothing for one without either.

    `actors` are its shapes by name. A film plays on the click after the last, and a click on it pauses it.
    """
    films = [actor for actor in actors.values() if isinstance(actor.node, Video)]
    if not steps and not films:
        return Xml("")
    tree = _Tree(actors)
    return el("p:timing", None, tree.root(steps, films), *_builds(steps, actors))


class _Tree:
    """Draws time nodes. Their ids count from 1, an outer one before those in it, as PowerPoint numbers them."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self.actors, self._ids = actors, count(1)

    def root(self, steps: Sequence[Step], films: Sequence[Actor]) -> Xml:
        """`p:tnLst` (19.5.87) with the slide's one sequence of clicks, and its films."""
        root: _Said = {"id": next(self._ids), "dur": "indefinite", "restart": "never", "nodeType": "tmRoot"}
        main: _Said = {"id": next(self._ids), "dur": "indefinite", "nodeType": "mainSeq"}
        clicks = [*[self._click(step) for step in steps], *[self._play(film) for film in films]]
        sequence = el("p:seq", _SEQUENCE, el("p:cTn", main, el("p:childTnLst", None, *clicks)), _TURNS)
        players = [part for film in films for part in (self._player(film), self._pause(film))]
        return el("p:tnLst", None, _par(root, el("p:childTnLst", None, sequence, *players)))

    def _click(self, step: Step) -> Xml:
        outer: _Said = {"id": next(self._ids), "fill": "hold"}
        groups = el("p:childTnLst", None, *self._groups(step))
        return _par(outer, _ON_CALL, groups)

    def _groups(self, step: Step) -> Iterator[Xml]:
        """A `p:par` for the effects that begin with the click, and one for each that waits for those before it."""
        begin, trigger = 0, "clickEffect"
        for group in _waiting(step):
            inner: _Said = {"id": next(self._ids), "fill": "hold"}
            effects: list[Xml] = []
            for reveal in group:
                for target in _targets(reveal, self.actors[reveal.node]):
                    effects.append(self._effect(reveal, target, trigger))
                    trigger = "withEffect"
            start = el("p:stCondLst", None, el("p:cond", {"delay": begin}))
            yield _par(inner, start, el("p:childTnLst", None, *effects))
            begin += max(reveal.effect.ms for reveal in group)
            trigger = "afterEffect"

    def _effect(self, reveal: Reveal, target: Xml, trigger: str) -> Xml:
        """An entrance (19.5.33): the shape is set visible, and its filter runs."""
        preset, subtype, _ = _PRESETS[reveal.effect.name]
        outer: _Said = {
            "id": next(self._ids),
            "presetID": preset,
            "presetClass": "entr",
            "presetSubtype": subtype,
            "fill": "hold",
            "grpId": 0 if _form(reveal, self.actors[reveal.node]) else None,
            "nodeType": trigger,
        }
        return _par(
            outer, _AT_ONCE, el("p:childTnLst", None, self._shown(target), self._filtered(reveal.effect, target))
        )

    def _play(self, film: Actor) -> Xml:
        """The click that plays a film from its beginning."""
        outer: _Said = {"id": next(self._ids), "fill": "hold"}
        return _par(outer, _ON_CALL, el("p:childTnLst", None, self._called(film, 1, "playFrom(0.0)", _length(film))))

    def _called(self, film: Actor, preset: int, command: str, ms: int) -> Xml:
        """A command to a film (19.5.17), in the group of its click."""
        group: _Said = {"id": next(self._ids), "fill": "hold"}
        effect: _Said = {
            "id": next(self._ids),
            "presetID": preset,
            "presetClass": "mediacall",
            "presetSubtype": 0,
            "fill": "hold",
            "nodeType": "clickEffect",
        }
        span = el("p:cTn", {"id": next(self._ids), "dur": ms, "fill": "hold"})
        called = el("p:cmd", {"type": "call", "cmd": command}, el("p:cBhvr", None, span, _target(film)))
        one = _par(effect, _AT_ONCE, el("p:childTnLst", None, called))
        return _par(group, _AT_ONCE, el("p:childTnLst", None, one))

    def _player(self, film: Actor) -> Xml:
        """The film itself (19.5.108), which waits to be played."""
        node = el("p:cTn", {"id": next(self._ids), "fill": "hold", "display": 0}, _ON_CALL)
        return el("p:video", None, el("p:cMediaNode", {"vol": 80_000}, node, _target(film)))

    def _pause(self, film: Actor) -> Xml:
        """What a click on the film does: it pauses, or goes on."""
        sequence: _Said = {
            "id": next(self._ids),
            "restart": "whenNotActive",
            "fill": "hold",
            "evtFilter": "cancelBubble",
            "nodeType": "interactiveSeq",
        }
        clicked = el("p:cond", {"evt": "onClick", "delay": 0}, _target(film))
        outer: _Said = {"id": next(self._ids), "fill": "hold"}
        group = _par(outer, _AT_ONCE, el("p:childTnLst", None, self._called(film, 2, "togglePause", 1)))
        inner = (el("p:stCondLst", None, clicked), _AT_END, el("p:childTnLst", None, group))
        return el("p:seq", _SEQUENCE, el("p:cTn", sequence, *inner), el("p:nextCondLst", None, clicked))

    def _shown(self, target: Xml) -> Xml:
        moment = el("p:cTn", {"id": next(self._ids), "dur": 1, "fill": "hold"}, _AT_ONCE)
        return el("p:set", None, el("p:cBhvr", None, moment, target, _VISIBLE), _TO_VISIBLE)

    def _filtered(self, effect: Effect, target: Xml) -> Xml:
        span = el("p:cTn", {"id": next(self._ids), "dur": effect.ms})
        filtered = {"transition": "in", "filter": _PRESETS[effect.name][2]}
        return el("p:animEffect", filtered, el("p:cBhvr", None, span, target))


def _length(film: Actor) -> int:
    """How many milliseconds a film plays; 1 where nobody knows, as PowerPoint writes it."""
    node = film.node
    return (node.film.ms if isinstance(node, Video) and node.film else 0) or 1


def _par(attributes: _Said, *children: Xml) -> Xml:
    return el("p:par", None, el("p:cTn", attributes, *children))


def _waiting(step: Step) -> list[list[Reveal]]:
    """The step's reveals in groups that begin together."""
    groups: list[list[Reveal]] = []
    for reveal in step:
        if reveal.after or not groups:
            groups.append([])
        groups[-1].append(reveal)
    return groups


def _targets(reveal: Reveal, actor: Actor) -> Iterator[Xml]:
    """`p:tgtEl` of each thing that a reveal brings: the shape, each of its paragraphs that holds words, or a series."""
    if reveal.series is not None:
        # PowerPoint writes -4 for all categories of the series; the clause (20.1.2.2.3) is silent.
        part: _Said = {"seriesIdx": reveal.series, "categoryIdx": -4, "bldStep": "series"}
        yield _target(actor, el("p:graphicEl", None, el("a:chart", part)))
    elif reveal.first is not None and isinstance(actor.node, TextBox):
        last = reveal.first if reveal.last is None else reveal.last
        for number in range(reveal.first, last + 1):
            if actor.node.paragraphs[number].text.strip():
                yield _target(actor, el("p:txEl", None, el("p:pRg", {"st": number, "end": number})))
    else:
        yield _target(actor)


def _target(actor: Actor, *part: Xml) -> Xml:
    return el("p:tgtEl", None, el("p:spTgt", {"spid": actor.id}, *part))


def _builds(steps: Sequence[Step], actors: Mapping[str, Actor]) -> tuple[Xml, ...]:
    """`p:bldLst` (19.5.14): how each shape that has text or a chart is taken apart; nothing where there is none."""
    said: dict[str, Xml] = {}
    for reveal in (reveal for step in steps for reveal in step):
        form = _form(reveal, actors[reveal.node])
        if form is not None:
            said.setdefault(reveal.node, form)
    return (el("p:bldLst", None, *said.values()),) if said else ()


def _form(reveal: Reveal, actor: Actor) -> Xml | None:
    """The shape's entry in `p:bldLst`; None for pictures, lines, tables and groups, which come whole and have none."""
    whose: _Said = {"spid": actor.id, "grpId": 0}
    if reveal.series is not None:
        # The axes are no part of the build: they stand there from the first.
        series = el("a:bldChart", {"bld": "series", "animBg": 0})
        return el("p:bldGraphic", whose, el("p:bldSub", None, series))
    if isinstance(actor.node, TextBox):
        filled = reveal.first is None and actor.node.look is not None
        return el("p:bldP", {**whose, "build": None if reveal.first is None else "p", "animBg": 1 if filled else None})
    if actor.node is None or isinstance(actor.node, Formula):
        return el("p:bldP", whose)
    if isinstance(actor.node, Shape):
        return el("p:bldP", {**whose, "animBg": 1})
    return None
