"""Connectors of the kinds that have them, in the file alone and as LibreOffice prints them."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from deckgen.scene import Connector, Group, Node
from tests.decks.library import BRANDS, kinds
from tests.render.office import print_fonts
from tests.render.strokes import drawings, is_drawn
from tests.write.pptx.geometry import Point, course, sites
from tests.write.pptx.markup import find

JOINED = {"process": 13, "cycle": 18, "org-chart": 23}
"""How many connectors the kinds' slides of tests/data/kinds.yaml have."""
every_brand = pytest.mark.parametrize("brand", BRANDS)


def drawn(brand: str) -> Iterator[tuple[str, int, Any, dict[str, Any]]]:
    """(kind, number of the slide, connector, shapes by id) of every glued connector in the file."""
    built = kinds(brand)
    with zipfile.ZipFile(io.BytesIO(built.data)) as archive:
        for number, slide in enumerate(built.scene.slides, 1):
            tree = etree.fromstring(archive.read(f"ppt/slides/slide{number}.xml"))
            shapes = {find(s, "p:nvSpPr/p:cNvPr")[0].get("id"): s for s in find(tree, ".//p:sp")}
            for connector in find(tree, ".//p:cxnSp[p:nvCxnSpPr/p:cNvCxnSpPr/a:stCxn]"):
                yield slide.kind, number, connector, shapes


def glued(connector: Any, end: str, shapes: dict[str, Any]) -> Point:
    """The site that an end of a connector is glued to, reckoned from the shape."""
    glue = find(connector, f"p:nvCxnSpPr/p:cNvCxnSpPr/a:{end}")[0]
    return sites(shapes[glue.get("id")])[int(glue.get("idx"))]


@every_brand
def test_every_connector_ends_on_the_sites_it_is_glued_to(brand: str) -> None:
    counted = dict.fromkeys(JOINED, 0)
    for kind, _, connector, shapes in drawn(brand):
        points = course(connector)
        for point, end in ((points[0], "stCxn"), (points[-1], "endCxn")):
            assert math.dist(point, glued(connector, end, shapes)) <= 3, (kind, end)
        counted[kind] += 1
    assert counted == JOINED


@every_brand
def test_connectors_join_different_shapes_that_hold_words(brand: str) -> None:
    for kind, _, connector, shapes in drawn(brand):
        start, end = (find(connector, f"p:nvCxnSpPr/p:cNvCxnSpPr/a:{tag}")[0].get("id") for tag in ("stCxn", "endCxn"))
        assert start != end, kind
        assert all(find(shapes[number], "p:txBody//a:t") for number in (start, end)), kind


@every_brand
def test_a_cycle_closes(brand: str) -> None:
    ways: dict[int, dict[str, str]] = {}
    for kind, number, connector, _ in drawn(brand):
        if kind == "cycle":
            start, end = (find(connector, f".//a:{tag}")[0].get("id") for tag in ("stCxn", "endCxn"))
            ways.setdefault(number, {})[start] = end
    for way in ways.values():
        at = first = next(iter(way))
        for _ in way:
            at = way[at]
        assert at == first and len(set(way.values())) == len(way)


def connectors(nodes: tuple[Node, ...]) -> Iterator[Connector]:
    for node in nodes:
        match node:
            case Connector():
                yield node
            case Group():
                yield from connectors(node.nodes)


def along(line: Connector) -> Iterator[list[Point]]:
    """Places on a connector's course in points, clear of its ends, where boxes and heads are; each as one of several.

    PowerPoint and LibreOffice swing a curve differently: it passes somewhere between its chord and its corner.
    """
    points = [(x / 12_700, y / 12_700) for x, y in line.points]
    if line.curved and len(points) == 3:
        (x1, y1), (x, y), (x2, y2) = points
        middle, steps = ((x1 + x2) / 2, (y1 + y2) / 2), 40
        shares = [step / steps for step in range(8, steps - 3)]
        yield [(middle[0] + (x - middle[0]) * share, middle[1] + (y - middle[1]) * share) for share in shares]
        return
    for (x1, y1), (x2, y2) in pairwise(points):
        if math.dist((x1, y1), (x2, y2)) >= 14:
            yield [((x1 + x2) / 2, (y1 + y2) / 2)]


@pytest.mark.render
@every_brand
def test_libreoffice_draws_connectors_where_they_were_laid_out(brand: str, office_pdf: Callable[..., Path]) -> None:
    built = kinds(brand)
    pages = drawings(office_pdf(built.data, fonts_conf=print_fonts()))
    checked = 0
    for page, slide in zip(pages, built.scene.slides, strict=True):
        for line in connectors(slide.nodes):
            for places in along(line):
                assert any(is_drawn(page, x, y, within=1.5) for x, y in places), (slide.kind, line.name, places)
                checked += 1
    assert checked > 70
    assert not any(is_drawn(page, 20, 270, within=1.5) for page in pages), "nothing is drawn in the margin"
