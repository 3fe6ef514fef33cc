"""Icons that come with deckgen: Lucide's, by name."""
