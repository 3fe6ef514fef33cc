# Every target sets up what it needs; a second run goes straight to work.
#   make decks    compile every deck of decks/ for every audience into build/
#   make test     run the tests (installs what they render and validate with, where it may)
#   make check    lint and types, as CI does
#   make look     render every deck and kind to pictures in build/look
#   make bench    compare with a python-pptx script, pandoc, LibreOffice and Marp
#   make lock     pin the dependencies anew
#   make clean    forget everything that was built or installed here

SHELL := /bin/sh
BIN := .venv/bin
WORKERS ?= 2
PYTEST_ARGS ?=
BENCH_ARGS ?=

$(shell tools/venv --check)

.PHONY: help decks test look check format bench lock clean tools-test tools-bench

help:
	@sed -n 's/^#   //p' Makefile

decks: .venv/.runtime
	@$(BIN)/deckgen build

test: .venv/.dev tools-test
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup $(PYTEST_ARGS)

check: .venv/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/.dev
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: .venv/.dev tools-bench
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

.venv/.runtime: requirements/runtime.txt pyproject.toml
	@tools/venv runtime

.venv/.dev: requirements/dev.txt pyproject.toml
	@tools/venv dev
	@touch .venv/.runtime

tools-test tools-bench: tools-%:
	@tools/get-tools $*

# The dev lock holds the runtime's pins: one environment serves both.
COMPILE = $(BIN)/uv pip compile pyproject.toml --extra maths --quiet --universal --python-version 3.11 --generate-hashes --no-header

lock: .venv/.dev
	$(COMPILE) --group build -o requirements/runtime.txt
	$(COMPILE) --extra scale --group build --group dev -c requirements/runtime.txt -o requirements/dev.txt

clean:
	rm -rf .venv node_modules build .pytest_cache .mypy_cache .ruff_cache .bench_cache .hypothesis
	find deckgen tests benchmarks tools -name __pycache__ -prune -exec rm -rf {} +

# Pictures of every deck and kind, for looking (build/look).
look: .venv/.dev tools-test
	$(BIN)/python tools/look.py --kinds
