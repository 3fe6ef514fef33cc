"""What a PDF's pages are tied together with: links, bookmarks, tags, pages on pages."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from pikepdf import Object, Pdf

from deckgen.diagnostics import Diagnostics
from deckgen.drawing import Inset, Page
from deckgen.scene import Link, Slide
from deckgen.write.formats import Options
from deckgen.write.pdf import files
from tests.drawing.pages import drawn, drawn_slide
from tests.support.pdf_ua import faults, is_node, kids_of
from tests.write.pdf.sample import box, deck_pdf, el, everything, opened, page, pdfium_text, read, words, written


def tree(node: Object) -> list[object]:
    """Roles, each with those within it."""
    return [(str(kid.S)[1:], tree(kid)) for kid in kids_of(node) if is_node(kid)]


def roles(*pages: Page) -> list[object]:
    pdf = opened(*pages)
    (document,) = tree(pdf.Root.StructTreeRoot)
    return document[1]


def bookmarks(pdf: Pdf) -> list[tuple[str, int, list[tuple[str, int]]]]:
    places = {one.obj.objgen: one.index for one in pdf.pages}
    with pdf.open_outline() as outline:
        return [
            (
                item.title,
                places[item.destination[0].objgen],
                [(child.title, places[child.destination[0].objgen]) for child in item.children],
            )
            for item in outline.root
        ]


def test_roles_become_tags() -> None:
    ((_, found),) = roles(everything())
    assert found == [
        ("H1", []),
        ("L", [("LI", [("Lbl", []), ("LBody", [])])]),
        ("Table", [("TR", [("TH", []), ("TH", [])]), ("TR", [("TH", []), ("TD", [])]), ("TR", [("TD", [])])]),
        ("P", [("Link", []), ("Span", [])]),
        ("P", [("Span", [])]),  # a link to a slide that isn't there
        ("Figure", []),
        ("Formula", []),
        ("P", [("Code", [])]),
        ("BlockQuote", [("P", [])]),
    ]


def test_what_has_nothing_in_it_is_no_tag_but_a_cell() -> None:
    row = el("TR", el("TD"), el("TD", words("1")))
    assert roles(page(el("P"), el("Div", el("P")), el("Table", row))) == [
        ("Sect", [("Table", [("TR", [("TD", []), ("TD", [])])])])
    ]


def test_what_is_in_a_figure_is_read_out_as_one() -> None:
    chart = el(
        "Figure", el("Artifact", box(0, 0, 10, 10)), el("Span", words("82 %")), el("P", words("2024")), alt="A bar"
    )
    assert roles(page(chart)) == [("Sect", [("Figure", [])])]


def test_a_figure_that_says_nothing_is_what_is_in_it() -> None:
    found = roles(page(el("Figure", box(0, 0, 9, 9)), el("Figure", el("P", words("82 %")))))
    assert found == [("Sect", [("Div", [("P", [])])])]


def test_cells_say_what_they_head_and_span() -> None:
    pdf = opened(everything())
    table = next(kid for kid in kids_of(kids_of(pdf.Root.StructTreeRoot.K)[0]) if str(kid.S) == "/Table")
    cells = [[dict(cell.get("/A", {})) for cell in kids_of(row)] for row in kids_of(table)]
    assert [str(cell["/Scope"]) for cell in cells[0]] == ["/Column", "/Column"]
    assert str(cells[1][0]["/Scope"]) == "/Row" and cells[2][0]["/ColSpan"] == 2


def test_a_table_says_what_it_shows_and_its_cells_are_read() -> None:
    rows = el("TR", el("TH", words("School", 50, 200))), el("TR", el("TD", words("Beck Lane", 50, 220)))
    pdf = opened(page(el("Table", *rows, alt="Schools by pupils — é")))
    (table,) = kids_of(kids_of(pdf.Root.StructTreeRoot.K)[0])
    assert (str(table.A.O), str(table.A.Summary)) == ("/Table", "Schools by pupils — é") and "/Alt" not in table
    assert [str(row.S) for row in kids_of(table)] == ["/TR", "/TR"]


@pytest.mark.parametrize(
    ("labels", "numbering"),
    [
        (["•", "•"], "Disc"),
        (["1.", "2."], "Decimal"),
        (["a)", "b)"], "LowerAlpha"),
        (["A", "B"], "UpperAlpha"),
        ([], "None"),
    ],
)
def test_lists_say_how_they_are_numbered(labels: list[str], numbering: str) -> None:
    items = [el("LI", el("Lbl", words(label)), el("LBody", words("One"))) for label in labels]
    pdf = opened(page(el("L", *(items or [el("LI", el("LBody", words("One")))]))))
    assert str(kids_of(kids_of(pdf.Root.StructTreeRoot.K)[0])[0].A.ListNumbering) == f"/{numbering}"


def test_languages_are_said_where_they_change() -> None:
    pdf = opened(page(el("P", words("Hello "), el("Span", words("bonjour"), language="fr-FR")), language="en-US"))
    (section,) = kids_of(pdf.Root.StructTreeRoot.K)
    (paragraph,) = kids_of(section)
    assert (str(pdf.Root.Lang), str(section.Lang), "/Lang" in paragraph) == ("en-GB", "en-US", False)
    assert str(kids_of(paragraph)[1].Lang) == "fr-FR"


def test_links_are_where_their_words_are_line_by_line() -> None:
    link = el(
        "Link",
        words("our new", 50, 100, width=70),
        words("site", 50, 130, width=40),
        link=Link(url="https://example.org"),
    )
    first, second = opened(page(el("P", link))).pages[0].Annots
    assert [float(side) for side in first.Rect] == [50, 435.6, 120, 456]
    assert float(second.Rect[2]) == 90
    assert {str(one.Contents) for one in (first, second)} == {"our new site"}
    assert str(first.A.URI) == "https://example.org"


def test_a_box_that_is_clicked_is_one_link_around_what_is_in_it() -> None:
    panel = el(
        "Div", el("Artifact", box(40, 80, 200, 60)), el("P", words("Go on")), link=Link(url="https://example.org/é x")
    )
    pdf = opened(page(panel))
    (annotation,) = pdf.pages[0].Annots
    assert [float(side) for side in annotation.Rect] == [40, 400, 240, 460]
    assert str(annotation.A.URI) == "https://example.org/%C3%A9%20x"
    assert faults(written(page(panel))) == []


def test_a_picture_that_is_clicked_is_a_figure_in_a_link() -> None:
    figure = el("Figure", box(0, 0, 90, 90), alt="A school", link=Link(url="https://example.org"))
    assert roles(page(figure)) == [("Sect", [("Link", [("Figure", [])])])]
    assert str(opened(page(figure)).pages[0].Annots[0].Contents) == "A school"


def test_links_in_links_are_both_there() -> None:
    inner = el("Link", words("here"), link=Link(url="https://example.org/in"))
    outer = el("P", words("Look "), inner, link=Link(url="https://example.org/out"))
    data = written(page(outer))
    assert faults(data) == []
    assert len(read(data).pages[0].Annots) == 2


def test_links_to_slides_go_to_their_pages() -> None:
    pdf = opened(everything("first"), everything("second", 2))
    inner = [one for one in pdf.pages[0].Annots if "/Dest" in one]
    assert [one.Dest[0].objgen for one in inner] == [pdf.pages[1].obj.objgen]
    assert [str(one.Contents) for one in inner] == ["there"]


def test_a_link_to_a_slide_that_has_no_page_is_words() -> None:
    pdf = opened(everything("first"))
    assert not [one for one in pdf.pages[0].Annots if "/Dest" in one]


DECK = """title: Talk
brand: plain
slides:
  - kind: statement
    id: one
    title: One
    text: See [the third](slide:three) and [the second](slide:two).
  - section: Later
  - kind: statement
    id: two
    title: Two
    text: Hidden.
    hidden: true
  - kind: statement
    id: three
    title: Three
    text: Shown.
"""


def deck() -> bytes:
    return deck_pdf(drawn({"decks/talk.yaml": DECK}))


def test_hidden_slides_have_no_page_and_the_others_keep_their_numbers() -> None:
    data = deck()
    pdf = read(data)
    assert [one.label for one in pdf.pages] == ["1", "3"]
    assert "Hidden" not in pdfium_text(data) + pdfium_text(data, 1)
    assert [one.Dest[0].objgen for one in pdf.pages[0].Annots] == [pdf.pages[1].obj.objgen]
    assert faults(data) == []


def test_sections_and_titles_are_bookmarks() -> None:
    assert bookmarks(read(deck())) == [("One", 0, []), ("Later", 1, [("Three", 1)])]


def test_a_deck_of_hidden_slides_is_no_file_and_a_warning() -> None:
    hidden = drawn_slide("kind: statement\ntitle: One\ntext: Two.\nhidden: true\n")
    diags = Diagnostics()
    assert list(files(hidden, Options(), diags)) == []
    assert [one.code for one in diags] == ["nothing-shown"]


def slide_page(title: str) -> Page:
    shown = Slide(id=title.lower(), kind="points", layout="Content", title=title, nodes=(), section="Part")
    return replace(page(el("H1", words(title)), el("P", words("Body", 50, 200))), slide=shown)


def test_a_page_on_a_page_is_read_where_it_stands_and_clipped_to_its_edges() -> None:
    inner = [Inset(page=slide_page(title), x=100, y=50 + 300 * i, scale=0.5) for i, title in enumerate(("One", "Two"))]
    sheet = page(el("Div", *inner), el("P", words("Notes", 50, 700)), width=595.0, height=842.0)
    assert roles(sheet) == [("Sect", [("Div", [("H1", []), ("P", []), ("H1", []), ("P", [])]), ("P", [])])]
    data = written(sheet)
    assert faults(data) == []
    text = pdfium_text(data)
    assert [text.index(said) for said in ("One", "Two", "Notes")] == sorted(
        text.index(s) for s in ("One", "Two", "Notes")
    )
    content = read(data).pages[0].Contents.read_bytes().decode()
    assert "100 522 480 270 re W n\n0.500000 0 0 0.500000 100 522 cm" in content


def test_sheets_of_several_slides_have_bookmarks_of_all() -> None:
    sheet = page(el("Div", *(Inset(page=slide_page(title), x=0, y=0, scale=0.3) for title in ("One", "Two"))))
    assert bookmarks(opened(sheet)) == [("Part", 0, [("One", 0), ("Two", 0)])]


def test_links_on_a_page_on_a_page_are_where_they_are_seen() -> None:
    link = el("P", el("Link", words("there", 100, 200, width=50), link=Link(url="https://example.org")))
    inner = page(link)
    sheet = page(el("Div", Inset(page=inner, x=200, y=100, scale=0.5)), width=595.0, height=842.0)
    (annotation,) = opened(sheet).pages[0].Annots
    # From the left 200 + 100 / 2; the baseline 200 / 2 below the inset's top, 100 below the sheet's: 842 - 200.
    assert [float(side) for side in annotation.Rect] == pytest.approx([250, 642 - 2.2, 275, 642 + 8])


@pytest.mark.render
def test_poppler_reads_the_same_tree(tmp_path: Path) -> None:
    file = tmp_path / "tree.pdf"
    file.write_bytes(written(everything()))
    said = subprocess.run(["pdfinfo", "-struct-text", str(file)], capture_output=True, text=True, check=True)
    assert said.stderr == ""
    lines = [line.strip() for line in said.stdout.splitlines()]
    assert lines.index('"Growing well "') < lines.index('"• "') < lines.index('"One thing "') < lines.index('"School "')
    assert "/BBox [400 380 480 440]" in lines and "/ColSpan 2" in lines
