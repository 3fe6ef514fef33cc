"""Makes deckgen/icons/lucide.py of the npm package lucide-static (ISC): the icons of tools/icons.txt.

    npm pack lucide-static@1.62.0 && tar xzf lucide-static-*.tgz
    python tools/build_icons.py package

Each icon becomes one outline in absolute M, L, C, O (circle) and Z, so that nothing is left to parse but numbers.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from deckgen.brand.outline import Outline, ellipse_outline, path_outline, rect_outline  # noqa: E402

CHOSEN = (ROOT / "tools" / "icons.txt").read_text(encoding="utf-8").split()

_FLAGS = re.compile(r"([Aa])([^A-Za-z]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")

HEAD = '''"""Icons of Lucide {version} (ISC, see LICENSE in this folder), by name: words to find it by, and its outline.

Strokes on a field of 24 x 24, as absolute M, L, C, O (a circle's centre and radius) and Z.
Written by tools/build_icons.py.
"""

ICONS: dict[str, tuple[str, str]] = {{
'''


def main() -> int:
    """Write the module; the exit code."""
    package = Path(sys.argv[1])
    nodes = json.loads((package / "icon-nodes.json").read_text(encoding="utf-8"))
    tags = json.loads((package / "tags.json").read_text(encoding="utf-8"))
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    missing = [name for name in CHOSEN if name not in nodes]
    print("not in this version:", *missing)
    lines = [HEAD.format(version=version)]
    for name in sorted(set(CHOSEN) - set(missing)):
        words = " ".join(sorted({word.lower() for tag in tags.get(name, ()) for word in tag.split()} - {name}))
        lines.append(f'    "{name}": (\n        "{words}",\n        "{_icon(nodes[name])}",\n    ),\n')
    folder = ROOT / "deckgen" / "icons"
    (folder / "lucide.py").write_text("".join([*lines, "}\n"]), encoding="utf-8")
    (folder / "LICENSE").write_text((package / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    print(len(CHOSEN) - len(missing), "icons")
    return 0


def _icon(nodes: list[tuple[str, dict[str, str]]]) -> str:
    """The icon's outline as text."""
    return "".join(_written(command) for tag, attributes in nodes for command in _outline(tag, attributes))


def _written(command: tuple[str | float, ...]) -> str:
    letter, *numbers = command
    return str(letter) + " ".join(f"{round(float(n), 2) + 0.0:g}" for n in numbers)


def _outline(tag: str, attributes: dict[str, str]) -> Outline:
    def n(key: str) -> float:
        return float(attributes.get(key, 0))

    match tag:
        case "path":
            return path_outline(_FLAGS.sub(_spaced, attributes["d"]))
        case "circle":
            return ellipse_outline(n("cx"), n("cy"), n("r"), n("r"))
        case "ellipse":
            return ellipse_outline(n("cx"), n("cy"), n("rx"), n("ry"))
        case "line":
            return (("M", n("x1"), n("y1")), ("L", n("x2"), n("y2")))
        case "rect":
            return _rect(n("x"), n("y"), n("width"), n("height"), float(attributes.get("rx", attributes.get("ry", 0))))
        case _:
            points = " ".join(_NUMBER.findall(attributes["points"]))
            return path_outline(f"M{points}{'Z' if tag == 'polygon' else ''}")


def _rect(x: float, y: float, w: float, h: float, r: float) -> Outline:
    if not r:
        return rect_outline(x, y, w, h)
    r = min(r, w / 2, h / 2)
    turn = f"{r} {r} 0 0 1"
    return path_outline(
        f"M{x + r} {y}H{x + w - r}A{turn} {x + w} {y + r}V{y + h - r}A{turn} {x + w - r} {y + h}"
        f"H{x + r}A{turn} {x} {y + h - r}V{y + r}A{turn} {x + r} {y}Z"
    )


def _spaced(arc: re.Match[str]) -> str:
    """An arc's numbers apart: its two flags are digits that may stand without a blank (SVG 1.1, 8.3.9)."""
    text = arc[2]
    numbers: list[str] = []
    at = 0
    while match := re.compile(r"[\s,]*").match(text, at):
        at = match.end()
        if at >= len(text):
            break
        found = re.compile(r"[01]" if len(numbers) % 7 in (3, 4) else _NUMBER.pattern).match(text, at)
        assert found, arc[0]
        numbers.append(found[0])
        at = found.end()
    return arc[1] + " ".join(numbers)


if __name__ == "__main__":
    sys.exit(main())
