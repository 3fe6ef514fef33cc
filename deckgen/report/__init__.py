"""What a build did, deck by deck: as JSON, as a page, and as JUnit XML for CI."""

from __future__ import annotations

from deckgen.report.model import Built, Report

__all__ = ["Built", "Report"]
