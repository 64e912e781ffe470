# The commands of this project; README.md says when to use which.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONUNBUFFERED = 1

.DEFAULT_GOAL := help
.PHONY: help run test test-slow bench lint screenshots clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | sort

run: $(VENV)/.installed ## Set up what is missing, then serve on 127.0.0.1:8000 (PORT changes it)
	@$(BIN)/python manage.py prepare
	@exec $(BIN)/gunicorn --config portal/gunicorn.py portal.wsgi

test: $(VENV)/.installed-dev ## The default tests (under five minutes)
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-slow: $(VENV)/.installed-dev ## The long tests and the browser tests (these need Debian's chromium)
	$(BIN)/python -m pytest -m "slow or browser"

bench: $(VENV)/.installed-dev ## Benchmarks as ratios; CORPUS= names a folder of laws, QUESTIONS= a question file
	$(BIN)/python -m search.bench $(if $(CORPUS),--corpus "$(CORPUS)") $(if $(QUESTIONS),--questions "$(QUESTIONS)")

lint: $(VENV)/.installed-dev ## Format and check the code
	$(BIN)/ruff format .
	$(BIN)/ruff check .

screenshots: $(VENV)/.installed-dev ## Make the pictures of the README anew (needs Debian's chromium)
	$(BIN)/python docs/screenshots.py

clean: ## Remove the virtual environment (never the data folder)
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed (PYTHON=… names one)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing dependencies (once)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
