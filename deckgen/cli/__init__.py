"""The commands: one thin file each, found by its name. What they do is in the stages and in `output`."""
