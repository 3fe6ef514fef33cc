"""Numbered lists: which number each paragraph has (ECMA-376 20.1.10.61)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from deckgen.diff.view import Paragraph

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def numbered(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs with their numbers as bullets. A list ends where one of its level or above isn't in it."""
    counts: dict[int, tuple[str, int]] = {}
    for paragraph in paragraphs:
        level, bullet = paragraph.level, paragraph.bullet
        for deeper in [known for known in counts if known > level]:
            del counts[deeper]
        if not bullet.startswith("#") or len(bullet) < 2:
            counts.pop(level, None)
            yield paragraph
            continue
        form, count = counts.get(level, ("", 0))
        count = count + 1 if form == bullet else 1
        counts[level] = bullet, count
        yield replace(paragraph, bullet=_written(bullet[1:], count))


def _written(form: str, count: int) -> str:
    """A number as its form writes it: 'arabicPeriod' 3 is '3.'."""
    if form.startswith("alpha"):
        number = _letters(count)
    elif form.startswith("roman"):
        number = _roman(count)
    else:
        number = str(count)
    if "Uc" in form:
        number = number.upper()
    if form.endswith("ParenBoth"):
        return f"({number})"
    return number + (")" if form.endswith("ParenR") else "" if form.endswith("Plain") else ".")


def _letters(count: int) -> str:
    letters = ""
    while count > 0:
        count, last = divmod(count - 1, 26)
        letters = chr(ord("a") + last) + letters
    return letters


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        written += sign * times
    return written
