"""Slides of files that deckgen has not laid out, drawn as near as their own marks allow: a faithful sketch."""
