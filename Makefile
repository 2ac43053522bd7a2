# The ways into the project. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SOURCES ?= seeds/bulletins

.DEFAULT_GOAL := help
.PHONY: help install tools run test docs clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

install: $(STAMP)  ## create .venv with rapporteur in it, from the pinned versions

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -qq --constraint constraints.txt --editable '.[test]'
	@touch $@

tools:  ## install what the tests print documents with (Debian, Ubuntu)
	@command -v soffice >/dev/null || { \
	  as=$$(test "$$(id -u)" = 0 || echo sudo); \
	  $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui fonts-liberation2 fonts-opensymbol; }

run: install  ## ingest the sample bulletins through the Prefect flow and show what they hold
	@$(BIN)/rapporteur ingest --flow $(SOURCES)

test: install tools  ## run the whole test suite
	$(BIN)/python -m pytest

docs: install  ## write anew what is generated: output in the README, data dictionary
	$(BIN)/python -m warehouse.dictionary
	$(BIN)/python -m tests.readme

clean:  ## remove the environment and what was built; warehouses stay
	rm -rf $(VENV) build dist *.egg-info
