# `make run` serves the demo provider, `make test` runs every check. Both set everything up first, and may be run as often as you like.

BIN := .venv/bin
WORKERS ?= 2
# In the order of the alphabet: the browser's long walks do not come last, one beside nothing.
PYTEST := $(BIN)/pytest --quiet --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder
LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-strip-extras
# Checks and tests leave the records in data/ alone.
SCRATCH := env THROUGHLINE_FILES=.venv/scratch/files THROUGHLINE_STATIC=.venv/scratch/static
SQLITE := $(SCRATCH) DATABASE_URL=sqlite:///.venv/scratch/throughline.sqlite3
POSTGRESQL := $(SCRATCH) $(BIN)/python scripts/with_postgres.py
SAY := @printf '\n== %s ==\n'

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run test check fix coverage bench torture docs messages lock vendor

help:  ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup:  ## Install everything into .venv
	@scripts/setup.sh

run: setup  ## Serve the demo provider at http://localhost:8000
	@$(BIN)/throughline run --demo

test: setup  ## Run every check and every test, on SQLite and on PostgreSQL
	@$(BIN)/python scripts/system_parts.py
	@$(MAKE) --no-print-directory check
	$(SAY) 'Tests on SQLite, in the browser too'
	@$(SQLITE) $(PYTEST)
	$(SAY) 'Tests on PostgreSQL'
	@$(POSTGRESQL) $(PYTEST) -m 'not browser'

check: setup  ## Run what is quick: format, lint, imports, types, migrations, words, generated pages
	$(SAY) 'Format and lint'
	@$(BIN)/ruff format --quiet --check --output-format concise . || { echo 'Not formatted: make fix'; exit 1; }
	@$(BIN)/ruff check --quiet --output-format concise .
	$(SAY) 'Order of the packages'
	@$(BIN)/lint-imports --no-logo
	$(SAY) 'Types'
	@$(SQLITE) $(BIN)/mypy
	$(SAY) 'Migrations, words, generated pages'
	@$(SQLITE) $(BIN)/python -m django makemigrations --check --settings throughline.config.settings
	@$(BIN)/python scripts/messages.py --check
	@$(SQLITE) $(BIN)/python -m throughline.config.generated --check
	@$(BIN)/python scripts/guide.py --check

fix: setup messages docs  ## Mend what a machine can mend
	@$(BIN)/ruff check --quiet --fix . || true
	@$(BIN)/ruff format --quiet .

coverage: setup  ## Say which lines and branches the tests do not reach
	@$(SQLITE) $(PYTEST) --cov --cov-report term

bench: setup  ## Measure, on SQLite and on PostgreSQL
	$(SAY) 'SQLite'
	@$(SQLITE) $(BIN)/throughline bench
	$(SAY) 'PostgreSQL'
	@$(POSTGRESQL) --durable $(BIN)/throughline bench

torture: setup  ## Two phones on a bad line while servers and browsers are killed; eight phones at once; a slow phone. Half an hour
	$(SAY) 'SQLite'
	@$(SQLITE) $(BIN)/pytest --quiet --capture no torture
	$(SAY) 'PostgreSQL'
	@$(POSTGRESQL) --durable $(BIN)/pytest --quiet --capture no torture

docs: setup  ## Write the generated pages anew
	@$(SQLITE) $(BIN)/python -m throughline.config.generated
	@$(BIN)/python scripts/guide.py

messages: setup  ## Collect the words to be translated
	@$(BIN)/python scripts/messages.py

lock: setup  ## Take the newest versions that requirements/*.in allow
	@$(LOCK) --output-file requirements/run.txt requirements/run.in
	@$(LOCK) --output-file requirements/dev.txt requirements/dev.in

vendor: setup  ## Fetch fonts, icons and pictures anew, each of a pinned version and checksum
	@$(BIN)/python scripts/vendor.py
