# A few verbs, the same for people and for CI.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check install --no-deps
.DEFAULT_GOAL := help
.PHONY: help install demo test test-deep lint format lock bench clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

install: $(VENV)/.installed ## make .venv with locked, hashed dependencies

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Maatwerk needs Python 3.11 or newer, and $(PYTHON) is not. Name one: make PYTHON=python3.12"; exit 1; }
	@# an environment that was interrupted while it was made has no pip
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { \
		echo "Python could not make $(VENV); on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "installing what requirements.lock names into $(VENV), about a minute"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation -e .
	@touch $@

demo: install ## sample delivery, build, publish, serve on 127.0.0.1
	@$(BIN)/python -m ingest demo --port $(PORT)

test: install ## every test but the deep ones; what needs a browser uses an installed Chromium
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

test-deep: install ## before a release: many more random deliveries, some new each day
	$(BIN)/python -m pytest -n 2 --maxschedchunk 1 -m deep

lint: install ## formatter, linters and the layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint dbt_project

format: install ## put right what formatters and linters can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/sqlfluff fix dbt_project

lock: ## resolve pyproject.toml anew; versions and hashes only
	uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes --no-header --no-annotate --no-emit-index-url --constraint constraints.txt pyproject.toml -o requirements.lock

bench: install ## speed, memory and growth, about an hour, into docs/performance.md
	$(BIN)/python -m benchmarks

clean: ## remove what was made, keep the environment
	rm -rf var dbt_project/target dbt_project/logs
