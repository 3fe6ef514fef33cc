"""Charts drawn from the scene, as PowerPoint draws what is written of them (ECMA-376 part 1, 21.2)."""
