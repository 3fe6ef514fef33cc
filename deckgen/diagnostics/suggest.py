"""'Did you mean': the known name that a misspelt one is nearest to."""

from __future__ import annotations

from collections.abc import Iterable

MANY = 500
"""Of more names than that only those are near that differ in capitals or in what follows a dot: each row of a batch may
name a file that isn't there, of thousands."""


LONGEST = 60
"""Of a longer name as much is listed (characters)."""


_AROUND = "“”„‟‘’‚\"'«»*_` "
"""What programs put around words, and no name begins or ends with."""


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known name, or lists the known ones when none is near.

    Returns None when nothing is known.
    """
    import difflib  # only mistakes pay for this import

    names = sorted(known)
    compared = names if len(names) <= MANY else [one for one in names if _stem(one) == _stem(name)]
    bare = name.strip(_AROUND).lower()
    near = difflib.get_close_matches(bare, [n.lower() for n in compared], n=2, cutoff=0.6)
    # 2025 is as near to 2024 as to 2026: of several years none is the one that was meant.
    if near and not (name.isdigit() and len(near) > 1):
        match = next(n for n in names if n.lower() == near[0])
        return f'did you mean "{match}"?'
    if not names:
        return None
    listed = (name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…" for name in names[:20])
    return f"known here: {', '.join(listed)}{' …' if len(names) > 20 else ''}"


def _stem(name: str) -> str:
    return name.rpartition(".")[0].lower() or name.lower()
