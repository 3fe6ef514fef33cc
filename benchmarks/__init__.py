"""How fast deckgen is, against what else one would use (`make bench`)."""
