"""Writes each kind's slot table into its docstring, from the slots that it declares.

    python tools/slot_tables.py [--check]

A docstring says what the kind is for, then `Slots:` and the table, then `Example:`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from deckgen.kinds.manual import slot_table  # noqa: E402
from deckgen.kinds.registry import get_kind, kind_names  # noqa: E402

_TABLE = re.compile(r"(?:    Slots:\n(?:        .*\n)+\n)?(?=    Example:\n)")


def main() -> int:
    """Write the tables; with --check only say which are out of date, and exit with 1."""
    stale = []
    for name in kind_names():
        path = ROOT / "deckgen" / "kinds" / f"{name.replace('-', '_')}.py"
        before = path.read_text(encoding="utf-8")
        rows = "".join(f"        {line}\n" for line in slot_table(get_kind(name).spec).splitlines())
        table = f"    Slots:\n{rows}\n".replace("\\", r"\\")
        after = _TABLE.sub(table, before, count=1)
        if after != before:
            stale.append(path.name)
            if "--check" not in sys.argv:
                path.write_text(after, encoding="utf-8")
    print(f"{', '.join(stale) or 'no table'} {'out of date' if '--check' in sys.argv else 'written'}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    raise SystemExit(main())
