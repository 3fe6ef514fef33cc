"""Where decks are put: whole or not at all, and never over somebody's edits."""

from deckgen.output.atomic import NotWritten, write_atomically, write_where_asked
from deckgen.output.folder import OutputFolder, Pruned, folder_within, open_folder, refuse_outside, shown_folder
from deckgen.output.manifest import recorded
from deckgen.output.names import Output, refuse_names

__all__ = [
    "NotWritten",
    "Output",
    "OutputFolder",
    "Pruned",
    "folder_within",
    "open_folder",
    "recorded",
    "refuse_names",
    "refuse_outside",
    "shown_folder",
    "write_atomically",
    "write_where_asked",
]
