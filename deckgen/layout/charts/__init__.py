"""Charts laid out: scales, places of labels, colours, and the words for those who can't see them."""
