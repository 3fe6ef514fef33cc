"""The registry of checks: rules that read the laid-out deck. One file each, found by its name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TypeAlias

from deckgen.diagnostics import Diagnostics
from deckgen.scene import Deck

Check: TypeAlias = Callable[[Deck, Diagnostics], None]
_CHECKS: dict[str, Check] = {}


def register(name: str) -> Callable[[Check], Check]:
    """Function decorator: this is the check `name`. A second owner of a name is refused."""

    def decorate(check: Check) -> Check:
        if name in _CHECKS:
            raise ValueError(f"check {name!r} belongs to {_CHECKS[name].__module__} and {check.__module__}")
        _CHECKS[name] = check
        return check

    return decorate


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check there is, by name."""
    import deckgen.checks

    for module in pkgutil.iter_modules(deckgen.checks.__path__):
        if module.name != "registry":
            import_module(f"deckgen.checks.{module.name}")
    return tuple(_CHECKS[name] for name in sorted(_CHECKS))
