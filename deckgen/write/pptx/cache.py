"""Compiled brands kept from run to run, so that a build does not read a brand that hasn't changed."""

from __future__ import annotations

import hashlib
import os
from zlib import crc32

from msgspec import DecodeError, Struct
from msgspec.msgpack import Decoder, Encoder
from msgspec.structs import replace

from deckgen.brand.model import Brand
from deckgen.diagnostics import NOWHERE, Diagnostic, Diagnostics, Span
from deckgen.later import Later
from deckgen.own_files import own_files
from deckgen.scripts import LATIN, Writing
from deckgen.world import Refused, World
from deckgen.write.pptx.pictures import with_pictures, without_pictures
from deckgen.write.pptx.template import LayoutPart, Template

_DIGEST, _CHECK = 16, 4
_PACKAGED = "package:"


class Entry(Struct, frozen=True, kw_only=True, array_like=True):
    """What is kept: the template without its layouts, each of these packed by itself, the pictures' bytes by
    content, the warnings that the brand gave, and (path, stamp) of the files that it was made of."""

    files: tuple[tuple[str, str], ...]
    warnings: tuple[Diagnostic, ...]
    pictures: dict[str, bytes]
    template: Template
    layouts: dict[str, bytes]

    def whole(self) -> Template:
        """The template. A deck uses few of a brand's layouts; only those are unpacked."""
        template = replace(self.template, layouts=Later(self.layouts, Decoder(LayoutPart).decode))
        return with_pictures(template, self.pictures) if self.pictures else template


def load_template(
    world: World, name: str, diags: Diagnostics, span: Span, *, writing: Writing = LATIN, written_at: Span = NOWHERE
) -> Template | None:
    """The brand `name` compiled for decks written so, or None after reporting.

    `span` is where it is asked for, `written_at` where the language is said.

    Kept in the world's cache as long as neither the brand's files nor deckgen's own change. A brand
    with errors is not kept; the warnings of one that is are given again.
    """
    key = hashlib.blake2b(f"template {name} {writing.system}".rstrip().encode(), digest_size=_DIGEST).hexdigest()
    sources = _sources_stamp(world)
    kept = _read(world, key, sources)
    if kept is not None:
        _report(kept.warnings, diags)
        return kept.whole()
    found = Diagnostics()
    template = _compile(world, name, found, span, writing, written_at)
    _report(found, diags)
    # A warning that stands where the brand is asked for is about the deck, not the brand.
    if template is not None and all(said.span != span for said in found):
        world.cache_write(key, _packed(_entry(template, found.warnings, world), sources))
    return template


def _compile(
    world: World, name: str, diags: Diagnostics, span: Span, writing: Writing, written_at: Span
) -> Template | None:
    """The brand read and compiled anew; None after reporting its errors."""
    from deckgen.brand.load import load_brand
    from deckgen.kinds.registry import get_kind, kind_names
    from deckgen.write.pptx.compile import compile_template

    brand = load_brand(world, name, diags, span)
    if brand is None or diags.errors:
        return None
    if writing.system:
        brand = _written(brand, writing, diags, written_at)
    if brand is None:
        return None
    layouts = [layout for kind in kind_names() for layout in get_kind(kind).layouts(brand)]
    if writing.rtl:
        from deckgen.brand.mirror import mirrored_layout

        layouts = [mirrored_layout(layout) for layout in layouts]
    return compile_template(
        brand, [one for each in layouts for one in ((each, each.stage) if each.staged else (each,))]
    )


def _written(brand: Brand, writing: Writing, diags: Diagnostics, span: Span) -> Brand | None:
    """The brand for another writing system; None after reporting that it has no face for it."""
    from deckgen.brand.written import written
    from deckgen.scripts.systems import face_hint

    found = written(brand, writing)
    if found is None:
        message = f'the brand "{brand.name}" has no face for {writing.system}, which the deck\'s language is written in'
        diags.error("no-face", span, message, hint=face_hint(writing.system))
    return found


def _report(said: Diagnostics | tuple[Diagnostic, ...], diags: Diagnostics) -> None:
    for diagnostic in said:
        diags.add(diagnostic)


def _files(world: World, brand: Brand) -> tuple[tuple[str, str], ...]:
    """The brand's files with their stamps. The project's own brand.yaml is always among them: it
    comes before a shipped one, so its coming is a change too."""
    own = f"assets/brands/{brand.name}/brand.yaml"
    named = sorted({own, *brand.files, *brand.font_files})
    return tuple((path, _stamp(world, path)) for path in named if not path.startswith(_PACKAGED))


def _stamp(world: World, path: str) -> str:
    """The file's stamp; "" where there is none."""
    try:
        return world.stamp(path)
    except Refused:
        return ""


def _sources_stamp(world: World) -> bytes:
    """Changes when any file of deckgen itself does: its code, its shipped brand, its fonts."""
    package = os.path.dirname(world.packaged_path("brand"))
    stamps = sorted(f"{path} {stamp}" for path, stamp in own_files(package))
    return hashlib.blake2b("\n".join(stamps).encode(), digest_size=_DIGEST).digest()


def _entry(template: Template, warnings: tuple[Diagnostic, ...], world: World) -> Entry:
    bare, pictures = without_pictures(template)
    pack = Encoder().encode
    return Entry(
        files=_files(world, template.brand),
        warnings=warnings,
        pictures=pictures,
        template=replace(bare, layouts={}),
        layouts={name: pack(part) for name, part in bare.layouts.items()},
    )


def _packed(entry: Entry, sources: bytes) -> bytes:
    content = sources + Encoder().encode(entry)
    return _check(content) + content


def _check(content: bytes | memoryview) -> bytes:
    """What an entry begins with: it need only tell what the disk has spoilt, and each build waits for it."""
    return crc32(content).to_bytes(_CHECK)


def _read(world: World, key: str, sources: bytes) -> Entry | None:
    """The entry kept under `key`, if it is whole and everything it was made of is as it was."""
    kept = world.cache_read(key)
    if kept is None or kept[_CHECK : _CHECK + _DIGEST] != sources:
        return None
    content = memoryview(kept)[_CHECK:]
    if kept[:_CHECK] != _check(content):
        return None
    try:
        entry = Decoder(Entry).decode(content[_DIGEST:])
    except DecodeError:
        return None
    return entry if all(_stamp(world, path) == stamp for path, stamp in entry.files) else None
