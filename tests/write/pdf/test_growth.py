"""PDFs of long decks: little time for each slide, and no memory for those that are done."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.tools import ROOT

PROGRAM = """
import gc, resource, sys, time
from tests.drawing.pages import drawn
from tests.write.pdf.sample import deck_pdf

count = int(sys.argv[1])
slides = "".join(
    f"  - kind: points\\n    id: s{n}\\n    title: Slide {n}\\n    points:\\n"
    + "".join(f"      - Point {p} of slide {n}, which says what a point of a slide may say\\n" for p in range(5))
    for n in range(count)
)
drawing = drawn({"decks/talk.yaml": "title: Long\\nbrand: cst\\nslides:\\n" + slides})
deck_pdf(drawing)  # what is imported and opened once
gc.collect()
with open("/proc/self/clear_refs", "w") as file:
    file.write("5")  # the peak is that of what comes now (proc(5))
def status(name):
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(name))
before, begun = status("VmRSS"), time.process_time()
size = len(deck_pdf(drawing))
print(status("VmHWM") - before, (time.process_time() - begun) / count * 1000, size)
"""


def measured(slides: int) -> tuple[int, float, int]:
    """What a deck takes: kilobytes at most beyond what was there, milliseconds a slide, bytes of the file."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(slides)], capture_output=True, text=True, cwd=ROOT, timeout=300
    )
    assert done.returncode == 0, done.stderr
    kilobytes, each, size = done.stdout.split()
    return int(kilobytes), float(each), int(size)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_ten_times_the_slides_take_little_more_memory_and_no_more_time_each() -> None:
    few, many = measured(50), measured(500)
    print(few, many)
    # A slide leaves its compressed page and its tags behind, about 30 kB in memory; its page and its marks go.
    assert many[0] - few[0] < 450 * 60
    assert many[1] < few[1] * 1.5 + 1
    assert many[2] < 500 * 6_000
