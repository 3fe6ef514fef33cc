"""A command as a process of a small one: `python launched.py COMMAND …` prints its seconds, the memory of its largest
process in MB, and its exit status.

The system counts what a process held before it became the command, so that one started by a large program would seem
to be as large as that.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time


def main() -> None:
    """Run the command; what it prints is dropped."""
    begun = time.perf_counter()
    status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(seconds, memory, status)


if __name__ == "__main__":
    main()
