"""deckgen compiles YAML slide specs into branded, native, editable PowerPoint decks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckgen.version import VERSION

if TYPE_CHECKING:
    from deckgen.api import DeckError, ProjectBuild, check_project, compile_deck, open_folder, open_project
    from deckgen.pipeline import Compiled

__version__ = VERSION

__all__ = [
    "Compiled",
    "DeckError",
    "ProjectBuild",
    "__version__",
    "check_project",
    "compile_deck",
    "open_folder",
    "open_project",
]


def __getattr__(name: str) -> Any:
    """The API, imported when it is first asked for: `deckgen --help` needs none of it."""
    if name in __all__:
        from deckgen import api

        return getattr(api, name)
    raise AttributeError(f"module 'deckgen' has no attribute {name!r}")
