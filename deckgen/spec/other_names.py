"""What authors call slots that have other names here: words of other programs, and of plain speech."""

from __future__ import annotations

from collections.abc import Collection

_LISTS = ("points", "items", "stages", "steps", "milestones", "people", "paragraphs", "contacts", "pictures", "lines")
_WORDS = ("text", "quotation", "comparison", "meaning", "finding", "message", "tail", "paragraphs", "note")
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    # texts
    **dict.fromkeys(("text", "body", "content", "description", "detail", "details"), (*_WORDS, *_LISTS)),
    **dict.fromkeys(("title", "heading", "headline", "header"), ("title", "meaning", "caption", "message", "head")),
    **dict.fromkeys(("quote", "words", "says"), ("quotation", "text")),
    **dict.fromkeys(("explanation", "context", "subtext"), ("meaning", "text", "note")),
    "caption": ("caption", "note", "label"),
    "label": ("caption", "name"),
    "name": ("title", "label", "speaker"),
    # who, where, when
    **dict.fromkeys(("who", "author", "by", "attribution", "person"), ("speaker", "source")),
    **dict.fromkeys(("presenter", "presenters", "speakers"), ("speaker",)),
    **dict.fromkeys(("citation", "cite", "credit", "reference", "ref", "sources", "footnote"), ("source", "credit")),
    **dict.fromkeys(("place", "venue", "location", "occasion", "conference"), ("event",)),
    **dict.fromkeys(("email", "e-mail", "phone", "website", "web", "contact"), ("contacts", "contact")),
    # lists
    **dict.fromkeys(("bullets", "list", "entries", "bullet-points"), _LISTS),
    **dict.fromkeys(("items", "points"), _LISTS),
    **dict.fromkeys(("events", "dates", "timeline"), ("milestones",)),
    **dict.fromkeys(("team", "members", "persons"), ("people",)),
    **dict.fromkeys(("headers", "header-row", "columns"), ("head", "columns")),
    "url": ("links", "link"),
    # figures and pictures
    **dict.fromkeys(("value", "figure", "stat", "statistic"), ("number", "figure", "figures")),
    **dict.fromkeys(("image", "photo", "img", "file", "src", "drawing"), ("picture", "pictures", "poster")),
    **dict.fromkeys(("film", "movie"), ("video",)),
    **dict.fromkeys(("left", "before", "wrong", "worse"), ("lesser", "columns", "pictures")),
    **dict.fromkeys(("right", "after"), ("better", "columns", "pictures")),
    **dict.fromkeys(("chart", "chart-type", "graph"), ("type", "top")),
    **dict.fromkeys(("tree", "root", "organisation", "head"), ("top",)),
    **dict.fromkeys(("references", "bibliography", "literature", "resources"), ("items",)),
    **dict.fromkeys(("code", "snippet", "listing"), ("lines",)),
    **dict.fromkeys(("colours", "colors", "palette"), ("theme",)),
    # of a deck
    **dict.fromkeys(("theme", "template", "design", "style"), ("brand",)),
    **dict.fromkeys(("lang", "locale"), ("language",)),
    **dict.fromkeys(("variables", "values"), ("vars", "values")),
    **dict.fromkeys(("duration", "length", "time"), ("minutes", "time")),
}


def other_name(key: str, known: Collection[str]) -> str | None:
    """The hint for a key that means one of those `known` in other words; None where it means none of them."""
    meant = next((name for name in _OTHER_NAMES.get(key.lower(), ()) if name in known and name != key), None)
    return meant and f'did you mean "{meant}"?'


_LOOKS = {
    *("color", "colour", "colors", "colours", "background", "fill", "style", "theme", "template", "design"),
    *("font", "fonts", "font-size", "fontsize", "size", "bold", "italic", "align", "alignment"),
    *("width", "height", "position", "margin", "padding", "spacing"),
}


_GROUND = {"background", "fill", "style", "theme", "design"}
"""Those of them that are the surface, where a slide may choose it."""
_COLOURS = {*_GROUND, "color", "colour", "colors", "colours"}


def of_looks(key: str, what: str, known: Collection[str]) -> str | None:
    """The hint for a key of a slide that says how it should look; None for any other."""
    if what.startswith("slide") and key.lower() in _LOOKS:
        if "surface" in known and key.lower() in _COLOURS:
            return 'did you mean "surface"?' if key.lower() in _GROUND else None
        return "how slides look is their brand's: brand.yaml has their colours and faces"
    return None


_OTHER_CHOICES: dict[str, str] = {
    **dict.fromkeys(("pie", "piechart", "donut", "ring"), "doughnut"),
    **dict.fromkeys(("histogram", "vertical", "bars-vertical"), "column"),
    **dict.fromkeys(("horizontal", "hbar"), "bar"),
    **dict.fromkeys(("stacked-bar", "stacked-column", "stack"), "stacked"),
    **dict.fromkeys(("curve", "trend"), "line"),
    **dict.fromkeys(("xy", "bubble", "points", "dots"), "scatter"),
    **dict.fromkeys(("dissolve", "crossfade"), "fade"),
    **dict.fromkeys(("slide", "wipe"), "push"),
    **dict.fromkeys(("no", "off", "false"), "none"),
}


def other_choice(word: str, known: Collection[str]) -> str | None:
    """The hint for a word that means one of those `known`, as a chart's `pie` a doughnut; None for none."""
    meant = _OTHER_CHOICES.get(word.lower().removesuffix(" chart"))
    return f'did you mean "{meant}"?' if meant in known else None
