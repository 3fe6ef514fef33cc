"""Many decks at once: rows of a file, each with a deck of its own."""
