"""Bookmarks and page labels: sections and slides by title, pages by the numbers that slides have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, Pdf, String


class Bookmark(Struct, frozen=True):
    """A slide in the outline. `section` is what it stands under, "" for none."""

    title: str
    page: Object
    section: str = ""


def add_bookmarks(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """The outline (ISO 32000-1, 12.3.3): slides under their sections, each section closed up to begin with."""
    if not bookmarks:
        return
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    top: list[Object] = []
    for section, slides in _sections(bookmarks):
        items = [_item(pdf, slide.title, slide.page) for slide in slides]
        if section:
            head = _item(pdf, section, slides[0].page)
            _chain(head, items)
            head.Count = len(items)
            items = [head]
        top += items
    _chain(root, top)
    root.Count = len(top) + sum(int(item.get("/Count", 0)) for item in top)
    pdf.Root.Outlines = root


def _sections(bookmarks: Iterable[Bookmark]) -> list[tuple[str, list[Bookmark]]]:
    """Bookmarks by section, where it changes; a section that comes again is another one."""
    found: list[tuple[str, list[Bookmark]]] = []
    for bookmark in bookmarks:
        if found and found[-1][0] == bookmark.section:
            found[-1][1].append(bookmark)
        else:
            found.append((bookmark.section, [bookmark]))
    return found


def _item(pdf: Pdf, title: str, page: Object) -> Object:
    return pdf.make_indirect(Dictionary(Title=String(title), Dest=Array([page, Name.Fit])))


def _chain(parent: Object, items: list[Object]) -> None:
    """Tie items to each other, and to what they stand under."""
    parent.First, parent.Last = items[0], items[-1]
    for item in items:
        item.Parent = parent
    for before, after in pairwise(items):
        before.Next, after.Prev = after, before


def add_labels(pdf: Pdf, numbers: Sequence[int]) -> None:
    """Page labels (12.4.2) where pages have other numbers than their places: hidden slides keep theirs."""
    if list(numbers) == list(range(1, len(numbers) + 1)):
        return
    labels: list[Object | int] = []
    for place, number in enumerate(numbers):
        if place == 0 or number != numbers[place - 1] + 1:
            labels += (place, Dictionary(S=Name.D, St=number))
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))
