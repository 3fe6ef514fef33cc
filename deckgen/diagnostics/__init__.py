"""Diagnostics: what deckgen says about the user's files, each with its place."""

from deckgen.diagnostics.diagnostic import Diagnostic, Diagnostics, Note, Severity
from deckgen.diagnostics.span import NOWHERE, Span
from deckgen.diagnostics.suggest import did_you_mean

__all__ = ["NOWHERE", "Diagnostic", "Diagnostics", "Note", "Severity", "Span", "did_you_mean"]
