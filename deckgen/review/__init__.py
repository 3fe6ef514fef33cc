"""What `deckgen diff` is given, opened: files, decks, decks as revisions have them."""
