"""Art that comes again on page after page: drawn once, as a form, and placed on each (ISO 32000-1, 8.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from pikepdf import Array, Dictionary, Name, Object, Pdf

from deckgen.drawing.model import Element, Mark, Outline
from deckgen.write.pdf.content import Content
from deckgen.write.pdf.streams import compressed

if TYPE_CHECKING:
    from deckgen.drawing.model import Page

LEAST = 24
"""Commands of paths that are worth a form: a panel or a rule is not."""


class Forms:
    """The forms of a file, by what they show."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._made: dict[tuple[object, float, float], tuple[str, Object]] = {}
        self._page: dict[str, Object] = {}

    def name(self, element: Element, page: Page) -> str | None:
        """The form of an element of nothing but outlines, on a page of this size; None of what is simple."""
        marks = element.children
        if not _all_outlines(marks) or sum(len(mark.path) for mark in marks) < LEAST:
            return None
        key = marks, page.width, page.height
        if key not in self._made:
            self._made[key] = f"/Fm{len(self._made) + 1}", self._drawn(marks, page)
        name, form = self._made[key]
        self._page[name] = form
        return name

    def _drawn(self, marks: tuple[Outline, ...], page: Page) -> Object:
        content = Content()
        for mark in marks:
            content.outline(mark, page.height)
        box = Array([0, 0, page.width, page.height])
        entries = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": box, "Resources": Dictionary()}
        return self._pdf.make_indirect(compressed(self._pdf, content.data(), **entries))

    def of_page(self) -> dict[str, Object]:
        """The forms that were used since this was asked last."""
        found, self._page = self._page, {}
        return found


def _all_outlines(marks: tuple[Element | Mark, ...]) -> TypeGuard[tuple[Outline, ...]]:
    return all(isinstance(mark, Outline) for mark in marks)
