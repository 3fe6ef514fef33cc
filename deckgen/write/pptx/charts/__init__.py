"""Charts as parts of their own (ECMA-376 part 1, 21.2)."""
