"""Archives that have been tampered with."""

from __future__ import annotations

import io
import zipfile


def encrypted(data: bytes, part: str) -> bytes:
    """The archive with the flag of an encrypted entry (APPNOTE.TXT, 4.4.4), in its header and in the directory."""
    spoilt = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        header = opened.getinfo(part).header_offset
        entry = data.rindex(part.encode(), opened.start_dir) - 46
    spoilt[header + 6] |= 1
    spoilt[entry + 8] |= 1
    return bytes(spoilt)
