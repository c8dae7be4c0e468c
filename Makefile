# A few verbs, the same for people and for CI.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.PHONY: install demo test lint format lock bench clean

install: $(VENV)/.installed ## make .venv with locked, hashed dependencies

$(VENV)/.installed: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: install ## sample delivery, build, publish, serve on 127.0.0.1
	$(BIN)/python -m ingest demo

test: install ## every test; what needs a browser uses an installed Chromium
	$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: install ## formatter, linters and the layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint dbt_project

format: install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/sqlfluff fix dbt_project

lock: ## resolve pyproject.toml anew; versions and hashes only
	uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes --no-header --no-annotate --no-emit-index-url --constraint constraints.txt pyproject.toml -o requirements.lock

bench: install ## speed, memory and growth, about an hour, into docs/performance.md
	$(BIN)/python -m benchmarks

clean: ## remove what was made, keep the environment
	rm -rf var dbt_project/target dbt_project/logs
