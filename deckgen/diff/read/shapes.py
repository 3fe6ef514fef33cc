"""The shapes of a slide, layout or master, out of their groups, in the order they are painted in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from deckgen.diff.read.charts import chart_of
from deckgen.diff.read.diagrams import TEXT_FRAME, diagram_of, drawing_of, shape_tree
from deckgen.diff.read.frames import Field, Frame, field_of, frame_of
from deckgen.diff.read.looks import look_of
from deckgen.diff.read.maths import M
from deckgen.diff.read.numbers import flag, fraction
from deckgen.diff.read.parts import Part, place_of
from deckgen.diff.read.tables import TableReader
from deckgen.diff.read.text import TextReader
from deckgen.diff.view import Body, Look, Picture, Shape, Table
from deckgen.units import Rect
from deckgen.verify.names import NS, tag

_TREES = tuple(tag(f"p:{name}") for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp"))
_GROUP, _PICTURE, _FRAME, _LINE = tag("p:grpSp"), tag("p:pic"), tag("p:graphicFrame"), tag("p:cxnSp")
_ALTERNATIVES = tag("mc:AlternateContent")
_MATHS = f"{M}oMath"
_R = "{" + NS["r"] + "}"
DEEPEST = 20
"""Groups within groups; deeper ones are not looked into."""
MOST_SHAPES = 5_000
"""Of one slide."""

Numbers = Callable[[str], str]
"""Where a part's name leads: "slide 3" of a slide of the deck, "" of anything else."""


class ShapeReader:
    """Reads the shapes of one part."""

    def __init__(self, part: Part, numbers: Numbers, tables: TableReader, *, inner: bool = False) -> None:
        """`inner`: it is the drawing of a diagram, in which there are no others."""
        self._part, self._numbers, self._tables, self._inner = part, numbers, tables, inner
        self._text = TextReader(part.styler, self.link)
        self._names: dict[str, int] = {}

    def shapes(self, *, below: bool = False) -> tuple[Shape, ...]:
        """Its shapes; with `below` those alone that a slide on it shows: its placeholders are empty there."""
        tree = None if self._part.root is None else self._part.root.find("p:cSld/p:spTree", NS)
        found = [] if tree is None else list(self._within(tree, Field(), 0))[:MOST_SHAPES]
        shapes = []
        for element, field in found:
            place = place_of(element)
            if below and place:
                continue
            shapes.append(self._shape(element, field, place))
        return tuple(shapes)

    def _within(self, tree: Any, field: Field, depth: int) -> Iterator[tuple[Any, Field]]:
        for found in tree:
            child = _alternative(found) if found.tag == _ALTERNATIVES else found
            if child is None or child.tag not in _TREES:
                continue
            if child.tag == _GROUP:
                if depth < DEEPEST and not _hidden(child):
                    yield from self._within(child, field_of(child, field), depth + 1)
            elif not _hidden(child):
                yield child, field

    def _shape(self, element: Any, field: Field, place: tuple[str, str] | None) -> Shape:
        named = element.find("./*/p:cNvPr", NS)
        name = "" if named is None else named.get("name", "")
        below = self._part.above.inherited(place) if place and self._part.above else []
        frame = self._frame(element, below)
        common: dict[str, Any] = {
            "key": self._key(name),
            "name": name,
            "rect": field.rect(frame.rect),
            "place": place,
            "turn": frame.turn,
            "mirrored": frame.mirrored,
            "alt": "" if named is None else named.get("descr", ""),
            "decorative": _decorative(named),
            "link": "" if named is None else self.link(named),
        }
        made = Shape(**common, **self._content(element, place, below))
        return replace(made, drawn=self._drawing(element, made.rect)) if made.kind == "diagram" else made

    def _drawing(self, element: Any, rect: Rect) -> tuple[Shape, ...]:
        """What PowerPoint has drawn of a diagram that stands there."""
        drawing = None if self._inner else drawing_of(element.find("a:graphic/a:graphicData", NS), self._part)
        tree = None if drawing is None else shape_tree(drawing)
        if drawing is None or tree is None:
            return ()
        reader = ShapeReader(drawing, self._numbers, self._tables, inner=True)
        found = list(reader._within(tree, Field(x=rect.x, y=rect.y), 0))[:MOST_SHAPES]
        return tuple(shape for one, field in found for shape in reader._parted(one, field))

    def _parted(self, element: Any, field: Field) -> Iterator[Shape]:
        """A drawn shape, and its text, which has a box of its own, turned beside how the shape is: arrows that point
        down turn it back. No name tells it from others of the slide."""
        shape = replace(self._shape(element, field, None), key="")
        frame = frame_of(element.find(TEXT_FRAME))
        if frame is None or not shape.body.text.strip():
            yield shape
            return
        yield replace(shape, body=Body())
        yield replace(shape, look=None, picture=None, rect=field.rect(frame.rect), turn=shape.turn + frame.turn)

    def _key(self, name: str) -> str:
        seen = self._names[name] = self._names.get(name, 0) + 1
        return name if seen == 1 else f"{name} #{seen}"

    def _frame(self, element: Any, below: list[Any]) -> Frame:
        """Its own place, or the nearest that it inherits."""
        for found in (element, *below):
            transform = found.find("p:spPr/a:xfrm", NS)
            frame = frame_of(found.find("p:xfrm", NS) if transform is None else transform)
            if frame is not None:
                return frame
        return Frame(Rect(0, 0, 0, 0))

    def _content(self, element: Any, place: tuple[str, str] | None, below: list[Any]) -> dict[str, Any]:
        """What kind of shape it is, and what is in it."""
        if element.tag == _FRAME:
            return self._framed(element)
        if element.tag == _PICTURE:
            return self._pictured(element)
        look = look_of(element, self._part, below)
        body = self._body(element, place, below)
        picture = self._picture(element.find("p:spPr", NS))
        if next(element.iter(_MATHS), None) is not None:
            return {"kind": "formula", "body": body, "look": look}
        drawn = element.tag == _LINE or (not body.text.strip() and place is None)
        if picture is not None and drawn:
            return {"kind": "picture", "picture": picture, "look": look}
        return {"kind": "shape" if drawn else "text", "body": body, "look": look}

    def _body(self, element: Any, place: tuple[str, str] | None, below: list[Any]) -> Body:
        text = element.find("p:txBody", NS)
        if text is None:
            return Body()
        above = self._part.above or self._part
        settings = above.settings(place, self._part)
        color = self._part.palette.ink(element.find("p:style/a:fontRef", NS))
        if color is not None:
            settings = self._part.styler.recolored(settings, color)
        bodies = [found.find("p:txBody/a:bodyPr", NS) for found in below]
        return self._text.body(text, settings, [found for found in bodies if found is not None])

    def _pictured(self, element: Any) -> dict[str, Any]:
        media = next(
            (self._media(found) for found in element.iterfind("p:nvPicPr/p:nvPr/*", NS) if self._media(found)), ""
        )
        picture = self._picture(element.find("p:blipFill", NS), element)
        look = look_of(element, self._part, [])
        return {"kind": "film" if media else "picture", "picture": picture, "media": media, "look": look}

    def _media(self, element: Any) -> str:
        """What a film or a sound is: its content's hash, or its address."""
        if element.tag.rpartition("}")[2] not in ("videoFile", "audioFile", "quickTimeFile", "wavAudioFile"):
            return ""
        relation = self._part.relations.get(element.get(f"{_R}link") or element.get(f"{_R}embed") or "")
        if relation is None:
            return "a film"
        return relation.target if relation.external else self._part.package.identity(relation.target)

    def _picture(self, holder: Any, filled: Any = None) -> Picture | None:
        """The picture of a `p:blipFill`, or of the `a:blipFill` in a shape's properties."""
        if holder is not None and filled is None:
            holder = holder.find("a:blipFill", NS)
        blip = None if holder is None else holder.find("a:blip", NS)
        relation = (
            None if blip is None else self._part.relations.get(blip.get(f"{_R}embed") or blip.get(f"{_R}link") or "")
        )
        if relation is None:
            return None
        crop = holder.find("a:srcRect", NS)
        sides = (0.0, 0.0, 0.0, 0.0) if crop is None else tuple(fraction(crop.get(side)) for side in "ltrb")
        if relation.external:
            return Picture(part="", content=relation.target, size=0)
        return picture_of(self._part, relation.target, sides)

    def _framed(self, element: Any) -> dict[str, Any]:
        """A table, a chart, a diagram, or an object of another program."""
        data = element.find("a:graphic/a:graphicData", NS)
        uri = "" if data is None else data.get("uri", "")
        table = None if data is None else data.find("a:tbl", NS)
        if table is not None:
            found: Table = self._tables.table(table, self._part, self._text)
            return {"kind": "table", "table": found}
        if uri.endswith("/chart"):
            return {"kind": "chart", "chart": chart_of(data, self._part)}
        if uri.endswith("/diagram"):
            return {"kind": "diagram", "body": diagram_of(data, self._part, self._text)}
        picture = None if data is None else next(data.iter(_PICTURE), None)
        shown = None if picture is None else self._picture(picture.find("p:blipFill", NS), picture)
        return {"kind": "object", "picture": shown, "look": Look()}

    def ground(self, background: Any) -> Picture | None:
        """The picture of a `p:bgPr`."""
        return self._picture(background)

    def link(self, holder: Any) -> str:
        """Where a click on what has these properties leads."""
        click = holder.find("a:hlinkClick", NS)
        if click is None:
            return ""
        relation = self._part.relations.get(click.get(f"{_R}id", ""))
        if relation is None:
            return str(click.get("action", "")).removeprefix("ppaction://hlinkshowjump?jump=")
        return str(relation.target) if relation.external else self._numbers(relation.target)


def picture_of(part: Part, name: str, crop: Any) -> Picture | None:
    """The picture in the part `name`, by its content."""
    if name not in part.package:
        return None
    return Picture(part=name, content=part.package.identity(name), size=part.package.size(name), crop=crop)


def _alternative(element: Any) -> Any:
    """Of several ways to say a shape: the first choice where it is maths (all readers here can say that in words),
    else what is meant for programs that know none of it (ECMA-376 part 3, 9.3)."""
    choice, fallback = element.find("mc:Choice", NS), element.find("mc:Fallback", NS)
    if choice is not None and len(choice) and (fallback is None or not len(fallback) or _is_maths(choice)):
        return choice[0]
    return fallback[0] if fallback is not None and len(fallback) else None


def _is_maths(choice: Any) -> bool:
    return next(choice.iter(_MATHS), None) is not None


def _hidden(element: Any) -> bool:
    named = element.find("./*/p:cNvPr", NS)
    return named is not None and flag(named.get("hidden"))


def _decorative(named: Any) -> bool:
    if named is None:
        return False
    return any(
        found.tag.endswith("}decorative") and flag(found.get("val", "1"))
        for found in named.iterfind("a:extLst/a:ext/*", NS)
    )
