"""Resolve: one audience's running order, variants and variables; positions kept."""

from deckgen.resolve.model import Layered, ResolvedDeck, ResolvedSlide, Settings
from deckgen.resolve.project import Project, load_project
from deckgen.resolve.resolve import audiences, resolve, resolve_alone, resolve_one, resolve_unused

__all__ = [
    "Layered",
    "Project",
    "ResolvedDeck",
    "ResolvedSlide",
    "Settings",
    "audiences",
    "load_project",
    "resolve",
    "resolve_alone",
    "resolve_one",
    "resolve_unused",
]
