"""Addresses within the page: a slide's is its id."""

from __future__ import annotations

from urllib.parse import quote

from deckgen.scene import Link


def address(link: Link) -> str:
    """Where a link leads: the spec has let through http, https, mailto, tel and slides of the deck alone."""
    return link.url if link.slide is None and link.url else f"#{quote(link.slide or '', safe='/~')}"
