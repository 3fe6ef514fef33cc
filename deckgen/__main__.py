"""`python -m deckgen` is `deckgen`."""

import sys

from deckgen.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
