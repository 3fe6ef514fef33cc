"""Writing systems that need faces of their own, and the languages that are written in them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

Slot: TypeAlias = Literal["cs", "ea"]
"""Which of a run's faces PowerPoint takes: for complex scripts or East Asian text (ECMA-376 21.1.2.3.1, .3)."""


class System(Struct, frozen=True):
    """A writing system by the name brands know it by.

    `script` is its code (ISO 15924, as `a:font script` has it), `language` the tag of text whose language
    is not known. `instead` is the system whose faces stand in. A `cursive` one joins its letters, which no
    letterspacing may tear apart. `office` is a face to suggest.
    """

    name: str
    slot: Slot
    script: str
    language: str
    office: str
    rtl: bool = False
    cursive: bool = False
    instead: str = ""


SYSTEMS: dict[str, System] = {
    system.name: system
    for system in (
        System("arabic", "cs", "Arab", "ar-SA", "Arial", rtl=True, cursive=True),
        System("urdu", "cs", "Arab", "ur-PK", "Urdu Typesetting", rtl=True, cursive=True, instead="arabic"),
        System("hebrew", "cs", "Hebr", "he-IL", "Arial", rtl=True),
        System("chinese", "ea", "Hans", "zh-CN", "Microsoft YaHei", instead="chinese-traditional"),
        System("chinese-traditional", "ea", "Hant", "zh-TW", "Microsoft JhengHei", instead="chinese"),
        System("japanese", "ea", "Jpan", "ja-JP", "Yu Gothic"),
        System("korean", "ea", "Hang", "ko-KR", "Malgun Gothic"),
        System("bengali", "cs", "Beng", "bn-BD", "Nirmala UI", cursive=True),
        System("devanagari", "cs", "Deva", "hi-IN", "Nirmala UI", cursive=True),
        System("gujarati", "cs", "Gujr", "gu-IN", "Nirmala UI"),
        System("gurmukhi", "cs", "Guru", "pa-IN", "Nirmala UI", cursive=True),
        System("tamil", "cs", "Taml", "ta-IN", "Nirmala UI"),
    )
}

_BY_LANGUAGE = {
    **dict.fromkeys(("ar", "fa", "ps", "ckb", "sd", "ug"), "arabic"),
    **dict.fromkeys(("ur", "pnb", "ks"), "urdu"),
    **dict.fromkeys(("he", "yi"), "hebrew"),
    **dict.fromkeys(("zh", "yue", "cmn"), "chinese"),
    "ja": "japanese",
    "ko": "korean",
    **dict.fromkeys(("hi", "mr", "ne"), "devanagari"),
    **dict.fromkeys(("bn", "as"), "bengali"),
    "gu": "gujarati",
    "pa": "gurmukhi",
    "ta": "tamil",
}
_BY_SCRIPT = {
    "arab": "arabic",
    "aran": "urdu",
    "hebr": "hebrew",
    "hans": "chinese",
    "hant": "chinese-traditional",
    "jpan": "japanese",
    "kore": "korean",
    "hang": "korean",
    "beng": "bengali",
    "deva": "devanagari",
    "gujr": "gujarati",
    "guru": "gurmukhi",
    "taml": "tamil",
    "latn": "",
    "cyrl": "",
    "grek": "",
}
_TRADITIONAL = frozenset({"tw", "hk", "mo"})
_REGIONS = {
    "fa": "IR",
    "ps": "AF",
    "ckb": "IQ",
    "sd": "PK",
    "ug": "CN",
    "yi": "001",
    "mr": "IN",
    "ne": "NP",
    "as": "IN",
}


class Writing(Struct, frozen=True):
    """How a deck is written: its language, its writing system ("" for Latin and its like), its direction."""

    language: str = "en-GB"
    system: str = ""
    rtl: bool = False


LATIN = Writing()
"""Left to right, in a brand's own faces."""


@lru_cache(64)
def writing_of(language: str) -> Writing:
    """How a language is written; a tag without country gets one where PowerPoint knows no other (RFC 5646)."""
    parts = language.lower().split("-")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    name = _BY_SCRIPT.get(script, _BY_LANGUAGE.get(parts[0], ""))
    if name == "chinese" and not script and (parts[0] == "yue" or not _TRADITIONAL.isdisjoint(parts)):
        name = "chinese-traditional"
    if name == "gurmukhi" and not script and "pk" in parts:
        name = "urdu"
    if not name:
        return Writing(language)
    system = SYSTEMS[name]
    return Writing(_with_country(language, parts, system), name, system.rtl)


def _with_country(language: str, parts: list[str], system: System) -> str:
    if len(parts) > 1 and (len(parts) > 2 or len(parts[1]) != 4):
        return language
    if system.language.startswith(f"{parts[0]}-"):
        return system.language
    region = _REGIONS.get(parts[0])
    return f"{parts[0]}-{region}" if region and len(parts) == 1 else language


def face_hint(system: str) -> str:
    """What to add to brand.yaml for text in a system."""
    office = SYSTEMS[system].office
    return (
        f"name a face in brand.yaml: fonts: {{scripts: {{{system}: "
        f"{{office: {office}, build: {office}, files: {{regular: fonts/….ttf}}}}}}}}"
    )
