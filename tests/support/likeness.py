"""How alike two pictures are."""

from __future__ import annotations

import numpy as np
from PIL import Image
from skimage.metrics import structural_similarity

PLACE = 20
"""The side of a place whose mean colour is compared, in pixels."""


def likeness(one: Image.Image, other: Image.Image) -> float:
    """How alike two pictures of a size are in their greys, 1 for the same (structural similarity, Wang et al. 2004)."""
    pair = [np.asarray(image.convert("L"), dtype=np.float32) for image in (one, other)]
    return float(structural_similarity(*pair, data_range=255))


def tone(one: Image.Image, other: Image.Image) -> float:
    """The most by which the mean colours of a place differ, of 255. Places overlap by half.

    Most of a slide is its ground, so that a bar or a panel that is missing changes the structural similarity little;
    this it changes much, and a letter that stands a pixel aside hardly.
    """
    worst = 0.0
    for shift in (0, PLACE // 2):
        box = (
            shift,
            shift,
            shift + (one.width - shift) // PLACE * PLACE,
            shift + (one.height - shift) // PLACE * PLACE,
        )
        size = ((box[2] - box[0]) // PLACE, (box[3] - box[1]) // PLACE)
        means = [np.asarray(image.resize(size, Image.Resampling.BOX, box), dtype=float) for image in (one, other)]
        worst = max(worst, float(np.abs(means[0] - means[1]).max()))
    return worst
