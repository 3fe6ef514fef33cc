"""What the page may do: run its own script, use its own styles, and ask nobody for anything (CSP 3)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


def policy(scripts: Iterable[str], styles: Iterable[str], attributes: Iterable[str]) -> str:
    """The page's Content-Security-Policy: these scripts and styles by their hashes, pictures, faces and films that the
    page itself holds, and nothing else. `attributes` are the values of its style attributes."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            " ".join(("style-src", *map(_hash, styles), *_hashes_of(attributes))),
            "img-src data:",
            "font-src data:",
            "media-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hashes_of(attributes: Iterable[str]) -> list[str]:
    hashes = [_hash(value) for value in sorted(attributes)]
    return ["'unsafe-hashes'", *hashes] if hashes else []


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode('ascii')}'"
