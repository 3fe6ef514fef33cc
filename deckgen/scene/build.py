"""Builds: in which order a slide's parts come in, click by click. Pure data.

Only a slide with a turn in it is built (design/PRINCIPLES.md 16). What no step names stands there from
the first; the slide makes sense with every build switched off, for it looks the same.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

Transition: TypeAlias = Literal["none", "fade", "push", "morph"]
"""How a slide takes the place of the one before it."""
TRANSITION_MS: dict[Transition, int] = {"fade": 400, "push": 600, "morph": 1000}
"""How long each takes."""


NUMBER, FOOTER = "slide-number", "footer"
"""The names that the slide's number and its footer have among its shapes."""


class Effect(Struct, frozen=True):
    """How something comes in, and how many milliseconds it takes."""

    name: Literal["fade", "wipe", "wipe-back"]
    ms: int


FADE = Effect("fade", 300)
WIPE = Effect("wipe", 400)
"""From the left; mirrored, it is wiped back."""
WIPE_BACK = Effect("wipe-back", 400)


class Reveal(Struct, frozen=True):
    """A node that comes in, by its name: all of it, its paragraphs `first` to `last` (from 0, both
    included), or the `series` of a chart (from 0). NUMBER and FOOTER are in the slide's foot.

    With `after` it begins when what comes before it in its step is there, else together with that.
    """

    node: str
    first: int | None = None
    last: int | None = None
    series: int | None = None
    effect: Effect = FADE
    after: bool = False


Step: TypeAlias = tuple[Reveal, ...]
"""What one click brings, in order."""


def with_footer(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """A build of a slide that has a footer: it comes with the number, for both stand on the same."""
    return tuple([tuple([each for one in step for each in _with_footer(one)]) for step in steps])


def _with_footer(one: Reveal) -> tuple[Reveal, ...]:
    return (one, Reveal(FOOTER, effect=one.effect)) if one.node == NUMBER else (one,)
