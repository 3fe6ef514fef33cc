"""What other tools, and people, call our commands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from deckgen.diagnostics import did_you_mean

_MEANT = {
    "new": ("init", "create", "start", "scaffold", "startproject"),
    "build": ("make", "compile", "run", "generate", "write", "all"),
    "build --watch": ("watch", "dev"),
    "build --to html --watch": ("serve", "preview", "present", "live"),
    "build --to pdf": ("pdf", "print", "export"),
    "build --to html": ("html", "web"),
    "check": ("lint", "validate", "test", "doctor"),
    "render": ("show", "draw", "png", "image", "screenshot"),
    "list": ("ls", "decks", "slides", "audiences"),
    "list --icons": ("icons", "icon"),
    "list --facts": ("facts",),
    "kinds": ("layouts", "types", "kind"),
    "brand list": ("brands", "themes", "theme", "templates"),
    "diff": ("compare", "changes"),
    "--version": ("version",),
}


def meant_command(name: str, arguments: Sequence[str], commands: Collection[str]) -> str | None:
    """What to do about a command that isn't there, with `arguments` after it."""
    if name == "help":
        about = next((argument for argument in arguments if argument in commands), "")
        return f"write: deckgen {about + ' ' if about else ''}--help"
    command = next((command for command, names in _MEANT.items() if name.lower() in names), None)
    return f"did you mean: deckgen {command}?" if command else did_you_mean(name, commands)
