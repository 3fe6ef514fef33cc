"""Likely slips of the pen. They are reported, never mended (design/PRINCIPLES.md 11)."""

from __future__ import annotations

import re
from operator import eq

from deckgen.load.nodes import ScalarNode
from deckgen.spec.place import place
from deckgen.spec.slots import BindContext

# Two searches that find nearly nothing, so that the exact ones seldom run, or are compiled.
_MAYBE_SPACE, _WORDS = re.compile(r" [ ,;:!?.]"), re.compile(r"\w+")
_WORD_TWICE = r"(?i)(?<![\w’'-])([^\W\d_]+)[ \n\u00a0]+\1(?![\w’'-])"
_STRAY_SPACE = r"(?<=\S) {2,}(?=\S)|(?<=\S) +[,;:!?.](?=\s|$)"
_SOMETIMES_MEANT = frozenset({"had", "that"})
_LEFT = (
    (r"\*\*(?=[^\W\d])|(?<=[^\W\d])\*\*", r"close it: **so**; for asterisks that shall be seen, write \*\*"),
    (r"\]\((?=https?:|www\.|mailto:|tel:|slide:)", "close the link: [words](address)"),
    (
        r"\]\((?=[^()]+\.(?:pdf|docx?|xlsx?|pptx?|zip|html?)\))",
        "an address has no blanks: write %20 for each; a file that isn't on the web can't be linked",
    ),
    (r"\]\((?=\+?\d[\d -]{5,}\))", "a link that calls a number is [words](tel:0151-123-456), without blanks"),
)
_FOREIGN = (
    (r"(?i)<br ?/?>", "begin a new line in the file instead: a line that ends in a backslash breaks there"),
    (r"(?i)<(b|strong)>(?=.*</\1>)", "bold words are **so**"),
    (r"(?i)<(i|em)>(?=.*</\1>)", "words in italics are *so*"),
    (r"(?i)<(p|u|ul|ol|li|h[1-6]|div|span|font|sup|sub|a|center|table)(?: [^<>]*)?>(?=.*</\1>)", "delete it"),
)
"""Marks of web pages."""
_ENTITY = r"&(?!amp;|lt;|gt;)(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,6});"
"""A character as web pages write it; texts about web pages have three of them."""
_VARIABLE = r"\$?\{ ?([A-Za-z_][\w.-]*) ?\}"
"""How other programs write a variable."""
_SPACED = ";:!?"
"""Marks that French sets a space before."""


def report_slips(text: str, node: ScalarNode, context: BindContext) -> None:
    """Warn of a word that stands twice, two spaces, and a space before a mark, in the words of `node`."""
    if _MAYBE_SPACE.search(text):
        for found in re.finditer(_STRAY_SPACE, text):
            _report_space(found, node, context)
    words = _WORDS.findall(text.lower())
    if not any(map(eq, words, words[1:])):
        return
    for found in re.finditer(_WORD_TWICE, text):
        if found[1].lower() not in _SOMETIMES_MEANT:
            context.diags.warning(
                "slip",
                place(node, found[0], 0, context),
                f'"{found[1]}" stands twice',
                hint="delete one, if it is a slip",
            )


def report_left_markup(text: str, node: ScalarNode, context: BindContext) -> None:
    """Warn of markup that nothing closes, and which so stands on the slide as it was typed.

    `text` is what the slide shows. A backslash says that its author wants it so.
    """
    if "\\" in node.text:
        return
    report_foreign(text, node, context)
    for mark, advice in _LEFT:
        if found := re.search(mark, text):
            context.diags.warning(
                "slip",
                place(node, found[0], 0, context),
                f'"{found[0]}" stands on the slide as it is',
                hint=advice
                if found[0] in node.text
                else "a variable's words are never Markdown: take the marks out of it",
            )


def report_foreign(text: str, node: ScalarNode, context: BindContext) -> None:
    """Warn of a mark of web pages, and of a variable in the braces of another program: each the first time."""
    found = [(one, advice) for mark, advice in _FOREIGN if (one := re.search(mark, text))]
    if (entity := re.search(_ENTITY, text)) and (advice := _of_entity(entity[0])):
        found.append((entity, advice))
    for other in re.finditer(_VARIABLE, text):
        if other[1] in context.variables:
            found.append((other, f"a variable's value is put in for {{{{ {other[1]} }}}}"))
            break
    for one, advice in found:
        where = place(node, one[0], 0, context)
        hint = f"{advice}; if it shall be seen, put a backslash before it"
        context.diags.warning("slip", where, f'"{one[0]}" stands on the slide as it is', hint=hint)


def _of_entity(entity: str) -> str:
    """What to write for a character that web pages write so; "" for what is none: &notes;"""
    import html.entities  # only such texts pay for this import

    if entity[1] != "#" and entity[1:] not in html.entities.html5:
        return ""
    sign = html.unescape(entity)
    if sign.isspace():
        return "write a blank"
    return f"write the character itself: {sign}" if sign.isprintable() else "delete it"


def _report_space(found: re.Match[str], node: ScalarNode, context: BindContext) -> None:
    mark = found[0].strip()
    if mark and mark in _SPACED and context.language.lower().startswith("fr"):
        return
    words = found.string[max(0, found.start() - 12) : found.end() + 12].strip()
    what = f'a space stands before "{mark}"' if mark else "two spaces stand together"
    hint = f'it is in "{words}"; delete it' if mark else f'they are in "{words}"; delete one'
    where = place(node, found.string[found.start() - 1 : found.end()], 0, context)
    context.diags.warning("slip", where, what, hint=hint)
