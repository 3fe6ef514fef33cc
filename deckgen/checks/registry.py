"""The registry of checks: rules that read the laid-out deck. One file each, found by its name.

What can be said of a slide by itself is a check of slides: it is made once for all decks that have the slide.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TypeAlias, TypeVar

from deckgen.diagnostics import Diagnostics
from deckgen.scene import Deck, Slide

Check: TypeAlias = Callable[[Deck, Diagnostics], None]
SlideCheck: TypeAlias = Callable[[Slide, Diagnostics], None]
C = TypeVar("C", bound=Callable[..., None])
_DECK: dict[str, Check] = {}
_SLIDE: dict[str, SlideCheck] = {}


def register(name: str) -> Callable[[Check], Check]:
    """Function decorator: this is the check `name` of decks. A second owner of a name is refused."""
    return lambda check: _entered(name, check, _DECK)


def register_for_slides(name: str) -> Callable[[SlideCheck], SlideCheck]:
    """Function decorator: this is the check `name` of slides, each by itself. A second owner of a name is refused."""
    return lambda check: _entered(name, check, _SLIDE)


def _entered(name: str, check: C, registry: dict[str, C]) -> C:
    owner = {**_DECK, **_SLIDE}.get(name)
    if owner is not None:
        raise ValueError(f"check {name!r} belongs to {owner.__module__} and {check.__module__}")
    registry[name] = check
    return check


def check_deck(deck: Deck, diags: Diagnostics) -> None:
    """Report what is wrong with the deck as a whole."""
    for check in _all()[0]:
        check(deck, diags)


def check_slide(slide: Slide, diags: Diagnostics) -> None:
    """Report what is wrong with a slide, whatever deck it stands in."""
    for check in _all()[1]:
        check(slide, diags)


@cache
def _all() -> tuple[tuple[Check, ...], tuple[SlideCheck, ...]]:
    """Every check there is, of decks and of slides, by name."""
    import deckgen.checks

    for module in pkgutil.iter_modules(deckgen.checks.__path__):
        if module.name != "registry":
            import_module(f"deckgen.checks.{module.name}")
    return tuple(_DECK[name] for name in sorted(_DECK)), tuple(_SLIDE[name] for name in sorted(_SLIDE))
