"""The types of slots: what each takes from YAML, and what it gives.

| type | takes | gives |
|---|---|---|
| TextType | one text with inline Markdown | Text |
| ItemsType | a list of texts, nested | tuple[Item, ...] |
| BodyType | paragraphs and lists | tuple[Block, ...] |
| CodeType | lines for machines | tuple[Text, ...] |
| ListOf | a list of one type | tuple[T, ...] |
| MapOf | names with values of one type | dict[str, T] |
| One | a mapping of slots | a Spec |
| EitherType | a plain value or a mapping | either |
| WordType | plain words, no Markdown | str |
| NumberType | a number | int or float |
| FormulaType | mathematics in LaTeX | FormulaValue |
| FlagType | true or false | bool |
| ChoiceType | one of some words | str |
| FilmType | a film's file | Film |
| FilmLinkType | a film's address | str |
| CaptionsType | a film's captions | Captions |
| IconType | the name of an icon | str |
| PictureType | a file and its alternative text | PictureValue |
| DateType | 2026-11-24 | date |
| VarsType | names with plain values | dict[str, str] |

Those that one or two kinds use (CodeType, FilmType, FormulaType, IconType …) are imported from their own modules.
"""

from deckgen.spec.types.body import BodyType
from deckgen.spec.types.items import ItemsType
from deckgen.spec.types.lists import EitherType, ListOf, MapOf, One
from deckgen.spec.types.picture import PictureType, PictureValue
from deckgen.spec.types.text import TextType
from deckgen.spec.types.values import ChoiceType, DateType, FlagType, NumberType
from deckgen.spec.types.words import VarsType, WordType

__all__ = [
    "BodyType",
    "ChoiceType",
    "DateType",
    "EitherType",
    "FlagType",
    "ItemsType",
    "ListOf",
    "MapOf",
    "NumberType",
    "One",
    "PictureType",
    "PictureValue",
    "TextType",
    "VarsType",
    "WordType",
]
