"""Build deckgen/fonts/files/gelasio from the npm package @fontsource/gelasio (OFL-1.1).

    npm pack @fontsource/gelasio@5.3.0 && tar xf fontsource-gelasio-5.3.0.tgz
    python tools/build_gelasio.py package deckgen/fonts/files/gelasio

The package cuts each face into the subsets latin, latin-ext and vietnamese; a text that mixes them
needs one file. All three are cut from the same font, so a glyph of one name is the same glyph
everywhere, and outlines, characters, substitutions and kerning are united by name. Needs fontTools
and brotli. Same package and same fontTools, same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from fontTools.otlLib.builder import buildPairPosGlyphs, buildValue
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables as ot

SUBSETS = ("latin", "latin-ext", "vietnamese")
FACES = {"400-normal": "Regular", "400-italic": "Italic", "700-normal": "Bold", "700-italic": "BoldItalic"}
Font = Any


def main(package: str, target: str) -> None:
    """Write the four faces of `package` into the folder `target`."""
    for face, name in FACES.items():
        parts = [
            TTFont(Path(package, "files", f"gelasio-{subset}-{face}.woff2"), recalcTimestamp=False)
            for subset in SUBSETS
        ]
        united(parts).save(Path(target, f"Gelasio-{name}.ttf"))


def united(parts: list[Font]) -> Font:
    """The first font with everything that the others have and it has not."""
    whole = parts[0]
    for part in parts:
        part.ensureDecompiled(recurse=True)  # Tables read later would take their glyphs from the new order.
    pairs = united_kerning(parts)
    order = united_order([part.getGlyphOrder() for part in parts])
    add_glyphs(whole, parts[1:], order)
    shift_sets(parts)
    for tag in ("GSUB", "GPOS"):
        unite_layout(tag, parts)
    replace_kerning(whole, pairs)
    unite_definitions(parts)
    whole["OS/2"].recalcUnicodeRanges(whole)
    note = "The subsets latin, latin-ext and vietnamese of @fontsource/gelasio 5.3.0, merged into one file."
    whole["name"].setName(note, 10, 3, 1, 0x409)
    whole.flavor = None
    return whole


def united_order(orders: list[list[str]]) -> list[str]:
    """One glyph order that keeps every part's own: layout tables list their glyphs in that order."""
    before: dict[str, dict[str, None]] = {}
    for order in orders:
        for previous, name in zip(["", *order], order, strict=False):
            before.setdefault(name, {}).update({previous: None} if previous else {})
    return list(TopologicalSorter(before).static_order())


def add_glyphs(whole: Font, others: list[Font], order: list[str]) -> None:
    """Put the others' outlines, advances and characters into `whole`."""
    glyphs, metrics = whole["glyf"].glyphs, whole["hmtx"].metrics
    for other in others:
        for name in other.getGlyphOrder():
            if name not in glyphs:
                glyphs[name], metrics[name] = other["glyf"][name], other["hmtx"][name]
    whole.setGlyphOrder(order)
    whole["glyf"].setGlyphOrder(order)
    for table in whole["cmap"].tables:
        for other in others:
            table.cmap.update({char: name for char, name in other.getBestCmap().items() if char <= 0xFFFF})


def shift_sets(parts: list[Font]) -> None:
    """Number the mark filtering sets through all parts, as the united GDEF will hold them."""
    base = 0
    for part in parts:
        for lookup in lookups(part, "GSUB") + lookups(part, "GPOS"):
            if lookup.LookupFlag & 0x10:
                lookup.MarkFilteringSet += base
        sets = part["GDEF"].table.MarkGlyphSetsDef
        base += len(sets.Coverage) if sets else 0


def lookups(font: Font, tag: str) -> list[Any]:
    """The lookups of a layout table."""
    return list(font[tag].table.LookupList.Lookup)


def unite_layout(tag: str, parts: list[Font]) -> None:
    """Join the lookups; a feature of a language then calls those of all parts.

    Composition, localised forms and mark attachment come out the same when applied again, so that
    a rule which stands in two parts does no harm. Kerning would add up: `replace_kerning`.
    """
    base = 0
    wanted: dict[tuple[str, str], dict[str, list[int]]] = {}
    for part in parts:
        for key, features in features_by_language(part[tag].table, parts[0][tag].table).items():
            for feature, indices in features.items():
                wanted.setdefault(key, {}).setdefault(feature, []).extend(i + base for i in indices)
        renumber(part[tag].table, base)
        base += len(lookups(part, tag))
    table = parts[0][tag].table
    table.LookupList.Lookup = [lookup for part in parts for lookup in lookups(part, tag)]
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    rebuild_features(table, wanted)


def features_by_language(table: Any, model: Any) -> dict[tuple[str, str], dict[str, list[int]]]:
    """(script, language) -> feature -> its lookups, for every language that `model` knows."""
    own = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    found: dict[tuple[str, str], dict[str, list[int]]] = {}
    for record in model.ScriptList.ScriptRecord:
        script = own[record.ScriptTag]
        own_languages = {r.LangSysTag: r.LangSys for r in script.LangSysRecord}
        for language in ["", *(r.LangSysTag for r in record.Script.LangSysRecord)]:
            system = own_languages.get(language, script.DefaultLangSys)
            records = [table.FeatureList.FeatureRecord[i] for i in system.FeatureIndex]
            features = {r.FeatureTag: list(r.Feature.LookupListIndex) for r in records}
            found[record.ScriptTag, language] = features
    return found


def renumber(table: Any, base: int) -> None:
    """Let contextual lookups call their helpers at the new places."""
    for lookup in table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            for record in substitutions(subtable):
                record.LookupListIndex += base


def substitutions(value: Any) -> Iterator[Any]:
    """Every lookup record below a subtable."""
    if isinstance(value, (ot.SubstLookupRecord, ot.PosLookupRecord)):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from substitutions(item)
    elif hasattr(value, "__dict__"):
        for item in vars(value).values():
            if isinstance(item, list) or type(item).__module__ == ot.__name__:
                yield from substitutions(item)


def rebuild_features(table: Any, wanted: dict[tuple[str, str], dict[str, list[int]]]) -> None:
    """Write `wanted` as the table's script and feature lists, equal features once."""
    records: dict[tuple[str, tuple[int, ...]], int] = {}
    sorted_keys = sorted({(tag, tuple(sorted(set(ids)))) for f in wanted.values() for tag, ids in f.items()})
    table.FeatureList.FeatureRecord = []
    for tag, indices in sorted_keys:
        records[tag, indices] = len(records)
        feature = ot.Feature()
        feature.FeatureParams, feature.LookupListIndex = None, list(indices)
        feature.LookupCount = len(indices)
        record = ot.FeatureRecord()
        record.FeatureTag, record.Feature = tag, feature
        table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount = len(records)
    for script in table.ScriptList.ScriptRecord:
        languages = [("", script.Script.DefaultLangSys)]
        languages += [(r.LangSysTag, r.LangSys) for r in script.Script.LangSysRecord]
        for language, system in languages:
            features = wanted[script.ScriptTag, language]
            system.FeatureIndex = sorted(records[t, tuple(sorted(set(i)))] for t, i in features.items())
            system.FeatureCount = len(system.FeatureIndex)


def united_kerning(parts: list[Font]) -> dict[tuple[str, str], int]:
    """(first glyph, second glyph) -> x advance in font units, over all parts.

    Gelasio kerns little but the Catalan l.l, so every pair is written out. The subsets keep all
    pairs between the glyphs they hold; where two hold the same pair they must agree.
    """
    pairs: dict[tuple[str, str], int] = {}
    for part in parts:
        for lookup in kerning_lookups(part):
            for subtable in lookup.SubTable:
                for pair, value in subtable_pairs(subtable):
                    if pairs.setdefault(pair, value) != value:
                        raise SystemExit(f"the parts disagree on {pair}: {pairs[pair]} and {value}")
    return pairs


def kerning_lookups(font: Font) -> list[Any]:
    """The pair adjustments of a font."""
    return [lookup for lookup in lookups(font, "GPOS") if lookup.LookupType == 2]


def subtable_pairs(subtable: Any) -> Iterator[tuple[tuple[str, str], int]]:
    """Every pair that a subtable moves, classes written out."""
    if subtable.Format == 1:
        for first, pair_set in zip(subtable.Coverage.glyphs, subtable.PairSet, strict=True):
            for record in pair_set.PairValueRecord:
                yield (first, record.SecondGlyph), record.Value1.XAdvance
        return
    for first in subtable.Coverage.glyphs:
        row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(first, 0)].Class2Record
        for second, column in subtable.ClassDef2.classDefs.items():
            yield (first, second), row[column].Value1.XAdvance


def replace_kerning(whole: Font, pairs: dict[tuple[str, str], int]) -> None:
    """Let the first kerning lookup hold `pairs`, and the feature kern call it alone."""
    values = {pair: (buildValue({"XAdvance": value}), None) for pair, value in sorted(pairs.items())}
    table = whole["GPOS"].table
    first = kerning_lookups(whole)[0]
    first.SubTable = buildPairPosGlyphs(values, whole.getReverseGlyphMap())
    first.SubTableCount = len(first.SubTable)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "kern":
            record.Feature.LookupListIndex = [table.LookupList.Lookup.index(first)]
            record.Feature.LookupCount = 1


def unite_definitions(parts: list[Font]) -> None:
    """Unite glyph classes and mark filtering sets (GDEF)."""
    whole = parts[0]["GDEF"].table
    sets: list[Any] = []
    for part in parts:
        table = part["GDEF"].table
        whole.GlyphClassDef.classDefs.update(table.GlyphClassDef.classDefs)
        if table.MarkAttachClassDef:
            whole.MarkAttachClassDef.classDefs.update(table.MarkAttachClassDef.classDefs)
        sets += table.MarkGlyphSetsDef.Coverage if table.MarkGlyphSetsDef else []
    if sets:
        whole.MarkGlyphSetsDef.Coverage, whole.MarkGlyphSetsDef.MarkSetCount = sets, len(sets)


if __name__ == "__main__":
    main(*sys.argv[1:])
