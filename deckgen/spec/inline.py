"""From one scalar of YAML to a paragraph: variables, inline Markdown, line breaks, marks.

In a text slot every newline that YAML kept (in a `|` block) is a line break. In prose (a body, the
notes) lines run on, as Markdown has it, and a line break is a backslash or two spaces at a line's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from deckgen.diagnostics import NOWHERE, Diagnostics, Span
from deckgen.load.nodes import ScalarNode
from deckgen.spec.clean import clean
from deckgen.spec.links import check_address, encode_part
from deckgen.spec.place import place
from deckgen.spec.slips import report_left_markup, report_slips
from deckgen.spec.slots import BindContext
from deckgen.spec.text import LINE_BREAK, Text, TextRun
from deckgen.spec.typography import mend_characters, needs_mending
from deckgen.spec.variables import Protected, protect

# Whatever might be markup: two marks of a sort, an address, a backslash. The first pattern is the quicker one.
_MARKS = re.compile(r"[*_^~\]\\]")
_MARKUP = re.compile(r"([*_^~])(?=.*\1)|\]\(|\\", re.DOTALL)
_PICTURE = r"(?i)!\[[^\[\]]*\]\([^()]*\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|avif|heic)\)"
_TYPED_BREAK = re.compile(r"(?<![ \t])[ \t]*\\?\n[ \t]*")
_HARD_BREAK = re.compile(r"(?<![ \t])(?:[ \t]{2,}|[ \t]*\\)\n[ \t]*")
_SOFT_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")
_BREAK = TextRun(LINE_BREAK)
_UNSEEN = "\xad\u200b\u200c\u200d\u2060\ufeff"
"""What leaves no mark, as spaces do: a text of nothing else is empty."""


def parse_inline(source: ScalarNode, context: BindContext) -> Text | None:
    """The paragraph that `source` holds, or None after reporting what is wrong with it."""
    text = clean(source.text, source.span, context)
    if text is None:
        return None
    if "\n" in text:
        text = _TYPED_BREAK.sub("\n", text.strip("\n"))
    if not text or text.isspace():
        report_empty(source, context)
        return None
    return parse_part(text, source, "", context)


def report_empty(source: ScalarNode, context: BindContext) -> None:
    """Report that there are no words, or none once the variables are filled in."""
    message, hint = "this text is empty", "write the words, or leave the key out"
    if "{{" in source.text:
        message, hint = (
            "this text is empty, for its variables are",
            "say what stands here then: {{ name | default: … }}",
        )
    context.diags.error("empty", source.span, message, hint=hint)


def join_lines(text: str) -> str:
    """Prose with its lines run on, and the line breaks that its author typed."""
    if "\n" not in text:
        return text
    return _SOFT_BREAK.sub(" ", _HARD_BREAK.sub("\ufdd2", text)).replace("\ufdd2", "\n")


def parse_part(text: str, source: ScalarNode, before: str, context: BindContext) -> Text | None:
    """The paragraph `text`, which stands in `source` after `before`; each newline is a line break."""
    if "{" not in text and "}}" not in text:
        runs = _settled(text, context.mend, context.language)
        if runs is not None:
            return Text(runs, source.span)
    return _parsed(text, source, before, context)


@lru_cache(2_000)
def _settled(text: str, mend: bool, language: str) -> tuple[TextRun, ...] | None:
    """The runs of a text without variables, links to slides and anything to be said of it: the same wherever it stands.
    None for another text."""
    said = Diagnostics()
    found = _parsed(text, ScalarNode(text, NOWHERE), "", BindContext(said, mend=mend, language=language))
    return None if found is None or len(said) or leads_within(found.runs) else found.runs


def leads_within(runs: Iterable[TextRun]) -> bool:
    """Whether any of these leads to another slide."""
    return any(run.link is not None and run.link.startswith("slide:") for run in runs)


def _parsed(text: str, source: ScalarNode, before: str, context: BindContext) -> Text | None:
    protected = protect(text, source, before, context) if "{{" in text or "}}" in text else Protected(text)
    if _MARKS.search(protected.text) and _MARKUP.search(protected.text):
        if "![" in protected.text and (picture := re.search(_PICTURE, protected.text)):
            _report_picture(picture[0], source, context)
            return None
        runs = _marked_up(protected, source, context)
    else:
        runs = [TextRun(protected.fill(protected.text))]
    if runs is None or not protected.sound:
        return None
    plain = "".join([run.text for run in runs])
    if not plain or plain.isspace() or not plain.strip(_UNSEEN):
        report_empty(source, context)
        return None
    report_slips(plain, source, context)
    if "**" in plain or "](" in plain or "<" in plain or "&" in plain or "{" in plain:
        report_left_markup(plain, source, context)
    if context.mend and needs_mending(plain, context.language):
        runs = _mended(runs, plain, context.language)
    if "\n" in plain:
        runs = [part for run in runs for part in _lines(run)]
    return Text(tuple(runs), source.span)


def _marked_up(protected: Protected, source: ScalarNode, context: BindContext) -> list[TextRun] | None:
    from deckgen.spec.markdown import parse_markdown

    runs: list[TextRun] = []
    links: dict[str, str | None] = {}
    for words, look in parse_markdown(protected.text):
        if look.link is not None and look.link not in links:
            links[look.link] = _address(look.link, protected, source, context)
        link = links[look.link] if look.link is not None else None
        if link is not None and not words:
            _report_unnamed(look.link or "", source, context)
            return None
        if text := protected.fill(words):
            runs.append(TextRun(text, look.bold, look.italic, look.position, link))
    return None if None in links.values() else _merged(runs)


def _address(written: str, protected: Protected, source: ScalarNode, context: BindContext) -> str | None:
    """The checked address of a link; a value that isn't its beginning is one part of it, encoded."""
    if not protected.sound and "\ufdd0" in written:
        return ""  # what is wrong with it has been said
    address = written.strip()
    if address.startswith("<") and address.endswith(">"):
        address = address[1:-1].strip()
    lead = re.match("\ufdd0\\d+\ufdd1", address)
    begin = lead[0] if lead else ""
    whole = protected.fill(begin).strip() + protected.fill(address[len(begin) :], encode_part)
    return check_address(whole, lambda: _spot(protected.restore(written), source, context), context)


def _spot(address: str, source: ScalarNode, context: BindContext) -> Span:
    """Where the address of a link stands: the same words may stand elsewhere in the text as well."""
    found = place(source, f"]({address}", 0, context)
    if not address or found == source.span:
        return found
    return Span(found.file, found.line, found.col + 2, found.end_line, found.end_col)


def _report_picture(written: str, source: ScalarNode, context: BindContext) -> None:
    context.diags.error(
        "picture-in-text",
        place(source, written, 0, context),
        "a picture can't stand in a text",
        hint="use a kind that has a slot for pictures; `deckgen kinds` lists them",
    )


def _report_unnamed(address: str, source: ScalarNode, context: BindContext) -> None:
    context.diags.error(
        "link-without-text",
        place(source, f"[]({address})", 0, context),
        "this link has no text to click",
        hint="put the words between the square brackets; a picture goes into a slot for pictures",
    )


def _merged(runs: list[TextRun]) -> list[TextRun]:
    """`runs` with neighbours of one look made one."""
    found: list[TextRun] = []
    for run in runs:
        same = found and _look(found[-1]) == _look(run)
        found.append(_with_text(run, found.pop().text + run.text) if same else run)
    return found


def _look(run: TextRun) -> tuple[object, ...]:
    return run.bold, run.italic, run.position, run.link


def _with_text(run: TextRun, text: str) -> TextRun:
    return TextRun(text, run.bold, run.italic, run.position, run.link)


def _mended(runs: list[TextRun], plain: str, language: str) -> list[TextRun]:
    """`runs` with their marks set, as the whole of their words asks for."""
    characters = mend_characters(plain, language)
    found: list[TextRun] = []
    start = 0
    for run in runs:
        end = start + len(run.text)
        found.append(_with_text(run, "".join(characters[start:end])))
        start = end
    return found


def _lines(run: TextRun) -> list[TextRun]:
    """The run's lines, with a line break of its own between each two."""
    if "\n" not in run.text:
        return [run]
    found: list[TextRun] = []
    for number, line in enumerate(run.text.split("\n")):
        if number:
            found.append(_BREAK)
        if line:
            found.append(_with_text(run, line))
    return found
