"""A cache of finished decks that runs, machines and CI jobs may share: what is in it need not be compiled."""
