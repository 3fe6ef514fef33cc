"""`python -m deckgen` is `deckgen`."""

from deckgen.cli.main import run

if __name__ == "__main__":
    run()
