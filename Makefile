# Two verbs for a new user: make demo, make test. Everything happens in .venv and .build; nothing outside is touched.
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help demo test lint types evaluate lock clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
DEMO := .build/demo
INSTALL := $(BIN)/python -m pip --disable-pip-version-check --quiet install
# The package itself: what it needs and what builds it is installed by then, from the lock file.
INSTALL_US := $(INSTALL) --no-deps --no-build-isolation --editable .

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

demo: $(BIN)/.runtime  ## build the graph of the five shipped articles and ask it one question
	@$(BIN)/kg-builder build data/articles --store $(DEMO)
	@$(BIN)/kg-builder stats --store $(DEMO)
	@echo
	@echo 'Who agreed with whom on critical minerals, and in which words?'
	@echo '$$ kg-builder query agreements --param good=critical-minerals --store $(DEMO)'
	@$(BIN)/kg-builder query agreements --param good=critical-minerals --store $(DEMO)

test: $(BIN)/.development  ## the whole test suite
	$(BIN)/pytest

lint: $(BIN)/.development  ## style of code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/.development  ## types of the package
	$(BIN)/mypy

evaluate: $(BIN)/.runtime  ## accuracy on the five shipped articles, which must not fall below its floors
	$(BIN)/kg-builder evaluate data/gold --articles data/articles --floors data/gold/floors.yaml

lock: $(BIN)/.development  ## requirements*.lock anew from pyproject.toml, with hashes for every platform
	$(BIN)/python -m piptools compile $(LOCK) --build-deps-for editable --output-file requirements.lock pyproject.toml
	$(BIN)/python -m piptools compile $(LOCK) --build-deps-for editable --extra dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml
	@! grep -nE '://|@|^-' requirements.lock requirements-dev.lock

# Locks name packages, versions and hashes; where to get them is for the user's own pip to know.
LOCK := --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --no-config

clean:  ## remove what was built, not the virtual environment
	rm -rf .build build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'make: no Python found; install Python 3.11 or later, or pass PYTHON=...'; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'make: $(PYTHON) is older than Python 3.11; pass a newer one as PYTHON=...'; exit 2; }
	@$(PYTHON) -m venv .venv || \
		{ rm -rf .venv; echo 'make: $(PYTHON) makes no virtual environment; install its venv module (Debian: python3-venv)'; exit 2; }

$(BIN)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	@echo 'installing into .venv'
	@$(INSTALL) --require-hashes --requirement requirements.lock
	@$(INSTALL_US)
	@touch $@

$(BIN)/.development: requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo 'installing into .venv'
	@$(INSTALL) --require-hashes --requirement requirements-dev.lock
	@$(INSTALL_US)
	@touch $@ $(BIN)/.runtime
