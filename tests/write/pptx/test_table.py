"""Tables as markup: a grid of cells that says only what the table's style doesn't."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from deckgen.scene import Cell, Color, PlaceholderRef, Run, Table, TableRow
from deckgen.scene.text import Paragraph
from deckgen.units import box, pt
from deckgen.write.pptx.colors import color_map
from deckgen.write.pptx.draw import draw_node
from deckgen.write.pptx.pen import Pen
from tests.write.pptx import samples
from tests.write.pptx.decks import words
from tests.write.pptx.markup import find, parsed

SMALL = samples.style("small")


def cell(said: str = "", **settings: Any) -> Cell:
    return Cell(style=SMALL, paragraphs=(words(said),) if said else (), **settings)


def table(*rows: tuple[Cell, ...], **settings: Any) -> Table:
    widths = (pt(100),) * len(rows[0])
    made = tuple(TableRow(pt(46), cells) for cells in rows)
    return Table(name="rows", rect=box(48, 108, 200, 92), columns=widths, rows=made, **settings)


def drawn(made: Table) -> Any:
    pen = Pen(owner="talk/x", colors=color_map(), language="en-GB", table_style="{STYLE}")
    return parsed(draw_node(made, pen))


def test_a_table_names_the_brands_style_and_the_parts_of_it_that_it_takes() -> None:
    made = drawn(table((cell("a"), cell("b")), header=True, first_column=True, alt="Two"))
    assert find(made, ".//a:tableStyleId")[0].text == "{STYLE}"
    assert dict(find(made, ".//a:tblPr")[0].attrib) == {"firstRow": "1", "firstCol": "1"}
    assert find(made, ".//p:cNvPr")[0].get("descr") == "Two"


def test_a_table_may_fill_a_placeholder() -> None:
    made = drawn(table((cell("a"),), placeholder=PlaceholderRef("tbl", 90)))
    assert dict(find(made, ".//p:nvPr/p:ph")[0].attrib) == {"type": "tbl", "idx": "90"}


def test_a_cell_says_its_size_and_nothing_that_the_style_says() -> None:
    bold = replace(SMALL, bold=True)
    made = drawn(table((replace(cell("a"), style=bold), cell())))
    look = find(made, ".//a:r/a:rPr")[0]
    assert dict(look.attrib) == {"lang": "en-GB", "sz": "2000"} and len(look) == 0
    assert find(made, ".//a:endParaRPr")[0].get("sz") == "2000", "an empty cell is as high as others"
    assert [found.get("val") for found in find(made, ".//a:lnSpc/a:spcPts")] == ["2400", "2400"]


def test_a_cell_says_what_it_has_beside_the_style() -> None:
    own = Paragraph((Run("a"),), bold=True, color=Color("accent1"))
    made = drawn(table((replace(cell(), paragraphs=(own,), fill=Color("lt2"), align="r", right=pt(12)),)))
    assert find(made, ".//a:rPr[@b='1']/a:solidFill/a:schemeClr[@val='accent1']")
    assert find(made, ".//a:tcPr[@marR='152400']/a:solidFill/a:schemeClr[@val='bg2']")
    assert find(made, ".//a:pPr[@algn='r']")


def test_what_a_cell_spans_says_that_it_is_merged() -> None:
    wide = replace(cell("a"), columns=2, rows=2)
    made = drawn(table((wide, cell(covered="left")), (cell(covered="above"), cell(covered="both"))))
    cells = [dict(found.attrib) for found in find(made, ".//a:tc")]
    assert cells == [
        {"rowSpan": "2", "gridSpan": "2"},
        {"hMerge": "1"},
        {"vMerge": "1"},
        {"hMerge": "1", "vMerge": "1"},
    ]


def test_rows_and_columns_have_ids_of_their_own() -> None:
    made = drawn(table((cell("a"), cell("b")), (cell("c"), cell("d"))))
    ids = [found.get("val") for found in made.iter("{http://schemas.microsoft.com/office/drawing/2014/main}*")]
    rows = [found for found in ids if found]
    assert rows == ["10000", "10001", "10000", "10001"]
