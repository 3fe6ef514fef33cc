"""'Did you mean': the known name that a misspelt one is nearest to."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known name, or lists the known ones when none is near.

    Returns None when nothing is known.
    """
    import difflib  # only mistakes pay for this import

    names = sorted(known)
    near = difflib.get_close_matches(name.lower(), [n.lower() for n in names], n=1, cutoff=0.6)
    if near:
        match = next(n for n in names if n.lower() == near[0])
        return f'did you mean "{match}"?'
    if not names:
        return None
    return f"known here: {', '.join(names[:20])}{' …' if len(names) > 20 else ''}"
