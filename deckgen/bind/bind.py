"""Bind the slides of a resolved deck to their kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckgen.bind.model import BoundDeck, BoundSlide
from deckgen.diagnostics import Diagnostics, Span, did_you_mean
from deckgen.kinds.base import Kind
from deckgen.kinds.registry import get_kind, kind_names
from deckgen.load.nodes import Entry, MapNode, ScalarNode
from deckgen.resolve.model import ResolvedDeck, ResolvedSlide
from deckgen.spec.slide import FRAME, FrameSpec, InlineSpec
from deckgen.spec.slots import BindContext, ReadPicture, bind
from deckgen.spec.types.names import Name

_BESIDE = tuple(key for key in InlineSpec.slots if key != "kind")
_NONE = FrameSpec({}, {}, Span.of_file(""))


def bind_deck(
    resolved: ResolvedDeck,
    diags: Diagnostics,
    *,
    source: Callable[[str], str] | None = None,
    picture: ReadPicture = lambda path, span, frame=None: None,
) -> BoundDeck:
    """The deck with its slides bound; those that are wrong are reported, all of them, and left out.

    `source` gives a file's text and `picture` reads one, as BindContext has them.
    """
    context = BindContext(
        diags,
        resolved.variables,
        picture,
        source,
        resolved.ids,
        resolved.mend,
        resolved.language,
        facts=resolved.facts,
    )
    check_defaults(resolved.defaults, diags)
    slides = [bind_slide(slide, context) for slide in resolved.slides]
    return BoundDeck(
        id=resolved.id,
        audience=resolved.audience,
        label=resolved.label,
        title=resolved.title,
        brand=resolved.brand,
        language=resolved.language,
        date=resolved.date,
        speaker=resolved.speaker,
        minutes=resolved.minutes,
        slides=tuple(slide for slide in slides if slide is not None),
        source=resolved.source,
        span=resolved.span,
    )


def bind_slide(slide: ResolvedSlide, context: BindContext) -> BoundSlide | None:
    """The slide as its kind's spec has it, or None after reporting all that is wrong with it."""
    kind = find_kind(slide.kind, context.diags)
    frame_entries = _entries(slide, frame=True)
    frame = bind(FrameSpec, MapNode(frame_entries, slide.span), context, what="slide") if frame_entries else _NONE
    if kind is None:
        return None
    # What is missing is missing from `kind: points`, which is a place to point at; the mapping is not.
    entries = _entries(slide, frame=False)
    if _wants_facts(entries):
        from deckgen.bind.sources import with_source  # few source lines are written so

        entries = with_source(entries, context)
    node = MapNode(entries, slide.kind.span)
    spec = bind(kind.spec, node, context, what=f'slide of kind "{kind.name}"', beside=_BESIDE)
    if spec is None or frame is None:
        return None
    return BoundSlide(
        id=slide.id,
        kind=kind,
        spec=spec,
        notes=frame.notes or (),
        minutes=frame.minutes,
        hidden=frame.hidden,
        build=frame.at("build") if frame.build else None,
        transition=frame.transition,
        section=slide.section,
        span=slide.span,
    )


def _wants_facts(entries: Mapping[str, Entry]) -> bool:
    """Whether the slide's source line is to be written from its facts: `source: facts`."""
    entry = entries.get("source")
    return (
        entry is not None and isinstance(entry.value, ScalarNode) and entry.value.plain and entry.value.text == "facts"
    )


_OTHER_NAMES = {
    "bullets": "points",
    "list": "points",
    "graph": "chart",
    "plot": "chart",
    "pie": "chart",
    "image": "picture",
    "photo": "picture",
    "map": "picture",
    "film": "video",
    "movie": "video",
    "maths": "formula",
    "math": "formula",
    "team": "people",
    "speakers": "people",
    "organisation": "org-chart",
    "quadrants": "matrix",
    "swot": "matrix",
    "faq": "questions",
    "q-and-a": "questions",
    "end": "closing",
    "thanks": "closing",
    "title": "cover",
    "before-after": "compare",
    "statistic": "number",
    "roadmap": "timeline",
    "flowchart": "process",
    "custom": "free",
}
"""What other programs, and people, call some kinds."""


def meant_kind(name: str) -> str:
    """What to do about a kind that isn't there."""
    hint = did_you_mean(name, kind_names()) or ""
    if hint.startswith("did"):
        return hint
    import difflib

    near = difflib.get_close_matches(name.lower().replace(" ", "-"), _OTHER_NAMES, n=1, cutoff=0.85)
    return (
        f'did you mean "{_OTHER_NAMES[near[0]]}"?' if near else "`deckgen kinds` lists them, and says what each is for"
    )


def find_kind(name: Name, diags: Diagnostics) -> Kind | None:
    """The kind of this name, or None after reporting that there is none."""
    try:
        return get_kind(name.text)
    except KeyError:
        diags.error("unknown-kind", name.span, f'unknown kind "{name.text[:60]}"', hint=meant_kind(name.text))
        return None


def check_defaults(defaults: MapNode | None, diags: Diagnostics) -> None:
    """Report `defaults:` for kinds that there are not."""
    for entry in defaults.entries.values() if defaults else ():
        find_kind(Name(entry.key.text, entry.key.span), diags)


def _entries(slide: ResolvedSlide, *, frame: bool) -> dict[str, Entry]:
    return {key: Entry(field.key, field.value) for key, field in slide.fields.items() if (key in FRAME) is frame}
