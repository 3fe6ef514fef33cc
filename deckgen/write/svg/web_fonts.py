"""Faces as a browser loads them: @font-face rules with the faces' files in them (CSS Fonts 4, 4)."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from string import ascii_letters, digits, punctuation

from deckgen.fonts.embedding import web_font
from deckgen.fonts.files import FontFile
from deckgen.write.svg.faces import quoted

BASIC = frozenset(ascii_letters + digits + punctuation + " \u00a0’‘“”–—…•×")
"""What every subset of a Latin face holds: slides share their subsets then, and words can be mended in the file."""


def font_rules(used: Mapping[str, Iterable[str]], fonts: Mapping[str, FontFile]) -> str:
    """The rules for faces, each with what is needed of it for the characters it is used for.

    Two keys may come to one file, where it stands in for another.
    """
    wanted: dict[str, frozenset[str]] = {}
    for key, characters in sorted(used.items()):
        file = fonts[key].key
        wanted[file] = wanted.get(file, frozenset()).union(characters)
    files = {fonts[key].key: fonts[key] for key in used}
    return "".join(font_rule(files[file], characters) for file, characters in wanted.items())


def with_basics(characters: frozenset[str]) -> frozenset[str]:
    """The characters, with the basic ones where any of those is among them."""
    return characters | BASIC if not characters.isdisjoint(ascii_letters) else characters


def font_rule(font: FontFile, characters: frozenset[str]) -> str:
    """The rule for a face with what is needed of it for `characters`."""
    data = base64.b64encode(web_font(font, characters)).decode("ascii")
    return (
        f"@font-face{{font-family:{quoted(font.family)};font-weight:{700 if font.bold else 400};"
        f"font-style:{'italic' if font.italic else 'normal'};"
        f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
    )
