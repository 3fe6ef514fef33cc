"""The registry of kinds: a kind's name is its module's name, so only what a deck uses is imported."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TypeVar

from deckgen.kinds.base import Kind

K = TypeVar("K", bound=Kind)
_KINDS: dict[str, Kind] = {}
_NOT_KINDS = frozenset({"base", "manual", "registry"})


def register(name: str) -> Callable[[type[K]], type[K]]:
    """Class decorator: this is the kind `name`. A second owner of a name is refused."""

    def decorate(cls: type[K]) -> type[K]:
        if name in _KINDS:
            raise ValueError(f"kind {name!r} belongs to {type(_KINDS[name]).__module__} and {cls.__module__}")
        cls.name = name
        _KINDS[name] = cls()
        return cls

    return decorate


@cache
def kind_names() -> tuple[str, ...]:
    """Every kind there is, sorted; read from the folder, nothing is imported."""
    import deckgen.kinds

    modules = (m.name for m in pkgutil.iter_modules(deckgen.kinds.__path__))
    return tuple(sorted(m.replace("_", "-") for m in modules if m not in _NOT_KINDS))


def get_kind(name: str) -> Kind:
    """The kind `name`; KeyError when there is none."""
    if name not in _KINDS:
        if name not in kind_names():
            raise KeyError(name)
        import_module(f"deckgen.kinds.{name.replace('-', '_')}")
    return _KINDS[name]
