"""Two slots of which a mapping has one."""

from __future__ import annotations

from deckgen.spec.slots import BindContext, Spec


def check_one_of(spec: Spec, one: str, other: str, context: BindContext, *, message: str, remark: str = "") -> None:
    """Report `message` where both slots are filled, or neither; `remark` is added to what to do."""
    given = [key for key in (one, other) if spec.values.get(key)]
    if len(given) != 1:
        advice = "keep one of the two" if given else f'write "{one}:" or "{other}:"'
        context.diags.error("one-of", spec.span, message, hint=f"{advice}; {remark}" if remark else advice)
