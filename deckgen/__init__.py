"""deckgen compiles YAML slide specs into branded, native, editable PowerPoint decks."""

from __future__ import annotations

from deckgen.version import VERSION

TYPE_CHECKING = False  # typing's own takes 10 ms to import, in which Ctrl-C would end in a traceback
if TYPE_CHECKING:
    from typing import Any

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
