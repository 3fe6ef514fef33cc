"""Compiling a brand: theme, master, layouts and notes master, serialised and deflated once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from deckgen.brand.model import Brand, Layout
from deckgen.ooxml.xml import Xml, document, el
from deckgen.ooxml.zip import Member, deflated, stored
from deckgen.scene import Image
from deckgen.write.pptx import package
from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.layout import FIRST_RELATION, layout
from deckgen.write.pptx.master import master
from deckgen.write.pptx.notes_master import notes_master
from deckgen.write.pptx.package import NAMESPACES, Relation, relations_name, relationships
from deckgen.write.pptx.pen import THEME_FONTS, Pen
from deckgen.write.pptx.table_styles import table_styles
from deckgen.write.pptx.template import LayoutPart, Template, media_part
from deckgen.write.pptx.theme import theme

LANGUAGE = "en-GB"
"""Of the prompts and the names of levels, which are deckgen's own words."""


def compile_template(brand: Brand, layouts: Sequence[Layout]) -> Template:
    """The template of a brand with these layouts. ValueError when two have one name."""
    parts = {given.name: LayoutPart(n, given) for n, given in enumerate(_ordered(layouts), 1)}
    if len(parts) < len(layouts):
        raise ValueError(f"two layouts of brand {brand.name!r} have the same name")
    fonts = {**THEME_FONTS, "mono": brand.fonts["mono"].office}
    bare = Template(
        brand=brand,
        layouts=parts,
        members={},
        kinds=_kinds(parts.values()),
        extensions=(),
        light=color_map(),
        dark=color_map(brand.dark_map),
        fonts=fonts,
    )
    members: dict[str, Member] = {}
    for name, content in _parts(bare):
        members[name] = content if isinstance(content, Member) else deflated(content)
    extensions = sorted({name.rpartition(".")[2] for name in members if name.startswith("ppt/media/")})
    return replace(bare, members=members, extensions=tuple(extensions))


def _ordered(layouts: Iterable[Layout]) -> list[Layout]:
    """Title slides first: PowerPoint begins a new presentation with the first layout."""
    return sorted(layouts, key=lambda arrangement: not _is_cover(arrangement))


def _is_cover(arrangement: Layout) -> bool:
    return any(p.type == "ctrTitle" for p in arrangement.placeholders)


def _kinds(parts: Iterable[LayoutPart]) -> tuple[tuple[str, str], ...]:
    return (
        (package.MASTER, "slideMaster"),
        *((p.part, "slideLayout") for p in parts),
        (package.NOTES_MASTER, "notesMaster"),
        (package.THEME, "theme"),
        (package.NOTES_THEME, "theme"),
        (package.PRESENTATION_PROPERTIES, "presProps"),
        (package.VIEW_PROPERTIES, "viewProps"),
        (package.TABLE_STYLES, "tableStyles"),
    )


def _parts(template: Template) -> Iterator[tuple[str, bytes | Member]]:
    """(name, content) of every part; media are members already."""
    brand = template.brand
    yield package.THEME, theme(brand, brand.title)
    yield package.NOTES_THEME, theme(brand, f"{brand.title}, notes")
    yield package.TABLE_STYLES, table_styles(brand, template.light)
    yield package.PRESENTATION_PROPERTIES, document(el("p:presentationPr", dict(NAMESPACES)))
    yield package.VIEW_PROPERTIES, document(_view())
    yield from _master(template)
    notes_pen = Pen(owner="notes master", colors=template.light, language=LANGUAGE, writing=brand.writing)
    yield package.NOTES_MASTER, notes_master(notes_pen, template.light)
    yield (
        relations_name(package.NOTES_MASTER),
        relationships(package.NOTES_MASTER, (Relation("rId1", "theme", package.NOTES_THEME),)),
    )
    for index, part in enumerate(template.layouts.values()):
        yield from _layout(template, part, first=index == 0)


def _master(template: Template) -> Iterator[tuple[str, bytes]]:
    parts = template.layouts.values()
    writing = template.brand.writing
    pen = Pen(owner="master", colors=template.light, language=LANGUAGE, fonts=template.fonts, writing=writing)
    yield package.MASTER, master(template.brand, pen, layouts=len(parts))
    yield (
        relations_name(package.MASTER),
        relationships(
            package.MASTER,
            (
                *(Relation(f"rId{p.number}", "slideLayout", p.part) for p in parts),
                Relation(f"rId{len(parts) + 1}", "theme", package.THEME),
            ),
        ),
    )


def _layout(template: Template, part: LayoutPart, *, first: bool) -> Iterator[tuple[str, bytes | Member]]:
    """The layout's part, its relationships, and the pictures of its decor."""
    name = part.layout.name
    pen = Pen(
        owner=f"layout/{name}",
        colors=template.colors(name),
        language=LANGUAGE,
        fonts=template.fonts,
        first_relation=FIRST_RELATION,
        user_drawn=True,
        writing=template.brand.writing,
    )
    yield part.part, layout(part.layout, template.brand, pen, cover=first and _is_cover(part.layout))
    relations = [Relation("rId1", "slideMaster", package.MASTER)]
    for relation, target in pen.targets:
        if not isinstance(target, Image):
            raise ValueError(f"the decor of layout {name!r} holds a link")
        media = media_part(target)
        relations.append(Relation(relation, "image", media))
        yield media, stored(target.data)
    yield relations_name(part.part), relationships(part.part, relations)


def _view() -> Xml:
    """`viewProps.xml` (ECMA-376 part 1, 19.2.1): notes in sight, and the design's grid of 6 pt."""
    portions = el("p:normalViewPr", None, el("p:restoredLeft", {"sz": 15_000}), el("p:restoredTop", {"sz": 80_000}))
    return el("p:viewPr", dict(NAMESPACES), portions, el("p:gridSpacing", {"cx": 76_200, "cy": 76_200}))
