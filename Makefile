# What people and machines call. Everything lands in .venv; nothing is installed outside of it, except Debian's
# chromium by `make test` where that is allowed.

.DEFAULT_GOAL := help
.PHONY: help run test lint types contracts migrations-check bench accuracy pins clean

BIN := .venv/bin
# Named so that an environment made for use is not mistaken for one with the tools for work.
USED := .venv/.requirements
WORK := .venv/.requirements-dev
# setuptools warns of every editable installation, at length.
INSTALL := PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check

help: ## Show what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

run: $(USED) ## Start Loa: the sandbox, or the connections in config.toml
	@exec $(BIN)/loa run

test: $(WORK) ## Run all tests
	@.ci/chromium
	@# Many tests wait for a server or a clock: one worker more than processors keeps these busy. The few long
	@# ones (kills, browser) are not kept for last, as files with few tests would be.
	@$(BIN)/pytest -n $$(($$(nproc) + 1)) --dist loadfile --no-loadscope-reorder

lint: $(WORK) ## Style and likely faults
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(WORK) ## Types, strictly
	@$(BIN)/mypy

contracts: $(WORK) ## Who may import whom
	@$(BIN)/lint-imports

migrations-check: $(WORK) ## Migrations up and down, and against the tables
	@$(BIN)/pytest tests/storage/test_migrations.py

bench: $(WORK) ## Measure Loa with 10,000 people and documents; bench/README.md says what the figures mean
	@$(BIN)/python -m bench

accuracy: $(WORK) ## How well documents are read: precision and recall per field (V=1 lists the misses)
	@$(BIN)/python -m tests.reading.accuracy $(if $(V),-v)

pins: $(WORK) ## Write the pinned requirements anew from pyproject.toml
	@$(BIN)/uv pip compile $(PINS) -o requirements.txt pyproject.toml
	@$(BIN)/uv pip compile $(PINS) -o requirements-dev.txt -c requirements.txt --extra dev pyproject.toml

PINS := --quiet --group build --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command 'make pins'

clean: ## Remove what can be made again; the data folder stays
	@rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(USED): requirements.txt pyproject.toml | $(BIN)/python
	@echo "installing the pinned requirements into .venv"
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(WORK): requirements-dev.txt pyproject.toml | $(BIN)/python
	@echo "installing the pinned requirements for development into .venv"
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(USED)

$(BIN)/python:
	@.ci/environment
