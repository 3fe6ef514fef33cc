"""Transitions: how a slide takes the place of the one before it (ECMA-376 part 1, 19.3.1.50).

Written as PowerPoint writes them: what is newer than the standard (a length in milliseconds, Morph) is a choice
beside what every reader knows (part 3, 7.6).
"""

from __future__ import annotations

from functools import cache

from deckgen.ooxml.xml import Xml, el
from deckgen.scene import TRANSITION_MS, Transition

_MC = {"xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006"}
_P14 = {"xmlns:p14": "http://schemas.microsoft.com/office/powerpoint/2010/main"}
_P159 = {"xmlns:p159": "http://schemas.microsoft.com/office/powerpoint/2015/09/main"}
_FADE = el("p:fade")
_PUSH, _PUSH_BACK = el("p:push", {"dir": "l"}), el("p:push", {"dir": "r"})
_MORPH = el("p159:morph", {"option": "byObject"})


@cache
def transition_xml(transition: Transition | None, *, rtl: bool = False) -> Xml:
    """The transition's markup; nothing for none. Slides go on to the left, or to the right where words run so."""
    match transition:
        case "fade":
            return _either("p14", _P14, transition, _FADE, fallback=_FADE)
        case "push":
            push = _PUSH_BACK if rtl else _PUSH
            return _either("p14", _P14, transition, push, fallback=push)
        case "morph":
            return _either("p159", _P159, transition, _MORPH, fallback=_FADE)
        case _:
            return Xml("")


def _either(needs: str, namespace: dict[str, str], transition: Transition, new: Xml, *, fallback: Xml) -> Xml:
    length = TRANSITION_MS[transition]
    # What a reader takes that knows no milliseconds: fast is half a second, medium three quarters (19.7.21).
    speed = {"spd": "fast" if length <= 500 else "med" if length <= 750 else "slow"}
    own = {} if needs == "p14" else _P14
    exact = el("p:transition", {**own, **speed, "p14:dur": length}, new)
    return el(
        "mc:AlternateContent",
        _MC,
        el("mc:Choice", {**namespace, "Requires": needs}, exact),
        el("mc:Fallback", None, el("p:transition", speed, fallback)),
    )
