"""The version, in one place that costs no import (importlib.metadata takes longer than `--help`)."""

VERSION = "0.1.0"
