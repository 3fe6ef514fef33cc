"""Slides of every kind with more and more to say, until each is refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from typing import Any

TEXT = (
    "A trust is a group of schools that answer for each other – not a club, not a company, and not a county. "
    "Each keeps its name, its uniform and its head; what they share is a board, a budget and a sense that no "
    "child’s chances should hang on which of six front doors she walks through. “We had never seen each other’s "
    "classrooms,” said one head, “although ours are a ten-minute walk apart.” Within a year, forty-one teachers "
    "had swapped for a day; by the second, year-six pupils read with year-two pupils on Thursdays, and the "
    "well-thumbed, non-statutory guidance that nobody had understood was replaced by two pages that everybody "
    "does. Money followed sense: one boiler contract instead of six (saving £38,400), one safeguarding audit, "
    "one telephone number. Whether it is worth it? Ask the ex-headteacher of the smallest school."
)
LENGTHS = (3, 6, 10, 15, 21, 28, 36, 45, 55, 70, 90, 120)


def slides() -> Iterator[tuple[str, dict[str, Any]]]:
    """(id, slide) of every kind that holds running text, in every length."""
    for kind, make in MAKERS.items():
        for length in LENGTHS:
            yield f"{kind}-{length}", {"kind": kind.partition(" ")[0], **make(length)}


def deck(brand: str) -> str:
    """A deck file of all the slides."""
    entries = [{"id": name.replace(" ", "-"), **slide} for name, slide in slides()]
    # JSON is YAML, and needs no care for quotes.
    return json.dumps({"title": "Growing", "brand": brand, "slides": entries}, ensure_ascii=False)


def text(words: int, begin: int = 0) -> str:
    """So many words of TEXT, from a word of it on, two or three of them bold."""
    said = list(islice(cycle(TEXT.split()), begin, begin + words))
    if words > 8:
        said[3], said[5] = f"**{said[3]}", f"{said[5]}**"
    return " ".join(said)


def texts(count: int, words: int) -> list[str]:
    """So many texts of so many words, each from another place."""
    return [text(words, 7 * i) for i in range(count)]


def _named(count: int, words: int) -> list[dict[str, str]]:
    """So many named things, each with a text of so many words."""
    return [{"name": f"Stage {i + 1}", "text": said} for i, said in enumerate(texts(count, words))]


def _roles(count: int, words: int) -> list[dict[str, str]]:
    return [{"name": f"Tom Reed {i + 1}", "role": said} for i, said in enumerate(texts(count, words))]


MAKERS: dict[str, Callable[[int], dict[str, Any]]] = {
    "cover": lambda n: {"title": text(n // 3 + 1), "subtitle": text(5), "speaker": ["Amara Osei"]},
    "section": lambda n: {"title": text(n // 2 + 1)},
    "contrast": lambda n: {
        "lesser": {"label": "Before:", "text": f"“{text(n // 3 + 1)}”"},
        "better": {"label": "After:", "text": f"“{text(n)}”"},
    },
    "definition": lambda n: {"title": text(5), "paragraphs": texts(2, n)},
    "definition three": lambda n: {"title": text(4), "paragraphs": texts(3, n // 2 + 1)},
    "evidence": lambda n: {
        "title": text(6),
        "context": text(n),
        "finding": text(n // 2 + 1),
        "source": text(n // 4 + 1),
    },
    "points two": lambda n: {"title": text(3), "points": texts(2, n)},
    "points five": lambda n: {"title": text(6), "points": texts(5, n // 2 + 1), "source": text(9)},
    "statement": lambda n: {"title": text(4), "text": text(n)},
    "equation": lambda n: {"title": text(5), "not": "not A + B", "formula": "A × B", "text": text(n)},
    "figures": lambda n: {
        "title": text(6),
        "figures": [{"value": 87, "label": "of heads and", "prefix": "“"}, {"value": 83, "label": "of chairs"}],
        "tail": text(n // 4 + 1),
        "quotation": f"“{text(n // 2 + 1)}”",
    },
    "report": lambda n: {
        "title": text(n // 6 + 1),
        "quotation": f"“{text(n)}”",
        "document": {
            "publisher": "House of Commons",
            "name": text(n // 12 + 1),
            "series": text(n // 12 + 1),
            "imprint": [text(n // 8 + 1)],
            "foot": ["HC 258", "London"],
        },
    },
    "links": lambda n: {
        "title": text(n // 6 + 1),
        "text": text(n),
        "links": [{"name": "[Short read](https://www.example.org/short)", "note": "2 minute read"}],
    },
    "quote": lambda n: {"quotation": f"“{text(n)}”", "source": text(4)},
    "references": lambda n: {
        "title": text(3),
        "items": [
            f"{text(n // 6 + 1, i)}, [{text(n // 8 + 1, i)}](https://www.example.org/{i}), {text(3)}" for i in range(7)
        ],
    },
    "table": lambda n: {
        "title": text(n // 8 + 1),
        "head": [text(n // 12 + 1, i) for i in range(3)],
        "rows": [[text(n // 5 + 1 + i % 3, 9 * i + c) for c in range(4)] for i in range(5)],
        "highlight": text(n // 12 + 1, 2),
    },
    "table of figures": lambda n: {
        "title": text(n // 8 + 1),
        "head": ["", "2024", "2025"],
        "rows": [[text(n // 4 + 1, i), f"{n * 31.25:,.2f}%", f"{n * i}"] for i in range(min(n // 9 + 1, 7))],
        "source": text(n),
    },
    "agenda": lambda n: {
        "title": text(n // 8 + 1),
        "items": [{"time": f"{9 + i}.00", "text": text(n // 3 + 1 + i % 2, 5 * i)} for i in range(min(n // 12 + 2, 8))],
        "now": 2,
    },
    "steps": lambda n: {"title": text(5), "steps": _named(4, n // 4 + 1)},
    "timeline": lambda n: {
        "title": text(5),
        "milestones": [{"date": word, "text": text(n // 2 + 1, i)} for i, word in enumerate(("First", "Then", "Last"))],
    },
    "timeline scaled": lambda n: {
        "title": text(5),
        "milestones": [{"date": str(2021 + 2 * i), "text": text(n // 2 + 1, i)} for i in range(4)],
    },
    "matrix": lambda n: {
        "title": text(4),
        "note": text(n // 6 + 1),
        "axes": {"left": "Less effort", "right": "More effort", "top": "More effect", "bottom": "Less"},
        "quadrants": {
            f"{row}-{side}": {"name": "Do now", "items": texts(3, n // 8 + 1)}
            for row in ("top", "bottom")
            for side in ("left", "right")
        },
    },
    "process": lambda n: {"title": text(6), "stages": _named(4, n // 3 + 1), "source": text(7)},
    "process six": lambda n: {"title": text(6), "stages": _named(6, n // 4 + 1)},
    "cycle": lambda n: {"title": text(4), "stages": _named(5, n // 6 + 1)},
    "org-chart": lambda n: {
        "title": text(6),
        "top": {
            "name": "Amara Osei",
            "role": text(n // 6 + 1),
            "reports": [
                {"name": "Daniel Wright", "role": text(n // 8 + 1, i), "reports": _roles(3, n // 8 + 1)}
                for i in range(3)
            ],
        },
    },
    "picture-text": lambda n: {"title": text(4), "text": texts(2, n), "icon": "bus"},
    "picture-text points": lambda n: {"title": text(n // 6 + 1), "points": texts(4, n // 2 + 1), "icon": "bus"},
    "people": lambda n: {"title": text(6), "people": _people(3, n)},
    "people seven": lambda n: {"title": text(3), "people": _people(7, n)},
    "closing": lambda n: {
        "message": text(n // 2 + 1),
        "thanks": "Thank you",
        "contacts": ["[office@example.org](mailto:office@example.org)"],
    },
}


def _people(count: int, words: int) -> list[dict[str, str]]:
    """So many people with names and roles of more and more words."""
    return [{"name": text(words // 10 + 1, i), "role": text(words // 8 + 1, i)} for i in range(count)]
