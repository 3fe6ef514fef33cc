"""The name of an icon."""

from __future__ import annotations

from typing import Any

from deckgen.load.nodes import Node
from deckgen.spec.slots import BindContext
from deckgen.spec.types.shape import scalar


class IconType:
    """An icon that deckgen has, by its name."""

    name = "icon"

    def bind(self, node: Node, context: BindContext) -> str | None:
        """The name, if an icon has it."""
        from deckgen.icons.find import icon_hint  # the icons are read when the first is asked for
        from deckgen.icons.lucide import ICONS

        found = scalar(node, context, wanted="an icon's name")
        if found is None or found.text in ICONS:
            return found.text if found else None
        context.diags.error(
            "unknown-icon", found.span, f'there is no icon "{found.text[:40]}"', hint=icon_hint(found.text[:40])
        )
        return None

    def schema(self) -> dict[str, Any]:
        """One of the names."""
        from deckgen.icons.find import icon_names

        return {"enum": list(icon_names())}

    def count(self, value: str) -> tuple[int, int]:
        """Nothing to read."""
        return 0, 0
