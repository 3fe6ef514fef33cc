"""A brand's folder: in the project, or shipped inside the package."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import BinaryIO

from msgspec import Struct

from deckgen.diagnostics import Diagnostics, Span
from deckgen.world import Refused, World

BRANDS = "assets/brands"
SHIPPED = "plain"
"""The brand that ships with deckgen."""
PACKAGE = "package:"
"""What the names of shipped files begin with in messages and in `Brand.files`."""


class Pack(Struct, frozen=True):
    """Where a brand's files are. Files are named as brand.yaml sees them."""

    name: str
    world: World
    shipped: bool = False

    def path(self, file: str) -> str:
        """The file's path below the project's root, or below the package after 'package:'."""
        return f"{PACKAGE}brand/{self.name}/{file}" if self.shipped else f"{BRANDS}/{self.name}/{file}"

    def view(self) -> World:
        """A world in which `path` can be read."""
        return ShippedWorld(self.world) if self.shipped else self.world

    def exists(self, file: str) -> bool:
        """Whether the pack has the file."""
        return self.view().exists(self.path(file))

    def read(self, file: str, diags: Diagnostics, span: Span) -> bytes | None:
        """The file's bytes, or None after reporting at `span` why there are none."""
        try:
            return self.view().read(self.path(file))
        except Refused as refused:
            diags.error(
                "missing-file",
                span,
                f'the brand pack\'s "{file}" cannot be read: {refused.reason}',
                hint=refused.hint or f"the pack is {self.path('')}",
            )
            return None


class ShippedWorld:
    """A world whose files after 'package:' are those inside the package."""

    def __init__(self, world: World) -> None:
        self.world = world

    def read(self, path: str) -> bytes:
        """The shipped file's bytes."""
        try:
            return self.world.packaged(path.removeprefix(PACKAGE))
        except OSError:
            raise Refused("there is no such file") from None

    def open(self, path: str) -> BinaryIO:
        """The shipped file, open for reading."""
        return BytesIO(self.read(path))

    def exists(self, path: str) -> bool:
        """Whether the package has the file."""
        try:
            self.read(path)
        except Refused:
            return False
        return True

    def list(self, folder: str, suffix: str) -> Iterable[str]:
        """As the project's world."""
        return self.world.list(folder, suffix)

    def stamp(self, path: str) -> str:
        """As the project's world."""
        return self.world.stamp(path)

    def packaged(self, path: str) -> bytes:
        """As the project's world."""
        return self.world.packaged(path)

    def packaged_path(self, path: str) -> str:
        """As the project's world."""
        return self.world.packaged_path(path)

    def cache_read(self, key: str) -> bytes | None:
        """As the project's world."""
        return self.world.cache_read(key)

    def cache_write(self, key: str, data: bytes) -> None:
        """As the project's world."""
        self.world.cache_write(key, data)

    @property
    def epoch(self) -> int | None:
        """As the project's world."""
        return self.world.epoch

    @property
    def today(self) -> date:
        """As the project's world."""
        return self.world.today


def find_pack(world: World, name: str) -> Pack | None:
    """The pack of a brand: the project's own, else the shipped one; None where there is neither."""
    own = Pack(name, world)
    if own.exists("brand.yaml"):
        return own
    return Pack(name, world, shipped=True) if name == SHIPPED else None


def brand_names(world: World) -> tuple[str, ...]:
    """Every brand there is for this project, sorted."""
    found = (path.split("/") for path in world.list(BRANDS, "brand.yaml"))
    own = (parts[2] for parts in found if len(parts) == 4 and parts[3] == "brand.yaml")
    return tuple(sorted({*own, SHIPPED}))
